"""The table of links: from which card, what the link says, to which card; its head stands on every page."""

from collections.abc import Callable

from exports.pdf.anchors import anchor_of
from exports.pdf.content import Content
from exports.pdf.page import SECTION_GAP, Flow, Jump
from exports.pdf.typeset import EYEBROW, HEADING, QUIET, Row, Style, height_of, label, text_rows
from workshop.model.links import Link
from workshop.model.text import clean_text, short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Point, Rect, Shape, Stroke, Weight
from workshop.picture.routes import LINK_STYLES, link_colour

_CELL = Style(8.2, leading=1.36)
_NUMBER = Style(8.2, weight=Weight.BOLD)
_KIND = Style(8.2, weight=Weight.SEMIBOLD)
_NOTE = Style(7.8, LIGHT.muted, leading=1.36)
_SHARES = (0.0, 0.42, 0.62)
"""Where the columns begin, as shares of the width."""

_NUMBER_WIDTH = 30.0
_MOST_LINES = 2
_LEAST = 260.0


def set_links(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the table on pages of its own; `done` is called after each link."""
    if flow.room < SECTION_GAP + _LEAST:
        flow.turn()
    else:
        flow.y += SECTION_GAP
    flow.page.mark("Links", "links", flow.y - 8)
    count = len(content.links)
    title = label(0, 34, "Links", HEADING)
    words = (
        "one card says something about another"
        if count == 1
        else f"{count} times one card says something about another"
    )
    shapes = (
        label(0, 6, "HOW IT CONNECTS", EYEBROW),
        title,
        label(title.width + 10, 34, words, QUIET._replace(size=10.5)),
    )
    flow.put(shapes, 58)
    _head(flow)
    order = {card_id: place for place, card_id in enumerate(content.cards)}
    for link in sorted(content.links, key=lambda one: (order[one.source], order[one.target], one.kind, one.id)):
        _set_link(flow, content, link)
        done()


def _head(flow: Flow) -> None:
    inner = flow.paper.inner
    shapes: list[Shape] = [
        label(inner * share, 7, words, EYEBROW._replace(size=7))
        for share, words in zip(_SHARES, ("FROM", "SAYS", "TO"), strict=True)
    ]
    shapes.append(Stroke((Point(0, 15), Point(inner, 15)), LIGHT.ink, 0.8))
    flow.put(shapes, 15)


def _set_link(flow: Flow, content: Content, link: Link) -> None:
    inner = flow.paper.inner
    note = (
        text_rows(clean_text(link.note), inner - _NUMBER_WIDTH, _NOTE, _NUMBER_WIDTH)
        if link.note.strip()
        else []
    )
    source, target = (
        _end(content, card, inner * share)
        for card, share in zip((link.source, link.target), (0.385, 0.38), strict=True)
    )
    height = max(height_of(source), height_of(target), _CELL.line) + 10
    if height + min(height_of(note), 4 * _NOTE.line) > flow.room:
        flow.turn()
        _head(flow)
    top = flow.put(_kind(link, inner), height)
    for rows, share, card in ((source, 0.0, link.source), (target, _SHARES[2], link.target)):
        x = flow.paper.margin + inner * share
        y = top + 5
        flow.page.put((label(0, 9, content.numbers[card], _NUMBER.inked(_ink(content, card))),), x, y)
        for row in rows:
            flow.page.put(row.shapes, x, y)
            y += row.height
        flow.page.jumps.append(Jump(Rect(x, top, inner * 0.38, height), anchor_of(card)))
    for row in note:
        if flow.need(row.height + 4):
            _head(flow)
        flow.put(row.shapes, row.height)
    flow.y += 4 if note else 0
    flow.page.put((Box(Rect(0, -0.25, inner, 0.5), LIGHT.hairline),), flow.paper.margin, flow.y)


def _end(content: Content, card_id: str, width: float) -> list[Row]:
    text = short(content.cards[card_id].text, 240) or "No text"
    return text_rows(text, width - _NUMBER_WIDTH, _CELL, _NUMBER_WIDTH, most=_MOST_LINES)


def _kind(link: Link, inner: float) -> tuple[Shape, ...]:
    """The word for the link under a stroke of its line."""
    style = LINK_STYLES[link.kind]
    colour = link_colour(link.kind, LIGHT)
    x = inner * _SHARES[1]
    line = Stroke(
        (Point(x, 11.2), Point(x + 16, 11.2)), colour, 1.0, tuple(length * 0.6 for length in style.dash)
    )
    tip = Stroke(
        (Point(x + 19, 11.2), Point(x + 15, 8.9), Point(x + 15, 13.5)), None, 0, (), colour, closed=True
    )
    return (line, *((tip,) if style.arrow else ()), label(x + 24, 14, link.kind.value, _KIND.inked(colour)))


def _ink(content: Content, card_id: str) -> str:
    return LIGHT.disciplines[content.cards[card_id].discipline].ink
