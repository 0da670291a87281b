"""Driving the window with real events, each timed until its picture is painted."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from workshop.picture.plan import Point


class Driver:
    """Makes steps on the window's canvas and gives the milliseconds of each."""

    def __init__(self, window: MainWindow) -> None:
        assert window.desk is not None
        self._desk = window.desk
        self._canvas = window.desk.canvas
        self._middle = QPoint(self._canvas.width() // 2, self._canvas.height() // 2)

    def pan(self, steps: int, *, near: bool) -> list[float]:
        """Turns of the wheel."""
        self._look(near)
        return [self._timed(lambda way=way: self._wheel(120 * way, ctrl=False)) for way in _to_and_fro(steps)]

    def zoom(self, steps: int) -> list[float]:
        """Turns of the wheel with Ctrl held, out to the whole board and in again."""
        self._look(near=True)
        out_and_in = [-1] * (steps // 2) + [1] * (steps // 2)
        return [self._timed(lambda way=way: self._wheel(120 * way, ctrl=True)) for way in out_and_in]

    def drag(self, steps: int, *, near: bool) -> list[float]:
        """Moves of the mouse with a card held."""
        self._look(near)
        scene = self._canvas.scene
        middle = self._canvas.camera.to_board(Point(self._middle.x(), self._middle.y()))
        boxes = scene.cards.boxes
        nearest = abs(boxes[:, 0] - middle.x) + abs(boxes[:, 1] - middle.y)
        rect = scene.cards.rect(scene.cards.ids[int(nearest.argmin())])
        assert rect is not None
        return self._dragged(self._canvas.camera.to_screen(rect.centre), steps)

    def drag_many(self, steps: int, cards: int = 500) -> list[float]:
        """Moves of the mouse with many selected cards held, the whole board in view."""
        self._look(near=False)
        scene = self._canvas.scene
        self._desk.state.select(scene.cards.ids[:cards])
        self._settle()
        rect = scene.cards.rect(scene.cards.ids[min(cards, len(scene.cards)) - 1])
        assert rect is not None
        return self._dragged(self._canvas.camera.to_screen(rect.centre), steps)

    def select_all(self, steps: int) -> list[float]:
        """Ctrl+A, each time with nothing selected before."""
        self._look(near=False)
        times, control = [], Qt.KeyboardModifier.ControlModifier
        for _ in range(steps):
            self._desk.state.select()
            QApplication.processEvents()
            times.append(self._timed(lambda: QTest.keyClick(self._canvas, Qt.Key.Key_A, control)))
        self._desk.state.select()
        return times

    def hover(self, steps: int) -> list[float]:
        """Moves of the mouse over cards with no button held."""
        self._look(near=True)
        width, height = self._canvas.width(), self._canvas.height()
        spots = [
            Point(80 + (step * 211) % (width - 160), 80 + (step * 97) % (height - 160)) for step in range(steps)
        ]
        return [
            self._timed(lambda at=at: self._mouse(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton))
            for at in spots
        ]

    def light_threads(self, steps: int) -> list[float]:
        """T, the thread of the selected card lit and put out."""
        self._look(near=True)
        self._select_in_view()
        return [self._timed(lambda: QTest.keyClick(self._canvas, Qt.Key.Key_T)) for _ in range(steps)]

    def begin_cards(self, steps: int) -> list[float]:
        """N until the cursor stands in the new card; the card is let go of unwritten each time."""
        self._look(near=True)
        self._desk.state.select()
        times = []
        for _ in range(steps):
            times.append(self._timed(lambda: QTest.keyClick(self._canvas, Qt.Key.Key_N)))
            QTest.keyClick(self._canvas.editor, Qt.Key.Key_Escape)
            QApplication.processEvents()
        return times

    def type_letters(self, steps: int) -> list[float]:
        """Letters into a card, each with its change on the board."""
        self._look(near=True)
        self._select_in_view()
        QTest.keyClick(self._canvas, Qt.Key.Key_Return)
        self._settle()
        times = [self._timed(lambda: QTest.keyClick(self._canvas.editor, Qt.Key.Key_E)) for _ in range(steps)]
        QTest.keyClick(self._canvas.editor, Qt.Key.Key_Escape)
        return times

    def change_discipline(self, steps: int) -> list[float]:
        """A change of a card by key, with everything that follows from it."""
        self._look(near=True)
        self._select_in_view()
        keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
        alt = Qt.KeyboardModifier.AltModifier
        return [
            self._timed(lambda key=keys[step % 3]: QTest.keyClick(self._canvas, key, alt))
            for step in range(steps)
        ]

    def _dragged(self, at: Point, steps: int) -> list[float]:
        """Moves with what lies at a pixel held, let go of in the end with nothing changed."""
        self._mouse(QEvent.Type.MouseButtonPress, at)
        moves = [Point(at.x + 5 + step * 3, at.y + step * 2) for step in range(steps)]
        times = [self._timed(lambda point=point: self._mouse(QEvent.Type.MouseMove, point)) for point in moves]
        QTest.keyClick(self._canvas, Qt.Key.Key_Escape)
        self._mouse(QEvent.Type.MouseButtonRelease, moves[-1])
        self._settle()
        return times

    def _select_in_view(self) -> None:
        scene, canvas = self._canvas.scene, self._canvas
        middle = canvas.camera.to_board(Point(self._middle.x(), self._middle.y()))
        boxes = scene.cards.boxes
        nearest = abs(boxes[:, 0] - middle.x) + abs(boxes[:, 1] - middle.y)
        self._desk.state.select({scene.cards.ids[int(nearest.argmin())]})
        self._settle()

    def _look(self, near: bool) -> None:
        if near:
            self._desk.board_actions.show_problem()
            self._desk.board_actions.zoom_100()
        else:
            self._desk.board_actions.fit_all()
        self._canvas.setFocus()
        self._settle()

    def _settle(self) -> None:
        until = time.perf_counter() + 0.25
        while time.perf_counter() < until:
            QApplication.processEvents()

    def _timed(self, step: Callable[[], object]) -> float:
        began = time.perf_counter()
        step()
        QCoreApplication.processEvents()
        return (time.perf_counter() - began) * 1000

    def _wheel(self, delta: int, *, ctrl: bool) -> None:
        at = QPointF(self._middle)
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            at,
            QPointF(self._canvas.mapToGlobal(self._middle)),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(self._canvas, event)

    def _mouse(self, kind: QEvent.Type, at: Point, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        local = QPointF(*at)
        event = QMouseEvent(
            kind,
            local,
            QPointF(self._canvas.mapToGlobal(local.toPoint())),
            button,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(self._canvas, event)


def _to_and_fro(steps: int) -> list[int]:
    return [1 if step // 10 % 2 == 0 else -1 for step in range(steps)]
