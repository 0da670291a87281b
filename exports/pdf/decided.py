"""What was decided, in short: decisions on cards and those that settled a tension, why, and by whom."""

from collections.abc import Iterator
from typing import NamedTuple

from exports.pdf.amounts import Amounts
from exports.pdf.anchors import tension_anchor
from exports.pdf.chips import Chip, card_chip, chip_rows, person_chip, plain_chip
from exports.pdf.content import Content
from exports.pdf.headings import subheading
from exports.pdf.later import LINE
from exports.pdf.page import Flow
from exports.pdf.rows import beside, set_rows
from exports.pdf.typeset import STRONG, Row, Style, text_rows
from workshop.model.cards import CardKind
from workshop.model.text import clean_text, short
from workshop.picture.palette import LIGHT
from workshop.translation import _, counted

_WHY = Style(9, LIGHT.muted, leading=1.4)
_INDENT, _SIGNERS, _GAP = 58.0, 136.0, 12.0
_LONGEST = 400


class _Decision(NamedTuple):
    chip: Chip
    text: str
    why: str
    decided_by: tuple[str, ...]


def set_decided(flow: Flow, content: Content, amounts: Amounts) -> None:
    """Set the first decisions, and how many more there are; nothing where nothing was decided."""
    decisions = list(_decisions(content))
    on_cards = len(content.of_kind(CardKind.DECISION))
    heading = subheading(_heading_words(on_cards, len(decisions) - on_cards))
    shown = decisions[: amounts.decisions]
    for place, decision in enumerate(shown):
        rows = _entry(content, decision, flow.paper.inner, amounts)
        set_rows(flow, rows, before=() if place else heading)
    untold = max(0, on_cards - len(shown)), len(decisions) - max(on_cards, len(shown))
    if rest := [(words, at) for words, at, count in _rest(*untold) if count > 0]:
        flow.promise(rest, LINE)


def _rest(on_cards: int, in_tensions: int) -> tuple[tuple[str, str, int], ...]:
    """How many decisions of either sort are not told, and the section that tells them."""
    cards = counted("{count} more decision on cards", "{count} more decisions on cards", on_cards)
    tensions = counted(
        "{count} more decision from tensions", "{count} more decisions from tensions", in_tensions
    )
    return (cards, "appendix", on_cards), (tensions, "tensions", in_tensions)


def _heading_words(on_cards: int, in_tensions: int) -> str:
    """How many decisions there are, and where they were made if that is in two ways."""
    count = on_cards + in_tensions
    if not (on_cards and in_tensions):
        return _("DECIDED · {count}").format(count=count)
    cards = counted("{count} ON CARD", "{count} ON CARDS", on_cards)
    tensions = counted("{count} FROM A TENSION", "{count} FROM {count} TENSIONS", in_tensions)
    return _("DECIDED · {count}: {cards}, {tensions}").format(count=count, cards=cards, tensions=tensions)


def _decisions(content: Content) -> Iterator[_Decision]:
    for card in content.of_kind(CardKind.DECISION):
        yield _Decision(card_chip(content, card.id), card.text, card.rationale, card.decided_by)
    for number, tension in enumerate(content.method.tensions, 1):
        if tension.decision is not None:
            chip = plain_chip(_("Tension {number}").format(number=number), tension_anchor(tension.id))
            yield _Decision(chip, tension.decision.text, tension.decision.reason, tension.decision.decided_by)


def _entry(content: Content, decision: _Decision, inner: float, amounts: Amounts) -> list[Row]:
    width = inner - _INDENT - _SIGNERS - _GAP
    text = text_rows(short(decision.text, _LONGEST) or _("No text"), width, STRONG, _INDENT, most=amounts.text)
    if why := short(clean_text(decision.why), _LONGEST):
        text += text_rows(why, width, _WHY, _INDENT, most=amounts.reason)
    people = [person_chip(content, one, 90) for one in decision.decided_by]
    signers = chip_rows([chip for chip in people if chip], inner - _SIGNERS, _SIGNERS)
    return [*beside(chip_rows([decision.chip], 0, _INDENT), text, signers), Row(4.0)]
