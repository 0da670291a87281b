"""Presenting in parts: everything is shown, and what is shown can be read from the back of the room."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from workshop.board.board import Board
from workshop.facilitation.framing import frame_parts, frames_of, frames_to_walk, region_around, whole_of
from workshop.facilitation.parts import READABLE, Screen, ViewPart, has_small_words, parts_of
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Frame, FrameKind, Group
from workshop.model.links import Link, LinkKind
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.card_plan import card_writing
from workshop.picture.geometry import layout_of
from workshop.picture.plan import Rect
from workshop.visibility import PROJECTOR, visible_to

HALL = Screen(1_920, 1_000, 1_080)
LAPTOP = Screen(1_280, 660, 720)
WORDS = "finance asks where the breakdown of the bill went at the end of each month "


def parts(board: Board, screen: Screen = HALL, phase: Phase = Phase.DISCOVER) -> tuple[ViewPart, ...]:
    """The parts of a phase."""
    frame = Frame(id="f", kind=FrameKind.PHASE, phase=phase)
    return frame_parts(frame, visible_to(PROJECTOR, board), layout_of(board.cards.values()), screen)


def height_on(screen: Screen, part: ViewPart, card: Card) -> float:
    """The height of a card's text on a screen that a part fills, in pixels."""
    return card_writing(card).size * min(screen.width / part.rect.w, screen.height / part.rect.h)


CARDS = st.lists(
    st.builds(
        lambda x, y, words, discipline, group: (x, y, words, discipline, group),
        st.floats(0, 760),
        st.floats(-500, 400),
        st.integers(0, 9),
        st.sampled_from(Discipline),
        st.sampled_from(["g1", "g2", None]),
    ),
    max_size=30,
)


def board_of(cards: list[tuple[float, float, int, Discipline, str | None]]) -> Board:
    """A phase with these cards, some in groups."""
    made = [
        Card(
            id=f"c{place}", text=(WORDS * words)[: 40 * words], phase=Phase.DISCOVER, x=x, y=y,
            discipline=discipline, group=group,
        )
        for place, (x, y, words, discipline, group) in enumerate(cards)
    ]  # fmt: skip
    return Board([*made, Group(id="g1", name="Invoices"), Group(id="g2")])


@given(CARDS, st.sampled_from([HALL, LAPTOP]))
def test_each_card_of_a_phase_is_in_a_part_in_which_it_can_be_read(
    cards: list[tuple[float, float, int, Discipline, str | None]], screen: Screen
) -> None:
    board = board_of(cards)
    found = parts(board, screen)
    layout = layout_of(board.cards.values())
    for card in board.cards.values():
        shown = [part for part in found if part.cards is None or card.id in part.cards]
        assert shown, card.id
        for part in shown:
            assert part.rect.contains(layout.rect_of(card))
            assert height_on(screen, part, card) >= screen.whole * READABLE - 0.001


@given(CARDS)
def test_parts_that_light_some_cards_light_each_card_once(
    cards: list[tuple[float, float, int, Discipline, str | None]],
) -> None:
    found = parts(board_of(cards))
    lit = [card for part in found if part.cards is not None for card in part.cards]
    assert len(lit) == len(set(lit))
    assert all(part.cards is None for part in found) == (len(found) == 1 and found[0].cards is None)


def test_a_phase_that_can_be_read_is_shown_whole_and_an_empty_one_too() -> None:
    one = Card(id="a", text="short", phase=Phase.DISCOVER, x=300, y=-60)
    (part,) = parts(Board([one]))
    assert part.cards is None
    assert height_on(HALL, part, one) >= HALL.whole * READABLE
    (empty,) = parts(Board([]))
    assert empty == ViewPart("", layout_of([]).columns[Phase.DISCOVER])


def test_a_full_phase_is_shown_by_discipline_or_by_its_groups_where_most_cards_are_in_one() -> None:
    def full(group: str | None) -> Board:
        cards = [
            (250.0 * (place % 3), -480.0 + 160 * (place // 3), 2, list(Discipline)[place // 6], group)
            for place in range(18)
        ]
        return board_of(cards)

    titles = [part.title.rstrip(" 0123456789of") for part in parts(full(None))]
    assert list(dict.fromkeys(titles)) == ["CX", "CX + UX", "UX"]
    only_one = parts(full("g1"))
    assert [part.title for part in only_one] == [
        f"{number} of {len(only_one)}" for number in range(1, len(only_one) + 1)
    ]


def test_a_card_taller_than_the_screen_is_shown_piece_by_piece_from_top_to_bottom() -> None:
    tall = Card(id="a", text=WORDS * 14, phase=Phase.DISCOVER, x=0, y=-400, h=850)
    found = parts(Board([tall]), LAPTOP)
    assert len(found) > 1
    assert [part.title for part in found] == [f"{n} of {len(found)}" for n in range(1, len(found) + 1)]
    rect = layout_of([tall]).rect_of(tall)
    assert found[0].rect.y <= rect.y
    assert found[-1].rect.bottom >= rect.bottom
    for above, below in pairwise(found):
        assert above.rect.y < below.rect.y <= above.rect.bottom + 0.001
        assert height_on(LAPTOP, below, tall) >= LAPTOP.whole * READABLE - 0.001


def test_a_turned_card_has_no_words_that_would_have_to_be_read() -> None:
    cards = [
        Card(id=f"c{n}", text=WORDS * 5, phase=Phase.DISCOVER, x=370.0 * n, y=-300, h=180, hidden=True)
        for n in range(3)
    ]
    assert len(parts(Board(cards))) < len(parts(Board([replace(card, hidden=False) for card in cards])))


def test_a_thread_is_shown_from_its_root_on() -> None:
    cards = [
        Card(id=f"c{n}", text=WORDS, phase=phase, x=100, y=200 - 150 * n)
        for n, phase in enumerate((Phase.DISCOVER, Phase.DEFINE, Phase.EXPLORE, Phase.DEVELOP))
    ]
    links = [Link(id=f"l{n}", source=f"c{n}", target=f"c{n + 1}", kind=LinkKind.LEADS_TO) for n in range(3)]
    board = Board([*cards, *links])
    frame = Frame(id="f", kind=FrameKind.THREAD, root="c0")
    found = frame_parts(frame, visible_to(PROJECTOR, board), layout_of(cards), HALL)
    order = [sorted(part.cards or ()) for part in found]
    assert [card for cards_of in order for card in cards_of] == ["c0", "c1", "c2", "c3"]
    assert len(found) > 1


@pytest.mark.parametrize("kind", [FrameKind.GROUP, FrameKind.THREAD, FrameKind.REGION])
def test_a_frame_of_what_is_gone_shows_nothing(kind: FrameKind) -> None:
    board = Board([])
    frame = Frame(id="f", kind=kind, group="gone", root="gone")
    assert frame_parts(frame, visible_to(PROJECTOR, board), layout_of([]), HALL) == ()
    assert whole_of(frame, visible_to(PROJECTOR, board), layout_of([])) is None


@given(st.floats(-200, 5_000), st.floats(-900, 900), st.floats(20, 3_000), st.floats(20, 1_500))
def test_a_region_is_found_again_where_it_was(x: float, y: float, w: float, h: float) -> None:
    layout = layout_of([])
    corners = region_around(Rect(x, y, w, h), layout)
    frame = Frame(id="f", top_left=corners[0], bottom_right=corners[1])
    assert whole_of(frame, visible_to(PROJECTOR, Board([])), layout) == pytest.approx((x, y, w, h), abs=0.03)


def test_a_region_moves_along_with_the_phase_in_which_it_lies() -> None:
    corners = region_around(Rect(2_000, -100, 300, 200), layout_of([]))
    wide = layout_of([Card(id="a", text="", phase=Phase.DISCOVER, x=1_500, y=0)])
    frame = Frame(id="f", top_left=corners[0], bottom_right=corners[1])
    moved = whole_of(frame, visible_to(PROJECTOR, Board([])), wide)
    assert moved is not None
    assert moved.x > 2_600
    assert moved.w == pytest.approx(300)


def test_without_frames_the_phases_that_hold_cards_are_walked() -> None:
    cards = [Card(id=p.name, text="a", phase=p, x=0, y=0) for p in (Phase.EXPLORE, Phase.DISCOVER)]
    walked = frames_to_walk(visible_to(PROJECTOR, Board(cards)))
    assert [frame.phase for frame in walked] == [Phase.DISCOVER, Phase.EXPLORE]
    frames = [Frame(id="b", name="second", order=1), Frame(id="a", name="first", order=0)]
    board = Board([*cards, *frames])
    assert [frame.name for frame in frames_to_walk(visible_to(PROJECTOR, board))] == ["first", "second"]
    assert frames_of(Board(cards)) == []


def test_a_view_without_cards_to_read_is_shown_as_it_is() -> None:
    board = Board([])
    whole = Rect(0, 0, 4_000, 2_000)
    assert parts_of(visible_to(PROJECTOR, board), layout_of([]), [], whole=whole, screen=HALL) == (
        ViewPart("", whole),
    )


def region_parts(cards: list[Card], rect: Rect, screen: Screen = HALL) -> tuple[ViewPart, ...]:
    """The parts of a region of a board with these cards."""
    board, layout = Board([*cards, Group(id="g1"), Group(id="g2")]), layout_of(cards)
    corners = region_around(rect, layout)
    frame = Frame(id="f", top_left=corners[0], bottom_right=corners[1])
    return frame_parts(frame, visible_to(PROJECTOR, board), layout, screen)


@given(CARDS, st.sampled_from([HALL, LAPTOP]), st.floats(300, 1_500), st.floats(300, 1_000))
def test_each_card_of_a_region_is_in_a_part_in_which_it_can_be_read(
    given_cards: list[tuple[float, float, int, Discipline, str | None]], screen: Screen, w: float, h: float
) -> None:
    cards = list(board_of(given_cards).cards.values())
    phases = (Phase.DISCOVER, Phase.DEFINE)
    cards = [replace(card, phase=phases[place % 2]) for place, card in enumerate(cards)]
    layout = layout_of(cards)
    rect = Rect(layout.bounds.x + 200, -h / 2, w, h)
    inside = [card for card in cards if rect.contains(Rect(*layout.rect_of(card).centre, 0, 0), slack=-0.1)]
    found = region_parts(cards, rect, screen)
    assert found
    if min(screen.width / w, screen.height / h) < NEAR_ZOOM:
        assert len(found) == 1
        return
    for card in inside:
        shown = [part for part in found if part.cards is None or card.id in part.cards]
        in_view = [
            part for part in shown if part.rect.contains(Rect(*layout.rect_of(card).centre, 0, 0), slack=0.1)
        ]
        assert in_view, card.id
        if card.text.strip():
            assert max(height_on(screen, part, card) for part in in_view) >= screen.whole * READABLE - 0.1


def test_a_region_that_can_be_read_is_shown_as_it_was_framed() -> None:
    cards = [Card(id="a", text=WORDS, phase=Phase.DISCOVER, x=300, y=-100)]
    rect = Rect(layout_of(cards).rect_of(cards[0]).x - 50, -200, 800, 420)
    (part,) = region_parts(cards, rect)
    assert part.rect == pytest.approx(rect, abs=0.05)
    assert part.cards is None


def test_a_region_that_cannot_be_read_is_shown_phase_by_phase() -> None:
    sides = (Discipline.CX, Discipline.UX)
    cards = [
        Card(
            id=f"c{n}", text=WORDS, phase=Phase.DEFINE if n > 17 else Phase.DISCOVER, x=250.0 * (n % 3),
            y=160.0 * (n % 18 // 3) - 480, discipline=sides[n // 9 % 2],
        )
        for n in range(20)
    ]  # fmt: skip
    layout = layout_of(cards)
    diamond = layout.columns[Phase.DISCOVER].united(layout.columns[Phase.DEFINE])
    titles = [part.title for part in region_parts(cards, diamond)]
    assert titles == ["Discover · CX", "Discover · UX", "Define"]
    (far,) = region_parts(cards, Rect(0, -1_500, 5_500, 3_000))
    assert far.title == ""
    assert far.cards is None


def test_words_are_small_where_they_are_drawn_and_cannot_be_read() -> None:
    card = Card(id="a", text=WORDS, phase=Phase.DISCOVER)
    visible = visible_to(PROJECTOR, Board([card]))
    enough = HALL.whole * READABLE / card_writing(card).size
    assert has_small_words(visible, [card], enough * 0.99, HALL)
    assert not has_small_words(visible, [card], enough * 1.01, HALL)
    assert not has_small_words(visible, [card], NEAR_ZOOM * 0.99, HALL)
    assert not has_small_words(visible, [replace(card, text="")], enough * 0.9, HALL)
    assert not has_small_words(visible, [replace(card, hidden=True)], enough * 0.9, HALL)


def test_the_name_of_a_thread_tells_nothing_of_a_root_that_lies_turned() -> None:
    root = Card(id="a", text="a secret", phase=Phase.DISCOVER, hidden=True)
    board = Board([root, Frame(id="f", name="a secret", kind=FrameKind.THREAD, root="a")])
    (seen,) = frames_to_walk(visible_to(PROJECTOR, board))
    assert seen.name == "Thread"
    open_board = Board([replace(root, hidden=False), *frames_of(board)])
    assert frames_to_walk(visible_to(PROJECTOR, open_board)) == frames_of(board)
