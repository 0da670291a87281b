"""The table of all record kinds: the name of each collection in code, in the file and in JSON, and its type."""

from workshop.model.audit import AuditAnswer
from workshop.model.cards import Card
from workshop.model.facilitation import AgendaStep, Frame, Group, Vote, VotingRound
from workshop.model.journey import Stage
from workshop.model.links import Link
from workshop.model.measures import Measure
from workshop.model.people import Participant, Persona, Responsibility
from workshop.model.plan import Bridge, Initiative, Ritual, Sprint
from workshop.model.record import Record
from workshop.model.session import Asset, Dismissal, Improvement, Principle, Resource, Session
from workshop.model.tensions import Tension
from workshop.model.terms import Term

COLLECTIONS: dict[str, type[Record]] = {
    "session": Session,
    "participants": Participant,
    "principles": Principle,
    "personas": Persona,
    "resources": Resource,
    "stages": Stage,
    "groups": Group,
    "cards": Card,
    "links": Link,
    "measures": Measure,
    "tensions": Tension,
    "terms": Term,
    "responsibilities": Responsibility,
    "agenda_steps": AgendaStep,
    "voting_rounds": VotingRound,
    "votes": Vote,
    "initiatives": Initiative,
    "sprints": Sprint,
    "bridges": Bridge,
    "rituals": Ritual,
    "audit_answers": AuditAnswer,
    "improvements": Improvement,
    "assets": Asset,
    "dismissals": Dismissal,
    "frames": Frame,
}

_NAME_OF = {record_type: name for name, record_type in COLLECTIONS.items()}


def collection_of(record: Record) -> str:
    """The name of the collection that a record belongs to."""
    return _NAME_OF[type(record)]
