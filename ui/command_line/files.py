"""Session files for subcommands: reading with warnings about damage, and writing only where one may."""

from pathlib import Path

from ui.command_line.telling import tell
from workshop.errors import ForeignFileError, SessionFileError
from workshop.session.reading import SessionContents, read_session
from workshop.session.trial import vet


def read(path: Path) -> SessionContents:
    """What is in a session file; its damage is told on stderr."""
    check_is_file(path, SessionFileError)
    vet(path)
    contents = read_session(path)
    for problem in contents.problems:
        tell(f"warning: {problem}")
    return contents


def check_is_file(path: Path, error_type: type[ForeignFileError | SessionFileError]) -> None:
    """Raise the error unless there is a file to read."""
    if path.is_dir():
        raise error_type(f"{path} is a folder, not a file.")
    if not path.exists():
        raise error_type(f"There is no file {path}.")
    if not path.is_file():
        raise error_type(f"{path} is not a file that can be read.")


def check_may_write(path: Path, *, force: bool) -> None:
    """Raise SessionFileError when something stands there that may not be overwritten."""
    if path.is_dir():
        raise SessionFileError(f"{path} is a folder; name a file.")
    if path.exists() and not force:
        raise SessionFileError(f"{path} exists already; use --force to overwrite it.")
    if path.exists() and not path.is_file():
        raise SessionFileError(f"{path} is not a file that can be overwritten.")
