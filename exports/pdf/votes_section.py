"""Votes: what each round asked, and how many dots its cards got from either side, as bars."""

from collections.abc import Callable, Iterator, Sequence

from exports.pdf.chips import card_chip, chip_rows
from exports.pdf.content import Content
from exports.pdf.headings import continued, subheading
from exports.pdf.page import Flow
from exports.pdf.rows import beside, in_one
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import QUIET, Row, Style, cut_label, label, text_rows
from workshop.facilitation.results import CardResult, RoundResult, result_of
from workshop.facilitation.rounds import rounds_of
from workshop.model.text import clean_line, short
from workshop.picture.board_plan import Balance, balance_bar
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Rect, Weight
from workshop.translation import _, counted, npgettext

MOST_ROWS = 10
"""So many cards of a round are drawn; of more the paper says how many they are."""

_TEXT = Style(8.6)
_COUNT = Style(8.6, weight=Weight.BOLD)
_SIDES = Style(7.6, LIGHT.muted)
_CHIP, _TEXT_X, _BAR_SHARE, _SIDE = 24.0, 66.0, 0.62, 92.0
_LINE = 16.0
_MOST_NAMED = 30
"""Of so many more the ids are told, with their dots."""

_TOGETHER = 3
"""So many cards of a round stand below its question on the same page, and so many at its end."""


def results(content: Content) -> list[RoundResult]:
    """The rounds that ended and in which somebody voted, and before them the dots that were given outside of rounds."""
    visible = content.method.visible
    found = [result_of(visible, one) for one in rounds_of(visible.board)]
    return [result for result in found if result is not None and result.most]


def set_votes(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each round."""
    told = results(content)
    dots = sum(result.dots for result in told)
    rounds = counted("{count} round", "{count} rounds", len(told))
    given = npgettext("of a vote", "{count} dot", "{count} dots", dots).format(count=dots)
    head = Heading(_("Votes"), "votes", f"{rounds}, {given}", _("WHAT THE ROOM CHOSE"))
    set_section(flow, head, _blocks(content, told, flow.paper.inner), done)


def _blocks(content: Content, told: Sequence[RoundResult], inner: float) -> Iterator[Block]:
    for number, result in enumerate(told, 1):
        question = clean_line(result.round.question) or _("Round {number}").format(number=number)
        name = _("ROUND {number}").format(number=number)
        before = [
            *subheading(name, above=2.0 if number == 1 else 14.0),
            *_question(question, inner),
        ]
        rows = [row for row in result.rows if row.total]
        shown = [_bar(content, row, result.most, inner) for row in rows[:MOST_ROWS]]
        end = [*shown[-_TOGETHER:], *_remarks(content, result, rows[MOST_ROWS:], inner)]
        parts = [in_one(shown[:_TOGETHER]), *([row] for row in shown[_TOGETHER:-_TOGETHER])]
        parts = [*parts, in_one(end)] if len(shown) > 2 * _TOGETHER else [in_one([*shown[:-_TOGETHER], *end])]
        for place, part in enumerate(parts):
            head = continued(name)
            yield Block(part, () if place else before, head, steps=int(not place))


def _question(words: str, inner: float) -> list[Row]:
    return text_rows(short(words, 400), inner, Style(10, weight=Weight.SEMIBOLD, leading=1.4), after=4)


def _bar(content: Content, row: CardResult, most: int, inner: float) -> Row:
    """A card with its rank, its dots as a bar divided by side, and their number."""
    rank = [Row(_LINE, (label(0, 9.7, f"{row.rank}{'=' if row.tied else ''}", _SIDES),))]
    chip = chip_rows([card_chip(content, row.card)], _CHIP, _TEXT_X - _CHIP)
    bar_x = inner * _BAR_SHARE
    text = cut_label(
        _TEXT_X, 9.7, short(content.cards[row.card].text, 200) or _("No text"), bar_x - _TEXT_X - 10, _TEXT
    )
    width = (inner - bar_x - _SIDE) * row.total / most
    balance = Balance(row.cx, row.joint, row.ux)
    count = label(bar_x + width + 5, 9.7, str(row.total), _COUNT)
    given = (
        f"{row.cx} CX" if row.cx else "",
        npgettext("of a vote", "{count} joint", "{count} joint", row.joint).format(count=row.joint)
        if row.joint
        else "",
        f"{row.ux} UX" if row.ux else "",
    )
    sides = ", ".join(filter(None, given))
    after = count.x + count.width + 5
    told = cut_label(after, 9.7, sides, inner - after, _SIDES)
    bar = balance_bar(Rect(bar_x, 3.0, max(width, 2.0), 8.0), balance, LIGHT)
    return beside(rank, chip, [Row(_LINE, (text, *bar, count, told))])[0]


def _remarks(content: Content, result: RoundResult, rest: Sequence[CardResult], inner: float) -> list[Row]:
    """Which others got dots, and where the sides differ most."""
    words = [counted("and {count} more", "and {count} more", len(rest))] if rest else []
    if rest and len(rest) <= _MOST_NAMED:
        words[0] += ": " + ", ".join(f"{content.numbers[one.card]} ({one.total})" for one in rest)
    apart = [content.numbers[one.card] for one in result.disagreements() if one.card in content.numbers]
    if apart:
        words.append(_("CX and UX differ most on {cards}").format(cards=", ".join(apart)))
    return [Row(3.0), *text_rows("; ".join(words), inner, QUIET)] if words else []
