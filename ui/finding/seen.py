"""Which cards say something that they did not say when this session was last closed here."""

import zlib
from pathlib import Path

from ui.settings import read_seen, write_seen
from ui.window_state import ORIGIN
from workshop.changes.change_set import ChangeSet
from workshop.model.cards import Card
from workshop.visibility import Visible


class Seen:
    """Knows cards by a number made from what they say, so that no clock and no other file has to be trusted.

    What this window writes is seen; that a card was moved or voted on is nothing new that it says.
    """

    def __init__(self, path: Path, visible: Visible) -> None:
        self._path = path
        self._visible = visible
        self._mine: set[str] = set()
        self._known: dict[str, int] | None = None
        self._read = False

    @property
    def has_last_time(self) -> bool:
        """Whether the session was closed here before."""
        return self._last_time is not None

    def unseen(self) -> frozenset[str]:
        """The cards that are new or say something else; none without a last time."""
        last = self._last_time
        if last is None:
            return frozenset()
        return frozenset(
            card.id
            for card in self._visible.cards()
            if card.id not in self._mine and last.get(card.id) != _number_of(card)
        )

    def note(self, change_set: ChangeSet) -> None:
        """Take note of what this window writes."""
        if change_set.origin != ORIGIN:
            return
        for change in change_set.changes:
            if isinstance(change.after, Card) and (
                not isinstance(change.before, Card) or _said(change.before) != _said(change.after)
            ):
                self._mine.add(change.after.id)

    def remember(self) -> None:
        """The session is being closed: all that could be read on it has been seen."""
        write_seen(self._path, {card.id: _number_of(card) for card in self._visible.cards()})

    @property
    def _last_time(self) -> dict[str, int] | None:
        if not self._read:
            self._read, self._known = True, read_seen(self._path)
        return self._known


def _said(card: Card) -> tuple[object, ...]:
    return card.text, card.kind, card.discipline, card.author, card.evidence, card.tags


def _number_of(card: Card) -> int:
    evidence = card.evidence
    parts = (card.text, card.kind, card.discipline, card.author or "", *card.tags)
    source = evidence.source or ""
    return zlib.crc32("\x1f".join((*parts, source, evidence.note, evidence.link)).encode())
