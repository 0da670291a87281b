"""The result of a vote as the room sees it: bars split by discipline, ties as ties, and where CX and UX differ most.

All letters are large enough to be read from the last row; a result with more cards than there is room for has pages.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ui.voting.result_words import RankedCard, ResultWords, dots_words, rank_words
from workshop.facilitation.parts import Screen
from workshop.model.cards import Discipline
from workshop.picture.fonts import text_width
from workshop.picture.lines import LINE_HEIGHT, Line, break_lines, one_line
from workshop.picture.palette import Palette
from workshop.picture.plan import Box, Point, Rect, Shape, TextRun, Weight

_LETTERS, _QUESTION = (1 / 28, 1 / 33, 1 / 40), 1 / 22
"""Heights of letters, as shares of the screen's height: the largest with which all fits on one page, else the last."""

_EDGE = 1 / 24
_BAR, _BETWEEN = 0.72, 0.85
"""The height of a bar and what is free below a card, in heights of letters."""

_APART_SHARE = 0.34
"""The share of the width for what CX and UX differ on."""

_MOST_LINES = 2
_ORDER = (Discipline.CX, Discipline.JOINT, Discipline.UX)
_APART = "Where CX and UX differ most"
_APART_WORDS = "Shares of all dots of each side"


class _Page(NamedTuple):
    """What the plan reckons with: the screen, the size of letters, the lines of the question, and where rows begin."""

    screen: Screen
    size: float
    question: tuple[Line, ...]
    top: float

    @property
    def edge(self) -> float:
        """What is free at the sides, in pixels."""
        return self.screen.whole * _EDGE

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * LINE_HEIGHT

    @property
    def bottom(self) -> float:
        """Where the rows end; below them is room for a line on the cards without a dot and on pages."""
        return self.screen.height - self.edge - self.line


def result_pages(words: ResultWords, screen: Screen) -> int:
    """How many pages a result has on this screen."""
    return len(_pages(words, screen))


def result_plan(words: ResultWords, screen: Screen, palette: Palette, page: int = 0) -> tuple[Shape, ...]:
    """A page of the result as shapes, in pixels of the screen."""
    pages, on = _pages(words, screen), _begun(words, screen)
    page = min(page, len(pages) - 1)
    ground = Box(Rect(0, 0, screen.width, screen.height), palette.ground)
    return (
        ground,
        *_head(words, on, palette),
        *_rows(words, pages[page], on, palette),
        *_apart(words, on, palette),
        *_foot(words, on, palette, page=page, pages=len(pages)),
    )


@lru_cache(maxsize=4)
def _begun(words: ResultWords, screen: Screen) -> _Page:
    """The page with as large letters as have room."""
    found = [_with_letters(words, screen, screen.whole * share) for share in _LETTERS]
    return next((on for on in found if _fits(words, on)), found[-1])


def _fits(words: ResultWords, on: _Page) -> bool:
    """Whether all is on one page."""
    rows = sum(_height(card, words, on) for card in words.ranked) - on.size * _BETWEEN
    return on.top + max(rows, _apart_height(words, on)) <= on.bottom


def _with_letters(words: ResultWords, screen: Screen, size: float) -> _Page:
    edge, large = screen.whole * _EDGE, screen.whole * _QUESTION
    question = break_lines(words.question, screen.width - 2 * edge, large, Weight.SEMIBOLD, _MOST_LINES)
    top = edge + len(question) * large * LINE_HEIGHT + size * (LINE_HEIGHT + 1.2)
    return _Page(screen, size, question, top)


@lru_cache(maxsize=4)
def _pages(words: ResultWords, screen: Screen) -> tuple[tuple[RankedCard, ...], ...]:
    """The cards page by page, each page holding at least one."""
    on = _begun(words, screen)
    pages: list[list[RankedCard]] = [[]]
    y = on.top
    for card in words.ranked:
        height = _height(card, words, on)
        if pages[-1] and y + height - on.size * _BETWEEN > on.bottom:
            pages.append([])
            y = on.top
        pages[-1].append(card)
        y += height
    return tuple(tuple(page) for page in pages)


def _head(words: ResultWords, on: _Page, palette: Palette) -> Iterator[Shape]:
    large = on.screen.whole * _QUESTION
    for row, (text, width) in enumerate(on.question):
        baseline = on.edge + row * large * LINE_HEIGHT + large
        yield TextRun(on.edge, baseline, text, large, width, palette.ink, Weight.SEMIBOLD)
    y = on.edge + len(on.question) * large * LINE_HEIGHT + on.size * 1.2
    yield _run(Point(on.edge, y), words.told, on, palette.muted)


def _rows(words: ResultWords, cards: Sequence[RankedCard], on: _Page, palette: Palette) -> Iterator[Shape]:
    """Each card with its rank and its words above its bar, and the dots in words behind the bar."""
    y = on.top
    beside, width = _rank_width(words, on), _left_width(words, on)
    said = max((text_width(dots_words(card.result), on.size) for card in words.ranked), default=0.0) + on.size
    for card in cards:
        rank = rank_words(card.result)
        yield _run(Point(on.edge, y + on.size), rank, on, palette.ink, Weight.SEMIBOLD)
        for row, (text, taken) in enumerate(_card_lines(card.text, width - beside, on)):
            yield TextRun(
                on.edge + beside, y + on.size + row * on.line, text, on.size, taken, palette.ink
            )  # fmt: skip
        y += _height(card, words, on)
        bar_y = y - on.size * _BETWEEN - on.line + (on.line - on.size * _BAR) / 2
        room = width - beside - said
        length = max(on.size * _BAR, room * card.result.total / max(words.most, 1))
        bar = Rect(on.edge + beside, bar_y, length, on.size * _BAR)
        yield from _divided(card, bar, palette)
        yield _run(
            Point(bar.right + on.size * 0.6, bar_y + on.size * 0.7), dots_words(card.result), on, palette.ink
        )


def _divided(card: RankedCard, bar: Rect, palette: Palette) -> Iterator[Shape]:
    """A part for each discipline, with a line between that also washed-out colours leave."""
    dots = {Discipline.CX: card.result.cx, Discipline.JOINT: card.result.joint, Discipline.UX: card.result.ux}
    parts = [(side, dots[side]) for side in _ORDER if dots[side]]
    gap, x = bar.h / 9, bar.x
    for side, number in parts:
        width = bar.w * number / card.result.total
        yield Box(
            Rect(x, bar.y, max(width - gap, gap), bar.h), palette.disciplines[side].accent, radius=bar.h / 5
        )
        x += width


def _apart(words: ResultWords, on: _Page, palette: Palette) -> Iterator[Shape]:
    """At the right, the cards on which the sides differ, with both shares."""
    if not words.apart:
        return
    width = _right_width(on)
    x, y = on.screen.width - on.edge - width, on.top
    yield Box(Rect(x - on.edge, on.top, max(1.0, on.size / 20), on.bottom - on.top), palette.hairline)
    for lines, weight in _apart_head(on):
        ink = palette.ink if weight is Weight.SEMIBOLD else palette.muted
        for line, taken in lines:
            yield TextRun(x, y + on.size, line, on.size, taken, ink, weight)
            y += on.line
    y += on.size * _BETWEEN
    most = max(max(card.result.cx_share, card.result.ux_share) for card in words.apart)
    for card in words.apart:
        lines = _card_lines(card.text, width, on)
        for row, (line, taken) in enumerate(lines):
            yield TextRun(x, y + on.size + row * on.line, line, on.size, taken, palette.ink)
        yield from _pair(card, Rect(x, y + len(lines) * on.line, width, 2 * on.line), most, on, palette)
        y += (len(lines) + 2) * on.line + on.size * _BETWEEN


def _apart_height(words: ResultWords, on: _Page) -> float:
    """The height of what CX and UX differ on; 0 where there is nothing."""
    if not words.apart:
        return 0.0
    width = _right_width(on)
    head = sum(len(lines) for lines, _ in _apart_head(on))
    cards = sum(len(_card_lines(card.text, width, on)) + 2 for card in words.apart)
    return (head + cards) * on.line + len(words.apart) * on.size * _BETWEEN


def _apart_head(on: _Page) -> list[tuple[tuple[Line, ...], Weight]]:
    said = ((_APART, Weight.SEMIBOLD), (_APART_WORDS, Weight.REGULAR))
    return [
        (break_lines(text, _right_width(on), on.size, weight, _MOST_LINES), weight) for text, weight in said
    ]


def _pair(card: RankedCard, box: Rect, most: float, on: _Page, palette: Palette) -> Iterator[Shape]:
    """CX's and UX's share on one scale."""
    tag, said = text_width("UX", on.size, Weight.SEMIBOLD) + on.size * 0.6, text_width("100 %", on.size)
    sides = ((Discipline.CX, card.result.cx_share), (Discipline.UX, card.result.ux_share))
    for row, (side, share) in enumerate(sides):
        y, colours = box.y + row * on.line, palette.disciplines[side]
        yield _run(Point(box.x, y + on.size), side.tag, on, colours.ink, Weight.SEMIBOLD)
        room = Rect(box.x + tag, y + on.size * 0.3, box.w - tag - said - on.size * 0.6, on.size * _BAR)
        yield Box(room, palette.raised, palette.hairline, radius=room.h / 5)
        if share:
            length = max(room.h / 3, room.w * share / most)
            yield Box(Rect(room.x, room.y, length, room.h), colours.accent, radius=room.h / 5)
        words = f"{round(100 * share)} %"
        taken = text_width(words, on.size)
        yield TextRun(box.right - taken, y + on.size, words, on.size, taken, palette.ink)


def _foot(words: ResultWords, on: _Page, palette: Palette, *, page: int, pages: int) -> Iterator[Shape]:
    """The cards that got nothing, on the last page, and which page it is."""
    last = page == pages - 1
    rest = f"{words.without} card{'s' * (words.without != 1)} without a dot" if words.without and last else ""
    counted = f"Page {page + 1} of {pages}" if pages > 1 else ""
    if said := " · ".join(part for part in (rest, counted) if part):
        yield _run(Point(on.edge, on.screen.height - on.edge + on.size * 0.2), said, on, palette.muted)


def _height(card: RankedCard, words: ResultWords, on: _Page) -> float:
    """The height of a card's row with what is free below it."""
    lines = len(_card_lines(card.text, _left_width(words, on) - _rank_width(words, on), on))
    return (lines + 1) * on.line + on.size * _BETWEEN


def _card_lines(text: str, width: float, on: _Page) -> tuple[Line, ...]:
    return break_lines(" ".join(text.split()), width, on.size, most=_MOST_LINES)


def _left_width(words: ResultWords, on: _Page) -> float:
    whole = on.screen.width - 2 * on.edge
    return whole - _right_width(on) - 2 * on.edge if words.apart else whole


def _right_width(on: _Page) -> float:
    return on.screen.width * _APART_SHARE - on.edge


def _rank_width(words: ResultWords, on: _Page) -> float:
    widths = (text_width(rank_words(card.result), on.size, Weight.SEMIBOLD) for card in words.ranked)
    return max(widths, default=0.0) + on.size


def _run(at: Point, text: str, on: _Page, ink: str, weight: Weight = Weight.REGULAR) -> TextRun:
    line, width = one_line(text, on.screen.width - on.edge - at.x, on.size, weight)
    return TextRun(at.x, at.y, line, on.size, width, ink, weight)
