"""What a window knows that is neither saved nor undone: selection, tool, who writes, and messages to show."""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.bars import Bars
from ui.canvas.masking import Masking
from ui.running.step_timer import StepTimer
from workshop.changes.change_set import ChangeSet
from workshop.errors import WorkshopError
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote, VotingRound
from workshop.model.links import Link, LinkKind
from workshop.model.people import Participant
from workshop.model.record import Record
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop

if TYPE_CHECKING:
    from workshop.changes.reversal import Kept, Reversal

T = TypeVar("T")

ORIGIN = "window"
"""The origin of this window's changes, whose undo is Ctrl+Z."""


RECENT_WRITERS = 5
"""So many writers are one key away."""

CHOSEN_THREAD = "chosen thread"
"""The reason for which a thread is lit that was chosen in a panel."""

VOTING = "voting"
"""The reason for which the cards of a round are lit while somebody votes."""

_OF_VOTING = (VotingRound, Participant)
"""Records whose change may end a turn."""

_PUT_OUT = ("thread", CHOSEN_THREAD)
"""The reasons that end with Escape."""


class Tool(StrEnum):
    """What a press on the canvas does."""

    SELECT = "select"
    PAN = "pan"
    LINK = "link"


class WindowState(QObject):
    """The window's own state; views read it and listen."""

    selection_changed = Signal()
    tool_changed = Signal()
    writer_changed = Signal()
    board_changed = Signal(object)
    light_changed = Signal()
    phase_changed = Signal()
    voter_changed = Signal()
    message = Signal(str)
    unsaid_changed = Signal()
    """Words are written in a field that the board does not have, or it has them."""
    dots_wanted = Signal(str)
    """The findings about a card are wanted."""
    panel_wanted = Signal(str, str)
    """A panel is wanted, and in it a record."""
    frame_wanted = Signal(str)
    """The view of a frame is wanted."""
    result_wanted = Signal(str)
    """The result of a round is wanted on the projector; an empty id takes it away."""
    presenting_changed = Signal()
    card_revealed = Signal(str)
    """One card was turned, to be read aloud; with an empty id all were."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self.workshop = workshop
        self.cards: frozenset[str] = frozenset()
        self.links: frozenset[str] = frozenset()
        self.phase: Phase | None = None
        self._lights: dict[str, frozenset[str]] = {}
        self.tool = Tool.SELECT
        self.bars = Bars()
        self.writer: str | None = None
        self.voter: str | Discipline | None = None
        """Whose dots are given: a participant's, by id, or those of a discipline's show of hands."""
        self.kind = CardKind.INSIGHT
        self.link_kind = LinkKind.LEADS_TO
        self.asked_kind: LinkKind | None = None
        """The kind of the next link alone, where an act asks for one."""
        self.presenting = False
        """Whether the board is on the projector."""
        self.result_shown = ""
        """The id of the round whose result is on the projector instead."""
        self.closed_at: datetime | None = None
        """When the workshop was closed last since the session was opened."""
        self._discipline: Discipline | None = None
        self._wrote: list[str] = []
        self._written_in: Callable[[], None] | None = None
        self.unsaid = False
        """Whether a field holds words that the board does not have."""
        self.timer = StepTimer(workshop, self)
        self.timer.deleted.connect(self.message)
        self.masking = Masking(self)
        self._drafts: dict[str, dict[str, Any]] = {}
        self._stop_listening = workshop.listen(self._on_change)

    def drafts(self, of: str) -> dict[str, Any]:
        """What is written in a form and not given yet, by what it is about; kept while the session is open."""
        return self._drafts.setdefault(of, {})

    def note_writing(self, settle: Callable[[], None], *, unsaid: bool) -> None:
        """Note that a field is written in, whose `settle` gives the board what it does not have, if anything."""
        self._written_in = settle
        self._note_unsaid(unsaid)

    def end_writing(self, settle: Callable[[], None]) -> None:
        """Note that the field with this `settle` is written in no longer."""
        if self._written_in == settle:
            self._written_in = None
            self._note_unsaid(False)

    def settle(self) -> None:
        """Have the board take all words of the field that is written in, which ends there."""
        if self._written_in is not None:
            self._written_in()

    def _note_unsaid(self, unsaid: bool) -> None:
        if unsaid != self.unsaid:
            self.unsaid = unsaid
            self.unsaid_changed.emit()

    def close(self) -> None:
        """Stop listening to the workshop."""
        self.timer.end()
        self._stop_listening()

    def select(self, cards: Iterable[str] = (), links: Iterable[str] = ()) -> None:
        """Select exactly these."""
        chosen = (self._with_stacks(frozenset(cards)), frozenset(links))
        if chosen != (self.cards, self.links):
            self.cards, self.links = chosen
            if any(chosen):
                self.choose_phase(None)
            self.selection_changed.emit()

    def _with_stacks(self, cards: frozenset[str]) -> frozenset[str]:
        """The cards with all others of the stacks that some of them lie in: a stack is taken as a whole."""
        board = self.workshop.board
        folded = {group.id for group in board.groups.values() if group.folded}
        if not folded:
            return cards
        stacks = folded & {board.cards[card].group for card in cards if card in board.cards}
        return (
            cards.union(card.id for card in board.cards.values() if card.group in stacks) if stacks else cards
        )

    def show_presenting(self, *, on: bool) -> None:
        """Say that somebody presents, or no longer."""
        self.presenting = on
        self.presenting_changed.emit()

    def show_result(self, round_id: str) -> None:
        """Say that the result of a round is on the projector; an empty id that none is."""
        if round_id != self.result_shown:
            self.result_shown = round_id
            self.presenting_changed.emit()

    def choose_phase(self, phase: Phase | None) -> None:
        """Choose the phase on which the next card is written; None lets go of it."""
        if phase is not self.phase:
            self.phase = phase
            self.phase_changed.emit()

    @property
    def one_card(self) -> Card | None:
        """The card that is selected alone."""
        if len(self.cards) != 1 or self.links:
            return None
        return self.workshop.board.cards.get(next(iter(self.cards)))

    @property
    def lit(self) -> frozenset[str] | None:
        """The cards that are lit while all others are dimmed, as asked for last; None when nothing is dimmed."""
        return next(reversed(self._lights.values()), None)

    def put_out(self) -> bool:
        """Light and dim nothing any more that nobody goes on asking for; whether anything was lit by a key."""
        was_lit = len([why for why in _PUT_OUT if self._lights.pop(why, None) is not None]) > 0
        if was_lit:
            self.light_changed.emit()
        return was_lit

    def is_lit(self, why: str, cards: Iterable[str]) -> bool:
        """Whether exactly these cards are lit for a reason."""
        return self._lights.get(why) == frozenset(cards)

    def lights_for(self, why: str) -> bool:
        """Whether any cards are lit for a reason."""
        return why in self._lights

    def light(self, why: str, cards: Iterable[str] | None) -> None:
        """Light cards and dim the rest, for a reason such as a search; None ends it for that reason."""
        before = self.lit
        self._lights.pop(why, None)
        if cards is not None:
            self._lights[why] = frozenset(cards)
        if self.lit != before:
            self.light_changed.emit()

    def use_tool(self, tool: Tool) -> None:
        """Take up a tool."""
        if tool is not self.tool:
            self.tool = tool
            self.tool_changed.emit()

    @property
    def participant(self) -> Participant | None:
        """Who writes, if anybody was named."""
        return self.workshop.board.participants.get(self.writer) if self.writer else None

    @property
    def discipline(self) -> Discipline:
        """The discipline of the next card: as last chosen, else the writer's."""
        if self._discipline is not None:
            return self._discipline
        return self.participant.discipline if self.participant else Discipline.JOINT

    def write_as(self, participant: str | None) -> None:
        """Have the next cards written by a participant, in their discipline."""
        self.writer = participant
        self._discipline = None
        if participant is not None:
            self._wrote = [participant, *(other for other in self._wrote if other != participant)]
        self.writer_changed.emit()

    @property
    def voting_as(self) -> str | None:
        """The id of the participant whose turn it is to vote, whose dots alone are seen."""
        return None if isinstance(self.voter, Discipline) else self.voter

    def vote_as(self, voter: str | Discipline | None) -> None:
        """Have the dots of the open round given by somebody, with its cards lit; None ends the turn.

        What is selected goes with a turn: it would tell the next one which card the last dot was for.
        """
        from workshop.facilitation.rounds import open_round

        if self.voting_as is not None and voter != self.voter:
            self.select()
        found = open_round(self.workshop.board) if voter is not None else None
        self.voter = voter if found is not None else None
        self.light(VOTING, found.cards if found is not None else None)
        self.voter_changed.emit()

    @property
    def recent_writers(self) -> list[Participant]:
        """Those who wrote last, the present one left out; then the others in the order they came. At most five."""
        people = self.workshop.board.participants
        order = dict.fromkeys([*(who for who in self._wrote if who in people), *people])
        return [people[who] for who in order if who != self.writer][:RECENT_WRITERS]

    def prefer_discipline(self, discipline: Discipline) -> None:
        """Write the next cards in a discipline, whoever writes."""
        self._discipline = discipline
        self.writer_changed.emit()

    def do(self, intent: Callable[[], T]) -> T | None:
        """Carry out an intent; a refusal becomes a message and None.

        Where nothing may be changed, that is the reason, whatever else speaks against the intent.
        """
        try:
            return intent()
        except WorkshopError as error:
            self.message.emit(self.workshop.read_only or str(error))
            return None

    def undo(self) -> None:
        """Take back this window's last step, and say what was kept."""
        if not self._is_of_another_voter(self.workshop.history.next_undo(ORIGIN)):
            self._reverse(self.workshop.undo, "There is nothing to undo.")

    def redo(self) -> None:
        """Bring this window's last undone step again."""
        if not self._is_of_another_voter(self.workshop.history.next_redo(ORIGIN)):
            self._reverse(self.workshop.redo, "There is nothing to redo.")

    def _is_of_another_voter(self, step: ChangeSet | None) -> bool:
        """Whether a step is about dots that are hidden from whose turn it is, which is told: they stay as they are."""
        if (me := self.voting_as) is None or step is None:
            return False
        votes = (change.record for change in step.changes if isinstance(change.record, Vote))
        if hidden := any(vote.voter not in (None, me) for vote in votes):
            self.message.emit("The last step was somebody else's dot; in your turn it stays as it is.")
        return hidden

    def _reverse(self, step: Callable[[str], "Reversal | None"], nothing: str) -> None:
        try:
            reversal = step(ORIGIN)
        except WorkshopError as error:
            self.message.emit(str(error))
            return
        if reversal is None:
            self.message.emit(nothing)
            return
        self._choose_back([change.record for change in reversal.changes if change.before is None])
        for kept in reversal.kept:
            self._tell(kept)

    def _choose_back(self, back: list[Record]) -> None:
        """Select the cards that came back, so that work goes on with them; where no card did, the links."""
        cards = [record.id for record in back if isinstance(record, Card)]
        links = [record.id for record in back if isinstance(record, Link)]
        if cards or links:
            self.select(cards, [] if cards else links)

    def _tell(self, kept: "Kept") -> None:
        board = self.workshop.board
        words = visible_to(ROOM, board).words(board.card(kept.card), 40)
        self.message.emit(f"{words[0].upper()}{words[1:]} was kept: {kept.because}.")

    def _on_change(self, change_set: ChangeSet, _origin: str) -> None:
        board = self.workshop.board
        self.select(
            (card for card in self.cards if card in board.cards),
            (link for link in self.links if link in board.links),
        )
        if self.writer and self.writer not in board.participants:
            self.write_as(None)
        if self.voter is not None and any(isinstance(c.record, _OF_VOTING) for c in change_set.changes):
            self.vote_as(self.voter if self.voting_as is None or self.voting_as in board.participants else None)
        self.board_changed.emit(change_set)
