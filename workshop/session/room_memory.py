"""What the room is at, kept beside the sessions in the app's data folder, where it outlives a killed program."""

import contextlib
import os
from pathlib import Path

import msgspec

from workshop.facilitation.snapshot import Snapshot
from workshop.session.folders import data_folder
from workshop.sums import path_sum
from workshop.workshop import Workshop


def tie_room(workshop: Workshop, path: Path) -> str:
    """Let the room of the session at this path go on where it was, and keep its changes and beats from now on.

    A sentence for people where the timer had to be paused, else empty.
    """
    kept = kept_room(path)
    notice = workshop.room.restore(kept) if kept else ""
    workshop.room.keeper = lambda: keep_room(path, workshop.room.snapshot())
    workshop.room.keeper()
    return notice


def keep_room(path: Path, snapshot: Snapshot) -> None:
    """Write the state of a session's room, whole or not at all; that of an idle room is removed.

    That it cannot be written must never stop the work.
    """
    with contextlib.suppress(OSError):
        file = _file(path)
        if snapshot.running is None and not snapshot.heard:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"{file.name}.{os.getpid()}.new")
        beside.write_bytes(msgspec.json.encode(snapshot))
        beside.replace(file)


def kept_room(path: Path) -> Snapshot | None:
    """The state of a session's room as it was kept last; None when there is none that can be read."""
    try:
        return msgspec.json.decode(_file(path).read_bytes(), type=Snapshot)
    except (OSError, msgspec.DecodeError):
        return None


def _file(path: Path) -> Path:
    return data_folder() / "rooms" / f"{path_sum(path)}.json"
