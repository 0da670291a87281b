"""The drawing plan of the threads below the board seen from afar: whole ones, and those that stop."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from workshop.model.cards import Card, CardKind
from workshop.model.diamonds import DIAMONDS, DiamondName, Phase, diamond_of
from workshop.model.text import short
from workshop.picture.fonts import text_width
from workshop.picture.geometry import BoardLayout
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Shape, Stroke, TextRun, Weight

if TYPE_CHECKING:
    from workshop.board.threads import Thread

MOST_WHOLE, MOST_STOPPING = 3, 3

_LONGEST, _SHORTEST = 64, 14
_SHARE = 0.72
"""The share of the board's width that a row may take: what floats in the corner stands beside it."""

_STEP = 1.75
_ARROW = "→"
_MISSING = {DiamondName.PROBLEM: "?", DiamondName.SOLUTION: "nothing in Outcome yet"}


class ThreadRow(msgspec.Struct, frozen=True):
    """A thread in words: one for each diamond that it comes through, and how far it reaches."""

    words: tuple[str, ...]
    reaches: DiamondName


class ThreadRows(msgspec.Struct, frozen=True):
    """The threads to show, and how many there are of either sort. `cards` are those whose words are shown."""

    rows: tuple[ThreadRow, ...] = ()
    whole: int = 0
    stopping: int = 0
    cards: frozenset[str] = frozenset()


def thread_rows(threads: "Sequence[Thread]", cards: Mapping[str, Card]) -> ThreadRows:
    """The most voted threads of either sort, and how many there are of it.

    Of those that stop, equally voted, the ones come first whose signal asks for more: a need or a pain point. Give no
    threads before the first link (`has_flow`): then every card would be one that stops.
    """
    whole = [thread for thread in threads if thread.whole]
    asking = (CardKind.NEED, CardKind.PAIN_POINT)
    stopping = [thread for thread in threads if not thread.whole]
    stopping.sort(key=lambda thread: cards[thread.root].kind not in asking)
    shown = [*_most_voted(whole, MOST_WHOLE), *_most_voted(stopping, MOST_STOPPING)]
    stations = [_stations(thread, cards) for thread in shown]
    rows = tuple(
        ThreadRow(
            tuple(short(cards[card].text, _LONGEST) or "a card without text" for card in cards_), t.reaches
        )
        for cards_, t in zip(stations, shown, strict=True)
    )
    return ThreadRows(
        rows, len(whole), len(stopping), frozenset(card for cards_ in stations for card in cards_)
    )


def thread_plan(found: ThreadRows, layout: BoardLayout, palette: Palette, size: float) -> tuple[Shape, ...]:
    """The rows below the parking lot, at this size of letters in board units."""
    if not found.rows:
        return ()
    x, baseline = layout.parking.x + 4, layout.parking.bottom + 2.2 * size
    heading = "THREADS"
    width = text_width(heading, size, Weight.BOLD, size / 8)
    whole = _counted(found.whole, sum(row.reaches is DiamondName.OUTCOME for row in found.rows), "whole")
    stop = _counted(
        found.stopping, sum(r.reaches is not DiamondName.OUTCOME for r in found.rows), "stop on the way"
    )
    count = f"from a signal to an outcome · {whole} · {stop}"
    shapes: list[Shape] = [
        TextRun(x, baseline, heading, size, width, palette.muted, Weight.BOLD, size / 8),
        _run(x + width + size / 2, baseline, count, size, palette.muted),
    ]
    room = layout.columns[Phase.SCALE].right * _SHARE
    for row in found.rows:
        baseline += _STEP * size
        shapes.extend(_row(_cut(row, room, size), Point(x, baseline), size, palette))
    return tuple(shapes)


def _counted(count: int, shown: int, words: str) -> str:
    """How many threads of a sort there are, and how many of them have no row."""
    more = f", {count - shown} more than shown" if count > shown else ""
    return f"{count} {words}{more}"


def _cut(row: ThreadRow, room: float, size: float) -> ThreadRow:
    """The row with its words cut so that it fits, the longest first."""
    words = list(row.words)
    gaps = size * (4.6 + 2.0 * len(words)) + (0 if row.reaches is DiamondName.OUTCOME else 12 * size)
    while gaps + sum(text_width(word, size, Weight.SEMIBOLD) for word in words) > room:
        longest = max(range(len(words)), key=lambda place: len(words[place]))
        if len(words[longest]) <= _SHORTEST:
            break
        words[longest] = short(words[longest], len(words[longest]) - 3)
    return msgspec.structs.replace(row, words=tuple(words))


def _row(row: ThreadRow, at: Point, size: float, palette: Palette) -> list[Shape]:
    shapes: list[Shape] = []
    reached = list(DiamondName).index(row.reaches)
    for number, diamond in enumerate(DIAMONDS):
        ink = palette.diamonds[diamond.name].ink
        centre = Point(at.x + size * (0.5 + 1.25 * number), at.y - 0.36 * size)
        shapes.append(_mark(centre, 0.5 * size, ink, ink if number <= reached else None))
    x, whole = at.x + size * 4.6, row.reaches is DiamondName.OUTCOME
    ink = palette.ink if whole else palette.warning
    missing = () if whole else (_MISSING[row.reaches],)
    for number, words in enumerate((*row.words, *missing)):
        if number:
            shapes.append(_run(x, at.y, _ARROW, size, palette.muted))
            x += text_width(_ARROW, size) + 0.4 * size
        shapes.append(run := _run(x, at.y, words, size, ink, weight=Weight.SEMIBOLD))
        x += run.width + 0.4 * size
    return shapes


def _mark(centre: Point, radius: float, ink: str, fill: str | None) -> Stroke:
    x, y = centre
    tips = Point(x - radius, y), Point(x, y - radius), Point(x + radius, y), Point(x, y + radius)
    return Stroke(tips, ink, radius / 5, fill=fill, closed=True)


def _run(
    x: float, baseline: float, text: str, size: float, ink: str, *, weight: Weight = Weight.REGULAR
) -> TextRun:
    return TextRun(x, baseline, text, size, text_width(text, size, weight), ink, weight)


def _most_voted(threads: "Sequence[Thread]", most: int) -> "list[Thread]":
    return sorted(threads, key=lambda thread: -thread.dots)[:most]


def _stations(thread: "Thread", cards: Mapping[str, Card]) -> list[str]:
    """The root, and of each later diamond on the path the last card."""
    last: dict[DiamondName, str] = {}
    for card in thread.cards:
        if (name := _diamond(cards[card].phase)) is not None:
            last[name] = card
    later = [last[name] for name in (DiamondName.SOLUTION, DiamondName.OUTCOME) if name in last]
    return [thread.root, *(card for card in later if card != thread.root)]


def _diamond(phase: Phase | None) -> DiamondName | None:
    return diamond_of(phase).name if phase is not None else None
