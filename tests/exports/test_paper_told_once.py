"""What is open and what is over: nothing is told as both, twice, or in a number that it has not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from exports.pdf.options import SECTION_IDS
from tests.exports.boards import ORIGIN, card, link, new_workshop, person
from tests.exports.method_boards import TODAY, measure, put, tension
from tests.exports.reading import all_text, annotations, exported, squeezed
from workshop.commands.dismissals import dismiss_finding
from workshop.findings.looking import findings_of
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.model.tensions import TensionState
from workshop.visibility import PAPER, visible_to
from workshop.workshop import Workshop

LATE = date(2026, 5, 7)
SHORT, QUESTIONS = ("in-short",), ("questions",)


def told(workshop: Workshop, folder: Path, *sections: str, **others: Any) -> str:
    chosen = sections or None
    return squeezed(all_text(exported(workshop.board, folder, sections=chosen, today=TODAY, **others)))


def asked(workshop: Workshop, text: str, **fields: Any) -> Card:
    """A question that nobody has answered, late for UX."""
    fields = {"asked_of": Discipline.UX, "asked_until": LATE, **fields}
    return card(workshop, text, kind=CardKind.QUESTION, **fields)


def set_aside(workshop: Workshop, question: Card, reason: str) -> None:
    found = findings_of(visible_to(PAPER, workshop.board), TODAY)
    (finding,) = [one for one in found if one.finding == "unanswered question" and question.id in one.cards]
    dismiss_finding(workshop, origin=ORIGIN, finding=finding, reason=reason, viewer=PAPER)


def test_a_question_that_was_set_aside_is_open_nowhere_and_tells_why(tmp_path: Path) -> None:
    workshop = new_workshop()
    aside, waits = asked(workshop, "Who never sees the console?"), asked(workshop, "Who pays twice?")
    set_aside(workshop, aside, "Chiara told us in the room")
    short = told(workshop, tmp_path, *SHORT)
    assert "1QUESTION" in short
    assert squeezed(waits.text) in short
    assert squeezed(aside.text) not in short
    whole = told(workshop, tmp_path, *QUESTIONS)
    assert "1overdue,1setaside" in whole
    assert "setaside:Chiaratoldusintheroom" in whole
    assert whole.count("overduesince7May2026") == 1


def test_a_question_that_was_set_aside_and_answered_since_is_answered(tmp_path: Path) -> None:
    workshop = new_workshop()
    question = asked(workshop, "Who pays twice?")
    set_aside(workshop, question, "Nobody knows")
    answer = card(workshop, "Small firms do.")
    link(workshop, answer, question, LinkKind.ANSWERS)
    whole = told(workshop, tmp_path, *QUESTIONS)
    assert "1answered" in whole
    assert "setaside" not in whole


def test_an_open_question_is_not_told_as_a_dot_once_more(tmp_path: Path) -> None:
    workshop = new_workshop()
    question = asked(workshop, "Who pays twice?")
    short = told(workshop, tmp_path, *SHORT)
    assert short.count(squeezed(question.text)) == 1
    assert "QuestiontoUX" in short


def test_questions_that_were_asked_of_nobody_are_on_the_pages_of_the_cards(tmp_path: Path) -> None:
    workshop = new_workshop()
    for place in range(9):
        card(workshop, f"why {place}?", kind=CardKind.QUESTION)
    reader = exported(workshop.board, tmp_path, today=TODAY)
    texts = [squeezed(page.extract_text()) for page in reader.pages]
    appendix = next(place for place, text in enumerate(texts, 1) if "APPENDIX" in text)
    assert f"morequestions,page{appendix}" in "".join(texts)


@pytest.mark.parametrize(
    ("state", "weighed"),
    [(TensionState.OPEN, True), (TensionState.SCORED, True), (TensionState.TESTING, False)],
)
def test_a_decision_that_an_open_tension_weighs_again_says_so(
    state: TensionState, weighed: bool, tmp_path: Path
) -> None:
    workshop = new_workshop()
    chosen = card(workshop, "Names first", Phase.PILOT, kind=CardKind.DECISION)
    other = card(workshop, "Codes first", Phase.PILOT, discipline=Discipline.UX)
    put(workshop, replace(tension("names", chosen, other), state=state, decision=None))
    short = told(workshop, tmp_path, *SHORT)
    assert ("Weighedagainintension1" in short) is weighed


@pytest.mark.parametrize("others", [("cover",), ("cover", "appendix"), ("in-short",)])
def test_decisions_are_told_in_full_wherever_no_other_section_does(
    others: tuple[str, ...], tmp_path: Path
) -> None:
    workshop, text = new_workshop(), "Names first " * 40
    card(workshop, text, Phase.PILOT, kind=CardKind.DECISION)
    both = [section for section in SECTION_IDS if section in {*others, "decisions"}]
    pages = exported(workshop.board, tmp_path, sections=tuple(both), today=TODAY).pages
    (found,) = [words for page in pages if "WHAT WAS DECIDED, AND WHY" in (words := page.extract_text())]
    assert squeezed(text) in squeezed(found)


@pytest.mark.parametrize("count", [1, 2])
def test_the_cover_counts_one_card_and_one_person_as_one(count: int, tmp_path: Path) -> None:
    workshop = new_workshop()
    for place in range(count):
        card(workshop, f"card {place}", discipline=Discipline.UX)
        person(workshop, f"Somebody {place}")
    cover = told(workshop, tmp_path, "cover")
    assert (f"1card:0CX,0joint,{count}UX" in cover) is (count == 1)
    assert (f"2cards:0CX,0joint,{count}UX" in cover) is (count == 2)
    assert ("1person:1CX" in cover) is (count == 1)


def test_a_single_measure_with_one_lens_is_one_sided_and_not_one_of_one(tmp_path: Path) -> None:
    workshop = new_workshop()
    whole = measure("plain")
    put(workshop, replace(whole, ux=replace(whole.ux, measured="")))
    assert "1criterionthroughtwolenses,one-sided" in told(workshop, tmp_path, "measures")


def test_contents_without_a_cover_stand_on_a_page_of_their_own_and_lead_on(tmp_path: Path) -> None:
    workshop = new_workshop()
    decided = card(workshop, "Names first", Phase.PILOT, kind=CardKind.DECISION)
    win = card(workshop, "It went well", Phase.SCALE, kind=CardKind.WIN)
    reader = exported(workshop.board, tmp_path, sections=("contents", "decisions", "wins"), today=TODAY)
    page, further = reader.pages
    text = squeezed(page.extract_text())
    assert text.startswith(squeezed(workshop.board.session.title) + "CONTENTSDecisions2")
    assert all(squeezed(one.text) in squeezed(further.extract_text()) for one in (decided, win))
    assert len([one for one in annotations(page) if "/Dest" in one]) >= 2


@pytest.mark.parametrize("section", ["wins", "appendix"])
def test_a_single_section_needs_no_contents(section: str, tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "It went well", Phase.SCALE, kind=CardKind.WIN)
    card(workshop, "for later", None)
    pages = exported(workshop.board, tmp_path, sections=("contents", section), today=TODAY).pages
    assert "CONTENTS" not in squeezed("".join(page.extract_text() for page in pages))


def test_people_that_go_on_on_another_page_say_whose_list_it_is(tmp_path: Path) -> None:
    workshop = new_workshop()
    for place in range(90):
        person(workshop, f"Somebody {place}", role="Head of customer experience " * 2)
    pages = exported(workshop.board, tmp_path, sections=("cover",), today=TODAY).pages
    assert squeezed(pages[2].extract_text()).startswith("PEOPLE:CX·CONTINUED")
