"""Experience principles: adding, changing, ordering, pinning beside the purpose, and removing them."""

from collections.abc import Sequence

from msgspec.structs import replace

from workshop.errors import InvalidRecordError
from workshop.method.checks import checked_line
from workshop.method.guiding_principles import principles_in_order
from workshop.method.records import records_of, standing
from workshop.model.session import Principle
from workshop.workshop import Workshop

MOST_PINNED = 4
"""Principles for which there is room beside the purpose."""


def add_principle(workshop: Workshop, *, origin: str, text: str) -> Principle:
    """Add a principle behind the others. Raises InvalidRecordError when it is empty or stands there already."""
    cleaned = _checked(workshop, text, besides=None)
    order = 1 + max((one.order for one in records_of(workshop.board, Principle).values()), default=-1)
    with workshop.transact("add principle", origin) as transaction:
        return transaction.put(Principle(id=workshop.new_id(), text=cleaned, order=order))


def change_principle(workshop: Workshop, *, origin: str, principle_id: str, text: str) -> Principle:
    """Give a principle other words. Raises what add_principle raises, and when it is gone."""
    principle = standing(workshop.board, Principle, principle_id)
    changed = replace(principle, text=_checked(workshop, text, besides=principle_id))
    with workshop.transact("change principle", origin) as transaction:
        return transaction.put(changed)


def pin_principle(workshop: Workshop, *, origin: str, principle_id: str, pinned: bool = True) -> Principle:
    """Set a principle beside the purpose, or take it from there.

    Raises InvalidRecordError when MOST_PINNED stand there already.
    """
    principle = standing(workshop.board, Principle, principle_id)
    beside = [one for one in records_of(workshop.board, Principle).values() if one.pinned]
    if pinned and not principle.pinned and len(beside) >= MOST_PINNED:
        raise InvalidRecordError(f"Beside the purpose is room for {MOST_PINNED} principles; unpin one first.")
    with workshop.transact("pin principle" if pinned else "unpin principle", origin) as transaction:
        return transaction.put(replace(principle, pinned=pinned))


def order_principles(workshop: Workshop, *, origin: str, principle_ids: Sequence[str]) -> None:
    """Bring principles into this order as one step; those that are not named follow as they stood."""
    named = [standing(workshop.board, Principle, principle_id) for principle_id in dict.fromkeys(principle_ids)]
    rest = [one for one in principles_in_order(workshop.board) if one.id not in principle_ids]
    with workshop.transact("order principles", origin) as transaction:
        for order, principle in enumerate([*named, *rest]):
            transaction.put(replace(principle, order=order))


def remove_principle(workshop: Workshop, *, origin: str, principle_id: str) -> None:
    """Remove a principle; decisions that rest on it keep naming it, so that undo brings it back to them."""
    principle = standing(workshop.board, Principle, principle_id)
    with workshop.transact("delete principle", origin) as transaction:
        transaction.remove(principle)


def _checked(workshop: Workshop, text: str, *, besides: str | None) -> str:
    cleaned = checked_line("A principle", text, needed=True)
    for other in records_of(workshop.board, Principle).values():
        if other.id != besides and other.text.casefold() == cleaned.casefold():
            raise InvalidRecordError(f"“{cleaned}” is a principle already.")
    return cleaned
