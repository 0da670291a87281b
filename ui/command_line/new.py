"""`trilliant new FILE --title T`: an empty session."""

from argparse import Namespace
from datetime import date

from ui.command_line.files import check_may_write
from ui.command_line.telling import tell_written
from workshop.board.starting import starting_records
from workshop.session.writing import write_session


def run(arguments: Namespace) -> int:
    """Write a session of today with a title, the default stages and no cards."""
    check_may_write(arguments.target, force=arguments.force)
    title = arguments.target.stem if arguments.title is None else arguments.title
    write_session(arguments.target, starting_records(title=title, date=date.today()))
    tell_written(arguments.target)
    return 0
