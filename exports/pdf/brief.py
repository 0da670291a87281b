"""Cards in short: the icon of the kind and the short id as a chip, and the first lines of the text beside it."""

from collections.abc import Sequence

from exports.pdf.anchors import anchor_of
from exports.pdf.chips import HEIGHT
from exports.pdf.content import Content
from exports.pdf.page import Flow, Jump
from exports.pdf.rows import beside
from exports.pdf.steps import Breathe, with_breaths
from exports.pdf.typeset import Row, Style, height_of, label, label_to, lines_of, text_rows
from workshop.model.cards import Card
from workshop.model.text import clean_line, short
from workshop.picture.card_plan import KIND_ICONS
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Dot, Icon, Point, Rect, Shape, Weight
from workshop.translation import _

COLUMNS, GAP = 2, 14.0
_TEXT = Style(8, leading=1.3)
_NUMBER = Style(7.5, weight=Weight.BOLD)
_DOTS = Style(6.8)
_TEXT_X, _CHIP, _AFTER, _LEAST, _COUNT = 44.0, 39.0, 4.4, 15.0, 16.0
LINES = 2
_TOGETHER = 12
"""So many lines of a card's words are never parted."""
_LONGEST = 260


def brief_row(content: Content, card: Card, width: float, x: float = 0.0, most: int = LINES) -> Row:
    """A card in short, in at most so many lines; a click on it leads to the card in full."""
    text = _or_what_it_is(short(card.text, _LONGEST * most // LINES), card)
    lines = text_rows(text, _room(content, card, width), _TEXT, x + _TEXT_X, most=most)
    return _row(content, card, width, x, lines)


def is_cut(content: Content, card: Card, width: float, most: int) -> bool:
    """Whether a card in so many lines is without some of its words."""
    text = clean_line(card.text)
    return len(text) > _LONGEST * most // LINES or (
        len(lines_of(text, _room(content, card, width), _TEXT, most + 1)) > most
    )


def whole_rows(content: Content, card: Card, width: float, x: float = 0.0) -> list[Row]:
    """A card with all its words; a long one may part between its lines."""
    text = _or_what_it_is(clean_line(card.text), card)
    lines = text_rows(text, _room(content, card, width), _TEXT, x + _TEXT_X)
    head = _row(content, card, width, x, lines[:_TOGETHER])
    if not (more := lines[_TOGETHER:]):
        return [head]
    return [head._replace(height=head.height - _AFTER), *more, Row(_AFTER)]


def _room(content: Content, card: Card, width: float) -> float:
    return width - _TEXT_X - (_COUNT if content.votes[card.id] else 0.0)


def _or_what_it_is(text: str, card: Card) -> str:
    return text or (_("A picture") if card.image else _("No text"))


def _row(content: Content, card: Card, width: float, x: float, lines: Sequence[Row]) -> Row:
    """The chip of a card with lines of its text beside it."""
    colours = LIGHT.disciplines[card.discipline]
    dots = content.votes[card.id]
    shapes: list[Shape] = [
        Box(Rect(x, 0, _CHIP, HEIGHT), colours.fill, None, 0, 4),
        Icon(x + 3, 2.2, 9.6, KIND_ICONS[card.kind], colours.accent),
        label(x + 15, 9.7, content.numbers[card.id], _NUMBER.inked(colours.ink)),
    ]
    if dots:
        count = label_to(x + width, 9.0, str(dots), _DOTS.inked(colours.ink))
        shapes += [count, Dot(Point(count.x - 4.5, 6.6), 1.9, colours.accent)]
    height = max(height_of(lines), _LEAST) + _AFTER
    told = beside([Row(height, tuple(shapes))], [Row(0.8), *lines])[0]
    return Row(height, told.shapes, (Jump(Rect(x, 0, width, height - _AFTER), anchor_of(card.id)),))


def note_cut(flow: Flow, content: Content, cards: Sequence[Card], width: float, most: int = LINES) -> None:
    """Count those of the cards that have not all of their words in so many lines, where nothing else tells them."""
    if flow.cut is not None:
        flow.cut += sum(is_cut(content, card, width, most) for card in with_breaths(cards, flow.breathe))


def brief_rows(
    content: Content, cards: Sequence[Card], inner: float, breathe: Breathe = lambda: None
) -> list[Row]:
    """Cards in short in two columns, row by row."""
    width = brief_width(inner)
    rows = []
    for start in range(0, len(cards), COLUMNS):
        pair = enumerate(cards[start : start + COLUMNS])
        rows += beside(*([brief_row(content, card, width, place * (width + GAP))] for place, card in pair))
        breathe()
    return rows


def brief_width(inner: float) -> float:
    """The width of a column of cards in short."""
    return (inner - (COLUMNS - 1) * GAP) / COLUMNS
