"""The threads in short: the most voted ones that are whole, and those that stop, a line each."""

from exports.pdf.amounts import Amounts
from exports.pdf.anchors import thread_anchor
from exports.pdf.content import Content
from exports.pdf.headings import subheading
from exports.pdf.page import Flow, Jump, Pending
from exports.pdf.rows import set_rows
from exports.pdf.threads_section import diamond_marks
from exports.pdf.typeset import Row, Style, cut_label, height_of, label_to
from workshop.board.threads import Thread
from workshop.model.text import short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Point, Rect, Shape, Stroke, Weight
from workshop.translation import _, counted

_WORDS = Style(9, weight=Weight.SEMIBOLD)
_STATE = Style(8.5)
_TEXT_X, _SIDE, _ARROW = 58.0, 96.0, 20.0
_LINE = 14.6
_MORE = 104.0
"""Points at the right of the heading for how many more there are, and their page."""


def set_threads_short(flow: Flow, content: Content, amounts: Amounts) -> None:
    """Set a few of either sort; nothing where there are no threads."""
    numbered = list(enumerate(content.method.shown_threads, 1))
    whole = [pair for pair in numbered if pair[1].whole][: amounts.threads]
    stopping = [pair for pair in numbered if not pair[1].whole][: amounts.threads]
    rows = [_thread(content, number, thread, flow.paper.inner) for number, thread in whole + stopping]
    if rows:
        threads = content.method.threads
        found = sum(thread.whole for thread in threads)
        words = _("THREADS · {whole} WHOLE · {stopping} STOP ON THE WAY").format(
            whole=found, stopping=len(threads) - found
        )
        heading = subheading(words)
        set_rows(flow, rows, before=heading)
        if (more := len(threads) - len(rows)) > 0:
            x, y = flow.paper.right - _MORE, flow.y - height_of([heading[-1], *rows])
            told = counted("{count} more thread", "{count} more threads", more)
            flow.pending.append(Pending(flow.page, x, y, _MORE, told, "threads"))


def _thread(content: Content, number: int, thread: Thread, inner: float) -> Row:
    baseline = 10.0
    state = _("reaches an outcome")
    if thread.stops_in:
        state = _("stops in {diamond}").format(diamond=_(thread.stops_in.value))
    ink = LIGHT.warning if thread.stops_in else LIGHT.good
    room = (inner - _TEXT_X - _SIDE - _ARROW - 10) / 2
    root = cut_label(_TEXT_X, baseline, _words(content, thread.root), room, _WORDS)
    shapes: list[Shape] = [*diamond_marks(thread.reaches, 0, 7.0, 4.0), root]
    if len(thread.cards) > 1:
        x = root.x + root.width + 5
        shapes += _arrow(x, baseline - 3)
        shapes.append(cut_label(x + 15, baseline, _words(content, thread.cards[-1]), room, _WORDS))
    shapes.append(label_to(inner, baseline, state, _STATE.inked(ink)))
    return Row(_LINE, tuple(shapes), (Jump(Rect(0, 0, inner, _LINE), thread_anchor(number)),))


def _words(content: Content, card_id: str) -> str:
    return short(content.cards[card_id].text, 160) or _("No text")


def _arrow(x: float, y: float) -> list[Shape]:
    head = Point(x + 10, y), Point(x + 6.4, y - 2.1), Point(x + 6.4, y + 2.1)
    return [
        Stroke((Point(x, y), Point(x + 7, y)), LIGHT.link, 0.8),
        Stroke(head, None, 0, (), LIGHT.link, closed=True),
    ]
