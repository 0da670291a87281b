"""The closing check: what is still open at the end of a workshop, each thing in a sentence with its cards."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from workshop.facilitation.agreement import agreement_of
from workshop.facilitation.rounds import open_round
from workshop.findings.finding import Finding, Severity
from workshop.model.cards import Card, CardKind
from workshop.model.tensions import TensionState
from workshop.visibility import Visible


class ClosingKey(StrEnum):
    """What the closing check looks at, in the order in which it is told."""

    HIDDEN_CARDS = "hidden cards"
    OPEN_ROUND = "open round"
    OPEN_TENSIONS = "open tensions"
    DECISIONS = "decisions that somebody cannot live with"
    ACTIONS_WITHOUT_OWNER = "actions without owner"
    ACTIONS_WITHOUT_DATE = "actions without date"
    PARKING_LOT = "parking lot"
    FINDINGS = "findings"


class ClosingPoint(msgspec.Struct, frozen=True):
    """A point of the check: how many things are open (0: done), a sentence, and the cards and tensions it is about."""

    key: ClosingKey
    count: int
    sentence: str
    cards: tuple[str, ...] = ()
    tensions: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        """Whether nothing is open."""
        return not self.count


_WORDS: dict[ClosingKey, tuple[str, str, str]] = {
    ClosingKey.HIDDEN_CARDS: ("card is still hidden", "cards are still hidden", "All cards are revealed."),
    ClosingKey.OPEN_ROUND: ("voting round is still open", "", "No voting round is open."),
    ClosingKey.OPEN_TENSIONS: ("tension is open", "tensions are open", "No tension is open."),
    ClosingKey.DECISIONS: (
        "decision is one that somebody cannot live with",
        "decisions are such that somebody cannot live with them",
        "Nobody objects to a decision.",
    ),
    ClosingKey.ACTIONS_WITHOUT_OWNER: (
        "action has no owner",
        "actions have no owner",
        "Every action has an owner.",
    ),
    ClosingKey.ACTIONS_WITHOUT_DATE: (
        "action has neither a date nor a rhythm",
        "actions have neither a date nor a rhythm",
        "Every action has a date or a rhythm.",
    ),
    ClosingKey.PARKING_LOT: (
        "card waits in the parking lot",
        "cards wait in the parking lot",
        "The parking lot is empty.",
    ),
    ClosingKey.FINDINGS: ("dot is not connected", "dots are not connected", "All dots are connected."),
}
"""What is said of one, of several and of none."""

_RESTING = (TensionState.SETTLED, TensionState.TESTING)


def closing_check(visible: Visible, findings: Iterable[Finding]) -> list[ClosingPoint]:
    """All points, done ones too, so that a closing step can tick them off.

    `findings` are those of the same viewer that nobody dismissed. Of hidden cards only their number is told.
    """
    board, cards = visible.board, list(visible.cards())
    actions = [card for card in cards if card.kind is CardKind.ACTION and not card.done]
    undated = [card for card in actions if card.due is None and card.rhythm is None]
    return [
        _point(ClosingKey.HIDDEN_CARDS, sum(card.hidden for card in board.cards.values())),
        _point(ClosingKey.OPEN_ROUND, int(open_round(board) is not None)),
        _tensions(visible),
        _cards(ClosingKey.DECISIONS, (card for card in cards if _is_objected(visible, card))),
        _cards(ClosingKey.ACTIONS_WITHOUT_OWNER, (card for card in actions if card.owner is None)),
        _cards(ClosingKey.ACTIONS_WITHOUT_DATE, undated),
        _cards(ClosingKey.PARKING_LOT, (card for card in cards if card.phase is None)),
        _findings(findings),
    ]


def _point(key: ClosingKey, count: int, cards: Iterable[str] = (), more: str = "") -> ClosingPoint:
    one, many, none = _WORDS[key]
    words = f"{count} {one if count == 1 else many}{more}." if count else none
    return ClosingPoint(key, count, words, tuple(dict.fromkeys(cards)))


def _cards(key: ClosingKey, cards: Iterable[Card]) -> ClosingPoint:
    found = [card.id for card in cards]
    return _point(key, len(found), found)


def _tensions(visible: Visible) -> ClosingPoint:
    found = [tension for tension in visible.tensions() if tension.state not in _RESTING]
    cards = (position.card for tension in found for position in tension.positions)
    point = _point(ClosingKey.OPEN_TENSIONS, len(found), cards)
    return msgspec.structs.replace(point, tensions=tuple(tension.id for tension in found))


def _findings(findings: Iterable[Finding]) -> ClosingPoint:
    found = list(findings)
    severe = sum(finding.severity is Severity.HIGH for finding in found)
    more = f", {severe} of them severe" if severe else ""
    return _point(ClosingKey.FINDINGS, len(found), (card for one in found for card in one.cards), more)


def _is_objected(visible: Visible, card: Card) -> bool:
    return card.kind is CardKind.DECISION and bool(agreement_of(visible.board, card).objecting)
