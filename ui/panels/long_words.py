"""Words too long for a line of the panel, made so that a line may break within them."""

import re

_LONG = re.compile(r"\S{25,}")
_PIECE = re.compile(r"(\S{12})(?=\S{6})")
_BREAK = "\u200b"


def breakable(text: str) -> str:
    """The text with places in its very long words where a label may break the line; they show as nothing."""
    return _LONG.sub(lambda found: _PIECE.sub(rf"\1{_BREAK}", found[0]), text)
