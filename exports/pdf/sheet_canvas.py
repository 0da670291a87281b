"""ReportLab's canvas as the summary uses it: embedded fonts only, lean streams, shapes kept for reuse."""

import zlib
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.steps import Breathe

_CHUNK = 256 * 1024
"""So many bytes are compressed between two breaths."""

_PIECE = 4 * 1024 * 1024
"""So many bytes are written between two breaths."""


class SheetCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose page streams are compressed bytes, not ASCII85, which takes most of a save's time."""

    def __init__(
        self, file: Any, size: tuple[float, float], language: str, breathe: Breathe = lambda: None
    ) -> None:
        super().__init__(file, size, pageCompression=1, invariant=1, lang=language)
        self._breathe = breathe
        self._used: set[str] = set()
        self._rectangles: list[_Rectangle] = []

    def _make_preamble(self) -> None:
        """Without the unembedded Helvetica that every page would name otherwise."""
        self._preamble = "1 0 0 1 0 0 cm"

    def showPage(self) -> None:
        """Close the page."""
        super().showPage()
        self._breathe()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._doc.Pages.pages) - 1, pdfdoc.PDFName("S")
        page.Contents = lean_stream(page.stream, self._breathe)
        page.stream = None
        if self._rectangles:
            page.Annots = _Rectangles(self._rectangles)
            self._rectangles = []
        self._used.clear()

    def save(self) -> None:
        """Write the document, in pieces with breaths between them; the last page is closed already."""
        self._doc.idToOffset = _Offsets(self._breathe)
        body = memoryview(self._doc.GetPDFData(self))
        for start in range(0, len(body), _PIECE):
            self._breathe()
            self._filename.write(body[start : start + _PIECE])

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

    def draw_vectors(self, drawing: Any, box: tuple[float, ...], size: tuple[float, float]) -> None:
        """Draw one of ReportLab's drawings, of this size, into a box: its lower left corner, width and height."""
        from exports.pdf.vectors import draw_vectors

        x, y, width, height = box
        self.saveState()
        self.translate(x, y)
        frame = self.beginPath()
        frame.rect(0, 0, width, height)
        self.clipPath(frame, stroke=0, fill=0)
        self.scale(width / size[0], height / size[1])
        draw_vectors(drawing, self)
        self.restoreState()

    def add_rectangle(self, rect: tuple[float, float, float, float], anchor: str, address: str) -> None:
        """Make a rectangle of this page lead to an anchor or to an address."""
        target = self._bookmarkReference(anchor) if anchor else None
        numbers = " ".join(f"{number:.2f}" for number in rect)
        self._rectangles.append(_Rectangle(numbers, target, address))


class _Offsets(dict[str, int]):
    """Where each object begins: ReportLab writes ten thousands of them in one go, notes each here and then lists it."""

    def __init__(self, breathe: Breathe) -> None:
        super().__init__()
        self._breathe = breathe

    def __setitem__(self, name: str, offset: int) -> None:
        self._breathe()
        super().__setitem__(name, offset)

    def __getitem__(self, name: str) -> int:
        self._breathe()
        return super().__getitem__(name)


class _Rectangle(NamedTuple):
    """A link annotation: the numbers of its rectangle, and the target or the address that it leads to."""

    numbers: str
    target: Any
    address: str

    def written(self, document: Any) -> bytes:
        """The annotation's dictionary."""
        head = f"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [{self.numbers}] ".encode()
        if self.target is not None:
            return head + b"/Dest " + _written_once(self.target, document) + b" >>"
        address = bytes(pdfdoc.PDFString(self.address).format(document))
        return head + b"/A << /S /URI /URI " + address + b" >> >>"


def _written_once(target: Any, document: Any) -> bytes:
    """A target as it is written, which a hundred rectangles may lead to."""
    if not hasattr(target, "written"):
        target.written = bytes(target.format(document))
    return bytes(target.written)


class _Rectangles(pdfdoc.PDFObject):  # type: ignore[misc]
    """The link annotations of a page, in one piece since a document has ten thousands of them."""

    def __init__(self, rectangles: list[_Rectangle]) -> None:
        self._rectangles = rectangles

    def format(self, document: Any) -> bytes:
        """The array of the annotations."""
        return b"[ " + b"\n".join(one.written(document) for one in self._rectangles) + b" ]"


def lean_stream(operators: str, breathe: Breathe = lambda: None) -> Any:
    """A stream that is compressed at once, since many pages wait for the end of the work."""
    body, pack, parts = operators.encode("latin-1"), zlib.compressobj(), []
    for start in range(0, len(body), _CHUNK):
        breathe()
        parts.append(pack.compress(body[start : start + _CHUNK]))
    stream = pdfdoc.PDFStream(content=b"".join([*parts, pack.flush()]), filters=[])
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    return stream
