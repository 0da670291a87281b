"""A break on the projector: when the room is back, for as long as it is shown nothing else."""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.hands import CTRL, SHIFT, Hands, Key
from tests.ui.projecting import bar_button, picture, present, presenting, projector, settle, small_board
from tests.ui.seeing import alike
from tests.workshop.facilitation.watch import NINE, Watch
from ui.present.break_plan import break_plan
from ui.present.edge import EdgeWords
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step, enter_step
from workshop.facilitation.parts import READABLE
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode
from workshop.picture.palette import LIGHT
from workshop.picture.plan import TextRun

SAID = (
    "There is fruit on the terrace, and the doors to the garden close when the bell rings for the second time."
)


@pytest.fixture
def watch() -> Watch:
    """The clock that the test turns."""
    return Watch()


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path], watch: Watch) -> Hands:
    """A break of 15 minutes, then a step of a phase; neither runs."""
    assert home.window.open_path(session_file(*small_board()))
    workshop = home.state.workshop
    workshop.room.clock, workshop.clock = watch, watch.time
    add_step(workshop, origin=ORIGIN, title="Coffee", minutes=15, mode=Mode.BREAK)
    add_step(workshop, origin=ORIGIN, title="Share", minutes=10, phase=Phase.DISCOVER)
    home.breathe()
    return home


def at(minutes: int) -> str:
    """The clock on the wall so many minutes after nine."""
    return f"{datetime.fromtimestamp(NINE.timestamp() + minutes * 60).astimezone():%H:%M}"


def begin(room: Hands) -> None:
    """Present, and begin the break."""
    present(room)
    enter_step(room.state.workshop, origin=ORIGIN)
    settle(room)


def test_a_break_fills_the_projector_and_says_when_the_room_is_back(room: Hands, watch: Watch) -> None:
    begin(room)
    words = projector(room).words
    assert (words.rests, words.back, words.time) == (True, at(15), "15:00")
    assert projector(room).room.height() == projector(room).height()
    assert room.desk.presenting.bar.where.text() == "Break on the projector"
    watch.wait(60)
    room.state.workshop.room.add_minutes(5)
    settle(room)
    assert (projector(room).words.back, projector(room).words.time) == (at(20), "19:00")
    watch.wait(20 * 60)
    room.state.timer.look()
    settle(room)
    words = projector(room).words
    assert (words.over, words.back, words.time) == (True, at(20), "+1:00")


def test_a_break_that_is_paused_says_no_time_that_would_be_wrong(room: Hands) -> None:
    begin(room)
    room.state.workshop.room.pause()
    settle(room)
    assert (projector(room).words.rests, projector(room).words.back) == (True, "")


def test_no_card_is_seen_while_the_room_rests_whatever_the_facilitator_does(room: Hands) -> None:
    begin(room)
    before = picture(room)
    room.write("Written in the break")
    room.wheel(room.canvas.rect().center(), 2, CTRL)
    settle(room)
    assert alike(picture(room), before)
    projector(room).point(room.rect("a").centre)
    assert alike(picture(room), before)


def test_what_is_shown_on_purpose_comes_before_the_break_which_comes_back(room: Hands) -> None:
    begin(room)
    room.state.select({"a"})
    room.press(Key.Key_S, on=room.canvas)
    settle(room)
    assert not projector(room).words.rests
    assert projector(room).words.shown
    room.press(Key.Key_S, on=room.canvas)
    settle(room)
    assert projector(room).words.rests
    room.press(Key.Key_PageDown, on=room.canvas)
    settle(room)
    assert not projector(room).words.rests
    follow = bar_button(room, "Follow me")
    for _ in range(2):
        follow.click()
    settle(room)
    assert projector(room).words.rests


def test_the_step_after_a_break_shows_the_board_again(room: Hands) -> None:
    begin(room)
    room.desk.act("next_step")
    settle(room)
    assert projector(room).words.shown
    assert presenting(room).stop is not None
    assert projector(room).room.height() < projector(room).height()


def test_a_frame_that_the_projector_stays_on_is_there_again_after_the_break(room: Hands) -> None:
    present(room)
    room.press(Key.Key_PageDown, on=room.canvas)
    bar_button(room, "Follow me").click()
    settle(room)
    stayed = presenting(room).stop
    enter_step(room.state.workshop, origin=ORIGIN)
    settle(room)
    assert projector(room).words.rests
    room.desk.act("next_step")
    settle(room)
    assert presenting(room).stop == stayed
    assert not projector(room).words.rests


def test_a_frozen_break_keeps_no_clock_of_another_step(room: Hands) -> None:
    begin(room)
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    room.desk.act("next_step")
    settle(room)
    words = projector(room).words
    assert (words.rests, words.back, words.time) == (True, at(15), "")
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    settle(room)
    assert projector(room).words.step == "Share"


def test_on_the_only_screen_a_break_can_be_left_by_escape(room: Hands) -> None:
    present(room, second=None)
    enter_step(room.state.workshop, origin=ORIGIN)
    settle(room)
    assert projector(room).words.rests
    QTest.keyClick(projector(room), Key.Key_Escape)
    room.breathe()
    assert not room.desk.presenting.on


@pytest.mark.parametrize("size", [(1_024, 768), (1_280, 720), (1_920, 1_080)])
@pytest.mark.parametrize("words", [
    EdgeWords("Coffee", SAID, "15:00", rests=True, back="11:15"),
    EdgeWords("Coffee", "", "+1:04:05", over=True, rests=True, back="11:15"),
    EdgeWords("A walk around the block, in pairs of one CX and one UX", SAID, "1:04:05", paused=True, rests=True),
])  # fmt: skip
def test_every_line_of_a_break_is_within_the_screen_and_large_enough(
    size: tuple[int, int], words: EdgeWords
) -> None:
    runs = [shape for shape in break_plan(words, *size, LIGHT) if isinstance(shape, TextRun)]
    rects = [run.rect for run in runs]
    assert all(rect.x >= 0 and rect.right <= size[0] for rect in rects)
    assert all(rect.y >= 0 and rect.bottom <= size[1] for rect in rects)
    assert all(run.size >= size[1] * READABLE for run in runs)
    lines = sorted({run.baseline: run.size for run in runs}.items())
    assert all(below - above > 0.9 * size for (above, _), (below, size) in pairwise(lines))


def test_the_prompt_of_a_break_has_two_lines_before_it_is_cut() -> None:
    def lines(prompt: str) -> list[str]:
        words = EdgeWords("Coffee", prompt, "15:00", rests=True, back="11:15")
        runs = [shape for shape in break_plan(words, 1_024, 768, LIGHT) if isinstance(shape, TextRun)]
        return [run.text for run in runs if len(run.text) > 1][2:]

    assert lines("There is fruit.") == ["There is fruit."]
    assert " ".join(lines(SAID)) == SAID
    assert len(lines(SAID)) == 2
    assert lines(SAID * 3)[-1].endswith("…")


def test_the_digits_of_a_break_stand_still_while_they_change() -> None:
    def places(time: str) -> list[float]:
        words = EdgeWords("Coffee", "", time, rests=True, back="11:15")
        runs = [shape for shape in break_plan(words, 1_920, 1_080, LIGHT) if isinstance(shape, TextRun)]
        return [round(run.x + run.width / 2, 3) for run in runs if len(run.text) == 1]

    assert places("11:11") == places("08:48")
