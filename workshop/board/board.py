"""The board: every record by its id, and the graph that its links form."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from workshop.board.graph import LinkGraph
from workshop.changes.change_set import Change
from workshop.errors import MissingRecordError
from workshop.model.cards import Card
from workshop.model.collections import COLLECTIONS, collection_of
from workshop.model.facilitation import Group, Vote
from workshop.model.links import Link
from workshop.model.people import Participant
from workshop.model.record import Record
from workshop.model.session import SESSION_ID, Session

if TYPE_CHECKING:
    import networkx as nx


class Board:
    """Records by collection and id. Only change sets alter it; callers read."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[str, dict[str, Record]] = {name: {} for name in COLLECTIONS}
        for record in records:
            self._records[collection_of(record)][record.id] = record
        self._graph = LinkGraph(self.cards, self.links)

    @property
    def session(self) -> Session:
        """The session record; an empty one before there is any."""
        return cast(Session, self._records["session"].get(SESSION_ID) or Session(id=SESSION_ID))

    @property
    def cards(self) -> dict[str, Card]:
        """The cards by id, in the order they came."""
        return cast(dict[str, Card], self._records["cards"])

    @property
    def links(self) -> dict[str, Link]:
        """The links by id, in the order they came."""
        return cast(dict[str, Link], self._records["links"])

    @property
    def participants(self) -> dict[str, Participant]:
        """The participants by id."""
        return cast(dict[str, Participant], self._records["participants"])

    @property
    def groups(self) -> dict[str, Group]:
        """The groups by id."""
        return cast(dict[str, Group], self._records["groups"])

    @property
    def votes(self) -> dict[str, Vote]:
        """The votes by id."""
        return cast(dict[str, Vote], self._records["votes"])

    @property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The links as a networkx MultiDiGraph: node = card id, edge key = link id, the record as attribute `link`.

        Built on first read, then kept as changes arrive. Never mutate it.
        """
        return self._graph.graph

    def collection(self, name: str) -> dict[str, Record]:
        """The records of a collection by id."""
        return self._records[name]

    def find(self, collection: str, record_id: str) -> Record | None:
        """A record, or None."""
        return self._records[collection].get(record_id)

    def card(self, card_id: str) -> Card:
        """A card. Raises MissingRecordError when it is gone."""
        if (card := self.cards.get(card_id)) is None:
            raise MissingRecordError("This card is no longer on the board.")
        return card

    def records(self) -> Iterator[Record]:
        """Every record, collection by collection."""
        return (record for collection in self._records.values() for record in collection.values())

    def links_of(self, card_id: str) -> list[Link]:
        """The links that begin or end at a card, in no particular order."""
        return self._graph.links_of(card_id)

    def apply(self, changes: Iterable[Change]) -> None:
        """Take changes in. Called by the one door only."""
        for change in changes:
            collection, record_id = change.key
            if change.after is None:
                self._records[collection].pop(record_id, None)
            else:
                self._records[collection][record_id] = change.after
            self._graph.apply(change)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Board) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]
