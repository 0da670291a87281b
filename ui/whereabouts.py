"""Where on the board one looks: in which diamond, or over all of them."""

from workshop.model.diamonds import DIAMONDS
from workshop.picture.geometry import BoardLayout
from workshop.picture.plan import Rect

OVERVIEW = "show_board"
"""The action that leads to the whole board."""


def diamond_action(name: str) -> str:
    """The action that leads to a diamond."""
    return f"show_{name.lower()}"


def place_in_view(layout: BoardLayout, view: Rect) -> str:
    """The action that leads to what a part of the board shows: a diamond, or all of them; empty for neither."""
    frames = [(diamond.name, layout.diamonds[diamond.name]) for diamond in DIAMONDS]
    if all(view.x <= frame.top.x <= view.right for _, frame in frames):
        return OVERVIEW
    middle = view.centre.x
    inside = (
        name for name, frame in frames if frame.left.x <= middle < frame.right.x and frame.rect.overlaps(view)
    )
    return diamond_action(found) if (found := next(inside, None)) else ""
