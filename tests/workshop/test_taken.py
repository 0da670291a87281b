"""Cards that are put on a phase cover none, neither of theirs nor of those that reach over its border."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.commands.cards import add_card
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.ids import seeded_ids
from workshop.picture.geometry import layout_of
from workshop.picture.plan import Rect
from workshop.picture.taken import taken_in
from workshop.workshop import Workshop

BESIDE_BORDERS = st.sampled_from([Phase.DISCOVER, Phase.DEFINE, Phase.DEVELOP, Phase.VALIDATE])
AT_A_BORDER = st.tuples(st.floats(-88, 900).map(round), st.floats(-300, 300).map(round))


def _empty() -> Workshop:
    return Workshop(new_id=seeded_ids(1))


@given(
    st.lists(st.tuples(BESIDE_BORDERS, AT_A_BORDER), max_size=16),
    st.lists(st.tuples(BESIDE_BORDERS, AT_A_BORDER), min_size=1, max_size=5),
)
@settings(deadline=None)
def test_cards_written_at_a_border_cover_none_beyond_it(
    lying: list[tuple[Phase, tuple[int, int]]], written: list[tuple[Phase, tuple[int, int]]]
) -> None:
    workshop = _empty()
    for phase, near in [*lying, *written]:
        new = add_card(workshop, origin="test", phase=phase, near=near)
        cards = workshop.board.cards.values()
        layout = layout_of(cards)
        box = layout.rect_of(new)
        assert not [card for card in cards if card is not new and layout.rect_of(card).overlaps(box)]
        assert layout.place_of(box).phase is phase


def test_only_what_reaches_over_a_border_is_taken_beyond_it() -> None:
    workshop = _empty()
    within = add_card(workshop, origin="test", phase=Phase.DEFINE, near=(400, 0))
    over = add_card(workshop, origin="test", phase=Phase.DEFINE, near=(-60, 0))
    taken = taken_in(workshop.board, Phase.DISCOVER)
    assert [x for x, *_ in taken] == [820 + over.x]
    assert within.x >= 400


def test_the_parking_lot_takes_cards_from_its_edge_on() -> None:
    card = add_card(_empty(), origin="test", phase=None, near=(-500, -500))
    assert (card.x, card.y) == (-CARD_WIDTH / 2, 0)


def test_cards_on_their_way_take_their_places() -> None:
    workshop = _empty()
    coming = [
        Card(id="c", phase=Phase.PILOT, x=8),
        None,
        Card(id="d", phase=Phase.SCALE, discipline=Discipline.CX),
    ]
    (rect,) = (Rect(*box) for box in taken_in(workshop.board, Phase.PILOT, coming))
    assert (rect.x, rect.w, rect.h) == (8, CARD_WIDTH, CARD_HEIGHT)
