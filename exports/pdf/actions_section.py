"""Actions: every one with its owner, its date, and how often it comes back; open ones before those that are done."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from exports.pdf.chips import card_chip, chip_rows, person_chip
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.next_steps import open_actions, overdue
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.table_head import table_head
from exports.pdf.typeset import Row, Style, text_rows
from workshop.model.cards import Card, CardKind
from workshop.model.text import short
from workshop.picture.palette import LIGHT
from workshop.translation import _, counted

_TEXT = Style(8.6, leading=1.36)
_SHARES = (0.0, 0.6, 0.745, 0.905)
_INDENT, _GAP = 46.0, 10.0
_LONGEST = 1_000


def set_actions(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each action."""
    waiting = open_actions(content)
    finished = [card for card in content.of_kind(CardKind.ACTION) if card.done]
    late = sum(overdue(content, card) for card in waiting)
    counts = (
        counted("{count} open", "{count} open", len(waiting)),
        counted("{count} overdue", "{count} overdue", late) if late else "",
        counted("{count} done", "{count} done", len(finished)),
    )
    head = Heading(_("Actions"), "actions", ", ".join(filter(None, counts)), _("WHO DOES WHAT BY WHEN"))
    set_section(flow, head, _blocks(content, waiting + finished, flow.paper.inner), done)


def _blocks(content: Content, actions: list[Card], inner: float) -> Iterator[Block]:
    head = table_head(inner, _SHARES, (_("ACTION"), _("OWNER"), _("DUE"), _("REPEATS")))
    for place, card in enumerate(actions):
        yield Block(_action(content, card, inner), () if place else head, head)


def _action(content: Content, card: Card, inner: float) -> list[Row]:
    places = [inner * share for share in (*_SHARES, 1.0)]
    widths = [after - before - _GAP for before, after in pairwise(places)]
    text = text_rows(short(card.text, _LONGEST) or _("No text"), widths[0] - _INDENT, _TEXT, _INDENT)
    chip = person_chip(content, card.owner or "", widths[1] - 12)
    nobody = text_rows(_("nobody yet"), widths[1], _TEXT.inked(LIGHT.warning), places[1])
    owner = chip_rows([chip], places[1], widths[1] + _GAP) if chip else nobody
    words, style = _due(content, card)
    due = text_rows(words, widths[2] + 4, style, places[2])
    rhythm = text_rows(_(card.rhythm.value) if card.rhythm else "", widths[3] + _GAP, _TEXT, places[3])
    chips = chip_rows([card_chip(content, card.id)], 0, _INDENT)
    return ruled(beside(chips, text, owner, due, rhythm), inner, 3.5, 2.5)


def _due(content: Content, card: Card) -> tuple[str, Style]:
    if card.done:
        return ", ".join(filter(None, (day(card.due), _("done")))), _TEXT.inked(LIGHT.good)
    if overdue(content, card):
        return _("{day}, overdue").format(day=day(card.due)), _TEXT.inked(LIGHT.danger)
    if card.due or card.rhythm:
        return day(card.due), _TEXT
    return _("no date yet"), _TEXT.inked(LIGHT.warning)
