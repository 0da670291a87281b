"""What the room reads while it follows: a card just revealed, and the phase of the step that was entered."""

import pytest
from PySide6.QtCore import QPoint

from tests.ui.hands import LEFT, SHIFT, Hands, Key
from tests.ui.projecting import bar_button, present, presenting, projector, seen, settle
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step
from workshop.commands.frames import add_phase_frame
from workshop.commands.revealing import hide_cards
from workshop.facilitation.parts import READABLE
from workshop.model.diamonds import Phase
from workshop.picture.card_plan import card_writing


def readable(hands: Hands, card: str) -> bool:
    """Whether a card's words can be read from the last row."""
    window = projector(hands)
    return window.board.camera.zoom * card_writing(hands.board.cards[card]).size >= window.height() * READABLE


def enter(hands: Hands, phase: Phase) -> None:
    """Enter a step about a phase, with its timer paused."""
    step = add_step(hands.state.workshop, origin=ORIGIN, title="Share", phase=phase)
    hands.state.workshop.room.enter(step.id)
    hands.state.workshop.room.pause()
    settle(hands)


def test_a_card_that_is_revealed_is_read_from_the_last_row_until_one_looks_elsewhere(room: Hands) -> None:
    present(room)
    assert not readable(room, "h")
    room.press(Key.Key_R, on=room.canvas)
    settle(room)
    assert readable(room, "h")
    assert seen(room).contains(room.rect("h"))
    assert presenting(room).following
    assert projector(room).board.lit is None
    room.wheel(QPoint(300, 300), 2)
    settle(room)
    assert seen(room).centre == pytest.approx(room.canvas.looking.middle, abs=2)


def test_once_all_are_revealed_the_phase_of_the_step_is_shown_again(room: Hands) -> None:
    hide_cards(room.state.workshop, origin=ORIGIN, card_ids=["a", "b"])
    present(room)
    enter(room, Phase.DISCOVER)
    room.press(Key.Key_R, on=room.canvas)
    settle(room)
    one = seen(room)
    room.press(Key.Key_R, SHIFT, on=room.canvas)
    settle(room)
    stop = presenting(room).stop
    assert stop is not None
    assert stop.frame.phase is Phase.DISCOVER
    assert seen(room).w > one.w
    assert all(seen(room).contains(room.rect(card)) for card in stop.part.cards or ("a", "b", "h"))
    room.state.workshop.room.stop()


def test_a_projector_that_stays_does_not_go_to_what_is_revealed(room: Hands) -> None:
    present(room)
    room.bot.mouseClick(bar_button(room, "Follow me"), LEFT)
    before = seen(room)
    room.press(Key.Key_R, on=room.canvas)
    settle(room)
    assert seen(room) == pytest.approx(before, abs=1)


def test_the_phase_of_a_step_is_shown_in_pieces_that_can_be_read(sample: Hands) -> None:
    present(sample)
    enter(sample, Phase.EXPLORE)
    stops = []
    while (stop := presenting(sample).stop) is not None and stop.frame.phase is Phase.EXPLORE:
        if stop in stops:
            break
        stops.append(stop)
        for card in stop.part.cards or ():
            assert readable(sample, card)
        sample.press(Key.Key_PageDown, on=sample.canvas)
    assert len(stops) > 1
    assert set().union(*(stop.part.cards for stop in stops)) == set(sample.board.cards_in(Phase.EXPLORE))


def test_a_phase_without_a_frame_is_shown_too_and_the_frames_follow(room: Hands) -> None:
    frame = add_phase_frame(room.state.workshop, origin=ORIGIN, phase=Phase.SCALE)
    present(room)
    enter(room, Phase.DISCOVER)
    stop = presenting(room).stop
    assert stop is not None
    assert stop.frame.phase is Phase.DISCOVER
    for _ in range(9):
        room.press(Key.Key_PageDown, on=room.canvas)
    assert presenting(room).stop.frame == frame
