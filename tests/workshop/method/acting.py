"""A workshop to act on in tests, and the rule that each intent is one step of undo."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from workshop.board.board import Board
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.ids import seeded_ids
from workshop.model.people import Participant
from workshop.model.record import Record
from workshop.workshop import Workshop

ME = "test"
NOW = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)

PEOPLE = (
    Participant(id="maja", name="Maja Jensen", discipline=Discipline.CX),
    Participant(id="jo", name="Jo Whitfield", discipline=Discipline.UX),
    Participant(id="ruth", name="Ruth Adeyemi", discipline=Discipline.JOINT),
)


def workshop_of(*records: Record, clock: Callable[[], datetime] = lambda: NOW) -> Workshop:
    """A workshop with Maja of CX, Jo of UX, Ruth the guest, and these records."""
    return Workshop(Board([*PEOPLE, *records]), new_id=seeded_ids(7), clock=clock)


def concept(card_id: str, phase: Phase = Phase.VALIDATE, text: str = "") -> Card:
    """A concept card."""
    return Card(id=card_id, text=text or card_id, kind=CardKind.CONCEPT, phase=phase)


def cards(names: Iterable[str]) -> list[Card]:
    """Cards with these ids as their texts."""
    return [Card(id=name, text=name) for name in names]


@contextmanager
def one_step(workshop: Workshop) -> Iterator[None]:
    """What happens within is one step: undo takes all of it back, and redo brings all of it again."""
    before = Board(workshop.board.records())
    mark = workshop.history.mark(ME)
    yield
    assert workshop.history.mark(ME) == mark + 1
    after = Board(workshop.board.records())
    assert after != before
    workshop.undo(ME)
    assert workshop.board == before
    workshop.redo(ME)
    assert workshop.board == after
