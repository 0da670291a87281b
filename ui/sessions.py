"""Making session files: a new workshop, the sample, and a copy of what is on a board."""

from pathlib import Path

from platformdirs import user_documents_path

from ui.new_workshop import NewWorkshop
from ui.settings import forget_session
from workshop.board.starting import starting_records
from workshop.imports.sample import sample_records
from workshop.model.ids import random_id
from workshop.model.record import Record
from workshop.model.text import clean_line
from workshop.session.folders import data_folder
from workshop.session.writing import write_session

SAMPLE_NAME = "Sample workshop.trilliant"


def workshops_folder() -> Path:
    """Where new workshops are kept: a folder of the user's documents, or of the app's where that cannot be made."""
    for folder in (user_documents_path() / "Trilliant", data_folder() / "workshops"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (probe := folder / f".{random_id()}").touch()
            probe.unlink()
        except OSError:
            continue
        return folder
    return data_folder()


def new_session_file(wanted: NewWorkshop) -> Path:
    """Write a new session into the workshops folder, under a free name made of its title. Raises SessionFileError."""
    path = _free_path(workshops_folder(), clean_line(wanted.title) or "Untitled workshop")
    write_session(path, _records_of(wanted))
    forget_session(path)
    return path


def _records_of(wanted: NewWorkshop) -> list[Record]:
    """The records of a new session, made of its template if it begins from one."""
    given = {"title": wanted.title, "date": wanted.date, "place": wanted.place, "people": wanted.people}
    if wanted.template == NewWorkshop().template:
        return starting_records(**given)  # type: ignore[arg-type]
    from workshop.session.templates import records_from_template

    return records_from_template(wanted.template, **given)  # type: ignore[arg-type]


def sample_session_file() -> Path:
    """The user's own copy of the sample workshop, made when there is none. Raises SessionFileError."""
    path = workshops_folder() / SAMPLE_NAME
    if not path.exists():
        write_session(path, sample_records())
        forget_session(path)
    return path


def _free_path(folder: Path, title: str) -> Path:
    safe = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    name = " ".join(safe.split())[:60].strip() or "Workshop"
    path = folder / f"{name}.trilliant"
    number = 2
    while path.exists():
        path = folder / f"{name} {number}.trilliant"
        number += 1
    return path
