"""The words of links: clear of cards, clear of each other, and left out where there is no room."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workshop.model.links import LinkKind
from workshop.picture.link_words import HEIGHT, overlapping, word_places, word_shapes
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, TextRun
from workshop.picture.routes import flatten_curves, route_curves

_SPOT = st.tuples(st.integers(-400, 400), st.integers(-300, 300))


@given(st.lists(_SPOT, min_size=2, max_size=24), st.data())
def test_a_word_lies_on_no_card_and_on_no_other_word(
    corners: list[tuple[int, int]], data: st.DataObject
) -> None:
    cards = np.array([(x, y, 120.0, 80.0) for x, y in corners])
    ends = [
        (place, data.draw(st.integers(0, len(corners) - 1), label="target")) for place in range(len(corners))
    ]
    sources, targets = (np.array(one) for one in zip(*ends, strict=True))
    kinds = [list(LinkKind)[place % len(LinkKind)] for place in range(len(ends))]
    lines = flatten_curves(route_curves(cards[sources], cards[targets]))
    places = word_places(lines, kinds, cards)
    found = places[~np.isnan(places[:, 0])]
    assert not overlapping(found, cards, 2.9).any()
    assert not np.tril(overlapping(found, found, 0.9), -1).any()
    assert (found[:, 3] == HEIGHT).all()


def test_without_links_there_are_no_words() -> None:
    assert word_places(np.empty((0, 25, 2)), [], np.empty((0, 4))).shape == (0, 4)


def test_a_link_with_room_carries_its_word_in_the_middle() -> None:
    cards = np.array([(0.0, 0.0, 100.0, 60.0), (500.0, 0.0, 100.0, 60.0)])
    lines = flatten_curves(route_curves(cards[:1], cards[1:]))
    (place,) = word_places(lines, [LinkKind.SUPPORTS], cards).tolist()
    rect = Rect(*place)
    assert rect.centre == (300.0, 30.0)
    plate, word = word_shapes(LinkKind.SUPPORTS, rect, LIGHT)
    assert isinstance(plate, Box)
    assert isinstance(word, TextRun)
    assert word.text == "supports"
    assert rect.contains(word.rect)
