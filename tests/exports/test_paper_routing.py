"""The ways of links on paper: those of the canvas, found a few at a time."""

from random import Random

import numpy as np

from exports.pdf.content import content_of
from exports.pdf.routing import routed
from tests.exports.boards import full_board, link
from workshop.picture.detours import CardGrid, Joined, detoured
from workshop.picture.plan import Rect
from workshop.picture.routes import route_curves


def test_links_found_a_few_at_a_time_run_as_when_found_at_once() -> None:
    random = Random(7)
    cards = [Rect(random.uniform(0, 4_000), random.uniform(0, 2_000), 200.0, 110.0) for _ in range(300)]
    ends = [tuple(random.sample(range(300), 2)) for _ in range(1_500)]
    shifts = np.array([random.choice((-9.0, 0.0, 9.0)) for _ in ends])
    breaths: list[None] = []
    found = routed(cards, [(a, b) for a, b in ends], shifts, lambda: breaths.append(None))
    boxes, joined = np.array(cards), np.array(ends)
    grid = CardGrid()
    grid.load(boxes)
    between = Joined(boxes[joined[:, 0]], boxes[joined[:, 1]], shifts)
    at_once = detoured(route_curves(*between), joined, grid, between)
    assert at_once.blocked.any()
    assert np.array_equal(found, at_once.curves)
    assert len(breaths) >= 4


def test_links_are_routed_once_and_none_are_there_without_any() -> None:
    workshop = full_board(30)
    one, *_, other = workshop.board.cards.values()
    link(workshop, one, other)
    content = content_of(workshop.board)
    breaths: list[None] = []
    curves = content.curves(lambda: breaths.append(None))
    assert set(curves) == {each.id for each in content.links}
    told = len(breaths)
    assert told
    assert content.curves(lambda: breaths.append(None)) is curves
    assert len(breaths) == told
    assert content_of(full_board(0).board).curves() == {}
