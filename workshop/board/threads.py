"""Threads: from each root signal of Problem along the flow of links, as far towards an outcome as it goes."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from workshop.board.flow_classes import FlowClasses
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.visibility import Visible

_RANK = {phase: rank for rank, phase in enumerate(Phase)}


class Thread(msgspec.Struct, frozen=True, gc=False):
    """A root signal with the one path that stands for all that follows from it.

    `cards` lead from the root to the end, `links` join each to the next. `reaches` is the diamond of the furthest
    phase, `dots` the votes along the path, those of cards that are the same included. `disciplines` and
    `dots_along` are those of each of the cards; votes of a card that is the same and not on the path count with the
    first one that is, so that `dots_along` add up to `dots`.
    """

    cards: tuple[str, ...]
    links: tuple[str, ...]
    reaches: DiamondName
    dots: int
    disciplines: tuple[Discipline, ...]
    dots_along: tuple[int, ...]

    @property
    def root(self) -> str:
        """The signal that it begins with."""
        return self.cards[0]

    @property
    def whole(self) -> bool:
        """Whether it reaches Outcome."""
        return self.reaches is DiamondName.OUTCOME

    @property
    def stops_in(self) -> DiamondName | None:
        """The diamond in which it stops, Problem or Solution; None for a whole one."""
        return None if self.whole else self.reaches

    @property
    def joint(self) -> bool:
        """Whether both disciplines speak along it; a Joint card speaks for both."""
        return Discipline.JOINT in self.disciplines or len(set(self.disciplines)) > 1


class _Reach(NamedTuple):
    """How good a path is from a card on: the furthest phase, then the most votes, then the fewest steps."""

    phase: int
    dots: int
    steps: int
    through: int
    """The next card's class, -1 where the path ends."""


def threads_of(visible: Visible) -> list[Thread]:
    """The threads of a board as a viewer sees it, one for each root signal, in the order of their root cards.

    In a circle of links the path takes the shortest way to where it leaves best. The cost is linear in cards and
    links: one pass over the strongly connected classes (`FlowClasses.circles`), one value for each class.
    """
    cards = {card.id: card for card in visible.cards()}
    flow = FlowClasses(cards, visible.board.links.values())
    dots: dict[str, int] = defaultdict(int)
    for vote in visible.votes():
        dots[vote.card] += vote.dots
    reaches = _Reaches(flow, cards, dots)
    return [_thread(root, flow, reaches, cards, dots) for root in _roots(flow, cards)]


def has_flow(visible: Visible) -> bool:
    """Whether any link that the viewer sees carries flow; before that every signal would be a thread that stops."""
    return any(link.flow is not None for link in visible.links())


class _Reaches:
    """The best reach of each class; only those that lead on are kept, the others end where they are."""

    def __init__(self, flow: FlowClasses, cards: Mapping[str, Card], dots: Mapping[str, int]) -> None:
        self._phases = flow.of_classes({card.id: _rank(card) for card in cards.values()}, max)
        self._dots = flow.of_classes({card: dots.get(card, 0) for card in cards}, sum)
        self._best: dict[int, _Reach] = {}
        for circle in flow.circles:
            inside = set(circle)
            for node in circle:
                if after := flow.after.get(node):
                    self._lead(node, [target for target in after if target not in inside])
            if len(circle) > 1:
                self._go_round(flow, inside)

    def __getitem__(self, node: int) -> _Reach:
        return self._best.get(node) or _Reach(self._phases[node], self._dots[node], -1, -1)

    def _lead(self, node: int, targets: Iterable[int]) -> None:
        """Lead a class to the best of these next ones, unless it is better where it is."""
        found, mine = self[node], self._dots[node]
        for target in targets:
            then = self[target]
            reach = _Reach(then.phase, mine + then.dots, then.steps - 1, target)
            if reach[:3] > found[:3]:
                found = self._best[node] = reach

    def _go_round(self, flow: FlowClasses, inside: set[int]) -> None:
        """Lead all of a circle, by the shortest ways within it, to where it is left best."""
        before: dict[int, list[int]] = defaultdict(list)
        for node in inside:
            for target in flow.after.get(node, ()):
                if target in inside:
                    before[target].append(node)
        exit_ = max(sorted(inside), key=lambda node: self[node][:3])
        waiting, led = deque([exit_]), {exit_}
        while waiting:
            target = waiting.popleft()
            for node in before[target]:
                if node not in led:
                    led.add(node)
                    self._lead(node, (target,))
                    waiting.append(node)


def _roots(flow: FlowClasses, cards: Mapping[str, Card]) -> list[str]:
    """The cards of Problem, one a class, that no other card of Problem leads to."""
    problem = (Phase.DISCOVER, Phase.DEFINE)
    signals = flow.of_classes(
        {card.id: card.id if card.phase in problem else None for card in cards.values()},
        lambda members: next(filter(None, members), None),
    )
    fed = [False] * len(signals)
    for circle in reversed(flow.circles):
        inside = set(circle)
        outer = any(fed[node] for node in circle)
        sources = sum(signals[node] is not None for node in circle)
        for node in circle:
            fed[node] = outer or sources > (signals[node] is not None)
            for target in flow.after.get(node, ()):
                if target not in inside and (outer or sources):
                    fed[target] = True
    return [card for node, card in enumerate(signals) if card is not None and not fed[node]]


def _thread(
    root: str, flow: FlowClasses, reaches: _Reaches, seen: Mapping[str, Card], votes: Mapping[str, int]
) -> Thread:
    node = flow.class_of[root]
    phase, dots, *_ = reaches[node]
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
    return Thread(
        tuple(cards),
        tuple(links),
        reached,
        dots,
        tuple([seen[card].discipline for card in cards]),
        _dots_along(cards, flow, votes),
    )


def _dots_along(cards: list[str], flow: FlowClasses, votes: Mapping[str, int]) -> tuple[int, ...]:
    """The votes of each card of a path, with those of cards that are the same and not on it."""
    along = {card: votes.get(card, 0) for card in cards}
    left = dict(flow.joined) if votes else {}
    for card in cards if left else ():
        for same in left.pop(flow.class_of[card], ()):
            along[card] += 0 if same in along else votes.get(same, 0)
    return tuple(along.values())


def _same_link(flow: FlowClasses, one: str, other: str) -> list[str]:
    link = flow.same.get(frozenset((one, other)))
    return [link] if link else []


def _rank(card: Card) -> int:
    return _RANK[card.phase] if card.phase is not None else -1
