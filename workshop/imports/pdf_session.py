"""The session that a PDF carries: taken out in a process of its own, then vetted as any file from elsewhere is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop.errors import NotASessionError, SessionFileError, UntrustedFileError
from workshop.imports.pdf_format import ADVICE, ATTACHED_NAME, LARGEST_PDF, begins_as_pdf, is_pdf
from workshop.session.apart import LIMITS, Limits, Reader
from workshop.session.trial import try_out

_PROCESS = "workshop.imports.pdf_process"


def take_session(
    path: Path, folder: Path, *, cancelled: Callable[[], bool] = lambda: False, limits: Limits = LIMITS
) -> Path:
    """Write the session that a PDF carries into a folder, and vet it there; where it lies.

    `cancelled` is asked twenty times a second. Raises OpeningCancelled, and SessionFileError with a sentence that says
    why there is nothing to open; then nothing lies in the folder.
    """
    path, target = path.resolve(), folder / ATTACHED_NAME
    _check(path)
    try:
        Reader(_PROCESS, (str(path), str(target)), path.name, ADVICE).run(limits, cancelled)
        _try_out(target, path.name, cancelled, limits)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target


@contextmanager
def session_at(path: Path) -> Iterator[Path]:
    """The session file at a path: for a PDF what it carries, vetted and for the time being; any other file as it is.

    Raises what `take_session` raises.
    """
    if not is_pdf(path):
        yield path
        return
    with TemporaryDirectory(prefix="trilliant-") as folder:
        yield take_session(path, Path(folder))


def _check(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begin = file.read(1_024)
    except OSError as error:
        raise SessionFileError(f"{path.name} cannot be read: {error.strerror}.") from error
    if size == 0:
        raise NotASessionError(f"{path.name} is empty, so there is no session in it; {ADVICE}")
    if not begins_as_pdf(begin):
        raise NotASessionError(f"{path.name} is not a PDF, whatever its name says; {ADVICE}")
    if size > LARGEST_PDF:
        raise UntrustedFileError(
            f"{path.name} has {size // 2**20} MB, more than a PDF of Trilliant may have "
            f"({LARGEST_PDF // 2**20} MB), so it was not opened; {ADVICE}"
        )


def _try_out(target: Path, name: str, cancelled: Callable[[], bool], limits: Limits) -> None:
    try:
        try_out(target, cancelled=cancelled, limits=limits)
    except SessionFileError as error:
        raise type(error)(f"In {name}: {error}") from error
