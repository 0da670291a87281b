"""Paths in PDF space as operators of a page."""

from workshop.picture.plan import Rect

_ROUND = 0.5523
"""How far the control points of a quarter circle lie from its ends, as a share of the radius."""


def box_path(rect: Rect, radius: float) -> str:
    """The path of a box with round corners; its x and y are its lower left corner."""
    x, y, w, h = rect
    r = min(radius, w / 2, h / 2)
    if r <= 0:
        return f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re"
    k = r * (1 - _ROUND)
    right, top = x + w, y + h
    left, near, far, end = f"{x:.2f}", f"{x + r:.2f}", f"{right - r:.2f}", f"{right:.2f}"
    low, over, under, high = f"{y:.2f}", f"{y + r:.2f}", f"{top - r:.2f}", f"{top:.2f}"
    in_left, in_right, in_low, in_high = f"{x + k:.2f}", f"{right - k:.2f}", f"{y + k:.2f}", f"{top - k:.2f}"
    return (
        f"{near} {low} m {far} {low} l {in_right} {low} {end} {in_low} {end} {over} c "
        f"{end} {under} l {end} {in_high} {in_right} {high} {far} {high} c "
        f"{near} {high} l {in_left} {high} {left} {in_high} {left} {under} c "
        f"{left} {over} l {left} {in_low} {in_left} {low} {near} {low} c h"
    )
