"""The small pictures of a thread's row: how many diamonds it comes through, and who speaks along it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.canvas.painting import colour
from ui.theme.scale import px
from workshop.board.threads import Thread
from workshop.model.diamonds import DiamondName
from workshop.picture.palette import Palette

_DIAMOND, _APART = 7.0, 13.0
_DOT, _VOTED, _GAP = 4.0, 8.0, 4.0


class DiamondMarks(QWidget):
    """Three small diamonds, filled as far as the thread reaches."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self._reaches = DiamondName.PROBLEM
        self.setFixedSize(px(2 * _APART + 2 * _DIAMOND + 2), px(2 * _DIAMOND + 4))

    def show_reach(self, reaches: DiamondName) -> None:
        """Fill the diamonds up to this one."""
        self._reaches = reaches
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them in the colours that the diamonds of the board have."""
        reached = list(DiamondName).index(self._reaches)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, name in enumerate(DiamondName):
                ink = colour(self._looks.diamonds[name].ink)
                painter.setPen(QPen(ink, 1.4))
                painter.setBrush(ink if number <= reached else Qt.BrushStyle.NoBrush)
                x, y, r = px(1 + _DIAMOND + _APART * number), px(2 + _DIAMOND), px(_DIAMOND) - 1
                tips = ((x - r, y), (x, y - r), (x + r, y), (x, y + r))
                painter.drawPolygon(QPolygonF([QPointF(*tip) for tip in tips]))


class VoiceStrip(QWidget):
    """A dot for each card in the colour of its discipline, with the votes in it; its accessible name says the same."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self._thread: Thread | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_thread(self, thread: Thread) -> None:
        """Show who speaks along a thread."""
        if thread != self._thread:
            self._thread = thread
            self.setAccessibleName(voices_in_words(thread))
            self.setToolTip(self.accessibleName())
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(120), px(2 * _VOTED + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots on a line, nearer to one another where there are many."""
        if self._thread is None:
            return
        voices = list(zip(self._thread.disciplines, self._thread.dots_along, strict=True))
        radii = [px(_VOTED if dots else _DOT) for _, dots in voices]
        wanted = sum(2 * radius + px(_GAP) for radius in radii) - px(_GAP)
        squeeze = min(1.0, (self.width() - 2.0) / max(wanted, 1.0))
        middle, x = self.height() / 2, 1.0
        font = QFont(self.font())
        font.setPixelSize(px(10))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font)
            painter.setPen(QPen(colour(self._looks.hairline), 2.0))
            painter.drawLine(QPointF(1, middle), QPointF(min(wanted * squeeze, self.width() - 1.0), middle))
            for (discipline, dots), radius in zip(voices, radii, strict=True):
                looks = self._looks.disciplines[discipline]
                box = QRectF(x, middle - radius, 2 * radius, 2 * radius)
                painter.setPen(QPen(colour(looks.accent), 1.2))
                painter.setBrush(colour(looks.fill if dots else looks.accent))
                painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
                if dots:
                    painter.setPen(colour(looks.ink))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(dots) if dots < 100 else "…")
                x += (2 * radius + px(_GAP)) * squeeze


def voices_in_words(thread: Thread) -> str:
    """Who speaks along a thread, card by card: “CX, 3 votes; UX; CX + UX, 1 vote”."""
    voices = zip(thread.disciplines, thread.dots_along, strict=True)
    return "; ".join(f"{discipline.tag}{votes_in_words(dots, ', ')}" for discipline, dots in voices)


def votes_in_words(dots: int, before: str = "") -> str:
    """“3 votes” with something before it, nothing for none."""
    if not dots:
        return ""
    return f"{before}{dots} vote" + ("" if dots == 1 else "s")
