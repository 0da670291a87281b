"""What a new session holds before anybody has written: its title, its people and the default stages of the journey."""

from collections.abc import Iterable
from datetime import date as Date

from workshop.model.cards import Discipline
from workshop.model.codec import validate_record
from workshop.model.ids import NewId, random_id
from workshop.model.journey import DEFAULT_STAGES, Stage
from workshop.model.people import Participant
from workshop.model.record import Record
from workshop.model.session import SESSION_ID, Session
from workshop.model.text import clean_line

LONGEST_NAME = 200


def starting_records(
    *,
    title: str,
    date: Date | None,
    place: str = "",
    people: Iterable[tuple[str, Discipline]] = (),
    new_id: NewId = random_id,
) -> list[Record]:
    """The records of a new session. Raises InvalidRecordError when a value breaks the model."""
    session = Session(id=SESSION_ID, title=clean_line(title), date=date, place=clean_line(place))
    participants = [
        Participant(id=new_id(), name=clean_line(name)[:LONGEST_NAME], discipline=discipline)
        for name, discipline in people
    ]
    stages = [Stage(id=new_id(), name=name, order=order) for order, name in enumerate(DEFAULT_STAGES)]
    return [validate_record(record) for record in (session, *participants, *stages)]
