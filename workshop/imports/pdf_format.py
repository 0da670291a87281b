"""How a session lies in a PDF: the attachment's name and type, and how large it may be."""

from pathlib import Path

ATTACHED_NAME = "session.trilliant"
"""The name of the attachment in every PDF that carries a session."""

SUFFIX = ".trilliant"
"""How names of session files end."""

MEDIA_TYPE = "application/vnd.trilliant+sqlite3"

LARGEST_SESSION = 512 * 2**20
"""Bytes of an attached session, unpacked."""

LARGEST_PDF = 2**30
"""Bytes; a larger PDF is refused before it is read."""

ADVICE = "ask whoever sent it for the session file itself."
"""What can be done when a PDF is refused."""

_MAGIC, _WITHIN = b"%PDF-", 1_024
_DATABASE = b"SQLite format 3\0"


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF, or would be one by its name and is no session file; False for what cannot be read.

    One that is named like a session is taken for a damaged or wrong one of these.
    """
    if path.suffix.lower() == SUFFIX:
        return False
    try:
        with path.open("rb") as file:
            begin = file.read(_WITHIN)
    except OSError:
        return False
    if begin.startswith(_DATABASE):
        return False
    return path.suffix.lower() == ".pdf" or begins_as_pdf(begin)


def begins_as_pdf(begin: bytes) -> bool:
    """Whether the first bytes of a file are those of a PDF; readers look for the mark within the first thousand."""
    return _MAGIC in begin[:_WITHIN]
