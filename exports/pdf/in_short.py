"""In short: what was decided and why, what happens next, and which questions are still open."""

from exports.pdf.card_block import anchor_of, day
from exports.pdf.content import Content
from exports.pdf.page import Flow, Jump
from exports.pdf.typeset import (
    BODY,
    EYEBROW,
    HEADING,
    QUIET,
    STRONG,
    Row,
    Style,
    cut_label,
    height_of,
    label,
    text_rows,
)
from workshop.model.cards import Card, CardKind
from workshop.model.links import LinkKind
from workshop.model.text import clean_text, short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Weight

_NUMBER = Style(9.5, weight=Weight.BOLD)
_INDENT = 34.0
_LONGEST = 400
_COLUMNS = (0.0, 0.62, 0.82)


def set_in_short(flow: Flow, content: Content) -> None:
    """Set the page; nothing where nothing was decided, planned or asked."""
    decisions, actions = content.of_kind(CardKind.DECISION), content.of_kind(CardKind.ACTION)
    questions = _open_questions(content)
    if not (decisions or actions or questions):
        return
    flow.turn()
    flow.page.mark("In short", "in-short", flow.y - 8)
    flow.put((label(0, 20, "In short", HEADING),), 30)
    flow.put(
        (label(0, 10, "What was decided, what happens next, what is still open.", QUIET._replace(size=10)),), 30
    )
    if decisions:
        _list(flow, content, "DECIDED", decisions)
    if actions:
        _actions(flow, content, actions)
    if questions:
        _list(flow, content, "STILL ASKED", questions)


def _open_questions(content: Content) -> list[Card]:
    answered = {link.target for link in content.links if link.kind is LinkKind.ANSWERS}
    return [card for card in content.of_kind(CardKind.QUESTION) if card.id not in answered]


def _subheading(flow: Flow, words: str, follows: float) -> None:
    flow.need(26 + follows)
    flow.put((label(0, 9, words, EYEBROW._replace(size=9)),), 22)


def _list(flow: Flow, content: Content, words: str, cards: list[Card]) -> None:
    for place, card in enumerate(cards):
        rows = _entry(content, card, flow.paper.inner - _INDENT)
        height = height_of(rows) + 8
        if place == 0:
            _subheading(flow, words, height)
        flow.need(height)
        colours = LIGHT.disciplines[card.discipline]
        number = label(0, 9.8, content.numbers[card.id], _NUMBER.inked(colours.ink))
        flow.page.put((number,), flow.paper.margin, flow.y)
        flow.page.jumps.append(
            Jump(Rect(flow.paper.margin, flow.y, flow.paper.inner, height - 8), anchor_of(card.id))
        )
        for row in rows:
            flow.put(row.shapes, row.height, flow.paper.margin + _INDENT)
        flow.y += 8
    flow.y += 16


def _entry(content: Content, card: Card, width: float) -> list[Row]:
    rows = text_rows(short(card.text, _LONGEST) or "No text", width, STRONG)
    if card.rationale.strip():
        rows += text_rows(short(clean_text(card.rationale), _LONGEST), width, BODY)
    said = [
        ", ".join(filter(None, map(content.name, card.decided_by))),
        f"asked of {card.asked_of.tag}" if card.asked_of else "",
        f"by {day(card.asked_until)}" if card.asked_until else "",
    ]
    if any(said):
        rows += text_rows(" · ".join(filter(None, said)), width, QUIET)
    return rows


def _actions(flow: Flow, content: Content, cards: list[Card]) -> None:
    inner = flow.paper.inner
    _subheading(flow, "NEXT", 60)
    _action_head(flow)
    for card in cards:
        rows = text_rows(
            short(card.text, _LONGEST) or "No text", inner * 0.6 - _INDENT, BODY._replace(size=9), _INDENT
        )
        height = height_of(rows) + 9
        if flow.need(height):
            _action_head(flow)
        owner = content.name(card.owner) or "nobody yet"
        due = "done" if card.done else day(card.due) or "no date"
        ink = LIGHT.disciplines[card.discipline].ink
        top = flow.y + 4
        cells = (
            label(0, 9.6, content.numbers[card.id], _NUMBER._replace(size=9, colour=ink)),
            cut_label(inner * _COLUMNS[1], 9.6, owner, inner * 0.19, BODY._replace(size=9)),
            cut_label(inner * _COLUMNS[2], 9.6, due, inner * 0.18, BODY._replace(size=9)),
        )
        flow.page.put(cells, flow.paper.margin, top)
        flow.page.jumps.append(Jump(Rect(flow.paper.margin, flow.y, inner, height), anchor_of(card.id)))
        for row in rows:
            flow.page.put(row.shapes, flow.paper.margin, top)
            top += row.height
        flow.y += height
        flow.page.put((Box(Rect(0, -0.25, inner, 0.5), LIGHT.hairline),), flow.paper.margin, flow.y)
    flow.y += 24


def _action_head(flow: Flow) -> None:
    inner = flow.paper.inner
    style = Style(7.8, LIGHT.muted, Weight.SEMIBOLD)
    words = zip(_COLUMNS, ("Action", "Owner", "Due"), strict=True)
    cells = tuple(label(inner * share, 8, word, style) for share, word in words)
    flow.put((*cells, Box(Rect(0, 13.6, inner, 0.8), LIGHT.ink)), 15)
