"""Linking cards: the rules of a link, and making, changing and removing links."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from workshop.board.board import Board
from workshop.errors import DuplicateLinkError, InvalidRecordError, MissingRecordError
from workshop.model.links import Link, LinkKind
from workshop.workshop import Workshop


def check_link(board: Board, *, source: str, target: str, kind: LinkKind, besides: str | None = None) -> None:
    """Raise the error that says why this link may not be; `besides` is a link that does not count.

    Rules: both cards exist; a card is not linked to itself; between two cards each kind stands once, and an
    undirected kind once in either direction.
    """
    board.card(source), board.card(target)
    if source == target:
        raise InvalidRecordError("A card cannot be linked to itself.")
    wanted = Link(id="wanted", source=source, target=target, kind=kind)
    for link in board.links_of(source):
        if link.id != besides and link.kind is kind and link.joins(wanted):
            raise DuplicateLinkError(f"These cards are already linked by “{kind.value}”.")


def can_link(board: Board, *, source: str, target: str, kind: LinkKind) -> str:
    """Why this link may not be, in a sentence; empty when it may."""
    try:
        check_link(board, source=source, target=target, kind=kind)
    except (InvalidRecordError, DuplicateLinkError, MissingRecordError) as error:
        return str(error)
    return ""


def add_link(
    workshop: Workshop,
    *,
    origin: str,
    source: str,
    target: str,
    kind: LinkKind = LinkKind.LEADS_TO,
    author: str | None = None,
) -> Link:
    """Link two cards. Raises what check_link raises."""
    check_link(workshop.board, source=source, target=target, kind=kind)
    link = Link(
        id=workshop.new_id(), source=source, target=target, kind=kind, author=author, created=workshop.clock()
    )
    with workshop.transact("link cards", origin) as transaction:
        return transaction.put(link)


def chain_cards(
    workshop: Workshop,
    *,
    origin: str,
    card_ids: Sequence[str],
    kind: LinkKind = LinkKind.LEADS_TO,
    author: str | None = None,
) -> list[Link]:
    """Link each card to the next, as one step; pairs that are linked so already are passed over."""
    now = workshop.clock()
    pairs = [
        (source, target)
        for source, target in pairwise(card_ids)
        if not can_link(workshop.board, source=source, target=target, kind=kind)
    ]
    with workshop.transact("chain cards", origin) as transaction:
        return [
            transaction.put(
                Link(id=workshop.new_id(), source=source, target=target, kind=kind, author=author, created=now)
            )
            for source, target in pairs
        ]


def change_link(
    workshop: Workshop,
    *,
    origin: str,
    link_id: str,
    kind: LinkKind | None = None,
    note: str | None = None,
    source: str | None = None,
    target: str | None = None,
    reverse: bool = False,
) -> Link:
    """Give a link another kind, note or end, or turn it round. Raises what check_link raises."""
    link = _link(workshop, link_id)
    ends = (source or link.source, target or link.target)
    if reverse:
        ends = ends[::-1]
    changed = replace(
        link,
        kind=kind or link.kind,
        note=link.note if note is None else note,
        source=ends[0],
        target=ends[1],
    )
    check_link(workshop.board, source=changed.source, target=changed.target, kind=changed.kind, besides=link_id)
    with workshop.transact("change link", origin) as transaction:
        return transaction.put(changed)


def remove_links(workshop: Workshop, *, origin: str, link_ids: Iterable[str]) -> None:
    """Remove links as one step."""
    links = [_link(workshop, link_id) for link_id in link_ids]
    with workshop.transact("delete links" if len(links) > 1 else "delete link", origin) as transaction:
        for link in links:
            transaction.remove(link)


def _link(workshop: Workshop, link_id: str) -> Link:
    if (link := workshop.board.links.get(link_id)) is None:
        raise MissingRecordError("This link is no longer on the board.")
    return link
