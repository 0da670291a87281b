"""What the actions of the table do with decisions, actions, parked cards, who speaks next, and the end."""

from typing import TYPE_CHECKING

from ui.canvas.canvas import Canvas
from ui.window_state import ORIGIN, WindowState
from workshop.commands.deciding import park_cards

if TYPE_CHECKING:
    from ui.deciding.speaking_chip import SpeakingChip

DECIDE, ACT, CLOSING = "decide:", "act:", "closing"
"""What the panel of decisions is opened at: the reason for a card, a new action of it, or the end."""


class DecidingActions:
    """One method an action, named like it."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        self._state = state
        self._canvas = canvas
        self.chip: SpeakingChip | None = None

    def show_deciding(self) -> None:
        """Show decisions, actions and parked cards; from a card, what is decided and to be done about it."""
        card = self._state.one_card
        self._state.panel_wanted.emit("deciding", card.id if card is not None else "")

    def decide_card(self) -> None:
        """Turn the selected card into a decision: its reason and who decides are asked for in the panel."""
        self._open(DECIDE)

    def write_action(self) -> None:
        """Write an action that the selected card leads to, in the panel."""
        self._open(ACT)

    def park_cards(self) -> None:
        """Set the selected cards aside in the parking lot, as one step."""
        state = self._state
        cards = [card for card in state.workshop.board.cards if card in state.cards]
        loose = [card for card in cards if state.workshop.board.cards[card].phase is not None]
        if not loose:
            state.message.emit(
                "These cards are in the parking lot already." if cards else "Select cards to park."
            )
            return
        state.do(lambda: park_cards(state.workshop, origin=ORIGIN, card_ids=loose))

    def who_speaks(self) -> None:
        """Say who speaks next; pressed again, the next after them, CX and UX in turn."""
        from ui.deciding.speaking_chip import SpeakingChip

        if not self._state.workshop.board.participants:
            self._state.message.emit("Nobody is in the session yet; name people in its panel.")
            return
        if self.chip is not None and not self.chip.isHidden():
            self.chip.step()
            return
        if self.chip is None:
            self.chip = SpeakingChip(self._canvas)
        self.chip.begin()

    def close_workshop(self) -> None:
        """Show what is still open at the end, and the way to close."""
        self._state.panel_wanted.emit("deciding", CLOSING)

    def end_workshop(self) -> None:
        """Write the summary beside the session, and name the version “End of workshop”."""
        from ui.deciding.ending import end_workshop

        end_workshop(self._canvas)

    def _open(self, part: str) -> None:
        card = self._state.one_card
        if card is None:
            self._state.message.emit("Select one card first.")
        elif card.hidden:
            self._state.message.emit("This card is hidden; reveal it first.")
        else:
            self._state.panel_wanted.emit("deciding", f"{part}{card.id}")
