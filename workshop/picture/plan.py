"""The shapes of a drawing plan. Painters for screen and paper draw them as they stand."""

from enum import Enum
from typing import NamedTuple

import msgspec

Colour = str
"""A colour as #RRGGBB."""


class Point(NamedTuple):
    """A point in board units, y down."""

    x: float
    y: float


class Rect(NamedTuple):
    """A rectangle: left, top, width, height, in board units, y down."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """Its middle."""
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    def grown(self, by: float) -> "Rect":
        """The rectangle with `by` more on each side."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def moved(self, dx: float, dy: float) -> "Rect":
        """The rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def contains(self, other: "Rect", slack: float = 0.01) -> bool:
        """Whether the other lies inside, edges included, within `slack`."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def united(self, other: "Rect") -> "Rect":
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


class Weight(Enum):
    """The weights of Inter that the program carries."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Box(msgspec.Struct, frozen=True):
    """A rectangle with round corners."""

    rect: Rect
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 1.0
    radius: float = 0.0


class TextRun(msgspec.Struct, frozen=True):
    """One line of text at a baseline, squeezed to `width` where a painter's own font would make it wider.

    `tracking` is added after each character; `width` includes it.
    """

    x: float
    baseline: float
    text: str
    size: float
    width: float
    colour: Colour
    weight: Weight = Weight.REGULAR
    tracking: float = 0.0

    @property
    def rect(self) -> Rect:
        """The box that the line takes: its width, from ascent to descent."""
        return Rect(self.x, self.baseline - 0.97 * self.size, self.width, 1.21 * self.size)


class Icon(msgspec.Struct, frozen=True):
    """An icon of the Phosphor set by its name, in a square with its top left corner at x, y."""

    x: float
    y: float
    size: float
    name: str
    colour: Colour


class Dot(msgspec.Struct, frozen=True):
    """A filled circle, or a ring where `fill` is None."""

    centre: Point
    radius: float
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 1.0


class Stroke(msgspec.Struct, frozen=True):
    """A line through points; closed and filled it is a polygon. `dash` in board units."""

    points: tuple[Point, ...]
    stroke: Colour | None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    fill: Colour | None = None
    closed: bool = False


class Picture(msgspec.Struct, frozen=True):
    """A picture by the id of its asset, as large as fits into the rectangle and no larger than it is, in the middle."""

    rect: Rect
    asset: str


Shape = Box | TextRun | Icon | Dot | Stroke | Picture


def fitted_in(rect: Rect, width: float, height: float) -> Rect:
    """Where a picture of so many pixels lies in a rectangle: all of it, in the middle, a pixel at most one unit."""
    scale = min(rect.w / max(width, 1.0), rect.h / max(height, 1.0), 1.0)
    w, h = width * scale, height * scale
    return Rect(rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2, w, h)


def bounds_of(shape: Shape) -> Rect:
    """The box around a shape, the width of its line included."""
    match shape:
        case TextRun():
            return shape.rect
        case Box():
            return shape.rect.grown(shape.stroke_width)
        case Picture():
            return shape.rect
        case Icon():
            return Rect(shape.x, shape.y, shape.size, shape.size)
        case Dot():
            return Rect(*shape.centre, 0, 0).grown(shape.radius + shape.stroke_width)
        case Stroke():
            xs, ys = [point.x for point in shape.points], [point.y for point in shape.points]
            box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            return box.grown(shape.stroke_width)
