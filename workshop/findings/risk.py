"""Which threads are at risk: those that stop though people care, that rest on little, or that one side spins alone."""

from collections.abc import Iterable, Sequence

import msgspec

from workshop.board.threads import Thread
from workshop.findings.finding import Finding
from workshop.model.diamonds import DiamondName

STOPS = {DiamondName.PROBLEM: 3, DiamondName.SOLUTION: 2, DiamondName.OUTCOME: 0}
"""What stopping in a diamond weighs."""

ALONE = 2
"""What it weighs when one discipline is alone along a thread."""

_OWN = "thread that stops"


class ThreadRisk(msgspec.Struct, frozen=True):
    """A thread with the weight of what may go wrong with it, from 0 on, and why, in a few words each."""

    thread: Thread
    weight: int
    reasons: tuple[str, ...]


def by_votes(threads: Iterable[Thread]) -> list[Thread]:
    """Threads by the votes along them, most first; those with equally many stay as they come."""
    return sorted(threads, key=lambda thread: -thread.dots)


def by_risk(threads: Iterable[Thread], findings: Sequence[Finding]) -> list[ThreadRisk]:
    """Threads by risk, the greatest first; of equal risk the most voted first, then as they come.

    Risk adds up: a thread that stops in Problem weighs 3 and in Solution 2, with one more for each vote along it; one
    with a single discipline along it 2; and each finding that marks a card of it as much as its severity (1 to 3),
    decisions without evidence among them. That a thread stops is not counted a second time as a finding.
    """
    of_card: dict[str, list[Finding]] = {}
    for finding in findings:
        for card in finding.cards if finding.marks and finding.finding != _OWN else ():
            of_card.setdefault(card, []).append(finding)
    risks = [_risk(thread, of_card) for thread in threads]
    return sorted(risks, key=lambda risk: (-risk.weight, -risk.thread.dots))


def _risk(thread: Thread, of_card: dict[str, list[Finding]]) -> ThreadRisk:
    weight, reasons = 0, []
    if (stops_in := thread.stops_in) is not None:
        weight += STOPS[stops_in] + thread.dots
        reasons.append(f"stops in {stops_in.value}{f' with {_votes(thread.dots)}' if thread.dots else ''}")
    if not thread.joint:
        weight += ALONE
        reasons.append(f"{thread.disciplines[0].value} alone")
    told = {finding.subject: finding for card in thread.cards for finding in of_card.get(card, ())}
    weight += sum(finding.severity.weight for finding in told.values())
    reasons += dict.fromkeys(_lower(finding.title) for finding in told.values())
    return ThreadRisk(thread, weight, tuple(reasons))


def _votes(dots: int) -> str:
    return f"{dots:,} {'vote' if dots == 1 else 'votes'}"


def _lower(title: str) -> str:
    return title[0].lower() + title[1:]
