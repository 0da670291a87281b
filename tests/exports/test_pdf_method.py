"""The method on paper: each section is there when it has something to say, says it, and leads to the cards."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from exports.pdf.anchors import anchor_of, measure_anchor, tension_anchor, term_anchor
from tests.exports.boards import ORIGIN, card, link, new_workshop, person, role
from tests.exports.geometry import runs
from tests.exports.method_boards import (
    TODAY,
    impact,
    measure,
    method_board,
    put,
    tension,
    term,
    thread_of,
)
from tests.exports.reading import (
    all_text,
    annotations,
    export_summary,
    exported,
    laid_out,
    outline_titles,
    squeezed,
)
from workshop.commands.dismissals import dismiss_finding
from workshop.commands.people import remove_participant
from workshop.findings.looking import findings_of
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Lens, Reading
from workshop.model.people import Role
from workshop.model.tensions import Position, TensionState
from workshop.picture.directions import runs_leftward
from workshop.visibility import PAPER, visible_to
from workshop.workshop import Workshop

SECTIONS = (
    "Threads",
    "Dots nobody connected",
    "Shared measures",
    "Tensions",
    "Terms",
    "Who leads where",
    "Questions to the other side",
)


def text_of(workshop: Workshop, folder: Path, today: date = TODAY) -> str:
    return squeezed(all_text(exported(workshop.board, folder, today=today)))


def says(text: str, *words: str) -> bool:
    return all(squeezed(one) in text for one in words)


def test_a_board_with_everything_has_every_section_in_the_order_of_reading(tmp_path: Path) -> None:
    titles = outline_titles(exported(method_board().board, tmp_path))
    assert [title for title in titles if title in SECTIONS] == list(SECTIONS)


def test_sections_with_nothing_in_them_are_left_out(tmp_path: Path) -> None:
    assert not set(SECTIONS) & set(outline_titles(exported(new_workshop().board, tmp_path)))


def _measured(workshop: Workshop) -> None:
    put(workshop, measure("a"))


def _asked(workshop: Workshop) -> None:
    card(workshop, "who?", None, kind=CardKind.QUESTION, asked_of=Discipline.CX)


def _led(workshop: Workshop) -> None:
    role(workshop, Phase.SCALE, Discipline.UX, Role.CONTRIBUTES)


@pytest.mark.parametrize(
    ("fill", "title"),
    [
        (_measured, "Shared measures"),
        (lambda workshop: put(workshop, term("a")), "Terms"),
        (_led, "Who leads where"),
        (_asked, "Questions to the other side"),
        (lambda workshop: thread_of(workshop, Phase.DISCOVER, Phase.LAUNCH), "Threads"),
    ],
)
def test_a_section_stands_as_soon_as_there_is_one_thing_in_it(
    fill: Callable[[Workshop], None], title: str, tmp_path: Path
) -> None:
    workshop = new_workshop()
    fill(workshop)
    assert title in outline_titles(exported(workshop.board, tmp_path))


def test_in_short_counts_threads_dots_tensions_and_actions(tmp_path: Path) -> None:
    workshop = method_board()
    one, other = list(workshop.board.cards.values())[:2]
    put(workshop, replace(tension("open", one, other), state=TensionState.OPEN, decision=None))
    reader = exported(workshop.board, tmp_path, today=TODAY)
    text = squeezed(reader.pages[1].extract_text())
    found = findings_of(visible_to(PAPER, workshop.board), TODAY)
    high = sum(finding.severity == "high" for finding in found)
    assert says(text, "1 of 3", "threads reach an outcome", f"dots nobody connected: {high} high")
    assert says(text, "1 of 2", "tensions still open", "open action, 1 overdue", "DECIDED · 2")


def test_an_action_is_overdue_from_the_day_after_its_date(tmp_path: Path) -> None:
    workshop = method_board()
    assert "1November2026,overdue" not in text_of(workshop, tmp_path, date(2026, 11, 1))
    assert "1November2026,overdue" in text_of(workshop, tmp_path, date(2026, 11, 2))


def test_threads_come_whole_ones_first_and_say_where_they_stop(tmp_path: Path) -> None:
    workshop = new_workshop()
    thread_of(workshop, Phase.DISCOVER, words="stays")
    thread_of(workshop, Phase.DEFINE, Phase.VALIDATE, words="half")
    thread_of(workshop, Phase.DISCOVER, Phase.EXPLORE, Phase.SCALE, words="whole")
    content, _ = laid_out(workshop.board)
    assert [thread.whole for thread in content.method.threads] == [True, False, False]
    text = text_of(workshop, tmp_path)
    assert says(text, "1 of 3 signals leads to an outcome", "stops in Problem", "stops in Solution")


def test_of_many_threads_thirty_are_drawn_and_the_rest_counted(tmp_path: Path) -> None:
    workshop = new_workshop()
    for place in range(100):
        thread_of(workshop, Phase.DISCOVER, Phase.PILOT if place < 40 else Phase.EXPLORE, words=f"n{place}")
    text = text_of(workshop, tmp_path)
    assert says(text, "40 of 100 signals lead to an outcome", "and 70 more, of which 60 stop on the way")


def test_dots_are_told_by_severity_with_their_sentences(tmp_path: Path) -> None:
    workshop = method_board()
    found = findings_of(visible_to(PAPER, workshop.board), TODAY)
    text = text_of(workshop, tmp_path)
    assert found
    assert says(text, *(finding.sentence for finding in found))
    assert text.index("HIGH·") < text.index("MEDIUM·")


def test_a_dot_that_was_set_aside_stands_at_the_end_with_its_reason(tmp_path: Path) -> None:
    workshop = method_board()
    finding = findings_of(visible_to(PAPER, workshop.board), TODAY)[0]
    dismiss_finding(workshop, origin=ORIGIN, finding=finding, reason="We know and it is fine", viewer=PAPER)
    text = text_of(workshop, tmp_path)
    assert says(text, "SET ASIDE, WITH THE REASON", "Reason: We know and it is fine")
    assert text.index("SETASIDE,") > text.index("HIGH·")


def test_a_measure_is_told_through_both_lenses(tmp_path: Path) -> None:
    text = text_of(method_board(), tmp_path)
    assert says(text, "plain trust", "3.1 → 4.2 of 5, up is good", "3.9, 73 % of the way (1 October 2026)")
    assert says(text, "plain errors", "20 → 5 %, down is good", "12.5, 50 % of the way", "Owner: plain Jo")
    assert says(text, "on 15 January 2027", "1 October 2026: plain note", "by area", "plain area")


def test_an_empty_lens_is_a_gap_and_one_sided_is_said(tmp_path: Path) -> None:
    text = text_of(method_board(), tmp_path)
    assert says(text, "No UX lens yet", "One-sided: nothing is measured for UX.")


def test_numbers_too_great_for_a_chart_are_told_in_words(tmp_path: Path) -> None:
    workshop = new_workshop()
    huge = Lens(measured="stars", baseline=1e300, target=2e300)
    put(workshop, measure("big", cx=huge, readings=(Reading(at=TODAY, cx=1.5e300),)))
    assert says(text_of(workshop, tmp_path), "stars", "50 % of the way")


def test_numbers_too_far_apart_to_be_compared_do_not_stop_the_summary(tmp_path: Path) -> None:
    workshop = new_workshop()
    huge = Lens(measured="stars", baseline=-1e308, target=1e308)
    read = [
        Reading(at=TODAY, cx=value, area=area) for value, area in ((0.0, ""), (-1e308, "door"), (1e308, "bill"))
    ]
    put(workshop, measure("big", cx=huge, readings=tuple(read)))
    assert says(text_of(workshop, tmp_path), "−1e308 → 1e308", "up is good")


def test_a_tension_is_told_with_inputs_evidence_sensitivity_and_decision(tmp_path: Path) -> None:
    text = text_of(method_board(), tmp_path)
    assert says(text, "1.8 of 25 = 1 × 90 % × 2", "Agreement 0 %, two camps", "+2 = conversion +1, loyalty −2")
    assert says(
        text, "Evidence of CX", "plain tickets", "Evidence of UX", "plain clips", "the order would change"
    )
    assert says(
        text, "When plain when, I want plain want, so that plain so that", "plain clicks · plain loyalty"
    )
    assert says(
        text, "plain decision", "plain reason in a sentence", "through customer impact", "14 November 2026"
    )
    assert says(
        text, "Nobody of CX or UX decided this", "Decided before", "plain former reason", "reopened since"
    )


def test_secret_scores_are_never_printed(tmp_path: Path) -> None:
    workshop = new_workshop()
    one, other = (card(workshop, words, Phase.EXPLORE) for words in ("a bill", "a list"))
    scorer = person(workshop, "Ada")
    scored = (
        Position(card=one.id, impacts=(impact(5, 0.34, scorer.id, cx="whispered tickets"),)),
        Position(card=other.id, impacts=(impact(2, 0.41, scorer.id, ux="whispered clips"),)),
    )
    put(
        workshop,
        tension("x", one, other, positions=scored, secret=True, state=TensionState.OPEN, decision=None),
    )
    text = text_of(workshop, tmp_path)
    assert says(text, "secret until the room reveals them")
    assert not any(squeezed(words) in text for words in ("whispered", "34 %", "3.4 of 25", "would change"))


def test_hidden_cards_leave_no_trace_in_any_section(tmp_path: Path) -> None:
    workshop = method_board()
    shown = next(iter(workshop.board.cards.values()))
    fields = {"hidden": True, "asked_of": Discipline.CX, "asked_until": date(2026, 1, 1)}
    question = card(workshop, "veiled question", kind=CardKind.QUESTION, **fields)
    need = card(workshop, "veiled need", kind=CardKind.NEED, hidden=True)
    concept = card(workshop, "veiled agreed concept", Phase.VALIDATE, kind=CardKind.CONCEPT, hidden=True)
    for veiled in (question, need, concept):
        link(workshop, shown, veiled)
    put(
        workshop,
        measure("seen", shown, concept),
        tension("gone", shown, concept),
        term("agreed", agreed="veiled agreed"),
    )
    text = text_of(workshop, tmp_path)
    assert "veiledquestion" not in text
    assert "veiledneed" not in text
    assert "veiledagreedconcept" not in text
    assert "gonetension" not in text
    assert says(text, "seen measure", "agreed meaning")
    content = laid_out(workshop.board)[0]
    assert not {question.id, need.id, concept.id} & set(content.method.mentions)


def test_the_matrix_says_who_leads_what_is_co_led_and_what_lacks(tmp_path: Path) -> None:
    workshop = new_workshop()
    role(workshop, Phase.DISCOVER, Discipline.CX, Role.LEADS)
    role(workshop, Phase.DISCOVER, Discipline.UX, Role.LEADS)
    text = text_of(workshop, tmp_path)
    assert says(text, "1 co-led, 7 without anybody who leads", "Co-led", "Nobody leads Define.")
    assert says(text, "CX leads Discover, but nobody is named.")


def test_each_side_gets_its_list_of_questions(tmp_path: Path) -> None:
    text = text_of(method_board(), tmp_path)
    assert says(
        text, "CX IS ASKED · 1", "UX IS ASKED · 1", "overdue since 1 October 2026", "asked by plain Lena"
    )


def test_references_lead_to_the_cards_and_the_cards_lead_back() -> None:
    workshop = method_board()
    put(workshop, term("two", agreed="whole"))
    content, pages = laid_out(workshop.board)
    known = {anchor for page in pages for anchor in page.anchors}
    wanted = {jump.anchor for page in pages for jump in page.jumps if jump.anchor}
    assert wanted <= known
    concept = next(one for one in content.cards.values() if one.text == "plain whole 2")
    section = next(page for page in pages if anchor_of(concept.id) in page.anchors)
    back = {jump.anchor for jump in section.jumps}
    assert {"thread-1", measure_anchor("m-plain"), tension_anchor("t-plain"), term_anchor("w-two")} <= back
    told = next(page for page in pages if tension_anchor("t-plain") in page.anchors)
    assert anchor_of(concept.id) in {jump.anchor for jump in told.jumps}


def test_jumps_of_the_written_file_arrive_at_pages_that_exist(tmp_path: Path) -> None:
    reader = exported(method_board().board, tmp_path, today=TODAY)
    pages = {page.indirect_reference.idnum for page in reader.pages}
    targets = [one["/Dest"][0].idnum for page in reader.pages for one in annotations(page) if "/Dest" in one]
    assert targets
    assert set(targets) <= pages


def test_somebody_who_left_is_named_with_measures_and_tensions(tmp_path: Path) -> None:
    workshop = method_board()
    lena = next(one for one in workshop.board.participants.values() if "Lena" in one.name)
    remove_participant(workshop, origin=ORIGIN, participant_id=lena.id)
    assert says(text_of(workshop, tmp_path), "Owner: plain Lena (no longer listed)")


def test_a_measure_and_a_tension_whose_cards_are_gone_say_so(tmp_path: Path) -> None:
    workshop = new_workshop()
    one = card(workshop, "stays", Phase.EXPLORE)
    gone = replace(one, id="never-there")
    put(workshop, measure("lone", gone), tension("torn", one, gone))
    text = text_of(workshop, tmp_path)
    assert says(
        text, "All cards that this measured are gone", "The card of one position is gone", "a card that is gone"
    )


def test_the_same_day_gives_the_same_bytes_and_another_day_may_not(tmp_path: Path) -> None:
    board = method_board().board
    for name, day in (("a", TODAY), ("b", TODAY), ("c", date(2027, 6, 1))):
        export_summary(board, tmp_path / f"{name}.pdf", today=day)
    one, same, later = ((tmp_path / f"{name}.pdf").read_bytes() for name in "abc")
    assert one == same != later


def test_without_any_day_nothing_is_late(tmp_path: Path) -> None:
    workshop = method_board()
    put(workshop, replace(workshop.board.session, date=None))
    text = squeezed(all_text(exported(workshop.board, tmp_path)))
    assert "overduesince" not in text
    assert "asof" not in text


def test_a_sentence_of_ours_runs_rightward_whatever_it_names() -> None:
    workshop = new_workshop()
    need = card(workshop, "مرحبا بالعالم كيف حالك اليوم يا صديقي", kind=CardKind.NEED)
    pages = laid_out(workshop.board)[1]
    begins = [run for page in pages for run in runs(page) if need.text[:12] in run.text and "“" in run.text]
    assert begins
    assert not any(runs_leftward(run.text) for run in begins)
