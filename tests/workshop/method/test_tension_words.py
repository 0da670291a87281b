"""What is said of tensions in a few words, what speaks for their positions, and what the board notes."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from workshop.board.board import Board
from workshop.changes.change_set import Change, ChangeSet
from workshop.method.board_notes import notes_of, touches_notes
from workshop.method.position_evidence import evidence_for, side_of_source
from workshop.method.scoring import impact_of
from workshop.method.tension_words import (
    card_words,
    each_text,
    highest_score,
    impact_text,
    positions_text,
    scorers_text,
    spread_text,
    state_text,
    step_text,
    value_text,
)
from workshop.model.cards import Card, CardKind, Discipline, Evidence, EvidenceSource
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.model.measures import Measure
from workshop.model.people import Participant
from workshop.model.record import Record
from workshop.model.tensions import (
    BusinessValue,
    Frequency,
    Impact,
    Position,
    Tension,
    TensionDecision,
    TensionState,
    TensionStep,
)
from workshop.visibility import ROOM, Visible, visible_to

PEOPLE = (
    Participant(id="lena", name="Lena", discipline=Discipline.CX),
    Participant(id="jo", name="Jo", discipline=Discipline.UX),
)
AT = datetime(2026, 6, 25, 12, tzinfo=UTC)
LINK = Link(id="l", source="a", target="b", kind=LinkKind.IN_TENSION_WITH)


def impact(outcome: int, by: str | None = None, share: float = 0.5) -> Impact:
    return Impact(by=by, outcome=outcome, share=share, frequency=Frequency.ONE_TO_THREE)


def card(key: str, **fields: object) -> Card:
    return Card(id=key, text=f"card {key}", phase=Phase.DEFINE, **fields)  # type: ignore[arg-type]


def room(*records: Record) -> Visible:
    return visible_to(ROOM, Board([*PEOPLE, *records]))


def tension(*impacts: Impact, secret: bool = False) -> Tension:
    return Tension(id="t", positions=(Position(card="a", impacts=impacts), Position(card="b")), secret=secret)


def test_a_score_is_never_said_without_its_inputs() -> None:
    assert impact_text(impact_of(Position(card="a", impacts=(impact(4),)))) == "4.0 of 25 = 4 × 50 % × 2"
    assert impact_text(None) == "not scored yet"
    value = Position(card="a", business_value=BusinessValue(conversion=-3, loyalty=1, efficiency=0))
    assert value_text(value) == "−2 = conversion −3, loyalty +1, efficiency 0"
    assert value_text(Position(card="a")) == "not scored yet"


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [((1, 5), "two camps"), ((1, 2, 3, 4, 5), "far apart"), ((4, 4), "the room agrees")],
)
def test_agreement_is_said_in_words_too(outcomes: tuple[int, ...], words: str) -> None:
    found = impact_of(Position(card="a", impacts=tuple(impact(one, str(one)) for one in outcomes)))
    assert words in spread_text(found)
    assert spread_text(impact_of(Position(card="a", impacts=(impact(4),)))) == ""


def test_scorers_of_one_mind_are_not_said_to_reach_from_it_to_itself() -> None:
    for scorers, words in ((2, "2 scorers, both 4.0."), (3, "3 scorers, all 4.0.")):
        found = impact_of(Position(card="a", impacts=tuple(impact(4, str(one)) for one in range(scorers))))
        assert spread_text(found).startswith(words)
    apart = impact_of(Position(card="a", impacts=(impact(4, "lena"), impact(2, "jo"))))
    assert spread_text(apart).startswith("2 scorers, from 2.0 to 4.0.")


def test_each_scorer_is_named_with_what_the_inputs_come_to() -> None:
    position = Position(card="a", impacts=(impact(4, "lena"), impact(2, "jo"), impact(3)))
    assert each_text(room(), position) == "Lena\u00a04.0, Jo\u00a02.0, the room\u00a03.0"
    assert each_text(room(), Position(card="a", impacts=(impact(4, "lena"),))) == ""


def test_secret_scores_are_neither_in_the_list_nor_on_the_board() -> None:
    visible = room(card("a"), card("b"), LINK, tension(impact(4, "lena"), secret=True))
    secret = tension(impact(4, "lena"), secret=True)
    assert "4.0" not in positions_text(visible, secret)
    assert highest_score(visible, secret) is None
    assert notes_of(visible).links == {}
    assert state_text(secret) == "open · secret"


def test_who_has_scored_may_be_said_while_scores_are_secret() -> None:
    both = Tension(
        id="t", secret=True, positions=tuple(Position(card=one, impacts=(impact(4, "lena"),)) for one in "ab")
    )
    assert scorers_text(room(), both) == "1 of 2 have scored every position: Lena."
    assert scorers_text(room(), tension(impact(4, "lena"))) == "Nobody of 2 has scored every position yet."


def test_the_link_between_positions_bears_the_highest_score() -> None:
    records = (card("a"), card("b"), card("c"), LINK, replace(LINK, id="other", target="c"))
    assert notes_of(room(*records, tension(impact(4)))).links == {"l": "tension 4.0"}


def test_a_phase_is_noted_with_its_concepts_that_have_a_measure() -> None:
    concepts = [Card(id=one, kind=CardKind.CONCEPT, phase=Phase.VALIDATE) for one in "xyz"]
    visible = room(*concepts, Measure(id="m", name="n", cards=("x", "y")))
    assert notes_of(visible).phases == {Phase.VALIDATE: "2 of 3 concepts have a measure"}


@pytest.mark.parametrize(
    ("record", "touches"),
    [
        (card("a"), False),
        (card("a", kind=CardKind.CONCEPT), True),
        (LINK, True),
        (replace(LINK, kind=LinkKind.LEADS_TO), False),
        (Measure(id="m", name="n"), True),
        (tension(), True),
        (PEOPLE[0], False),
    ],
)
def test_only_changes_that_matter_have_the_notes_read_anew(record: Record, touches: bool) -> None:
    change = Change(before=None, after=record)
    assert touches_notes(ChangeSet(id="n", origin="window", op="x", at=AT, changes=(change,))) is touches


def test_each_kind_of_source_is_of_one_side_or_of_both() -> None:
    sides = [side_of_source(source) for source in EvidenceSource]
    assert sides == [Discipline.CX] * 8 + [Discipline.UX] * 7 + [Discipline.JOINT] * 2


def test_evidence_comes_from_scorers_the_card_and_the_cards_before_it() -> None:
    before = (
        card("u", discipline=Discipline.UX),
        card("j", discipline=Discipline.JOINT),
        card("h", discipline=Discipline.CX, hidden=True),
    )
    own = card("a", evidence=Evidence(source=EvidenceSource.COMPLAINTS, note="31 written"))
    links = [Link(id=f"s{one.id}", source=one.id, target="a", kind=LinkKind.SUPPORTS) for one in before]
    position = Position(
        card="a", impacts=(Impact(evidence_ux="9 of 10"), Impact(by="jo", evidence_ux=" 9 of 10 "))
    )
    found = evidence_for(room(own, *before, *links), position)
    assert set(found[Discipline.CX]) == {"complaints: 31 written", "“card j”"}
    assert set(found[Discipline.UX]) == {"9 of 10", "“card u”", "“card j”"}


def test_nothing_of_a_hidden_card_speaks() -> None:
    hidden = card("a", hidden=True, evidence=Evidence(source=EvidenceSource.COMPLAINTS, note="31 written"))
    visible = room(hidden)
    assert evidence_for(visible, Position(card="a")) == {Discipline.CX: (), Discipline.UX: ()}
    assert card_words(visible, "a") == "a hidden card"
    assert card_words(visible, "gone") == "a card that is gone"


def test_a_step_of_history_says_who_and_what_was_decided() -> None:
    assert step_text(room(), TensionStep(state=TensionState.OPEN, at=AT, by="jo")) == "25 June 2026: open by Jo"
    decision = TensionDecision(text="Both.", reason="It helps all of us.", decided_by=("jo",), at=AT)
    step = TensionStep(state=TensionState.SETTLED, decision=decision)
    assert step_text(room(), step) == "settled by Jo. Both. It helps all of us."
