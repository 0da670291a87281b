"""What undo does: the part of a change set's reverse that still fits the board, and why the rest does not."""

from enum import StrEnum

import msgspec

from workshop.board.board import Board
from workshop.changes.change_set import Change, ChangeSet, Key
from workshop.model.cards import Card
from workshop.model.facilitation import Vote
from workshop.model.links import Link
from workshop.model.record import Record


class KeptBecause(StrEnum):
    """Why a card that was to be taken back is still there, in words that follow its name."""

    EDITED = "somebody has edited it since"
    LINKED = "somebody has linked it since"


class Kept(msgspec.Struct, frozen=True):
    """A card that was kept; who tells of it asks first whether the viewer may read it."""

    card: str
    because: KeptBecause


class Reversal(msgspec.Struct, frozen=True):
    """The changes that take a change set back, and the cards that were kept instead."""

    changes: tuple[Change, ...]
    kept: tuple[Kept, ...]


def reversal_of(change_set: ChangeSet, board: Board) -> Reversal:
    """How to take a change set back on the board as it is now.

    A field is restored only if it still holds the value that was written. A creation that others have edited or
    linked since is kept. A removed link comes back only if both its ends exist (or come back with it), and no link
    becomes one that others have made since.
    """
    made = [change for change in change_set.changes if change.before is None]
    going = {change.key for change in made if board.find(*change.key) == change.after}
    coming = {change.key for change in change_set.changes if change.after is None}
    changes: list[Change] = []
    kept: list[Kept] = []
    for change in reversed(change_set.changes):
        now = board.find(*change.key)
        if change.before is None:
            match _addition_taken_back(change, now, board, going):
                case Change() as removal:
                    changes.append(removal)
                case Kept() as card:
                    kept.append(card)
        elif change.after is None:
            if now is None and _may_come_back(change.before, board, coming):
                changes.append(change.reverse)
        elif now is not None:
            restored = _standing_once(_restored(change.before, change.after, now), now, board)
            if restored != now:
                changes.append(Change(now, restored))
    return Reversal(_ordered(changes), tuple(kept))


def _addition_taken_back(
    change: Change, now: Record | None, board: Board, going: set[Key]
) -> Change | Kept | None:
    """The removal of what was added, or the card that is kept; None where there is nothing to do or to tell."""
    if now is None:
        return None
    if now != change.after:
        return Kept(now.id, KeptBecause.EDITED) if isinstance(now, Card) else None
    if isinstance(now, Card) and any(("links", link.id) not in going for link in board.links_of(now.id)):
        return Kept(now.id, KeptBecause.LINKED)
    return Change(now, None)


def _may_come_back(record: Record, board: Board, coming: set[Key]) -> bool:
    """Whether the cards that a link or vote needs are there, and nobody has made the same link since."""
    if isinstance(record, Vote):
        return record.card in board.cards or ("cards", record.card) in coming
    if not isinstance(record, Link):
        return True
    ends = (record.source, record.target)
    if not all(end in board.cards or ("cards", end) in coming for end in ends):
        return False
    return not _stands(record, board)


def _stands(wanted: Link, board: Board) -> bool:
    """Whether another link of this kind joins the same cards."""
    links = board.links_of(wanted.source)
    return any(link.id != wanted.id and link.kind is wanted.kind and link.joins(wanted) for link in links)


def _standing_once(restored: Record, now: Record, board: Board) -> Record:
    """A link keeps its kind and ends where somebody has made the one that it was, since then."""
    if not (isinstance(restored, Link) and isinstance(now, Link) and _stands(restored, board)):
        return restored
    return msgspec.structs.replace(restored, source=now.source, target=now.target, kind=now.kind)


def _restored(before: Record, written: Record, now: Record) -> Record:
    in_whole = {name: whole for whole in now.WHOLE for name in whole}
    restored: dict[str, object] = {}
    for name in now.__struct_fields__:
        names = in_whole.get(name, (name,))
        was_changed = any(getattr(before, part) != getattr(written, part) for part in names)
        untouched = all(getattr(written, part) == getattr(now, part) for part in names)
        if was_changed and untouched:
            restored[name] = getattr(before, name)
    return msgspec.structs.replace(now, **restored)


def _ordered(changes: list[Change]) -> tuple[Change, ...]:
    """Removals of links before those of cards, and cards back before their links."""

    def rank(change: Change) -> int:
        is_link = isinstance(change.record, Link)
        if change.after is None:
            return 0 if is_link else 1
        return 3 if is_link else 2

    return tuple(sorted(changes, key=rank))
