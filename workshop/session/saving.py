"""Saving while people work: the shadow journal at once on one thread, the session file right after on another."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue

import msgspec
from msgspec.structs import replace

from workshop.changes.change_set import ChangeSet
from workshop.errors import StrangerWroteError
from workshop.session.database import SessionDatabase
from workshop.session.journal import JournalEntry, ShadowJournal
from workshop.session.versions import Version

BATCH_SECONDS = 0.2
"""A batch of changes is committed at most this long after its first one."""

RETRY_SECONDS = 1.0
TRIM_BYTES = 512 * 1024
HEARTBEAT_SECONDS = 15.0


class SaveState(msgspec.Struct, frozen=True):
    """How far saving has come: numbers of the last change queued, in the journal, and in the file.

    `named` is how many versions were named since the session was opened, `kept` how many of them the file has.
    `error` says in a sentence why the file does not take changes at present, empty when it does.
    """

    queued: int
    durable: int
    saved: int
    error: str = ""
    named: int = 0
    kept: int = 0

    @property
    def all_saved(self) -> bool:
        """Whether the session file has everything."""
        return self.saved == self.queued and self.kept == self.named and not self.error


class Saver:
    """The sink of a workshop: takes change sets at once and sees them to the disk.

    `on_state` is called from either thread whenever the state changes.
    """

    def __init__(
        self,
        database: Callable[[], SessionDatabase],
        journal: ShadowJournal | None,
        *,
        seq: int,
        last_change: str,
        pending: Sequence[JournalEntry] = (),
        heartbeat: Callable[[], None] = lambda: None,
        committed: Callable[[], None] = lambda: None,
    ) -> None:
        """`database` opens the session file, on the thread that writes it; `heartbeat` keeps its lock alive,
        and `committed` is told on that thread when the file has been written.

        `seq` and `last_change` are the file's last change; `pending` are those after it that only the journal has.
        """
        self.on_state: Callable[[SaveState], None] = lambda _state: None
        self._open_database = database
        self._journal = journal
        self._heartbeat, self._committed = heartbeat, committed
        newest = pending[-1].seq if pending else seq
        self._state = SaveState(newest, newest, seq)
        self._last = pending[-1].change_set.id if pending else last_change
        self._changed = threading.Condition()
        self._to_journal: SimpleQueue[JournalEntry | Version | None] = SimpleQueue()
        self._to_file: SimpleQueue[JournalEntry | Version | None] = SimpleQueue()
        for entry in pending:
            self._to_file.put(entry)
        self._closing = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep_journal, name="shadow journal", daemon=True),
            threading.Thread(target=self._keep_file, name="session file", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def state(self) -> SaveState:
        """How far saving has come."""
        return self._state

    def __call__(self, change_set: ChangeSet) -> None:
        """Take a change set; returns at once."""
        entry = JournalEntry(self._state.queued + 1, self._last, change_set)
        self._last = change_set.id
        self._update(queued=entry.seq)
        self._to_journal.put(entry)

    def name_version(self, version: Version) -> None:
        """Take a version, which names the last change taken; returns at once."""
        self._update(named=self._state.named + 1)
        self._to_journal.put(version)

    def wait_for(self, condition: Callable[[SaveState], bool], seconds: float) -> bool:
        """Wait until the state meets a condition, or the time is over; whether it does."""
        with self._changed:
            return self._changed.wait_for(lambda: condition(self._state), seconds)

    def wait_saved(self, seconds: float) -> bool:
        """Wait until the file has everything, or the time is over; whether it has."""
        return self.wait_for(lambda state: state.all_saved, seconds)

    def wait_durable(self, seq: int, seconds: float) -> bool:
        """Wait until the journal or the file has change `seq`, or the time is over; whether it has."""
        return self.wait_for(lambda state: state.durable >= seq, seconds)

    def close(self, seconds: float = 5.0) -> bool:
        """Finish writing and stop; whether the file has everything. What it lacks stays in the journal."""
        self._to_journal.put(None)
        self.wait_for(lambda state: state.all_saved or bool(state.error), seconds)
        self._closing.set()
        for thread in self._threads:
            thread.join(seconds)
        return self._state.all_saved

    def _update(self, **fields: int | str) -> None:
        with self._changed:
            self._state = state = replace(self._state, **fields)
            self._changed.notify_all()
        self.on_state(state)

    def _keep_journal(self) -> None:
        """Write each change into the journal, then pass it on; a journal that fails must not stop the file."""
        while (entry := self._to_journal.get()) is not None:
            if self._journal is not None and isinstance(entry, JournalEntry):
                try:
                    if self._journal.size > TRIM_BYTES and self._state.saved >= entry.seq - 1:
                        self._journal.trim()
                    self._journal.append(entry.seq, entry.previous, entry.change_set)
                    self._update(durable=entry.seq)
                except OSError:
                    with contextlib.suppress(OSError):
                        self._journal.close()
                    self._journal = None
            self._to_file.put(entry)
        self._to_file.put(None)
        self._threads[1].join()
        if self._journal is not None:
            with contextlib.suppress(OSError):
                if self._state.all_saved:
                    self._journal.trim()
                self._journal.close()

    def _keep_file(self) -> None:
        database: SessionDatabase | None = None
        batch: list[JournalEntry | Version] = []
        last_commit = last_beat = 0.0
        try:
            while True:
                done = self._fill(batch, last_commit)
                if time.monotonic() - last_beat > HEARTBEAT_SECONDS / 2:
                    self._heartbeat()
                    last_beat = time.monotonic()
                    if not batch and _tidied(database):
                        self._committed()
                if batch:
                    try:
                        database = database or self._open_database()
                        database.commit(batch)
                    except Exception as error:  # whatever it is, it must be told and tried again
                        self._update(error=told(error))
                        if self._closing.wait(RETRY_SECONDS) or done:
                            return
                        continue
                    last_commit = time.monotonic()
                    self._committed_batch(batch)
                    self._committed()
                    batch.clear()
                if done:
                    return
        finally:
            if database is not None:
                database.close()

    def _committed_batch(self, batch: Sequence[JournalEntry | Version]) -> None:
        """Tell what the file has now; a version bears the number of the change before it."""
        saved = batch[-1].seq
        kept = self._state.kept + sum(isinstance(entry, Version) for entry in batch)
        self._update(saved=saved, durable=max(self._state.durable, saved), kept=kept, error="")

    def _fill(self, batch: list[JournalEntry | Version], last_commit: float) -> bool:
        """Add what waits to the batch, waiting a while if there is nothing; whether this was the end.

        A single change after a pause goes at once; in a stream of changes a batch is gathered.
        """
        if not batch:
            try:
                entry = self._to_file.get(timeout=HEARTBEAT_SECONDS)
            except Empty:
                return False
            if entry is None:
                return True
            batch.append(entry)
        until = last_commit + BATCH_SECONDS
        while True:
            try:
                entry = self._to_file.get(timeout=max(0.0, until - time.monotonic()))
            except Empty:
                return False
            if entry is None:
                return True
            batch.append(entry)


def _tidied(database: SessionDatabase | None) -> bool:
    """In a quiet moment, pack old changes, and whether there were any; that it does not work now is no trouble."""
    with contextlib.suppress(sqlite3.Error, OSError):
        return database is not None and database.pack_old_changes() > 0
    return False


def told(error: Exception) -> str:
    """Why the file does not take changes, and what becomes of them."""
    text = str(error)
    if isinstance(error, StrangerWroteError):
        why = "another program wrote into the file; save a copy under a new name"
    elif "full" in text or "No space" in text:
        why = "the disk is full; free some space"
    elif "moved" in text or isinstance(error, FileNotFoundError):
        why = "the file was moved, replaced or deleted; save a copy under a new name"
    elif "readonly" in text or "unable to open" in text or isinstance(error, PermissionError):
        why = "the folder does not let you write there; save a copy elsewhere"
    elif "locked" in text:
        why = "another program holds the file; it is tried again"
    else:
        why = f"{text or type(error).__name__}; it is tried again"
    return f"Not saved: {why}. Your work is kept in the recovery journal."
