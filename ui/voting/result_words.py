"""The result of a voting round in words and numbers, as the panel and the projector say it."""

import msgspec

from ui.panels.card_words import words_alone
from workshop.facilitation.results import CardResult, result_of
from workshop.method.records import records_of
from workshop.model.facilitation import VotingRound
from workshop.visibility import Visible

_LETTERS = 240

NO_QUESTION = "A round without a question"


class RankedCard(msgspec.Struct, frozen=True):
    """A card that got dots: its words, and its result."""

    text: str
    result: CardResult


class ResultWords(msgspec.Struct, frozen=True):
    """All that is shown of a result: its question, the cards with dots, those on which CX and UX differ, the rest."""

    question: str
    told: str
    ranked: tuple[RankedCard, ...]
    apart: tuple[RankedCard, ...]
    most: int
    without: int
    """Cards on which nobody put a dot."""


def result_words(visible: Visible, round_id: str) -> ResultWords | None:
    """The result of a round as a viewer may see it; None while it is open, and once it is gone."""
    voting_round = records_of(visible.board, VotingRound).get(round_id)
    result = result_of(visible, voting_round) if voting_round is not None else None
    if voting_round is None or result is None:
        return None
    without = sum(not row.total for row in result.rows)
    cards = len(result.rows) - without
    return ResultWords(
        question=voting_round.question.strip() or NO_QUESTION,
        told=f"{_counted(result.dots, 'dot')} on {_counted(cards, 'card')}" if cards else "Nobody gave a dot",
        ranked=tuple(_ranked(visible, row) for row in result.rows if row.total),
        apart=tuple(_ranked(visible, row) for row in result.disagreements()),
        most=result.most,
        without=without,
    )


def rank_words(found: CardResult) -> str:
    """“1”, or “tied at 2”."""
    return f"tied at {found.rank}" if found.tied else f"{found.rank}"


def dots_words(found: CardResult) -> str:
    """“5 dots: 3 CX, 2 UX”; guests are on neither side."""
    if not found.total:
        return "no dot"
    sides = ((found.cx, "CX"), (found.joint, "guest" if found.joint == 1 else "guests"), (found.ux, "UX"))
    parts = ", ".join(f"{number} {words}" for number, words in sides if number)
    return f"{_counted(found.total, 'dot')}: {parts}"


def _ranked(visible: Visible, row: CardResult) -> RankedCard:
    return RankedCard(words_alone(visible, visible.board.cards.get(row.card), _LETTERS), row)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"
