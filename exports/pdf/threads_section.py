"""Threads: each from its signal to where it ends, as the chips of its cards; whole ones, then those that stop."""

from collections.abc import Callable, Iterator

from exports.pdf.anchors import thread_anchor
from exports.pdf.chips import HEIGHT, Chip, card_chip, chip_rows
from exports.pdf.content import Content
from exports.pdf.headings import subheading
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import QUIET, Row, Style, label, text_rows
from workshop.board.threads import Thread
from workshop.method.thread_risk import risk_of
from workshop.model.diamonds import DIAMONDS, DiamondName, diamond_of
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Point, Shape, Stroke, Weight
from workshop.translation import _, counted, ngettext

_NUMBER = Style(7.5, LIGHT.muted, Weight.SEMIBOLD)
_STATE = Style(8.5, weight=Weight.SEMIBOLD, leading=1.35)
_WHY = Style(7.8, LIGHT.muted, leading=1.35)
_MARKS, _CHIPS, _SIDE, _GAP = 15.0, 56.0, 78.0, 8.0
"""Where marks and chips begin, how wide the words at the right are, and the white before them."""

_ROOMS = ((142.0, 98.0, 200.0), (142.0, 0.0, 200.0), (112.0, 0.0, 130.0))
"""Points for the words of the signal, of the last card in each diamond, and of the end; others show their ids alone."""

_LINES = 2


def set_threads(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each thread."""
    threads = content.method.threads
    whole = sum(thread.whole for thread in threads)
    cue = _cue(whole, len(threads))
    head = Heading(_("Threads"), "threads", cue, _("FROM SIGNAL TO OUTCOME"))
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _cue(whole: int, count: int) -> str:
    if whole == 1:
        words = ngettext(
            "{whole} of {count} signal leads to an outcome",
            "{whole} of {count} signals leads to an outcome",
            count,
        )
    else:
        words = ngettext(
            "{whole} of {count} signal lead to an outcome",
            "{whole} of {count} signals lead to an outcome",
            count,
        )
    return words.format(whole=whole, count=count)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    threads = content.method.shown_threads
    for number, thread in enumerate(threads, 1):
        begins = number == 1 or threads[number - 2].whole is not thread.whole
        words = _("WHOLE") if thread.whole else _("STOP ON THE WAY")
        before = subheading(words, above=2.0 if number == 1 else 10.0) if begins else ()
        yield Block(_thread(content, thread, number, inner), before, anchor=thread_anchor(number))
    if more := content.method.threads[len(threads) :]:
        stopping = sum(not thread.whole for thread in more)
        words = ngettext(
            "and {count} more, of which {stopping} stop on the way",
            "and {count} more, of which {stopping} stop on the way",
            len(more),
        ).format(count=len(more), stopping=stopping)
        yield Block([Row(8.0), *text_rows(words, inner, QUIET)], steps=0)


def diamond_marks(reaches: DiamondName, x: float, middle: float, radius: float = 4.6) -> list[Shape]:
    """Three little diamonds, filled as far as a thread reaches."""
    reached = list(DiamondName).index(reaches)
    shapes: list[Shape] = []
    for place, diamond in enumerate(DIAMONDS):
        ink = LIGHT.diamonds[diamond.name].ink
        cx = x + radius + place * radius * 2.6
        tips = (
            Point(cx - radius, middle),
            Point(cx, middle - radius),
            Point(cx + radius, middle),
            Point(cx, middle + radius),
        )
        shapes.append(Stroke(tips, ink, 0.7, fill=ink if place <= reached else None, closed=True))
    return shapes


def _thread(content: Content, thread: Thread, number: int, inner: float) -> list[Row]:
    marks: list[Shape] = [label(0, HEIGHT / 2 + 2.7, str(number), _NUMBER)]
    marks += diamond_marks(thread.reaches, _MARKS, HEIGHT / 2)
    width = inner - _CHIPS - _SIDE - _GAP
    path = _path(content, thread, width)
    return ruled(beside([Row(HEIGHT, tuple(marks))], path, _words(content, thread, inner)), inner, 4.5, 2.5)


def _path(content: Content, thread: Thread, width: float) -> list[Row]:
    """The chips of the path, with as many words as two lines have room for."""
    paths = (chip_rows(_chips(content, thread, *rooms), _CHIPS, width, arrows=True) for rooms in _ROOMS)
    fitting = (path for path in paths if len(path) <= _LINES)
    return next(fitting, None) or chip_rows(_chips(content, thread, *_ROOMS[0]), _CHIPS, width, arrows=True)


def _chips(content: Content, thread: Thread, root: float, station: float, end: float) -> list[Chip]:
    """The path, with so many points for the words of the signal, of the last card in each diamond and of the end."""
    stations: dict[DiamondName | None, str] = {}
    for card in thread.cards:
        phase = content.cards[card].phase
        stations[diamond_of(phase).name if phase else None] = card
    rooms = dict.fromkeys(stations.values(), station) | {thread.root: root} | {thread.cards[-1]: end}
    return [card_chip(content, card, rooms.get(card, 0.0)) for card in thread.cards]


def _words(content: Content, thread: Thread, inner: float) -> list[Row]:
    """Whether it is whole or where it stops, its votes, and what else puts it at risk."""
    x = inner - _SIDE
    risks = risk_of(thread, content.cards).reasons
    stop, *others = risks if thread.stops_in else (_("whole"), *risks)
    ink = LIGHT.warning if thread.stops_in else LIGHT.good
    facts = [counted("{count} vote", "{count} votes", thread.dots) if thread.dots else "", *others]
    rows = text_rows(stop, _SIDE, _STATE.inked(ink), x)
    return rows + text_rows(", ".join(filter(None, facts)), _SIDE, _WHY, x)
