"""The drawing plan of the ground: diamonds, axes, phase names, and the balance of disciplines below each phase."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from workshop.model.cards import Discipline
from workshop.model.diamonds import DIAMONDS, PHASE_GUIDES, Diamond, Phase, diamond_of
from workshop.picture.fonts import text_width
from workshop.picture.geometry import BoardLayout
from workshop.picture.palette import Palette
from workshop.picture.plan import Box, Point, Rect, Shape, Stroke, TextRun, Weight
from workshop.translation import _, ngettext


class Balance(NamedTuple):
    """Cards of a phase by discipline."""

    cx: int = 0
    joint: int = 0
    ux: int = 0

    @property
    def words(self) -> str:
        """The numbers in words: 3 CX · 1 joint · 2 UX."""
        words = ngettext("{cx} CX · {joint} joint · {ux} UX", "{cx} CX · {joint} joint · {ux} UX", self.joint)
        return words.format(cx=self.cx, joint=self.joint, ux=self.ux)

    @property
    def total(self) -> int:
        """All cards of the phase."""
        return self.cx + self.joint + self.ux


UNIT = 6.0
"""Board units a pixel of the screen where nothing else is known: about the three diamonds on a laptop."""


NEAR_ZOOM = 0.42
"""From this zoom on, cards are whole pictures with their words; below it, small faces without any."""


def unit_at(zoom: float) -> float:
    """Board units a pixel, in steps of a fifth, so that far labels keep their size on screen and plans are kept."""
    return 1.2 ** round(math.log(1 / zoom, 1.2))


def far_size(pixels: float, unit: float, least: float, most: float) -> float:
    """The size in board units of what shall be so many pixels large from afar, as far as its place allows."""
    return min(max(pixels * unit, least), most)


def ground_plan(
    layout: BoardLayout, palette: Palette, *, far: bool = False, unit: float = UNIT
) -> tuple[Shape, ...]:
    """The diamonds with their axes, titles and phase names, and the parking lot.

    Far out the titles are larger, and the phase names stand below, in the balance plan. `unit` is how many board
    units a pixel of the screen is then.
    """
    shapes: list[Shape] = []
    for diamond in DIAMONDS:
        shapes.extend(_rhombus(diamond, layout, palette, far_size(1.4, unit, 2.4, 12.0) if far else 2.4))
        title = _far_title(diamond, layout, palette, unit) if far else _near_title(diamond, layout, palette)
        shapes.extend(title)
    return (*shapes, *_parking(layout, palette, far_size(11.0, unit, 20.0, 64.0) if far else 20.0))


def balance_plan(
    layout: BoardLayout, balances: Mapping[Phase, Balance], palette: Palette, *, unit: float = UNIT
) -> tuple[Shape, ...]:
    """Below each phase its name, a bar divided by discipline, and the numbers."""
    shapes: list[Shape] = []
    count, bar = far_size(11.5, unit, 30.0, 60.0), far_size(5.0, unit, 14.0, 32.0)
    for phase, column in layout.columns.items():
        balance = balances.get(phase, Balance())
        middle = column.x + column.w / 2
        shapes.append(name := far_phase_name(phase, layout, palette, unit))
        below = Rect(column.x + 32, name.baseline + 22, column.w - 64, bar)
        shapes.extend(balance_bar(below, balance, palette))
        numbers = balance.words
        size = min(count, (column.w - 24) / text_width(numbers, 1.0))
        shapes.append(centred(middle, below.bottom + 1.2 * size, numbers, size, palette.muted))
    return tuple(shapes)


def empty_plan(layout: BoardLayout, palette: Palette) -> tuple[Shape, ...]:
    """What an empty board says in the middle of the first diamond."""
    frame = layout.diamonds[DIAMONDS[0].name]
    return (
        centred(
            frame.top.x, -24, "Press N, or double-click anywhere,", 26, palette.ink, weight=Weight.SEMIBOLD
        ),
        centred(frame.top.x, 14, "and write the first card.", 26, palette.ink, weight=Weight.SEMIBOLD),
        centred(frame.top.x, 58, "Tab goes on to the next one, Esc is done.", 20, palette.muted),
    )


def balance_bar(rect: Rect, balance: Balance, palette: Palette) -> list[Shape]:
    """A bar divided into CX, Joint and UX by their numbers of cards; an empty one is a hairline box."""
    if not balance.total:
        return [Box(rect, palette.raised, None, 0, rect.h / 2)]
    shapes: list[Shape] = []
    x = rect.x
    for count, discipline in zip(balance, (Discipline.CX, Discipline.JOINT, Discipline.UX), strict=True):
        width = rect.w * count / balance.total
        if width:
            shapes.append(Box(Rect(x, rect.y, width, rect.h), palette.disciplines[discipline].accent))
        x += width
    return shapes


def centred(
    middle: float,
    baseline: float,
    text: str,
    size: float,
    colour: str,
    *,
    weight: Weight = Weight.REGULAR,
    tracking: float = 0.0,
) -> TextRun:
    """A line of text with its middle at a given x."""
    width = text_width(text, size, weight, tracking)
    return TextRun(middle - (width - tracking) / 2, baseline, text, size, width, colour, weight, tracking)


def _rhombus(diamond: Diamond, layout: BoardLayout, palette: Palette, width: float) -> list[Shape]:
    frame = layout.diamonds[diamond.name]
    colours = palette.diamonds[diamond.name]
    thin = width / 1.2
    dots = (thin, 5 * thin)
    shapes: list[Shape] = [
        Stroke(frame.tips, colours.outline, width, fill=colours.tint, closed=True),
        Stroke((frame.left, frame.right), colours.outline, thin, dots),
    ]
    for phase in diamond.phases[1:]:
        x = layout.columns[phase].x
        reach = _half_height_at(frame.left.x, frame.top, frame.right.x, x)
        shapes.append(Stroke((Point(x, -reach), Point(x, reach)), colours.outline, thin, dots))
    return shapes


def _near_title(diamond: Diamond, layout: BoardLayout, palette: Palette) -> list[Shape]:
    frame = layout.diamonds[diamond.name]
    ink = palette.diamonds[diamond.name].ink
    title = f"{diamond.number} {_(diamond.name.value).upper()}"
    shapes: list[Shape] = [
        centred(frame.top.x, frame.top.y - 78, title, 32, ink, weight=Weight.BOLD, tracking=4.0),
        centred(frame.top.x, frame.top.y - 40, _(diamond.long_name), 20, palette.muted),
        _side_label(frame.left, -14, Discipline.CX, palette),
        _side_label(frame.left, 28, Discipline.UX, palette),
    ]
    for phase in diamond.phases:
        shapes.extend(phase_header(phase, layout, palette))
    return shapes


def far_title_top(layout: BoardLayout, unit: float) -> float:
    """Where the highest title begins when the board is seen from afar."""
    size, small = far_size(15.0, unit, 44.0, 84.0), far_size(11.5, unit, 30.0, 58.0)
    return min(frame.top.y for frame in layout.diamonds.values()) - 26 - small - 1.26 * size


def _far_title(diamond: Diamond, layout: BoardLayout, palette: Palette, unit: float) -> list[Shape]:
    frame = layout.diamonds[diamond.name]
    ink = palette.diamonds[diamond.name].ink
    size, small = far_size(15.0, unit, 44.0, 84.0), far_size(11.5, unit, 30.0, 58.0)
    title = f"{diamond.number} {_(diamond.name.value).upper()}"
    lower = frame.top.y - 26
    upper = lower - small - 0.26 * size
    return [
        centred(frame.top.x, upper, title, size, ink, weight=Weight.BOLD, tracking=size / 9),
        centred(frame.top.x, lower, _(diamond.long_name), small, palette.muted),
    ]


def far_phase_name(phase: Phase, layout: BoardLayout, palette: Palette, unit: float) -> TextRun:
    """The phase's name below its diamond, when the board is seen from afar."""
    column, frame = layout.columns[phase], layout.diamonds[diamond_of(phase).name]
    size, ink = far_size(13.0, unit, 36.0, 76.0), palette.diamonds[frame.name].ink
    baseline = frame.bottom.y + 16 + 0.9 * size
    return centred(column.x + column.w / 2, baseline, _(phase.value), size, ink, weight=Weight.SEMIBOLD)


def phase_header(phase: Phase, layout: BoardLayout, palette: Palette) -> tuple[TextRun, TextRun]:
    """The phase's name and cue in the empty corner above its slope, towards the outer side of the diamond."""
    column = layout.columns[phase]
    frame = layout.diamonds[diamond_of(phase).name]
    colours = palette.diamonds[frame.name]
    name, cue = _(phase.value).upper(), _(PHASE_GUIDES[phase].cue)
    outward = -0.16 if column.x < frame.top.x else 0.16
    middle = column.x + column.w * (0.5 + outward)
    top = column.y + 12
    return (
        centred(middle, top + 24, name, 24, colours.ink, weight=Weight.BOLD, tracking=4.0),
        centred(middle, top + 52, cue, 18, palette.muted),
    )


def _side_label(tip: Point, dy: float, discipline: Discipline, palette: Palette) -> TextRun:
    size = 20.0
    width = text_width(discipline.tag, size, Weight.BOLD, 2.0)
    x = tip.x + 52
    return TextRun(
        x, tip.y + dy, discipline.tag, size, width, palette.disciplines[discipline].ink, Weight.BOLD, 2.0
    )


def _parking(layout: BoardLayout, palette: Palette, size: float) -> list[Shape]:
    rect = layout.parking
    name = _("PARKING LOT")
    width = text_width(name, size, Weight.BOLD, size / 8)
    return [
        Box(rect, palette.panel, palette.hairline, 2.0, 24),
        TextRun(rect.x + 4, rect.y - size / 2, name, size, width, palette.muted, Weight.BOLD, size / 8),
    ]


def _half_height_at(left: float, top: Point, right: float, x: float) -> float:
    share = (x - left) / (top.x - left) if x <= top.x else (right - x) / (right - top.x)
    return -top.y * share
