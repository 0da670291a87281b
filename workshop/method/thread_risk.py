"""How much a thread is at risk: what speaks for a signal that never becomes an outcome, in words and as a weight."""

from collections.abc import Mapping, Sequence

import msgspec

from workshop.board.threads import Thread
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import DiamondName
from workshop.translation import _

_STOPS = {DiamondName.PROBLEM: 3, DiamondName.SOLUTION: 2}


class ThreadRisk(msgspec.Struct, frozen=True):
    """The weight (0 to 6, higher is worse) and the reasons, each a few words, the heaviest first."""

    weight: int
    reasons: tuple[str, ...]


def risk_of(thread: Thread, cards: Mapping[str, Card]) -> ThreadRisk:
    """What puts a thread at risk: 3 if it stops in Problem, 2 in Solution; 1 each for one voice, no evidence, a risk.

    That it stops counts most, since then nothing of the signal reaches a customer; the others say how firmly it
    stands as far as it goes. Cards that are gone are passed over.
    """
    along = [cards[card] for card in thread.cards if card in cards]
    found: list[tuple[int, str]] = []
    if thread.stops_in is not None:
        found.append(
            (_STOPS[thread.stops_in], _("stops in {diamond}").format(diamond=_(thread.stops_in.value)))
        )
    if not thread.joint:
        found.append((1, _("only {side} speaks").format(side=_speaker(thread))))
    if not any(card.has_evidence for card in along):
        found.append((1, _("no evidence")))
    if any(card.kind is CardKind.RISK for card in along):
        found.append((1, _("bears a risk")))
    return ThreadRisk(sum(weight for weight, _ in found), tuple(reason for _, reason in found))


def by_votes(threads: Sequence[Thread]) -> list[Thread]:
    """The most voted first; of those, whole ones first; else in the order given."""
    return sorted(threads, key=lambda thread: (-thread.dots, not thread.whole))


def by_risk(threads: Sequence[Thread], cards: Mapping[str, Card]) -> list[Thread]:
    """Those most at risk first; of those, the most voted, whose loss would cost most; else in the order given."""
    return sorted(threads, key=lambda thread: (-risk_of(thread, cards).weight, -thread.dots))


def _speaker(thread: Thread) -> str:
    return next(iter(thread.disciplines), Discipline.JOINT).tag
