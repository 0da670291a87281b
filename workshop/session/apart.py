"""Reading a foreign file in a process of its own: starting it, waiting for it, and what its end means."""

import contextlib
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

import workshop
from workshop import errors
from workshop.errors import OpeningCancelled, SessionFileError, UntrustedFileError
from workshop.session.bounded import OUT_OF_MEMORY, Verdict

POLL_SECONDS = 0.05


class Limits(msgspec.Struct, frozen=True):
    """What reading a foreign file may take: seconds by the clock, and bytes of memory where the system can tell."""

    seconds: float = 10.0
    memory: int = 2**30


LIMITS = Limits()


class Reader(msgspec.Struct, frozen=True):
    """A module that reads a file: it is run with `arguments`, then the bytes of memory and the seconds it may take.

    It answers with a verdict. `name` is what sentences call the file, `advice` what they say can be done.
    """

    module: str
    arguments: Sequence[str]
    name: str
    advice: str

    def run(self, limits: Limits, cancelled: Callable[[], bool]) -> None:
        """Wait until the file is read; `cancelled` is asked twenty times a second.

        Raises OpeningCancelled, UntrustedFileError when the reading ended badly, and what the verdict names.
        """
        self._raise_verdict(limits, *self._outcome(limits, cancelled))

    def _outcome(self, limits: Limits, cancelled: Callable[[], bool]) -> tuple[int, bytes]:
        """How the process ended and what it wrote. Raises OpeningCancelled, UntrustedFileError."""
        until = time.monotonic() + limits.seconds
        with self._started(limits) as process:
            try:
                while True:
                    with contextlib.suppress(subprocess.TimeoutExpired):
                        written, _ = process.communicate(timeout=POLL_SECONDS)
                        return process.returncode, written
                    if cancelled():
                        raise OpeningCancelled(f"{self.name} was not opened.")
                    if time.monotonic() > until:
                        raise self._too_slow(limits)
            finally:
                process.kill()

    def _started(self, limits: Limits) -> subprocess.Popen[bytes]:
        """The process: this Python and this code, whatever folder it was started in."""
        home = str(Path(workshop.__file__).parents[1])
        search = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        bounds = (str(limits.memory), str(math.ceil(limits.seconds)))
        try:
            return subprocess.Popen(  # noqa: S603 - this program itself
                [sys.executable, "-P", "-m", self.module, *self.arguments, *bounds],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": search},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise UntrustedFileError(
                f"{self.name} was not saved by this Trilliant and could not be checked ({error.strerror}); "
                "try again."
            ) from error

    def _too_slow(self, limits: Limits) -> UntrustedFileError:
        return UntrustedFileError(
            f"{self.name} takes more than {limits.seconds:g} seconds to read, so it was not opened; {self.advice}"
        )

    def _raise_verdict(self, limits: Limits, code: int, written: bytes) -> None:
        """Raise the error that the outcome means, if any."""
        if code == OUT_OF_MEMORY:
            raise UntrustedFileError(
                f"{self.name} needs more than {limits.memory // 2**20} MB of memory, so it was not opened; "
                f"{self.advice}"
            )
        if -code == getattr(signal, "SIGXCPU", None):
            raise self._too_slow(limits)
        try:
            verdict = msgspec.json.decode(written, type=Verdict)
        except msgspec.DecodeError:
            verdict = None
        if code or verdict is None:
            raise UntrustedFileError(f"{self.name} made the reader crash, so it was not opened; {self.advice}")
        if verdict.error:
            raise getattr(errors, verdict.error, SessionFileError)(verdict.sentence)
