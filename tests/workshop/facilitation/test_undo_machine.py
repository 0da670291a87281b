"""Random facilitation: every intent is one step of undo, and whatever is refused has changed nothing."""

from collections.abc import Callable
from datetime import time

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.workshop.facilitation.watch import PEOPLE, in_the_room
from workshop.board.board import Board
from workshop.commands import agenda, deciding, frames, revealing, voting
from workshop.commands.cards import add_card, remove_cards
from workshop.commands.groups import group_cards
from workshop.commands.taking_on import take_top
from workshop.commands.templates import use_template
from workshop.errors import WorkshopError
from workshop.facilitation.agreement import agreement_of
from workshop.facilitation.results import result_of
from workshop.facilitation.rounds import open_round, rounds_of, turns, votes_in
from workshop.facilitation.timetable import agenda_of, timetable
from workshop.method.records import records_of
from workshop.model.cards import Anonymity, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Frame, Mode
from workshop.session.templates import BLANK, OURS
from workshop.visibility import PAPER, ROOM, visible_to

ME = "window"
WHICH = st.integers(0, 7)
WHO = st.sampled_from([person.id for person in PEOPLE])
PHASES = st.sampled_from([Phase.DISCOVER, Phase.DEFINE, Phase.SCALE, None])
REASON = "Both sides saw it in their own numbers."


class Facilitating(RuleBasedStateMachine):
    """Acts of a facilitator in any order; undo and redo after each."""

    def __init__(self) -> None:
        super().__init__()
        self.workshop, self.watch = in_the_room()
        for text in "abcd":
            add_card(self.workshop, origin=ME, phase=Phase.DISCOVER, text=text)

    def act(self, intent: Callable[..., object], **fields: object) -> None:
        """Do something; it is refused and changes nothing, or is one step that undo and redo take back and forth."""
        board = self.workshop.board
        before, mark = Board(board.records()), self.workshop.history.mark(ME)
        try:
            intent(self.workshop, origin=ME, **fields)
        except WorkshopError as error:
            assert str(error)[-1] in ".!?"
            assert board == before
            assert self.workshop.history.mark(ME) == mark
            return
        steps = self.workshop.history.mark(ME) - mark
        assert steps == (board != before)
        if steps:
            after = Board(board.records())
            self.workshop.undo(ME)
            assert board == before
            self.workshop.redo(ME)
            assert board == after

    def of(self, collection: str, which: int) -> str:
        """The id of a record of a collection, or of none."""
        ids = list(self.workshop.board.collection(collection))
        return ids[which % len(ids)] if ids else "none"

    def some(self, which: list[int]) -> list[str]:
        """The ids of some cards."""
        return list(dict.fromkeys(self.of("cards", one) for one in which))

    @rule(phase=PHASES, discipline=st.sampled_from(Discipline), kind=st.sampled_from(CardKind), who=WHO)
    def write(self, phase: Phase | None, discipline: Discipline, kind: CardKind, who: str) -> None:
        self.act(add_card, phase=phase, text="words", discipline=discipline, kind=kind, author=who)

    @rule(which=st.lists(WHICH, min_size=1, max_size=3), hide=st.booleans())
    def turn(self, which: list[int], hide: bool) -> None:
        self.act(revealing.hide_cards if hide else revealing.reveal_cards, card_ids=self.some(which))

    @rule(phase=PHASES)
    def reveal_all(self, phase: Phase | None) -> None:
        self.act(revealing.reveal_all, phase=phase)

    @rule(which=st.lists(WHICH, min_size=1, max_size=2))
    def delete_or_group(self, which: list[int]) -> None:
        self.act(remove_cards if len(which) == 1 else group_cards, card_ids=self.some(which))

    @rule(
        which=st.lists(WHICH, max_size=5),
        dots=st.none() | st.integers(0, 4),
        limit=st.none() | st.integers(0, 3),
    )
    def open_a_round(self, which: list[int], dots: int | None, limit: int | None) -> None:
        self.act(voting.start_round, card_ids=self.some(which), dots=dots, limit=limit)

    @rule(which=WHICH, card=WHICH, who=WHO, giving=st.booleans())
    def dot(self, which: int, card: int, who: str, giving: bool) -> None:
        intent = voting.give_dot if giving else voting.take_dot
        self.act(intent, round_id=self.of("voting_rounds", which), card_id=self.of("cards", card), voter=who)

    @rule(which=WHICH, card=WHICH, side=st.sampled_from(Discipline), hands=st.integers(-1, 9))
    def hands(self, which: int, card: int, side: Discipline, hands: int) -> None:
        chosen = {"round_id": self.of("voting_rounds", which), "card_id": self.of("cards", card)}
        self.act(voting.tally_hands, **chosen, discipline=side, hands=hands)

    @rule(which=WHICH, intent=st.sampled_from([voting.end_round, voting.reopen_round, voting.remove_round]))
    def end_or_reopen(self, which: int, intent: Callable[..., object]) -> None:
        self.act(intent, round_id=self.of("voting_rounds", which))

    @rule(which=WHICH, top=st.integers(0, 3), phase=PHASES)
    def take_on(self, which: int, top: int, phase: Phase | None) -> None:
        self.act(take_top, round_id=self.of("voting_rounds", which), top=top, phase=phase)

    @rule(which=WHICH, who=WHO, reason=st.sampled_from(["", REASON]))
    def decide(self, which: int, who: str, reason: str) -> None:
        fields = {"reason": reason, "decided_by": [who]}
        self.act(deciding.decide, card_id=self.of("cards", which), **fields)
        self.act(deciding.decide_result, round_id=self.of("voting_rounds", which), text="We do it.", **fields)

    @rule(which=WHICH, who=WHO, fingers=st.none() | st.integers(-1, 6))
    def fingers(self, which: int, who: str, fingers: int | None) -> None:
        self.act(deciding.show_fist, card_id=self.of("cards", which), participant=who, fingers=fingers)

    @rule(which=WHICH, who=st.none() | WHO, text=st.sampled_from(["", "Do it"]))
    def act_on(self, which: int, who: str | None, text: str) -> None:
        self.act(deciding.add_action, card_id=self.of("cards", which), text=text, owner=who)

    @rule(title=st.sampled_from(["", "Step"]), mode=st.sampled_from(Mode), shown=st.sampled_from(Anonymity))
    def plan(self, title: str, mode: Mode, shown: Anonymity) -> None:
        self.act(agenda.add_step, title=title, mode=mode, anonymity=shown, phase=Phase.DISCOVER)

    @rule(which=WHICH, place=st.integers(-2, 9), minutes=st.integers(-1, 90))
    def change_the_plan(self, which: int, place: int, minutes: int) -> None:
        step = self.of("agenda_steps", which)
        self.act(agenda.move_step, step_id=step, place=place)
        self.act(agenda.change_step, step_id=step, minutes=minutes)
        self.act(agenda.set_start, starts=time(place % 24, minutes % 60))

    @rule(which=WHICH)
    def shorten_the_plan(self, which: int) -> None:
        self.act(agenda.remove_steps, step_ids=[self.of("agenda_steps", which)])

    @rule(key=st.sampled_from([*OURS, BLANK]))
    def take_a_template(self, key: str) -> None:
        self.act(use_template, key=key)

    @rule(which=WHICH, phase=PHASES)
    def frame(self, which: int, phase: Phase | None) -> None:
        self.act(frames.add_phase_frame, phase=phase)
        self.act(frames.add_thread_frame, root=self.of("cards", which))
        self.act(frames.add_group_frame, group_id=self.of("groups", which))
        self.act(frames.order_frames, frame_ids=[self.of("frames", which)])
        self.act(frames.remove_frames, frame_ids=[self.of("frames", which + 1)])

    @rule(how=st.sampled_from(["toggle", "next", "back", "stop", "wait"]))
    def run(self, how: str) -> None:
        room = self.workshop.room
        acts = {"toggle": room.toggle, "next": room.next, "back": room.back, "stop": room.stop}
        acts.get(how, lambda: self.watch.wait(301))()

    @invariant()
    def the_rules_of_rounds_hold(self) -> None:
        board = self.workshop.board
        assert sum(not one.ended for one in rounds_of(board)) <= 1
        for one in rounds_of(board):
            assert all(turn.given <= one.dots for turn in turns(board, one))
            votes = votes_in(board, one.id)
            assert len({(vote.card, vote.voter, vote.discipline) for vote in votes}) == len(votes)
            result = result_of(visible_to(ROOM, board), one)
            assert (result is None) == (one is open_round(board))

    @invariant()
    def what_is_asked_of_the_board_has_an_answer(self) -> None:
        board = self.workshop.board
        steps = agenda_of(board)
        assert timetable(steps, self.watch.time()).total == sum(step.minutes for step in steps)
        assert all(frame.name for frame in records_of(board, Frame).values())
        for card in visible_to(PAPER, board).cards():
            assert agreement_of(board, card).sentence
        hidden = {card.id for card in revealing.hidden_cards(board)}
        assert (revealing.next_to_reveal(board) is None) == (not hidden)


TestFacilitating = Facilitating.TestCase
TestFacilitating.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
