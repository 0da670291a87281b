"""Paths as text that any file can hold: names of files are bytes, and not all of them are UTF-8."""

import os
from pathlib import Path

_BYTES = "%"
"""Begins the text of a path whose bytes are no UTF-8; no whole path begins so."""


def path_text(path: Path) -> str:
    """A whole path as a text of letters that stand in every file; as it is, if it can."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        from urllib.parse import quote_from_bytes  # late, as hardly any name needs it

        return _BYTES + quote_from_bytes(os.fsencode(path))
    return text


def path_in(text: str) -> Path:
    """The path that `path_text` made a text of."""
    if not text.startswith(_BYTES):
        return Path(text)
    from urllib.parse import unquote_to_bytes

    return Path(os.fsdecode(unquote_to_bytes(text[len(_BYTES) :])))
