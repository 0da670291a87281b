"""Painting the text that is being written as dots, so that the room cannot read it from a mirrored screen."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPlainTextEdit

_DOT, _CURSOR = 0.16, 1.5
"""The radius of a dot in heights of a line, and the width of the cursor in pixels."""


def paint_masked(field: QPlainTextEdit) -> None:
    """Dots as far as each line goes, whatever stands there, and the cursor."""
    looks = field.palette()
    with QPainter(field.viewport()) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(field.viewport().rect(), looks.base())
        painter.setPen(QPen(looks.text(), 0.0))
        painter.setBrush(looks.text())
        for line in _lines(field):
            radius = line.height() * _DOT
            for place in range(round(line.width() / (radius * 4))):
                painter.drawEllipse(
                    QPointF(line.x() + radius * (2 + 4 * place), line.center().y()), radius, radius
                )
        if field.hasFocus():
            cursor = QRectF(field.cursorRect())
            painter.setPen(QPen(looks.text(), _CURSOR))
            painter.drawLine(cursor.topLeft(), cursor.bottomLeft())


def _lines(field: QPlainTextEdit) -> list[QRectF]:
    """Where the lines in sight are, as wide as what stands on them."""
    found: list[QRectF] = []
    block, offset = field.firstVisibleBlock(), field.contentOffset()
    while block.isValid():
        top = field.blockBoundingGeometry(block).translated(offset)
        if top.top() > field.viewport().height():
            break
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(QRectF(top.x() + line.x(), top.y() + line.y(), line.naturalTextWidth(), line.height()))
        block = block.next()
    return found
