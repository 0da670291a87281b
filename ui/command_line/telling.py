"""What the command line says: one sentence a line on stderr, files written on stdout."""

import sys
from pathlib import Path

from workshop.model.text import clean_line


def tell(sentence: str) -> None:
    """A sentence on stderr."""
    print(f"trilliant: {clean_line(sentence)}", file=sys.stderr)


def tell_written(path: Path) -> None:
    """That a file was written, and how large it is."""
    print(f"Wrote {clean_line(str(path))} ({size_words(path.stat().st_size)}).")


def size_words(size: int) -> str:
    """A number of bytes as people say it."""
    for unit, bytes_in in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if size >= bytes_in:
            return f"{size / bytes_in:.1f} {unit}"
    return f"{size} bytes"
