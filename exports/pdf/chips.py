"""Chips: small boxes in the colours of a discipline that name a card and lead to it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from exports.pdf.anchors import anchor_of
from exports.pdf.content import Content
from exports.pdf.page import Jump
from exports.pdf.typeset import Row, Style, cut_label, label
from workshop.method.people import person_of
from workshop.model.text import short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Colour, Point, Rect, Shape, Stroke, TextRun, Weight

HEIGHT, GAP, LINE = 14.0, 4.0, 17.5
_SIZE, _PADDING, _BASELINE, _RADIUS = 7.5, 5.0, 9.7, 4.0
_ARROW = 11.0
_LONGEST = 200


class Chip(NamedTuple):
    """A chip: a short id in bold, words after it as far as they fit into `room`, and where it leads."""

    number: str
    fill: Colour
    ink: Colour
    anchor: str = ""
    words: str = ""
    room: float = 0.0


def card_chip(content: Content, card_id: str, room: float = 0.0) -> Chip:
    """The chip of a card; with `room` points for its words."""
    card = content.cards[card_id]
    colours = LIGHT.disciplines[card.discipline]
    words = short(card.text, _LONGEST) if room else ""
    return Chip(content.numbers[card_id], colours.fill, colours.ink, anchor_of(card_id), words, room)


def card_chips(content: Content, cards: Iterable[str], most: int) -> list[Chip]:
    """The chips of those cards that paper shows, at most so many, and how many more there are."""
    shown = [card for card in dict.fromkeys(cards) if card in content.cards]
    chips = [card_chip(content, card) for card in shown[:most]]
    return [*chips, plain_chip(f"+ {len(shown) - most}")] if len(shown) > most else chips


def plain_chip(words: str, anchor: str = "") -> Chip:
    """A chip without a discipline."""
    return Chip(words, LIGHT.raised, LIGHT.muted, anchor)


def person_chip(content: Content, participant_id: str, room: float) -> Chip | None:
    """The chip of somebody whom paper names, in the colours of their discipline."""
    person = person_of(content.method.visible.board, participant_id)
    if person is None or not (name := content.name(participant_id)):
        return None
    colours = LIGHT.disciplines[person.discipline]
    return Chip("", colours.fill, colours.ink, words=name, room=room)


def chip_rows(chips: Sequence[Chip], x: float, width: float, *, arrows: bool = False) -> list[Row]:
    """Chips in lines of this width; with arrows from each to the next."""
    return list(_lines(chips, x, width, _ARROW if arrows else GAP, arrows=arrows))


def chip_width(chip: Chip) -> float:
    """How wide a chip is."""
    number, words = _runs(chip, 0.0)
    last = words or number
    return last.x + last.width + _PADDING


def _lines(chips: Sequence[Chip], x: float, width: float, gap: float, *, arrows: bool) -> Iterator[Row]:
    shapes: list[Shape] = []
    jumps: list[Jump] = []
    at = x
    for place, chip in enumerate(chips):
        wide, lead = chip_width(chip), gap if place else 0.0
        if shapes and at + lead + wide > x + width:
            yield Row(LINE, tuple(shapes), tuple(jumps))
            shapes, jumps, at = [], [], x
        if arrows and place:
            shapes.extend(_arrow(at))
            at += gap
        elif shapes:
            at += gap
        shapes.extend(_drawn(chip, at, wide))
        if chip.anchor:
            jumps.append(Jump(Rect(at, 0, wide, HEIGHT), chip.anchor))
        at += wide
    if shapes:
        yield Row(LINE, tuple(shapes), tuple(jumps))


def _drawn(chip: Chip, x: float, width: float) -> Iterator[Shape]:
    yield Box(Rect(x, 0, width, HEIGHT), chip.fill, None, 0, _RADIUS)
    yield from (run for run in _runs(chip, x) if run and run.text)


def _runs(chip: Chip, x: float) -> tuple[TextRun, TextRun | None]:
    """The short id, and the words after it."""
    number = label(x + _PADDING, _BASELINE, chip.number, Style(_SIZE, chip.ink, Weight.BOLD))
    if not chip.words:
        return number, None
    start = number.x + (number.width + 4 if chip.number else 0.0)
    return number, cut_label(start, _BASELINE, chip.words, chip.room, Style(_SIZE, chip.ink))


def _arrow(x: float) -> tuple[Shape, ...]:
    y, tip = HEIGHT / 2, x + _ARROW - 2
    head = Point(tip, y), Point(tip - 3.4, y - 2), Point(tip - 3.4, y + 2)
    return (
        Stroke((Point(x + 2, y), Point(tip - 3, y)), LIGHT.link, 0.8),
        Stroke(head, None, 0, (), LIGHT.link, closed=True),
    )
