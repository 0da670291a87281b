"""The map in the corner: the whole board, and the part of it in view, which is dragged about."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.canvas.canvas import Canvas
from ui.canvas.painting import colour
from ui.finding.map_picture import BELOW, MapScale, balance_of, map_picture, scale_of
from workshop.model.diamonds import DIAMONDS
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect

HEIGHT = 100

_WHY = "map"
_AGAIN_MS = 200
"""After this pause the picture is made again of a board that changed: typing goes on meanwhile."""

_LEAST_VIEW = 8.0
_STEP = 0.15
"""The share of the view by which an arrow key moves it."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Minimap(QWidget):
    """Keeps its picture until cards change; only the rectangle of the view is drawn anew each time."""

    def __init__(self, canvas: Canvas, looks: Palette, width: int) -> None:
        super().__init__(canvas)
        self.setObjectName("minimap")
        self.setAccessibleName("Map of the board")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(width, HEIGHT)
        self._canvas = canvas
        self._looks = looks
        self._picture: QPixmap | None = None
        self._scale = scale_of(canvas.scene, width, HEIGHT)
        self._grip: Point | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._make_again)
        canvas.state.board_changed.connect(self._on_board_changed)
        canvas.marked.connect(self._on_board_changed)

    @property
    def scale(self) -> MapScale:
        """How the board lies on the map."""
        return self._scale

    @property
    def view(self) -> Rect:
        """The part of the board in view, in the map's pixels."""
        canvas = self._canvas
        return self._scale.to_map(canvas.camera.rect_to_board(Rect(0, 0, canvas.width(), canvas.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Blit the picture and draw the view."""
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._scale = scale_of(self._canvas.scene, self.width(), self.height())
            marked = self._canvas.marking.marked
            self._picture = map_picture(
                self._canvas.scene, self._scale, self.size(), self._looks, ratio=ratio, marked=marked
            )
            self.setToolTip(self._in_words())
            self.setAccessibleDescription(self._in_words())
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            fill = QColor(self._looks.selection)
            fill.setAlpha(28)
            painter.setPen(QPen(colour(self._looks.selection), 2.0 if self.hasFocus() else 1.0))
            painter.setBrush(fill)
            painter.drawRect(self._shown_view())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the view, or have it come here."""
        at, view = Point(event.position().x(), event.position().y()), self.view
        if view.x <= at.x <= view.right and view.y <= at.y <= view.bottom:
            self._grip = Point(at.x - view.centre.x, at.y - view.centre.y)
        else:
            self._grip = Point(0, 0)
            self._look_at(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the view along."""
        if self._grip is not None:
            self._look_at(Point(event.position().x() - self._grip.x, event.position().y() - self._grip.y))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the view; the board has the keyboard, as after a drag on itself."""
        self._grip = None
        self._canvas.looking.pause()
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is a click, not one of the board beneath."""
        self.mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The arrows are the map's while it has the keyboard, not the board's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _plain(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the view; Esc gives the board the keyboard."""
        if _plain(event):
            right, down = _ARROWS[Qt.Key(event.key())]
            canvas = self._canvas
            canvas.look(canvas.camera.panned(-right * _STEP * canvas.width(), -down * _STEP * canvas.height()))
        elif event.key() == Qt.Key.Key_Escape:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the map has the keyboard."""
        super().focusInEvent(event)
        self.update()

    def _shown_view(self) -> QRectF:
        """The view, never too small to be seen and inside the frame."""
        view = self.view
        w, h = max(view.w, _LEAST_VIEW), max(view.h, _LEAST_VIEW)
        box = QRectF(view.centre.x - w / 2, view.centre.y - h / 2, w, h)
        return box & QRectF(3.5, 3.5, self.width() - 7, self.height() - BELOW - 4)

    def _look_at(self, at: Point) -> None:
        self._canvas.looking.centre_on(self._scale.to_board(at), _WHY)

    def _on_board_changed(self) -> None:
        if not self._again.isActive():
            self._again.start()

    def _make_again(self) -> None:
        self._picture = None
        self.update()

    def _in_words(self) -> str:
        lines = []
        for diamond in DIAMONDS:
            balance = balance_of(self._canvas.scene, diamond)
            lines.append(f"{diamond.name}: {balance.cx} CX, {balance.joint} joint, {balance.ux} UX")
        if count := len(self._canvas.marking.marked):
            lines.append(f"{count} {'card' if count == 1 else 'cards'} with a finding")
        return "\n".join(lines)


def _plain(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ARROWS and held == Qt.KeyboardModifier.NoModifier
