"""What the actions of voting do, and what the board shows while somebody votes: their dots alone, and a chip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ui.canvas.canvas import Canvas
from workshop.changes.change_set import ChangeSet
from workshop.model.facilitation import AgendaStep, Mode, VotingRound

if TYPE_CHECKING:
    from ui.voting.chip import VotingChip

_ENDED = "The voting round has ended with its step. Alt+R shows the result to the room; its panel reopens it (Alt+V)."

_NO_ROUND = (
    "No round was opened: fewer than two cards of {} lie open to be voted on. Alt+V starts one on others."
)

PANELS = {Mode.VOTE: "voting", Mode.DECIDE: "deciding"}
"""The panel in which the work of a step is done."""


class Voting(QObject):
    """One method an action, named like it."""

    def __init__(self, desk: QObject, canvas: Canvas) -> None:
        super().__init__(desk)
        self._canvas = canvas
        self._state = canvas.state
        self.chip: VotingChip | None = None
        self._state.voter_changed.connect(self._on_voter)
        self._state.timer.entered.connect(self._on_entered)
        self._state.board_changed.connect(self._on_board)

    def add_dot(self) -> None:
        """Give each selected card a dot: in an open round of whose turn it is, else of the discipline that writes."""
        from ui.voting.giving import give_dots

        give_dots(self._state, self._chosen())

    def remove_dot(self) -> None:
        """Take a dot of each back."""
        from ui.voting.giving import give_dots

        give_dots(self._state, self._chosen(), back=True)

    def show_voting(self) -> None:
        """Show the voting rounds; the open one, if there is one."""
        from workshop.facilitation.rounds import open_round

        going_on = open_round(self._state.workshop.board)
        self._state.panel_wanted.emit("voting", going_on.id if going_on is not None else "new")

    def next_voter(self) -> None:
        """Give the turn to the next who has dots left."""
        from ui.voting.turns import next_turn
        from workshop.facilitation.rounds import open_round

        if open_round(self._state.workshop.board) is None:
            self._state.message.emit("No voting round is open; start one in its panel (Alt+V).")
        elif not self._state.workshop.board.participants:
            self._state.message.emit("Nobody is in the session yet; name people in its panel, or count hands.")
        elif next_turn(self._state) is None:
            self._state.message.emit("Nobody has a dot left: the round can be ended.")

    def end_turn(self) -> None:
        """Have nobody vote for the moment."""
        self._state.vote_as(None)

    def use_palette(self) -> None:
        """The board has other colours: so have the chips above it."""
        from ui.floating_chip import FloatingChip

        for chip in self._canvas.findChildren(FloatingChip):
            chip.use_palette()

    def _chosen(self) -> list[str]:
        state = self._state
        return [card for card in state.workshop.board.cards if card in state.cards]

    def _on_entered(self, step: AgendaStep | None) -> None:
        """A step that votes or decides shows its panel, unless the keyboard is in a panel; another ends the turn."""
        mode = step.mode if step is not None else None
        if mode is not Mode.VOTE and self._state.voter is not None:
            self._state.vote_as(None)
        if mode is Mode.VOTE:
            QTimer.singleShot(0, self, self._on_vote_begun)  # its round is opened once all know of the step
        if mode in PANELS and self._canvas.writing.card is None and not _in_panel():
            self._state.panel_wanted.emit(PANELS[mode], "")

    def _on_vote_begun(self) -> None:
        """Say that a step of voting has no round, where too few cards of its phase lie open."""
        from workshop.facilitation.rounds import open_round, rounds_of

        step, workshop = self._state.timer.step, self._state.workshop
        board = workshop.board
        if step is None or step.mode is not Mode.VOTE or workshop.read_only or open_round(board) is not None:
            return
        if all(one.step != step.id for one in rounds_of(board)):
            self._state.message.emit(_NO_ROUND.format(step.phase.value if step.phase else "the board"))

    def _on_board(self, change_set: ChangeSet) -> None:
        """Say that a round has ended because its step was left."""
        step = self._state.timer.step
        for change in change_set.changes:
            before, after = change.before, change.after
            if isinstance(before, VotingRound) and isinstance(after, VotingRound):
                left = after.step is not None and step is not None and after.step != step.id
                if left and after.ended and not before.ended:
                    self._state.message.emit(_ENDED)

    def _on_voter(self) -> None:
        """Show the dots of whose turn it is, and no other's."""
        canvas = self._canvas
        canvas.scene.voting_as = self._state.voting_as
        canvas.scene.count_dots()
        boxes = (canvas.scene.cards.rect(card) for card in self._state.workshop.board.cards)
        canvas.spoil(box for box in boxes if box is not None)
        if self._state.voter is not None and self.chip is None:
            from ui.voting.chip import VotingChip

            self.chip = VotingChip(canvas)
        if self.chip is not None:
            self.chip.refresh()


def _in_panel() -> bool:
    """Whether the keyboard is in a panel or in a field of any kind, from which nobody is thrown out."""
    widget = QApplication.focusWidget()
    if widget is not None and isinstance(widget, QLineEdit | QPlainTextEdit):
        return True
    while widget is not None and widget.objectName() not in ("panel", "panelPage"):
        widget = widget.parentWidget()
    return widget is not None
