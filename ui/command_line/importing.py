"""`trilliant import IN.json FILE`: a session out of its JSON."""

from argparse import Namespace
from pathlib import Path

from ui.command_line.files import check_is_file, check_may_write, check_other_file
from ui.command_line.telling import tell_written
from workshop.errors import ForeignFileError, InvalidRecordError
from workshop.imports.json_reading import LARGEST
from workshop.imports.json_session import records_from_json
from workshop.model.record import Record
from workshop.session.writing import write_session


def run(arguments: Namespace) -> int:
    """Write the session; nothing is written unless every record is valid."""
    check_is_file(arguments.file, ForeignFileError)
    check_other_file(arguments.target, arguments.file, ForeignFileError)
    check_may_write(arguments.target, force=arguments.force)
    write_session(arguments.target, _records(arguments.file))
    tell_written(arguments.target)
    return 0


def _records(path: Path) -> list[Record]:
    with path.open("rb") as file:
        body = file.read(LARGEST + 1)
    try:
        return records_from_json(body)
    except (ForeignFileError, InvalidRecordError) as error:
        raise ForeignFileError(f"{path.name}: {error}") from error
