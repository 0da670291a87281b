"""Right-to-left cards on the canvas: each line ends where its plan says, however wide its letters are here."""

from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.canvas.painting import paint_text
from ui.theme.fonts import load_fonts
from workshop.picture.card_text import card_lines, text_shapes
from workshop.picture.plan import Point, TextRun

SIZE, WIDTH = 14.0, 160.0


def edges(run: TextRun) -> tuple[int, int]:
    """The first and the last column of pixels with ink of a painted line."""
    image = QImage(240, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint_text(painter, TextRun(run.x, 25.0, run.text, run.size, run.width, "#000000"))
    painter.end()
    inked = [x for x in range(240) if any(image.pixelColor(x, y).lightness() < 128 for y in range(40))]
    return inked[0], inked[-1]


def painted(text: str) -> list[tuple[int, int]]:
    lines = card_lines(text, WIDTH, SIZE, 9)
    runs = text_shapes(lines, Point(10, 0), SIZE, "#000000", "#000000")
    return [edges(run) for run in runs if isinstance(run, TextRun)]


def test_lines_of_a_right_to_left_card_are_flush_at_the_right(qtbot: QtBot) -> None:
    load_fonts()
    for text in (
        "לקוחות אינם מוצאים את כפתור הייצוא (PDF) בתוך 5 דקות",
        "العملاء لا يجدون زر التصدير في الصفحة الرئيسية",
    ):
        ends = [right for _, right in painted(text)]
        assert len(ends) > 1
        assert all(abs(end - 170) <= 4 for end in ends), ends


def test_lines_of_other_cards_begin_at_the_left(qtbot: QtBot) -> None:
    load_fonts()
    starts = [left for left, _ in painted("Customers look for לקוחות and do not find the export")]
    assert len(starts) > 1
    assert all(abs(start - 10) <= 3 for start in starts), starts
