"""Threads: from each root signal of Problem along the flow of links, as far towards an outcome as it goes."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

import msgspec

from workshop.board.flow_classes import FlowClasses
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.visibility import Visible

_RANK: dict[Phase | None, int] = {None: -1, **{phase: rank for rank, phase in enumerate(Phase)}}

_REACHED = {rank: diamond_of(phase).name if phase else DiamondName.PROBLEM for phase, rank in _RANK.items()}


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


def threads_of(visible: Visible) -> list[Thread]:
    """The threads of a board as a viewer sees it, one for each root signal, in the order of their root cards.

    In a circle of links the path takes the shortest way to where it leaves best. The cost is linear in cards and
    links: one pass over the classes from the ends of the flow back (`FlowClasses.ends_first`, `knots`), some numbers
    for each class. With 10,000 cards and 5,000 links it takes some 30 ms.
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
    """How good the best path from each class is: its furthest phase, then its votes, then how few its steps.

    Four rows of plain numbers, each by class: `phase` (-1 for none), `dots`, `steps` (less is better, so they are
    counted downwards) and `through`, the next class, -1 where the path ends.
    """

    def __init__(self, flow: FlowClasses, cards: Mapping[str, Card], votes: Mapping[str, int]) -> None:
        self.phase = [_RANK[cards[card].phase] for card in flow.first]
        self._own = [votes.get(card, 0) for card in flow.first] if votes else [0] * len(flow.first)
        for node, same in flow.joined.items():
            self.phase[node] = max(_RANK[cards[card].phase] for card in same)
            self._own[node] = sum(votes.get(card, 0) for card in same)
        self.dots = list(self._own)
        self.steps = [-1] * len(flow.first)
        self.through = [-1] * len(flow.first)
        for node in flow.ends_first:
            if after := flow.after.get(node):
                self._lead(node, after)
        for circle in flow.knots:
            inside = set(circle)
            for node in circle:
                self._lead(node, [target for target in flow.after.get(node, ()) if target not in inside])
            if len(circle) > 1:
                self._go_round(flow, inside)

    def _lead(self, node: int, targets: Iterable[int]) -> None:
        """Lead a class to the best of these next ones, unless it is better where it is."""
        phase, dots, steps, own = self.phase, self.dots, self.steps, self._own[node]
        best = (phase[node], dots[node], steps[node])
        for target in targets:
            if (
                phase[target] >= best[0]
                and (found := (phase[target], own + dots[target], steps[target] - 1)) > best
            ):
                best = found
                self.through[node] = target
        phase[node], dots[node], steps[node] = best

    def _go_round(self, flow: FlowClasses, inside: set[int]) -> None:
        """Lead all of a circle, by the shortest ways within it, to where it is left best."""
        exit_ = max(sorted(inside), key=lambda node: (self.phase[node], self.dots[node], self.steps[node]))
        waiting, led = deque([exit_]), {exit_}
        while waiting:
            target = waiting.popleft()
            for node in flow.before[target]:
                if node in inside and node not in led:
                    led.add(node)
                    self._lead(node, (target,))
                    waiting.append(node)


def _roots(flow: FlowClasses, cards: Mapping[str, Card]) -> list[str]:
    """The cards of Problem, one a class, that no other card of Problem leads to."""
    problem = (Phase.DISCOVER, Phase.DEFINE)
    signals = [card if cards[card].phase in problem else None for card in flow.first]
    for node, same in flow.joined.items():
        signals[node] = next((card for card in same if cards[card].phase in problem), None)
    fed = [False] * len(signals)
    for circle in reversed(flow.knots):
        inside = set(circle)
        outer = any(fed[node] for node in circle)
        sources = sum(signals[node] is not None for node in circle)
        for node in circle:
            fed[node] = outer or sources > (signals[node] is not None)
            for target in flow.after.get(node, ()):
                if target not in inside and (outer or sources):
                    fed[target] = True
    for node in reversed(flow.ends_first):
        if fed[node] or signals[node] is not None:
            for target in flow.after.get(node, ()):
                fed[target] = True
    return [card for node, card in enumerate(signals) if card is not None and not fed[node]]


def _thread(
    root: str, flow: FlowClasses, reaches: _Reaches, seen: Mapping[str, Card], votes: Mapping[str, int]
) -> Thread:
    node = start = flow.class_of[root]
    cards, links = [root], []
    while (target := reaches.through[node]) >= 0:
        source, link, card = flow.by_step[node, target]
        if source != cards[-1]:
            links.extend(_same_link(flow, cards[-1], source))
            cards.append(source)
        links.append(link)
        cards.append(card)
        node = target
    return Thread(
        tuple(cards),
        tuple(links),
        _REACHED[reaches.phase[start]],
        reaches.dots[start],
        tuple([seen[card].discipline for card in cards]),
        _dots_along(cards, flow, votes) if reaches.dots[start] else (0,) * len(cards),
    )


def _dots_along(cards: list[str], flow: FlowClasses, votes: Mapping[str, int]) -> tuple[int, ...]:
    """The votes of each card of a path, with those of cards that are the same and not on it."""
    along = {card: votes.get(card, 0) for card in cards}
    first: dict[int, str] = {}
    for card in cards:
        first.setdefault(flow.class_of[card], card)
    for node, card in first.items():
        along[card] += sum(votes.get(same, 0) for same in flow.joined.get(node, ()) if same not in along)
    return tuple(along.values())


def _same_link(flow: FlowClasses, one: str, other: str) -> list[str]:
    link = flow.same.get(frozenset((one, other)))
    return [link] if link else []
