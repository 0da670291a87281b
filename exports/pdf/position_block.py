"""A position of a tension on paper: its card, what it scores with the inputs, and what speaks for it."""

from exports.pdf.chips import card_chip, chip_rows
from exports.pdf.content import Content
from exports.pdf.run_in import run_in_rows
from exports.pdf.typeset import Row, Style, dotted, text_rows
from workshop.method.position_evidence import evidence_for
from workshop.method.scoring import agreement_colour, impact_of
from workshop.method.settling import frameworks_used
from workshop.method.tension_words import GONE, impact_text, spread_text, value_text
from workshop.model.cards import Discipline
from workshop.model.tensions import Framework, Position, Tension
from workshop.model.text import clean_line, short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Weight
from workshop.translation import _

_TEXT = Style(9, weight=Weight.SEMIBOLD, leading=1.38)
_NAME = Style(8.2, LIGHT.muted, Weight.SEMIBOLD, leading=1.4)
_SCORE = Style(8.2, weight=Weight.SEMIBOLD, leading=1.4)
_SAID = Style(8, leading=1.36)
_SAID_BY = Style(8, weight=Weight.SEMIBOLD, leading=1.36)
_AGREEMENT = {"red": LIGHT.danger, "amber": LIGHT.warning}
_LONGEST = 600
SIDES_OF_EVIDENCE = 2
"""So many parts at the end of a position are what CX and UX have to say for it."""


def position_parts(
    content: Content, tension: Tension, position: Position, x: float, width: float
) -> list[list[Row]]:
    """The parts of a position, the same number for each, so that neighbours can stand level."""
    used = frameworks_used(tension)
    evidence = evidence_for(content.method.visible, position)
    return [
        _card(content, position, x, width),
        _impact(position, x, width) if Framework.CUSTOMER_IMPACT in used else [],
        _value(position, x, width) if Framework.BUSINESS_VALUE in used else [],
        *(_evidence(side, evidence[side], x, width) for side in (Discipline.CX, Discipline.UX)),
    ]


def _card(content: Content, position: Position, x: float, width: float) -> list[Row]:
    card = content.cards.get(position.card)
    accent = LIGHT.disciplines[card.discipline].accent if card else LIGHT.muted
    rows = [Row(6.0, (Box(Rect(x, 0, width, 1.6), accent),))]
    rows += chip_rows([card_chip(content, card.id)], x, width) if card else []
    words = (short(card.text, _LONGEST) or _("No text")) if card else _(GONE)
    return [*rows, *text_rows(words, width, _TEXT, x), Row(2.0)]


def _impact(position: Position, x: float, width: float) -> list[Row]:
    impact = impact_of(position)
    rows = run_in_rows(_("Customer impact"), impact_text(impact), width, (_NAME, _SCORE), x)
    if spread := spread_text(impact):
        ink = _AGREEMENT.get(agreement_colour(impact.agreement if impact else None), LIGHT.muted)
        rows += text_rows(spread, width, _SAID.inked(ink), x)
    return [*rows, Row(2.0)]


def _value(position: Position, x: float, width: float) -> list[Row]:
    return run_in_rows(_("Business value"), value_text(position), width, (_NAME, _SCORE), x, after=2.0)


def _evidence(side: Discipline, told: tuple[str, ...], x: float, width: float) -> list[Row]:
    """What a discipline has to say for the position; that it says nothing is said too."""
    name = _SAID_BY.inked(LIGHT.disciplines[side].ink)
    said = _SAID if told else _SAID.inked(LIGHT.muted)
    words = dotted(map(clean_line, told)) or _("none yet")
    return run_in_rows(_("Evidence of {side}:").format(side=side.tag), words, width, (name, said), x, after=3.0)
