"""People in the room: adding, changing and removing participants."""

from msgspec.structs import replace

from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.method.owning import owned_by
from workshop.model.cards import Discipline
from workshop.model.people import FormerParticipant, Participant
from workshop.model.text import clean_line
from workshop.workshop import Workshop

LONGEST_NAME = 200


def add_participant(
    workshop: Workshop, *, origin: str, name: str, discipline: Discipline = Discipline.JOINT, role: str = ""
) -> Participant:
    """Add somebody to the room. Who was taken off the list under this name is the same person again.

    Raises InvalidRecordError for an empty or overlong name.
    """
    wanted = _checked_name(name)
    session, there = workshop.board.session, workshop.board.participants
    back = next(
        (
            one
            for one in session.former
            if one.name.casefold() == wanted.casefold() and one.participant not in there
        ),
        None,
    )
    participant = Participant(
        id=back.participant if back else workshop.new_id(),
        name=wanted,
        discipline=discipline,
        role=clean_line(role),
    )
    with workshop.transact("add participant", origin) as transaction:
        if back is not None:
            transaction.put(replace(session, former=tuple(one for one in session.former if one != back)))
        return transaction.put(participant)


def writer_named(workshop: Workshop, *, origin: str, name: str, discipline: Discipline) -> Participant:
    """The participant of this name (letter case aside), added when new, with this discipline from now on."""
    wanted = _checked_name(name)
    for participant in workshop.board.participants.values():
        if participant.name.casefold() == wanted.casefold():
            if participant.discipline is discipline:
                return participant
            return change_participant(
                workshop, origin=origin, participant_id=participant.id, discipline=discipline
            )
    return add_participant(workshop, origin=origin, name=wanted, discipline=discipline)


def change_participant(
    workshop: Workshop,
    *,
    origin: str,
    participant_id: str,
    name: str | None = None,
    discipline: Discipline | None = None,
) -> Participant:
    """Rename somebody or change their discipline."""
    participant = _participant(workshop, participant_id)
    changed = replace(
        participant,
        name=participant.name if name is None else _checked_name(name),
        discipline=discipline or participant.discipline,
    )
    with workshop.transact("change participant", origin) as transaction:
        return transaction.put(changed)


def remove_participant(workshop: Workshop, *, origin: str, participant_id: str) -> None:
    """Take somebody off the list. What they wrote, own and decided stays and keeps naming them.

    Where a record names them, the session keeps their name and discipline, which `person_of` reads; `owned_by` says
    beforehand what stands on them. Raises MissingRecordError when they are gone already.
    """
    participant = _participant(workshop, participant_id)
    session = workshop.board.session
    rest = tuple(one for one in session.former if one.participant != participant_id)
    if owned_by(workshop.board, participant_id).named:
        kept = FormerParticipant(
            participant=participant_id, name=participant.name, discipline=participant.discipline
        )
        rest = (*rest, kept)
    with workshop.transact("remove participant", origin) as transaction:
        transaction.remove(participant)
        if rest != session.former:
            transaction.put(replace(session, former=rest))


def _participant(workshop: Workshop, participant_id: str) -> Participant:
    if (participant := workshop.board.participants.get(participant_id)) is None:
        raise MissingRecordError("This participant is no longer in the session.")
    return participant


def _checked_name(name: str) -> str:
    cleaned = clean_line(name)
    if not cleaned:
        raise InvalidRecordError("A participant needs a name.")
    if len(cleaned) > LONGEST_NAME:
        raise InvalidRecordError(f"A name has at most {LONGEST_NAME} characters.")
    return cleaned
