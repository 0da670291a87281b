"""Hands on the window: clicks, drags, wheels and keys as a user makes them, and looking at what came of them."""

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.canvas.canvas import Canvas
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.window_state import WindowState
from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point, Rect

Key = Qt.Key
NO, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton


def told(inside: QWidget) -> str:
    """The words of all labels that are visible within a widget, one below the other."""
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())


class Hands:
    """Works a window. Board points are turned into pixels by its camera."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window = window
        self.bot = bot

    @property
    def desk(self) -> Desk:
        """The open session's desk."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def canvas(self) -> Canvas:
        """The board widget."""
        return self.desk.canvas

    @property
    def state(self) -> WindowState:
        """The window's own state."""
        return self.desk.state

    @property
    def board(self) -> Board:
        """What the session holds now."""
        return self.desk.session.workshop.board

    @property
    def cards(self) -> list[Card]:
        """The cards, oldest first."""
        return list(self.board.cards.values())

    def card(self, text: str) -> Card:
        """The one card with this text."""
        (found,) = [card for card in self.cards if card.text == text]
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO, on: QWidget | None = None) -> None:
        """Press and let go of a key, where the keyboard is."""
        target = on or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, held)
        self.breathe()

    def type(self, text: str) -> None:
        """Type letters where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)
        self.breathe()

    def write(self, text: str) -> Card:
        """N, the text, Escape."""
        self.press(Key.Key_N, on=self.canvas)
        self.type(text)
        self.press(Key.Key_Escape)
        return self.cards[-1]

    def pixel(self, point: Point) -> QPoint:
        """The canvas's pixel of a board point."""
        return QPoint(*(round(part) for part in self.canvas.camera.to_screen(point)))

    def rect(self, card: Card | str) -> Rect:
        """A card's box on the board."""
        rect = self.canvas.scene.cards.rect(card if isinstance(card, str) else card.id)
        assert rect is not None
        return rect

    def middle(self, card: Card | str) -> QPoint:
        """The pixel in the middle of a card."""
        return self.pixel(self.rect(card).centre)

    def click(self, card: Card | str, held: Qt.KeyboardModifier = NO) -> None:
        """Click on a card."""
        self.click_at(self.middle(card), held)

    def click_at(self, at: QPoint, held: Qt.KeyboardModifier = NO, button: Qt.MouseButton = LEFT) -> None:
        """Click on the canvas."""
        self.move(at)
        QTest.mouseClick(self.canvas, button, held, at)
        self.breathe()

    def double_click_at(self, at: QPoint) -> None:
        """Click twice on the canvas."""
        self.move(at)
        QTest.mouseClick(self.canvas, LEFT, NO, at)
        QTest.mouseDClick(self.canvas, LEFT, NO, at)
        self.breathe()

    def drag(
        self, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NO, button: Qt.MouseButton = LEFT
    ) -> None:
        """Press, move in steps, let go."""
        self.hold(start, end, held, button)
        self.send(QEvent.Type.MouseButtonRelease, end, held, button, Qt.MouseButton.NoButton)
        self.breathe()

    def hold(
        self, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NO, button: Qt.MouseButton = LEFT
    ) -> None:
        """Press, move in steps, and keep the button down."""
        self.move(start)
        self.send(QEvent.Type.MouseButtonPress, start, held, button, button)
        for step in range(1, 6):
            at = start + (end - start) * (step / 5)
            self.send(QEvent.Type.MouseMove, at, held, Qt.MouseButton.NoButton, button)
            self.breathe()

    def move(self, at: QPoint) -> None:
        """Move the pointer with no button down."""
        self.send(QEvent.Type.MouseMove, at, NO, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton)

    def send(
        self,
        kind: QEvent.Type,
        at: QPoint,
        held: Qt.KeyboardModifier,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
    ) -> None:
        """One mouse event on the canvas, by way of the application as the window system sends it."""
        spot = QPointF(at)
        event = QMouseEvent(kind, spot, QPointF(self.canvas.mapToGlobal(at)), button, buttons, held)
        QCoreApplication.sendEvent(self.canvas, event)

    def wheel(self, at: QPoint, turns: float, held: Qt.KeyboardModifier = NO) -> None:
        """Turn the wheel at a pixel of the canvas."""
        event = QWheelEvent(
            QPointF(at),
            QPointF(self.canvas.mapToGlobal(at)),
            QPoint(),
            QPoint(0, round(120 * turns)),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(self.canvas, event)
        self.breathe()

    def empty_ground(self, phase: Phase = Phase.DISCOVER) -> QPoint:
        """A pixel of a phase where nothing lies."""
        column = self.canvas.scene.layout.columns[phase]
        for y in range(-300, 300, 20):
            point = Point(column.x + column.w / 2, float(y))
            if self.canvas.pick(self.pixel(point)) is None and self.canvas.scene.cards.at(point, 120) is None:
                return self.pixel(point)
        raise AssertionError("no empty ground")

    def choose(self, combo: QComboBox, words: str) -> None:
        """Choose from a list that drops down, by keyboard."""
        index = combo.findText(words)
        assert index >= 0, [combo.itemText(place) for place in range(combo.count())]
        combo.setFocus()
        combo.showPopup()
        view = combo.view()
        view.setCurrentIndex(combo.model().index(index, 0))
        QTest.keyClick(view, Key.Key_Return)
        self.bot.waitUntil(lambda: not view.isVisible())
        with self.bot.waitActive(self.window):
            self.window.activateWindow()
        self.breathe()

    def fill(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Write over what a field holds, and leave it."""
        field.setFocus()
        QTest.keyClick(field, Key.Key_A, CTRL)
        QTest.keyClick(field, Key.Key_Delete)
        QTest.keyClicks(field, text)
        self.canvas.setFocus()
        self.breathe()

    def breathe(self) -> None:
        """Let Qt deliver what waits, and the panel follow the board."""
        QCoreApplication.processEvents()
        while self.window.desk is not None and self.window.desk.panel.behind:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.processEvents()

    def settle(self) -> None:
        """Wait until the board is painted in full."""
        self.canvas.update()
        self.breathe()
        self.bot.waitUntil(lambda: self.canvas.at_rest)

    def saved(self) -> None:
        """Wait until the file has everything."""
        self.bot.waitUntil(lambda: self.desk.session.saver.state.all_saved)
