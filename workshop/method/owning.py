"""What of the session names a participant, so that removing somebody who owns things can be told before and after."""

import msgspec

from workshop.board.board import Board
from workshop.method.people import listed
from workshop.method.records import records_of
from workshop.model.audit import AuditAnswer
from workshop.model.cards import Card
from workshop.model.facilitation import Vote
from workshop.model.links import Link
from workshop.model.measures import Measure
from workshop.model.plan import Initiative, Ritual, Sprint
from workshop.model.record import Record
from workshop.model.session import Dismissal, Improvement
from workshop.model.tensions import Tension, TensionDecision

NAMING: dict[type[Record], tuple[str, ...]] = {
    Card: ("author", "owner", "decided_by"),
    Link: ("author",),
    Measure: ("owner_cx", "owner_ux"),
    Vote: ("voter",),
    Initiative: ("owner",),
    Sprint: ("owner",),
    Ritual: ("owner_cx", "owner_ux"),
    AuditAnswer: ("participant",),
    Improvement: ("agreed_by",),
    Dismissal: ("author",),
}
"""The fields of records that hold participants' ids, one or several; tensions hold theirs deeper."""


class Owned(msgspec.Struct, frozen=True):
    """How many measures, open actions and decisions stand on somebody, and whether any record names them at all."""

    measures: int
    actions: int
    decisions: int
    named: bool

    def sentence(self, name: str) -> str:
        """What to say before somebody is removed; empty when nothing stands on them."""
        counts = ((self.measures, "measure"), (self.actions, "open action"), (self.decisions, "decision"))
        owned = [f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count]
        if not owned:
            return ""
        return f"{name} stands on {listed(owned)}. The name stays there, marked as no longer listed."


def owned_by(board: Board, participant_id: str) -> Owned:
    """What stands on a participant. Looks at every record once."""
    cards = board.cards.values()
    tensions = records_of(board, Tension).values()
    measures = records_of(board, Measure).values()
    deciders = [card.decided_by for card in cards] + [t.decision.decided_by for t in tensions if t.decision]
    return Owned(
        measures=sum(participant_id in (one.owner_cx, one.owner_ux) for one in measures),
        actions=sum(card.owner == participant_id and not card.done for card in cards),
        decisions=sum(participant_id in those for those in deciders),
        named=any(participant_id in people_in(record) for record in board.records()),
    )


def people_in(record: Record) -> set[str]:
    """The ids of participants that a record names."""
    if isinstance(record, Tension):
        return _people_in_tension(record)
    found = {fist.participant for fist in record.fists} if isinstance(record, Card) else set()
    for name in NAMING.get(type(record), ()):
        value = getattr(record, name)
        found.update(value if isinstance(value, tuple) else () if value is None else (value,))
    return found


def _people_in_tension(tension: Tension) -> set[str]:
    found = {impact.by for position in tension.positions for impact in position.impacts}
    found |= {*tension.check_in.heard, *tension.check_in.credited, *(step.by for step in tension.history)}
    decisions: list[TensionDecision | None] = [tension.decision, *(step.decision for step in tension.history)]
    found |= {person for decision in decisions if decision for person in decision.decided_by}
    return {person for person in found if person}
