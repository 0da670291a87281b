"""The questions to one side as a PDF to take home, with lines on which answers can be written."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from exports.pdf.page import PAPERS, Flow, Page, Paper
from exports.pdf.painter import Painter
from exports.pdf.sheet_canvas import SheetCanvas
from exports.pdf.typeset import (
    BODY,
    EYEBROW,
    HEADING,
    QUIET,
    STRONG,
    Row,
    Style,
    cut_label,
    height_of,
    label,
    label_to,
    text_rows,
)
from exports.whole_file import write_whole
from workshop.board.board import Board
from workshop.errors import ExportError
from workshop.method.asking import Question, QuestionState, questions_sentence, questions_to
from workshop.method.checks import day_words
from workshop.method.question_text import question_facts
from workshop.model.cards import Discipline
from workshop.model.text import clean_line, clean_text, short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Point, Stroke, Weight
from workshop.translation import N_, _, speaking
from workshop.visibility import PAPER, visible_to

_UNTITLED = N_("Untitled workshop")
_NUMBER = Style(9.5, weight=Weight.BOLD)
_FOOT = Style(7.5, LIGHT.muted)
_FOOT_RISE, _INDENT = 32.0, 28.0
_LONGEST = 4_000
"""Characters of a question or an answer that are set."""

_WRITING_LINES, _WRITING_HEIGHT = 3, 21.0
_AFTER = 16.0


def export_question_list(
    board: Board,
    path: Path,
    side: Discipline,
    today: date,
    *,
    progress: Callable[[float, str], None] = lambda share, step: None,
    paper: str = "A4",
    language: str = "en",
) -> None:
    """Write the list of a side; what stood at the path is replaced only when all is written.

    Hidden questions and answers are not in it. What the list says itself is in the language, where there is a
    catalogue of it. Raises ExportError when the paper is unknown or the file cannot be
    written.
    """
    if paper not in PAPERS:
        raise ExportError(f"There is no paper named “{paper}”; use one of {', '.join(PAPERS)}.")
    with speaking(language):
        progress(0.1, "Laying out the pages")
        pages = lay_out_questions(board, side, today, PAPERS[paper])
        progress(0.5, "Drawing the pages")
        write_whole(path, _drawn(pages, PAPERS[paper], _title(board), _heading(side), language))
        progress(1.0, "Drawing the pages")


def lay_out_questions(board: Board, side: Discipline, today: date, paper: Paper) -> list[Page]:
    """The pages of the list as data; one that says so where nothing is asked."""
    visible, flow = visible_to(PAPER, board), Flow(paper)
    questions = questions_to(visible, side, today)
    flow.turn()
    when = f" · {day_words(board.session.date)}" if board.session.date else ""
    flow.put((cut_label(0, 8, f"{_title(board)}{when}".upper(), paper.inner, EYEBROW),), 18)
    flow.put((label(0, 20, _heading(side), HEADING),), 30)
    sentence = questions_sentence(questions) or _("Nothing is asked yet.")
    flow.put((label(0, 10, sentence, QUIET._replace(size=10)),), 34)
    for number, question in enumerate(questions, 1):
        _put(flow, list(_rows(board, number, question, paper.inner)))
    return flow.pages


def _heading(side: Discipline) -> str:
    return _("Questions for {side}").format(side=side.value)


def _put(flow: Flow, rows: list[Row]) -> None:
    """Set a question on one page where it fits on one."""
    flow.need(min(height_of(rows), flow.paper.body))
    for row in rows:
        flow.need(row.height)
        flow.put(row.shapes, row.height)


def _rows(board: Board, number: int, question: Question, width: float) -> Iterator[Row]:
    colours, inner = LIGHT.disciplines[question.asked_of], width - _INDENT
    text = _text_of(question.card.text) or _("A question without text")
    first, *others = text_rows(text, inner, STRONG, _INDENT)
    numbered = label(0, STRONG.line / 2 + STRONG.size * 0.36, str(number), _NUMBER.inked(colours.accent))
    yield first._replace(shapes=(numbered, *first.shapes))
    yield from others
    late = question.state is QuestionState.OVERDUE
    facts = QUIET.inked(LIGHT.danger) if late else QUIET
    yield from text_rows(question_facts(board, question), inner, facts, _INDENT, after=4)
    for answer in question.answers:
        yield from text_rows(
            _text_of(answer.text) or _("An answer without text"), inner, BODY, _INDENT, after=4
        )
    if not question.answers:
        line = Stroke((Point(_INDENT, _WRITING_HEIGHT), Point(width, _WRITING_HEIGHT)), LIGHT.hairline, 0.6)
        yield from (Row(_WRITING_HEIGHT, (line,)) for _line in range(_WRITING_LINES))
    yield Row(_AFTER)


def _drawn(pages: list[Page], paper: Paper, title: str, words: str, language: str) -> bytes:
    target = BytesIO()
    canvas = SheetCanvas(target, (paper.width, paper.height), language)
    canvas.setTitle(short(f"{words} · {title}", 300))
    canvas.setAuthor("Trilliant")
    canvas.setCreator("Trilliant")
    painter = Painter(canvas, paper.height)
    for number, page in enumerate(pages, 1):
        painter.begin_page()
        for placed in page.placed:
            painter.paint(placed)
        baseline = paper.height - _FOOT_RISE
        foot = cut_label(paper.margin, baseline, f"Trilliant · {words}", paper.inner - 60, _FOOT)
        painter.paint_shapes([foot, label_to(paper.right, baseline, f"{number} / {len(pages)}", _FOOT)])
        painter.end_page()
        canvas.showPage()
    painter.finish()
    canvas.save()
    return target.getvalue()


def _title(board: Board) -> str:
    return clean_line(board.session.title) or _(_UNTITLED)


def _text_of(text: str) -> str:
    return short(clean_text(text).strip(), _LONGEST)
