"""Who speaks next: CX and UX in turn, whoever was heard least first."""

from collections import Counter
from collections.abc import Iterable, Sequence

from workshop.model.cards import Discipline
from workshop.model.people import Participant

_OTHER = {Discipline.CX: Discipline.UX, Discipline.UX: Discipline.CX}


def next_speaker(participants: Iterable[Participant], heard: Sequence[str]) -> Participant | None:
    """Who speaks after those `heard` (ids of participants, latest last); None when nobody is there.

    The side that did not speak last is next, CX at the start; of its people the one heard least, of those who were
    heard as often the one heard longest ago, then as they are listed. A guest is next once heard less often than that
    person. Where only one side is there, its people take turns.
    """
    people = list(participants)
    turns = Counter(heard)
    latest = {person: place for place, person in enumerate(heard)}
    place = {person.id: at for at, person in enumerate(people)}

    def first(of: Iterable[Participant]) -> Participant | None:
        order = sorted(of, key=lambda one: (turns[one.id], latest.get(one.id, -1), place[one.id]))
        return order[0] if order else None

    wanted = _side_after(people, heard)
    person = first(one for one in people if one.discipline is wanted) or first(
        one for one in people if one.discipline is not Discipline.JOINT
    )
    guest = first(one for one in people if one.discipline is Discipline.JOINT)
    if person is None or (guest is not None and turns[guest.id] < turns[person.id]):
        return guest
    return person


def _side_after(people: Iterable[Participant], heard: Sequence[str]) -> Discipline:
    side_of = {person.id: person.discipline for person in people}
    for person in reversed(heard):
        if (side := side_of.get(person)) in _OTHER:
            return _OTHER[side]
    return Discipline.CX
