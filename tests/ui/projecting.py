"""A second screen for tests: plugged in and pulled out at will, and what the projector on it shows."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.hands import Hands, Key
from ui.present.presenter_bar import PresenterBar
from ui.present.presenting import Presenting
from ui.present.projector import Projector
from ui.present.screens import Place, Screens
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point, Rect

SECOND = Place(QRect(3_000, 0, 1_600, 900))


class FakeScreens(Screens):
    """Says that there is a second screen, or none."""

    def __init__(self, parent: QObject, second: Place | None = SECOND) -> None:
        super().__init__(parent)
        self.second = second

    def other_than(self, window: QWidget) -> Place | None:
        """The second screen."""
        return self.second

    def own(self, window: QWidget) -> Place:
        """A screen as large as the window."""
        return Place(window.geometry())

    def plug(self, second: Place | None) -> None:
        """Plug a screen in, or pull it out."""
        self.second = second
        self.changed.emit()


class Repaints(QObject):
    """Notes which parts of a widget are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note it."""
        if event.type() == QEvent.Type.Paint:
            self.areas.append(event.region().boundingRect())  # type: ignore[attr-defined]
        return False


def present(hands: Hands, second: Place | None = SECOND) -> Presenting:
    """F5, with a second screen or without."""
    hands.desk.presenting.screens = FakeScreens(hands.desk, second)
    hands.press(Key.Key_F5, on=hands.canvas)
    settle(hands)
    return presenting(hands)


def presenting(hands: Hands) -> Presenting:
    """The presentation that is on."""
    found = hands.desk.presenting.presenting
    assert found is not None
    return found


def projector(hands: Hands) -> Projector:
    """The projector's window."""
    return presenting(hands).projector


def bar(hands: Hands) -> PresenterBar:
    """The bar below the board while it is presented."""
    found = hands.desk.presenting.bar
    assert found is not None
    return found


def plug(hands: Hands, second: Place | None) -> None:
    """Plug a screen in, or pull it out, and wait until the windows have their places."""
    screens = hands.desk.presenting.screens
    assert isinstance(screens, FakeScreens)
    screens.plug(second)
    settle(hands)


def settle(hands: Hands) -> None:
    """Wait until both windows show what they are to show."""
    hands.settle()
    hands.bot.waitUntil(lambda: not presenting(hands).waits)
    projector(hands).update()
    hands.breathe()
    hands.bot.waitUntil(lambda: projector(hands).at_rest)
    hands.breathe()


def picture(hands: Hands) -> QImage:
    """What is on the projector."""
    settle(hands)
    return projector(hands).grab().toImage()


def on_projector(hands: Hands, point: Point) -> QPoint:
    """The projector's pixel of a board point."""
    x, y = projector(hands).board.camera.to_screen(point)
    return QPoint(round(x), round(y))


def colour_at(hands: Hands, point: Point) -> QColor:
    """The colour of the projector's picture at a board point."""
    return picture(hands).pixelColor(on_projector(hands, point))


def seen(hands: Hands) -> Rect:
    """The board rectangle that the projector shows."""
    room = projector(hands).room
    return projector(hands).board.camera.rect_to_board(Rect(0, 0, room.width(), room.height()))


def bar_button(hands: Hands, words: str) -> QAbstractButton:
    """A button of the presenter's bar by its name or its words."""
    bar = hands.desk.presenting.bar
    assert bar is not None
    (found,) = [
        button
        for button in bar.findChildren(QAbstractButton)
        if words in {button.accessibleName(), button.text()}
    ]
    return found


def projectors() -> list[QWidget]:
    """The projectors in sight."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.objectName() == "projector" and widget.isVisible()
    ]


def small_board() -> list[Card]:
    """Three open cards and a hidden one."""
    return [
        Card(id="a", text="first", phase=Phase.DISCOVER, x=200, y=-200),
        Card(id="b", text="second", phase=Phase.DISCOVER, x=500, y=-200),
        Card(id="c", text="third", phase=Phase.DEFINE, x=200, y=0),
        Card(id="h", text="secret", phase=Phase.DISCOVER, x=500, y=100, hidden=True),
    ]


def hover(widget: QWidget, at: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the pointer over a widget, with a button down or none."""
    none, where = Qt.MouseButton.NoButton, QPointF(widget.mapToGlobal(at))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), where, none, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
