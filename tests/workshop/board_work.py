"""Random work on a board by one or several people, as rules of a Hypothesis state machine."""

import networkx as nx
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.workshop.strategies import TEXTS
from workshop.board.board import Board
from workshop.board.graph import build_graph
from workshop.changes.change_set import ChangeSet
from workshop.changes.reversal import Reversal
from workshop.commands import cards, links, people
from workshop.errors import WorkshopError
from workshop.model.cards import CardKind, Discipline, Place
from workshop.model.diamonds import Phase
from workshop.model.ids import seeded_ids
from workshop.model.links import Link, LinkKind
from workshop.workshop import Workshop

WHO = st.integers(0, 2)
WHICH = st.integers(0, 5)
LINK_KINDS = st.sampled_from([LinkKind.LEADS_TO, LinkKind.SUPPORTS, LinkKind.IN_TENSION_WITH])
"""Few cards and few kinds of links, so that people come into each other's way."""

PHASES = st.sampled_from([*Phase, None])
NUMBERS = st.floats(-2_000, 2_000).map(lambda value: round(value, 2))


class BoardWork(RuleBasedStateMachine):
    """People write, move, link, delete, undo and redo in any order."""

    ORIGINS: tuple[str, ...]

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[ChangeSet] = []
        self.workshop = Workshop(new_id=seeded_ids(1))
        self.workshop.listen(lambda change_set, _origin: self.heard.append(change_set))

    @property
    def board(self) -> Board:
        """The board that is worked on."""
        return self.workshop.board

    def origin(self, who: int) -> str:
        """One of the people at work."""
        return self.ORIGINS[who % len(self.ORIGINS)]

    def card(self, which: int) -> str:
        """The id of one of the cards, or of none."""
        ids = list(self.board.cards)
        return ids[which % len(ids)] if ids else "none"

    def undo_once(self, origin: str) -> Reversal | None:
        """Undo; machines look at what it did."""
        return self.workshop.undo(origin)

    def attempt(self, intent, **fields):  # type: ignore[no-untyped-def]
        """What a rule of the model refuses changes nothing; the invariants say so."""
        try:
            return intent(self.workshop, **fields)
        except WorkshopError:
            return None

    @initialize(who=WHO)
    def begin(self, who: int) -> None:
        for text in "abc":
            cards.add_card(self.workshop, origin=self.origin(who), phase=Phase.DISCOVER, text=text)

    @rule(
        who=WHO,
        text=TEXTS,
        phase=PHASES,
        discipline=st.sampled_from(Discipline),
        kind=st.sampled_from(CardKind),
    )
    def write(self, who: int, text: str, phase: Phase | None, discipline: Discipline, kind: CardKind) -> None:
        cards.add_card(
            self.workshop, origin=self.origin(who), phase=phase, text=text, discipline=discipline, kind=kind
        )

    @rule(who=WHO, which=WHICH, text=TEXTS)
    def rewrite(self, who: int, which: int, text: str) -> None:
        self.attempt(cards.change_text, origin=self.origin(who), card_id=self.card(which), text=text)

    @rule(who=WHO, which=WHICH, hidden=st.booleans(), locked=st.booleans())
    def mark(self, who: int, which: int, hidden: bool, locked: bool) -> None:
        chosen = {"origin": self.origin(who), "card_ids": [self.card(which)]}
        self.attempt(cards.change_cards, **chosen, hidden=hidden)
        self.attempt(cards.change_cards, **chosen, locked=locked)

    @rule(who=WHO, which=WHICH, phase=PHASES, x=NUMBERS, y=NUMBERS)
    def move(self, who: int, which: int, phase: Phase | None, x: float, y: float) -> None:
        self.attempt(cards.move_cards, origin=self.origin(who), places={self.card(which): Place(phase, x, y)})

    @rule(who=WHO, source=WHICH, end=WHICH, kind=LINK_KINDS)
    def link(self, who: int, source: int, end: int, kind: LinkKind) -> None:
        self.attempt(
            links.add_link,
            origin=self.origin(who),
            source=self.card(source),
            target=self.card(end),
            kind=kind,
        )

    @rule(who=WHO, which=WHICH)
    def link_as_it_was(self, who: int, which: int) -> None:
        """Make a link that was there before somebody changed or deleted it."""
        if found := [change.before for heard in self.heard for change in heard.of("links") if change.before]:
            was = found[-1 - which % len(found)]
            self.attempt(
                links.add_link, origin=self.origin(who), source=was.source, target=was.target, kind=was.kind
            )

    @rule(who=WHO, kind=LINK_KINDS, reverse=st.booleans(), which=WHICH)
    def change_a_link(self, who: int, kind: LinkKind, reverse: bool, which: int) -> None:
        if found := list(self.board.links):
            link = found[which % len(found)]
            self.attempt(links.change_link, origin=self.origin(who), link_id=link, kind=kind, reverse=reverse)

    @rule(who=WHO, which=st.lists(WHICH, min_size=1, max_size=3))
    def duplicate(self, who: int, which: list[int]) -> None:
        chosen = list(dict.fromkeys(self.card(number) for number in which))
        self.attempt(cards.duplicate_cards, origin=self.origin(who), card_ids=chosen)

    @rule(who=WHO, which=st.lists(WHICH, min_size=1, max_size=3))
    def delete(self, who: int, which: list[int]) -> None:
        chosen = list(dict.fromkeys(self.card(number) for number in which))
        self.attempt(cards.remove_cards, origin=self.origin(who), card_ids=chosen)

    @rule(who=WHO, name=TEXTS)
    def welcome(self, who: int, name: str) -> None:
        self.attempt(people.writer_named, origin=self.origin(who), name=name, discipline=Discipline.UX)

    @rule(who=WHO)
    def undo(self, who: int) -> None:
        self.undo_once(self.origin(who))

    @rule(who=WHO)
    def redo(self, who: int) -> None:
        self.workshop.redo(self.origin(who))

    @rule(who=WHO)
    def undo_and_redo_at_once(self, who: int) -> None:
        before = Board(self.board.records())
        reversal = self.undo_once(self.origin(who))
        if reversal is not None and reversal.changes:
            self.workshop.redo(self.origin(who))
            assert self.board == before

    @rule(who=WHO, other=WHO, text=TEXTS, bail=st.booleans())
    def write_in_several_steps(self, who: int, other: int, text: str, bail: bool) -> None:
        origin, meddler = self.origin(who), self.origin(other)
        before = set(self.board.cards)
        steps = self.workshop.history.mark(origin)
        card = cards.add_card(self.workshop, origin=origin, phase=Phase.DEFINE)
        cards.change_text(self.workshop, origin=origin, card_id=card.id, text=text)
        cards.change_cards(self.workshop, origin=meddler, card_ids=[card.id], tags=("seen",))
        if bail:
            self.workshop.bail(origin, steps)
            assert set(self.board.cards) == before | ({card.id} if meddler != origin else set())
        else:
            self.workshop.history.squash(origin, steps, "add card")
        assert self.workshop.history.mark(origin) == steps + (not bail)

    @invariant()
    def the_graph_equals_a_rebuilt_one(self) -> None:
        rebuilt = build_graph(self.board.cards, self.board.links)
        assert dict(self.board.graph.nodes(data="card")) == dict(rebuilt.nodes(data="card"))
        assert edges(self.board.graph) == edges(rebuilt)

    @invariant()
    def every_link_joins_two_cards_and_stands_once(self) -> None:
        assert len(edges(self.board.graph)) == len(self.board.links)
        found = [
            (
                link.kind,
                frozenset((link.source, link.target)) if link.kind.undirected else (link.source, link.target),
            )
            for link in self.board.links.values()
        ]
        assert len(set(found)) == len(found)


def edges(graph: "nx.MultiDiGraph[str]") -> dict[tuple[str, str, str], Link]:
    """The links in a graph by their ends and ids."""
    return {(source, target, key): link for source, target, key, link in graph.edges(keys=True, data="link")}
