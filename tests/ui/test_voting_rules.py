"""The rules of an open round: its question, dots and limit are changed in fields at its head."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.hands import CTRL, LEFT, Hands, Key, told
from tests.ui.tensions_room import act
from tests.ui.voting_room import CARDS, PEOPLE, STEPS, give, page, row
from tests.workshop.facilitation.watch import Watch
from ui.panels.strict_fields import StepField, StrictLine
from ui.panels.voting.rules_row import RulesRow
from workshop.facilitation.rounds import open_round
from workshop.model.facilitation import VotingRound


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Iterator[Hands]:
    """A step that votes has opened its round on three cards, and its panel shows it."""
    assert home.window.open_path(session_file(*CARDS, *PEOPLE, *STEPS))
    home.breathe()
    home.desk.session.workshop.room.clock = Watch()
    home.canvas.setFocus()
    home.desk.act("next_step")
    home.desk.act("next_step")
    home.breathe()
    yield home
    home.desk.session.workshop.room.stop()


def going_on(room: Hands) -> VotingRound:
    found = open_round(room.board)
    assert found is not None
    return found


def changing(room: Hands) -> RulesRow:
    QTest.mouseClick(act(page(room), "Change…"), LEFT)
    return row(room, RulesRow)


def write(room: Hands, fields: RulesRow, name: str, text: str) -> None:
    editor = fields.fields[name].editor
    assert isinstance(editor, StrictLine)
    room.fill(editor.field, text)


def test_a_round_that_a_step_opened_is_given_another_question_dots_and_limit(room: Hands) -> None:
    fields = changing(room)
    dots = fields.fields["dots"].editor
    assert isinstance(dots, StepField)
    assert dots.field.text() == "1"
    for _ in range(4):
        QTest.mouseClick(dots.more, LEFT)
    write(room, fields, "question", "What hurts most?")
    write(room, fields, "limit", "2")
    now = going_on(room)
    assert (now.question, now.dots, now.limit) == ("What hurts most?", 5, 2)
    assert "5 dots each, at most 2 on a card" in told(page(room))
    write(room, fields, "limit", "")
    assert going_on(room).limit is None
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert going_on(room).limit == 2


def test_dots_that_people_gave_are_not_taken_from_them_by_a_rule(room: Hands) -> None:
    fields = changing(room)
    write(room, fields, "dots", "3")
    give(room, going_on(room), lena="aab")
    write(room, fields, "dots", "2")
    assert going_on(room).dots == 3
    assert "already given more dots" in fields.fields["dots"].notice.text()
    write(room, fields, "dots", "")
    assert going_on(room).dots == 3
    assert "at least one dot" in fields.fields["dots"].notice.text()


def test_the_fields_come_with_the_keyboard_in_them_and_go_again(room: Hands) -> None:
    fields = changing(room)
    assert fields.fields["question"].editor.focusProxy().hasFocus()
    QTest.mouseClick(act(page(room), "Change…"), LEFT)
    room.breathe()
    assert not [one for one in page(room).rows.rows if isinstance(one, RulesRow)]


def test_what_to_do_with_a_result_comes_before_its_cards_and_those_without_a_dot_are_folded(
    room: Hands,
) -> None:
    give(room, going_on(room), lena="a", jo="b")
    QTest.mouseClick(act(page(room), "End the round"), LEFT)
    room.breathe()
    kinds = [key.partition(":")[0] for key in page(room).rows.keys]
    assert kinds == ["round", "take", "heading", "apart", "apart", "all", "result", "result", "nodots"]
    page(room).rows.go_to("nodots")
    room.breathe()
    assert "1 card without a dot" in told(page(room))
    room.press(Key.Key_Return)
    assert page(room).rows.keys[-1] == "result:c"
    room.press(Key.Key_Return)
    assert page(room).rows.keys[-1] == "nodots"
    page(room).show_record("c")
    assert page(room).rows.keys[-1] == "result:c"
