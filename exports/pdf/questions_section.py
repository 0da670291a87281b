"""Questions to the other side: for CX and for UX what each is asked, by when, and what was answered."""

from collections.abc import Callable, Iterator

from exports.pdf.chips import card_chip, card_chips, chip_rows
from exports.pdf.content import Content
from exports.pdf.headings import subheading
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import Row, Style, text_rows
from workshop.method.asking import Question, QuestionState, questions_sentence
from workshop.model.cards import Discipline
from workshop.model.text import short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Weight

_TEXT = Style(9.2, leading=1.4)
_STATE = Style(8.6, weight=Weight.SEMIBOLD, leading=1.4)
_QUIET = Style(8.2, LIGHT.muted, leading=1.4)
_INKS = {QuestionState.OVERDUE: LIGHT.danger, QuestionState.ANSWERED: LIGHT.good}
_TEXT_X, _SIDE, _GAP = 44.0, 150.0, 14.0
_LONGEST, _MOST_CHIPS = 1_000, 6


def set_questions(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each question."""
    everything = [question for questions in content.method.questions.values() for question in questions]
    head = Heading("Questions to the other side", "questions", questions_sentence(everything), "TO TAKE HOME")
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    above = 2.0
    for side, questions in content.method.questions.items():
        words = f"{side.tag} IS ASKED · {len(questions)}"
        for place, question in enumerate(questions):
            before = () if place else subheading(words, LIGHT.disciplines[side].accent, above)
            above = 16.0
            yield Block(_question(content, side, question, inner), before)


def _question(content: Content, side: Discipline, question: Question, inner: float) -> list[Row]:
    card = content.cards[question.card.id]
    width = inner - _TEXT_X - _SIDE - _GAP
    text = text_rows(short(card.text, _LONGEST) or "No text", width, _TEXT, _TEXT_X)
    if author := content.name(card.author):
        text += text_rows(f"asked by {author}", width, _QUIET, _TEXT_X)
    ink = _INKS.get(question.state, LIGHT.disciplines[side].ink)
    state = text_rows(question.words, _SIDE, _STATE.inked(ink), inner - _SIDE)
    answers = card_chips(content, (answer.id for answer in question.answers), _MOST_CHIPS)
    state += [Row(2.0), *chip_rows(answers, inner - _SIDE, _SIDE)] if answers else []
    return ruled(beside(chip_rows([card_chip(content, card.id)], 0, _TEXT_X), text, state), inner)
