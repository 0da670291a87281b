"""Where a poster's board and its list stand: how large each is, so that both can be read and the sheet is used."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from exports.pdf.content import Content
from exports.pdf.page import Paper
from exports.pdf.poster_board import around_board, ground_from_afar
from exports.pdf.poster_head import LEAST_TEXT
from exports.pdf.poster_list import CardList, Listed
from exports.pdf.steps import Breathe
from workshop.picture.geometry import GROWTH_STEP, MARGIN
from workshop.picture.plan import Rect, TextRun

_SHARES = (1.0, 0.9, 0.8, 0.7)
"""How much of the size that the board could take it gets; less where the list below needs more room."""

_ABOVE_LIST = 8.0
_BLANK = 0.1
"""So large a share of a sheet is not left blank: the diamonds are drawn higher then."""

_HIGHEST = 1_500.0
"""Board units: only to fill a sheet, diamonds reach up and down no further than this."""


class Stand(NamedTuple):
    """The board from afar on a sheet: the y of its top, its scale, the part of the board, and the room below."""

    content: Content
    top: float
    scale: float
    around: Rect
    room: Rect


def scale_on(paper: Paper, around: Rect) -> float:
    """Points a board unit on what a sheet has between its margins."""
    return min(paper.inner / around.w, paper.body / around.h)


def with_list(content: Content, paper: Paper, around: Rect, breathe: Breathe) -> tuple[Stand, Listed] | None:
    """The board with the list of its cards in words that can be read; None where no sizes of both allow it."""
    breathe()
    stands = list(_stands(content, paper, around))
    found = CardList(content, breathe).within([one.room for one in stands])
    return None if found is None else _filling(stands[found[0]], paper, found[1], breathe)


def with_small_list(
    content: Content, paper: Paper, around: Rect, breathe: Breathe
) -> tuple[Stand, Listed] | None:
    """The same with a list in smaller words, as large as there is room for them."""
    stand = next(_stands(content, paper, around))
    found = CardList(content, breathe).too_small(stand.room)
    return None if found is None else (stand, found)


def _stands(content: Content, paper: Paper, around: Rect) -> Iterator[Stand]:
    """The board as large as the sheet allows, and smaller as long as its own words can be read."""
    largest = scale_on(paper, around)
    for share in _SHARES:
        scale = largest * share
        if share == _SHARES[0] or _least_words(content, scale) >= LEAST_TEXT:
            yield _stand(content, paper, paper.top, around, scale)


def _least_words(content: Content, scale: float) -> float:
    """Points of the smallest words around the diamonds."""
    sizes = (one.size for one in ground_from_afar(content, scale) if isinstance(one, TextRun))
    return scale * min(sizes, default=0.0)


def _stand(content: Content, paper: Paper, top: float, around: Rect, scale: float) -> Stand:
    words = (one.rect.bottom for one in ground_from_afar(content, scale) if isinstance(one, TextRun))
    below = top + (max(around.bottom, *words) - around.y) * scale + _ABOVE_LIST
    return Stand(content, top, scale, around, Rect(paper.margin, below, paper.inner, paper.floor - below))


def _filling(stand: Stand, paper: Paper, listed: Listed, breathe: Breathe) -> tuple[Stand, Listed]:
    """Where much of the sheet would stay blank below, the diamonds are higher, and what is left is above and below."""
    if paper.floor - listed.bottom < _BLANK * paper.body:
        return stand, listed
    higher = _higher(stand, paper, paper.floor - listed.bottom, breathe)
    blank = paper.floor - listed.bottom - (higher.room.y - stand.room.y)
    higher = _stand(higher.content, paper, higher.top + blank / 2, higher.around, higher.scale)
    return higher, listed.lower(higher.room.y - stand.room.y)


def _higher(stand: Stand, paper: Paper, blank: float, breathe: Breathe) -> Stand:
    """The board with diamonds that take up to so many points more."""
    halves = [-frame.top.y for frame in stand.content.layout.diamonds.values()]
    reach = min(max(halves) + blank / stand.scale / 2, max(_HIGHEST, *halves)) - GROWTH_STEP - MARGIN / 2
    if reach <= min(halves):
        return stand
    content = replace(stand.content, reach=reach, routes={})
    return _stand(content, paper, stand.top, around_board(content, breathe), stand.scale)
