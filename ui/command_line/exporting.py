"""`trilliant export FILE OUT`: a session as PDF, JSON or whatever else OUT's name ends in."""

from argparse import Namespace

from exports.registry import export_board, exporter_for
from ui.command_line.files import check_may_write, read
from ui.command_line.telling import tell, tell_written


def run(arguments: Namespace) -> int:
    """Write the export; what cannot be written is refused before the session is read."""
    options = None
    if exporter_for(arguments.target).extension == ".pdf":
        from ui.command_line.paper import paper_options

        options = paper_options(arguments)
    check_may_write(arguments.target, force=arguments.force)
    board = read(arguments.file).board
    report = export_board(board, arguments.target, options=options, force=arguments.force)
    if boxes := len(getattr(report, "missing", ())):
        tell(
            f"warning: no font here has {boxes} of the characters; they stand as boxes with their code points."
        )
    if advice := getattr(report, "advice", ""):
        tell(f"warning: {advice}")
    tell_written(arguments.target)
    return 0
