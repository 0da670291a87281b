"""The drawing plan: places round trip, nothing new covers a card, lines fit, faces stay in their box."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.strategies import TEXTS
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card, CardKind, Discipline, Evidence
from workshop.model.diamonds import DIAMONDS, Phase
from workshop.picture.board_plan import Balance, balance_plan, ground_plan, unit_at
from workshop.picture.card_plan import TEXT_SIZES, CardWords, card_plan, fitted_text, grown_height, turned_plan
from workshop.picture.fonts import text_width
from workshop.picture.geometry import Extent, lay_out, layout_of
from workshop.picture.lines import break_lines, one_line
from workshop.picture.palette import DARK, LIGHT
from workshop.picture.placement import GAP, find_place
from workshop.picture.plan import Point, Rect, TextRun
from workshop.picture.routes import flatten_curves, parallel_shifts, route_curves

COORDINATES = st.floats(-500, 3_000).map(lambda value: round(value, 2))


@given(st.sampled_from([*Phase, None]), st.floats(0, 500).map(round), st.floats(-400, 300).map(round))
def test_a_place_becomes_a_box_and_the_box_that_place(phase: Phase | None, x: float, y: float) -> None:
    y = abs(y) if phase is None else y
    card = Card(id="c", phase=phase, x=float(x), y=float(y))
    layout = layout_of([card])
    assert layout.place_of(layout.rect_of(card)) == card.place


def test_growing_a_column_moves_the_later_ones_and_changes_no_place() -> None:
    narrow, wide = lay_out({}), lay_out({Phase.DISCOVER: Extent(right=2_000)})
    assert wide.columns[Phase.DISCOVER].w >= 2_000
    assert wide.columns[Phase.DEFINE].x > narrow.columns[Phase.DEFINE].x
    assert wide.columns[Phase.DEFINE].w == narrow.columns[Phase.DEFINE].w


def test_the_columns_lie_side_by_side_and_fill_their_diamonds() -> None:
    layout = lay_out({})
    for diamond in DIAMONDS:
        frame = layout.diamonds[diamond.name]
        assert layout.columns[diamond.phases[0]].x == frame.left.x
        assert layout.columns[diamond.phases[-1]].right == frame.right.x


@given(
    st.lists(st.tuples(COORDINATES, COORDINATES), max_size=25),
    st.sampled_from([*Phase, None]),
    st.sampled_from(Discipline),
    st.none() | st.tuples(COORDINATES, COORDINATES),
)
@settings(deadline=None)
def test_a_new_card_never_covers_another(
    corners: list[tuple[float, float]],
    phase: Phase | None,
    discipline: Discipline,
    near: tuple[float, float] | None,
) -> None:
    taken = [Rect(x, y, CARD_WIDTH, CARD_HEIGHT) for x, y in corners]
    place = find_place(taken, phase, discipline, near=Point(*near) if near else None)
    assert not any(Rect(*place, CARD_WIDTH, CARD_HEIGHT).overlaps(rect) for rect in taken)


def test_a_new_card_keeps_to_the_half_of_its_discipline() -> None:
    assert find_place([], Phase.DISCOVER, Discipline.CX).y + CARD_HEIGHT <= 0
    assert find_place([], Phase.DISCOVER, Discipline.UX).y >= 0


def test_filling_a_phase_places_fifty_cards_apart() -> None:
    taken: list[Rect] = []
    for _ in range(50):
        point = find_place(taken, Phase.PILOT, Discipline.UX)
        rect = Rect(*point, CARD_WIDTH, CARD_HEIGHT)
        assert not any(rect.grown(GAP / 2 - 0.1).overlaps(other.grown(GAP / 2 - 0.1)) for other in taken)
        taken.append(rect)


@given(st.text(max_size=300), st.floats(40, 400), st.sampled_from([11.0, 13.0, 15.0]))
@settings(deadline=None)
def test_broken_lines_fit_their_width_and_lose_no_letter(text: str, width: float, size: float) -> None:
    text = text.encode("utf-8", "replace").decode()
    lines = break_lines(text, width, size)
    assert all(line.width <= width + 0.01 or len(line.text) <= 3 for line in lines)
    kept = "".join("".join(line.text.split()) for line in lines)
    assert kept == "".join(text.split())


def test_a_cut_text_ends_in_an_ellipsis() -> None:
    lines = break_lines("one two three four five six seven eight nine", 60, 15, most=2)
    assert len(lines) == 2
    assert lines[-1].text.endswith("…")
    assert one_line("a long title that does not fit", 80, 13).width <= 80


@given(TEXTS, st.sampled_from(CardKind), st.sampled_from(Discipline), st.booleans(), st.integers(0, 60))
@settings(deadline=None)
def test_a_face_stays_inside_its_card_and_its_texts_apart(
    text: str, kind: CardKind, discipline: Discipline, locked: bool, dots: int
) -> None:
    height = grown_height(text, CARD_WIDTH, CARD_HEIGHT)
    card = Card(
        id="c", text=text, kind=kind, discipline=discipline, locked=locked, hidden=locked, h=height,
        evidence=Evidence(note="n"),
    )  # fmt: skip
    box = Rect(0, 0, card.w, card.h)
    for palette in (LIGHT, DARK):
        runs = [
            shape for shape in card_plan(card, CardWords("MJ", dots), palette) if isinstance(shape, TextRun)
        ]
        assert all(box.contains(run.rect) for run in runs)
        rects = [Rect(run.x, run.baseline - 0.72 * run.size, run.width, 0.72 * run.size) for run in runs]
        assert not any(a.overlaps(b) for i, a in enumerate(rects) for b in rects[:i])
    back = [shape for shape in turned_plan(card.w, card.h, discipline, LIGHT) if isinstance(shape, TextRun)]
    assert [run.text for run in back] == [discipline.tag]


def test_text_shrinks_before_the_card_grows() -> None:
    size, _ = fitted_text("short", CARD_WIDTH, CARD_HEIGHT)
    assert size == 15
    long = "word " * 24
    assert fitted_text(long, CARD_WIDTH, CARD_HEIGHT)[0] < 15
    assert grown_height(long * 4, CARD_WIDTH, CARD_HEIGHT) > CARD_HEIGHT


def test_a_text_on_a_card_a_little_too_small_for_it_is_tighter_and_not_cut() -> None:
    text = "word " * 160
    needed = grown_height(text, CARD_WIDTH, CARD_HEIGHT)
    assert fitted_text(text, CARD_WIDTH, needed)[0] == TEXT_SIZES[-1]
    size, lines = fitted_text(text, CARD_WIDTH, needed * 0.88)
    assert size < TEXT_SIZES[-1]
    assert " ".join(line.text for line in lines) == text.strip()
    size, lines = fitted_text(text, CARD_WIDTH, needed * 0.5)
    assert (size, lines[-1].text[-1]) == (TEXT_SIZES[-1], "…")


@pytest.mark.parametrize("zoom", [0.02, 0.1, 0.14, 0.2, 0.41])
def test_the_labels_of_the_ground_lie_apart(zoom: float) -> None:
    layout, unit = lay_out({}), unit_at(zoom)
    balances = {phase: Balance(13, 140, 1500) for phase in Phase}
    far = ground_plan(layout, LIGHT, far=True, unit=unit), balance_plan(layout, balances, LIGHT, unit=unit)
    for shapes in (ground_plan(layout, LIGHT), (*far[0], *far[1])):
        rects = [shape.rect for shape in shapes if isinstance(shape, TextRun)]
        assert not any(a.overlaps(b) for i, a in enumerate(rects) for b in rects[:i])


def test_a_link_runs_from_edge_to_edge() -> None:
    curves = route_curves([(0, 0, 100, 50), (0, 0, 100, 50)], [(300, 0, 100, 50), (0, 400, 100, 50)])
    assert curves[0, 0].tolist() == [100, 25]
    assert curves[0, 3].tolist() == [300, 25]
    assert curves[1, 0].tolist() == [50, 50]
    assert curves[1, 3].tolist() == [50, 400]
    points = flatten_curves(curves)
    assert points[0, 0].tolist() == [100, 25]
    assert points[1, -1].tolist() == [50, 400]


def test_links_between_the_same_cards_lie_apart_and_the_same_way_round_from_either_end() -> None:
    shifts = parallel_shifts([("a", "b"), ("b", "a"), ("a", "c")])
    assert shifts[0] == -shifts[1] != 0
    assert shifts[2] == 0


def test_a_missing_letter_still_has_a_width() -> None:
    assert text_width("日本", 10) == 20
    assert text_width("\u200d", 10) == 0
