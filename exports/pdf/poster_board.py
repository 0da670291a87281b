"""The board of a poster: in full with the words on its cards, or from afar with their short ids."""

from collections.abc import Callable, Sequence

import numpy as np

from exports.pdf.content import Content
from exports.pdf.pictures import cards_in_full, links, numbered_faces
from exports.pdf.steps import Breathe, with_breaths
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.picture.board_plan import balance_plan, ground_plan
from workshop.picture.card_plan import PADDING, card_writing
from workshop.picture.card_text import card_lines
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape, TextRun, bounds_of
from workshop.picture.routes import Floats

_ID = 7.5
"""Points of a short id on the board from afar."""

_GAP = 60.0
"""White around the board, in board units."""


def board_in_full(
    content: Content, breathe: Breathe, done: Callable[[], None]
) -> tuple[list[list[Shape]], int]:
    """The ground without an empty parking lot and the links, and then each card; and how many texts are cut.

    `done` is called after each card.
    """
    ground = _ground(content, ground_plan(content.layout, LIGHT))
    board, cut = [[*ground, *links(content, content.links, 1.0, breathe)]], 0
    for card in content.cards.values():
        board.append(cards_in_full(content, [card]))
        cut += _is_cut(card)
        done()
    return board, cut


def board_from_afar(content: Content, scale: float, breathe: Breathe) -> list[Shape]:
    """The same with large names of diamonds and phases, and short ids on the cards."""
    cards = numbered_faces(content, with_breaths(content.cards.values(), breathe), scale, _ID)
    return [*ground_from_afar(content, scale), *links(content, content.links, 0.5 / scale, breathe), *cards]


def ground_from_afar(content: Content, scale: float) -> list[Shape]:
    """Diamonds, and phases with their balance, in words that keep their size however small the board is."""
    unit = 1 / scale
    balances = {phase: content.balance(phase) for phase in Phase}
    told = balance_plan(content.layout, balances, LIGHT, unit=unit)
    return _ground(content, [*ground_plan(content.layout, LIGHT, far=True, unit=unit), *told])


def around_board(content: Content, breathe: Breathe) -> Rect:
    """The part of the board that holds all words and boxes; lines never leave it far."""
    ground = _ground(content, ground_plan(content.layout, LIGHT))
    boxes = [bounds_of(shape) for shape in ground if isinstance(shape, Box | TextRun)]
    around, *frames = (frame.rect for frame in content.layout.diamonds.values())
    cards = map(content.layout.rect_of, content.cards.values())
    for box in with_breaths((*frames, *boxes, *cards), breathe):
        around = around.united(box)
    return around.grown(_GAP)


def _is_cut(card: Card) -> bool:
    """Whether there are more lines than are shown, which is looked into only where those end as if there were."""
    writing = card_writing(card)
    shown = len(writing.lines)
    if not shown or "…" not in writing.lines[-1].text:
        return False
    return len(card_lines(card.text, card.w - 2 * PADDING, writing.size, shown + 1)) > shown


def _ground(content: Content, shapes: Sequence[Shape]) -> list[Shape]:
    """What lies below the cards, without an empty parking lot and without words that a card lies on."""
    lot = content.layout.parking.grown(_GAP)
    shown = [shape for shape in shapes if content.sections[None] or not lot.overlaps(bounds_of(shape))]
    return [one for one in shown if not (isinstance(one, TextRun) and _lies_under(one.rect, content.boxes))]


def _lies_under(rect: Rect, boxes: Floats) -> bool:
    """Whether one of the boxes, an x, a y, a width and a height in each row, lies over a rectangle."""
    x, y, w, h = boxes.T
    return bool(np.any((x < rect.right) & (x + w > rect.x) & (y < rect.bottom) & (y + h > rect.y)))
