"""The chip above the board that says whose dots are given and how many are left, with the way to the next."""

from PySide6.QtWidgets import QLabel, QToolButton

from ui.canvas.canvas import Canvas
from ui.elided import ElidedLabel
from ui.floating_chip import FloatingChip
from ui.voting.turns import left_words, next_turn, turn_of_voter, voter_words
from workshop.model.cards import Discipline


class VotingChip(FloatingChip):
    """There while somebody votes. It never says for what."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, "votingChip", "hand-pointing")
        self._state = canvas.state
        self.who = ElidedLabel()
        self.who.setObjectName("strongRow")
        self.left = QLabel()
        self.left.setProperty("quiet", True)
        self.next = self.button("Next", "The next who votes (Shift+V)", self._on_next)
        self.done: QToolButton = self.cross("Nobody votes for the moment", lambda: self._state.vote_as(None))
        self.hold(self.who, self.left, self.next, self.done)
        self._state.board_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show whose turn it is."""
        words = voter_words(self._state)
        if words:
            turn = turn_of_voter(self._state)
            counting = isinstance(self._state.voter, Discipline)
            self.show_words(self.who, words if counting else f"{words} votes")
            self.left.setText(left_words(turn.left) if turn is not None else "are counted")
            self.tint(self._voter_side())
        self.setVisible(bool(words))
        self.place()

    def _voter_side(self) -> Discipline:
        turn = turn_of_voter(self._state)
        if turn is not None:
            return turn.participant.discipline
        return self._state.voter if isinstance(self._state.voter, Discipline) else Discipline.JOINT

    def _on_next(self) -> None:
        if next_turn(self._state) is None:
            self._state.message.emit("Nobody has a dot left: the round can be ended.")
