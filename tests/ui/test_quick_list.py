"""The quick list: each Enter a card, phases by key and by letters, the last ones in sight, undo, and closing."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from tests.ui import pasting_room
from tests.ui.hands import ALT, CTRL, LEFT, Hands, Key
from ui.pasting.quick_list import SHOWN, QuickList
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase

clean_clipboard = pasting_room.clean_clipboard


@pytest.fixture
def scribe(hands: Hands) -> Hands:
    """A window with the quick list open for Discover."""
    hands.press(Key.Key_J, CTRL)
    bar(hands).use_phase(Phase.DISCOVER)
    return hands


def bar(hands: Hands) -> QuickList:
    """The quick list."""
    return hands.desk.findChild(QuickList)


def field(hands: Hands) -> QLineEdit:
    """The field of the quick list."""
    return hands.desk.findChild(QLineEdit, "quickField")


def throw(hands: Hands, *texts: str) -> None:
    """Type lines, each with Enter."""
    for text in texts:
        hands.type(text)
        hands.press(Key.Key_Return)


def shown(hands: Hands) -> list[str]:
    """The cards shown above the field."""
    return [
        label.text().split("   ·   ")[0]
        for label in bar(hands).findChildren(QLabel, "thrownCard")
        if label.isVisible()
    ]


def test_ctrl_j_has_the_keyboard_in_the_field_for_the_phase_in_view(hands: Hands) -> None:
    hands.desk.canvas.looking.fit_phase(Phase.PILOT)
    hands.press(Key.Key_J, CTRL)
    assert QApplication.focusWidget() is field(hands)
    assert bar(hands).phase is Phase.PILOT


def test_each_enter_throws_a_card_by_the_writer_on_the_phase(scribe: Hands) -> None:
    scribe.press(Key.Key_2, ALT)
    throw(scribe, "Slow bill", "No chat, they say 1 2 3 v n", "Dear")
    assert [card.text for card in scribe.cards] == ["Slow bill", "No chat, they say 1 2 3 v n", "Dear"]
    assert {(card.phase, card.discipline) for card in scribe.cards} == {(Phase.DISCOVER, Discipline.UX)}
    rects = [scribe.rect(card) for card in scribe.cards]
    assert not any(one.overlaps(other) for place, one in enumerate(rects) for other in rects[:place])
    assert field(scribe).text() == ""


def test_an_empty_line_throws_nothing(scribe: Hands) -> None:
    throw(scribe, "", "   ")
    assert not scribe.cards


def test_the_last_cards_are_shown_above_the_field_and_the_bar_stays_on_the_board(scribe: Hands) -> None:
    throw(scribe, *(f"card {number}" for number in range(SHOWN + 2)))
    scribe.bot.waitUntil(lambda: len(shown(scribe)) == SHOWN)
    assert shown(scribe) == [f"card {number}" for number in range(2, SHOWN + 2)]
    assert scribe.canvas.rect().contains(bar(scribe).geometry())


def test_the_arrows_and_letters_after_a_mark_change_the_phase(scribe: Hands) -> None:
    scribe.press(Key.Key_Right, ALT)
    assert bar(scribe).phase is Phase.DEFINE
    scribe.press(Key.Key_Left, ALT)
    scribe.press(Key.Key_Left, ALT)
    assert bar(scribe).phase is None
    throw(scribe, "parked", ">val", "tested")
    assert scribe.card("parked").phase is None
    assert scribe.card("tested").phase is Phase.VALIDATE
    throw(scribe, ">nothing")
    assert len(scribe.cards) == 2
    assert "No phase begins with" in scribe.desk.findChild(QLabel, "quickHint").text()
    field(scribe).clear()
    throw(scribe, "> 50 % leave")
    assert scribe.card("> 50 % leave")


def test_the_chip_opens_a_list_of_phases(scribe: Hands) -> None:
    scribe.bot.mouseClick(scribe.desk.findChild(QPushButton, "quickPhase"), LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Launch").trigger()
    menu.close()
    with scribe.bot.waitActive(scribe.window):
        scribe.window.activateWindow()
    assert QApplication.focusWidget() is field(scribe)
    throw(scribe, "launched")
    assert scribe.card("launched").phase is Phase.LAUNCH


def test_ctrl_z_in_the_empty_field_takes_the_last_card_back_and_else_a_letter(scribe: Hands) -> None:
    throw(scribe, "one", "two")
    scribe.press(Key.Key_Z, CTRL)
    assert [card.text for card in scribe.cards] == ["one"]
    scribe.bot.waitUntil(lambda: shown(scribe) == ["one"])
    scribe.type("three")
    scribe.press(Key.Key_Z, CTRL)
    assert [card.text for card in scribe.cards] == ["one"]
    assert field(scribe).text() == ""


def test_esc_closes_and_the_board_has_the_keyboard(scribe: Hands) -> None:
    throw(scribe, "one")
    scribe.press(Key.Key_Escape)
    assert not bar(scribe).isVisible()
    assert QApplication.focusWidget() is scribe.canvas
    scribe.press(Key.Key_J, CTRL)
    assert shown(scribe) == []


def test_lines_pasted_into_the_field_are_a_card_each_in_one_step(scribe: Hands) -> None:
    QGuiApplication.clipboard().setText("- one\n- two\n- three")
    scribe.press(Key.Key_V, CTRL)
    assert [card.text for card in scribe.cards] == ["one", "two", "three"]
    scribe.press(Key.Key_Z, CTRL)
    assert not scribe.cards
    QGuiApplication.clipboard().setText("one line")
    scribe.press(Key.Key_V, CTRL)
    assert field(scribe).text() == "one line"


def test_the_last_card_is_in_view(scribe: Hands) -> None:
    throw(scribe, ">scale", "far away")
    assert scribe.canvas.looking.sees(scribe.rect(scribe.card("far away")))


def test_the_list_stays_open_for_its_phase_through_another_theme(scribe: Hands) -> None:
    bar(scribe).use_phase(Phase.PILOT)
    scribe.window.toggle_theme()
    scribe.breathe()
    (open_bar,) = [one for one in scribe.desk.findChildren(QuickList) if one.isVisible()]
    assert open_bar.phase is Phase.PILOT


def test_keys_and_clicks_on_the_bar_do_not_reach_the_board(scribe: Hands) -> None:
    throw(scribe, "one")
    scribe.state.select({scribe.cards[0].id})
    scribe.press(Key.Key_Down)
    scribe.press(Key.Key_Up)
    scribe.bot.mouseClick(bar(scribe), LEFT)
    assert scribe.state.cards == {scribe.cards[0].id}
    assert scribe.canvas.editor.isHidden()
