"""Who leads where: setting what a discipline does in a phase, and who."""

from collections.abc import Iterable

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from workshop.errors import InvalidRecordError
from workshop.method.checks import checked_line
from workshop.method.leading import SIDES, cell_of
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Responsibility, Role
from workshop.workshop import Workshop

MOST_NAMES = 20


def set_responsibility(
    workshop: Workshop,
    *,
    origin: str,
    phase: Phase,
    discipline: Discipline,
    role: Role | UnsetType | None = UNSET,
    names: Iterable[str] | None = None,
) -> Responsibility | None:
    """Set the role (None: not set) or the names of a cell of the matrix, and leave the other.

    A cell that says nothing any more goes, and is None. Raises InvalidRecordError for the discipline Joint, since
    CX and UX may both lead, and for more than MOST_NAMES names.
    """
    if discipline not in SIDES:
        raise InvalidRecordError("CX and UX each have a part in a phase; for both to lead, set it for each.")
    cell = cell_of(workshop.board, phase, discipline)
    made = cell.record or Responsibility(id=workshop.new_id(), phase=phase, discipline=discipline)
    changed = replace(
        made,
        role=made.role if isinstance(role, UnsetType) else role,
        names=made.names if names is None else _checked_names(names),
    )
    is_empty = changed.role is None and not changed.names
    with workshop.transact("set who leads", origin) as transaction:
        if not is_empty:
            return transaction.put(changed)
        if cell.record is not None:
            transaction.remove(cell.record)
    return None


def _checked_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names on one line each, none twice (letter case aside), empty ones left out."""
    cleaned = (checked_line("A name", name) for name in names)
    found = {name.casefold(): name for name in cleaned if name}
    if len(found) > MOST_NAMES:
        raise InvalidRecordError(f"A cell takes at most {MOST_NAMES} names; name a team instead.")
    return tuple(found.values())
