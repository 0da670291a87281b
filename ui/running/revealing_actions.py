"""What the actions of revealing do: one card after the other, or all of the step's phase."""

from ui.canvas.canvas import Canvas
from ui.window_state import ORIGIN, WindowState
from workshop.commands.revealing import hidden_cards, next_to_reveal, reveal_all, reveal_cards
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase


class RevealingActions:
    """One method an action, named like it."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        self._state = state
        self._canvas = canvas
        self._last: Discipline | None = None

    def reveal_next(self) -> None:
        """Turn the selected cards that lie face down; without any, the next one, CX's and UX's in turn."""
        board = self._state.workshop.board
        chosen = [card for card in board.cards.values() if card.id in self._state.cards and card.hidden]
        if (
            not chosen
            and (found := next_to_reveal(board, phase_to_reveal(self._state), self._last)) is not None
        ):
            chosen = [found]
        if not chosen:
            self._state.message.emit("No card is hidden here.")
            return
        self._last = chosen[-1].discipline
        self._reveal(chosen)

    def reveal_all(self) -> None:
        """Turn all cards of the step's phase that lie face down, or those everywhere; one step of undo."""
        workshop, phase = self._state.workshop, phase_to_reveal(self._state)
        if self._state.do(lambda: reveal_all(workshop, origin=ORIGIN, phase=phase)):
            self._state.card_revealed.emit("")

    def toggle_mirrored(self) -> None:
        """Say that the room sees this screen too, or no longer."""
        masking = self._state.masking
        masking.mirror(not masking.mirrored)
        self._state.message.emit(
            "This screen counts as mirrored: hidden cards being written and your notes are masked; hold F9 to peek."
            if masking.mirrored
            else "This screen is yours alone: what you write on hidden cards shows while you write it."
        )

    def _reveal(self, cards: list[Card]) -> None:
        """Turn cards and look at them."""
        ids = [card.id for card in cards]
        if self._state.do(lambda: reveal_cards(self._state.workshop, origin=ORIGIN, card_ids=ids)) is None:
            return
        self._state.select(ids)
        if len(ids) == 1 and (rect := self._canvas.scene.cards.rect(ids[0])) is not None:
            self._canvas.bring_up(ids[0])
            self._canvas.looking.go_to(rect, "reveal")
            self._state.card_revealed.emit(ids[0])


def phase_to_reveal(state: WindowState) -> Phase | None:
    """The phase of the step that runs, while cards lie turned there; None for the whole board."""
    step = state.timer.step
    phase = step.phase if step is not None else None
    return phase if phase is not None and hidden_cards(state.workshop.board, phase) else None
