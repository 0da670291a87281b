"""Inter as ReportLab embeds it: the codes and widths of text in the subset fonts of one document."""

from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from workshop.picture.font_files import font_bytes
from workshop.picture.plan import Weight

Piece = tuple[str, str]
"""The resource name of a font, and the text in that font's codes as a PDF string with its brackets."""

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class Typeface:
    """One weight of Inter in one document; only what is used is embedded."""

    def __init__(self, document: Any, weight: Weight) -> None:
        self._document = document
        self._font = _font(weight)
        self._widths: dict[int, float] = self._font.face.charWidths
        self._first = ""
        self._known: dict[str, tuple[list[Piece], float]] = {}

    def encode(self, text: str) -> tuple[list[Piece], float]:
        """The text's pieces and its width in ems. Every character must be one that Inter has."""
        if (known := self._known.get(text)) is not None:
            return known
        encoded = (self._pieces(text), sum(map(self._widths.__getitem__, map(ord, text))) / 1000)
        if len(text) < 40:
            self._known[text] = encoded
        return encoded

    def _pieces(self, text: str) -> list[Piece]:
        if text.isascii():
            self._first = self._first or self._font.getSubsetInternalName(0, self._document)
            return [(self._first, f"({text.translate(_ESCAPES)})")]
        return [
            (self._font.getSubsetInternalName(subset, self._document), f"<{codes.hex()}>")
            for subset, codes in self._font.splitString(text, self._document)
        ]


@lru_cache
def _font(weight: Weight) -> TTFont:
    """A weight read from its file once; what a document uses of it is kept with that document."""
    return TTFont(f"Inter-{weight.value}", BytesIO(font_bytes(weight)), asciiReadable=True)
