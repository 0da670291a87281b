"""Findings about what was agreed: voices, measures, tensions, words, leads, dates, owners and questions."""

from datetime import date, timedelta

import pytest

from tests.workshop.findings.boards import TODAY, card, cards_told, links, told
from workshop.board.board import Board
from workshop.findings.finding import Offer
from workshop.method.asking import QuestionState, questions_to
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Lens, Measure
from workshop.model.people import Responsibility, Role
from workshop.model.plan import Sprint
from workshop.model.tensions import Position, Tension, TensionState
from workshop.model.terms import Term
from workshop.visibility import ROOM, visible_to

DAY = timedelta(days=1)
VOICE, VALIDATION, ONE_SIDED = "one voice", "validation without a measure", "one-sided measure"
TENSION, WORDS, LEADS = "open tension", "two words, one thing", "nobody leads"
LATE, ACTION, QUESTION = "insight too late", "action without owner or date", "unanswered question"


def _phase(cx: int, ux: int, joint: int) -> list[Card]:
    voices = ["CX"] * cx + ["UX"] * ux + ["Joint"] * joint
    return [card(f"c{number}", "idea", voice, "Explore") for number, voice in enumerate(voices)]


@pytest.mark.parametrize(
    ("cx", "ux", "joint", "quiet"),
    [
        (4, 0, 0, ["UX"]),
        (3, 0, 0, []),
        (4, 1, 0, []),
        (5, 1, 0, ["UX"]),
        (0, 9, 2, ["CX"]),
        (0, 8, 2, []),
        (0, 0, 4, []),
    ],
)
def test_a_phase_has_one_voice_when_a_side_wrote_under_a_fifth_of_four_cards_or_more(
    cx: int, ux: int, joint: int, quiet: list[str]
) -> None:
    found = told(VOICE, _phase(cx, ux, joint))
    assert [finding.discipline for finding in found] == quiet
    assert all(len(finding.cards) == cx + ux + joint and not finding.marks for finding in found)


def test_a_concept_in_validate_wants_a_measure() -> None:
    concept = card("a", "concept", "UX", "Validate")
    assert cards_told(VALIDATION, concept, card("b", "concept", "UX", "Explore")) == [("a",)]
    assert cards_told(VALIDATION, concept, Measure(id="m", name="M", cards=("a", "gone"))) == []
    assert cards_told(VALIDATION, concept, Measure(id="m", name="M", cards=("gone",))) == [("a",)]
    assert cards_told(VALIDATION, card("a", "idea", "UX", "Validate")) == []


def test_a_measure_without_one_lens_is_one_sided_and_says_which() -> None:
    filled = Lens(measured="NPS")
    (no_cx,) = told(ONE_SIDED, [Measure(id="m", name="Trust", ux=filled, cards=("a", "gone")), card("a")])
    assert (no_cx.sentence, no_cx.cards) == ("The measure “Trust” has no CX lens.", ("a",))
    assert (no_cx.measure, no_cx.discipline) == ("m", Discipline.CX)
    (no_ux,) = told(ONE_SIDED, [Measure(id="m", name="Trust", cx=filled)])
    assert (no_ux.cards, no_ux.discipline) == ((), Discipline.UX)
    (neither,) = told(ONE_SIDED, [Measure(id="m", name="Trust")])
    assert (neither.sentence, neither.discipline) == ("The measure “Trust” has no lens of CX or of UX.", None)
    assert told(ONE_SIDED, [Measure(id="m", name="Trust", cx=filled, ux=filled)]) == []


@pytest.mark.parametrize("state", list(TensionState))
def test_a_tension_is_open_until_it_is_tested_or_settled(state: TensionState) -> None:
    tension = Tension(id="t", positions=(Position(card="a"), Position(card="b")), state=state)
    expected = [("a", "b")] if state.value in ("open", "scored") else []
    assert cards_told(TENSION, card("a"), card("b"), tension, links("a in tension with b")) == expected


def test_a_tension_without_a_title_is_called_by_its_cards_also_when_they_are_gone() -> None:
    tension = Tension(id="t", positions=(Position(card="a"), Position(card="b")))
    for seen, name in (
        ([card("a"), card("b")], "between “Text of a” and “Text of b”"),
        ([card("b")], "between “Text of b” and a card that is gone"),
        ([], "between a card that is gone and another"),
    ):
        (finding,) = told(TENSION, [tension, *seen])
        assert finding.sentence == f"The tension {name} is open: neither settled nor being tested."


def test_a_link_in_tension_that_nobody_took_up_is_told_once() -> None:
    cards = [card(name) for name in "abc"]
    both = links("a in tension with b", "b in tension with a")
    assert cards_told(TENSION, cards, both) == [("a", "b")]
    settled = Tension(
        id="t", positions=(Position(card="b"), Position(card="c")), state=TensionState.SETTLED, title="T"
    )
    assert cards_told(TENSION, cards, both, settled) == [("a", "b")]
    assert cards_told(TENSION, cards, links("c in tension with b"), settled) == []


def test_both_words_of_a_term_on_the_board_are_two_words_for_one_thing() -> None:
    term = Term(id="t", cx_says="hand-over", ux_says="Set-up", agreed="start")
    says_cx, says_ux = card("a", text="The hand-over is slow"), card("b", text="SET-UP fails")
    (finding,) = told(WORDS, [term, says_cx, says_ux])
    assert finding.cards == ("a", "b")
    assert (
        finding.sentence == "“hand-over” (CX) and “Set-up” (UX) are both on the board, and “start” was agreed."
    )
    assert Offer.OPEN_TERM in finding.offers
    assert Offer.MARK_SAME_AS not in finding.offers
    assert cards_told(WORDS, term, says_cx, card("b", text="The start fails")) == []


def test_a_word_that_was_agreed_is_nobodys_own() -> None:
    cards = [card("a", text="the hand-over"), card("b", text="the set-up")]
    for agreed in ("hand-over", "Set up"):
        assert (
            cards_told(WORDS, Term(id="t", cx_says="hand-over", ux_says="set-up", agreed=agreed), cards) == []
        )


def test_words_count_whole_and_outside_of_the_agreed_one() -> None:
    term = Term(id="t", cx_says="job", ux_says="file", agreed="job file")
    assert cards_told(WORDS, term, card("a", text="jobless"), card("b", text="a file")) == []
    assert cards_told(WORDS, term, card("a", text="the job file"), card("b", text="a file")) == []
    assert cards_told(WORDS, term, card("a", text="the job file, a job"), card("b", text="a file")) == [
        ("a", "b")
    ]
    assert cards_told(WORDS, term, card("a", text="no job"), card("b", text="to\nfile")) == [("a", "b")]


def test_nearly_the_same_card_of_both_sides_wants_a_same_as() -> None:
    one = card("a", text="Nobody can find the invoice breakdown")
    other = card("b", "insight", "UX", text="nobody can find the invoice break-down")
    (finding,) = told(WORDS, [one, other])
    assert finding.cards == ("a", "b")
    assert Offer.MARK_SAME_AS in finding.offers
    assert Offer.OPEN_TERM not in finding.offers
    assert cards_told(WORDS, one, other, links("b same as a")) == []
    assert cards_told(WORDS, one, other, links("b leads to a")) == [("a", "b")]
    assert cards_told(WORDS, one, card("b", text=other.text)) == []
    assert cards_told(WORDS, one, card("b", "insight", "UX", text="Nobody can find the bill")) == []


def test_a_phase_with_cards_wants_somebody_who_leads() -> None:
    (finding,) = told(LEADS, [card("a", phase="Define"), card("b", phase="")])
    assert (finding.phase, finding.cards) == (Phase.DEFINE, ())
    assert finding.sentence == "Define holds 1 card, and no discipline leads there."
    for role in Role:
        given = Responsibility(id="r", phase=Phase.DEFINE, discipline=Discipline.UX, role=role)
        assert bool(told(LEADS, [card("a", phase="Define"), given])) is (role is not Role.LEADS)


def test_an_insight_is_too_late_the_day_after_a_sprint_and_not_on_its_last_day() -> None:
    sprint = Sprint(id="s", title="Sprint 41", starts=TODAY - 9 * DAY, ends=TODAY, cards=("a",))
    assert cards_told(LATE, card("a", lands_on=TODAY), sprint) == []
    (finding,) = told(LATE, [card("a", lands_on=TODAY + DAY), sprint])
    assert finding.sentence == (
        "“Text of a” lands on 15 November 2026, but the sprint “Sprint 41” ends on 14 November 2026."
    )
    assert cards_told(LATE, card("b", lands_on=TODAY + DAY), sprint) == []
    assert cards_told(LATE, card("a", "idea", lands_on=TODAY + DAY), sprint) == []
    endless = Sprint(id="s", title="Sprint 41", starts=TODAY, cards=("a",))
    assert cards_told(LATE, card("a", lands_on=TODAY + DAY), endless) == [("a",)]


def test_a_sprint_without_a_name_is_called_so_and_a_sentence_begins_with_a_capital() -> None:
    sprint = Sprint(id="s", title="", ends=TODAY, cards=("a",))
    (finding,) = told(LATE, [card("a", lands_on=TODAY + DAY, text=" "), sprint])
    assert finding.sentence == (
        "A card without text lands on 15 November 2026, but a sprint without a name ends on 14 November 2026."
    )


def test_an_insight_is_too_late_for_a_decision_downstream_or_for_its_own_day() -> None:
    insight = card("a", lands_on=TODAY + DAY)
    decision = card("b", "decision", needed_by=TODAY)
    goes_on = [card("c", "idea"), *links("a supports c", "c leads to b")]
    assert cards_told(LATE, insight, decision, goes_on) == [("a", "b")]
    assert cards_told(LATE, insight, decision) == []
    assert (
        cards_told(LATE, insight, card("b", "decision", needed_by=TODAY, lands_on=TODAY + DAY), goes_on) == []
    )
    assert cards_told(LATE, card("a", lands_on=TODAY, needed_by=TODAY - DAY)) == [("a",)]
    assert cards_told(LATE, card("a", lands_on=TODAY, needed_by=TODAY), card("d", needed_by=TODAY)) == []


@pytest.mark.parametrize(
    ("owner", "due", "lacks", "offers"),
    [
        (None, None, "owner and no due date", {Offer.SET_OWNER, Offer.SET_DATE}),
        ("mira", None, "due date", {Offer.SET_DATE}),
        (None, TODAY, "owner", {Offer.SET_OWNER}),
        ("mira", TODAY, "", set()),
    ],
)
def test_an_action_wants_an_owner_and_a_date(
    owner: str | None, due: date | None, lacks: str, offers: set[Offer]
) -> None:
    found = told(ACTION, [card("a", "action", owner=owner, due=due)])
    assert [finding.sentence for finding in found] == (
        [f"The action “Text of a” has no {lacks}."] if lacks else []
    )
    assert all({Offer.SET_OWNER, Offer.SET_DATE} & set(finding.offers) == offers for finding in found)


def test_what_is_done_and_what_is_no_action_wants_neither() -> None:
    assert cards_told(ACTION, card("a", "action", done=True), card("b", "idea")) == []


def test_a_question_is_overdue_the_day_after_its_day() -> None:
    asked = {"asked_of": Discipline.CX, "discipline": "UX"}
    assert cards_told(QUESTION, card("a", "question", asked_until=TODAY, **asked)) == []
    question = card("a", "question", asked_until=TODAY - DAY, **asked)
    (finding,) = told(QUESTION, [question])
    assert (finding.cards, finding.discipline) == (("a",), Discipline.CX)
    assert finding.sentence == (
        "Nobody has answered “Text of a”, asked of CX: it was wanted by 13 November 2026."
    )
    answer = card("b", "insight", "CX", "Explore")
    assert cards_told(QUESTION, question, answer, links("b answers a")) == []
    assert cards_told(QUESTION, question, answer, links("a answers b")) == [("a",)]
    assert cards_told(QUESTION, card("a", "question", asked_until=TODAY - DAY)) == []


def test_the_panel_and_the_finding_agree_on_questions() -> None:
    same = [
        card("a", "question", "UX", "Explore", asked_of=Discipline.CX, asked_until=TODAY - DAY),
        card("b", "question", "UX", "Explore"),
        card("c", "insight", "CX", "Explore"),
        *links("a same as b", "c answers b"),
    ]
    left = [
        card("a", "question", "UX", "Explore", asked_of=Discipline.CX, asked_until=TODAY + DAY),
        card("b", "decision", "CX", "Validate"),
    ]
    for records, words in ((same, "answered"), (left, "overdue: Explore has been left")):
        (question,) = questions_to(visible_to(ROOM, Board(records)), Discipline.CX, TODAY)
        assert question.words == words
        assert bool(cards_told(QUESTION, records)) == (question.state is QuestionState.OVERDUE)
    (finding,) = told(QUESTION, left)
    assert finding.sentence == "Nobody has answered “Text of a”, asked of CX: Explore has been left."


def test_a_question_is_overdue_once_its_phase_has_been_left() -> None:
    question = card("a", "question", "UX", "Explore", asked_of=Discipline.CX)
    assert cards_told(QUESTION, question, card("b", "decision", "CX", "Explore")) == []
    assert cards_told(QUESTION, question, card("b", "decision", "CX", "Define")) == []
    assert cards_told(QUESTION, question, card("b", "idea", "CX", "Scale")) == []
    decided = card("b", "decision", "CX", "Validate")
    assert cards_told(QUESTION, question, decided) == [("a",)]
    assert cards_told(QUESTION, card("a", "question", "UX", "", asked_of=Discipline.CX), decided) == []
