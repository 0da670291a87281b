"""Who a participant's id stands for, also when they were taken off the list."""

from collections.abc import Iterable

import msgspec

from workshop.board.board import Board
from workshop.model.cards import Discipline
from workshop.model.isolating import isolated
from workshop.translation import N_, _, in_a_row

UNKNOWN = N_("somebody who is gone")
"""What stands for an id of which not even the name is left, as a damaged or foreign file may have it."""


class Person(msgspec.Struct, frozen=True):
    """Who an id stands for; `gone` when they are no longer on the list of participants."""

    name: str
    discipline: Discipline
    gone: bool = False

    @property
    def label(self) -> str:
        """The name, and that they are gone where they are."""
        if self.name == UNKNOWN:
            return _(UNKNOWN)
        return _("{name} (no longer listed)").format(name=isolated(self.name)) if self.gone else self.name


def person_of(board: Board, participant_id: str | None) -> Person | None:
    """Who an id stands for: a participant, a former one by the name that was kept, or somebody unknown."""
    if participant_id is None:
        return None
    if (there := board.participants.get(participant_id)) is not None:
        return Person(there.name, there.discipline)
    for former in board.session.former:
        if former.participant == participant_id:
            return Person(former.name, former.discipline, gone=True)
    return Person(UNKNOWN, Discipline.JOINT, gone=True)


def name_of(board: Board, participant_id: str | None, nobody: str = "") -> str:
    """The label of who an id stands for; `nobody` for None."""
    person = person_of(board, participant_id)
    return person.label if person else nobody


def names_of(board: Board, participant_ids: Iterable[str]) -> list[str]:
    """The labels of whom ids stand for, in their order."""
    return [name_of(board, participant_id) for participant_id in participant_ids]


def disciplines_of(board: Board, participant_ids: Iterable[str]) -> set[Discipline]:
    """The disciplines of these people, those who are gone included."""
    people = [person_of(board, participant_id) for participant_id in participant_ids]
    return {person.discipline for person in people if person is not None and person.name != UNKNOWN}


def listed(words: Iterable[str]) -> str:
    """Words in a row: a, b and c, each in its own direction."""
    found = [isolated(word) for word in words]
    return in_a_row(found, " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found))
