"""Labels whose lines may break within words that are too long for a line of the panel."""

import re
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

_LONG = re.compile(r"\S{25,}")
_PIECE = re.compile(r"(\S{12})(?=\S{6})")
_BREAK = "\u200b"
_RIGHTWARD = "\u200e"


class WordsLabel(QLabel):
    """Words that wrap, never read as markup. A `sentence` of ours runs rightward whatever words it begins with."""

    def __init__(self, text: str = "", *, sentence: bool = False) -> None:
        super().__init__()
        self._begins = _RIGHTWARD if sentence else ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show words, with places in the very long ones where a line may break, which show as nothing."""
        broken = _LONG.sub(lambda found: _PIECE.sub(rf"\1{_BREAK}", found[0]), text)
        leftward = any(bidirectional(letter) in ("R", "AL") for letter in broken)
        super().setText(f"{self._begins}{broken}" if leftward else broken)

    def text(self) -> str:
        """The words as they were given."""
        return super().text().replace(_BREAK, "").removeprefix(_RIGHTWARD)
