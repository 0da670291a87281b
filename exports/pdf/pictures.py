"""Pictures of the board for paper: the diamonds, the cards at their true places, and the links between them."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from exports.pdf.content import Content
from exports.pdf.moving import moved
from exports.pdf.steps import Breathe, with_breaths
from exports.pdf.typeset import Style, label, text_rows
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.links import Link
from workshop.model.text import short
from workshop.picture.board_plan import ground_plan
from workshop.picture.card_plan import PADDING, RADIUS, CardWords, card_plan
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Icon, Point, Rect, Shape, Stroke, TextRun, Weight
from workshop.picture.routes import (
    LINK_STYLES,
    arrow_heads,
    flatten_curves,
    link_colour,
)

_PIECES = 16
_WORDED = (62.0, 34.0)
"""Points: a face this wide and this high shows its first words below its short id."""

_LONGEST = 200
_READABLE = 0.4
"""The scale below which cards are drawn as faces, since their words could not be read on paper."""


def diamonds(content: Content) -> list[Shape]:
    """The three diamonds with their axes, without words and without the parking lot, in board units."""
    lot = content.layout.parking
    return [
        shape
        for shape in ground_plan(content.layout, LIGHT)
        if not isinstance(shape, TextRun) and not (isinstance(shape, Box) and shape.rect == lot)
    ]


def faces(content: Content, cards: Iterable[Card], scale: float) -> list[Shape]:
    """Cards seen from afar: a box in the colours of the discipline, never too small to be seen."""
    least = 1.6 / scale
    shapes: list[Shape] = []
    for card in cards:
        rect = content.layout.rect_of(card)
        rect = Rect(rect.x, rect.y, max(rect.w, least), max(rect.h, least))
        colours = LIGHT.disciplines[card.discipline]
        shapes.append(Box(rect, colours.fill, colours.accent, 0.5 / scale, min(24.0, rect.h / 4)))
    return shapes


def numbered_faces(content: Content, cards: Iterable[Card], scale: float, size: float = 6.5) -> list[Shape]:
    """Faces that carry the cards' short ids, so many points large, for a picture whose words could not be read."""
    shapes: list[Shape] = []
    for card in cards:
        rect = content.layout.rect_of(card)
        colours = LIGHT.disciplines[card.discipline]
        shapes.append(Box(rect, colours.fill, colours.accent, 0.4 / scale, RADIUS))
        style = Style(min(size / scale, rect.h * 0.7), colours.ink, Weight.SEMIBOLD)
        if rect.w * scale >= _WORDED[0] and rect.h * scale >= _WORDED[1] and card.text.strip():
            shapes += _first_words(content, card, rect, size / scale)
            continue
        shapes += _number_in(content, card, rect, style)
    return shapes


def _quiet_faces(
    content: Content, cards: Iterable[Card], frame: Rect, scale: float, size: float = 6.5
) -> list[Shape]:
    """Pale faces of cards that a picture is not about, with their short ids in what its frame shows of them.

    One of which too little is seen to say which it is stays away.
    """
    shapes: list[Shape] = []
    for card in cards:
        rect = content.layout.rect_of(card)
        style = Style(min(size / scale, rect.h * 0.7), LIGHT.muted)
        seen = _within(rect, frame)
        number = list(_number_in(content, card, seen, style))
        if number or seen == rect:
            shapes += [Box(rect, LIGHT.panel, LIGHT.hairline, 0.4 / scale, RADIUS), *number]
    return shapes


def _within(rect: Rect, frame: Rect) -> Rect:
    """What a frame shows of a box that it overlaps."""
    x, y = max(rect.x, frame.x), max(rect.y, frame.y)
    return Rect(x, y, min(rect.right, frame.right) - x, min(rect.bottom, frame.bottom) - y)


def _number_in(content: Content, card: Card, rect: Rect, style: Style) -> Iterator[Shape]:
    """The short id in the middle of a card's box, if it has room there."""
    number = label(0, 0, content.numbers[card.id], style)
    if number.width <= rect.w and style.size <= rect.h:
        middle = rect.centre
        yield label(middle.x - number.width / 2, middle.y + style.size * 0.36, number.text, style)


def _first_words(content: Content, card: Card, rect: Rect, size: float) -> Iterator[Shape]:
    """A short id with as much of the card's words below it as its box holds."""
    ink = LIGHT.disciplines[card.discipline].ink
    room = rect.grown(-size * 0.6)
    yield label(room.x, room.y + size, content.numbers[card.id], Style(size, ink, Weight.BOLD))
    style = Style(size, leading=1.25)
    top = room.y + 1.3 * size
    most = int((room.bottom - top) / style.line)
    for row in text_rows(short(card.text, _LONGEST), room.w, style, room.x, most=most) if most else ():
        yield from moved(row.shapes, 0.0, top)
        top += row.height


def cards_in_full(content: Content, cards: Iterable[Card]) -> list[Shape]:
    """Cards as the screen shows them, with their short ids, in board units."""
    shapes: list[Shape] = []
    for card in cards:
        rect = content.layout.rect_of(card)
        terms = tuple((span.start, span.end) for span in content.term_finder.spans(card.text))
        words = CardWords(_initials(content, card), content.votes[card.id], terms)
        shapes.extend(moved(card_plan(card, words, LIGHT), rect.x, rect.y))
        style = Style(11, LIGHT.disciplines[card.discipline].ink, Weight.BOLD)
        number = label(0, 0, content.numbers[card.id], style)
        marks = (card.locked, card.hidden, card.has_evidence).count(True)
        shapes.append(label(rect.right - PADDING - 18 * marks - number.width, rect.y + 25, number.text, style))
    return shapes


def links(
    content: Content, shown: Sequence[Link], width: float, breathe: Breathe = lambda: None
) -> list[Shape]:
    """Links as curves with their arrow heads; `width` multiplies the styles' line widths."""
    if not shown:
        return []
    routes = content.curves(breathe)
    curves = np.stack([routes[link.id] for link in shown])
    heads = arrow_heads(curves).tolist()
    shapes: list[Shape] = []
    drawn = zip(shown, flatten_curves(curves, _PIECES).tolist(), heads, strict=True)
    for link, points, head in with_breaths(drawn, breathe):
        style = LINK_STYLES[link.kind]
        colour = link_colour(link.kind, LIGHT)
        dash = tuple(length * style.width * width for length in style.dash)
        shapes.append(Stroke(tuple(map(tuple, points)), colour, style.width * width, dash))  # type: ignore[arg-type]
        if style.arrow:
            tip = head[0]
            grown = tuple(Point(*(tip[i] + (corner[i] - tip[i]) * width for i in (0, 1))) for corner in head)
            shapes.append(Stroke(grown, None, 0, (), colour, closed=True))
    return shapes


def phase_scale(content: Content, phase: Phase, size: tuple[float, float], close: float) -> float:
    """The scale, `close` at most, at which a phase's cards fill a picture of this size."""
    part = _around(content, content.sections[phase])
    return min(size[0] / part.w, size[1] / part.h, close)


def phase_picture(
    content: Content, phase: Phase, size: tuple[float, float], close: float, breathe: Breathe
) -> tuple[list[Shape], Rect, float]:
    """Where a phase's cards lie, and pale the cards about them: shapes in board units, the part, and the scale.

    The part fills the size, its cards in the middle; the scale is `close` at most.
    """
    width, height = size
    cards = content.sections[phase]
    part = _around(content, cards)
    scale = phase_scale(content, phase, size, close)
    middle = part.centre
    room = Rect(middle.x - width / scale / 2, middle.y - height / scale / 2, width / scale, height / scale)
    touching = {link.id: link for card in cards for link in content.links_at.get(card.id, [])}
    beyond = [card for card in content.cards.values() if card.phase is not None and card.phase is not phase]
    linked = {end for link in touching.values() for end in (link.source, link.target)}
    near = [
        card
        for card in with_breaths(beyond, breathe)
        if _is_near(content.layout.rect_of(card), room, card.id in linked)
    ]
    drawn, large = with_breaths(cards, breathe), scale >= _READABLE
    shapes = diamonds(content)
    shapes += links(content, list(touching.values()), 1.0 if large else 0.4 / scale, breathe)
    shapes += _quiet_faces(content, with_breaths(near, breathe), room, scale)
    shapes += cards_in_full(content, drawn) if large else numbered_faces(content, drawn, scale)
    return [shape for shape in with_breaths(shapes, breathe) if not _cut_by(room, shape)], room, scale


def _cut_by(frame: Rect, shape: Shape) -> bool:
    """Whether the frame would cut through words or an icon; they are left out rather than cut."""
    if isinstance(shape, TextRun):
        return not frame.contains(shape.rect)
    return isinstance(shape, Icon) and not frame.contains(Rect(shape.x, shape.y, shape.size, shape.size))


def _is_near(rect: Rect, room: Rect, linked: bool) -> bool:
    """Whether a card of another phase is in the picture: linked ones also where the frame cuts them."""
    return rect.overlaps(room) if linked else room.contains(rect)


def _around(content: Content, cards: Sequence[Card]) -> Rect:
    around = content.layout.rect_of(cards[0])
    for card in cards:
        around = around.united(content.layout.rect_of(card))
    return around.grown(36)


def _initials(content: Content, card: Card) -> str:
    words = content.name(card.author).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
