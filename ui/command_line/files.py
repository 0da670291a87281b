"""Session files for subcommands: reading with warnings about what is not read whole, and writing where one may."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ui.command_line.codes import AT_FAULT, FINE
from ui.command_line.telling import tell
from workshop.errors import ForeignFileError, SessionFileError
from workshop.imports.pdf_format import is_pdf
from workshop.session.reading import SessionContents, read_session
from workshop.session.schema import SCHEMA
from workshop.session.trial import vet

_REPAIR = "what can be read is used. Open it in the window to save a repaired copy, or take an older version."

_NEWER = "what this one knows of it is used. Update Trilliant to have all of it."


def read(path: Path) -> SessionContents:
    """What is in a session file, or in the session that a PDF carries; its damage is told on stderr."""
    with session_for(path) as session:
        return read_vetted(session, path.name)


@contextmanager
def session_for(path: Path) -> Iterator[Path]:
    """The vetted session file at a path; of a PDF the one that it carries, which is there for the time being."""
    check_is_file(path, SessionFileError)
    if not is_pdf(path):
        vet(path)
        yield path
        return
    from workshop.imports.pdf_session import session_at  # only for those who need it

    with session_at(path) as session:
        yield session


def read_vetted(session: Path, name: str) -> SessionContents:
    """What is in a session file that was vetted; what a newer Trilliant saved is read as far as this one knows it.

    Both that and the damage are told on stderr, in one line, by the name that people gave.
    """
    contents = read_session(session, allow_newer=True)
    if said := _told(contents):
        tell(f"{'' if contents.damage.touches_records else 'warning: '}{name} {said}")
    return contents


def _told(contents: SessionContents) -> str:
    """What to say of a session that is not read whole; empty for one that is."""
    lost = contents.damage.words() if contents.problems else ""
    if contents.schema > SCHEMA:
        saved = f"was saved by a newer Trilliant (schema {contents.schema}, this one knows {SCHEMA})"
        return f"{saved}{f', and {lost}' if lost else ''}; {_NEWER}"
    return f"is damaged: {lost}; {_REPAIR}" if lost else ""


def code_for(contents: SessionContents) -> int:
    """The exit code of a command that used a session: AT_FAULT when not every record in it is as it was saved."""
    return AT_FAULT if contents.damage.touches_records else FINE


def check_is_file(path: Path, error_type: type[ForeignFileError | SessionFileError]) -> None:
    """Raise the error unless there is a file to read."""
    if path.is_dir():
        raise error_type(f"{path} is a folder, not a file.")
    if not path.exists():
        raise error_type(f"There is no file {path}.")
    if not path.is_file():
        raise error_type(f"{path} is not a file that can be read.")


def check_other_file(path: Path, source: Path, error_type: type[ForeignFileError | SessionFileError]) -> None:
    """Raise the error when what is to be written is the file that is read, also by another name."""
    if path.exists() and path.samefile(source):
        raise error_type(f"{source} cannot be read and overwritten at once; name another file.")


def check_no_folder(path: Path) -> None:
    """Raise SessionFileError when what is to be written is a folder."""
    if path.is_dir():
        raise SessionFileError(f"{path} is a folder; name a file.")


def check_may_write(path: Path, *, force: bool) -> None:
    """Raise SessionFileError when something stands there that may not be overwritten."""
    check_no_folder(path)
    if path.exists() and not force:
        raise SessionFileError(f"{path} exists already; use --force to overwrite it.")
    if path.exists() and not path.is_file():
        raise SessionFileError(f"{path} is not a file that can be overwritten.")
