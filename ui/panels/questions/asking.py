"""Asking CX or UX: of the selected card beside it, and by a new card."""

from collections.abc import Callable
from functools import partial

from ui.canvas.canvas import Canvas
from ui.keyed_menu import KeyedMenu
from ui.window_state import ORIGIN
from workshop.commands.questions import ask, take_question_back
from workshop.method.leading import SIDES
from workshop.model.cards import CardKind, Discipline


def choose_side(canvas: Canvas, open_panel: Callable[[str, str], None]) -> None:
    """Offer beside the selected card whom to ask; then its row in the panel takes the date."""
    card = canvas.state.one_card
    if card is None:
        return
    menu = KeyedMenu(canvas, "askMenu")
    for side in SIDES:
        menu.addAction(f"Ask &{side.tag}", partial(_ask, canvas, open_panel, card.id, side))
    if card.asked_of is not None:
        menu.addSeparator()
        menu.addAction("Ask &nobody any more", partial(take_back, canvas, card.id))
    menu.open_beside_selection()


def ask_new(canvas: Canvas, side: Discipline) -> None:
    """Begin a card that asks a side; writing it and asking are one step."""
    canvas.write_new_card()
    if (card := canvas.writing.card) is not None:
        state = canvas.state
        state.do(lambda: ask(state.workshop, origin=ORIGIN, card_id=card, discipline=side))


def askable(canvas: Canvas) -> str | None:
    """The selected card, if it is a question that nobody is asked yet."""
    card = canvas.state.one_card
    asks = card is not None and card.kind is CardKind.QUESTION and card.asked_of is None
    return card.id if card is not None and asks else None


def ask_card(canvas: Canvas, card_id: str, side: Discipline) -> bool:
    """Ask a side what stands on a card, by the day that it has already; whether it was asked."""
    state, card = canvas.state, canvas.state.workshop.board.cards[card_id]
    asked = state.do(
        lambda: ask(state.workshop, origin=ORIGIN, card_id=card_id, discipline=side, until=card.asked_until)
    )
    return asked is not None


def take_back(canvas: Canvas, card_id: str) -> None:
    """Ask nobody any more."""
    state = canvas.state
    state.do(lambda: take_question_back(state.workshop, origin=ORIGIN, card_id=card_id))


def _ask(canvas: Canvas, open_panel: Callable[[str, str], None], card_id: str, side: Discipline) -> None:
    if ask_card(canvas, card_id, side):
        open_panel("questions", card_id)
