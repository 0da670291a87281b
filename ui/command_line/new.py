"""`trilliant new FILE --title T`: an empty session."""

from argparse import Namespace
from datetime import date

from ui.command_line.files import check_may_write
from ui.command_line.telling import tell_written
from workshop.model.codec import validate_record
from workshop.model.session import SESSION_ID, Session
from workshop.model.text import clean_line
from workshop.session.writing import write_session


def run(arguments: Namespace) -> int:
    """Write a session of today with a title and nothing else."""
    check_may_write(arguments.target, force=arguments.force)
    title = clean_line(arguments.target.stem if arguments.title is None else arguments.title)
    today = date.today()
    write_session(arguments.target, [validate_record(Session(id=SESSION_ID, title=title, date=today))])
    tell_written(arguments.target)
    return 0
