"""The structure of a document for those who hear it: headings, paragraphs and figures in the order of reading.

What is drawn is enclosed in marks, and a tree of elements names them. Boxes, lines and the feet of pages are
artifacts, which are passed over.
"""

from typing import Any

from reportlab.pdfbase import pdfdoc

from exports.pdf.steps import Breathe, with_breaths
from workshop.picture.plan import TextRun, Weight

_TITLE, _ENTRIES = 16.4, (10.2, 13.0)
"""From this size on, in points, words in bold are the heading of a section, and between these of an entry of one."""

_ROOT, _WHOLE = "Structure", "Structure.document"


def _role_of(run: TextRun, size: float) -> str:
    if run.weight is not Weight.BOLD or run.text.isdecimal():
        return "P"
    if size >= _TITLE:
        return "H1"
    return "H2" if _ENTRIES[0] <= size <= _ENTRIES[1] else "P"


class NoStructure:
    """Marks nothing: for pictures, and for sheets that are read by eye alone."""

    def begin_page(self) -> None:
        """Begin a page."""

    def begin_part(self) -> None:
        """Begin a paragraph."""

    def text(self, run: TextRun, scale: float, out: list[str]) -> None:
        """Type comes."""

    def shape(self, out: list[str]) -> None:
        """Something else comes."""

    def figure(self, alternative: str, out: list[str]) -> None:
        """A picture comes."""

    def artifact(self, out: list[str]) -> None:
        """Something to be passed over comes."""

    def close(self, out: list[str]) -> None:
        """Nothing more comes for now."""

    def embed(self, document: Any) -> None:
        """Nothing is put into the document."""


class Structure(NoStructure):
    """The elements of one document, gathered while its pages are drawn."""

    def __init__(self, breathe: Breathe = lambda: None) -> None:
        self.breathe = breathe
        self.elements: list[_Element] = []
        self.pages: list[list[_Element]] = []
        self._open = ""
        self._fresh = True

    def begin_page(self) -> None:
        """Begin a page: nothing is enclosed yet."""
        self.pages.append([])
        self._open, self._fresh = "", True

    def begin_part(self) -> None:
        """What comes is a paragraph of its own."""
        self._fresh = True

    def text(self, run: TextRun, scale: float, out: list[str]) -> None:
        """Enclose a line of type, together with what stands before it in the same paragraph or heading."""
        role = _role_of(run, run.size * scale)
        if role != self._open or self._fresh:
            self._enclose(role, out)

    def shape(self, out: list[str]) -> None:
        """Enclose what is no type: with the words around it, or as an artifact where there are none yet."""
        if not self._open:
            self.artifact(out)

    def figure(self, alternative: str, out: list[str]) -> None:
        """Enclose a picture until the next mark; the words say what is on it."""
        self._fresh = True
        self._enclose("Figure", out, alternative)

    def artifact(self, out: list[str]) -> None:
        """Let what comes until the next mark be passed over."""
        self.close(out)
        out.append("/Artifact BMC")
        self._open = "Artifact"

    def close(self, out: list[str]) -> None:
        """Enclose nothing more for now."""
        if self._open:
            out.append("EMC")
            self._open = ""

    def _enclose(self, role: str, out: list[str], alternative: str = "") -> None:
        self.close(out)
        page = self.pages[-1]
        last = page[-1] if page else None
        if last is None or self._fresh or last.role != role:
            last = _Element(role, len(self.pages) - 1, alternative)
            self.elements.append(last)
        last.marks.append(len(page))
        out.append(f"/{role} <</MCID {len(page)}>> BDC")
        page.append(last)
        self._open, self._fresh = role, False

    def embed(self, document: Any) -> None:
        """Put the tree into the document; called once, after all pages are drawn."""
        for number, element in enumerate(with_breaths(self.elements, self.breathe)):
            element.name = f"{_ROOT}.{number}"
            document.Reference(element, element.name)
        document.Reference(_Tree(self), _WHOLE)
        document.Reference(_Root(self), _ROOT)
        document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference(_ROOT)
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


class _Element(pdfdoc.PDFObject):  # type: ignore[misc]
    """A heading, a paragraph or a figure: the numbers of its marks on a page."""

    __slots__ = ("alternative", "marks", "name", "page", "role")

    def __init__(self, role: str, page: int, alternative: str) -> None:
        self.role, self.page, self.alternative = role, page, alternative
        self.marks: list[int] = []
        self.name = ""

    def format(self, document: Any) -> bytes:
        """The element's dictionary."""
        words = b""
        if self.alternative:
            words = b" /Alt " + bytes(pdfdoc.PDFString(self.alternative).format(document))
        marks = " ".join(map(str, self.marks))
        head = f"<< /Type /StructElem /S /{self.role} /P {_ref(document, _WHOLE)}"
        return f"{head} /Pg {_ref(document, f'Page{self.page + 1}')} /K [{marks}]".encode() + words + b" >>"


class _Tree(pdfdoc.PDFObject):  # type: ignore[misc]
    """The element of the whole document, which holds all others."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure

    def format(self, document: Any) -> bytes:
        """Its dictionary."""
        elements = with_breaths(self._structure.elements, self._structure.breathe)
        kids = " ".join(_ref(document, element.name) for element in elements)
        return f"<< /Type /StructElem /S /Document /P {_ref(document, _ROOT)} /K [{kids}] >>".encode()


class _Root(pdfdoc.PDFObject):  # type: ignore[misc]
    """The root: where the tree is, and which element each mark of each page belongs to."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure

    def format(self, document: Any) -> bytes:
        """Its dictionary."""
        rows = (
            f"{number} [{' '.join(_ref(document, element.name) for element in page)}]"
            for number, page in enumerate(with_breaths(self._structure.pages, self._structure.breathe))
        )
        tree = f"<< /Nums [{' '.join(rows)}] >>"
        count = len(self._structure.pages)
        head = f"<< /Type /StructTreeRoot /K [{_ref(document, _WHOLE)}]"
        return f"{head} /ParentTree {tree} /ParentTreeNextKey {count} >>".encode()


def _ref(document: Any, name: str) -> str:
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"
