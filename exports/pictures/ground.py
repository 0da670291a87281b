"""The ground of a picture: diamonds with their titles, or the part of one that a phase takes, and the parking lot."""

from collections.abc import Iterator

from exports.pictures.content import PictureContent
from workshop.model.diamonds import Phase, diamond_of
from workshop.picture.board_plan import ground_plan
from workshop.picture.clipping import clipped
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect, Shape, Stroke, TextRun, bounds_of
from workshop.picture.purpose_plan import headline_of, near_plan

_ROUND = 24.0
"""Board units around a diamond in which its words may stand."""

_RISE = 110.0
"""How far above its diamond a title begins."""


def ground_shapes(content: PictureContent, palette: Palette) -> list[Shape]:
    """What lies beneath groups, links and cards; nothing where cards are chosen."""
    if not content.phases:
        return []
    if not content.diamonds:
        return list(_of_phase(content, content.phases[0], palette))
    frames = [_around(content.layout.diamonds[one.name].rect) for one in content.diamonds]
    near = near_plan(headline_of(content.board), content.layout, palette).shapes
    shapes = [shape for shape in (*ground_plan(content.layout, palette), *near) if _in_any(shape, frames)]
    return shapes + _lot(content, palette)


def _around(frame: Rect) -> Rect:
    return Rect(frame.x - _ROUND, frame.y - _RISE - _ROUND, frame.w + 2 * _ROUND, frame.h + _RISE + 2 * _ROUND)


def _in_any(shape: Shape, frames: list[Rect]) -> bool:
    """Whether a shape belongs to one of these diamonds."""
    return any(frame.contains(Rect(*bounds_of(shape).centre, 0, 0)) for frame in frames)


def _lot(content: PictureContent, palette: Palette) -> list[Shape]:
    """The parking lot, where anything lies on it."""
    if all(card.phase is not None for card in content.cards):
        return []
    lot = content.layout.parking.grown(_ROUND + 20.0)
    return [shape for shape in ground_plan(content.layout, palette) if lot.contains(bounds_of(shape))]


def _of_phase(content: PictureContent, phase: Phase, palette: Palette) -> Iterator[Shape]:
    """The part of its diamond that a phase takes, with its axis, its name and its cue."""
    column = content.layout.columns[phase]
    frame = content.layout.diamonds[diamond_of(phase).name]
    colours = palette.diamonds[frame.name]
    yield Stroke(clipped(frame.tips, column), colours.outline, 2.4, fill=colours.tint, closed=True)
    yield Stroke((Point(column.x, 0), Point(column.right, 0)), colours.outline, 2.0, (2.0, 10.0))
    for shape in ground_plan(content.layout, palette):
        if isinstance(shape, TextRun) and _in_any(shape, [column]):
            yield shape


def ground_area(content: PictureContent) -> Rect | None:
    """The part of the board that the ground takes; None without one."""
    if not content.phases:
        return None
    if not content.diamonds:
        return content.layout.columns[content.phases[0]]
    first, *others = (content.layout.diamonds[one.name].rect for one in content.diamonds)
    for frame in others:
        first = first.united(frame)
    return Rect(first.x, first.y - _RISE, first.w, first.h + _RISE)
