"""What comes next: the open actions with owners and dates, the earliest first."""

from datetime import date

from exports.pdf.amounts import Amounts
from exports.pdf.chips import card_chip, chip_rows, person_chip
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.headings import subheading
from exports.pdf.later import LINE
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled, set_rows
from exports.pdf.table_head import table_head
from exports.pdf.typeset import QUIET, Row, Style, text_rows
from workshop.model.cards import Card, CardKind
from workshop.model.text import short
from workshop.picture.palette import LIGHT
from workshop.translation import _, counted

_TEXT = Style(8.8, leading=1.4)
_WARNED = _TEXT.inked(LIGHT.warning)
_SHARES = (0.0, 0.66, 0.835)
_INDENT, _GAP = 58.0, 10.0
_LONGEST = 300


def open_actions(content: Content) -> list[Card]:
    """The actions that are not done, those with the earliest date first."""
    waiting = [card for card in content.of_kind(CardKind.ACTION) if not card.done]
    return sorted(waiting, key=lambda card: card.due or date.max)


def overdue(content: Content, card: Card) -> bool:
    """Whether an action should be done by now."""
    return not card.done and card.due is not None and card.due < content.method.today


def set_next_steps(flow: Flow, content: Content, amounts: Amounts) -> None:
    """Set the first actions, and how many more there are; nothing where there are none."""
    inner = flow.paper.inner
    head = table_head(inner, _SHARES, (_("ACTION"), _("OWNER"), _("DUE")))
    actions = open_actions(content)
    done = len(content.of_kind(CardKind.ACTION)) - len(actions)
    counts = (
        counted("{count} OPEN", "{count} OPEN", len(actions)) if actions else "",
        counted("{count} DONE", "{count} DONE", done) if done else "",
    )
    heading = subheading(" · ".join(filter(None, (_("NEXT"), *counts))))
    for place, card in enumerate(actions[: amounts.actions]):
        set_rows(
            flow, _action(content, card, inner, amounts), before=() if place else [*heading, *head], head=head
        )
    if not actions and done:
        set_rows(flow, text_rows(_("Everything that was planned is done."), inner, QUIET), before=heading)
    elif (more := len(actions) - amounts.actions) > 0:
        flow.y += 5.0
        flow.promise([(counted("{count} more action", "{count} more actions", more), "actions")], LINE)


def _action(content: Content, card: Card, inner: float, amounts: Amounts) -> list[Row]:
    places = [inner * share for share in _SHARES]
    width = places[1] - _INDENT - _GAP
    text = text_rows(short(card.text, _LONGEST) or _("No text"), width, _TEXT, _INDENT, most=amounts.text)
    chip = person_chip(content, card.owner or "", places[2] - places[1] - 22)
    owner = chip_rows([chip], places[1], inner) if chip else text_rows(_("nobody yet"), 90, _WARNED, places[1])
    due = text_rows(_due(content, card), inner - places[2], _due_style(content, card), places[2])
    return ruled(
        beside(chip_rows([card_chip(content, card.id)], 0, _INDENT), text, owner, due), inner, 3.0, 2.0
    )


def _due(content: Content, card: Card) -> str:
    rhythm = _(card.rhythm.value) if card.rhythm else ""
    late = _("overdue") if overdue(content, card) else ""
    return ", ".join(filter(None, (day(card.due) or rhythm or _("no date yet"), late)))


def _due_style(content: Content, card: Card) -> Style:
    if overdue(content, card):
        return _TEXT.inked(LIGHT.danger)
    return _TEXT if card.due or card.rhythm else _WARNED
