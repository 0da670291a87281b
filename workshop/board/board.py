"""The board: every record by its id, and the graph that its links form."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count, islice
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from workshop.board.graph import LinkGraph
from workshop.board.phases import CardsByPhase
from workshop.board.places import Places
from workshop.changes.change_set import Change
from workshop.errors import MissingRecordError
from workshop.model.cards import Anonymity, Card
from workshop.model.collections import COLLECTIONS, collection_of
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Group, Vote
from workshop.model.links import Link
from workshop.model.people import Participant
from workshop.model.record import Record
from workshop.model.session import SESSION_ID, Session

if TYPE_CHECKING:
    import networkx as nx


class Board:
    """Records by collection and id, each collection in its order. Only change sets alter it; callers read.

    A record comes behind all others of its collection and keeps its place while it is changed. One that went and
    comes back, as undo brings it, comes back to the place that it had.

    `shown_of_authors` says what the running step shows of authors; the room sets it, and no record holds it, so who
    makes a copy for other eyes hands it on.
    """

    def __init__(self, records: Iterable[Record] = (), places: Iterable[int] | None = None) -> None:
        """`places` are those of the records, rising in each collection; without them they stand as they come."""
        self._records: dict[str, dict[str, Record]] = {name: {} for name in COLLECTIONS}
        self._places = {name: Places() for name in COLLECTIONS}
        for record, place in zip(records, places or count(1), strict=False):
            collection = collection_of(record)
            self._records[collection][record.id] = record
            self._places[collection].come(record.id, place)
        self._graph = LinkGraph(self.cards, self.links)
        self._by_phase: CardsByPhase | None = None
        self.shown_of_authors: Callable[[], Anonymity] = lambda: Anonymity.NAMES

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

    def cards_in(self, phase: Phase | None) -> Mapping[str, Card]:
        """The cards of a phase, or of the parking lot (None), by id, in no particular order. Kept from first use."""
        if self._by_phase is None:
            self._by_phase = CardsByPhase(self.cards.values())
        return self._by_phase.of(phase)

    def records(self) -> Iterator[Record]:
        """Every record, collection by collection."""
        return (record for collection in self._records.values() for record in collection.values())

    def links_of(self, card_id: str) -> list[Link]:
        """The links that begin or end at a card, in no particular order."""
        return self._graph.links_of(card_id)

    def newest(self, collection: str, number: int) -> list[str]:
        """The ids of the last records of a collection, so many, in their order."""
        return list(islice(reversed(self._records[collection]), number))[::-1]

    def placed(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """The changes, each record that comes or goes with its place. Called by the one door, before `apply`."""
        return tuple(self._placed(change) for change in changes)

    def _placed(self, change: Change) -> Change:
        collection, record_id = change.key
        if change.place is not None or (change.before is not None and change.after is not None):
            return change
        places = self._places[collection]
        return replace(change, place=places.next() if change.before is None else places.of(record_id))

    def apply(self, changes: Iterable[Change]) -> None:
        """Take changes in. Called by the one door only."""
        out_of_order: set[str] = set()
        for change in changes:
            collection, record_id = change.key
            records, places = self._records[collection], self._places[collection]
            if change.after is None:
                records.pop(record_id, None)
                places.leave(record_id)
            else:
                if record_id not in records and not places.come(record_id, change.place):
                    out_of_order.add(collection)
                records[record_id] = change.after
            self._graph.apply(change)
            if self._by_phase is not None:
                self._by_phase.take(change.before, change.after)
        for collection in out_of_order:
            self._places[collection].sort(self._records[collection])

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same records, in the same order."""
        if not isinstance(other, Board) or self._records != other._records:
            return False
        return all(list(mine) == list(other.collection(name)) for name, mine in self._records.items())

    __hash__ = None  # type: ignore[assignment]
