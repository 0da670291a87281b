"""What an interrupted run left in shadow journals: what fits this file, what may be offered, what is set aside."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from workshop.session.journal import JournalEntry, journal_home, journal_path, read_journal
from workshop.session.reading import SessionContents


class LeftBehind(msgspec.Struct, frozen=True):
    """`chain` are changes that follow on the file's last one, from its own journal.

    `offered` are such changes from the journal of the same session at a place where it no longer lies: the file was
    moved, or this is a copy; people decide. `notices` tell of work that fits neither and was set aside.
    """

    chain: tuple[JournalEntry, ...] = ()
    offered: tuple[JournalEntry, ...] = ()
    notices: tuple[str, ...] = ()


def left_behind(path: Path, contents: SessionContents, folder: Path, *, look_only: bool = False) -> LeftBehind:
    """What the journals in a folder hold for a session file. With `look_only` nothing is set aside."""
    own = journal_path(folder, contents.guid, path)
    entries = _entries(own)
    chain = _chain(entries, contents)
    notices: tuple[str, ...] = ()
    known = {entry.change_set.id for entry in chain}
    strays = [entry for entry in entries if entry.seq > contents.seq and entry.change_set.id not in known]
    if strays and not look_only:
        notices = (_set_aside(own, len(strays)),)
    offered = () if chain else _offered(own, contents, folder)
    return LeftBehind(chain, offered, notices)


def _offered(own: Path, contents: SessionContents, folder: Path) -> tuple[JournalEntry, ...]:
    for journal in sorted(folder.glob(f"{contents.guid}-*.journal")):
        home = journal_home(journal)
        if journal == own or home is None or home.exists():
            continue
        if chain := _chain(_entries(journal), contents):
            return chain
    return ()


def _chain(entries: Iterable[JournalEntry], contents: SessionContents) -> tuple[JournalEntry, ...]:
    """The entries that follow on the file's last change, each on the one before; repeated ones count once."""
    chain: list[JournalEntry] = []
    seq, last = contents.seq, contents.last_change
    for entry in entries:
        if (entry.seq, entry.previous) == (seq + 1, last):
            chain.append(entry)
            seq, last = entry.seq, entry.change_set.id
    return tuple(chain)


def _entries(journal: Path) -> list[JournalEntry]:
    try:
        return list(read_journal(journal))
    except OSError:
        return []


def _set_aside(journal: Path, count: int) -> str:
    kept = journal
    with contextlib.suppress(OSError):
        number = 1
        while (kept := journal.with_suffix(f".{number}.kept")).exists():
            number += 1
        journal.rename(kept)
    if count == 1:
        return f"One change of an earlier run does not fit this file and was set aside in {kept}."
    return f"{count:,} changes of an earlier run do not fit this file and were set aside in {kept}."
