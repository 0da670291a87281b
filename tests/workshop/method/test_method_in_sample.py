"""The sample workshop shows each part of the method with something real, some of it incomplete on purpose."""

from datetime import date

from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.method.asking import QuestionState, questions_to
from workshop.method.guiding_principles import pinned_principles
from workshop.method.measuring import Breakdown, breakdowns_of, lens_caution, measured_concepts, progress_of
from workshop.method.owning import owned_by
from workshop.method.people import name_of
from workshop.method.records import records_of
from workshop.method.scoring import agreement_colour, impact_of, is_scored
from workshop.method.sensitivity import sensitivity_of
from workshop.method.settling import (
    decision_caution,
    experiment_gaps,
    former_decisions,
    frameworks_used,
    links_without_tension,
)
from workshop.method.term_index import Saying, TermIndex
from workshop.method.term_rules import Glossary
from workshop.method.term_suggestions import term_suggestions
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Measure
from workshop.model.tensions import Tension, TensionState
from workshop.model.terms import Term
from workshop.visibility import ARCHIVE, PAPER, visible_to

BOARD = Board(sample_records())
SEEN = visible_to(PAPER, BOARD)
DAY = date(2026, 11, 14)
TENSIONS = records_of(BOARD, Tension)


def test_measures_are_on_their_way_broken_down_and_some_are_one_sided() -> None:
    measures = records_of(BOARD, Measure)
    assert {one.id for one in measures.values() if one.one_sided} == {"typed-twice", "renewals"}
    assert {by for one in measures.values() for by in breakdowns_of(one)} == set(Breakdown)
    shares = [progress_of(one, side) for one in measures.values() for side in (Discipline.CX, Discipline.UX)]
    assert any(share and share.met for share in shares)
    assert any(share and 0 < share.share < 1 for share in shares)
    assert not [one.id for one in measures.values() if lens_caution(one.cx) or lens_caution(one.ux)]
    assert measured_concepts(SEEN, Phase.LAUNCH).sentence == "1 of 2 concepts have a measure"
    assert measured_concepts(SEEN, Phase.VALIDATE).unmeasured


def test_tensions_stand_in_every_state_and_use_every_framework() -> None:
    assert {one.state for one in TENSIONS.values()} == set(TensionState)
    assert len({used for one in TENSIONS.values() for used in frameworks_used(one)}) == 5
    assert [link.id for link in links_without_tension(SEEN)] == ["wrong-door--two-doors"]


def test_one_tension_is_scored_with_a_spread_that_is_red_and_an_order_that_would_not_hold() -> None:
    scored = TENSIONS["light-or-proof"]
    impacts = [impact_of(position) for position in scored.positions]
    assert is_scored(scored)
    assert "red" in {agreement_colour(impact.agreement) for impact in impacts if impact}
    assert all(impact and impact.lowest < impact.score < impact.highest for impact in impacts)
    assert sensitivity_of(scored).turns


def test_one_is_settled_by_both_one_tests_and_one_was_reopened_and_is_scored_in_secret() -> None:
    settled = TENSIONS["short-or-whole"].decision
    assert settled is not None
    assert decision_caution(BOARD, settled.decided_by) == ""
    assert experiment_gaps(TENSIONS["price-or-quote"].experiment) == ()
    reopened = TENSIONS["names-or-codes"]
    assert [decision.text for decision in former_decisions(reopened)] == ["Free text now, codes in spring."]
    numbers = {
        viewer.kind: sum(
            len(position.impacts) for position in visible_to(viewer, BOARD).tension(reopened).positions
        )
        for viewer in (PAPER, ARCHIVE)
    }
    assert list(numbers.values()) == [0, 3]


def test_terms_are_used_in_cards_obey_their_rules_and_one_is_a_false_friend() -> None:
    terms = records_of(BOARD, Term)
    uses = TermIndex(SEEN).uses()
    assert len(uses) >= 5
    assert {saying for found in uses.values() for use in found for saying in use.sayings} == set(Saying)
    glossary = Glossary(terms.values())
    assert not [term.id for term in terms.values() if glossary.fault(term)]
    assert [term.id for term in terms.values() if glossary.caution(term)] == ["t-door", "t-way"]


def test_a_word_that_both_sides_write_in_their_own_way_is_suggested_as_a_term() -> None:
    assert [(one.cx_says, one.ux_says) for one in term_suggestions(SEEN)] == [("help desk", "helpdesk")]


def test_questions_are_open_overdue_and_answered() -> None:
    found = {side: questions_to(SEEN, side, DAY) for side in (Discipline.CX, Discipline.UX)}
    assert {question.state for questions in found.values() for question in questions} == set(QuestionState)
    assert all(found.values())


def test_somebody_who_left_still_owns_a_measure_and_is_named_there() -> None:
    assert name_of(BOARD, records_of(BOARD, Measure)["one-voice"].owner_cx) == "Elin Berg (no longer listed)"
    assert owned_by(BOARD, "elin").measures == 1


def test_two_principles_stand_beside_the_purpose_and_decisions_rest_on_them() -> None:
    pinned = pinned_principles(BOARD)
    assert [one.id for one in pinned] == ["keep-proof", "keep-promise"]
    assert {one.id for one in pinned} <= {card.principle for card in SEEN.cards()}
