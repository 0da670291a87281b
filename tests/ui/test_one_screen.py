"""With one screen the projector covers the window: what leads the room goes on by key and wheel."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from tests.ui.hands import ALT, CTRL, NO, SHIFT, Hands, Key
from tests.ui.projecting import on_projector, present, presenting, projector, seen, settle
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step
from workshop.commands.revealing import hide_cards


def press(room: Hands, key: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
    QTest.keyClick(projector(room), key, held)
    room.breathe()


def wheel(room: Hands, at: QPoint, turns: int, held: Qt.KeyboardModifier = NO) -> None:
    """Turn the wheel over the projector."""
    window, spot = projector(room), QPointF(at)
    event = QWheelEvent(
        spot,
        QPointF(window.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(window, event)
    settle(room)


def test_cards_are_revealed_from_the_projector(room: Hands) -> None:
    hide_cards(room.state.workshop, origin=ORIGIN, card_ids=["a", "b"])
    present(room, second=None)
    press(room, Key.Key_R)
    assert sum(card.hidden for card in room.cards) == 2
    press(room, Key.Key_R, SHIFT)
    assert not any(card.hidden for card in room.cards)


def test_the_agenda_goes_on_from_the_projector(room: Hands) -> None:
    workshop = room.state.workshop
    first = add_step(workshop, origin=ORIGIN, title="Share", minutes=5)
    second = add_step(workshop, origin=ORIGIN, title="Group", minutes=5)
    present(room, second=None)
    press(room, Key.Key_Space)
    press(room, Key.Key_N, ALT)
    assert workshop.room.step == second
    before = workshop.room.left
    press(room, Key.Key_M, ALT)
    assert workshop.room.left > before + 50
    press(room, Key.Key_B, ALT)
    assert workshop.room.step == first
    assert not projector(room).black
    workshop.room.stop()


def test_the_spotlight_and_the_end_are_reached_from_the_projector(room: Hands) -> None:
    room.state.select({"a"})
    present(room, second=None)
    press(room, Key.Key_S)
    assert projector(room).board.lit == {"a"}
    press(room, Key.Key_F5, SHIFT)
    assert not room.desk.presenting.on


def test_the_wheel_zooms_to_the_pointer_and_pans(room: Hands) -> None:
    present(room, second=None)
    target = room.rect("b").centre
    at, before = on_projector(room, target), seen(room)
    wheel(room, at, 2, CTRL)
    closer = seen(room)
    assert closer.w < before.w * 0.8
    assert presenting(room).following
    assert closer.contains(room.rect("b"))
    wheel(room, at, -1)
    assert seen(room).centre.y > closer.centre.y
    assert seen(room).w == pytest.approx(closer.w)
