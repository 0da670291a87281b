"""Templates of workshops: those that come with the program, and the user's own, which are session files too."""

from collections.abc import Iterable
from datetime import date as Date
from importlib import resources
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from workshop.board.board import Board
from workshop.board.starting import starting_records
from workshop.errors import MissingRecordError, SessionFileError
from workshop.imports.json_session import records_from_json
from workshop.method.checks import checked_line
from workshop.model.cards import Card, Discipline
from workshop.model.facilitation import AgendaStep
from workshop.model.ids import NewId, random_id
from workshop.model.journey import Stage
from workshop.model.links import Link
from workshop.model.record import Record
from workshop.model.session import SESSION_ID, Session
from workshop.session.folders import data_folder
from workshop.session.reading import read_session
from workshop.session.writing import write_session

R = TypeVar("R", bound=Record)

BLANK = "blank"
OURS = ("triple-diamond", "problem-diamond", "solution-diamond", "launch-readiness", "conflict-clinic")
"""The keys of the templates that come with the program, besides the blank one."""

_OWN = "own/"
"""Keys of the user's own templates begin so; the name of the file follows."""

_METHOD = ("stages", "principles", "resources", "terms", "agenda_steps")
_BOARD = ("groups", "personas", "assets", "cards", "links", "frames")
"""The collections that a template keeps of a session, and those that it keeps with the cards."""


class Template(msgspec.Struct, frozen=True):
    """A template in a list: what it is called and for, booked minutes if it says them, and how many steps and cards."""

    key: str
    title: str
    summary: str
    minutes: int | None
    steps: int
    cards: int

    @property
    def is_own(self) -> bool:
        """Whether it is the user's own, which can be deleted."""
        return self.key.startswith(_OWN)


def templates() -> list[Template]:
    """The program's templates, the blank one last of them, then the user's own by name; damaged ones are left out."""
    own = [f"{_OWN}{path.stem}" for path in sorted(_folder().glob("*.trilliant"))]
    found = [_described(key) for key in (*OURS, BLANK, *own)]
    return [template for template in found if template is not None]


def template_records(key: str) -> list[Record]:
    """The records of a template, its session record first. Raises MissingRecordError, and SessionFileError."""
    if key == BLANK:
        return [Session(id=SESSION_ID, title="Blank")]
    if key in OURS:
        return records_from_json(resources.files("resources").joinpath("templates", f"{key}.json").read_bytes())
    path = _folder() / f"{key.removeprefix(_OWN)}.trilliant"
    if not key.startswith(_OWN) or path.parent != _folder() or not path.exists():
        raise MissingRecordError("This template is no longer there.")
    return list(read_session(path).board.records())


def records_from_template(
    key: str,
    *,
    title: str,
    date: Date | None,
    place: str = "",
    people: Iterable[tuple[str, Discipline]] = (),
    new_id: NewId = random_id,
) -> list[Record]:
    """The records of a new session made of a template: its agenda, cards and note, under the session's own title.

    Raises what `template_records` and `starting_records` raise.
    """
    given = template_records(key)
    start = starting_records(title=title, date=date, place=place, people=people, new_id=new_id)
    blank, model = (next(one for one in some if isinstance(one, Session)) for some in (start, given))
    session = replace(model, title=blank.title, date=blank.date, place=blank.place)
    people_and_stages = [one for one in start if not isinstance(one, Session)]
    if any(isinstance(one, Stage) for one in given):
        people_and_stages = [one for one in people_and_stages if not isinstance(one, Stage)]
    return [session, *people_and_stages, *(one for one in given if not isinstance(one, Session))]


def save_as_template(board: Board, *, name: str, with_cards: bool = True) -> Template:
    """Keep a session as a template of the user's own, replacing one of that name.

    It keeps the agenda, the note, booked minutes, the stages, principles, links and terms, and `with_cards` the cards
    as they are prepared: without authors, owners, dates, votes, and who decided. Raises InvalidRecordError for an
    empty name, and SessionFileError.
    """
    title = checked_line("The name of a template", name, needed=True)
    session = board.session
    kept: list[Record] = [
        Session(id=SESSION_ID, title=title, scope=session.scope, booked_minutes=session.booked_minutes,
                starts=session.starts, note=session.note)
    ]  # fmt: skip
    for collection in (*_METHOD, *(_BOARD if with_cards else ())):
        kept += [_prepared(record) for record in board.collection(collection).values()]
    path = _folder() / f"{_file_name(title)}.trilliant"
    write_session(path, kept)
    template = _described(f"{_OWN}{path.stem}")
    if template is None:
        raise SessionFileError(f"The template {title} could not be read back.")
    return template


def remove_template(key: str) -> None:
    """Delete one of the user's own templates; one that is gone already is no trouble."""
    if key.startswith(_OWN):
        (_folder() / f"{Path(key.removeprefix(_OWN)).name}.trilliant").unlink(missing_ok=True)


def _described(key: str) -> Template | None:
    try:
        records = template_records(key)
    except (SessionFileError, MissingRecordError):
        return None
    session = next((one for one in records if isinstance(one, Session)), Session(id=SESSION_ID))
    summary = session.note.partition("\n")[0] if key != BLANK else "An empty board and an empty agenda."
    steps = [one for one in records if isinstance(one, AgendaStep)]
    cards = sum(isinstance(one, Card) for one in records)
    return Template(key, session.title, summary, session.booked_minutes, len(steps), cards)


def _prepared(record: R) -> R:
    """A record as a template keeps it: naming nobody of the workshop that it comes from."""
    if isinstance(record, Card):
        return replace(
            record, author=None, owner=None, due=None, done=False, asked_until=None, needed_by=None, lands_on=None,
            decided_by=(), fists=(),
        )  # fmt: skip
    return replace(record, author=None) if isinstance(record, Link) else record


def _folder() -> Path:
    folder = data_folder() / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _file_name(title: str) -> str:
    safe = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in title)
    return " ".join(safe.split())[:60].strip() or "Template"
