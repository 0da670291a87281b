"""Circular reasoning: cards that lead round to themselves."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.links import Link, LinkKind
from workshop.translation import in_a_row, ngettext, number

if TYPE_CHECKING:
    import networkx as nx

REASONING = (LinkKind.LEADS_TO, LinkKind.DEPENDS_ON)


def circular_reasonings(reading: Reading) -> Iterator[Found]:
    """A circle of `leads to` and `depends on` links, in which cards that are the same are one.

    One finding for all circles that hang together, however many there are, since a dense board has millions: the
    strongly connected classes (networkx, linear in classes and steps). Its cards are the ends of the circles' links,
    those of a shortest circle first, and `link` is the one that closes it.
    """
    import networkx as nx

    graph = _graph(reading)
    number = {node: n for n, circle in enumerate(nx.strongly_connected_components(graph)) for node in circle}
    circles: dict[int, list[Link]] = defaultdict(list)
    for source, target, links in graph.edges(data="links"):
        if number[source] == number[target]:
            circles[number[source]].extend(links)
    place = {link.id: place for place, link in enumerate(reading.links)}
    for links in sorted(circles.values(), key=lambda links: min(place[link.id] for link in links)):
        links.sort(key=lambda link: place[link.id])
        yield _found(reading, graph, links)


def _graph(reading: Reading) -> "nx.DiGraph[int]":
    """The classes of cards with the reasoning links between those that lie on circles of the flow."""
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    class_of = reading.flow.class_of
    on_circle = {node for circle in reading.flow.circles if len(circle) > 1 for node in circle}
    for link in reading.links:
        if link.kind in REASONING and link.flow is not None:
            source, target = (class_of[card] for card in link.flow)
            if source != target and not {source, target} <= on_circle:
                continue
            if graph.has_edge(source, target):
                graph[source][target]["links"].append(link)
            else:
                graph.add_edge(source, target, links=[link])
    return graph


def _found(reading: Reading, graph: "nx.DiGraph[int]", links: list[Link]) -> Found:
    import networkx as nx

    class_of = reading.flow.class_of
    source, target = (class_of[card] for card in links[0].flow or ())
    back = nx.shortest_path(graph, target, source)
    round_ = [links[0], *(graph[one][other]["links"][0] for one, other in pairwise(back))]
    way = list(dict.fromkeys(card for link in round_ for card in link.flow or ()))
    named = dict.fromkeys((*way, *(card for link in links for card in (link.source, link.target))))
    words = {"card": reading.words(way[0]), "way": _way(reading, way[1:])}
    return Found(cards=tuple(named), words=words, form=int(len(way) == 1), link=round_[-1].id)


def _way(reading: Reading, cards: list[str]) -> str:
    more, names = len(cards) - 2, [reading.words(card) for card in cards[:2]]
    if more <= 0:
        return in_a_row(names, " and ".join(names))
    words = ngettext("{cards} and {count} more", "{cards} and {count} more", more)
    return words.format(cards=", ".join(names), count=number(f"{more:,}"))
