"""How far a lens has come, as a thin bar from the baseline to the target."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.canvas.painting import colour
from workshop.model.cards import Discipline
from workshop.picture.palette import Palette

_HEIGHT = 6


class ProgressBar(QWidget):
    """Paints a share; the words beside it say the same."""

    def __init__(self, looks: Palette, side: Discipline) -> None:
        super().__init__()
        self._looks = looks
        self._side = side
        self._share = 0.0
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None) -> None:
        """Show a share, 0 at the baseline and 1 at the target; nothing for None."""
        self.setVisible(share is not None)
        self._share = min(max(share or 0.0, 0.0), 1.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The way in grey, what is done of it in the discipline's colour."""
        whole = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._looks.raised))
            painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
            if self._share:
                painter.setBrush(colour(self._looks.disciplines[self._side].accent))
                done = QRectF(0, 0, max(whole.width() * self._share, _HEIGHT), _HEIGHT)
                painter.drawRoundedRect(done, _HEIGHT / 2, _HEIGHT / 2)
