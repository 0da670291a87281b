"""ReportLab's canvas as the summary uses it: embedded fonts only, lean streams, shapes kept for reuse."""

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


class SheetCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose page streams are compressed bytes, not ASCII85, which takes most of a save's time."""

    def __init__(self, file: Any, size: tuple[float, float], language: str) -> None:
        super().__init__(file, size, pageCompression=1, invariant=1, lang=language)
        self._used: set[str] = set()

    def _make_preamble(self) -> None:
        """Without the unembedded Helvetica that every page would name otherwise."""
        self._preamble = "1 0 0 1 0 0 cm"

    def showPage(self) -> None:
        """Close the page."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.Contents = lean_stream(page.stream)
        page.stream = None
        self._used.clear()

    def keep(self, name: str, operators: str) -> None:
        """Keep operators that draw in and around a square of 1000, to be used in the colour of the moment."""
        form = pdfdoc.PDFFormXObject(lowerx=-3000, lowery=-3000, upperx=9000, uppery=4000)
        form.Contents = lean_stream(operators)
        form.Resources = pdfdoc.PDFDictionary({})
        self._doc.addForm(name, form)

    def use(self, name: str) -> str:
        """The operator that draws what was kept under a name, on this page."""
        if name not in self._used:
            self._used.add(name)
            self._formsinuse.append(name)
        return f"/{self._doc.getXObjectName(name)} Do"

    def add_rectangle(self, rect: tuple[float, float, float, float], anchor: str, address: str) -> None:
        """Make a rectangle of this page lead to an anchor or to an address."""
        self._addAnnotation(_Rectangle(rect, self._bookmarkReference(anchor) if anchor else None, address))


class _Rectangle(pdfdoc.PDFObject):  # type: ignore[misc]
    """A link annotation, written in one piece since there are thousands of them."""

    def __init__(self, rect: tuple[float, float, float, float], target: Any, address: str) -> None:
        self._rect, self._target, self._address = rect, target, address

    def format(self, document: Any) -> bytes:
        """The annotation's dictionary."""
        numbers = " ".join(f"{number:.2f}" for number in self._rect)
        head = f"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [{numbers}] ".encode()
        if self._target is not None:
            return head + b"/Dest " + bytes(self._target.format(document)) + b" >>"
        address = bytes(pdfdoc.PDFString(self._address).format(document))
        return head + b"/A << /S /URI /URI " + address + b" >> >>"


def lean_stream(operators: str) -> Any:
    """A compressed stream."""
    return pdfdoc.PDFStream(content=operators, filters=[pdfdoc.PDFZCompress])
