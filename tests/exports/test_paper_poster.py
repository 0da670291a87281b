"""The poster uses its sheet: lists are cut before they are given up, and diamonds grow where there are few cards."""

import math
import re
from typing import Any

import pytest
from msgspec.structs import replace

from exports.pdf.options import Kind
from exports.pdf.page import LaidOut
from exports.pdf.poster_advice import size_advice
from exports.pdf.sheets import BOARD_SIZED, POSTERS
from tests.exports.boards import card, full_board, new_workshop
from tests.exports.geometry import assert_no_overlaps, text_rects
from tests.exports.test_paper_kinds import laid
from workshop.board.board import Board
from workshop.model.diamonds import Phase
from workshop.picture.plan import Stroke, TextRun
from workshop.workshop import Workshop


def poster(workshop: Workshop, **options: Any) -> LaidOut:
    return laid(workshop.board, kind=Kind.POSTER, **{"paper": "A3", **options})


def words_on(found: LaidOut) -> list[str]:
    return [shape.text for one in found.pages[0].placed for shape in one.shapes if isinstance(shape, TextRun)]


def sizes_on(found: LaidOut) -> list[float]:
    placed = found.pages[0].placed
    return [shape.size * one.scale for one in placed for shape in one.shapes if isinstance(shape, TextRun)]


def lowest(found: LaidOut) -> float:
    """The y of the lowest words, as a share of what they may reach."""
    return max(rect.bottom for one in found.pages[0].placed for rect in text_rects(one)) / found.paper.floor


@pytest.mark.parametrize("cards", [50, 60, 80, 100])
def test_a_full_board_keeps_its_list_in_words_that_can_be_read(cards: int) -> None:
    workshop = full_board(cards)
    found = poster(workshop)
    assert min(sizes_on(found)) >= 6.99
    assert "points" not in found.advice
    words = " ".join(words_on(found))
    assert all(one.text[:20] in words for one in workshop.board.cards.values())
    assert lowest(found) > 0.9


def test_fewer_lines_are_left_out_than_the_sheet_has_room_for() -> None:
    cut = [poster(full_board(cards)).advice for cards in (40, 60, 90)]
    numbers = [int(advice.split()[0]) if advice else 0 for advice in cut]
    assert numbers == sorted(numbers)
    assert numbers[0] == 0
    assert 0 < numbers[2] < 90


def test_a_board_beyond_its_sheet_fills_it_and_names_a_sheet_to_choose() -> None:
    workshop = full_board(120)
    found = poster(workshop)
    named = found.advice.partition("points high on A3; choose ")[2].partition(", where none")[0]
    assert named in ("A2", "A1", "A0")
    assert "points" not in poster(workshop, paper=named).advice
    assert lowest(found) > 0.9
    words = " ".join(words_on(found))
    assert all(one.text[:12] in words for one in workshop.board.cards.values())


@pytest.mark.parametrize("cards", [60, 150, 300])
def test_the_smallest_words_are_told_truly_and_the_smallest_sheet_that_has_none_as_small(cards: int) -> None:
    workshop = full_board(cards)
    found = {name: poster(workshop, paper=name) for name in (*POSTERS, BOARD_SIZED)}
    can_be_read = [name for name in found if min(sizes_on(found[name])) >= 6.99]
    for place, name in enumerate(found):
        sizes, advice = sizes_on(found[name]), found[name].advice
        assert ("smallest words" in advice) == (name not in can_be_read)
        if name not in can_be_read:
            larger = next(other for other in [*found][place + 1 :] if other in can_be_read)
            assert f"are {math.floor(min(sizes) * 10) / 10:.1f} points high on {name};" in advice
            assert re.search(rf"choose [^,]*{larger}\b[^,]*, where none is smaller than 7", advice)
            cut = re.match(r"\d+", found[larger].advice)
            assert (f"and {cut.group()} text" if cut else "than 7.") in advice


def test_names_beside_the_board_count_as_words_that_must_be_read() -> None:
    workshop = new_workshop()
    cards = [card(workshop, "short", list(Phase)[number % 8]) for number in range(64)]
    with workshop.transact("move", "test") as transaction:
        for number, one in enumerate(cards):
            transaction.put(replace(one, x=500.0 * (number // 8), y=0.0))
    found = poster(workshop)
    placed = found.pages[0].placed[2:]
    listed = [shape.size * one.scale for one in placed for shape in one.shapes if isinstance(shape, TextRun)]
    assert min(listed) >= 6.99
    assert min(sizes_on(found)) < 6.9
    assert "smallest words" in found.advice


def test_where_no_page_can_be_large_enough_that_is_said() -> None:
    sizes = {"A2": 0.31, "A1": 0.4, "A0": 0.63, BOARD_SIZED: 3.89}
    told = "The smallest words are 0.2 points high on A3, and 3.8 on the board's own size (“board”), "
    assert size_advice("A3", 0.29, lambda name: (sizes[name], 0)) == told + "since no page can be larger."
    assert size_advice(BOARD_SIZED, 3.89, lambda name: (sizes[name], 0)).endswith(
        "since no page can be larger."
    )


def test_a_long_card_takes_the_room_that_the_sheet_has() -> None:
    workshop = new_workshop()
    card(workshop, " ".join(f"word{place}" for place in range(20_000)))
    card(workshop, "short")
    card(workshop, "b" * 5_000, Phase.EXPLORE)
    found = poster(workshop)
    assert lowest(found) > 0.9
    assert found.advice == "2 cards' texts are cut; the summary has all of them."
    assert_no_overlaps(found.pages)


@pytest.mark.parametrize("cards", [0, 1, 2])
def test_diamonds_take_the_sheet_where_there_is_little_else(cards: int) -> None:
    workshop = new_workshop()
    for number in range(cards):
        card(workshop, f"card {number}", (Phase.SCALE, None)[number])
    found = poster(workshop)
    board = found.pages[0].placed[1]
    heights = [
        (max(point.y for point in shape.points) - min(point.y for point in shape.points)) * board.scale
        for shape in board.shapes
        if isinstance(shape, Stroke) and shape.closed
    ]
    assert max(heights) > 0.5 * found.paper.height
    assert lowest(found) > 0.85
    assert_no_overlaps(found.pages)


def test_a_long_place_leaves_the_purpose_and_a_long_title_its_end() -> None:
    title = "A title about the onboarding of firms in every country " * 3
    workshop = new_workshop(
        title=title + "last", place="a place with a long name " * 8, purpose="Aim " * 60 + "high"
    )
    words = words_on(poster(workshop))
    assert any(run.endswith("last") for run in words)
    assert any(run.endswith("high") for run in words)
    assert any(run.endswith("name") for run in words)
    assert_no_overlaps(poster(workshop).pages)


def test_a_text_that_is_cut_on_its_card_is_told_of_a_poster_in_the_size_of_the_board() -> None:
    workshop = new_workshop()
    card(workshop, "short")
    assert not poster(workshop, paper="board").advice
    card(workshop, "word " * 3_000, Phase.EXPLORE)
    assert poster(workshop, paper="board").advice == "1 card's text is cut; the summary has all of it."


def test_texts_that_are_cut_on_printed_cards_are_told() -> None:
    workshop = new_workshop()
    card(workshop, "short")
    assert not laid(workshop.board, kind=Kind.CARDS).advice
    card(workshop, "word " * 20_000)
    assert laid(workshop.board, kind=Kind.CARDS).advice == "1 card's text is cut; the summary has all of it."
    card(workshop, "word " * 600)
    told = laid(workshop.board, kind=Kind.CARDS, cards_a_page=12).advice
    assert told == "2 cards' texts are cut; the summary has all of them."


def test_nothing_is_said_of_a_board_without_cards() -> None:
    assert not laid(Board(), kind=Kind.CARDS).advice
