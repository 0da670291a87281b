"""Writing an export's file whole or not at all."""

import contextlib
import os
from glob import escape
from pathlib import Path

from workshop.errors import ExportError
from workshop.model.ids import random_id


def write_whole(path: Path, body: bytes) -> None:
    """Put a file in its place once all of it is on disk. Raises ExportError with a sentence that says why not."""
    beside = path.with_name(f".{path.name}.{random_id()}.new")
    try:
        try:
            _write(beside, body)
            beside.replace(path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    except FileNotFoundError as error:
        raise ExportError(f"The folder {path.parent} does not exist; choose another.") from error
    except PermissionError as error:
        raise ExportError(f"{path.parent} does not let you write there; choose another folder.") from error
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror}; choose another place.") from error


def _write(path: Path, body: bytes) -> None:
    with path.open("xb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def remove_parts(path: Path) -> None:
    """Remove what an export to this path left beside it when its process was ended."""
    for pattern in (f".{escape(path.name[:40])}.*.part", f".{escape(path.name)}.*.new"):
        for part in path.parent.glob(pattern):
            with contextlib.suppress(OSError):
                part.unlink()
