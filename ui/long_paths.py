"""Sentences about a file in a narrow label: long folders are shortened, and long words go on in the next line."""

import re
import unicodedata
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_BREAK = "\u200b"
"""A space without width, where a line may end."""

_PIECES = re.compile(r"[^/\\_.\-]*[/\\_.\-]*")
"""What a path or a name is read in."""

_LINES = 2
"""A path of more lines than this is shortened."""


def in_full(words: str, path: Path, metrics: QFontMetrics, width: int) -> str:
    """Words in which `path` may stand, to be wrapped within a width in pixels with nothing cut off.

    The path's folder is shortened in its middle where it is long, to a line; all else stays as it is.
    """
    if metrics.horizontalAdvance(str(path)) > _LINES * width:
        folder = metrics.elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, round(width * 0.8))
        words = words.replace(str(path), f"{folder}/{path.name}").replace(str(path.parent), folder)
    return re.sub(r"\S+", lambda found: _broken(found[0], metrics, width), words)


def _broken(word: str, metrics: QFontMetrics, width: int) -> str:
    """A word with places where a line may end, if it is longer than a line."""
    if metrics.horizontalAdvance(word) <= width:
        return word
    pieces = (piece for piece in _PIECES.findall(word) if piece)
    return _BREAK.join(
        piece if metrics.horizontalAdvance(piece) <= width else _spelt(piece) for piece in pieces
    )


def _spelt(piece: str) -> str:
    """A piece that may end anywhere, but not before an accent or within what is joined to one sign."""
    joined = ""
    for letter in piece:
        clings = unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf", "Sk") or joined.endswith("\u200d")
        joined += letter if clings or not joined else _BREAK + letter
    return joined
