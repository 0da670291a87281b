"""The filters of a search as compact chips, some of them with a menu in which several things can be ticked."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.canvas.painting import colour
from workshop.model.text import short

_DOT = 8


class Chip(QPushButton):
    """A filter that is on or off."""

    def __init__(self, text: str, tip: str, name: str) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self, dot: str) -> None:
        """Show a dot of a colour before the word."""
        self.setIcon(_dot(dot))
        self.setIconSize(QSize(_DOT, _DOT))


class MenuChip(Chip):
    """A filter that opens a menu; it shows what is ticked there, and is checked when anything is."""

    chosen_changed = Signal()

    def __init__(self, text: str, tip: str, name: str) -> None:
        super().__init__(text, tip, name)
        self._word = text
        self._names: dict[object, str] = {}
        self._chosen: frozenset[object] = frozenset()
        self.clicked.connect(self._open)
        self._show()

    @property
    def chosen(self) -> frozenset[object]:
        """What is ticked."""
        return self._chosen

    def offer(self, choices: Iterable[tuple[object, str]]) -> None:
        """What can be ticked, and its names. What is no longer there is no longer chosen."""
        self._names = dict(choices)
        self.choose(self._chosen & self._names.keys())

    def choose(self, chosen: Iterable[object]) -> None:
        """Tick exactly these."""
        before, self._chosen = self._chosen, frozenset(chosen)
        self._show()
        if self._chosen != before:
            self.chosen_changed.emit()

    def _open(self) -> None:
        self._show()
        menu = _StayingMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, name in self._names.items():
            action = menu.addAction(short(name, 40).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in self._chosen)
            action.toggled.connect(lambda on, value=value: self._tick(value, on))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _tick(self, value: object, on: bool) -> None:
        self.choose(self._chosen | {value} if on else self._chosen - {value})

    def _show(self) -> None:
        names = [name for value, name in self._names.items() if value in self._chosen]
        word = (
            self._word
            if not names
            else short(names[0], 12)
            if len(names) == 1
            else f"{self._word} {len(names)}"
        )
        self.setText(f"{word} ▾".replace("&", "&&"))
        self.setChecked(bool(names))


class _StayingMenu(QMenu):
    """Ticks without closing, by mouse and with Space; Enter ticks and closes, Esc only closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chipMenu")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is under the pointer."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.toggle()
        return True


def _dot(name: str) -> QIcon:
    picture = QPixmap(2 * _DOT, 2 * _DOT)
    picture.setDevicePixelRatio(2.0)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(name))
        painter.drawEllipse(0, 0, _DOT, _DOT)
    return QIcon(picture)
