"""Text that is selected and found but not seen: it lies under glyphs drawn as paths, in a font without ink."""

from typing import Any

from reportlab.pdfbase import pdfdoc

_CODES = 255
_ADVANCE = 500
"""How wide each character is in thousandths; each has a box as high as a line, without which pdfium loses some."""


class HiddenText:
    """The inkless fonts of one document, each with up to 255 characters and their Unicode values."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._codes: dict[str, int] = {}

    def operators(self, text: str, x: float, y: float, size: float, width: float) -> str:
        """The text at a baseline, stretched to a width; nothing is seen of it."""
        if not text:
            return ""
        squeeze = 100 * width / (len(text) * size * _ADVANCE / 1000)
        shown = "".join(f"/{name} {size:.2f} Tf <{codes}> Tj " for name, codes in self._pieces(text))
        return f"q BT 0 Tc {max(squeeze, 0.01):.3f} Tz {x:.2f} {y:.2f} Td {shown}ET Q"

    def embed(self) -> None:
        """Add the fonts to the document; called once, after all pages are drawn."""
        characters = list(self._codes)
        fonts = self._document.idToObject["BasicFonts"].dict
        for start in range(0, len(characters), _CODES):
            name = _name(start // _CODES)
            fonts[name] = self._document.Reference(
                _font(self._document, characters[start : start + _CODES]), name
            )

    def _pieces(self, text: str) -> list[tuple[str, str]]:
        pieces: list[tuple[str, str]] = []
        for character in text:
            font, code = divmod(self._codes.setdefault(character, len(self._codes)), _CODES)
            name, codes = _name(font), f"{code + 1:02x}"
            if pieces and pieces[-1][0] == name:
                pieces[-1] = (name, pieces[-1][1] + codes)
            else:
                pieces.append((name, codes))
        return pieces


def _name(number: int) -> str:
    return f"Hidden{number}"


def _font(document: Any, characters: list[str]) -> Any:
    nothing = pdfdoc.PDFStream(content=f"{_ADVANCE} 0 0 0 {_ADVANCE} 1000 d1")
    unicode_table = pdfdoc.PDFStream(content=_unicode_table(characters))
    unicode_table.filters = [pdfdoc.PDFZCompress]
    names = " ".join("/n" for _ in characters)
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type3"),
            "FontBBox": pdfdoc.PDFArray([0, 0, _ADVANCE, 1000]),
            "FontMatrix": pdfdoc.PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "CharProcs": pdfdoc.PDFDictionary({"n": document.Reference(nothing)}),
            "Encoding": pdfdoc.PDFDictionary(
                {"Type": pdfdoc.PDFName("Encoding"), "Differences": pdfdoc.PDFArray([f"1 {names}"])}
            ),
            "FirstChar": 1,
            "LastChar": len(characters),
            "Widths": pdfdoc.PDFArray([_ADVANCE] * len(characters)),
            "ToUnicode": document.Reference(unicode_table),
            "Resources": pdfdoc.PDFDictionary({}),
        }
    )


def _unicode_table(characters: list[str]) -> str:
    head = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
    )
    rows = [
        f"<{code:02x}> <{character.encode('utf-16-be').hex()}>" for code, character in enumerate(characters, 1)
    ]
    blocks = [
        f"{len(rows[start : start + 100])} beginbfchar\n"
        + "\n".join(rows[start : start + 100])
        + "\nendbfchar\n"
        for start in range(0, len(rows), 100)
    ]
    return head + "".join(blocks) + "endcmap CMapName currentdict /CMap defineresource pop end end"
