"""The menu that asks which measure measures the selected cards."""

from collections.abc import Callable
from functools import partial

from ui.canvas.canvas import Canvas
from ui.keyed_menu import KeyedMenu
from ui.window_state import ORIGIN
from workshop.commands.measures import add_measure, measure_cards
from workshop.method.records import records_of
from workshop.model.measures import Measure
from workshop.model.text import short

_MOST = 20
"""So many measures are in the menu; the others are in the panel."""

_LETTERS = 48
NEW_NAME = "New measure"


def choose_measure(canvas: Canvas, open_panel: Callable[[str, str], None]) -> None:
    """Ask beside the selected cards; the number of a measure chooses it."""
    menu = KeyedMenu(canvas, "measureMenu")
    measures = list(records_of(canvas.state.workshop.board, Measure).values())
    for number, measure in enumerate(measures[:_MOST], 1):
        key = f"&{number}  " if number < 10 else ""
        words = short(measure.name, _LETTERS).replace("&", "&&")
        menu.addAction(key + words, partial(_measure, canvas, measure.id))
    if len(measures) > _MOST:
        menu.addAction("&All measures…", partial(open_panel, "measures", ""))
    menu.addSeparator()
    menu.addAction("&New measure…", partial(_measure_anew, canvas, open_panel))
    menu.open_beside_selection()


def _measure(canvas: Canvas, measure_id: str) -> None:
    state = canvas.state
    state.do(
        lambda: measure_cards(state.workshop, origin=ORIGIN, measure_id=measure_id, card_ids=_selected(canvas))
    )


def _measure_anew(canvas: Canvas, open_panel: Callable[[str, str], None]) -> None:
    state = canvas.state
    made = state.do(
        lambda: add_measure(state.workshop, origin=ORIGIN, name=NEW_NAME, card_ids=_selected(canvas))
    )
    if made is not None:
        open_panel("measures", made.id)


def _selected(canvas: Canvas) -> list[str]:
    """The selected cards in the board's order."""
    return [card for card in canvas.state.workshop.board.cards if card in canvas.state.cards]
