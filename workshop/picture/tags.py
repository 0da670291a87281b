"""Where small tags over the board come to lie, so that none covers another."""

from collections.abc import Sequence
from itertools import product

from workshop.picture.plan import Rect

_GAP = 4.0
_STEPS = (0, 1, -1, 2, -2, 3, -3)


def apart(wanted: Sequence[Rect], room: Rect) -> list[Rect]:
    """Boxes as near as there is space to where they are wanted, within a room, the first ones served first.

    A box is moved by its own height or width at a time; where nothing within three such steps is free, it stays.
    """
    placed: list[Rect] = []
    for box in wanted:
        home = _within(box, room)
        tries = (
            _within(home.moved(across * (home.w + _GAP), down * (home.h + _GAP)), room)
            for across, down in sorted(product(_STEPS, _STEPS), key=lambda step: (abs(step[0]), abs(step[1])))
        )
        free = (spot for spot in tries if not any(spot.grown(_GAP / 2).overlaps(other) for other in placed))
        placed.append(next(free, home))
    return placed


def _within(box: Rect, room: Rect) -> Rect:
    x = max(min(box.x, room.right - box.w), room.x)
    return Rect(x, max(min(box.y, room.bottom - box.h), room.y), box.w, box.h)
