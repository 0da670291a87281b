"""What is said of a card, of a selection and of a change, in the order in which people want to hear it."""

from workshop.board.outline import links_in_order, other_end
from workshop.changes.change_set import ChangeSet
from workshop.model.cards import Card
from workshop.model.links import Link
from workshop.model.text import short
from workshop.visibility import Sight, Visible

LONGEST = 400
_LINKED = 60
_NAMED_LINKS = 6


def card_name(visible: Visible, card: Card) -> str:
    """Text, kind, discipline, phase, how many links, and what else marks a card; nothing of one lying face down."""
    phase = card.phase.value if card.phase is not None else "Parking lot"
    if visible.sight(card) is not Sight.FULL:
        return f"A card lying face down, {card.discipline.tag}, {phase}"
    links = sum(visible.sees_link(link) for link in visible.board.links_of(card.id))
    parts = [
        short(card.text, LONGEST) or "A card without text",
        card.kind.value,
        card.discipline.tag,
        phase,
        _counted(links, "link") if links else "",
        "locked" if card.locked else "",
    ]
    return ", ".join(part for part in parts if part)


def card_details(visible: Visible, card: Card) -> str:
    """The first links of a card, its author and its group."""
    if visible.sight(card) is not Sight.FULL:
        return ""
    board = visible.board
    links = links_in_order(visible, card.id)
    parts = [_link(visible, link, card.id) for link in links[:_NAMED_LINKS]]
    if len(links) > _NAMED_LINKS:
        parts.append(f"and {len(links) - _NAMED_LINKS} more links")
    if author := visible.author_words(card):
        parts.append(f"by {author}")
    if card.group in board.groups:
        parts.append(f"in the group {board.groups[card.group].name or 'without a name'}")
    return "; ".join(parts)


def selection_words(visible: Visible, cards: frozenset[str], links: frozenset[str]) -> str:
    """How much is selected; empty for one card, which is named itself, and for nothing."""
    board = visible.board
    if len(links) == 1 and not cards and (link := board.links.get(next(iter(links)))) is not None:
        return f"Link selected: {visible.words(board.cards[link.source], _LINKED)} {_link(visible, link, link.source)}"
    parts = [_counted(len(cards), "card")] if len(cards) > 1 or (cards and links) else []
    parts += [_counted(len(links), "link")] if links else []
    return f"{' and '.join(parts)} selected" if parts else ""


def change_words(visible: Visible, change_set: ChangeSet) -> str:
    """What a change did: its name, and what it did it to."""
    cards = [change for change in change_set.changes if isinstance(change.record, Card)]
    op = f"{change_set.op[:1].upper()}{change_set.op[1:]}"
    if len(cards) != 1:
        return f"{op}: {_counted(len(cards), 'card')}" if cards else op
    before, card = cards[0].before, cards[0].record
    assert isinstance(card, Card)
    words = f"{op}: {visible.words(card, _LINKED)}"
    if isinstance(before, Card) and before.phase != card.phase:
        words += f" to {card.phase.value if card.phase is not None else 'the parking lot'}"
    return words


def _link(visible: Visible, link: Link, here: str) -> str:
    other = visible.words(visible.board.cards[other_end(link, here)], _LINKED)
    out = link.source == here or link.kind.undirected
    return f"{link.kind.value} {other}" if out else f"{other} {link.kind.value} this"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
