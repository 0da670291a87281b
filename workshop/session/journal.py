"""The shadow journal: every change at once in a small file of the app's own, until the session file has it."""

import os
import struct
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from workshop.changes.change_set import ChangeSet, decode_changes, encode_changes
from workshop.errors import InvalidRecordError
from workshop.session.path_text import path_in, path_text
from workshop.sums import content_sum, path_sum

_HEAD = struct.Struct("<I16s")
_LONGEST_ENTRY = 256 * 1024**2


class _Header(msgspec.Struct, frozen=True):
    guid: str
    path: str
    device: int
    inode: int


class _Entry(msgspec.Struct, frozen=True):
    seq: int
    previous: str
    id: str
    at: datetime
    origin: str
    op: str
    changes: msgspec.Raw


class JournalEntry(msgspec.Struct, frozen=True):
    """A change set with its number and the id of the change before it."""

    seq: int
    previous: str
    change_set: ChangeSet


def journal_path(folder: Path, guid: str, session: Path) -> Path:
    """Where the journal of the session at this path lies; a copy elsewhere with the same guid has another."""
    return folder / f"{guid}-{path_sum(session, 6)}.journal"


class ShadowJournal:
    """An append-only journal. Entries are framed by length and BLAKE2b sum and synced one by one."""

    def __init__(self, path: Path, guid: str, session: Path) -> None:
        """Open or make it, and cut off a torn entry at its end. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("r+b" if path.exists() else "w+b")
        stat = session.stat()
        body = msgspec.json.encode(_Header(guid, path_text(session.resolve()), stat.st_dev, stat.st_ino))
        self._start = _framed(body)
        _, length = _good_frames(self._file.read())
        if length:
            self._file.seek(length)
            self._file.truncate()
        else:
            self._restart()

    def append(self, seq: int, previous: str, change_set: ChangeSet) -> None:
        """Add an entry; when this returns it has reached the disk. Raises OSError."""
        changes = msgspec.Raw(encode_changes(change_set.changes))
        entry = _Entry(seq, previous, change_set.id, change_set.at, change_set.origin, change_set.op, changes)
        self._file.write(_framed(msgspec.json.encode(entry)))
        self._file.flush()
        _sync_data(self._file.fileno())

    def trim(self) -> None:
        """Forget all entries, once the session file has them. Raises OSError."""
        self._restart()

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return self._file.tell()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _restart(self) -> None:
        self._file.seek(0)
        self._file.truncate()
        self._file.write(self._start)
        self._file.flush()


def read_journal(path: Path) -> Iterator[JournalEntry]:
    """The entries of a journal up to the first that is torn or damaged. Raises OSError."""
    frames, _ = _good_frames(path.read_bytes())
    for body in frames[1:]:
        try:
            entry = msgspec.json.decode(body, type=_Entry)
            changes = decode_changes(bytes(entry.changes))
        except (msgspec.DecodeError, InvalidRecordError):
            return
        change_set = ChangeSet(entry.id, entry.op, entry.origin, entry.at, changes)
        yield JournalEntry(entry.seq, entry.previous, change_set)


def journal_home(path: Path) -> Path | None:
    """The path of the session that a journal belongs to, None when the journal cannot be read."""
    try:
        frames, _ = _good_frames(path.read_bytes())
        return path_in(msgspec.json.decode(frames[0], type=_Header).path) if frames else None
    except (OSError, msgspec.DecodeError):
        return None


def _framed(body: bytes) -> bytes:
    return _HEAD.pack(len(body), content_sum(body)) + body


def _good_frames(data: bytes) -> tuple[list[bytes], int]:
    """The bodies of the whole frames at the start of data, and where they end."""
    frames: list[bytes] = []
    at = 0
    while at + _HEAD.size <= len(data):
        length, total = _HEAD.unpack_from(data, at)
        body = data[at + _HEAD.size : at + _HEAD.size + length]
        if length > _LONGEST_ENTRY or len(body) < length:
            break
        if content_sum(body) != total:
            break
        frames.append(body)
        at += _HEAD.size + length
    return frames, at


def _sync_data(handle: int) -> None:
    """fdatasync where there is one (Linux), fsync elsewhere."""
    getattr(os, "fdatasync", os.fsync)(handle)
