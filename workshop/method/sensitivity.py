"""Whether the order of a tension's positions would hold if what was guessed were a little otherwise."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import msgspec

from workshop.method.people import listed
from workshop.method.scoring import ImpactScore, impact_of, product_of
from workshop.model.tensions import Tension
from workshop.model.text import capitalized
from workshop.translation import N_, _, ngettext

Words = Callable[[str], str]
"""What a sentence calls a card, by its id; a view gives `Visible.words` here."""


class Nudge(msgspec.Struct, frozen=True):
    """A small change of one input: `of` takes a score to the inputs (outcome, share, frequency) after it."""

    words: str
    of: Callable[[ImpactScore], tuple[float, float, float]]


NUDGES = (
    Nudge(
        N_("half as many customers were affected by {card}"), lambda s: (s.outcome, s.share / 2, s.frequency)
    ),
    Nudge(
        N_("twice as many customers were affected by {card}"),
        lambda s: (s.outcome, min(2 * s.share, 1), s.frequency),
    ),
    Nudge(N_("{card} happened one step less often"), lambda s: (s.outcome, s.share, max(s.frequency - 1, 1))),
    Nudge(N_("{card} happened one step more often"), lambda s: (s.outcome, s.share, min(s.frequency + 1, 5))),
    Nudge(
        N_("the outcome of {card} were one point lower"),
        lambda s: (max(s.outcome - 1, 1), s.share, s.frequency),
    ),
    Nudge(
        N_("the outcome of {card} were one point higher"),
        lambda s: (min(s.outcome + 1, 5), s.share, s.frequency),
    ),
)
"""Halving and doubling the share, one step of frequency, one point of outcome; each stays within its range."""

_TOLD = 2
"""So many of the nudges that change the order are told in words."""


class Turn(msgspec.Struct, frozen=True):
    """A nudge of one position's input that changes the order; `score` is what the position would have then."""

    card: str
    nudge: Nudge
    score: float


class Sensitivity(msgspec.Struct, frozen=True):
    """The order of the scored positions, highest first, and the nudges that would change it.

    `ties` are the cards that share a score, each group of them, highest first.
    """

    order: tuple[str, ...]
    turns: tuple[Turn, ...]
    ties: tuple[tuple[str, ...], ...]

    def sentence(self, words: Words) -> str:
        """A sentence for the sheet, and one before it for each tie; empty with fewer than two scored positions."""
        if len(self.order) < 2:
            return ""
        names = told_apart(self.order, words)
        told = [
            _("{cards} score the same: any change would decide.").format(
                cards=listed([names[card] for card in tie])
            )
            for tie in self.ties
        ]
        if self.turns:
            told.append(self._turning(names))
        elif not told:
            told.append(
                _("The order would hold if any share were half or twice, and any other input one step off.")
            )
        elif len(self.ties[0]) < len(self.order):
            told.append(
                _(
                    "Apart from that the order would hold if any share were half or twice, "
                    "and any other input one step off."
                )
            )
        return " ".join(map(capitalized, told))

    def _turning(self, names: Mapping[str, str]) -> str:
        told = [_(turn.nudge.words).format(card=names[turn.card]) for turn in self.turns[:_TOLD]]
        more = len(self.turns) - len(told)
        if len(told) == 1:
            return _("If {case}, the order would change.").format(case=told[0])
        case, other = told
        if not more:
            return _("If {case}, or if {other}, the order would change.").format(case=case, other=other)
        return ngettext(
            "If {case}, or if {other}, the order would change (and in {count} more case).",
            "If {case}, or if {other}, the order would change (and in {count} more cases).",
            more,
        ).format(case=case, other=other, count=more)


def sensitivity_of(tension: Tension) -> Sensitivity:
    """How firm the order of a tension's positions is, by their customer impacts as the viewer may see them.

    Each input of each position is nudged alone, all else as scored. The order changes where two positions that differ
    change places or come to the same score.
    """
    found = [(position.card, impact_of(position)) for position in tension.positions]
    scores = {card: impact for card, impact in found if impact is not None}
    plain = {card: impact.score for card, impact in scores.items()}
    order = tuple(sorted(plain, key=lambda card: -plain[card]))
    groups = (
        tuple(card for card in order if plain[card] == score)
        for score in dict.fromkeys(plain[one] for one in order)
    )
    turns = [
        Turn(card, nudge, nudged)
        for nudge in NUDGES
        for card, impact in scores.items()
        if _turns(plain, card, nudged := product_of(*nudge.of(impact)))
    ]
    return Sensitivity(order, tuple(turns), tuple(group for group in groups if len(group) > 1))


def told_apart(cards: Iterable[str], words: Words) -> dict[str, str]:
    """What a sentence calls each card: those that have no words of their own are “one …” and “another …”."""
    names = {card: words(card) for card in cards}
    alike = Counter(names.values())
    apart = _wordless()
    told: set[str] = set()
    for card, name in names.items():
        if alike[name] > 1 and name in apart:
            names[card] = apart[name][name in told]
            told.add(name)
    return names


def _wordless() -> dict[str, tuple[str, str]]:
    """What cards without words of their own are called: the first of a sort, and each further one."""
    return {
        _("a hidden card"): (_("one hidden card"), _("another hidden card")),
        _("a card without text"): (_("one card without text"), _("another card without text")),
        _("a card that is gone"): (_("one card that is gone"), _("another card that is gone")),
    }


def _turns(scores: dict[str, float], card: str, nudged: float) -> bool:
    """Whether a card with this score instead stands otherwise to any other than it did."""
    return any(
        scores[card] != score and _sign(scores[card] - score) != _sign(nudged - score)
        for other, score in scores.items()
        if other != card
    )


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
