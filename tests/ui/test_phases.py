"""Choosing a phase, by a click on its ground or by keys, and writing on it with Enter."""

from tests.ui.hands import Hands, Key
from workshop.model.diamonds import Phase


def test_a_click_on_the_ground_chooses_the_phase_and_enter_writes_there(hands: Hands) -> None:
    hands.click_at(hands.empty_ground(Phase.DEFINE))
    assert hands.state.phase is Phase.DEFINE
    hands.press(Key.Key_Return, on=hands.canvas)
    hands.type("here")
    hands.press(Key.Key_Escape)
    (card,) = hands.cards
    assert (card.phase, card.text) == (Phase.DEFINE, "here")
    assert hands.state.phase is None


def test_page_keys_walk_through_the_phases_and_show_them(hands: Hands) -> None:
    hands.press(Key.Key_PageDown, on=hands.canvas)
    first = hands.state.phase
    hands.press(Key.Key_PageDown, on=hands.canvas)
    phases = list(Phase)
    assert hands.state.phase is phases[phases.index(first) + 1]
    assert hands.canvas.scene.layout.phase_at(hands.canvas.looking.middle) is hands.state.phase
    hands.press(Key.Key_PageUp, on=hands.canvas)
    assert hands.state.phase is first
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("by N")
    hands.press(Key.Key_Escape)
    assert hands.cards[-1].phase is first


def test_escape_and_choosing_a_card_let_go_of_the_phase(hands: Hands) -> None:
    card = hands.write("card")
    hands.state.select()
    hands.press(Key.Key_PageDown, on=hands.canvas)
    hands.press(Key.Key_Escape, on=hands.canvas)
    assert hands.state.phase is None
    hands.press(Key.Key_PageDown, on=hands.canvas)
    hands.click(card)
    assert hands.state.phase is None
