"""The drawing plan of what stands above the diamonds: the session's purpose, and the principles pinned beside it."""

from collections.abc import Iterable

import msgspec

from workshop.board.board import Board
from workshop.method.guiding_principles import pinned_principles
from workshop.model.diamonds import DIAMONDS, Diamond
from workshop.model.text import clean_line
from workshop.picture.directions import runs_leftward
from workshop.picture.fonts import text_width
from workshop.picture.geometry import BoardLayout, DiamondFrame
from workshop.picture.lines import Line, break_lines, one_line
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect, Shape, TextRun, Weight
from workshop.translation import N_, _

PURPOSE, PRINCIPLES = N_("PURPOSE"), N_("PRINCIPLES")

LEAST_PIXELS = 7.0
"""Letters that would be smaller on screen are left out."""

NEAR_LETTERS = 18.0
_NEAR_CAPTION, _NEAR_STEP, _NEAR_LINES = 13.0, 23.0, 4
_NEAR_FIRST = -93.0
"""The first line's baseline, counted from the upper tip: the lines stand beside the title."""

_WIDEST, _NARROWEST = 560.0, 200.0
"""The width of a block near; with less room between title and edge it is left out."""

_GAP = 40.0
_FAR_SHARE, _FAR_LINES = 0.56, 2
_LONGEST = 2_000


class Headline(msgspec.Struct, frozen=True):
    """What stands above the diamonds, each on one line."""

    purpose: str = ""
    principles: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether anything stands there."""
        return bool(self.purpose or self.principles)


class PurposePlan(msgspec.Struct, frozen=True):
    """The shapes, and the boxes around the blocks, where they can be pressed."""

    shapes: tuple[Shape, ...] = ()
    boxes: tuple[Rect, ...] = ()


def headline_of(board: Board) -> Headline:
    """The headline of a board."""
    return Headline(
        clean_line(board.session.purpose)[:_LONGEST],
        tuple(clean_line(principle.text)[:_LONGEST] for principle in pinned_principles(board)),
    )


def near_plan(headline: Headline, layout: BoardLayout, palette: Palette) -> PurposePlan:
    """On both sides of each diamond's title, so that it is in sight wherever people work."""
    blocks = [block for diamond in DIAMONDS for block in _beside(headline, diamond, layout, palette)]
    return _plan(blocks) if headline.blocks else PurposePlan()


def far_plan(headline: Headline, layout: BoardLayout, palette: Palette, size: float, top: float) -> PurposePlan:
    """Once above all diamonds, in letters of a size in board units, its last line ending above `top`."""
    if not headline.blocks:
        return PurposePlan()
    whole = max(frame.right.x for frame in layout.diamonds.values())
    share = _FAR_SHARE if headline.purpose else 0.0
    room = (whole * share if headline.principles else whole) - (2 * size if share else 0.0)
    purpose = break_lines(headline.purpose, max(room, size), size, most=_FAR_LINES) if headline.purpose else ()
    said = " · ".join(headline.principles)
    principles = break_lines(said, whole * (1 - share), size, most=_FAR_LINES) if said else ()
    first = top - 1.3 * size * max(len(purpose), len(principles))
    blocks = []
    for words, lines, x in ((PURPOSE, purpose, 0.0), (PRINCIPLES, principles, whole * share)):
        if lines:
            blocks.append(
                _block(words, lines, x=x, first=first, sizes=(0.72 * size, size, 1.3 * size), palette=palette)
            )
    return _plan(blocks)


def _beside(
    headline: Headline, diamond: Diamond, layout: BoardLayout, palette: Palette
) -> Iterable[list[TextRun]]:
    frame = layout.diamonds[diamond.name]
    half = _title_width(diamond) / 2 + _GAP
    room = min(frame.top.x - half - frame.left.x, _WIDEST)
    if headline.purpose and room >= _NARROWEST:
        lines = break_lines(headline.purpose, room, NEAR_LETTERS, most=_NEAR_LINES)
        yield _near_block(PURPOSE, lines, frame.left.x, frame, palette)
    room = min(frame.right.x - frame.top.x - half, _WIDEST)
    if headline.principles and room >= _NARROWEST:
        lines = tuple(one_line(said, room, NEAR_LETTERS) for said in headline.principles[:_NEAR_LINES])
        wide = max(
            max(line.width for line in lines), text_width(_(PRINCIPLES), _NEAR_CAPTION, Weight.BOLD, 2.0)
        )
        yield _near_block(PRINCIPLES, lines, frame.right.x - wide, frame, palette)


def _near_block(
    words: str, lines: tuple[Line, ...], x: float, frame: DiamondFrame, palette: Palette
) -> list[TextRun]:
    sizes = (_NEAR_CAPTION, NEAR_LETTERS, _NEAR_STEP)
    return _block(words, lines, x=x, first=frame.top.y + _NEAR_FIRST, sizes=sizes, palette=palette)


def _block(
    words: str,
    lines: Iterable[Line],
    *,
    x: float,
    first: float,
    sizes: tuple[float, float, float],
    palette: Palette,
) -> list[TextRun]:
    """A caption and its lines below; `sizes` are those of caption and letters, and the step from line to line.

    A line that runs right to left ends flush with the widest.
    """
    small, size, step = sizes
    caption = _(words)
    lines = tuple(lines)
    width = text_width(caption, small, Weight.BOLD, small / 8)
    widest = max(line.width for line in lines)
    runs = [
        TextRun(x, first - 1.25 * size, caption, small, width, palette.muted, Weight.BOLD, small / 8),
    ]
    for place, line in enumerate(lines):
        left = x + widest - line.width if runs_leftward(line.text) else x
        runs.append(TextRun(left, first + place * step, line.text, size, line.width, palette.muted))
    return runs


def _plan(blocks: Iterable[list[TextRun]]) -> PurposePlan:
    blocks = list(blocks)
    return PurposePlan(tuple(run for runs in blocks for run in runs), tuple(_around(runs) for runs in blocks))


def _around(runs: list[TextRun]) -> Rect:
    box = runs[0].rect
    for run in runs[1:]:
        box = box.united(run.rect)
    return box.grown(runs[-1].size / 3)


def _title_width(diamond: Diamond) -> float:
    title = f"{diamond.number} {_(diamond.name.value).upper()}"
    return max(text_width(title, 32, Weight.BOLD, 4.0), text_width(_(diamond.long_name), 20))
