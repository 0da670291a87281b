"""The edge of the projected picture: title, time and the word for a pause never overlap, and what stays stays."""

import pytest

from tests.ui.hands import SHIFT, Hands, Key
from tests.ui.projecting import picture, present, projector, settle
from tests.ui.seeing import alike
from ui.present.edge import PAUSED, EdgeWords, edge_plan
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step, change_step
from workshop.picture.palette import LIGHT
from workshop.picture.plan import TextRun

PROMPT = "Which of these would we miss most if it were gone tomorrow, and who would tell us so? " * 2


@pytest.mark.parametrize("time", ["0:05", "20:00", "+59:59", "1:04:05", "+1:00:00", "+12:34:56"])
@pytest.mark.parametrize("paused", [True, False])
@pytest.mark.parametrize(("width", "height"), [(1_280, 720), (1_920, 1_080), (1_024, 768)])
def test_prompt_title_and_time_never_overlap(time: str, paused: bool, width: int, height: int) -> None:
    words = EdgeWords("What comes next, and who signs it", PROMPT, time, over=time[0] == "+", paused=paused)
    runs = [shape for shape in edge_plan(words, width, height, LIGHT) if isinstance(shape, TextRun)]
    prompt = max(run.x + run.width for run in runs if run.x < width / 3)
    others = sorted((run for run in runs if run.x >= width / 3), key=lambda run: run.x)
    assert [run.text for run in others][1:] == ([PAUSED, time] if paused else [time])
    ends = [prompt, *(run.x + run.width for run in others)]
    starts = [*(run.x for run in others), width]
    assert all(start - end > height / 100 for start, end in zip(starts, ends, strict=True))


def test_below_a_frozen_picture_prompt_and_title_stay_and_the_time_runs(room: Hands) -> None:
    workshop = room.state.workshop
    step = add_step(workshop, origin=ORIGIN, title="Share", minutes=5, prompt="Read your card aloud")
    workshop.room.start()
    workshop.room.pause()
    present(room)
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    before = picture(room)
    change_step(workshop, origin=ORIGIN, step_id=step.id, title="Vote", prompt="What matters most? " * 9)
    settle(room)
    assert alike(picture(room), before)
    workshop.room.add_minutes(1)
    settle(room)
    words = projector(room).words
    assert (words.step, words.prompt, words.time) == ("Share", "Read your card aloud", "6:00")
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    settle(room)
    assert projector(room).words.step == "Vote"


def test_below_a_frozen_picture_stands_no_time_of_another_step(room: Hands) -> None:
    workshop = room.state.workshop
    for title, minutes in (("Share", 5), ("Vote", 25)):
        add_step(workshop, origin=ORIGIN, title=title, minutes=minutes)
    workshop.room.start()
    workshop.room.pause()
    present(room)
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    tall = projector(room).room.height()
    room.desk.act("next_step")
    settle(room)
    assert (projector(room).words.step, projector(room).words.time) == ("Share", "")
    assert projector(room).room.height() == tall
    room.desk.act("previous_step")
    settle(room)
    assert (projector(room).words.step, projector(room).words.time) == ("Share", "5:00")
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    room.desk.act("next_step")
    settle(room)
    assert (projector(room).words.step, projector(room).words.time) == ("Vote", "25:00")
