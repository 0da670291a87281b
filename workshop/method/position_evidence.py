"""What speaks for a position of a tension, by the discipline that it comes from."""

from collections.abc import Iterator

from workshop.board.flow import previous_cards
from workshop.model.cards import Card, Discipline, EvidenceSource
from workshop.model.tensions import Position
from workshop.translation import _
from workshop.visibility import Sight, Visible

_CX_SOURCES, _UX_SOURCES = 8, 15
"""The first eight kinds of source are those of CX, those before the fifteenth of UX."""

_LENGTH = 80


def side_of_source(source: EvidenceSource) -> Discipline:
    """The discipline whose kind of source it is; Joint for those that are either's."""
    place = list(EvidenceSource).index(source)
    if place < _CX_SOURCES:
        return Discipline.CX
    return Discipline.UX if place < _UX_SOURCES else Discipline.JOINT


def evidence_for(visible: Visible, position: Position) -> dict[Discipline, tuple[str, ...]]:
    """Sentences for CX and for UX: what scorers named, the card's own source, and the cards right before it in flow.

    Take the position from `Visible.tension`. What comes from both sides, or from either, stands on both.
    """
    found: dict[Discipline, list[str]] = {Discipline.CX: [], Discipline.UX: []}
    for impact in position.impacts:
        found[Discipline.CX].append(impact.evidence_cx.strip())
        found[Discipline.UX].append(impact.evidence_ux.strip())
    for side, words in _of_cards(visible, position.card):
        for one in found if side is Discipline.JOINT else (side,):
            found[one].append(words)
    return {side: tuple(dict.fromkeys(words for words in told if words)) for side, told in found.items()}


def _of_cards(visible: Visible, card_id: str) -> Iterator[tuple[Discipline, str]]:
    board = visible.board
    card = board.cards.get(card_id)
    if card is None or visible.sight(card) is not Sight.FULL:
        return
    if card.evidence.source is not None:
        words, note = _(card.evidence.source.value), card.evidence.note.strip()
        said = _("{name}: {text}").format(name=words, text=note) if note else words
        yield side_of_source(card.evidence.source), said
    for before in previous_cards(board, card_id):
        if _speaks(visible, other := board.cards[before]):
            yield other.discipline, visible.words(other, _LENGTH)


def _speaks(visible: Visible, card: Card) -> bool:
    return visible.sight(card) is Sight.FULL
