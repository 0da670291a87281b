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
from workshop.model.text import clean_text
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Weight
from workshop.translation import _, counted

_WHY = Style(9, LIGHT.muted, leading=1.4)
_WEIGHED = Style(8.5, LIGHT.danger, Weight.SEMIBOLD, leading=1.4)
_INDENT, _SIGNERS, _GAP = 58.0, 136.0, 12.0


class Decision(NamedTuple):
    """A decision on a card, or one that settled a tension."""

    chip: Chip
    text: str
    why: str
    decided_by: tuple[str, ...]
    on_card: bool
    weighed: str = ""
    """Words that say which tension still weighs it, if one does."""


def decisions_of(content: Content) -> list[Decision]:
    """Those on cards in the order of the phases, then those that settled tensions."""
    return list(_decisions(content))


def set_decided(flow: Flow, content: Content, amounts: Amounts) -> None:
    """Set the decisions of the last phases, and how many more there are; nothing where nothing was decided."""
    decisions = decisions_of(content)
    on_cards = sum(decision.on_card for decision in decisions)
    heading = subheading(_heading_words(on_cards, len(decisions) - on_cards))
    untold = decisions[: -amounts.decisions]
    for place, decision in enumerate(decisions[-amounts.decisions :]):
        rows = entry_rows(content, decision, flow.paper.inner, amounts.text, amounts.reason)
        set_rows(flow, rows, before=() if place else heading)
    if rest := _rest(content, untold):
        flow.promise(rest, LINE)


def _rest(content: Content, untold: list[Decision]) -> list[tuple[str, str]]:
    """How many decisions are not told, and the sections that tell them."""
    if untold and "decisions" in content.method.sections:
        return [(counted("{count} more decision", "{count} more decisions", len(untold)), "decisions")]
    on_cards = sum(decision.on_card for decision in untold)
    return [(words, at) for words, at, count in _by_sort(on_cards, len(untold) - on_cards) if count > 0]


def _by_sort(on_cards: int, in_tensions: int) -> tuple[tuple[str, str, int], ...]:
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
    tensions = counted("{count} FROM A TENSION", "{count} FROM TENSIONS", in_tensions)
    return _("DECIDED · {count}: {cards}, {tensions}").format(count=count, cards=cards, tensions=tensions)


def _decisions(content: Content) -> Iterator[Decision]:
    weighed = _weighed(content)
    for card in content.of_kind(CardKind.DECISION):
        chip, told = card_chip(content, card.id), weighed.get(card.id, "")
        yield Decision(chip, card.text, card.rationale, card.decided_by, on_card=True, weighed=told)
    for number, tension in enumerate(content.method.tensions, 1):
        if tension.decision is not None:
            chip = plain_chip(_("Tension {number}").format(number=number), tension_anchor(tension.id))
            made = tension.decision
            yield Decision(chip, made.text, made.reason, made.decided_by, on_card=False)


def _weighed(content: Content) -> dict[str, str]:
    """Of the cards that are positions of an open tension, words that name it."""
    method, told = content.method, _("Weighed again in tension {number}")
    waiting = {tension.id for tension in method.open_tensions}
    return {
        position.card: told.format(number=number)
        for number, tension in enumerate(method.tensions, 1)
        if tension.id in waiting
        for position in tension.positions
    }


def entry_rows(
    content: Content, decision: Decision, inner: float, text_lines: int | None, why_lines: int | None
) -> list[Row]:
    """What was decided and why, at most so many lines of each, whether it is weighed again, and who signed it."""
    width = inner - _INDENT - _SIGNERS - _GAP
    text = text_rows(decision.text.strip() or _("No text"), width, STRONG, _INDENT, most=text_lines)
    if why := clean_text(decision.why).strip():
        text += text_rows(why, width, _WHY, _INDENT, most=why_lines)
    people = [person_chip(content, one, 90) for one in decision.decided_by]
    signers = chip_rows([chip for chip in people if chip], inner - _SIGNERS, _SIGNERS)
    if decision.weighed:
        signers += text_rows(decision.weighed, _SIGNERS, _WEIGHED, inner - _SIGNERS)
    return [*beside(chip_rows([decision.chip], 0, _INDENT), text, signers), Row(4.0)]
