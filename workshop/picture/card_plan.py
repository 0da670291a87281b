"""The drawing plan of a card: its box, kind, broken text and footer, relative to its own top left corner."""

from functools import lru_cache

import msgspec

from workshop.model.cards import MAX_CARD_SIDE, Card, CardKind, Discipline
from workshop.picture.card_text import Address, CardLine, addresses_in, card_lines, text_shapes
from workshop.picture.fonts import text_width
from workshop.picture.lines import LINE_HEIGHT
from workshop.picture.palette import DisciplineColours, Palette
from workshop.picture.plan import Box, Dot, Icon, Picture, Point, Rect, Shape, TextRun, Weight
from workshop.picture.underlining import Range, places_of, underlines
from workshop.translation import _

TEXT_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
"""Cards grow until their text fits at the last of these."""

TIGHT_SIZE = 9.5
"""Of a text on a card that is too small for it all the same, as one from elsewhere may be, or one that was sized when
letters of its script were measured as narrower."""

PADDING = 12.0
BAR = 6.0
TEXT_TOP = 36.0
FOOTER = 28.0
RADIUS = 8.0
TALLEST = 900.0
"""A card grows no taller than this by itself; text beyond it ends in an ellipsis and stands in full in the panel."""
PICTURE_LEAST = 72.0
"""A picture on a card is at least so high, however long the text below it is."""

PICTURE_GAP = 8.0
_PICTURE_SHARE = 0.6
"""The share of its card's room that a picture keeps while the text fits into the rest at the smallest size."""

_REMEMBERED = 4_000
"""Characters of the longest text whose lines are kept."""

KIND_ICONS = {
    CardKind.INSIGHT: "lightbulb",
    CardKind.PAIN_POINT: "lightning",
    CardKind.NEED: "heart",
    CardKind.IDEA: "sparkle",
    CardKind.CONCEPT: "puzzle-piece",
    CardKind.QUESTION: "question",
    CardKind.RISK: "warning",
    CardKind.DECISION: "check-circle",
    CardKind.ACTION: "flag",
    CardKind.WIN: "trophy",
}


class CardWords(msgspec.Struct, frozen=True):
    """What a card's face says besides its record: the author's initials, the dots it got, and where words are terms."""

    initials: str = ""
    dots: int = 0
    terms: tuple[Range, ...] = ()


def fitted_text(text: str, width: float, height: float) -> tuple[float, tuple[CardLine, ...]]:
    """The largest text size whose lines fit a card of this size, and the lines; where none does, as many as fit."""
    room = _text_room(height)
    inner = width - 2 * PADDING
    for size in (*TEXT_SIZES, TIGHT_SIZE):
        most = int(room / (size * LINE_HEIGHT))
        lines = card_lines(text, inner, size, max(most, 0) + 1)
        if len(lines) <= most:
            return size, lines
    most = max(1, int(room / (TEXT_SIZES[-1] * LINE_HEIGHT)))
    return TEXT_SIZES[-1], card_lines(text, inner, TEXT_SIZES[-1], most)


class CardWriting(msgspec.Struct, frozen=True):
    """What stands on a card: its lines of text, their size, where they begin, and above them a picture's place."""

    size: float
    lines: tuple[CardLine, ...]
    top: float = TEXT_TOP
    picture: Rect | None = None


def card_writing(card: Card) -> CardWriting:
    """The text as it stands on a card, below its picture if it has one."""
    if card.image is None:
        return CardWriting(*_fitted(card.text, card.w, card.h))
    room = _text_room(card.h)
    inner = card.w - 2 * PADDING
    if not card.text.strip():
        return CardWriting(TEXT_SIZES[2], (), card.h - FOOTER, Rect(PADDING, TEXT_TOP, inner, room - 2))
    smallest = TEXT_SIZES[-1] * LINE_HEIGHT
    needed = len(card_lines(card.text, inner, TEXT_SIZES[-1], int(room / smallest) + 1)) * smallest
    kept = max(PICTURE_LEAST, min(_PICTURE_SHARE * room, room - needed - PICTURE_GAP - 1))
    size, lines = _fitted(card.text, card.w, card.h - kept - PICTURE_GAP)
    picture = Rect(PADDING, TEXT_TOP, inner, room - len(lines) * size * LINE_HEIGHT - PICTURE_GAP - 2)
    return CardWriting(size, lines, picture.bottom + PICTURE_GAP, picture)


def grown_height(text: str, width: float, at_least: float, *, picture: bool = False) -> float:
    """The height that a card of this width needs for its text at the smallest size, at least what is given.

    With a `picture`, there is room for that above the text.
    """
    smallest = TEXT_SIZES[-1] * LINE_HEIGHT
    most = int(_text_room(TALLEST) / smallest) + 1
    lines = len(card_lines(text, width - 2 * PADDING, TEXT_SIZES[-1], most))
    needed = TEXT_TOP + FOOTER + lines * smallest + 4
    if picture:
        needed += PICTURE_LEAST + PICTURE_GAP
    return min(max(at_least, min(needed, TALLEST)), MAX_CARD_SIDE)


def _fitted(text: str, width: float, height: float) -> tuple[float, tuple[CardLine, ...]]:
    """What was found out before, unless the text is so long that keeping it would fill the memory."""
    return (_known_fit if len(text) <= _REMEMBERED else fitted_text)(text, width, height)


@lru_cache(maxsize=1_000)
def _known_fit(text: str, width: float, height: float) -> tuple[float, tuple[CardLine, ...]]:
    return fitted_text(text, width, height)


def card_plan(card: Card, words: CardWords, palette: Palette) -> tuple[Shape, ...]:
    """The shapes of a card's face in full."""
    colours = palette.disciplines[card.discipline]
    shapes: list[Shape] = [*_body(card.w, card.h, colours), *_header(card, palette)]
    writing = card_writing(card)
    if card.image is not None and writing.picture is not None:
        shapes.append(Picture(writing.picture, card.image))
    corner = Point(PADDING, writing.top)
    if words.terms:
        faint = palette.disciplines[card.discipline].accent
        shapes.extend(
            underlines(card.text, writing.lines, words.terms, corner, size=writing.size, colour=faint)
        )
    shapes.extend(text_shapes(writing.lines, corner, writing.size, palette.ink, palette.selection))
    shapes.extend(_footer(card, words, palette))
    return tuple(shapes)


def address_at(card: Card, point: Point) -> str | None:
    """Where the address of the web under a point of the card (from its top left corner) leads."""
    writing = card_writing(card)
    spot = Rect(*point, 0.01, 0.01)
    corner = Point(PADDING, writing.top)
    found: list[Address] = list(addresses_in(card.text, writing.lines, corner, writing.size))
    return next((address.target for address in found if address.rect.overlaps(spot)), None)


def term_at(card: Card, ranges: tuple[Range, ...], point: Point) -> tuple[Range, Rect] | None:
    """The range of a card's text at a point (from its top left corner), and the box that it takes there."""
    writing = card_writing(card)
    spot = Rect(*point, 0.01, 0.01)
    places = places_of(card.text, writing.lines, ranges, Point(PADDING, writing.top), writing.size)
    return next(((found, rect) for found, rect in places if rect.overlaps(spot)), None)


def turned_plan(width: float, height: float, discipline: Discipline, palette: Palette) -> tuple[Shape, ...]:
    """The shapes of a hidden card's back, which tells its discipline only."""
    colours = palette.disciplines[discipline]
    tag = _tag(discipline, palette, 13.0, 0.0)
    middle = TextRun(
        (width - tag.width) / 2,
        height / 2 + 30,
        tag.text,
        13.0,
        tag.width,
        colours.ink,
        Weight.BOLD,
        tag.tracking,
    )
    return (
        Box(Rect(0, 0, width, height), colours.fill, colours.accent, 1.5, RADIUS),
        Icon(width / 2 - 14, height / 2 - 20, 28, "eye-slash", colours.accent),
        middle,
    )


def _body(width: float, height: float, colours: DisciplineColours) -> list[Shape]:
    """A card with round corners under a bar of its discipline: the bar, the body, and a strip that squares its top."""
    return [
        Box(Rect(0, 0, width, BAR + 2 * RADIUS), colours.accent, None, 0, RADIUS),
        Box(Rect(0, BAR, width, height - BAR), colours.fill, None, 0, RADIUS),
        Box(Rect(0, BAR, width, RADIUS), colours.fill),
    ]


def _header(card: Card, palette: Palette) -> list[Shape]:
    colours = palette.disciplines[card.discipline]
    word = _(card.kind.value).upper()
    shapes: list[Shape] = [
        Icon(PADDING - 1, 13, 15, KIND_ICONS[card.kind], colours.accent),
        _tracked(PADDING + 19, 24.5, word, 10.0, colours.ink),
    ]
    marks = [
        name
        for name, shown in (
            ("lock-simple", card.locked),
            ("eye-slash", card.hidden),
            ("paperclip", card.has_evidence),
        )
        if shown
    ]
    for place, name in enumerate(marks):
        shapes.append(Icon(card.w - PADDING - 14 - place * 18, 13, 14, name, colours.ink))
    return shapes


def _footer(card: Card, words: CardWords, palette: Palette) -> list[Shape]:
    colours = palette.disciplines[card.discipline]
    baseline = card.h - 11
    tag = _tag(card.discipline, palette, 10.0, baseline)
    right = card.w - PADDING
    shapes: list[Shape] = []
    if words.initials:
        width = text_width(words.initials, 10.0, Weight.SEMIBOLD)
        shapes.append(
            TextRun(right - width, baseline, words.initials, 10.0, width, colours.ink, Weight.SEMIBOLD)
        )
        right -= width + 6
    shapes.append(
        TextRun(right - tag.width, baseline, tag.text, 10.0, tag.width, colours.ink, Weight.BOLD, tag.tracking)
    )
    return shapes + _dots(words.dots, right - tag.width - 10, baseline - 3.5, colours.accent, colours.ink)


def _dots(dots: int, room: float, y: float, accent: str, ink: str) -> list[Shape]:
    """The votes as dots, or as a dot and a number where they do not fit."""
    if not dots:
        return []
    if PADDING + dots * 10 <= room:
        return [Dot(Point(PADDING + 4 + place * 10, y), 3.6, accent) for place in range(dots)]
    count = str(dots)
    width = text_width(count, 10.0, Weight.BOLD)
    return [
        Dot(Point(PADDING + 4, y), 3.6, accent),
        TextRun(PADDING + 11, y + 3.5, count, 10.0, width, ink, Weight.BOLD),
    ]


def _tag(discipline: Discipline, palette: Palette, size: float, baseline: float) -> TextRun:
    return _tracked(0.0, baseline, discipline.tag, size, palette.disciplines[discipline].ink)


def _tracked(x: float, baseline: float, text: str, size: float, colour: str) -> TextRun:
    tracking = size * 0.08
    width = text_width(text, size, Weight.BOLD, tracking)
    return TextRun(x, baseline, text, size, width, colour, Weight.BOLD, tracking)


def _text_room(height: float) -> float:
    return height - TEXT_TOP - FOOTER
