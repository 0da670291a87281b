"""Random work on a board: undo all returns to the start, redo all to the end, saving loses nothing."""

import tempfile
from pathlib import Path

import networkx as nx
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from tests.workshop.strategies import TEXTS
from workshop.board.board import Board
from workshop.board.graph import build_graph
from workshop.commands import cards, links, people
from workshop.errors import WorkshopError
from workshop.model.cards import CardKind, Discipline, Place
from workshop.model.diamonds import Phase
from workshop.model.ids import seeded_ids
from workshop.model.links import Link, LinkKind
from workshop.session.reading import read_session
from workshop.session.writing import write_session
from workshop.workshop import Workshop

ME = "window"
PHASES = st.sampled_from([*Phase, None])
NUMBERS = st.floats(-2_000, 2_000).map(lambda value: round(value, 2))


class WorkOnABoard(RuleBasedStateMachine):
    """One person writes, moves, links, deletes, undoes and redoes in any order."""

    written = Bundle("written")

    def __init__(self) -> None:
        super().__init__()
        self.workshop = Workshop(new_id=seeded_ids(1))

    @rule(
        target=written,
        text=TEXTS,
        phase=PHASES,
        discipline=st.sampled_from(Discipline),
        kind=st.sampled_from(CardKind),
    )
    def write(self, text: str, phase: Phase | None, discipline: Discipline, kind: CardKind) -> str:
        return cards.add_card(
            self.workshop, origin=ME, phase=phase, text=text, discipline=discipline, kind=kind
        ).id

    @rule(card=written, text=TEXTS)
    def rewrite(self, card: str, text: str) -> None:
        self.attempt(lambda: cards.change_text(self.workshop, origin=ME, card_id=card, text=text))

    @rule(card=written, hidden=st.booleans(), locked=st.booleans())
    def mark(self, card: str, hidden: bool, locked: bool) -> None:
        self.attempt(lambda: cards.change_cards(self.workshop, origin=ME, card_ids=[card], hidden=hidden))
        self.attempt(lambda: cards.change_cards(self.workshop, origin=ME, card_ids=[card], locked=locked))

    @rule(card=written, phase=PHASES, x=NUMBERS, y=NUMBERS)
    def move(self, card: str, phase: Phase | None, x: float, y: float) -> None:
        self.attempt(lambda: cards.move_cards(self.workshop, origin=ME, places={card: Place(phase, x, y)}))

    @rule(source=written, target_card=written, kind=st.sampled_from(LinkKind))
    def link(self, source: str, target_card: str, kind: LinkKind) -> None:
        self.attempt(
            lambda: links.add_link(self.workshop, origin=ME, source=source, target=target_card, kind=kind)
        )

    @rule(kind=st.sampled_from(LinkKind), reverse=st.booleans(), which=st.integers(0, 50))
    def change_a_link(self, kind: LinkKind, reverse: bool, which: int) -> None:
        if found := list(self.workshop.board.links):
            link = found[which % len(found)]
            self.attempt(
                lambda: links.change_link(self.workshop, origin=ME, link_id=link, kind=kind, reverse=reverse)
            )

    @rule(target=written, card=written)
    def duplicate(self, card: str) -> object:
        copies = self.attempt(lambda: cards.duplicate_cards(self.workshop, origin=ME, card_ids=[card]))
        return multiple(*(copy.id for copy in copies or ()))

    @rule(card=consumes(written))
    def delete(self, card: str) -> None:
        self.attempt(lambda: cards.remove_cards(self.workshop, origin=ME, card_ids=[card]))

    @rule(name=TEXTS)
    def welcome(self, name: str) -> None:
        self.attempt(lambda: people.writer_named(self.workshop, origin=ME, name=name, discipline=Discipline.UX))

    @rule()
    def undo(self) -> None:
        self.workshop.undo(ME)

    @rule()
    def redo(self) -> None:
        self.workshop.redo(ME)

    @rule(text=TEXTS, bail=st.booleans())
    def write_in_several_steps(self, text: str, bail: bool) -> None:
        before = set(self.workshop.board.cards)
        mark = self.workshop.history.mark(ME)
        card = cards.add_card(self.workshop, origin=ME, phase=Phase.DEFINE)
        cards.change_text(self.workshop, origin=ME, card_id=card.id, text=text)
        if bail:
            self.workshop.bail(ME, mark)
            assert set(self.workshop.board.cards) == before
        else:
            self.workshop.history.squash(ME, mark, "add card")
        assert self.workshop.history.mark(ME) == mark + (not bail)

    @invariant()
    def the_graph_equals_a_rebuilt_one(self) -> None:
        board = self.workshop.board
        rebuilt = build_graph(board.cards, board.links)
        assert dict(board.graph.nodes(data="card")) == dict(rebuilt.nodes(data="card"))
        assert edges(board.graph) == edges(rebuilt)

    def teardown(self) -> None:
        while self.workshop.redo(ME):
            pass
        end = Board(self.workshop.board.records())
        while self.workshop.undo(ME):
            pass
        assert self.workshop.board == Board()
        while self.workshop.redo(ME):
            pass
        assert self.workshop.board == end
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "board.trilliant"
            write_session(path, end.records())
            assert read_session(path).board == end

    @staticmethod
    def attempt(intent):  # type: ignore[no-untyped-def]
        """What a rule of the model refuses changes nothing; the invariants say so."""
        try:
            return intent()
        except WorkshopError:
            return None


def edges(graph: "nx.MultiDiGraph[str]") -> dict[tuple[str, str, str], Link]:
    """The links in a graph by their ends and ids."""
    return {(source, target, key): link for source, target, key, link in graph.edges(keys=True, data="link")}


TestWorkOnABoard = WorkOnABoard.TestCase
TestWorkOnABoard.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
