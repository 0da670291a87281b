"""The painter for paper: what it draws lies where the plan says, as wide as the plan says."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from exports.pdf.painter import Painter
from exports.pdf.sheet_canvas import SheetCanvas
from tests.exports.boards import full_board
from tests.exports.reading import export_summary
from workshop.picture.fonts import text_width
from workshop.picture.plan import Box, Dot, Icon, Point, Rect, Shape, Stroke, TextRun

SIDE = 200


@pytest.mark.parametrize("text", ["squeezed to its width", "Ünïcödé — “so” → ½", "سلام عليكم", "tab\tinside"])
@pytest.mark.parametrize("share", [1.0, 0.7])
def test_text_is_as_wide_as_its_run_says(text: str, share: float) -> None:
    width = text_width(text, 12) * share
    left, _, right, _ = ink_box(TextRun(20, 60, text, 12, width, "#000000"))
    assert left >= 19
    assert right <= 20 + width + 1


def test_text_stands_on_its_baseline() -> None:
    _, top, _, bottom = ink_box(TextRun(20, 60, "HH", 20, text_width("HH", 20), "#000000"))
    assert bottom == pytest.approx(60, abs=1)
    assert top == pytest.approx(60 - 0.727 * 20, abs=1)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Box(Rect(20, 30, 50, 40), "#FF0000"), (20, 30, 70, 70)),
        (Box(Rect(20, 30, 50, 40), "#FF0000", None, 0, 8), (20, 30, 70, 70)),
        (Dot(Point(50, 60), 10, "#0000FF"), (40, 50, 60, 70)),
        (Stroke((Point(10, 20), Point(90, 20)), "#000000", 2), (10, 19, 90, 21)),
        (Stroke((Point(10, 20), Point(90, 20), Point(90, 80)), None, 0, (), "#00AA00", True), (10, 20, 90, 80)),
    ],
)
def test_shapes_lie_where_the_plan_says(shape: Shape, expected: tuple[float, ...]) -> None:
    assert ink_box(shape) == pytest.approx(expected, abs=1)


def test_an_icon_lies_inside_its_square() -> None:
    left, top, right, bottom = ink_box(Icon(40, 50, 60, "puzzle-piece", "#000000"))
    assert min(left - 40, top - 50, 100 - right, 110 - bottom) >= -1
    assert right - left > 35


def test_every_piece_of_text_of_a_summary_lies_on_its_page(tmp_path: Path) -> None:
    export_summary(full_board(40).board, tmp_path / "s.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "s.pdf")
    for place in range(len(document)):
        page = document[place]
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            assert 0 <= left <= right <= width
            assert 0 <= bottom <= top <= height
    document.close()


def test_the_summary_needs_no_qt() -> None:
    script = """
import sys, tempfile
from pathlib import Path
sys.modules["PySide6"] = None
from exports.registry import export_board
from workshop.board.board import Board
export_board(Board(), Path(tempfile.mkdtemp()) / "a.pdf")
assert "qtawesome" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2], timeout=60)


def ink_box(*shapes: Shape) -> tuple[float, float, float, float]:
    """The box around all that is not white when the shapes are drawn: left, top, right, bottom, in points."""
    file = BytesIO()
    canvas = SheetCanvas(file, (SIDE, SIDE), "en")
    painter = Painter(canvas, SIDE)
    painter.begin_page()
    painter.paint_shapes(shapes)
    painter.end_page()
    canvas.showPage()
    painter.finish()
    canvas.save()
    document = pypdfium2.PdfDocument(file.getvalue())
    picture = document[0].render(scale=4, grayscale=True).to_numpy()
    document.close()
    picture = picture.reshape(picture.shape[0], picture.shape[1], -1)[:, :, 0] < 200
    rows, columns = picture.any(axis=1).nonzero()[0], picture.any(axis=0).nonzero()[0]
    return columns[0] / 4, rows[0] / 4, (columns[-1] + 1) / 4, (rows[-1] + 1) / 4
