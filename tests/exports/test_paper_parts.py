"""Documents of a part: short ids that stay, and a cover, people and threads that belong to the part alone."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from exports.pdf.content import content_of
from exports.pdf.cover_picture import set_diamonds
from exports.pdf.document import export_paper
from exports.pdf.narrowing import narrowed
from exports.pdf.options import SECTION_IDS, Kind, PaperOptions
from exports.pdf.page import PAPERS, Flow
from exports.pdf.short_ids import short_ids
from exports.pictures.naming import cards_of, part_named
from tests.exports.boards import card, full_board, link, new_workshop, person
from tests.exports.method_boards import put, thread_of
from tests.exports.reading import all_text, outline_titles, squeezed
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.picture.plan import TextRun

NOW = datetime(2026, 11, 14, 9, tzinfo=UTC)
OF_PARTS: tuple[dict[str, Any], ...] = ({}, {"parked": False}, {"hidden": True}, {"authors": False})


def part(board: Board, words: str, folder: Path, **options: Any) -> PdfReader:
    path = folder / "part.pdf"
    chosen = cards_of(board, part_named(board, words))
    export_paper(board, path, PaperOptions(paper="A4", chosen=chosen, **options))
    return PdfReader(path)


def board_with_hidden_cards() -> Board:
    workshop = full_board(40)
    for phase in (Phase.DISCOVER, Phase.SCALE, None):
        hidden = card(workshop, "not to be seen", phase, hidden=True)
        put(workshop, replace(hidden, y=-4000.0))
    return workshop.board


@pytest.mark.parametrize("options", OF_PARTS)
@pytest.mark.parametrize("kind", Kind)
def test_a_card_has_one_short_id_in_every_kind_and_with_all_options(
    kind: Kind, options: dict[str, Any]
) -> None:
    board = board_with_hidden_cards()
    numbers = short_ids(board)
    for chosen in (None, tuple(board.cards)[::3]):
        asked = PaperOptions(kind=kind, paper="", chosen=chosen, **options)
        content = content_of(narrowed(board, asked), options=asked, whole=board)
        assert content.cards
        assert {one: content.numbers[one] for one in content.cards} == {
            one: numbers[one] for one in content.cards
        }


@pytest.mark.parametrize("kind", [Kind.HANDOUT, Kind.CARDS, Kind.SUMMARY])
def test_a_card_asked_for_by_its_short_id_is_called_so_on_paper(kind: Kind, tmp_path: Path) -> None:
    board = board_with_hidden_cards()
    seen = [number for one, number in short_ids(board).items() if not board.cards[one].hidden]
    for number in (seen[2], seen[-1]):
        text = all_text(part(board, number, tmp_path, kind=kind)).split()
        assert number in text
        assert not set(seen).difference([number]).intersection(text)


def test_hidden_cards_leave_gaps_and_are_not_told_of(tmp_path: Path) -> None:
    workshop = new_workshop()
    first, veiled, last = (card(workshop, words, hidden=words == "veiled") for words in ("a", "veiled", "b"))
    put(workshop, *(replace(one, y=1000.0 * place) for place, one in enumerate((first, veiled, last))))
    assert short_ids(workshop.board) == {first.id: "P1", veiled.id: "P2", last.id: "P3"}
    export_paper(workshop.board, tmp_path / "all.pdf", PaperOptions(paper="A4", sections=("appendix",)))
    words = all_text(PdfReader(tmp_path / "all.pdf")).split()
    assert {"P1", "P3"} <= set(words)
    assert "P2" not in words


def test_a_thread_says_what_it_is_and_is_drawn(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "alone")
    cards = thread_of(workshop, Phase.DISCOVER, Phase.EXPLORE, Phase.LAUNCH)
    numbers = short_ids(workshop.board)
    reader = part(workshop.board, f"thread:{cards[1].id}", tmp_path)
    ends = f"Thread from {numbers[cards[0].id]} to {numbers[cards[-1].id]} · 3 of 4 cards"
    assert squeezed(ends) in squeezed(reader.pages[0].extract_text())
    assert "Threads" in outline_titles(reader)


@pytest.mark.parametrize(
    ("words", "told"), [("discover", "Phase Discover · 2 of 4 cards"), ("outcome", "Diamond Outcome · 2 of 4")]
)
def test_a_phase_and_a_diamond_say_what_they_are_and_tell_no_threads(
    words: str, told: str, tmp_path: Path
) -> None:
    workshop = new_workshop()
    first, _, last = card(workshop, "one"), card(workshop, "two"), card(workshop, "three", Phase.SCALE)
    card(workshop, "four", Phase.LAUNCH)
    link(workshop, first, last)
    reader = part(workshop.board, words, tmp_path)
    assert squeezed(told) in squeezed(reader.pages[0].extract_text())
    assert "Threads" not in outline_titles(reader)


def test_chosen_cards_are_told_as_a_part_and_name_only_people_concerned(tmp_path: Path) -> None:
    workshop = new_workshop()
    ada, ben = person(workshop, "Ada Near"), person(workshop, "Ben Far", Discipline.UX)
    mine = card(workshop, "mine", author=ada.id)
    card(workshop, "his", author=ben.id)
    reader = part(workshop.board, mine.id, tmp_path)
    assert squeezed("A part of the board · 1 of 2 cards") in squeezed(reader.pages[0].extract_text())
    assert "Ada Near" in all_text(reader)
    assert "Ben Far" not in all_text(reader)


def test_what_is_amiss_in_a_part_is_amiss_on_the_whole_board() -> None:
    board = Board(sample_records())
    whole = content_of(board, options=PaperOptions())
    told = {(one.finding, one.cards) for one in whole.method.findings}
    cards = list(board.cards)
    for place in range(0, len(cards), 7):
        asked = PaperOptions(chosen=tuple(cards[place : place + 4]), sections=SECTION_IDS)
        method = content_of(narrowed(board, asked), options=asked, whole=board).method
        assert {(one.finding, one.cards) for one in method.findings} <= told
    asked = PaperOptions(parked=False)
    method = content_of(narrowed(board, asked), options=asked, whole=board).method
    assert {(one.finding, one.cards) for one in method.findings} <= told


@pytest.mark.parametrize("sections", [("appendix",), ("cover", "threads", "appendix"), ("terms", "appendix")])
def test_cards_name_no_entries_of_sections_that_are_not_there(sections: tuple[str, ...]) -> None:
    asked = PaperOptions(sections=sections)
    mentions = content_of(Board(sample_records()), options=asked).method.mentions
    sorts = {f"{one.sort}s" for told in mentions.values() for one in told}
    assert sorts == {"dots", "measures", "tensions", "terms", "threads"}.intersection(sections)


def test_a_draft_is_on_no_page_and_amiss_with_nothing() -> None:
    board = full_board(12).board
    draft = replace(next(iter(board.cards.values())), id="draft", text="", created=NOW, changed=NOW)
    with_draft = Board([*board.records(), draft])
    asked = PaperOptions()
    content = content_of(narrowed(with_draft, asked), options=asked, whole=with_draft)
    assert "draft" not in content.cards
    assert not [one for one in content.method.findings if "draft" in one.cards]


def test_the_links_over_the_diamonds_add_up_to_all() -> None:
    content = content_of(Board(sample_records()), options=PaperOptions())
    flow = Flow(PAPERS["A4"])
    flow.turn()
    set_diamonds(flow, content)
    words = [shape.text for one in flow.page.placed for shape in one.shapes if isinstance(shape, TextRun)]
    counts = [int(found[1]) for text in words if (found := re.search(r"cards? · (\d+) links?$", text))]
    assert len(counts) == 3
    assert sum(counts) == len(content.links)
