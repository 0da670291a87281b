"""Customer impact and business value of a tension's positions: scores always with their inputs and their spread."""

from collections.abc import Iterable
from math import log2
from statistics import fmean

import msgspec

from workshop.board.board import Board
from workshop.method.records import records_of
from workshop.model.cards import Card
from workshop.model.people import Persona
from workshop.model.tensions import BusinessValue, Frequency, Impact, Position, Tension
from workshop.translation import _, number

HIGHEST_IMPACT = 25.0
"""Outcome 5 × share 1 × frequency 5."""

WORTH = {frequency: worth for worth, frequency in enumerate(Frequency, start=1)}
"""What each bucket of frequency is worth, 1 to 5."""

FEWEST_POSITIONS = 2
"""Fewer are no tension, as a file from elsewhere may have it."""

RED_BELOW, AMBER_TO = 35, 50
"""Percent of agreement: below the first it is red, up to the second amber."""


class ImpactScore(msgspec.Struct, frozen=True):
    """The customer impact of a position: `score` is outcome × share × frequency, 0 to 25.

    Score and inputs are those of the scorer in the middle, so anybody can check the product. `lowest` and `highest`
    are the scores of single scorers, `agreement` a percentage or None for one scorer, `scorers` how many gave all
    three. The evidence is what the scorers named, each once.
    """

    score: float
    outcome: float
    share: float
    frequency: float
    lowest: float
    highest: float
    agreement: int | None
    scorers: int
    evidence_cx: tuple[str, ...]
    evidence_ux: tuple[str, ...]

    @property
    def inputs(self) -> str:
        """The inputs as a sum on paper: 4.5 × 34 % × 2."""
        outcome, share, frequency = (
            number(f"{one:g}") for one in (self.outcome, 100 * self.share, self.frequency)
        )
        return f"{outcome} × {share} % × {frequency}"

    @property
    def one_sided(self) -> str:
        """A sentence where a discipline gave no evidence; empty otherwise."""
        lacking = [tag for tag, given in (("CX", self.evidence_cx), ("UX", self.evidence_ux)) if not given]
        return f"No evidence of {' and '.join(lacking)} yet." if lacking else ""


class ValueScore(msgspec.Struct, frozen=True):
    """The business value of a position: `score` is the sum of its three inputs, −9 to +9."""

    score: int
    conversion: int
    loyalty: int
    efficiency: int

    @property
    def inputs(self) -> str:
        """The inputs in words: conversion +1, loyalty −2, efficiency 0."""
        words = _("conversion {conversion}, loyalty {loyalty}, efficiency {efficiency}")
        return words.format(
            conversion=_signed(self.conversion),
            loyalty=_signed(self.loyalty),
            efficiency=_signed(self.efficiency),
        )


def single_score(impact: Impact) -> float | None:
    """One scorer's outcome × share × frequency, 0 to 25; None while one of the three is missing."""
    return None if (inputs := _inputs(impact)) is None else product_of(*inputs)


def product_of(outcome: float, share: float, frequency: float) -> float:
    """Outcome × share × frequency, to nine decimals: so 3 × 30 % × 1 and 1 × 90 % × 1 are the same, as on paper."""
    return round(outcome * share * frequency, 9)


def impact_of(position: Position) -> ImpactScore | None:
    """The customer impact of a position by all who gave the three inputs; None while nobody did.

    Take the position from `Visible.tension`, so that secret numbers stay out. The score is the median of everybody's
    own products, of two in the middle the lower, and the inputs are those of the scorer who gave it (of equal products
    those with the lowest outcome, then share). So one wild guess does not move it, it lies within what people scored,
    and somebody stands behind it. The product of the medians of the inputs may lie below everybody's own.
    """
    whole = [(product_of(*inputs), *inputs) for one in position.impacts if (inputs := _inputs(one))]
    if not whole:
        return None
    whole.sort()
    score, outcome, share, frequency = whole[(len(whole) - 1) // 2]
    return ImpactScore(
        score=score,
        outcome=outcome,
        share=share,
        frequency=frequency,
        lowest=whole[0][0],
        highest=whole[-1][0],
        agreement=agreement_of(position.impacts),
        scorers=len(whole),
        evidence_cx=_once(impact.evidence_cx for impact in position.impacts),
        evidence_ux=_once(impact.evidence_ux for impact in position.impacts),
    )


def value_of_position(value: BusinessValue) -> ValueScore | None:
    """The business value of a position; None while one of the three is missing."""
    conversion, loyalty, efficiency = value.conversion, value.loyalty, value.efficiency
    if conversion is None or loyalty is None or efficiency is None:
        return None
    return ValueScore(conversion + loyalty + efficiency, conversion, loyalty, efficiency)


def consensus(values: Iterable[float], width: float) -> float:
    """How much values agree on a scale of this width: 1 where all are the same, 0 where half lie at either end.

    Cns(X) = 1 + mean of log2(1 − |x − μ| / width), after Tastle and Wierman, "Consensus and dissention: a measure of
    ordinal dispersion", International Journal of Approximate Reasoning 45 (2007), 531–545. Unlike a standard deviation
    it needs no normal distribution and is bounded by 0 and 1 on any scale, so that outcome, share and frequency can be
    compared. Answers spread evenly over 1 to 5 agree by 43 %: what lies under 35 % is a room in two camps.
    """
    found = list(values)
    mean = fmean(found)
    agreed = 1 + fmean(log2(1 - abs(value - mean) / width) for value in found)
    return min(max(agreed, 0.0), 1.0)


def agreement_of(impacts: Iterable[Impact]) -> int | None:
    """Agreement of two scorers or more as a percentage, None for fewer: the lowest consensus of the three inputs.

    The lowest, because the product hides disagreement: 5 × 20 % and 1 × 100 % come to the same score while the
    scorers think of different worlds.
    """
    whole = [impact for impact in impacts if single_score(impact) is not None]
    if len(whole) < 2:
        return None
    agreed = (
        consensus([i.outcome for i in whole if i.outcome is not None], 4),
        consensus([i.share for i in whole if i.share is not None], 1),
        consensus([WORTH[i.frequency] for i in whole if i.frequency is not None], 4),
    )
    return round(100 * min(agreed))


def agreement_colour(agreement: int | None) -> str:
    """`red` under 35 %, `amber` from 35 to 50 %, otherwise empty; colour never says it alone, the number stands by."""
    if agreement is None or agreement > AMBER_TO:
        return ""
    return "red" if agreement < RED_BELOW else "amber"


def share_of_personas(board: Board, card: Card) -> float | None:
    """The share of customers, 0 to 1, whom a card's personas stand for together: an offer for scoring; None without."""
    personas = records_of(board, Persona)
    shares = [personas[one].share for one in dict.fromkeys(card.personas) if one in personas]
    known = [share for share in shares if share is not None]
    return min(sum(known), 100.0) / 100 if known else None


def is_scored(tension: Tension) -> bool:
    """Whether there are two positions or more, and each has a whole customer impact or each a whole business value."""
    if len(tension.positions) < FEWEST_POSITIONS:
        return False
    by_impact = all(impact_of(position) for position in tension.positions)
    return by_impact or all(value_of_position(position.business_value) for position in tension.positions)


def scorers_of(tension: Tension) -> tuple[str, ...]:
    """Who has scored every position, by id; it tells no numbers, so all may see it while scores are secret."""
    names = [
        {impact.by for impact in position.impacts if impact.by and single_score(impact) is not None}
        for position in tension.positions
    ]
    everywhere = set.intersection(*names) if names else set()
    return tuple(sorted(name for name in everywhere if name))


def _inputs(impact: Impact) -> tuple[float, float, float] | None:
    """Outcome, share and what the frequency is worth; None while one of the three is missing."""
    if impact.outcome is None or impact.share is None or impact.frequency is None:
        return None
    return float(impact.outcome), float(impact.share), float(WORTH[impact.frequency])


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _signed(value: int) -> str:
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"
