"""Templates: those that come with the program can be run as they are, and the user's own are session files."""

from datetime import date
from itertools import pairwise

import pytest

from tests.workshop.facilitation.watch import in_the_room
from workshop.board.board import Board
from workshop.commands.deciding import show_fist
from workshop.commands.templates import use_template
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.facilitation.modes import RULES
from workshop.facilitation.timetable import agenda_of
from workshop.imports.sample import sample_records
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.facilitation import Mode
from workshop.model.journey import DEFAULT_STAGES
from workshop.picture.plan import Rect
from workshop.session.folders import data_folder
from workshop.session.reading import read_session
from workshop.session.templates import (
    BLANK,
    OURS,
    records_from_template,
    remove_template,
    save_as_template,
    template_records,
    templates,
)

ME = "window"
LONGEST_SITTING = 105
"""Minutes after which people need a break."""


def begun(key: str) -> Board:
    people = [("Maja Jensen", Discipline.CX), ("Jo Whitfield", Discipline.UX)]
    return Board(records_from_template(key, title="Ours", date=date(2026, 11, 14), place="Here", people=people))


def test_five_templates_and_the_blank_one_come_with_the_program() -> None:
    found = {template.key: template for template in templates()}
    assert list(found) == [*OURS, BLANK]
    assert [found[key].minutes for key in OURS] == [480, 180, 180, 120, 60]
    assert all(template.title and template.summary for template in found.values())
    assert not any(template.is_own for template in found.values())


@pytest.mark.parametrize("key", OURS)
def test_a_template_can_be_run_as_it_is(key: str) -> None:
    board = begun(key)
    steps = agenda_of(board)
    assert sum(step.minutes for step in steps) == board.session.booked_minutes
    assert [step.order for step in steps] == list(range(len(steps)))
    assert {Mode.WRITE_SILENTLY, Mode.SHARE, Mode.DECIDE} <= {step.mode for step in steps}
    assert all(step.prompt.endswith(("?", ".", "…")) for step in steps if step.mode is not Mode.BREAK)
    assert all(len(step.title) <= 40 and len(step.prompt) <= 160 for step in steps)
    assert len(board.session.note.split("\n\n")) >= 4
    assert board.cards
    assert all(card.text and card.author is None for card in board.cards.values())


@pytest.mark.parametrize("key", OURS)
def test_nobody_sits_too_long_and_silence_is_followed_by_turning_the_cards(key: str) -> None:
    sitting, steps = 0, agenda_of(begun(key))
    for step in steps:
        sitting = 0 if step.mode is Mode.BREAK else sitting + step.minutes
        assert sitting <= LONGEST_SITTING, step.title
    for step, after in pairwise(steps):
        if step.mode is Mode.WRITE_SILENTLY:
            assert step.minutes <= 15
            assert RULES[after.mode].reveals, step.title


@pytest.mark.parametrize("key", OURS)
def test_prepared_cards_lie_beside_one_another(key: str) -> None:
    cards = list(begun(key).cards.values())
    for place, card in enumerate(cards):
        for other in cards[place + 1 :]:
            apart = card.phase is not other.phase
            assert apart or not Rect(card.x, card.y, card.w, card.h).overlaps(
                Rect(other.x, other.y, other.w, other.h)
            )


@pytest.mark.parametrize("key", [*OURS, BLANK])
def test_a_session_made_of_a_template_has_its_own_title_people_and_stages(key: str) -> None:
    board = begun(key)
    assert (board.session.title, board.session.date, board.session.place) == (
        "Ours",
        date(2026, 11, 14),
        "Here",
    )
    assert [person.name for person in board.participants.values()] == ["Maja Jensen", "Jo Whitfield"]
    assert len(board.collection("stages")) == len(DEFAULT_STAGES)


def test_ones_own_template_is_a_session_file_that_names_nobody() -> None:
    board = Board(sample_records())
    made = save_as_template(board, name="Our Tuesday: CX/UX")
    assert made.is_own
    assert made == templates()[-1]
    kept = read_session(data_folder() / "templates" / "Our Tuesday CX UX.trilliant").board
    assert len(kept.cards) == len(board.cards)
    assert len(kept.links) == len(board.links)
    assert agenda_of(kept) == agenda_of(board)
    named = {(card.author, card.owner, card.decided_by, card.fists) for card in kept.cards.values()}
    assert named == {(None, None, (), ())}
    assert not kept.participants
    assert not kept.votes
    assert not kept.session.former
    lean = save_as_template(board, name="Our Tuesday: CX/UX", with_cards=False)
    assert (lean.key, lean.cards, lean.steps) == (made.key, 0, 9)
    assert len(begun(made.key).collection("stages")) == 6
    remove_template(made.key)
    assert not any(template.is_own for template in templates())
    with pytest.raises(MissingRecordError, match="no longer there"):
        template_records(made.key)


@pytest.mark.parametrize("key", ["own/../../secret", "elsewhere", "own/"])
def test_no_template_is_looked_for_elsewhere(key: str) -> None:
    with pytest.raises(MissingRecordError):
        template_records(key)


def test_a_damaged_template_is_left_out() -> None:
    save_as_template(Board(sample_records()), name="Mine")
    (data_folder() / "templates" / "Mine.trilliant").write_bytes(b"no session")
    assert len(templates()) == 6


def test_the_open_session_takes_a_template_over_as_one_step_of_undo() -> None:
    workshop, _ = in_the_room()
    before = Board(workshop.board.records())
    steps = use_template(workshop, origin=ME, key="conflict-clinic")
    assert agenda_of(workshop.board) == steps
    assert (workshop.board.session.booked_minutes, len(workshop.board.cards)) == (60, 3)
    use_template(workshop, origin=ME, key="conflict-clinic")
    assert len(workshop.board.cards) == 3
    workshop.undo(ME)
    workshop.undo(ME)
    assert workshop.board == before
    workshop.room.start()
    with pytest.raises(InvalidRecordError, match="stop it before"):
        use_template(workshop, origin=ME, key=BLANK)


def test_fingers_do_not_stay_in_a_template() -> None:
    workshop, _ = in_the_room(Card(id="d", kind=CardKind.DECISION, text="We do it"))
    show_fist(workshop, origin=ME, card_id="d", participant="jo", fingers=5)
    save_as_template(workshop.board, name="Mine")
    [card] = Board(template_records("own/Mine")).cards.values()
    assert card.fists == ()
