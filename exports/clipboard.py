"""Cards for the clipboard: as text, as a table, and with their links as JSON for another window of this program."""

from collections.abc import Collection, Iterable, Sequence
from html import escape

import msgspec
from msgspec.structs import replace

from workshop.board.board import Board
from workshop.board.reading_order import reading_order
from workshop.imports.json_session import FORMAT, GONE
from workshop.method.owning import people_in
from workshop.model.cards import Anonymity, Card
from workshop.model.codec import encode_record
from workshop.model.record import Record
from workshop.model.references import ids_gone
from workshop.session.schema import SCHEMA
from workshop.visibility import ARCHIVE, PAPER, Sight, Viewer, Visible, visible_to

CARDS_MIME = "application/x-trilliant-cards+json"
"""The kind under which cards go from one window to another: a session's JSON with these cards alone."""


def shown_cards(board: Board, card_ids: Collection[str]) -> list[Card]:
    """Those of the cards that may leave the room, in the order of reading."""
    visible = visible_to(PAPER, board)
    cards = (board.cards[card] for card in card_ids)
    return reading_order(card for card in cards if visible.sight(card) is Sight.FULL)


def card_lines(cards: Iterable[Card]) -> str:
    """The texts of cards, each on lines of its own."""
    return "\n".join(card.text for card in cards if card.text.strip())


def card_table(board: Board, cards: Sequence[Card]) -> list[list[str]] | None:
    """A header and a row a card, with the columns that tell the cards apart; None when only their text does."""
    columns = [("Text", [card.text for card in cards])]
    for name, values in (
        ("Phase", [card.phase.value if card.phase else "Parking lot" for card in cards]),
        ("Discipline", [card.discipline.tag for card in cards]),
        ("Kind", [card.kind.value for card in cards]),
    ):
        if len(set(values)) > 1:
            columns.append((name, values))
    for name, values in (
        ("Author", [_author(board, card) for card in cards]),
        ("Evidence", [_evidence(card) for card in cards]),
        ("Tags", [", ".join(card.tags) for card in cards]),
    ):
        if any(values):
            columns.append((name, values))
    if len(columns) < 2:
        return None
    return [[name for name, _ in columns], *map(list, zip(*(values for _, values in columns), strict=True))]


def table_html(rows: Sequence[Sequence[str]]) -> str:
    """A table as a page, which spreadsheets and word processors take."""
    head, *body = rows
    parts = ["<html><head><meta charset='utf-8'></head><body><table><tr>"]
    parts += [f"<th>{escape(cell)}</th>" for cell in head]
    parts.append("</tr>")
    for row in body:
        cells = "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row)
        parts.append(f"<tr>{cells}</tr>")
    parts.append("</table></body></html>")
    return "".join(parts)


def table_tsv(rows: Iterable[Sequence[str]]) -> str:
    """A table as tab separated values; cells with tabs, line ends or quotes stand in quotes."""
    return "\r\n".join("\t".join(map(_quoted, row)) for row in rows)


def cards_json(board: Board, card_ids: Collection[str], viewer: Viewer = ARCHIVE) -> bytes:
    """Cards with the links among them and what they name (people, groups, stages, personas, principles, pictures).

    All of them and their authors for the ARCHIVE, which is for this program alone; for PAPER, what other programs may
    read: no hidden cards, and no authors that are not shown.
    """
    visible = visible_to(viewer, board)
    cards = [_as_shown(visible, card) for card in visible.cards() if card.id in card_ids]
    unsigned = {card.id for card in cards if visible.author_shown(card) is not Anonymity.NAMES}
    links = [
        replace(link, author=None) if {link.source, link.target} & unsigned else link
        for link in visible.links()
        if link.source in card_ids and link.target in card_ids
    ]
    named: dict[str, Collection[str | None]] = {
        "participants": {who for one in (*cards, *links) for who in people_in(one)},
        "groups": {card.group for card in cards},
        "stages": {card.stage for card in cards},
        "personas": {persona for card in cards for persona in card.personas},
        "principles": {card.principle for card in cards},
        "assets": {card.image for card in cards},
    }
    found: dict[str, list[Record]] = {
        name: [record for record in board.collection(name).values() if record.id in ids]
        for name, ids in named.items()
    }
    found |= {"cards": list(cards), "links": list(links)}
    gone = ids_gone(record for records in found.values() for record in records)
    head = {"format": FORMAT, "schema": SCHEMA, **({GONE: gone} if gone else {})}
    return msgspec.json.encode(head | {name: _plain(records) for name, records in found.items()})


def _as_shown(visible: Visible, card: Card) -> Card:
    """A card without its author where the viewer may not know the name."""
    return card if visible.author_shown(card) is Anonymity.NAMES else replace(card, author=None)


def _plain(records: Iterable[Record]) -> list[dict[str, object]]:
    """Records as plain dicts, defaults left out save a card's box, which would be chosen anew."""
    plains = []
    for record in records:
        plain = msgspec.json.decode(encode_record(record))
        if isinstance(record, Card):
            plain |= {"x": record.x, "y": record.y, "w": record.w, "h": record.h}
        plains.append(plain)
    return plains


def _author(board: Board, card: Card) -> str:
    person = visible_to(PAPER, board).author(card)
    return person.name if person and not person.gone else ""


def _evidence(card: Card) -> str:
    evidence = card.evidence
    parts = (evidence.source.value if evidence.source else "", evidence.note, evidence.link)
    return " · ".join(part for part in parts if part)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\r\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
