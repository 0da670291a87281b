"""The networkx graph of links: built on first read, then kept equal to the records."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workshop.changes.change_set import Change
from workshop.model.cards import Card
from workshop.model.links import Link

if TYPE_CHECKING:
    import networkx as nx


class LinkGraph:
    """The graph of a board's links. networkx is imported when it is first read, which keeps the start short."""

    def __init__(self, cards: Mapping[str, Card], links: Mapping[str, Link]) -> None:
        self._cards = cards
        self._links = links
        self._graph: nx.MultiDiGraph[str] | None = None
        self._dangling: set[str] = set()

    @property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The graph; reading it the first time builds it."""
        if self._graph is None:
            self._graph = build_graph(self._cards, self._links)
            self._dangling = {link.id for link in self._links.values() if not _has(self._graph, link)}
        return self._graph

    def links_of(self, card_id: str) -> list[Link]:
        """The links at a card."""
        graph = self.graph
        if card_id not in graph:
            return []
        out = [link for _, _, link in graph.out_edges(card_id, data="link")]
        return out + [link for source, _, link in graph.in_edges(card_id, data="link") if source != card_id]

    def apply(self, change: Change) -> None:
        """Take one change in, if the graph was read before."""
        if self._graph is None:
            return
        if isinstance(change.record, Card):
            self._apply_card(change)
        elif isinstance(change.record, Link):
            self._apply_link(change)

    def _apply_card(self, change: Change) -> None:
        assert self._graph is not None
        card_id = change.record.id
        if change.after is not None:
            self._graph.add_node(card_id, card=change.after)
            for link_id in tuple(self._dangling):
                self._connect(self._links.get(link_id))
        elif card_id in self._graph:
            self._dangling.update(link.id for link in self.links_of(card_id))
            self._graph.remove_node(card_id)

    def _apply_link(self, change: Change) -> None:
        assert self._graph is not None
        before, after = change.before, change.after
        if isinstance(before, Link):
            self._dangling.discard(before.id)
            if self._graph.has_edge(before.source, before.target, key=before.id):
                self._graph.remove_edge(before.source, before.target, key=before.id)
        if isinstance(after, Link):
            self._connect(after)

    def _connect(self, link: Link | None) -> None:
        """Make a link an edge, or note that it waits for an end, as a damaged or foreign file may have it."""
        assert self._graph is not None
        if link is None:
            return
        if _has(self._graph, link):
            self._graph.add_edge(link.source, link.target, key=link.id, link=link)
            self._dangling.discard(link.id)
        else:
            self._dangling.add(link.id)


def build_graph(cards: Mapping[str, Card], links: Mapping[str, Link]) -> "nx.MultiDiGraph[str]":
    """The graph of these cards and links; a link with a missing end is no edge."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((card.id, {"card": card}) for card in cards.values())
    graph.add_edges_from(
        (link.source, link.target, link.id, {"link": link}) for link in links.values() if _has(graph, link)
    )
    return graph


def _has(graph: "nx.MultiDiGraph[str]", link: Link) -> bool:
    return link.source in graph and link.target in graph
