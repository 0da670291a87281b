"""What was decided, in short: decisions on cards and those that settled a tension, why, and by whom."""

from collections.abc import Iterator
from typing import NamedTuple

from exports.pdf.anchors import tension_anchor
from exports.pdf.chips import Chip, card_chip, chip_rows, person_chip, plain_chip
from exports.pdf.content import Content
from exports.pdf.headings import subheading
from exports.pdf.page import Flow
from exports.pdf.rows import beside, set_rows
from exports.pdf.typeset import QUIET, STRONG, Row, Style, text_rows
from workshop.model.cards import CardKind
from workshop.model.text import clean_text, short
from workshop.picture.palette import LIGHT

_WHY = Style(9, LIGHT.muted, leading=1.4)
_INDENT, _SIGNERS, _GAP = 46.0, 136.0, 12.0
_MOST, _LONGEST = 6, 400


class _Decision(NamedTuple):
    chip: Chip
    text: str
    why: str
    decided_by: tuple[str, ...]


def set_decided(flow: Flow, content: Content) -> None:
    """Set the first decisions, and how many more there are; nothing where nothing was decided."""
    decisions = list(_decisions(content))
    for place, decision in enumerate(decisions[:_MOST]):
        rows = _entry(content, decision, flow.paper.inner)
        set_rows(flow, rows, before=() if place else subheading(f"DECIDED · {len(decisions)}"))
    if (more := len(decisions) - _MOST) > 0:
        words = f"and {more} more: those of cards in their phases, those of tensions under Tensions"
        set_rows(flow, text_rows(words, flow.paper.inner, QUIET))


def _decisions(content: Content) -> Iterator[_Decision]:
    for card in content.of_kind(CardKind.DECISION):
        yield _Decision(card_chip(content, card.id), card.text, card.rationale, card.decided_by)
    for number, tension in enumerate(content.method.tensions, 1):
        if tension.decision is not None:
            chip = plain_chip(f"T {number}", tension_anchor(tension.id))
            yield _Decision(chip, tension.decision.text, tension.decision.reason, tension.decision.decided_by)


def _entry(content: Content, decision: _Decision, inner: float) -> list[Row]:
    width = inner - _INDENT - _SIGNERS - _GAP
    text = text_rows(short(decision.text, _LONGEST) or "No text", width, STRONG, _INDENT, most=2)
    if why := short(clean_text(decision.why), _LONGEST):
        text += text_rows(why, width, _WHY, _INDENT, most=1)
    people = [person_chip(content, one, 90) for one in decision.decided_by]
    signers = chip_rows([chip for chip in people if chip], inner - _SIGNERS, _SIGNERS)
    return [*beside(chip_rows([decision.chip], 0, _INDENT), text, signers), Row(4.0)]
