"""Vetting a file that was not written here: read for trial in a process of its own before this one touches it."""

from collections.abc import Callable
from pathlib import Path

from workshop.errors import SessionFileError
from workshop.session.apart import LIMITS, Limits, Reader
from workshop.session.known import is_known, look_of, remember
from workshop.session.vetting import check_header

__all__ = ["LIMITS", "Limits", "try_out", "vet"]

_PROCESS = "workshop.session.trial_process"
_ASK = "ask whoever sent it for the session as JSON, and import that."


def vet(path: Path, *, cancelled: Callable[[], bool] = lambda: False, limits: Limits = LIMITS) -> None:
    """Read a file for trial, unless it is as this app left it; then nothing is done.

    A file that passed is known from then on, so that `open_session` does not vet it again. Raises what `try_out` does.
    """
    path = path.resolve()
    if is_known(path):
        return
    try:
        before = look_of(path) if path.is_file() else None
        try_out(path, cancelled=cancelled, limits=limits)
        if look_of(path) == before:
            remember(path)
    except OSError as error:
        raise SessionFileError(f"{path.name} cannot be read: {error.strerror}.") from error


def try_out(path: Path, *, cancelled: Callable[[], bool] = lambda: False, limits: Limits = LIMITS) -> None:
    """Read a file in a process of its own, as opening would.

    `cancelled` is asked twenty times a second. Raises OpeningCancelled, UntrustedFileError when the trial ended badly,
    and what `read_session` raises for a file that cannot be opened.
    """
    check_header(path, allow_newer=True)
    Reader(_PROCESS, (str(path),), path.name, _ASK).run(limits, cancelled)
