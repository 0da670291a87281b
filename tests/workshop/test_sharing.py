"""The copy for sharing holds what paper may show, and nothing that speaks of the rest."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from tests.workshop.facilitation.test_no_leaks import boards_with_secrets, told
from workshop.board.board import Board
from workshop.model.audit import AuditAnswer
from workshop.model.cards import Anonymity, Card, Discipline
from workshop.model.codec import encode_record
from workshop.model.collections import collection_of
from workshop.model.facilitation import AgendaStep, Frame, FrameKind, Group, Vote, VotingRound
from workshop.model.links import Link
from workshop.model.measures import Measure
from workshop.model.people import FormerParticipant, Participant, Persona
from workshop.model.record import Record
from workshop.model.session import SESSION_ID, Asset, Dismissal, Improvement, Session
from workshop.model.tensions import Impact, Position, Tension
from workshop.sharing import newest_moment, records_for_sharing
from workshop.visibility import PAPER, visible_to

WRITTEN = datetime(2026, 11, 14, 9, tzinfo=UTC)
OPEN = Card(id="open", text="Said aloud", author="ada", created=WRITTEN, changed=WRITTEN)
HIDDEN = Card(id="hidden", text="Kept back", author="bob", hidden=True, group="secret", image="photo")
PEOPLE = (Participant(id="ada", name="Ada"), Participant(id="bob", name="Bob"))


def shared(*records: Record, **options: Any) -> list[Record]:
    return records_for_sharing(Board([Session(id=SESSION_ID), *PEOPLE, OPEN, HIDDEN, *records]), **options)


def ids(records: list[Record]) -> set[str]:
    return {record.id for record in records}


def one(records: list[Record], record_id: str) -> Any:
    return next(record for record in records if record.id == record_id)


def references(value: Any) -> set[Any]:
    """Everything that fields which name cards hold."""
    found: set[Any] = set()
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("card", "cards", "source", "target", "root"):
                found |= set(inner) if isinstance(inner, list) and key == "cards" else {str(inner)}
            found |= references(inner)
    elif isinstance(value, list):
        found = found.union(*map(references, value))
    return found


@settings(max_examples=120, deadline=None)
@given(boards_with_secrets())
def test_nothing_of_a_hidden_card_and_nothing_that_names_one_is_in_the_copy(board: Board) -> None:
    records = records_for_sharing(board)
    assert not told("".join(encode_record(record).decode() for record in records))
    hidden = {card.id for card in board.cards.values() if card.hidden}
    plain = msgspec.to_builtins([replace(record, extra={}) for record in records], builtin_types=(bytes,))
    assert not hidden & references(plain)


@settings(max_examples=120, deadline=None)
@given(boards_with_secrets())
def test_the_cards_of_the_copy_are_those_that_paper_may_show_in_their_order(board: Board) -> None:
    seen = [card.id for card in visible_to(PAPER, board).cards() if not card.unwritten]
    copy = [record for record in records_for_sharing(board) if isinstance(record, Card)]
    assert [card.id for card in copy] == seen
    for card in copy:
        assert replace(card, author=None) == replace(board.card(card.id), author=None, extra={})


@settings(max_examples=60, deadline=None)
@given(boards_with_secrets())
def test_a_copy_of_a_copy_is_the_same(board: Board) -> None:
    once = records_for_sharing(board)
    assert records_for_sharing(Board(once)) == once


@pytest.mark.parametrize(
    "record",
    [
        Link(id="x", source="open", target="hidden"),
        Vote(id="x", card="hidden", voter="bob"),
        Group(id="secret", name="Whom we let go"),
        Frame(id="x", kind=FrameKind.THREAD, root="hidden"),
        Frame(id="x", kind=FrameKind.GROUP, group="secret"),
        VotingRound(id="x", question="Whom?", cards=("hidden",)),
        Tension(id="x", positions=(Position(card="open"), Position(card="hidden"))),
        Improvement(id="x", text="Kept back", card="hidden"),
        Dismissal(id="x", finding="one voice", cards=("hidden",), reason="We know"),
        Asset(id="photo", media_type="image/png", data=b"..."),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_speaks_of_a_hidden_card_stays_out(record: Record) -> None:
    assert record.id not in ids(shared(record))


def test_a_frame_of_another_kind_forgets_the_hidden_card_and_the_group_that_it_named() -> None:
    frame = one(shared(Frame(id="x", kind=FrameKind.PHASE, root="hidden", group="secret")), "x")
    assert (frame.root, frame.group) == (None, None)


def test_a_measure_and_a_round_keep_the_cards_that_are_shown() -> None:
    records = shared(
        Measure(id="m", name="Trust", cards=("hidden", "open")), VotingRound(id="r", cards=("open", "hidden"))
    )
    assert one(records, "m").cards == ("open",)
    assert one(records, "r").cards == ("open",)


def test_a_picture_that_is_seen_elsewhere_and_a_group_without_cards_stay() -> None:
    persona = Persona(id="p", name="Owner", picture="photo")
    asset = Asset(id="photo", media_type="image/png", data=b"...")
    assert {"p", "photo", "empty"} <= ids(shared(persona, asset, Group(id="empty", name="Later")))


def test_people_whom_only_hidden_cards_name_stay_out_and_so_do_former_ones() -> None:
    former = (
        FormerParticipant(participant="zoe", name="Zoe"),
        FormerParticipant(participant="ian", name="Ian"),
    )
    session = Session(id=SESSION_ID, former=former)
    records = records_for_sharing(
        Board([session, *PEOPLE, OPEN, replace(HIDDEN, owner="zoe"), replace(OPEN, id="other", owner="ian")])
    )
    assert "ada" in ids(records)
    assert "bob" not in ids(records)
    assert [one.name for one in one(records, SESSION_ID).former] == ["Ian"]


def test_nobody_learns_who_gave_which_dots() -> None:
    votes = [
        Vote(id="v1", card="open", voter="ada", dots=2, discipline=Discipline.CX),
        Vote(id="v2", card="open", voter="bob", dots=3, discipline=Discipline.CX),
        Vote(id="v3", card="open", dots=1, discipline=Discipline.UX),
    ]
    tallies = [record for record in shared(*votes) if isinstance(record, Vote)]
    assert [(vote.voter, vote.discipline, vote.dots) for vote in tallies] == [
        (None, Discipline.CX, 5),
        (None, Discipline.UX, 1),
    ]


def test_dots_of_a_round_that_is_open_stay_with_those_who_gave_them() -> None:
    records = shared(VotingRound(id="r", cards=("open",)), Vote(id="v", card="open", round="r", voter="ada"))
    assert "v" not in ids(records)


def test_the_facilitators_notes_secret_scores_and_unknown_fields_stay_out() -> None:
    positions = (Position(card="open", impacts=(Impact(by="ada", outcome=5),)), Position(card="open"))
    records = shared(
        Session(id=SESSION_ID, note="Mind Bob"),
        AgendaStep(id="a", title="Share", note="Mind Ada"),
        Tension(id="t", secret=True, positions=positions),
        replace(OPEN, id="new", extra={"device": "Ada's phone"}),
    )
    told_of = b"".join(map(encode_record, records)).decode()
    assert not [words for words in ("Mind", "phone", "outcome") if words in told_of]


def test_a_card_that_nobody_has_written_on_is_a_draft_and_a_picture_is_none() -> None:
    blank = replace(OPEN, id="blank", text="")
    assert blank.unwritten
    assert not replace(blank, image="photo").unwritten
    assert not replace(blank, changed=WRITTEN + timedelta(seconds=1)).unwritten
    assert "blank" not in ids(shared(blank))


def test_authors_are_named_no_more_than_cards_and_the_running_step_allow() -> None:
    unsigned = replace(OPEN, id="unsigned", anonymity=Anonymity.DISCIPLINE_ONLY)
    link = Link(id="l", source="open", target="unsigned", author="ada")
    records = shared(unsigned, link)
    assert [one(records, name).author for name in ("open", "unsigned", "l")] == ["ada", None, None]
    board = Board([*PEOPLE, OPEN])
    board.shown_of_authors = lambda: Anonymity.NONE
    assert one(records_for_sharing(board), "open").author is None
    assert one(shared(authors=False), "open").author is None


def test_of_some_cards_only_these_are_in_the_copy() -> None:
    other = replace(OPEN, id="other", group="theirs")
    records = shared(other, Group(id="theirs", name="Theirs"), cards={"open"})
    assert {"open", "other", "hidden", "theirs"} & ids(records) == {"open"}


def test_the_date_of_a_copy_is_that_of_its_newest_card_never_the_clocks() -> None:
    later = WRITTEN + timedelta(hours=3)
    elsewhere = later.astimezone(timezone(timedelta(hours=5)))
    assert newest_moment([OPEN, replace(OPEN, id="b", changed=elsewhere)]) == later
    assert newest_moment([Session(id=SESSION_ID, date=date(2026, 11, 14))]) == datetime(
        2026, 11, 14, tzinfo=UTC
    )
    assert newest_moment([]).year == 2000


def test_the_copy_keeps_the_order_of_the_board() -> None:
    kinds = [collection_of(record) for record in shared(Link(id="l", source="open", target="open"))]
    assert kinds == sorted(kinds, key=kinds.index)


def test_a_part_has_nothing_that_does_not_speak_of_its_cards() -> None:
    other = replace(OPEN, id="other", author="bob")
    records = shared(
        other,
        AgendaStep(id="step", title="Vote"),
        AuditAnswer(id="audit", participant="ada", answers=(3,)),
        Frame(id="frame", name="Everything"),
        Measure(id="of it", name="Trust", cards=("open", "other")),
        Measure(id="of another", name="Speed", cards=("other",)),
        VotingRound(id="round", cards=("open", "other"), step="step"),
        VotingRound(id="another", cards=("other",)),
        Group(id="empty", name="Later"),
        cards={"open"},
        part=True,
    )
    assert ids(records) == {SESSION_ID, "ada", "open", "of it", "round"}
    assert one(records, "round").step is None


def test_answers_to_the_audit_go_only_with_authors() -> None:
    answer = AuditAnswer(id="audit", participant="ada", answers=(3,))
    assert "audit" in ids(shared(answer))
    assert "audit" not in ids(shared(answer, authors=False))


def test_the_id_of_a_vote_does_not_say_who_gave_it() -> None:
    votes = [Vote(id=f"{who}-open", card="open", voter=who, discipline=Discipline.CX) for who in ("ada", "bob")]
    (told,) = [record for record in shared(*votes) if isinstance(record, Vote)]
    assert (told.dots, told.voter) == (2, None)
    assert not [who for who in ("ada", "bob") if who in told.id]
    assert told.id == next(one.id for one in shared(*reversed(votes)) if isinstance(one, Vote))
