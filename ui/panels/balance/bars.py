"""The bars of the balance panel: one divided by discipline for each thing counted, and pairs of CX and UX."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.canvas.painting import colour
from ui.theme.fonts import font_of
from ui.theme.scale import px, text_scale
from workshop.method.balance import Voices
from workshop.model.cards import Discipline
from workshop.picture.palette import Palette
from workshop.picture.plan import Weight

ORDER = (Discipline.CX, Discipline.JOINT, Discipline.UX)
"""From left to right, as below the phases of the board."""

_LINE, _BAR, _LETTERS = 20, 8, 12.0
_CAPTION, _NUMBER = 56, 34

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Line = tuple[str, Voices]
"""What is counted, and the three numbers."""


class DividedBars(QWidget):
    """A line for each thing counted: its name, a bar divided by discipline, and the three numbers under one another."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.setAccessibleName("; ".join(told(line) for line in lines))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(px(120), px(_LINE) * len(self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, (name, voices) in enumerate(self._lines):
                self._draw(painter, QRectF(0, px(_LINE) * number, self.width(), px(_LINE)), name, voices)

    def _draw(self, painter: QPainter, box: QRectF, name: str, voices: Voices) -> None:
        painter.setFont(_font(Weight.REGULAR))
        painter.setPen(colour(self._looks.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        columns = px(_NUMBER) * len(ORDER)
        bar = QRectF(
            px(_CAPTION), box.center().y() - px(_BAR) / 2, box.width() - px(_CAPTION) - columns - 4, px(_BAR)
        )
        draw_divided(painter, bar, [(voices.of(one), one) for one in ORDER], self._looks)
        painter.setFont(_font(Weight.SEMIBOLD))
        for place, discipline in enumerate(ORDER):
            number = voices.of(discipline)
            painter.setPen(colour(self._looks.disciplines[discipline].ink if number else self._looks.muted))
            painter.drawText(_cell(box, place), _RIGHT, shortened(number))


class ColumnHeads(QWidget):
    """The tags of the disciplines above the columns of numbers."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(120), px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them; Joint is “both”, as there is little room."""
        with QPainter(self) as painter:
            painter.setFont(_font(Weight.SEMIBOLD))
            for place, discipline in enumerate(ORDER):
                painter.setPen(colour(self._looks.disciplines[discipline].ink))
                words = "both" if discipline is Discipline.JOINT else discipline.tag
                painter.drawText(_cell(QRectF(self.rect()), place), _RIGHT, words)


class PairBars(QWidget):
    """Two bars, CX's and UX's: the share of all its dots that each side gave a card, with the dots in words."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self._pairs: tuple[tuple[Discipline, float, int], ...] = ()
        self._most = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pair(self, cx: tuple[float, int], ux: tuple[float, int], most: float) -> None:
        """Show shares (0 to 1) and dots of both sides; a share of `most` fills the bar."""
        self._most = max(most, 0.01)
        self._pairs = ((Discipline.CX, *cx), (Discipline.UX, *ux))
        self.setAccessibleName(
            "; ".join(f"{side.tag}: {_dots(dots, share)}" for side, share, dots in self._pairs)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(px(120), 2 * px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both, on the same scale."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, (side, share, dots) in enumerate(self._pairs):
                self._draw(painter, QRectF(0, px(_LINE) * number, self.width(), px(_LINE)), side, share, dots)

    def _draw(self, painter: QPainter, box: QRectF, side: Discipline, share: float, dots: int) -> None:
        looks = self._looks.disciplines[side]
        painter.setFont(_font(Weight.SEMIBOLD))
        painter.setPen(colour(looks.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, side.tag)
        words = _dots(dots, share)
        painter.setFont(_font(Weight.REGULAR))
        said = painter.fontMetrics().horizontalAdvance("99 dots · 100 %")
        painter.setPen(colour(self._looks.muted))
        painter.drawText(box, _RIGHT, words)
        room = QRectF(px(28), box.center().y() - px(_BAR) / 2, box.width() - px(28) - said - 6, px(_BAR))
        _fill(painter, room, self._looks.raised)
        _fill(
            painter,
            QRectF(room.left(), room.top(), room.width() * min(share / self._most, 1.0), room.height()),
            looks.accent,
        )


def draw_divided(
    painter: QPainter, bar: QRectF, parts: Sequence[tuple[int, Discipline]], looks: Palette
) -> None:
    """A bar with a part for each discipline; with nothing to divide, a quiet one."""
    total = sum(number for number, _ in parts)
    if not total:
        _fill(painter, bar, looks.raised)
        return
    around = QPainterPath()
    around.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.save()
    painter.setClipPath(around)
    x = bar.left()
    for number, discipline in parts:
        width = bar.width() * number / total
        painter.fillRect(
            QRectF(x, bar.top(), width, bar.height()), colour(looks.disciplines[discipline].accent)
        )
        x += width
    painter.restore()


def told(line: Line) -> str:
    """A line in words: “Cards: 12 CX, 4 CX + UX, 9 UX”."""
    name, voices = line
    return f"{name}: " + ", ".join(f"{voices.of(one)} {one.tag}" for one in ORDER)


def shortened(number: int) -> str:
    """A number in at most four letters."""
    return str(number) if number < 10_000 else f"{number // 1000}k"


def _cell(line: QRectF, place: int) -> QRectF:
    """The place of a number at the right of a line."""
    left = line.right() - px(_NUMBER) * (len(ORDER) - place)
    return QRectF(left, line.top(), px(_NUMBER), line.height())


def _fill(painter: QPainter, box: QRectF, name: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(name))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def _dots(dots: int, share: float) -> str:
    return f"{dots} dot{'' if dots == 1 else 's'} · {round(100 * share)} %"


def _font(weight: Weight) -> QFont:
    return font_of(weight, _LETTERS * text_scale(), 0.0)
