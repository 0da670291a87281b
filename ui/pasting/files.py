"""The kinds of files that can be dropped on the board or pasted there."""

from collections.abc import Sequence
from pathlib import Path

from workshop.errors import ForeignFileError
from workshop.imports.pasted import MOST_CHARACTERS
from workshop.model.text import short

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".ppm", ".pgm", ".ico"})
TEXTS = frozenset({".txt", ".md", ".csv", ".tsv", ".tab", ".text", ".markdown"})


def check_known(files: Sequence[Path]) -> list[Path]:
    """The texts among files; all others are pictures. Raises ForeignFileError where something cannot be taken."""
    for path in files:
        if path.suffix.lower() not in PICTURES | TEXTS:
            kind = f"files of the kind {path.suffix}" if path.suffix else "files without an extension"
            raise ForeignFileError(
                f"{short(path.name, 60)} was not taken: the board takes pictures, text and CSV, not {kind}."
            )
    texts = [path for path in files if path.suffix.lower() in TEXTS]
    if texts and len(files) > 1:
        raise ForeignFileError("Drop text and tables one file at a time; only pictures can come together.")
    return texts


def text_of_file(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 or the old Western encoding. Raises ForeignFileError."""
    try:
        if path.stat().st_size > MOST_CHARACTERS:
            raise ForeignFileError(f"{short(path.name, 60)} has more than 40 MB, too much for a board.")
        body = path.read_bytes()
    except OSError as error:
        raise ForeignFileError(f"{short(path.name, 60)} cannot be read: {error.strerror}.") from error
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace")
    if b"\0" in body[:4_096]:
        raise ForeignFileError(f"{short(path.name, 60)} holds no text, whatever its name says.")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
