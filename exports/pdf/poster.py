"""The poster: the whole board on one sheet, cards and links at their true places, with advice on a larger sheet."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from exports.pdf.content import Content
from exports.pdf.cover import facts_line
from exports.pdf.discipline_key import discipline_key
from exports.pdf.options import PaperOptions
from exports.pdf.page import LaidOut, Page, Paper, Placed
from exports.pdf.pictures import cards_in_full, links, numbered_faces
from exports.pdf.poster_list import listed
from exports.pdf.sheets import BOARD_SIZED, POSTERS
from exports.pdf.steps import Breathe, Steps, with_breaths
from exports.pdf.typeset import Style, cut_label
from workshop.model.diamonds import Phase
from workshop.model.text import clean_line
from workshop.picture.board_plan import balance_plan, ground_plan
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape, TextRun, Weight, bounds_of
from workshop.picture.routes import Floats
from workshop.translation import N_, _

LEAST_TEXT = 7.0
"""Points below which words on a poster are too small."""

_LARGEST_SIDE = 14_400.0
"""Points: no reader of PDF takes a longer page."""

_ID = 7.5
"""Points of a short id on the board from afar."""

SMALLEST = 10.0
"""Board units of the smallest words on a card."""

_AFAR = N_("The board with its cards and links; each card is told below.")
_GAP = 60.0
"""White around the board, in board units."""


class _Head(NamedTuple):
    title: Style
    facts: Style
    height: float


def lay_out_poster(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    """The sheet as data: cards with their words where these can be read, else with short ids and the words below.

    The advice names the smallest sheet on which every word can be read, unless this is one.
    """
    steps.expect(len(content.cards) + 1, "Laying out the poster")
    full = _board(content, steps)
    around = _around(full[0], content, steps.breathe)
    paper = _own_paper(around) if options.paper == BOARD_SIZED else POSTERS[options.paper]
    scale = _scale(paper, around)
    head = _head_of(paper)
    page = Page()
    page.mark(_("Poster"), "poster", 0.0)
    _set_head(page, content, paper, head, grey=options.grey)
    left = paper.margin + (paper.inner - around.w * scale) / 2 - around.x * scale
    top = paper.top + head.height
    list_below = None if _readable(scale) else listed(content, _room_below(content, paper, around))
    if list_below is not None:
        afar = _board_from_afar(content, scale, steps.breathe)
        page.placed.append(Placed(afar, left, top - around.y * scale, scale, alternative=_(_AFAR)))
        told = list_below
    else:
        top += (paper.floor - top - around.h * scale) / 2
        told = [Placed(shapes, left, top - around.y * scale, scale) for shapes in full]
    for placed in told:
        page.begin_part()
        page.placed.append(placed)
    steps.done()
    advice = "" if list_below is not None else _advice(content, options.paper, around, scale)
    return LaidOut([page], paper, advice)


def _board(content: Content, steps: Steps) -> list[list[Shape]]:
    """The ground without an empty parking lot and the links, and then each card."""
    ground = _ground(content, ground_plan(content.layout, LIGHT))
    board = [[*ground, *links(content, content.links, 1.0, steps.breathe)]]
    for card in content.cards.values():
        board.append(cards_in_full(content, [card]))
        steps.done()
    return board


def _board_from_afar(content: Content, scale: float, breathe: Breathe) -> list[Shape]:
    """The same with large names of diamonds and phases, and short ids on the cards."""
    cards = numbered_faces(content, with_breaths(content.cards.values(), breathe), scale, _ID)
    return [*_ground_from_afar(content, scale), *links(content, content.links, 0.5 / scale, breathe), *cards]


def _ground_from_afar(content: Content, scale: float) -> list[Shape]:
    """Diamonds, and phases with their balance, in words that keep their size however small the board is."""
    unit = 1 / scale
    balances = {phase: content.balance(phase) for phase in Phase}
    told = balance_plan(content.layout, balances, LIGHT, unit=unit)
    return _ground(content, [*ground_plan(content.layout, LIGHT, far=True, unit=unit), *told])


def _ground(content: Content, shapes: Sequence[Shape]) -> list[Shape]:
    """What lies below the cards, without an empty parking lot and without words that a card lies on."""
    lot = content.layout.parking.grown(_GAP)
    shown = [shape for shape in shapes if content.sections[None] or not lot.overlaps(bounds_of(shape))]
    boxes = np.array([content.layout.rect_of(card) for card in content.cards.values()], float).reshape(-1, 4)
    return [one for one in shown if not (isinstance(one, TextRun) and _lies_under(one.rect, boxes))]


def _lies_under(rect: Rect, boxes: Floats) -> bool:
    """Whether one of the boxes, an x, a y, a width and a height in each row, lies over a rectangle."""
    x, y, w, h = boxes.T
    return bool(np.any((x < rect.right) & (x + w > rect.x) & (y < rect.bottom) & (y + h > rect.y)))


def _readable(scale: float) -> bool:
    return SMALLEST * scale >= LEAST_TEXT - 0.01


def _room_below(content: Content, paper: Paper, around: Rect) -> Rect:
    """What the board and the words that hang below it leave of a sheet."""
    scale = _scale(paper, around)
    words = (one.rect.bottom for one in _ground_from_afar(content, scale) if isinstance(one, TextRun))
    lowest = max(around.bottom, *words)
    top = paper.top + _head_of(paper).height + (lowest - around.y) * scale + 8
    return Rect(paper.margin, top, paper.inner, paper.floor - top)


def _around(ground: list[Shape], content: Content, breathe: Breathe) -> Rect:
    """The part of the board that holds all words and boxes; lines never leave it far."""
    boxes = [bounds_of(shape) for shape in ground if isinstance(shape, Box | TextRun)]
    around, *frames = (frame.rect for frame in content.layout.diamonds.values())
    cards = map(content.layout.rect_of, content.cards.values())
    for box in with_breaths((*frames, *boxes, *cards), breathe):
        around = around.united(box)
    return around.grown(_GAP)


def _scale(paper: Paper, around: Rect) -> float:
    """Points a board unit."""
    height = paper.height - paper.top - paper.bottom - _head_of(paper).height
    return min(paper.inner / around.w, height / around.h)


def _own_paper(around: Rect) -> Paper:
    """A sheet in the board's proportions on which the smallest words are LEAST_TEXT high."""
    margin = 56.0
    scale = LEAST_TEXT / SMALLEST
    larger = max(around.w, around.h) * scale + 4 * margin
    scale *= min(1.0, _LARGEST_SIDE / larger)
    paper = Paper(around.w * scale + 2 * margin, 1.0, margin, margin, margin * 0.8)
    head = _head_of(paper).height
    return paper._replace(height=around.h * scale + head + paper.top + paper.bottom)


def _advice(content: Content, name: str, around: Rect, scale: float) -> str:
    """A sentence where words are smaller than LEAST_TEXT; which sheet to choose instead."""
    if _readable(scale):
        return ""
    size = SMALLEST * scale
    if name == BOARD_SIZED:
        return f"The smallest words are {size:.1f} points high, since no page can be larger."
    fitting = [
        other
        for other, paper in POSTERS.items()
        if _readable(_scale(paper, around)) or listed(content, _room_below(content, paper, around)) is not None
    ]
    other = fitting[0] if fitting else f"the board's own size (“{BOARD_SIZED}”)"
    return f"The smallest words are {size:.1f} points high on {name}; choose {other} to read them."


def _head_of(paper: Paper) -> _Head:
    """The type of the head, in proportion to the sheet."""
    size = max(18.0, min(paper.width * 0.018, 90.0))
    title = Style(size, weight=Weight.BOLD)
    return _Head(title, Style(size * 0.42, LIGHT.muted), size * 2.1)


def _set_head(page: Page, content: Content, paper: Paper, head: _Head, *, grey: bool) -> None:
    """The title with the key of grey paper at its right, and the facts and the purpose below."""
    size = head.title.size
    key_style = Style(max(LEAST_TEXT, head.facts.size), LIGHT.muted)
    key = discipline_key(paper.inner, size, key_style) if grey else []
    room = min((bounds_of(shape).x - size for shape in key), default=paper.inner)
    title = cut_label(0, size, content.title, room, head.title)
    told = " · ".join(filter(None, (content.part, facts_line(content))))
    facts = cut_label(0, size * 1.62, told, paper.inner, head.facts)
    purpose = clean_line(content.session.purpose)
    shapes: list[Shape] = [title, *key, facts]
    x = facts.width + size
    if purpose and x < paper.inner / 2:
        shapes.append(cut_label(x, size * 1.62, purpose, paper.inner - x, head.facts))
    page.put(shapes, paper.margin, paper.top)
