"""The rows of threads below the board: which are shown, in what words, and that they keep to their room."""

import pytest

from workshop.board.board import Board
from workshop.board.threads import has_flow, threads_of
from workshop.imports.sample import sample_records
from workshop.model.cards import Card, CardKind
from workshop.model.diamonds import DiamondName, Phase
from workshop.model.facilitation import Vote
from workshop.model.links import Link, LinkKind
from workshop.picture.board_plan import far_size, unit_at
from workshop.picture.geometry import layout_of
from workshop.picture.palette import DARK, LIGHT, Palette
from workshop.picture.plan import Stroke, TextRun
from workshop.picture.thread_plan import ThreadRows, thread_plan, thread_rows
from workshop.visibility import ROOM, visible_to


def test_a_board_without_links_has_no_rows() -> None:
    assert _rows(Board([Card(id="a", phase=Phase.DISCOVER, kind=CardKind.NEED)])) == ThreadRows()


def test_whole_threads_come_first_the_most_voted_of_them_at_the_top() -> None:
    records: list[object] = []
    for name in "abc":
        records += [
            Card(id=name, text=name, phase=Phase.DISCOVER, kind=CardKind.NEED),
            Card(id=name * 2, text=name * 2, phase=Phase.EXPLORE),
            Link(id=f"l{name}", source=name, target=name * 2),
        ]
    for name in "ab":
        records += [
            Card(id=name * 3, text=name * 3, phase=Phase.SCALE),
            Link(id=f"m{name}", source=name * 2, target=name * 3),
        ]
    rows = _rows(Board([*records, Vote(id="v", card="bb")]))
    assert [row.words for row in rows.rows] == [("b", "bb", "bbb"), ("a", "aa", "aaa"), ("c", "cc")]
    assert (rows.whole, rows.stopping) == (2, 1)
    assert rows.rows[2].reaches is DiamondName.SOLUTION


def test_all_that_stop_are_counted_and_those_that_ask_for_more_are_shown_first() -> None:
    board = Board(
        [
            *(Card(id=name, text=name, phase=Phase.DISCOVER) for name in ("fact", "other", "voted")),
            Card(id="need", text="need", phase=Phase.DISCOVER, kind=CardKind.NEED),
            Card(id="pain", text="pain", phase=Phase.DISCOVER, kind=CardKind.PAIN_POINT),
            Card(id="next", text="next", phase=Phase.DEFINE),
            Link(id="l", source="need", target="next", kind=LinkKind.SUPPORTS),
            Vote(id="v", card="voted"),
        ]
    )
    rows = _rows(board)
    assert [row.words for row in rows.rows] == [("voted",), ("need",), ("pain",)]
    assert rows.stopping == 5
    words = [
        s.text
        for s in thread_plan(rows, layout_of(board.cards.values()), LIGHT, 34.0)
        if isinstance(s, TextRun)
    ]
    assert words[1].endswith("5 stop on the way, 2 more than shown")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("zoom", [0.1, 0.14, 0.19, 0.3, 0.41])
def test_the_rows_lie_apart_below_the_parking_lot_and_keep_to_their_room(palette: Palette, zoom: float) -> None:
    board = Board(sample_records())
    layout = layout_of(board.cards.values())
    shapes = thread_plan(_rows(board), layout, palette, far_size(12.5, unit_at(zoom), 34.0, 84.0))
    runs = [shape.rect for shape in shapes if isinstance(shape, TextRun)]
    assert runs
    assert not any(a.overlaps(b) for i, a in enumerate(runs) for b in runs[:i])
    assert all(run.y > layout.parking.bottom for run in runs)
    assert all(run.right < 0.76 * layout.parking.right for run in runs)
    assert sum(isinstance(shape, Stroke) for shape in shapes) == 3 * len(_rows(board).rows)


def _rows(board: Board) -> ThreadRows:
    visible = visible_to(ROOM, board)
    return thread_rows(threads_of(visible) if has_flow(visible) else (), board.cards)


def test_the_heading_says_how_many_threads_have_no_row() -> None:
    records: list[object] = []
    for name in "abcdefgh":
        records += [
            Card(id=name, text=name, phase=Phase.DISCOVER, kind=CardKind.NEED),
            Card(id=name * 2, text=name * 2, phase=Phase.SCALE if name < "f" else Phase.EXPLORE),
            Link(id=f"l{name}", source=name, target=name * 2),
        ]
    board = Board(records)
    shapes = thread_plan(_rows(board), layout_of(board.cards.values()), LIGHT, 34.0)
    words = [shape.text for shape in shapes if isinstance(shape, TextRun)]
    assert words[1] == "from a signal to an outcome · 5 whole, 2 more than shown · 3 stop on the way"
