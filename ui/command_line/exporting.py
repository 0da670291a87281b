"""`trilliant export FILE OUT`: a session as PDF, JSON or whatever else OUT's name ends in."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from exports.registry import QUESTION_LISTS, export_board, exporter_for
from ui.command_line.exporting_fit import check_fit
from ui.command_line.files import (
    check_is_file,
    check_may_write,
    check_no_folder,
    check_other_file,
    code_for,
    read_vetted,
    session_for,
)
from ui.command_line.paper import of_session, paper_options
from ui.command_line.picture import ENDINGS, of_part, picture_options
from ui.command_line.telling import tell, tell_written
from ui.export_words import warnings_of
from workshop.errors import SessionFileError

if TYPE_CHECKING:
    from exports.pdf.options import PaperOptions
    from exports.pictures.options import PictureOptions
    from workshop.board.board import Board


def run(arguments: Namespace) -> int:
    """Write the export; what cannot be written is refused before the session is read."""
    check_no_folder(arguments.target)
    check_fit(arguments)
    options = _options(arguments)
    check_is_file(arguments.file, SessionFileError)
    check_other_file(arguments.target, arguments.file, SessionFileError)
    check_may_write(arguments.target, force=arguments.force)
    with session_for(arguments.file) as session:
        contents = read_vetted(session, arguments.file.name)
        report = _exported(arguments, session, contents.board, options)
    for warning in warnings_of(report):
        tell(f"warning: {warning}")
    tell_written(arguments.target, _whole(contents.board, arguments, options))
    return code_for(contents)


def _exported(
    arguments: Namespace, session: Path, board: "Board", options: "PaperOptions | PictureOptions | None"
) -> object:
    """Export the board of a vetted session file; what the exporter reports."""
    if options is not None and "of" in arguments:
        options = of_part(options, board, arguments.of)
    return export_board(
        board,
        arguments.target,
        options=of_session(options, session),
        force=arguments.force,
        today=getattr(arguments, "as_of", None),
    )


def _whole(board: "Board", arguments: Namespace, options: object) -> str:
    """What a copy of the whole board holds that is for few eyes, for whoever is about to hand it on."""
    count = sum(card.hidden for card in board.cards.values())
    hidden = f"{count} hidden {'card' if count == 1 else 'cards'}"
    if getattr(options, "attachment", None) == "full":
        return f"It carries the full session, with {f'{hidden}, ' if count else ''}notes and the history."
    whole = exporter_for(arguments.target).extension == ".json"
    return f"It is the whole board, with {hidden}." if whole and count else ""


def _options(arguments: Namespace) -> "PaperOptions | PictureOptions | None":
    """The options of the kind of file that OUT's name ends in; None for data, which is always of the whole board."""
    extension = exporter_for(arguments.target).extension
    if extension in ENDINGS:
        return picture_options(arguments)
    return paper_options(arguments) if extension == ".pdf" or extension in QUESTION_LISTS else None
