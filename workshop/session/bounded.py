"""What a process does that reads a foreign file: bind itself in memory, time and disk, and say how it went."""

import sys
from collections.abc import Callable

import msgspec

from workshop.errors import WorkshopError
from workshop.model.text import clean_text

OUT_OF_MEMORY = 3
"""The exit code for a file that needs more memory than is allowed."""

_LONGEST = 2_000


class Verdict(msgspec.Struct, frozen=True):
    """What the reader found: the name of the error that refuses the file and its sentence, both empty if none does."""

    error: str = ""
    sentence: str = ""


def bounded(read: Callable[[], object], *, memory: int, seconds: int, written: int = 0) -> int:
    """Bind this process in bytes of memory, seconds of work and bytes of a file that it writes, where the system can.

    Then read, and write the verdict to stdout. The process's exit code.
    """
    try:
        _limit(memory, seconds, written)
        verdict = _read(read)
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(msgspec.json.encode(verdict))
    return 0


def _read(read: Callable[[], object]) -> Verdict:
    try:
        read()
    except WorkshopError as error:
        if isinstance(error.__cause__, MemoryError):
            raise error.__cause__ from None
        return Verdict(type(error).__name__, clean_text(str(error))[:_LONGEST])
    return Verdict()


def _limit(memory: int, seconds: int, written: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's clock alone watches
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if written:
        resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
