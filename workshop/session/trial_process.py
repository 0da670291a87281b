"""The process in which a file that was not written here is read for trial, within limits of memory and time."""

import sys
from pathlib import Path

import msgspec

from workshop.errors import WorkshopError
from workshop.session.reading import read_session

OUT_OF_MEMORY = 3
"""The exit code for a file that needs more memory than is allowed."""

_LONGEST = 2_000


class Verdict(msgspec.Struct, frozen=True):
    """What the trial found: the name of the error that refuses the file and its sentence, both empty if none does."""

    error: str = ""
    sentence: str = ""


def main(path: str, memory: str, seconds: str) -> int:
    """Read a file as opening would and write the verdict to stdout; the exit code."""
    try:
        _limit(int(memory), int(seconds))
        verdict = _read(Path(path))
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(msgspec.json.encode(verdict))
    return 0


def _read(path: Path) -> Verdict:
    try:
        read_session(path, allow_newer=True)
    except WorkshopError as error:
        if isinstance(error.__cause__, MemoryError):
            raise error.__cause__ from None
        return Verdict(type(error).__name__, str(error)[:_LONGEST])
    return Verdict()


def _limit(memory: int, seconds: int) -> None:
    """Bound this process in bytes of memory and seconds of work, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock alone watches
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
