"""Pictures of the sample's pages to compare with accepted ones; run as a module it accepts them as they are now.

`python -m tests.exports.page_pictures` writes them anew. Look at what changed before they are committed.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[2]))

from exports.pdf.document import export_paper
from exports.pdf.options import Attached, Kind, PaperOptions
from workshop.board.board import Board
from workshop.imports.sample import sample_records

ACCEPTED = Path(__file__).parent / "accepted"
TODAY = date(2026, 11, 22)
KINDS = {
    "summary": (PaperOptions(paper="A4", attachment=Attached.NONE), None),
    "grey": (PaperOptions(paper="A4", grey=True, attachment=Attached.NONE), (1, 7)),
    "phases": (
        PaperOptions(paper="A4", sections=("phases",), phase_pages=True, attachment=Attached.NONE),
        (0, 4),
    ),
    "poster": (PaperOptions(kind=Kind.POSTER, paper="A3", attachment=Attached.NONE), None),
    "handout": (PaperOptions(kind=Kind.HANDOUT, paper="A4", attachment=Attached.NONE), (0, 4)),
    "cards": (PaperOptions(kind=Kind.CARDS, paper="A4", blanks=1, attachment=Attached.NONE), (0,)),
}
"""What is pictured, and which of its pages: all for None."""

_FINER = 4
"""Pages are drawn so many times finer than they are kept, so that no way to smooth edges matters."""

_SCALE = 0.25
"""Pixels a point of what is kept."""

_CLEARLY, _MOST = 28, 0.0008
"""A pixel differs by more than so many of 255 greys; so large a share of a page's may."""


def pictures(board: Board, kind: str) -> Iterator[tuple[str, Image.Image]]:
    """A small grey picture of each page, with its name."""
    options, wanted = KINDS[kind]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        export_paper(board, path, options, today=TODAY)
        document = pypdfium2.PdfDocument(path)
        try:
            for number in wanted or range(len(document)):
                page = document[number].render(scale=_SCALE * _FINER).to_pil().convert("L")
                yield f"{kind}-{number + 1:02}", page.reduce(_FINER)
        finally:
            document.close()


def differs(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures of a page differ by more than the edges of their letters."""
    if one.size != other.size:
        return True
    apart = np.abs(np.asarray(one, np.int16) - np.asarray(other, np.int16))
    return bool((apart > _CLEARLY).mean() > _MOST)


def differing(board: Board, kind: str, folder: Path) -> list[str]:
    """The pages that differ from those accepted, or are not there any more; what they are now lies in the folder."""
    found = []
    expected = {path.stem for path in ACCEPTED.glob(f"{kind}-*.png")}
    for name, picture in pictures(board, kind):
        accepted = ACCEPTED / f"{name}.png"
        if name not in expected or differs(picture, Image.open(accepted)):
            picture.save(folder / f"{name}.png")
            found.append(name)
        expected.discard(name)
    return found + sorted(expected)


def main() -> None:
    """Accept the pages as they are now."""
    ACCEPTED.mkdir(exist_ok=True)
    for path in ACCEPTED.glob("*.png"):
        path.unlink()
    for kind in KINDS:
        for name, picture in pictures(Board(sample_records()), kind):
            picture.save(ACCEPTED / f"{name}.png", optimize=True)
    sys.stdout.write(f"{len(list(ACCEPTED.glob('*.png')))} pages accepted in {ACCEPTED}\n")


if __name__ == "__main__":
    main()
