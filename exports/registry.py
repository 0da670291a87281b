"""The table of exports: which file extension is written by what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workshop.board.board import Board
from workshop.errors import ExportError
from workshop.model.cards import Discipline

if TYPE_CHECKING:
    from exports.pdf.options import PaperOptions
    from exports.pictures.options import PictureOptions


Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]


class Asked(NamedTuple):
    """What is asked of a writer: the options, if there are any, and the day that dates are compared with."""

    options: "PaperOptions | PictureOptions | None"
    today: date


Writer = Callable[[Board, Path, Progress, Cancelled, Asked], object]


@dataclass(frozen=True)
class Exporter:
    """One way out: its file extension, what it is in words, and the call that writes it."""

    extension: str
    words: str
    write: Writer


def export_board(
    board: Board,
    path: Path,
    *,
    options: "PaperOptions | PictureOptions | None" = None,
    force: bool = False,
    progress: Progress = lambda share, step: None,
    cancelled: Cancelled = lambda: False,
    today: date | None = None,
) -> object:
    """Write the board to a file of the kind that its extension names; what the exporter reports.

    `options` are those of documents on paper or of pictures; lists of questions read the language, other kinds of
    files nothing of them. Dates are compared with `today`, by default this machine's.
    Raises ExportError when the extension is unknown, when the file exists and `force` is not given, and when it
    cannot be written; ExportCancelled when `cancelled` says so.
    """
    exporter = exporter_for(path)
    if path.exists() and not force:
        raise ExportError(f"{path} exists already; use --force to overwrite it.")
    from exports.pdf.today import export_day

    return exporter.write(board, path, progress, cancelled, Asked(options, today or export_day()))


def exporter_for(path: Path) -> Exporter:
    """The exporter for a file name. Raises ExportError naming the known extensions when there is none."""
    last_two = "".join(path.suffixes[-2:]).lower()
    exporter = EXPORTERS.get(last_two) or EXPORTERS.get(path.suffix.lower())
    if exporter is None:
        known = ", ".join(f"{one.extension} ({one.words})" for one in EXPORTERS.values())
        raise ExportError(
            f"Nothing is known of files named like {path.name or path}; the name must end in one of: {known}."
        )
    return exporter


def _write_paper(board: Board, path: Path, progress: Progress, cancelled: Cancelled, asked: Asked) -> object:
    from exports.pdf.document import export_paper
    from exports.pdf.options import PaperOptions

    chosen = asked.options if isinstance(asked.options, PaperOptions) else None
    return export_paper(board, path, chosen, progress=progress, cancelled=cancelled, today=asked.today)


def _write_picture(board: Board, path: Path, progress: Progress, cancelled: Cancelled, asked: Asked) -> object:
    from exports.pictures.options import PictureOptions
    from exports.pictures.writing import export_picture

    chosen = asked.options if isinstance(asked.options, PictureOptions) else None
    return export_picture(board, path, chosen, progress=progress, cancelled=cancelled)


def _write_json(board: Board, path: Path, progress: Progress, cancelled: Cancelled, asked: Asked) -> object:
    from exports.json_session import export_json

    export_json(board, path)
    return None


def _write_terms(board: Board, path: Path, progress: Progress, cancelled: Cancelled, asked: Asked) -> object:
    from exports.terms_csv import terms_csv
    from exports.whole_file import write_whole

    write_whole(path, terms_csv(board))
    return None


def _write_questions(
    board: Board, path: Path, progress: Progress, cancelled: Cancelled, asked: Asked
) -> object:
    from exports.questions_csv import questions_csv
    from exports.whole_file import write_whole

    write_whole(path, questions_csv(board, asked.today))
    return None


def _write_question_list(
    side: Discipline,
) -> Writer:
    def write(board: Board, path: Path, progress: Progress, cancelled: Cancelled, asked: Asked) -> object:
        from exports.pdf.question_list import export_question_list

        language = _language_of(asked.options)
        export_question_list(board, path, side, asked.today, progress=progress, language=language)
        return None

    return write


def _language_of(options: "PaperOptions | PictureOptions | None") -> str:
    from exports.pdf.options import PaperOptions

    return options.language if isinstance(options, PaperOptions) else "en"


QUESTION_LISTS = {".questions-cx.pdf": Discipline.CX, ".questions-ux.pdf": Discipline.UX}
"""The endings of lists of questions to a side."""

EXPORTERS = {
    exporter.extension: exporter
    for exporter in (
        Exporter(".pdf", "a document to read and print", _write_paper),
        Exporter(".png", "a picture in pixels", _write_picture),
        Exporter(".svg", "a picture that can be enlarged", _write_picture),
        Exporter(".json", "the whole session as data", _write_json),
        Exporter(".terms.csv", "the terms as a table", _write_terms),
        *(
            Exporter(ending, f"the questions to {side.value} to print", _write_question_list(side))
            for ending, side in QUESTION_LISTS.items()
        ),
        Exporter(".questions.csv", "the questions to each side as a table", _write_questions),
    )
}
