"""What on the ground of the board can be pressed: the names of the phases, and the purpose above the diamonds."""

from typing import NamedTuple

from workshop.model.diamonds import Phase
from workshop.picture.board_plan import UNIT, far_phase_name, far_size, far_title_top, phase_header
from workshop.picture.geometry import BoardLayout
from workshop.picture.palette import LIGHT, Palette
from workshop.picture.plan import Rect
from workshop.picture.purpose_plan import LEAST_PIXELS, Headline, PurposePlan, far_plan, near_plan

_PIXELS, _LEAST, _MOST = 13.0, 40.0, 78.0
_AROUND = 8.0


class Sign(NamedTuple):
    """Where something can be pressed, in board units: the phase whose guide it opens, None for the purpose."""

    rect: Rect
    phase: Phase | None


def headline_plan(
    headline: Headline, layout: BoardLayout, palette: Palette, *, far: bool = False, unit: float = UNIT
) -> PurposePlan:
    """The purpose and the pinned principles; nothing where their letters would be too small to read."""
    if not far:
        return near_plan(headline, layout, palette)
    size = far_size(_PIXELS, unit, _LEAST, _MOST)
    if size / unit < LEAST_PIXELS:
        return PurposePlan()
    return far_plan(headline, layout, palette, size, far_title_top(layout, unit) - 0.6 * size)


def signs_of(
    headline: Headline, layout: BoardLayout, *, far: bool = False, unit: float = UNIT
) -> tuple[Sign, ...]:
    """All that can be pressed, as the board is shown."""
    purpose = headline_plan(headline, layout, LIGHT, far=far, unit=unit)
    found = [Sign(box, None) for box in purpose.boxes]
    for phase in layout.columns:
        if far:
            rect = far_phase_name(phase, layout, LIGHT, unit).rect
        else:
            name, cue = phase_header(phase, layout, LIGHT)
            rect = name.rect.united(cue.rect)
        found.append(Sign(rect.grown(_AROUND), phase))
    return tuple(found)
