"""What is still open, in short: tensions, the most severe of the dots that nobody connected, and questions."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from exports.pdf.amounts import Amounts
from exports.pdf.anchors import anchor_of, dot_anchor, tension_anchor
from exports.pdf.content import Content
from exports.pdf.findings_section import SEVERITY_INKS
from exports.pdf.headings import subheading
from exports.pdf.later import LINE
from exports.pdf.page import Flow, Jump
from exports.pdf.rows import beside, ruled, set_rows
from exports.pdf.tensions_section import STATE_INKS
from exports.pdf.typeset import Row, Style, height_of, rightward, text_rows
from workshop.findings.finding import Severity
from workshop.findings.unanswered_question import UNANSWERED_QUESTION
from workshop.method.scoring import impact_of
from workshop.method.settling import tension_title
from workshop.method.tension_words import score_text
from workshop.model.cards import Card, CardKind
from workshop.model.isolating import isolated
from workshop.model.links import LinkKind
from workshop.model.tensions import Tension
from workshop.model.text import clean_line, short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Colour, Rect, Weight
from workshop.translation import _, counted

_NAME = Style(8.6, weight=Weight.SEMIBOLD, leading=1.4)
_TEXT = Style(8.8, leading=1.4)
_TEXT_X = 128.0


class _Entry(NamedTuple):
    name: str
    ink: Colour
    words: str
    anchor: str


def open_questions(content: Content) -> list[Card]:
    """The questions that no card answers and nobody has set aside."""
    answered = {link.target for link in content.links if link.kind is LinkKind.ANSWERS}
    over = answered.union(content.method.set_aside)
    return [card for card in content.of_kind(CardKind.QUESTION) if card.id not in over]


def set_still_open(flow: Flow, content: Content, amounts: Amounts) -> None:
    """Set a few entries of each sort, and how many more there are on which page; nothing where nothing is open."""
    tensions, dots, questions = (
        list(found) for found in (_tensions(content), _dots(content), _questions(content))
    )
    counts = len(tensions), len(content.method.findings), len(questions)
    told = [entries[: amounts.open] for entries in (tensions, dots, questions)]
    rest = _rest(content, *(count - len(entries) for count, entries in zip(counts, told, strict=True)))
    heading = subheading(_heading_words(*counts))
    for place, entry in enumerate(entry for entries in told for entry in entries):
        set_rows(flow, _entry(entry, flow.paper.inner, amounts), before=() if place else heading)
    if rest:
        flow.y += 4.0
        flow.promise(rest, LINE)


def _rest(content: Content, tensions: int, dots: int, questions: int) -> list[tuple[str, str]]:
    """How many of each sort are not told, and the section that tells all of it.

    Where all questions that are left were asked of nobody, they stand among the cards alone.
    """
    untold = open_questions(content)[-questions:] if questions else []
    listed = "questions" if any(card.asked_of for card in untold) else "appendix"
    sorts = (
        (tensions, counted("{count} more tension", "{count} more tensions", tensions), "tensions"),
        (dots, counted("{count} more dot", "{count} more dots", dots), "dots"),
        (questions, counted("{count} more question", "{count} more questions", questions), listed),
    )
    return [(words, anchor) for count, words, anchor in sorts if count > 0]


def _tensions(content: Content) -> Iterator[_Entry]:
    method = content.method
    numbers = {tension.id: number for number, tension in enumerate(method.tensions, 1)}
    for tension in method.open_tensions:
        title = clean_line(tension_title(method.visible, tension))
        scores = _scores(content, tension)
        words = title
        if len(scores) > 1:
            words = _("{title} Customer impact: {scores}.").format(
                title=isolated(title), scores="; ".join(scores)
            )
        name = _("Tension {number}, {state}").format(number=numbers[tension.id], state=_(tension.state.value))
        yield _Entry(name, STATE_INKS[tension.state], words, tension_anchor(tension.id))


def _scores(content: Content, tension: Tension) -> list[str]:
    """The customer impact of each position that has one, with its inputs and whose it is: a side's, or a card's."""
    cards = [content.cards.get(position.card) for position in tension.positions]
    tags = [card.discipline.tag if card else "" for card in cards]
    apart = len(set(tags)) == len(tags)
    told = []
    for position, tag in zip(tension.positions, tags, strict=True):
        if (score := impact_of(position)) is not None:
            name = tag if apart else content.numbers.get(position.card, "")
            told.append(f"{name} {score_text(score.score)} = {score.inputs}".strip())
    return told


def _dots(content: Content) -> Iterator[_Entry]:
    """The most severe first, one of each kind before the next of the same; those of low severity only if all are.

    Open questions are told as such, and not as dots once more.
    """
    turns: Counter[tuple[Severity, str]] = Counter()
    found = []
    for number, finding in enumerate(content.method.findings, 1):
        kind = finding.severity, finding.finding
        found.append((-finding.severity.weight, turns[kind], number, finding))
        turns[kind] += 1
    told = {card.id for card in open_questions(content)}
    fresh = [one for one in found if one[-1].finding != UNANSWERED_QUESTION or told.isdisjoint(one[-1].cards)]
    telling = [one for one in fresh if one[-1].severity is not Severity.LOW] or fresh or found
    for *_place, number, finding in sorted(telling, key=lambda one: one[:3]):
        ink = SEVERITY_INKS[finding.severity]
        yield _Entry(finding.title, ink, rightward(clean_line(finding.sentence)), dot_anchor(number))


def _questions(content: Content) -> Iterator[_Entry]:
    for card in open_questions(content):
        name = _("Question")
        if card.asked_of:
            name = _("Question to {side}").format(side=card.asked_of.tag)
        yield _Entry(name, LIGHT.answers, short(card.text, 240) or _("No text"), anchor_of(card.id))


def _heading_words(tensions: int, dots: int, questions: int) -> str:
    """What the part is called, with how many there are of each sort."""
    counts = (
        counted("{count} tension", "{count} tensions", tensions) if tensions else "",
        counted("{count} dot", "{count} dots", dots) if dots else "",
        counted("{count} question", "{count} questions", questions) if questions else "",
    )
    return " · ".join([_("STILL OPEN"), *(words.upper() for words in counts if words)])


def _entry(entry: _Entry, inner: float, amounts: Amounts) -> list[Row]:
    name = text_rows(entry.name, _TEXT_X - 10, _NAME.inked(entry.ink))
    text = text_rows(entry.words, inner - _TEXT_X, _TEXT, _TEXT_X, most=amounts.text)
    rows = ruled(beside(name, text), inner, 2.5, 2.5)
    jump = Jump(Rect(0, 0, inner, height_of(rows)), entry.anchor)
    return [rows[0]._replace(jumps=(jump,)), *rows[1:]]
