"""Words on links: near, clear of cards and of each other, the same whichever part is painted."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.canvas.link_labels import LinkLabels
from ui.canvas.scene import Scene
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.picture.plan import Rect
from workshop.visibility import ROOM
from workshop.workshop import Workshop

SCENE = Scene(Workshop(Board(sample_records())), ROOM)
EVERYWHERE = Rect(-1e5, -1e5, 2e5, 2e5)


def test_no_word_lies_on_a_card_or_on_another_word() -> None:
    which, boxes = LinkLabels(SCENE.cards, SCENE.links).places_in(EVERYWHERE)
    assert len(which) > len(SCENE.links.ids) / 3
    words = [Rect(*box) for box in boxes.tolist()]
    for index, word in enumerate(words):
        assert not any(word.overlaps(Rect(*card)) for card in SCENE.cards.boxes.tolist())
        assert not any(word.overlaps(other) for other in words[index + 1 :])


@given(st.integers(-200, 5_000), st.integers(-900, 900), st.integers(5, 900), st.integers(5, 900))
def test_a_part_shows_exactly_the_words_of_the_whole_that_touch_it(x: int, y: int, w: int, h: int) -> None:
    labels = LinkLabels(SCENE.cards, SCENE.links)
    whole, boxes = labels.places_in(EVERYWHERE)
    part = Rect(x, y, w, h)
    touching = [
        link for link, box in zip(whole.tolist(), boxes.tolist(), strict=True) if Rect(*box).overlaps(part)
    ]
    which, parts = labels.places_in(part)
    assert which.tolist() == touching
    assert np.array_equal(parts, boxes[np.isin(whole, which)])
