"""`trilliant sample FILE`: the sample workshop as a session of its own."""

from argparse import Namespace

from ui.command_line.files import check_may_write
from ui.command_line.telling import tell_written
from workshop.imports.sample import sample_records
from workshop.session.writing import write_session


def run(arguments: Namespace) -> int:
    """Write the sample."""
    check_may_write(arguments.target, force=arguments.force)
    write_session(arguments.target, sample_records())
    tell_written(arguments.target)
    return 0
