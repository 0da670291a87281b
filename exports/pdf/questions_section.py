"""Questions to the other side: for CX and for UX what each is asked, by when, and what was answered."""

from collections.abc import Callable, Iterator

from exports.pdf.chips import card_chip, card_chips, chip_rows
from exports.pdf.content import Content
from exports.pdf.headings import subheading
from exports.pdf.moving import moved
from exports.pdf.page import Flow
from exports.pdf.rows import beside
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import Row, Style, text_rows
from workshop.method.asking import Question, QuestionState, questions_sentence
from workshop.model.cards import Discipline
from workshop.model.text import clean_line, short
from workshop.picture.fonts import text_width
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Weight
from workshop.translation import _, counted

_TEXT = Style(8.8, leading=1.36)
_STATE = Style(8.2, weight=Weight.SEMIBOLD, leading=1.36)
_QUIET = Style(8.2, LIGHT.muted, leading=1.36)
_INKS = {QuestionState.OVERDUE: LIGHT.danger, QuestionState.ANSWERED: LIGHT.good}
_TEXT_X, _BETWEEN = 34.0, 20.0
_LONGEST, _MOST_CHIPS = 1_000, 6


def set_questions(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each question."""
    head = Heading(_("Questions to the other side"), "questions", _cue(content), _("TO TAKE HOME"))
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _cue(content: Content) -> str:
    """How many there are of each state: “2 open, 1 overdue, 1 set aside”."""
    everything = [question for questions in content.method.questions.values() for question in questions]
    waiting = [question for question in everything if _reason(content, question) is None]
    aside = len(everything) - len(waiting)
    told = (
        questions_sentence(waiting),
        counted("{count} set aside", "{count} set aside", aside) if aside else "",
    )
    return ", ".join(filter(None, told))


def _reason(content: Content, question: Question) -> str | None:
    """Why a question was set aside; None where it was not, or was answered since."""
    if question.state is QuestionState.ANSWERED:
        return None
    return content.method.set_aside.get(question.card.id)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    """What CX is asked at the left, what UX is asked at the right, row by row."""
    asked = list(content.method.questions.items())
    width = (inner - _BETWEEN * (len(asked) - 1)) / len(asked)
    xs = [place * (width + _BETWEEN) for place in range(len(asked))]
    head = beside(*(_head(side, len(told), x) for (side, told), x in zip(asked, xs, strict=True)))
    for place in range(max(len(told) for _side, told in asked)):
        cells = [
            _question(content, side, told[place], x, width)
            for (side, told), x in zip(asked, xs, strict=True)
            if place < len(told)
        ]
        yield Block(beside(*cells), () if place else head, steps=len(cells))


def _head(side: Discipline, count: int, x: float) -> list[Row]:
    """Who is asked how much."""
    words = _("{side} IS ASKED · {count}").format(side=side.tag, count=count)
    rows = subheading(words, LIGHT.disciplines[side].accent, 2.0)
    return [row._replace(shapes=tuple(moved(row.shapes, x, 0))) for row in rows]


def _question(content: Content, side: Discipline, question: Question, x: float, width: float) -> list[Row]:
    card = content.cards[question.card.id]
    inner = width - _TEXT_X
    rows = text_rows(short(card.text, _LONGEST) or _("No text"), inner, _TEXT, x + _TEXT_X)
    if author := content.name(card.author):
        rows += text_rows(_("asked by {name}").format(name=author), inner, _QUIET, x + _TEXT_X)
    reason = _reason(content, question)
    ink = _INKS.get(question.state, LIGHT.disciplines[side].ink) if reason is None else LIGHT.muted
    words = question.words if reason is None else _("set aside: {reason}").format(reason=clean_line(reason))
    state = text_rows(words, inner, _STATE.inked(ink), x + _TEXT_X)
    if answers := card_chips(content, (answer.id for answer in question.answers), _MOST_CHIPS):
        told = text_width(words, _STATE.size, _STATE.weight) + 8
        state = beside([Row(1.2), *state], chip_rows(answers, x + _TEXT_X + told, inner - told))
    rows += state
    chip = chip_rows([card_chip(content, card.id)], x, _TEXT_X)
    line = Box(Rect(x, 0, width, 0.5), LIGHT.hairline)
    return [Row(4.0, (line,)), *beside(chip, rows), Row(4.0)]
