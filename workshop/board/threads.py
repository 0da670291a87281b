"""Threads: from each root signal of Problem along the flow of links, as far towards an outcome as it goes."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import msgspec

from workshop.model.cards import Card
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.model.links import Link, LinkKind
from workshop.visibility import Visible

_RANK = {phase: rank for rank, phase in enumerate(Phase)}


class Thread(msgspec.Struct, frozen=True):
    """A root signal with the one path that stands for all that follows from it.

    `cards` lead from the root to the end, `links` join each to the next. `reaches` is the diamond of the furthest
    phase, `dots` the votes along the path.
    """

    cards: tuple[str, ...]
    links: tuple[str, ...]
    reaches: DiamondName
    dots: int

    @property
    def root(self) -> str:
        """The signal that it begins with."""
        return self.cards[0]

    @property
    def whole(self) -> bool:
        """Whether it reaches Outcome."""
        return self.reaches is DiamondName.OUTCOME


class _Reach(NamedTuple):
    """How good a path is from a card on: the furthest phase, then the most votes, then the fewest steps."""

    phase: int
    dots: int
    steps: int
    through: int
    """The next card's class, -1 where the path ends."""

    @property
    def worth(self) -> tuple[int, int, int]:
        return self.phase, self.dots, self.steps


class _Flow:
    """The flow among classes of cards: cards that are the same as one another are one class."""

    def __init__(self, cards: Mapping[str, Card], links: Iterable[Link]) -> None:
        links = [link for link in links if link.source in cards and link.target in cards]
        parent = {card: card for card in cards}

        def head(card: str) -> str:
            while parent[card] != card:
                parent[card] = parent[parent[card]]
                card = parent[card]
            return card

        for link in links:
            if link.kind is LinkKind.SAME_AS:
                parent[head(link.target)] = head(link.source)
        numbers: dict[str, int] = {}
        self.members: list[list[str]] = []
        self.class_of: dict[str, int] = {}
        for card in cards:
            number = numbers.setdefault(head(card), len(numbers))
            if number == len(self.members):
                self.members.append([])
            self.members[number].append(card)
            self.class_of[card] = number
        self.by_step: dict[tuple[int, int], tuple[str, str, str]] = {}
        self.same: dict[frozenset[str], str] = {}
        for link in links:
            self._take(link)
        self.after: dict[int, list[int]] = defaultdict(list)
        for source, target in self.by_step:
            self.after[source].append(target)

    def _take(self, link: Link) -> None:
        if link.kind is LinkKind.SAME_AS:
            self.same.setdefault(frozenset((link.source, link.target)), link.id)
        elif link.flow is not None:
            source, target = link.flow
            step = (self.class_of[source], self.class_of[target])
            if step[0] != step[1]:
                self.by_step.setdefault(step, (source, link.id, target))


def threads_of(visible: Visible) -> list[Thread]:
    """The threads of a board as a viewer sees it, one for each root signal, in the order of their root cards.

    In a circle of links the path takes the shortest way to where it leaves best.
    """
    cards = {card.id: card for card in visible.cards()}
    edges = visible.board.graph.edges(data="link")
    flow = _Flow(cards, [link for _, _, link in edges])
    dots: dict[str, int] = defaultdict(int)
    for vote in visible.board.votes.values():
        dots[vote.card] += vote.dots
    circles = _circles(flow)
    reaches = _reaches(flow, cards, dots, circles)
    roots = _roots(flow, cards, circles)
    return [_thread(root, flow, reaches) for root in roots]


def _circles(flow: _Flow) -> list[list[int]]:
    """The strongly connected classes by Tarjan's way, those that others lead to before those that lead to them."""
    seen: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_: list[int] = []
    closed: set[int] = set()
    circles: list[list[int]] = []
    for start in tuple(flow.after):
        work = [] if start in seen else [(start, iter(flow.after[start]))]
        while work:
            node, targets = work[-1]
            if node not in seen:
                seen[node] = lowest[node] = len(seen)
                open_.append(node)
            for target in targets:
                if target not in seen:
                    work.append((target, iter(flow.after.get(target, ()))))
                    break
                if target not in closed:
                    lowest[node] = min(lowest[node], seen[target])
            else:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[node])
                if lowest[node] == seen[node]:
                    circles.append(_cut_off(open_, node))
                    closed.update(circles[-1])
    return circles


def _cut_off(open_: list[int], node: int) -> list[int]:
    """Take everything from a class on off the end of a list."""
    cut = [open_.pop()]
    while cut[-1] != node:
        cut.append(open_.pop())
    return cut


def _reaches(
    flow: _Flow, cards: Mapping[str, Card], dots: Mapping[str, int], circles: list[list[int]]
) -> list[_Reach]:
    own = [
        _Reach(
            max([_rank(cards[card]) for card in members]), sum([dots.get(card, 0) for card in members]), -1, -1
        )
        for members in flow.members
    ]
    best = list(own)

    def onward(node: int, targets: Iterable[int]) -> _Reach:
        mine, found = own[node], own[node]
        for target in targets:
            then = best[target]
            reach = _Reach(then.phase, mine.dots + then.dots, then.steps - 1, target)
            if reach.worth > found.worth:
                found = reach
        return found

    for circle in circles:
        inside = set(circle)
        for node in circle:
            best[node] = onward(node, [target for target in flow.after.get(node, ()) if target not in inside])
        if len(circle) > 1:
            _go_round(flow, inside, best, lambda node, target: onward(node, (target,)))
    return best


def _go_round(flow: _Flow, inside: set[int], best: list[_Reach], onward: Callable[[int, int], _Reach]) -> None:
    """Lead all of a circle, by the shortest ways within it, to where it is left best."""
    before: dict[int, list[int]] = defaultdict(list)
    for node in inside:
        for target in flow.after.get(node, ()):
            if target in inside:
                before[target].append(node)
    exit_ = max(sorted(inside), key=lambda node: best[node].worth)
    waiting, led = deque([exit_]), {exit_}
    while waiting:
        target = waiting.popleft()
        for node in before[target]:
            if node not in led:
                led.add(node)
                best[node] = max(onward(node, target), best[node], key=lambda reach: reach.worth)
                waiting.append(node)


def _roots(flow: _Flow, cards: Mapping[str, Card], circles: list[list[int]]) -> list[str]:
    """The cards of Problem, one a class, that no other card of Problem leads to."""
    signals = [
        next((card for card in members if _diamond(cards[card]) is DiamondName.PROBLEM), None)
        for members in flow.members
    ]
    fed = [False] * len(signals)
    for circle in reversed(circles):
        inside = set(circle)
        outer = any(fed[node] for node in circle)
        sources = sum(signals[node] is not None for node in circle)
        for node in circle:
            fed[node] = outer or sources > (signals[node] is not None)
            for target in flow.after.get(node, ()):
                if target not in inside and (outer or sources):
                    fed[target] = True
    return [card for node, card in enumerate(signals) if card is not None and not fed[node]]


def _thread(root: str, flow: _Flow, reaches: list[_Reach]) -> Thread:
    node = flow.class_of[root]
    dots, phase = reaches[node].dots, reaches[node].phase
    cards, links = [root], []
    while (target := reaches[node].through) >= 0:
        source, link, card = flow.by_step[node, target]
        if source != cards[-1]:
            links.extend(_same_link(flow, cards[-1], source))
            cards.append(source)
        links.append(link)
        cards.append(card)
        node = target
    reached = diamond_of(list(Phase)[phase]).name if phase >= 0 else DiamondName.PROBLEM
    return Thread(tuple(cards), tuple(links), reached, dots)


def _same_link(flow: _Flow, one: str, other: str) -> list[str]:
    link = flow.same.get(frozenset((one, other)))
    return [link] if link else []


def _rank(card: Card) -> int:
    return _RANK[card.phase] if card.phase is not None else -1


def _diamond(card: Card) -> DiamondName | None:
    return diamond_of(card.phase).name if card.phase is not None else None
