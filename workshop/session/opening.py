"""Opening a session to work in it: reading, recovering, locking, and tying the board to the file."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from workshop.board.board import Board
from workshop.changes.change_set import squashed
from workshop.commands.cards import remove_cards
from workshop.errors import SessionFileError
from workshop.session.database import SessionDatabase
from workshop.session.folders import data_folder
from workshop.session.journal import JournalEntry, ShadowJournal, journal_path
from workshop.session.known import is_known, remember
from workshop.session.lock import SessionLock
from workshop.session.reading import SessionContents, read_session
from workshop.session.recovery import LeftBehind, left_behind
from workshop.session.renewing import renewed
from workshop.session.room_memory import tie_room
from workshop.session.saving import Saver
from workshop.session.schema import SCHEMA
from workshop.session.versions import Version
from workshop.session.writing import write_session
from workshop.workshop import Workshop


class OpenSession(msgspec.Struct, eq=False):
    """A session in work: its file, its workshop, and sentences to tell about what was found on opening.

    `problems` are the finds that a notice sums up. `offered` are changes of an interrupted run at another place, which
    `take_offer` brings in. `versions` are the named ones, oldest first.
    """

    path: Path
    guid: str
    workshop: Workshop
    saver: Saver | None
    notices: list[str] = []
    problems: tuple[str, ...] = ()
    lock: SessionLock | None = None
    offered: tuple[JournalEntry, ...] = ()
    versions: list[Version] = []

    def take_offer(self, *, origin: str) -> None:
        """Bring in the offered changes, as one step of undo."""
        net = squashed(change for entry in self.offered for change in entry.change_set.changes)
        with self.workshop.transact("bring back changes", origin) as transaction:
            for change in net:
                if change.after is not None:
                    transaction.put(change.after)
                elif change.before is not None:
                    transaction.remove(change.before)
        self.offered = ()

    def close(self, seconds: float = 5.0) -> bool:
        """Finish saving and let go of the file; whether the file has everything."""
        saved = self.saver.close(seconds) if self.saver else True
        if self.lock:
            self.lock.release()
        return saved


def open_session(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> OpenSession:
    """Open a session file for work; damaged, newer, locked or unwritable ones open to look at, with a sentence why.

    Changes that an interrupted run left in the shadow journal are brought back. A file that was not written here is
    vetted first, which takes a while and can be `cancelled`; see `vet`, which may be called before to wait with a
    sign of progress. Raises SessionFileError.
    """
    path = path.resolve()
    if not is_known(path):
        from workshop.session.trial import vet  # brings what starts processes

        vet(path, cancelled=cancelled)
    contents = read_session(path, allow_newer=True)
    why = _why_read_only(path, contents)
    lock = None if why else SessionLock(path, _journals())
    if lock and lock.holder:
        why = f"{lock.holder.who} has this session open on {lock.holder.host}; you can look, not write."
    if why:
        return _to_look_at(path, contents, why, locked=lock is not None)
    notices = []
    if contents.schema < SCHEMA:
        contents = renewed(path, contents)
        notices.append("This session was saved by an older Trilliant; the old file was kept beside it.")
    left = left_behind(path, contents, _journals())
    saver = _saver(path, contents, lock, left)
    if left.chain:
        contents.board.apply(change for entry in left.chain for change in entry.change_set.changes)
        notices.append(_brought_back(len(left.chain)))
    workshop, notices = Workshop(contents.board, sink=saver), [*notices, *left.notices]
    if lock and lock.taken_over:
        _drop_unwritten(workshop)
    if notice := tie_room(workshop, path):
        notices.append(notice)
    versions = list(contents.versions)
    return OpenSession(
        path, contents.guid, workshop, saver, notices, lock=lock, offered=left.offered, versions=versions
    )


def _to_look_at(path: Path, contents: SessionContents, why: str, *, locked: bool) -> OpenSession:
    """A session that may not be written; what only the journal has is shown, unless somebody else is writing."""
    notices = _told_of_damage(contents, why)
    if not locked and not contents.problems:
        left = left_behind(path, contents, _journals(), look_only=True)
        contents.board.apply(change for entry in left.chain for change in entry.change_set.changes)
        if left.chain:
            notices.append(_shown_only(len(left.chain)))
    workshop = Workshop(contents.board, read_only=why)
    versions = list(contents.versions)
    return OpenSession(
        path, contents.guid, workshop, None, notices, problems=contents.problems, versions=versions
    )


def _told_of_damage(contents: SessionContents, why: str) -> list[str]:
    """Why a session may not be written; of a damaged one how much is lost, and what becomes of the rest."""
    if not contents.problems:
        return [why]
    damaged = [
        f"This session is damaged: {contents.damage.words()}.",
        "The file is left as it is; “Save a copy…” keeps what can be read.",
    ]
    return [*damaged, why] if contents.schema > SCHEMA else damaged


def _brought_back(count: int) -> str:
    if count == 1:
        return "One change that an interrupted run left behind was brought back."
    return f"{count:,} changes that an interrupted run left behind were brought back."


def _shown_only(count: int) -> str:
    if count == 1:
        return "One change that only the recovery journal has is shown; save a copy."
    return f"{count:,} changes that only the recovery journal has are shown; save a copy."


def _drop_unwritten(workshop: Workshop) -> None:
    """A run that was killed may have left a card on which nobody had written yet."""
    blank = [card.id for card in workshop.board.cards.values() if card.unwritten]
    if blank:
        remove_cards(workshop, origin="recovery", card_ids=blank)


def create_session(path: Path, board: Board) -> OpenSession:
    """Write a board as a new session file and open it. Raises SessionFileError."""
    if path.exists():
        raise SessionFileError(f"{path.name} exists already; choose another name.")
    write_session(path, board.records())
    return open_session(path)


def _why_read_only(path: Path, contents: SessionContents) -> str:
    if contents.schema > SCHEMA:
        return f"A newer Trilliant saved this session (schema {contents.schema}); update to change it."
    if contents.problems:
        return (
            "This session is damaged, so it is shown as far as it can be read; save a repaired copy to go on."
        )
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return "This file or its folder is not writable; save a copy elsewhere to go on."
    return ""


def _journals() -> Path:
    folder = data_folder() / "journals"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _saver(path: Path, contents: SessionContents, lock: SessionLock | None, left: LeftBehind) -> Saver:
    stat = path.stat()
    identity = (stat.st_dev, stat.st_ino)
    guid = contents.guid
    try:
        journal = ShadowJournal(journal_path(_journals(), guid, path), guid, path)
    except OSError:
        journal = None
    return Saver(
        lambda: SessionDatabase(path, guid, identity),
        journal,
        seq=contents.seq,
        last_change=contents.last_change,
        pending=left.chain,
        heartbeat=lock.beat if lock else lambda: None,
        committed=lambda: remember(path, identity),
    )
