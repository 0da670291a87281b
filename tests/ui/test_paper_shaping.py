"""Words that paper shapes itself look as Qt draws them from the same font: joined, ordered, marks in their places."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from exports.pdf import system_fonts
from exports.pdf.painter import Painter
from exports.pdf.shaped_text import shape_line
from exports.pdf.sheet_canvas import SheetCanvas
from workshop.picture.plan import TextRun, Weight

WORDS = {
    "Arabic": "العملاء",
    "Hebrew": "חשבונית",
    "Devanagari": "ग्राहक",
    "Thai": "ลูกค้าไม่เข้าใจ",
}
SIZE, SIDE = 60, 700
_SAME, _OTHER = 0.02, 0.15
"""How far two pictures of the same word may be apart, and how far those of another arrangement are at least."""


def font_file(words: str) -> Path:
    """The file of the font that paper draws these words with."""
    for path in system_fonts._candidates():
        if set(map(ord, words)) <= system_fonts._coverage(path):
            return path
    pytest.skip(f"no font of this machine has {words}")


def ink(picture: np.ndarray) -> np.ndarray:
    """What is drawn, cut to its box and brought to one size, from 0 to 1."""
    rows, columns = (picture < 128).any(axis=1).nonzero()[0], (picture < 128).any(axis=0).nonzero()[0]
    cut = Image.fromarray(picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    return 1 - np.asarray(cut.resize((160, 60), Image.Resampling.BOX), float) / 255


def on_paper(words: str) -> np.ndarray:
    """The words as a page shows them."""
    file = BytesIO()
    canvas = SheetCanvas(file, (SIDE, 200), "en")
    painter = Painter(canvas, 200)
    painter.begin_page()
    width = shape_line(words, Weight.REGULAR).width * SIZE
    painter.paint_shapes([TextRun(40, 120, words, SIZE, width, "#000000", Weight.REGULAR)])
    painter.end_page()
    canvas.showPage()
    painter.finish()
    canvas.save()
    document = pypdfium2.PdfDocument(file.getvalue())
    picture = document[0].render(scale=2, grayscale=True).to_numpy()
    document.close()
    return picture.reshape(*picture.shape[:2], -1)[:, :, 0]


def by_qt(words: str, family: str) -> np.ndarray:
    """The words as Qt draws them."""
    image = QImage(2 * SIDE, 400, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    font = QFont(family)
    font.setPixelSize(2 * SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.drawText(QPointF(80, 240), words)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width()].copy()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("script", list(WORDS))
def test_shaped_words_look_as_qt_draws_them(script: str) -> None:
    words = WORDS[script]
    number = QFontDatabase.addApplicationFont(str(font_file(words)))
    try:
        family = QFontDatabase.applicationFontFamilies(number)[0]
        paper, qt = ink(on_paper(words)), ink(by_qt(words, family))
        apart = np.abs(paper - qt).mean()
        assert apart < _SAME
        assert np.abs(ink(on_paper(words[::-1])) - qt).mean() > _OTHER
    finally:
        QFontDatabase.removeApplicationFont(number)
