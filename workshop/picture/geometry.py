"""Where everything lies: columns of phases, diamonds and the parking lot, and places to and from board points."""

import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

import msgspec

from workshop.model.cards import Card, Place
from workshop.model.diamonds import DIAMONDS, DiamondName, Phase, diamond_of
from workshop.picture.plan import Point, Rect

COLUMN_WIDTH = {DiamondName.PROBLEM: 820.0, DiamondName.SOLUTION: 820.0, DiamondName.OUTCOME: 640.0}
HALF_HEIGHT = {DiamondName.PROBLEM: 560.0, DiamondName.SOLUTION: 560.0, DiamondName.OUTCOME: 680.0}
DIAMOND_GAP = 96.0
HEADER_HEIGHT = 170.0
FOOTER_HEIGHT = 290.0
PARKING_HEIGHT = 196.0
MARGIN = 48.0
GROWTH_STEP = 160.0


class Extent(NamedTuple):
    """How far the cards of a phase reach, in its own coordinates: to the right, up and down."""

    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0


class DiamondFrame(msgspec.Struct, frozen=True):
    """A diamond on the board: its four tips."""

    name: DiamondName
    left: Point
    top: Point
    right: Point
    bottom: Point

    @property
    def rect(self) -> Rect:
        """The box around the diamond."""
        return Rect(self.left.x, self.top.y, self.right.x - self.left.x, self.bottom.y - self.top.y)

    @property
    def tips(self) -> tuple[Point, Point, Point, Point]:
        """The tips, clockwise from the left."""
        return self.left, self.top, self.right, self.bottom


class BoardLayout(msgspec.Struct, frozen=True):
    """The columns of the phases (their y runs over the diamond's height), the diamonds and the parking lot."""

    columns: Mapping[Phase, Rect]
    diamonds: Mapping[DiamondName, DiamondFrame]
    parking: Rect

    @property
    def bounds(self) -> Rect:
        """The box around the diamonds with their titles and footers."""
        rects = [frame.rect for frame in self.diamonds.values()]
        around = rects[0].united(rects[1]).united(rects[2])
        return Rect(around.x, around.y - HEADER_HEIGHT, around.w, around.h + HEADER_HEIGHT + FOOTER_HEIGHT)

    def diamond_bounds(self, name: DiamondName, *, footer: bool = False) -> Rect:
        """The box around one diamond with its title, and with its footer when asked for."""
        rect = self.diamonds[name].rect
        below = FOOTER_HEIGHT if footer else 0.0
        return Rect(rect.x, rect.y - HEADER_HEIGHT, rect.w, rect.h + HEADER_HEIGHT + below)

    def origin(self, phase: Phase | None) -> Point:
        """The board point that a phase's (or the parking lot's) places count from."""
        if phase is None:
            return Point(self.parking.x, self.parking.y)
        return Point(self.columns[phase].x, 0.0)

    def rect_of(self, card: Card) -> Rect:
        """The box of a card on the board."""
        origin = self.origin(card.phase)
        return Rect(origin.x + card.x, origin.y + card.y, card.w, card.h)

    def phase_at(self, point: Point) -> Phase | None:
        """The phase whose column holds a board point, the nearest beside the diamonds; None in the parking lot."""
        if point.y >= self.parking.y - MARGIN / 2:
            return None
        columns = [*self.columns.items()]
        for (phase, column), (_, following) in pairwise(columns):
            if point.x < (column.right + following.x) / 2:
                return phase
        return columns[-1][0]

    def place_of(self, rect: Rect) -> Place:
        """The place of a card whose box on the board is this: its centre decides the phase."""
        phase = self.phase_at(rect.centre)
        origin = self.origin(phase)
        return Place(phase, round(rect.x - origin.x, 2), round(rect.y - origin.y, 2))


def extents_of(cards: Iterable[Card]) -> dict[Phase | None, Extent]:
    """How far the cards reach in each phase and in the parking lot (None)."""
    extents: dict[Phase | None, Extent] = {}
    for card in cards:
        old = extents.get(card.phase, Extent())
        extents[card.phase] = Extent(
            max(old.right, card.x + card.w), min(old.top, card.y), max(old.bottom, card.y + card.h)
        )
    return extents


def lay_out(extents: Mapping[Phase | None, Extent]) -> BoardLayout:
    """The board that holds cards reaching so far. Columns widen and diamonds heighten in steps; places stay."""
    columns: dict[Phase, Rect] = {}
    diamonds: dict[DiamondName, DiamondFrame] = {}
    x = 0.0
    for diamond in DIAMONDS:
        reached = [extents.get(phase, Extent()) for phase in diamond.phases]
        half = max(_grown(HALF_HEIGHT[diamond.name], max(-e.top, e.bottom)) for e in reached)
        left = x
        for phase, extent in zip(diamond.phases, reached, strict=True):
            width = column_width(phase, extent.right)
            columns[phase] = Rect(x, -half, width, 2 * half)
            x += width
        middle = columns[diamond.phases[len(diamond.phases) // 2]].x
        diamonds[diamond.name] = DiamondFrame(
            diamond.name, Point(left, 0), Point(middle, -half), Point(x, 0), Point(middle, half)
        )
        x += DIAMOND_GAP
    lowest = max(frame.bottom.y for frame in diamonds.values())
    parked = extents.get(None, Extent())
    parking = Rect(
        0.0,
        lowest + FOOTER_HEIGHT + MARGIN,
        _grown(x - DIAMOND_GAP, parked.right),
        _grown(PARKING_HEIGHT, parked.bottom),
    )
    return BoardLayout(columns, diamonds, parking)


def column_width(phase: Phase, reached: float) -> float:
    """How wide the column of a phase is when its cards reach so far to the right."""
    return _grown(COLUMN_WIDTH[diamond_of(phase).name], reached)


def layout_of(cards: Iterable[Card]) -> BoardLayout:
    """The board that holds these cards."""
    return lay_out(extents_of(cards))


def _grown(length: float, reached: float) -> float:
    """A length that holds what reaches so far, grown in steps so that the board does not twitch with each card."""
    if reached <= length:
        return length
    return length + math.ceil((reached + MARGIN / 2 - length) / GROWTH_STEP) * GROWTH_STEP
