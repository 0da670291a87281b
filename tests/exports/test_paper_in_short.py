"""The page “In short”: it can be read alone, it is one page, and what it leaves out it counts and leads to."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from exports.pdf.anchors import dot_anchor
from exports.pdf.content import content_of
from exports.pdf.decided import decisions_of
from exports.pdf.document import export_paper
from exports.pdf.in_short import set_in_short, told_in_full
from exports.pdf.options import PaperOptions
from exports.pdf.page import PAPERS, Flow
from exports.pdf.summary import summary_paper
from tests.exports.boards import card, full_board, new_workshop, person
from tests.exports.method_boards import TODAY, method_board, put, tension, term, thread_of
from tests.exports.reading import all_text, annotations, exported, squeezed
from workshop.board.board import Board
from workshop.findings.finding import Finding
from workshop.imports.sample import sample_records
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.tensions import TensionState
from workshop.workshop import Workshop

REASON = "a reason that is told over more than a line of the page so that it would be cut after the first one"


def crowded() -> Workshop:
    """Much of everything that the page tells."""
    workshop = full_board(60)
    people = [person(workshop, f"Somebody {place}").id for place in range(4)]
    for place in range(12):
        decided = card(workshop, f"decision {place} " * 9, Phase.PILOT, kind=CardKind.DECISION)
        put(workshop, replace(decided, rationale=f"{REASON} {place}", decided_by=tuple(people)))
        card(workshop, f"action {place} " * 12, Phase.LAUNCH, kind=CardKind.ACTION, due=date(2026, 12, 1))
        card(workshop, f"question {place} " * 20, kind=CardKind.QUESTION, asked_of=Discipline.UX)
        thread_of(workshop, Phase.DISCOVER, Phase.PILOT if place % 2 else Phase.EXPLORE, words=f"t{place}")
    for one, other in pairwise(list(workshop.board.cards.values())[:10]):
        put(workshop, replace(tension(one.text, one, other), state=TensionState.OPEN, decision=None))
    return workshop


def in_short(board: Board, folder: Path, **options: Any) -> str:
    return squeezed(exported(board, folder, sections=("in-short",), **options).pages[0].extract_text())


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("board", [Board(sample_records()), crowded().board], ids=["sample", "crowded"])
def test_it_is_one_page_on_every_paper_with_some_of_every_sort(board: Board, paper: str) -> None:
    flow, content = Flow(summary_paper(paper)), content_of(board, TODAY)
    set_in_short(flow, content)
    assert len(flow.pages) == 1
    words = " ".join(getattr(shape, "text", "") for placed in flow.pages[0].placed for shape in placed.shapes)
    assert re.search(r"Tension \d+, (open|scored)", words)
    assert "Question to" in words
    assert any(finding.title in words for finding in content.method.findings)


def test_it_names_the_workshop_its_day_and_its_purpose(tmp_path: Path) -> None:
    text = in_short(Board(sample_records()), tmp_path)
    session = Board(sample_records()).session
    for words in (session.title, session.purpose, f"{session.date:%-d %B %Y}"):
        assert squeezed(words) in text


def test_reasons_take_two_lines_where_the_page_has_room(tmp_path: Path) -> None:
    workshop = method_board()
    decided = card(workshop, "short decision", kind=CardKind.DECISION)
    put(workshop, replace(decided, rationale=REASON))
    assert squeezed(REASON) in in_short(workshop.board, tmp_path)


def test_what_is_left_out_is_counted_and_leads_to_its_page(tmp_path: Path) -> None:
    reader: PdfReader = exported(crowded().board, tmp_path, today=TODAY)
    place = next(n for n, page in enumerate(reader.pages) if "STILL OPEN" in page.extract_text())
    told = re.findall(
        r"(\d+) more ([a-z]+)[a-z ]*, page (\d+)", " ".join(reader.pages[place].extract_text().split())
    )
    sorts = {"decision", "action", "thread", "tension", "dot", "question"}
    assert {word.rstrip("s") for _, word, _ in told} == sorts
    titles = {"action": "Actions", "tension": "Tensions", "dot": "Dots nobody", "question": "Questions to"}
    titles |= {"decision": "Decisions", "thread": "Threads"}
    for count, word, number in told:
        assert int(count) > 0
        assert titles[word.rstrip("s")] in reader.pages[int(number) - 1].extract_text()
    page_of = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}
    led = {page_of[one["/Dest"][0].idnum] for one in annotations(reader.pages[place]) if "/Dest" in one}
    assert {int(number) for _, _, number in told} <= led


def dots_told(board: Board) -> tuple[list[Finding], list[Finding]]:
    """All dots of a board, and those that the page tells in its order, by where their entries lead."""
    flow, content = Flow(summary_paper("A4")), content_of(board, TODAY)
    set_in_short(flow, content)
    assert len(flow.pages) == 1
    places = {dot_anchor(number): one for number, one in enumerate(content.method.findings, 1)}
    return content.method.findings, [
        places[jump.anchor] for jump in flow.pages[0].jumps if jump.anchor in places
    ]


def two_words(workshop: Workshop, count: int) -> None:
    """So many times two words for one thing, a dot of low severity, both on cards that lie in no phase."""
    for place in range(count):
        put(workshop, term(f"t{place}", agreed=""))
        for side in (Discipline.CX, Discipline.UX):
            card(workshop, f"t{place} {side.value.lower()}", None, kind=CardKind.WIN, discipline=side)


def severities(findings: list[Finding]) -> list[str]:
    return [one.severity.value for one in findings]


def test_where_no_dot_is_severe_those_of_medium_severity_are_told_and_no_low_one(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "went well", Phase.SCALE, kind=CardKind.WIN)
    assert severities(dots_told(workshop.board)[1]) == ["medium"]
    assert "more" not in in_short(workshop.board, tmp_path)
    two_words(workshop, 2)
    found, told = dots_told(workshop.board)
    assert "low" in severities(found)
    assert set(severities(told)) == {"medium"}


def test_low_dots_are_told_where_there_are_no_others(tmp_path: Path) -> None:
    workshop = new_workshop()
    two_words(workshop, 9)
    found, told = dots_told(workshop.board)
    assert set(severities(found)) == {"low"}
    assert f"{len(found) - len(told)}moredots" in in_short(workshop.board, tmp_path)


@pytest.mark.parametrize("cards", [1, 10, 60])
def test_a_page_with_room_tells_more_dots_and_always_the_most_severe(cards: int) -> None:
    found, told = dots_told(full_board(cards).board)
    weights = [one.severity.weight for one in told]
    assert weights == sorted((one.severity.weight for one in found), reverse=True)[: len(told)]
    assert len(told) >= min(2, len(found))


def test_dots_that_leave_the_page_half_empty_are_told_up_to_six() -> None:
    workshop = new_workshop()
    for phase in Phase:
        card(workshop, "went well", phase, kind=CardKind.WIN)
    found, told = dots_told(workshop.board)
    assert len(told) == 6 < len(found)


def test_a_section_that_is_left_out_has_no_page(tmp_path: Path) -> None:
    text = in_short(crowded().board, tmp_path)
    assert "moredots" in text
    assert ",page" not in text


def test_decisions_are_counted_by_where_they_were_made(tmp_path: Path) -> None:
    text = in_short(method_board().board, tmp_path)
    assert "DECIDED·2:1ONCARD,1FROMATENSION" in text
    assert "Tension1" in text


def test_customer_impact_says_whose_it_is_and_never_without_its_inputs(tmp_path: Path) -> None:
    workshop = method_board()
    one, other = list(workshop.board.cards.values())[:2]
    apart = replace(tension("apart", one, other), state=TensionState.OPEN, decision=None)
    positions = tuple(replace(position, impacts=apart.positions[0].impacts) for position in apart.positions)
    put(workshop, replace(apart, positions=positions))
    text = in_short(workshop.board, tmp_path)
    assert re.search(r"Customerimpact:CX[\d.]+=\d×\d+%×\d;UX[\d.]+=\d×\d+%×\d\.", text)


def test_more_decisions_than_it_ever_tells_are_a_section_in_full_after_the_last_ones_in_short(
    tmp_path: Path,
) -> None:
    workshop = new_workshop()
    somebody = person(workshop, "Maja Somebody")
    for place, phase in enumerate((Phase.DEFINE, Phase.VALIDATE, Phase.SCALE) * 3):
        decided = card(workshop, f"choice {place} " * 30, phase, kind=CardKind.DECISION)
        put(workshop, replace(decided, rationale=f"{REASON} {place}", decided_by=(somebody.id,)))
    reader = exported(workshop.board, tmp_path, sections=("in-short", "decisions"))
    first, rest = (squeezed(words) for words in (reader.pages[0].extract_text(), all_text(reader)))
    decided = first.split("STILLOPEN")[0]
    assert not [place for place in (0, 3, 6) if squeezed(f"choice {place} ") in decided]
    assert [place for place in (2, 5, 8) if squeezed(f"choice {place} ") in decided] == [2, 5, 8]
    assert "3moredecisions" in first
    after = rest.removeprefix(first)
    for place in range(9):
        assert squeezed(f"choice {place} " * 30) in after
        assert squeezed(f"{REASON} {place}") in after
    assert after.count("MajaSomebody") == 9


def test_few_decisions_are_no_section_of_their_own() -> None:
    assert not told_in_full(content_of(Board(sample_records()), TODAY), summary_paper("A4"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_it_leaves_out_on_small_paper_is_told_in_a_section_and_it_leads_there(
    language: str, tmp_path: Path
) -> None:
    path = tmp_path / "small.pdf"
    export_paper(Board(sample_records()), path, PaperOptions(paper="A5", language=language))
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]
    more = {"en": "more decisions, page", "de": "weitere Entscheidungen, Seite"}[language]
    (number,) = re.findall(rf"2 {more} (\d+)", " ".join(pages))
    told = squeezed(pages[int(number) - 1])
    assert told.startswith({"en": "Decisions", "de": "Entscheidungen"}[language])
    for decision in decisions_of(content_of(Board(sample_records()))):
        assert squeezed(decision.text) in told
        assert squeezed(decision.why) in told
