"""PDFs that carry sessions, and what can be found in every corner of one."""

from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import StreamObject

from exports.pdf.document import export_paper
from exports.pdf.options import PaperOptions
from workshop.board.board import Board


def carried(path: Path) -> bytes | None:
    """The session that a PDF carries, taken out with pypdf alone; None if there is none."""
    found = list(PdfReader(path).attachment_list)
    assert len(found) <= 1
    return found[0].content if found else None


def everything_in(path: Path) -> bytes:
    """All bytes of a PDF: as they lie there, every stream unpacked, and the words of its pages."""
    reader = PdfReader(path)
    parts = [path.read_bytes(), *(page.extract_text().encode() for page in reader.pages)]
    for number in range(1, reader.trailer["/Size"]):
        thing = reader.get_object(number)
        parts.append(thing.get_data() if isinstance(thing, StreamObject) else repr(thing).encode())
    return b"\n".join(parts)


def written(board: Board, folder: Path, name: str = "out.pdf", **options: Any) -> Path:
    """A PDF of a board."""
    path = folder / name
    export_paper(board, path, PaperOptions(**options))
    return path
