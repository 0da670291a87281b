"""Where the agenda ends: after its last step, and when the step that runs is deleted, there is a way on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.hands import ALT, Hands, Key
from tests.workshop.facilitation.watch import PEOPLE, STEPS, Watch
from workshop.commands.agenda import add_step, remove_steps


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A window on a session with an agenda."""
    assert home.window.open_path(session_file(*PEOPLE, *STEPS))
    home.desk.session.workshop.room.clock = Watch()
    home.breathe()
    return home


def test_when_the_last_step_was_deleted_while_it_ran_the_step_before_and_the_end_are_within_reach(
    room: Hands,
) -> None:
    workshop, told = room.state.workshop, []
    workshop.room.start("vote")
    room.press(Key.Key_N, ALT, on=room.canvas)
    remove_steps(workshop, origin="window", step_ids=["decide"])
    room.state.message.connect(told.append)
    room.press(Key.Key_Space, on=room.canvas)
    assert told == ["This is the last step; Alt+B goes back, and its menu ends the running of the agenda."]
    assert workshop.room.step is None
    room.press(Key.Key_B, ALT, on=room.canvas)
    assert workshop.room.step is not None
    assert workshop.room.step.id == "vote"
    remove_steps(workshop, origin="window", step_ids=["vote"])
    room.desk.act("stop_agenda")
    assert workshop.room.running is None


def test_an_agenda_of_other_steps_begins_with_its_first_whatever_ran_before(room: Hands) -> None:
    workshop = room.state.workshop
    workshop.room.start("decide")
    remove_steps(workshop, origin="window", step_ids=[step.id for step in workshop.room.steps])
    add_step(workshop, origin="window", title="Anew")
    room.press(Key.Key_Space, on=room.canvas)
    assert workshop.room.step is not None
    assert workshop.room.step.title == "Anew"


def test_after_the_last_step_it_is_said_that_there_is_none(room: Hands) -> None:
    told: list[str] = []
    room.state.workshop.room.start("decide")
    room.state.message.connect(told.append)
    room.press(Key.Key_N, ALT, on=room.canvas)
    assert told[0].startswith("This is the last step")
