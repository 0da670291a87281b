"""Letters too small for the last row: said in the presenter's bar, and by one click shown piece by piece."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.hands import ALT, CTRL, LEFT, NO, SHIFT, Hands, Key
from tests.ui.projecting import bar, present, presenting, projector, seen, settle
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step
from workshop.facilitation.parts import READABLE
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.card_plan import card_writing

WORDS = "finance asks where the breakdown of the bill went at the end of each month"


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """Two phases full of cards, on the projector, the whole of both in view."""
    cards = [
        Card(id=f"{phase.value}{n}", text=WORDS, phase=phase, x=250.0 * (n % 3), y=160.0 * (n // 3) - 440)
        for phase in (Phase.DISCOVER, Phase.DEFINE)
        for n in range(12)
    ]
    assert home.window.open_path(session_file(*cards))
    home.breathe()
    home.press(Key.Key_1, on=home.canvas)
    home.settle()
    present(home)
    return home


def smallest(room: Hands) -> float:
    """The height of the smallest words lit on the projector, as a share of its height."""
    board, view = projector(room).board, seen(room)
    lit = [card for card in room.cards if board.lit is None or card.id in board.lit]
    shown = [card for card in lit if view.contains(room.rect(card), 1.0)]
    assert shown
    return min(card_writing(card).size for card in shown) * board.camera.zoom / projector(room).height()


def test_a_view_too_small_to_be_read_is_presented_in_parts_by_one_click(room: Hands) -> None:
    assert projector(room).board.camera.zoom > NEAR_ZOOM
    assert smallest(room) < READABLE
    assert bar(room).small.isVisible()
    QTest.mouseClick(bar(room).small, LEFT)
    settle(room)
    assert not bar(room).small.isVisible()
    lit: set[str] = set()
    stop = presenting(room).stop
    assert stop is not None
    assert stop.words.startswith("This view · Discover")
    assert "This view" in bar(room).frames.text(), "the notice has made room for the name of the frame"
    assert bar(room).where.isVisible()
    while presenting(room).stop is not None and presenting(room).stop.frame.id == "view":
        assert smallest(room) >= READABLE * 0.999
        cards = projector(room).board.lit
        lit |= (
            cards
            if cards is not None
            else {card.id for card in room.cards if seen(room).contains(room.rect(card))}
        )
        room.press(Key.Key_PageDown, on=room.canvas)
        settle(room)
    assert lit == {card.id for card in room.cards}


def test_nearer_to_the_cards_the_notice_goes_and_from_afar_it_comes_back(room: Hands) -> None:
    room.state.select({"Discover4"})
    room.press(Key.Key_2, SHIFT, on=room.canvas)
    for _ in range(3):
        room.press(Key.Key_Equal, CTRL, on=room.canvas)
    settle(room)
    assert smallest(room) >= READABLE
    assert not bar(room).small.isVisible()
    room.press(Key.Key_1, on=room.canvas)
    settle(room)
    assert bar(room).small.isVisible()


def test_far_faces_a_spotlight_and_a_frozen_picture_are_not_complained_of(room: Hands) -> None:
    room.press(Key.Key_0, on=room.canvas)
    settle(room)
    assert projector(room).board.camera.zoom < NEAR_ZOOM
    assert not bar(room).small.isVisible()
    room.press(Key.Key_1, on=room.canvas)
    settle(room)
    room.state.choose_phase(Phase.DISCOVER)
    room.press(Key.Key_S, on=room.canvas)
    settle(room)
    assert not bar(room).small.isVisible()
    room.press(Key.Key_S, on=room.canvas)
    settle(room)
    assert bar(room).small.isVisible()
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    settle(room)
    assert not bar(room).small.isVisible()


def test_when_cards_come_to_be_too_small_it_is_said_and_taken_back_when_they_are_gone(room: Hands) -> None:
    room.press(Key.Key_A, CTRL, on=room.canvas)
    room.press(Key.Key_Delete, on=room.canvas)
    settle(room)
    assert not bar(room).small.isVisible()
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    settle(room)
    assert bar(room).small.isVisible()


def test_a_card_taken_in_hand_brings_its_piece_of_the_phase_onto_the_projector(room: Hands) -> None:
    add_step(room.state.workshop, origin=ORIGIN, title="Group", mode=Mode.GROUP, phase=Phase.DISCOVER)
    room.press(Key.Key_N, ALT, on=room.canvas)
    settle(room)
    shown = projector(room).board.lit
    assert shown is not None
    other = next(card for card in ("Discover0", "Discover11") if card not in shown)
    start = room.middle(other)
    assert room.canvas.rect().contains(start)
    room.hold(start, start + QPoint(30, 20))
    settle(room)
    assert other in projector(room).board.lit
    assert smallest(room) >= READABLE * 0.999
    room.send(QEvent.Type.MouseButtonRelease, start + QPoint(30, 20), NO, LEFT, Qt.MouseButton.NoButton)
    settle(room)
    assert other in projector(room).board.lit
    room.state.workshop.room.stop()


def test_a_frame_of_a_region_is_walked_in_parts_that_can_be_read(room: Hands) -> None:
    room.state.choose_phase(None)
    room.press(Key.Key_F, SHIFT, on=room.canvas)
    room.press(Key.Key_PageDown, on=room.canvas)
    settle(room)
    stop = presenting(room).stop
    assert stop is not None
    assert stop.frame.name == "View 1"
    assert stop.part.title.startswith("Discover")
    assert smallest(room) >= READABLE * 0.999


def test_a_spotlight_on_cards_far_apart_is_walked_in_pieces_that_can_be_read(room: Hands) -> None:
    chosen = {"Discover0", "Discover10", "Define2"}
    room.state.select(chosen)
    room.press(Key.Key_S, on=room.canvas)
    settle(room)
    lit: set[str] = set()
    for _ in chosen:
        shown = projector(room).board.lit
        assert shown is not None
        if projector(room).board.camera.zoom >= NEAR_ZOOM:
            assert smallest(room) >= READABLE * 0.999
            lit |= shown
        room.press(Key.Key_PageDown, on=room.canvas)
        settle(room)
    assert lit == chosen


def test_a_spotlight_from_afar_shows_first_where_all_of_it_lies(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    cards = [
        Card(id=phase.value, text=WORDS, phase=phase, x=100, y=0) for phase in (Phase.DISCOVER, Phase.SCALE)
    ]
    assert home.window.open_path(session_file(*cards))
    home.settle()
    present(home)
    home.state.select({"Discover", "Scale"})
    home.press(Key.Key_S, on=home.canvas)
    settle(home)
    assert projector(home).board.camera.zoom < NEAR_ZOOM
    assert projector(home).board.lit == {"Discover", "Scale"}
    for card in ("Discover", "Scale"):
        home.press(Key.Key_PageDown, on=home.canvas)
        settle(home)
        assert projector(home).board.lit == {card}
        assert smallest(home) >= READABLE * 0.999
