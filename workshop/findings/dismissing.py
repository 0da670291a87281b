"""Which dismissal sets a finding aside: the one that was made while its cards were as they are now."""

from typing import Any

import msgspec

from workshop.findings.finding import Finding
from workshop.findings.reading import Reading
from workshop.model.cards import Card
from workshop.model.measures import Measure
from workshop.model.people import Responsibility
from workshop.model.session import Dismissal
from workshop.model.tensions import Tension
from workshop.model.terms import Term
from workshop.sums import content_sum

MATTERS = (
    *(
        "text",
        "kind",
        "discipline",
        "phase",
        "evidence",
        "stage",
        "needed_by",
        "lands_on",
        "asked_of",
        "asked_until",
    ),
    *("owner", "due", "done", "decided_by", "rationale", "principle"),
)
"""The fields of a card that a finding may read or people may answer it by.

Where a card lies within its phase, its size, colour, layer, group, lock, picture and tags change nothing of it.
"""


def state_of(finding: Finding, reading: Reading) -> str:
    """A digest of what a finding is about, as `about.content`, each in hexadecimal.

    The first part is the same as long as it is about the same kind, cards, phase, measure, tension and term. The second
    changes with MATTERS of its cards, with the links that the viewer sees at them, and with the measure (but not its
    readings), the tension, the term, and who does what in the phase where it names no cards.
    """
    return f"{_digest(finding.subject)[:12]}.{_digest(_content(finding, reading))}"


def dismissed(finding: Finding, reading: Reading) -> Dismissal | None:
    """The dismissal that sets a finding aside, if there is one; a change of what matters undoes it."""
    if not reading.dismissals:
        return None
    wanted = reading.dismissals.get((finding.finding, frozenset(finding.cards)))
    if not wanted:
        return None
    state = state_of(finding, reading)
    return next((dismissal for dismissal in wanted if dismissal.state == state), None)


def same_subject(one: Dismissal, other: Dismissal) -> bool:
    """Whether two dismissals are of the same finding, whatever the state of its cards."""
    return one.finding == other.finding and one.state.partition(".")[0] == other.state.partition(".")[0]


def _content(finding: Finding, reading: Reading) -> list[Any]:
    cards = sorted(finding.cards)
    board = reading.visible.board
    return [
        [_of_card(reading.cards[card]) for card in cards if card in reading.cards],
        sorted({(ln.kind, ln.source, ln.target) for card in cards for ln in reading.links_at.get(card, ())}),
        _of_measure(board.find("measures", finding.measure or "")),
        _of_tension(board.find("tensions", finding.tension or "")),
        _of_term(board.find("terms", finding.term or "")),
        [] if cards else _of_phase(finding, reading),
    ]


def _of_card(card: Card) -> list[Any]:
    return [getattr(card, field) for field in MATTERS]


def _of_measure(measure: Any) -> list[Any]:
    if not isinstance(measure, Measure):
        return []
    return [measure.name, measure.definition, measure.cx, measure.ux, measure.check_on]


def _of_tension(tension: Any) -> list[Any]:
    if not isinstance(tension, Tension):
        return []
    return [tension.title, tension.state, tension.positions, tension.decision]


def _of_term(term: Any) -> list[Any]:
    return [term.cx_says, term.ux_says, term.agreed] if isinstance(term, Term) else []


def _of_phase(finding: Finding, reading: Reading) -> list[Any]:
    if finding.phase is None:
        return []
    roles = reading.records(Responsibility, "responsibilities")
    return sorted([r.discipline, r.role or "", r.names] for r in roles if r.phase is finding.phase)


def _digest(value: Any) -> str:
    return content_sum(msgspec.json.encode(value)).hex()
