"""Writing an export's file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from secrets import token_hex
from typing import IO

from workshop.errors import ExportError

STOPPED = "The export was stopped; nothing was written."
"""What is said of an export that somebody cancelled."""

_NAME = 40
"""Letters of the name that a part bears: with them and its own ending it is no longer than names may be."""


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file beside the path to write to; it takes the path's place once all of it is on disk, else it goes.

    Raises ExportError with a sentence that says why it could not be written.
    """
    part = path.with_name(f".{path.name[:_NAME]}.{token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise ExportError(_reason(path, error)) from error
    finally:
        with suppress(OSError):
            part.unlink()


def write_whole(path: Path, body: bytes) -> None:
    """Put a file in its place once all of it is on disk. Raises ExportError with a sentence that says why not."""
    with whole_file(path) as file:
        file.write(body)


def remove_parts(path: Path) -> None:
    """Remove what an export to this path left beside it when its process was ended."""
    for part in path.parent.glob(f".{escape(path.name[:_NAME])}.*.part"):
        with suppress(OSError):
            part.unlink()


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and path.parent.is_dir():
        return f"The folder {path.parent} takes no new files; choose another."
    if isinstance(error, FileNotFoundError):
        return f"The folder {path.parent} does not exist; choose another."
    if isinstance(error, PermissionError):
        return f"{path.parent} does not let you write there; choose another folder."
    reason = (error.strerror or str(error)).lower()
    return f"“{path}” could not be written ({reason}); choose another folder or free some space."
