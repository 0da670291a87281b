"""The process in which a file that was not written here is read for trial, within limits of memory and time."""

import sys
from pathlib import Path

from workshop.session.bounded import bounded
from workshop.session.reading import read_session


def main(path: str, memory: str, seconds: str) -> int:
    """Read a file as opening would and write the verdict to stdout; the exit code."""
    return bounded(lambda: read_session(Path(path), allow_newer=True), memory=int(memory), seconds=int(seconds))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
