"""The cover's picture: the three diamonds with what lies in them, and the phases below with their balance."""

from itertools import pairwise

from exports.pdf.content import Content
from exports.pdf.page import Flow, Paper, Placed
from exports.pdf.pictures import diamonds, faces, links
from exports.pdf.steps import with_breaths
from workshop.model.diamonds import DIAMONDS, Diamond, diamond_of
from workshop.picture.board_plan import balance_bar, centred
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Rect, Shape, Stroke, Weight
from workshop.translation import _, counted

PICTURE_HEIGHT = 216.0
_TITLE_ROOM, _PHASE_ROOM = 100.0, 42.0
_ABOVE, _BELOW, _STRIP = 36.0, 18.0, 30.0
"""The heights of the titles over the diamonds, of the white under them, and of the phases below it."""


def height_of_diamonds(paper: Paper, content: Content, share: float = 1.0) -> float:
    """The height that `set_diamonds` takes on such paper, in points."""
    around, scale = _scaled(paper, content, share)
    return _ABOVE + around.h * scale + _BELOW + _STRIP


def _scaled(paper: Paper, content: Content, share: float) -> tuple[Rect, float]:
    """What lies around all diamonds, and the scale at which they are drawn."""
    around, *others = (frame.rect for frame in content.layout.diamonds.values())
    for rect in others:
        around = around.united(rect)
    return around, share * min(paper.inner / around.w, PICTURE_HEIGHT / around.h)


def set_diamonds(flow: Flow, content: Content, share: float = 1.0) -> None:
    """The three diamonds at one scale on one axis, a title over and the figures under each.

    They are drawn in this `share` of their usual size.
    """
    frames = content.layout.diamonds.values()
    around, scale = _scaled(flow.paper, content, share)
    left = flow.paper.margin + (flow.paper.inner - around.w * scale) / 2 - around.x * scale
    top = flow.y + _ABOVE - around.y * scale
    on_board = [card for card in content.cards.values() if card.phase is not None]
    shown = [link for link in content.links if _both_on_board(content, link.source, link.target)]
    width = 0.36 / scale
    shapes = [
        *_fine(diamonds(content), 0.9 / scale),
        *links(content, shown, width, flow.breathe),
        *faces(content, with_breaths(on_board, flow.breathe), scale),
    ]
    words = _("The three diamonds with {cards} and {links}.").format(
        cards=counted("{count} card", "{count} cards", len(on_board)),
        links=counted("{count} link", "{count} links", len(shown)),
    )
    flow.page.placed.append(Placed(shapes, left, top, scale, alternative=words))
    tips = [left + frame.top.x * scale for frame in frames]
    middles = _spread(tips, _TITLE_ROOM, flow)
    for diamond, middle in zip(DIAMONDS, middles, strict=True):
        rect = content.layout.diamonds[diamond.name].rect if middles == tips else around
        flow.page.put(_over_diamond(content, diamond, middle), 0, top + rect.y * scale)
    flow.y = top + around.bottom * scale + _BELOW
    _phase_strip(flow, content, left, scale)


def _over_diamond(content: Content, diamond: Diamond, middle: float) -> list[Shape]:
    """A diamond's name and its numbers of cards and of links that begin in it, which add up to all."""
    cards = content.in_diamond(diamond.name)
    inside = {card.id for card in cards}
    count = sum(link.source in inside for link in content.links)
    ink = LIGHT.diamonds[diamond.name].ink
    linked = counted("{count} link", "{count} links", count)
    words = " · ".join((counted("{count} card", "{count} cards", len(cards)), linked))
    return [
        centred(
            middle,
            -22,
            f"{diamond.number} {_(diamond.name.value).upper()}",
            8.5,
            ink,
            weight=Weight.BOLD,
            tracking=1.3,
        ),
        centred(middle, -10, words, 7.5, LIGHT.muted),
    ]


def _phase_strip(flow: Flow, content: Content, left: float, scale: float) -> None:
    """Under the diamonds each phase's name, its bar of disciplines, and its number of cards."""
    columns = content.layout.columns
    middles = _spread(
        [left + (column.x + column.w / 2) * scale for column in columns.values()], _PHASE_ROOM, flow
    )
    width = min(b - a for a, b in pairwise(middles)) - 8
    for phase, middle in zip(columns, middles, strict=True):
        balance = content.balance(phase)
        ink = LIGHT.diamonds[diamond_of(phase).name].ink
        shapes: list[Shape] = [centred(middle, 8, _(phase.value), 7.5, ink, weight=Weight.SEMIBOLD)]
        shapes += balance_bar(Rect(middle - width / 2, 14, width, 3), balance, LIGHT)
        cards = counted("{count} card", "{count} cards", balance.total)
        shapes.append(centred(middle, 27, cards, 7, LIGHT.muted))
        flow.page.put(shapes, 0, flow.y)
    flow.y += _STRIP


def _spread(middles: list[float], room: float, flow: Flow) -> list[float]:
    """The middles as they are where words have room around each, else as near to each other as the words allow."""
    paper = flow.paper
    apart = all(b - a >= room for a, b in pairwise(middles))
    if apart and middles[0] - room / 2 >= paper.margin and middles[-1] + room / 2 <= paper.right:
        return middles
    step = min(room, paper.inner / len(middles))
    wide = step * len(middles)
    left = (middles[0] + middles[-1] - wide) / 2
    left = min(max(left, paper.margin), paper.right - wide)
    return [left + (place + 0.5) * step for place in range(len(middles))]


def _fine(shapes: list[Shape], width: float) -> list[Shape]:
    """Lines of the ground as thin as paper wants them."""
    return [
        Stroke(
            s.points,
            s.stroke,
            width if s.closed else width * 0.7,
            tuple(2 * width for _ in s.dash),
            s.fill,
            s.closed,
        )
        if isinstance(s, Stroke)
        else s
        for s in shapes
    ]


def _both_on_board(content: Content, source: str, target: str) -> bool:
    return content.cards[source].phase is not None and content.cards[target].phase is not None
