"""The plan of groups: an outline around the cards of each, its name and count, and the stack of a folded one."""

import msgspec

from workshop.model.facilitation import Group
from workshop.picture.lines import one_line
from workshop.picture.palette import GroupColours, Palette
from workshop.picture.plan import Box, Icon, Rect, Shape, TextRun, Weight
from workshop.translation import _, counted

MARGIN = 18.0
LABEL_HEIGHT = 34.0
CARET = 26.0
"""The width of the place at a label's left that folds and unfolds."""

_SIZE = 15.0
_STACK = (12.0, 6.0)
_LEAST_WIDTH = 200.0


class GroupBox(msgspec.Struct, frozen=True):
    """A group as it stands on the board: the box around its cards, and how many they are."""

    group: Group
    cards: Rect
    count: int

    @property
    def frame(self) -> Rect:
        """The outline around the cards and the label above them."""
        return frame_around(self.cards)

    @property
    def label(self) -> Rect:
        """Where name and count stand, and are pressed."""
        frame = self.frame
        return Rect(frame.x, frame.y, frame.w, LABEL_HEIGHT + MARGIN / 2)

    @property
    def caret(self) -> Rect:
        """Where the group is folded and unfolded."""
        return Rect(self.frame.x + 6, self.frame.y + 4, CARET, LABEL_HEIGHT)


def frame_around(cards: Rect) -> Rect:
    """The outline of a group around the box of its cards, with room for its label above them."""
    box = cards.grown(MARGIN)
    return Rect(box.x, box.y - LABEL_HEIGHT, max(box.w, _LEAST_WIDTH), box.h + LABEL_HEIGHT)


def group_plan(box: GroupBox, palette: Palette, *, far: bool = False) -> tuple[Shape, ...]:
    """The shapes of a group, to be drawn below links and cards; from `far` without words, which nobody could read."""
    colours = palette.groups[box.group.colour or "slate"]
    frame = box.frame
    shapes: list[Shape] = []
    if box.group.folded:
        for shift in _STACK:
            rect = box.cards.moved(shift, shift)
            shapes.append(Box(rect, palette.raised, colours.outline, 1.2, 8.0))
    else:
        shapes.append(Box(frame, colours.tint, colours.outline, 1.6, 16.0))
    return tuple(shapes) if far else (*shapes, *_label(box, frame, colours))


def _label(box: GroupBox, frame: Rect, colours: GroupColours) -> tuple[Shape, ...]:
    baseline = frame.y + LABEL_HEIGHT - 9
    words = counted("{count} card", "{count} cards", box.count)
    count = one_line(f"· {words}", 200, _SIZE - 2)
    room = frame.w - CARET - 16 - 12 - count.width
    name = one_line(box.group.name or _("Group"), max(room, 40), _SIZE, Weight.SEMIBOLD)
    caret = Icon(
        frame.x + 11, baseline - 13, 15.0, "caret-right" if box.group.folded else "caret-down", colours.ink
    )
    x = frame.x + CARET + 8
    return (
        caret,
        TextRun(x, baseline, name.text, _SIZE, name.width, colours.ink, Weight.SEMIBOLD),
        TextRun(x + name.width + 7, baseline, count.text, _SIZE - 2, count.width, colours.ink),
    )
