"""Vetting a file that was not written here: read for trial in a process of its own before this one touches it."""

import contextlib
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

import workshop
from workshop import errors
from workshop.errors import OpeningCancelled, SessionFileError, UntrustedFileError
from workshop.session.known import is_known, look_of, remember
from workshop.session.trial_process import OUT_OF_MEMORY, Verdict
from workshop.session.vetting import check_header

POLL_SECONDS = 0.05

_ASK = "ask whoever sent it for the session as JSON, and import that."


class Limits(msgspec.Struct, frozen=True):
    """What reading a foreign file may take: seconds by the clock, and bytes of memory where the system can tell."""

    seconds: float = 10.0
    memory: int = 2**30


LIMITS = Limits()


def vet(path: Path, *, cancelled: Callable[[], bool] = lambda: False, limits: Limits = LIMITS) -> None:
    """Read a file for trial in a process of its own, unless it is as this app left it; then nothing is done.

    `cancelled` is asked twenty times a second. A file that passed is known from then on, so that `open_session` does
    not vet it again. Raises OpeningCancelled, UntrustedFileError when the trial ended badly, and what `read_session`
    raises for a file that cannot be opened.
    """
    path = path.resolve()
    if is_known(path):
        return
    check_header(path, allow_newer=True)
    try:
        before = look_of(path)
        _raise_verdict(path, limits, *_outcome(path, cancelled, limits))
        if look_of(path) == before:
            remember(path)
    except OSError as error:
        raise SessionFileError(f"{path.name} cannot be read: {error.strerror}.") from error


def _outcome(path: Path, cancelled: Callable[[], bool], limits: Limits) -> tuple[int, bytes]:
    """How the trial's process ended and what it wrote. Raises OpeningCancelled, UntrustedFileError."""
    until = time.monotonic() + limits.seconds
    with _started(path, limits) as process:
        try:
            while True:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    written, _ = process.communicate(timeout=POLL_SECONDS)
                    return process.returncode, written
                if (stop := cancelled()) or time.monotonic() > until:
                    raise _stopped(path, limits, cancelled=stop)
        finally:
            process.kill()


def _started(path: Path, limits: Limits) -> subprocess.Popen[bytes]:
    """The process: this Python and this code, whatever folder it was started in."""
    home = str(Path(workshop.__file__).parents[1])
    search = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    arguments = (str(path), str(limits.memory), str(math.ceil(limits.seconds)))
    try:
        return subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-P", "-m", "workshop.session.trial_process", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": search},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise UntrustedFileError(
            f"{path.name} was not saved by this Trilliant and could not be checked ({error.strerror}); try again."
        ) from error


def _stopped(path: Path, limits: Limits, *, cancelled: bool) -> SessionFileError:
    if cancelled:
        return OpeningCancelled(f"{path.name} was not opened.")
    return UntrustedFileError(
        f"{path.name} takes more than {limits.seconds:g} seconds to read, so it was not opened; {_ASK}"
    )


def _raise_verdict(path: Path, limits: Limits, code: int, written: bytes) -> None:
    """Raise the error that the trial's outcome means, if any."""
    if code == OUT_OF_MEMORY:
        raise UntrustedFileError(
            f"{path.name} needs more than {limits.memory // 2**20} MB of memory, so it was not opened; {_ASK}"
        )
    if -code == getattr(signal, "SIGXCPU", None):
        raise _stopped(path, limits, cancelled=False)
    try:
        verdict = msgspec.json.decode(written, type=Verdict)
    except msgspec.DecodeError:
        verdict = None
    if code or verdict is None:
        raise UntrustedFileError(f"{path.name} made the reader crash, so it was not opened; {_ASK}")
    if verdict.error:
        raise getattr(errors, verdict.error, SessionFileError)(verdict.sentence)
