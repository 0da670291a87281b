"""A session file that may be opened: one that lies there, or the copy that was taken out of a PDF."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from workshop.errors import SessionFileError
from workshop.model.ids import random_id
from workshop.model.text import short

_LONGEST = 60


class Vetted(NamedTuple):
    """Where the session lies, and what to tell when it is open; `made` says that it was written just now."""

    path: Path
    notices: tuple[str, ...] = ()
    made: bool = False

    def forget(self) -> None:
        """Remove a copy that was not opened after all."""
        if self.made:
            self.path.unlink(missing_ok=True)


def session_copy(pdf: Path, *, cancelled: Callable[[], bool]) -> Vetted:
    """Keep the session that a PDF carries as a file beside it, or among the workshops where that cannot be written.

    A copy that was kept before and nobody has worked in since is taken again. Raises OpeningCancelled, and
    SessionFileError with a sentence that says why there is nothing to open.
    """
    # Late, since it brings what starts processes.
    from workshop.imports.pdf_session import take_session

    with TemporaryDirectory(prefix="trilliant-") as folder:
        session = take_session(pdf, Path(folder), cancelled=cancelled)
        for home in _homes(pdf):
            try:
                path, made = _kept(session, home, pdf.stem[:_LONGEST].strip())
            except OSError as error:
                trouble = error
            else:
                return Vetted(path, (_told(pdf, path),), made)
    raise SessionFileError(
        f"The session in {pdf.name} could not be kept as a file ({trouble.strerror}); free some space."
    )


def _homes(pdf: Path) -> Iterator[Path]:
    from ui.sessions import workshops_folder

    yield pdf.resolve().parent
    yield workshops_folder()


def _kept(session: Path, folder: Path, title: str) -> tuple[Path, bool]:
    """The copy in a folder, and whether it is new. Raises OSError."""
    import filecmp

    from workshop.session.known import remember

    for number in count(1):
        path = folder / f"{title} (from PDF{f' {number}' if number > 1 else ''}).trilliant"
        if not path.exists():
            break
        if filecmp.cmp(session, path, shallow=False):
            return path, False
    beside = folder / f".{random_id()}.new"
    try:
        shutil.copyfile(session, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    remember(path)
    return path, True


def _told(pdf: Path, path: Path) -> str:
    where = "beside it" if path.parent == pdf.resolve().parent else f"in {path.parent}"
    return (
        f"This is a copy of the session in {short(pdf.name)}, kept {where} as {short(path.name, 80)}. "
        "The PDF stays as it is."
    )
