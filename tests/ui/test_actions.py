"""The table of actions: every one can be carried out, no key is given twice, menus and sheets show and close."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QToolButton

from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key
from ui.actions import (
    ACTIONS,
    ARRANGE_MENU,
    CARD_MENU,
    GROUND_MENU,
    LINK_MENU,
    MAIN_MENU,
    TOOL_PALETTE,
    Submenu,
)
from ui.dialogs.shortcut_sheet import ShortcutSheet
from ui.window_state import Tool


def test_every_action_has_somebody_who_carries_it_out(hands: Hands) -> None:
    for spec in ACTIONS:
        assert hasattr(hands.window, spec.name) or hands.desk.can(spec.name), spec.name


def test_no_key_is_given_twice() -> None:
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_takes_away_what_is_typed_with_the_third_level_of_a_layout(hands: Hands) -> None:
    assert [spec.name for spec in ACTIONS for key in spec.keys if "Ctrl+Alt+" in key] == []
    hands.press(Key.Key_N, on=hands.canvas)
    for key, letter in ((Key.Key_V, "@"), (Key.Key_D, "đ"), (Key.Key_W, "ł"), (Key.Key_A, "ą")):
        QTest.sendKeyEvent(QTest.KeyAction.Click, QApplication.focusWidget(), key, letter, CTRL | ALT)
    hands.press(Key.Key_Escape)
    assert [card.text for card in hands.cards] == ["@đłą"]


def test_the_panels_of_voting_and_deciding_and_the_end_have_keys(hands: Hands) -> None:
    for key, shown in ((Key.Key_V, "voting"), (Key.Key_D, "deciding"), (Key.Key_V, "voting")):
        hands.press(key, ALT, on=hands.canvas)
        assert hands.desk.panel.shown == shown
    hands.press(Key.Key_E, ALT, on=hands.canvas)
    assert hands.desk.panel.shown == "deciding"


def test_the_menus_name_actions_of_the_table() -> None:
    names = {spec.name for spec in ACTIONS}
    entries = {*MAIN_MENU, *CARD_MENU, *GROUND_MENU, *LINK_MENU, *TOOL_PALETTE}
    inside = {name for entry in entries if isinstance(entry, Submenu) for name in entry.names}
    assert {entry for entry in entries | inside if isinstance(entry, str)} - {""} <= names


def test_actions_are_enabled_by_what_is_selected(hands: Hands) -> None:
    actions = hands.window.actions_by_name
    assert not actions["duplicate"].isEnabled()
    assert not actions["delete_selection"].isEnabled()
    hands.write("card")
    assert actions["duplicate"].isEnabled()
    assert actions["edit_card"].isEnabled()
    hands.press(Key.Key_W, CTRL)
    assert not actions["undo"].isEnabled()
    assert actions["new_session"].isEnabled()


def test_the_menu_of_a_card_opens_on_it_and_does_what_it_says(hands: Hands) -> None:
    card = hands.write("card")
    hands.press(Key.Key_Escape)
    menu = _menu(hands, hands.middle(card))
    assert hands.state.cards == {card.id}
    next(action for action in menu.actions() if action.text() == "Lock or unlock").trigger()
    menu.close()
    assert hands.cards[0].locked


def test_the_menu_of_a_card_arranges_and_gives_dots_and_fits_a_small_screen(hands: Hands) -> None:
    cards = [hands.write(text) for text in ("one", "two")]
    hands.state.select(card.id for card in cards)
    hands.press(Key.Key_Right, CTRL | SHIFT, on=hands.canvas)
    menu = _menu(hands, hands.middle(cards[0]))
    (arrange,) = [action.menu() for action in menu.actions() if action.text() == ARRANGE_MENU.text]
    texts = [action.text() for action in menu.actions()]
    assert "Give a dot" in texts
    shown = {action.text(): action.shortcut().toString() for action in arrange.actions() if action.text()}
    assert shown["Align left edges"] == "Alt+Shift+L"
    assert {"Even gaps across", "Tidy into rows…", "Bring to front", "Send to back"} <= shown.keys()
    assert max(menu.sizeHint().height(), arrange.sizeHint().height()) <= 720
    menu.setActiveAction(arrange.menuAction())
    QTest.keyClick(menu, Key.Key_Right)
    hands.bot.waitUntil(arrange.isVisible)
    QTest.keyClick(arrange, Key.Key_Return)
    hands.breathe()
    assert hands.cards[0].x == hands.cards[1].x


def test_empty_ground_has_a_menu_of_what_can_be_put_there(hands: Hands) -> None:
    at = hands.empty_ground()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hands.canvas.mapToGlobal(at))
    QCoreApplication.sendEvent(hands.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert hands.window.actions_by_name["new_card"] in menu.actions()
    menu.close()


def test_the_tool_palette_takes_up_tools_and_marks_the_one_in_use(hands: Hands) -> None:
    buttons = {b.accessibleName(): b for b in hands.desk.findChildren(QToolButton) if b.accessibleName()}
    for name, tool in (("Pan", Tool.PAN), ("Link", Tool.LINK), ("Select", Tool.SELECT)):
        hands.bot.mouseClick(buttons[name], LEFT)
        assert hands.state.tool is tool
        assert [other for other in ("Pan", "Link", "Select") if buttons[other].isChecked()] == [name]


def test_the_table_of_shortcuts_opens_and_closes_with_escape(hands: Hands) -> None:
    hands.press(Key.Key_Question)
    sheet = hands.window.findChild(ShortcutSheet)
    assert sheet.isVisible()
    hands.press(Key.Key_Escape, on=sheet)
    hands.bot.waitUntil(lambda: hands.window.findChild(ShortcutSheet) is None)
    assert hands.write("and on")


def _menu(hands: Hands, at: QPoint) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hands.canvas.mapToGlobal(at))
    QCoreApplication.sendEvent(hands.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_table_of_shortcuts_scrolls_in_a_low_window_and_lies_within_it(hands: Hands) -> None:
    hands.window.resize(1_280, 600)
    hands.breathe()
    hands.press(Key.Key_Question, on=hands.canvas)
    sheet = hands.window.findChild(ShortcutSheet)
    assert hands.window.rect().contains(sheet.geometry())
    bar = sheet.findChild(QScrollArea).verticalScrollBar()
    hands.press(Key.Key_PageDown, on=sheet)
    assert sheet.isVisible()
    assert bar.value() > 0
    hands.press(Key.Key_Escape, on=sheet)
    hands.bot.waitUntil(lambda: hands.window.findChild(ShortcutSheet) is None)


def test_typing_in_the_table_of_shortcuts_filters_it_by_words_and_keys(hands: Hands) -> None:
    hands.press(Key.Key_Question, on=hands.canvas)
    sheet = hands.window.findChild(ShortcutSheet)
    hands.type("zoom ctrl")
    words = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert "Zoom in" in words
    assert "Undo" not in words
    hands.press(Key.Key_Return)
    hands.bot.waitUntil(lambda: hands.window.findChild(ShortcutSheet) is None)
    assert hands.canvas.hasFocus()


def test_a_click_beside_the_table_of_shortcuts_closes_it(hands: Hands) -> None:
    hands.press(Key.Key_Question, on=hands.canvas)
    assert hands.window.findChild(ShortcutSheet) is not None
    hands.click_at(QPoint(4, hands.canvas.height() - 4))
    hands.bot.waitUntil(lambda: hands.window.findChild(ShortcutSheet) is None)
