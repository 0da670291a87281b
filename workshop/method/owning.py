"""What of the session names a participant, so that removing somebody who owns things can be told before and after."""

import msgspec

from workshop.board.board import Board
from workshop.method.people import listed
from workshop.method.records import records_of
from workshop.model.measures import Measure
from workshop.model.record import Record
from workshop.model.references import references_in
from workshop.model.tensions import Tension


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
    return {one.id for one in references_in(record) if one.collection == "participants"}
