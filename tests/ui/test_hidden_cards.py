"""Hidden cards on the room's screen: no panel and no message gives their text away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.hands import ALT, CTRL, Hands, Key
from tests.ui.seeing import alike
from ui.toast import Toast
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step, enter_step
from workshop.commands.cards import change_cards
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode
from workshop.model.links import Link

OPEN = Card(id="open", text="plain words", phase=Phase.DISCOVER, x=300.0)
DOWN = Card(id="down", text="secret words", phase=Phase.DISCOVER, x=300.0, y=-200.0, hidden=True)
LINK = Link(id="l", source="open", target="down")


@pytest.fixture
def linked(home: Hands, session_file: Callable[..., Path]) -> Hands:
    assert home.window.open_path(session_file(OPEN, DOWN, LINK))
    home.breathe()
    return home


def test_the_card_panel_tells_nothing_of_a_link_to_a_hidden_card(linked: Hands) -> None:
    linked.click(OPEN)
    assert not linked.desk.panel.card.findChildren(QWidget, "linkRow")
    assert "hidden" not in _told(linked)
    assert "secret" not in _told(linked)


def test_the_card_panel_tells_it_again_once_the_card_is_revealed(linked: Hands) -> None:
    linked.click(OPEN)
    change_cards(linked.state.workshop, origin="phone", card_ids=["down"], hidden=False)
    linked.breathe()
    assert "secret" in _told(linked)
    (row,) = linked.desk.panel.card.findChildren(QWidget, "linkRow")
    assert row.findChild(QPushButton).text() == "“secret words”"


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Left, Key.Key_Up, Key.Key_Down])
def test_no_walk_along_links_leads_to_a_hidden_card(linked: Hands, key: Key) -> None:
    linked.click(OPEN)
    linked.press(key, ALT, on=linked.canvas)
    assert linked.state.cards == {"open"}


def test_what_is_written_in_silence_on_a_card_begun_before_it_is_not_seen(linked: Hands) -> None:
    workshop = linked.state.workshop
    step = add_step(workshop, origin=ORIGIN, title="Write", mode=Mode.WRITE_SILENTLY, phase=Phase.DISCOVER)
    linked.state.masking.mirror(True)
    linked.press(Key.Key_N, on=linked.canvas)
    linked.type("Begun")
    enter_step(workshop, origin=ORIGIN, step_id=step.id)
    linked.type(" in silence")
    linked.bot.waitUntil(lambda: workshop.board.cards[linked.cards[-1].id].text == "Begun in silence")
    written = linked.cards[-1]
    assert written.hidden
    assert linked.canvas.writing.card == written.id
    dots = linked.canvas.editor.grab().toImage()
    linked.state.masking.peek(True)
    assert not alike(linked.canvas.editor.grab().toImage(), dots)
    linked.state.masking.peek(False)
    linked.press(Key.Key_Escape)
    linked.press(Key.Key_Z, CTRL, on=linked.canvas)
    assert written.id not in workshop.board.cards


def test_a_card_that_is_revealed_while_it_is_written_stays_open(linked: Hands) -> None:
    workshop = linked.state.workshop
    step = add_step(workshop, origin=ORIGIN, title="Write", mode=Mode.WRITE_SILENTLY, phase=Phase.DISCOVER)
    enter_step(workshop, origin=ORIGIN, step_id=step.id)
    linked.press(Key.Key_N, on=linked.canvas)
    linked.type("Written")
    linked.desk.act("reveal_all")
    linked.type(" and read aloud")
    linked.press(Key.Key_Escape)
    (written,) = [card for card in linked.cards if card.text == "Written and read aloud"]
    assert not written.hidden


def test_the_session_panel_counts_no_link_of_a_hidden_card(linked: Hands) -> None:
    linked.state.select()
    linked.breathe()
    assert "2 cards · 0 links" in _told(linked)
    change_cards(linked.state.workshop, origin="phone", card_ids=["down"], hidden=False)
    linked.breathe()
    assert "2 cards · 1 link" in _told(linked).splitlines()


def test_the_panel_of_a_link_does_not_tell_what_its_hidden_end_says(linked: Hands) -> None:
    linked.state.select(links={"l"})
    linked.breathe()
    assert "“plain words” → a hidden card" in _told(linked)
    assert "secret" not in _told(linked)


def test_the_panel_of_a_selection_does_not_tell_the_kind_of_a_turned_card(linked: Hands) -> None:
    for chosen in ({"down"}, {"open", "down"}):
        linked.state.select(chosen)
        linked.breathe()
        assert not linked.desk.panel.findChild(QWidget, "selection:kind").isVisible()
        assert linked.desk.panel.findChild(QWidget, "selection:discipline").isVisible()
    change_cards(linked.state.workshop, origin="phone", card_ids=["down"], hidden=False)
    linked.state.select({"open", "down"})
    linked.breathe()
    assert linked.desk.panel.findChild(QWidget, "selection:kind").isVisible()


def test_undo_does_not_tell_what_a_card_says_that_was_kept_and_hidden(hands: Hands) -> None:
    card = hands.write("secret words")
    change_cards(hands.state.workshop, origin="phone", card_ids=[card.id], hidden=True)
    hands.press(Key.Key_Z, CTRL)
    assert hands.desk.findChild(Toast).text() == "A hidden card was kept: somebody has edited it since."
    assert card.id in hands.board.cards


def test_undo_tells_by_its_words_which_card_was_kept(hands: Hands) -> None:
    card = hands.write("plain words")
    change_cards(hands.state.workshop, origin="phone", card_ids=[card.id], layer=2)
    hands.press(Key.Key_Z, CTRL)
    assert hands.desk.findChild(Toast).text() == "“plain words” was kept: somebody has edited it since."


def _told(hands: Hands) -> str:
    """All that the panel shows or says in a tooltip."""
    widgets = [*hands.desk.panel.findChildren(QLabel), *hands.desk.panel.findChildren(QPushButton)]
    return "\n".join(f"{one.text()}\n{one.toolTip()}" for one in widgets if one.isVisible())
