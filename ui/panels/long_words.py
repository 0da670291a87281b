"""Labels whose lines may break within words that are too long for a line of the panel."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

_LONG = re.compile(r"\S{25,}")
_PIECE = re.compile(r"(\S{12})(?=\S{6})")
_BREAK = "\u200b"


class WordsLabel(QLabel):
    """Words that wrap, never read as markup."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show words, with places in the very long ones where a line may break, which show as nothing."""
        super().setText(_LONG.sub(lambda found: _PIECE.sub(rf"\1{_BREAK}", found[0]), text))

    def text(self) -> str:
        """The words as they were given."""
        return super().text().replace(_BREAK, "")
