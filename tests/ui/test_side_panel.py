"""The side panel: its tabs by mouse and key, pages in windows of their own, and the way from a card and back."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QToolButton, QToolTip, QWidget

from tests.ui.hands import ALT, CTRL, LEFT, Hands, Key
from ui.panels.panel_page import PanelPage
from ui.panels.panel_table import PANELS, RARER
from ui.panels.torn_off import TornOff
from workshop.session.opening import open_session


def test_a_click_on_each_tab_shows_its_panel(sample: Hands) -> None:
    tabs = _tabs(sample)
    seen = [number for number in range(len(PANELS)) if tabs.isTabVisible(number)]
    assert len(seen) >= 8
    for number in seen:
        QTest.mouseClick(tabs, LEFT, pos=tabs.tabRect(number).center())
        sample.breathe()
        assert sample.desk.panel.shown == PANELS[number].name
        assert tabs.tabToolTip(number).startswith(PANELS[number].title)
        assert tabs.accessibleTabName(number).startswith(PANELS[number].title)
        assert tabs.tabRect(number).right() <= tabs.width()


def test_panels_without_room_for_a_tab_are_in_the_list_of_all(sample: Hands) -> None:
    tabs = _tabs(sample)
    hidden = [number for number in range(len(PANELS)) if not tabs.isTabVisible(number)]
    assert [PANELS[number].name for number in hidden if PANELS[number].name not in RARER] == []
    button = sample.desk.panel.findChild(QToolButton, "allPanels")
    button.menu().aboutToShow.emit()
    for number in hidden:
        action = next(one for one in button.menu().actions() if one.text().startswith(PANELS[number].title))
        action.trigger()
        sample.breathe()
        assert sample.desk.panel.shown == PANELS[number].name
        assert tabs.isTabVisible(number)
        assert tabs.tabRect(number).right() <= tabs.width()


def test_the_tooltip_of_a_tab_names_its_panel_and_the_key_that_shows_it(sample: Hands) -> None:
    tabs = _tabs(sample)
    number = [spec.name for spec in PANELS].index("voting")
    at = tabs.tabRect(number).center()
    QApplication.sendEvent(tabs, QHelpEvent(QEvent.Type.ToolTip, at, tabs.mapToGlobal(at)))
    assert QToolTip.text() == "Voting (Alt+V)"
    QToolTip.hideText()
    sample.canvas.setFocus()
    sample.press(Key.Key_V, ALT)
    assert sample.desk.panel.shown == "voting"


def test_every_panel_but_the_one_of_what_is_chosen_has_a_key_that_shows_it(sample: Hands) -> None:
    _tabs(sample)
    sample.canvas.setFocus()
    for spec in PANELS[1:]:
        keys = QKeySequence(spec.keys)
        assert keys.count() == 1, spec.name
        sample.press(keys[0].key(), keys[0].keyboardModifiers(), on=sample.canvas)
        assert sample.desk.panel.shown == spec.name
        sample.canvas.setFocus()


def test_the_list_of_all_panels_shows_words_and_keys_and_which_one_is_shown(sample: Hands) -> None:
    _tabs(sample)
    sample.desk.panelling.open("terms")
    button = sample.desk.panel.findChild(QToolButton, "allPanels")
    button.menu().aboutToShow.emit()
    listed = {one.text().partition("\t")[0]: one for one in button.menu().actions()}
    assert list(listed) == [spec.title for spec in PANELS]
    assert [words for words, one in listed.items() if one.isChecked()] == ["Terms"]
    assert listed["Shared measures"].text().endswith("\tCtrl+Shift+M")


def test_every_page_says_in_words_below_the_tabs_what_it_is(sample: Hands) -> None:
    _tabs(sample)
    headings = []
    for spec in PANELS:
        sample.desk.panelling.open(spec.name)
        sample.breathe()
        labels = sample.desk.panel.findChildren(QLabel)
        headings.append(next(one.text() for one in labels if one.property("heading") and one.isVisible()))
    assert headings == ["Session", *(spec.title for spec in PANELS[1:])]
    sample.desk.panelling.open("chosen")
    sample.click(next(card for card in sample.cards if not card.hidden))
    assert [one.text() for one in sample.desk.panel.card.findChildren(QLabel) if one.property("heading")] == [
        "Card"
    ]


def test_ctrl_page_down_and_up_go_round_the_panels(sample: Hands) -> None:
    _tabs(sample)
    sample.canvas.setFocus()
    shown = [sample.desk.panel.shown]
    for _ in PANELS:
        sample.press(Key.Key_PageDown, CTRL)
        shown.append(sample.desk.panel.shown)
    assert shown == [*(spec.name for spec in PANELS), PANELS[0].name]
    sample.press(Key.Key_PageUp, CTRL)
    assert sample.desk.panel.shown == PANELS[-1].name


def test_f6_goes_from_the_board_to_the_tabs_and_back(sample: Hands) -> None:
    _tabs(sample)
    sample.canvas.setFocus()
    sample.press(Key.Key_F6)
    assert sample.desk.panel.isAncestorOf(QApplication.focusWidget())
    sample.press(Key.Key_F6)
    assert sample.canvas.hasFocus()


def test_a_page_goes_into_a_window_of_its_own_and_comes_back_when_that_closes(sample: Hands) -> None:
    torn = _torn(sample)
    page = torn.findChild(PanelPage)
    assert torn.isWindow()
    assert page.isVisible()
    assert sample.desk.panel.shown != "dots"
    assert sample.desk.panel.width() < sample.desk.width() / 2
    torn.close()
    sample.breathe()
    assert page.isVisible()
    assert sample.desk.panel.isAncestorOf(page)
    assert sample.desk.panel.shown == "dots"


def test_ctrl_z_holds_in_a_window_of_its_own(sample: Hands) -> None:
    card = sample.write("one more")
    torn = _torn(sample)
    torn.activateWindow()
    torn.setFocus()
    QTest.keyClick(torn, Qt.Key.Key_Z, CTRL)
    sample.bot.waitUntil(lambda: card.id not in sample.board.cards)


def test_another_theme_keeps_the_panel_that_is_shown(sample: Hands) -> None:
    _tabs(sample)
    sample.desk.panelling.open("dots")
    sample.window.toggle_theme()
    sample.bot.waitUntil(lambda: sample.desk.panel.tabs.count() == len(PANELS))
    assert sample.desk.panel.shown == "dots"


def test_a_window_with_a_page_goes_with_the_session(sample: Hands) -> None:
    torn = _torn(sample)
    sample.window.close_session()
    sample.bot.waitUntil(lambda: not any(widget is torn for widget in QApplication.topLevelWidgets()))


def _tabs(hands: Hands) -> QWidget:
    hands.bot.waitUntil(lambda: hands.desk.panel.tabs.count() == len(PANELS))
    return hands.desk.panel.tabs


def _torn(hands: Hands, name: str = "dots", record: str = "") -> TornOff:
    """A page, taken out by a click."""
    _tabs(hands)
    hands.desk.panelling.open(name, record)
    hands.breathe()
    page = hands.desk.panel._made[name]
    button = next(b for b in page.findChildren(QToolButton) if "window of its own" in b.toolTip())
    QTest.mouseClick(button, LEFT, pos=QPoint(8, 8))
    hands.breathe()
    (torn,) = _windows()
    return torn


def test_a_theme_change_keeps_windows_of_pages_and_what_is_open_in_them(sample: Hands) -> None:
    _tabs(sample)
    tension = next(iter(sample.board.collection("tensions")))
    measure = next(iter(sample.board.collection("measures")))
    torn = _torn(sample, "tensions", tension)
    torn.setGeometry(40, 30, 500, 600)
    sample.desk.panelling.open("measures", measure)
    sample.breathe()
    sample.window.toggle_theme()
    sample.bot.waitUntil(lambda: sample.desk.panel.tabs.count() == len(PANELS))
    sample.breathe()
    (torn,) = _windows()
    assert torn.page.record == tension
    assert torn.size().width() == 500
    assert sample.desk.panel.shown == "measures"
    assert sample.desk.panel._made["measures"].record == measure


def test_a_click_on_the_tab_of_a_page_in_its_own_window_leaves_the_tab_where_it_was(sample: Hands) -> None:
    tabs = _tabs(sample)
    torn = _torn(sample)
    before = sample.desk.panel.shown
    QTest.mouseClick(tabs, LEFT, pos=tabs.tabRect(1).center())
    sample.breathe()
    assert sample.desk.panel.shown == before
    torn.close()
    sample.breathe()
    assert sample.desk.panel.shown == "dots"
    assert torn.page.isVisible()


@pytest.mark.parametrize("way", ["close", "home", "torn"])
def test_what_is_typed_in_a_panel_is_kept_when_the_session_is_left(sample: Hands, way: str) -> None:
    _tabs(sample)
    path = sample.desk.session.path
    measure = next(iter(sample.board.collection("measures")))
    if way == "torn":
        _torn(sample, "measures", measure).activateWindow()
    sample.desk.panelling.open("measures", measure)
    sample.breathe()
    name = next(
        f for f in sample.desk.panel._made["measures"].findChildren(QLineEdit) if f.isVisible() and f.text()
    )
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Typed just before leaving")
    sample.window.close() if way == "close" else sample.window.close_session()
    session = open_session(path)
    names = [getattr(record, "name", "") for record in session.workshop.board.collection("measures").values()]
    session.close()
    assert "Typed just before leaving" in names


def test_a_decision_that_is_half_written_stays_through_another_theme(sample: Hands) -> None:
    _tabs(sample)
    sample.desk.panelling.open("tensions", "light-or-proof")
    sample.breathe()
    field = _decision_text(sample)
    field.setFocus()
    QTest.keyClicks(field, "Light first")
    sample.window.toggle_theme()
    sample.bot.waitUntil(lambda: sample.desk.panel.tabs.count() == len(PANELS))
    sample.breathe()
    assert _decision_text(sample).toPlainText() == "Light first"


def _decision_text(hands: Hands) -> QPlainTextEdit:
    page = hands.desk.panel._made["tensions"]
    return next(f for f in page.findChildren(QPlainTextEdit) if f.placeholderText() == "The total on top")


def _windows() -> list[TornOff]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TornOff)]


def test_two_themes_in_one_turn_leave_the_page_of_what_is_chosen(sample: Hands) -> None:
    panel = sample.desk.panel
    sample.window.toggle_theme()
    sample.window.toggle_theme()
    sample.bot.waitUntil(lambda: sample.desk.panel is not panel and "card" in vars(sample.desk.panel.chosen))
    chosen = sample.desk.panel.chosen
    assert chosen.currentWidget().isAncestorOf(chosen.session)
    assert not chosen.shows_card


def test_themes_that_change_before_the_tabs_are_there_bring_each_tab_once(sample: Hands) -> None:
    for _ in range(2):
        sample.window.actions_by_name["toggle_theme"].trigger()
    sample.window.open_path(sample.desk.session.path)
    sample.window.actions_by_name["toggle_theme"].trigger()
    sample.settle()
    assert _tabs(sample).count() == len(PANELS)
    assert QApplication.activeWindow() is sample.window
    sample.press(Key.Key_PageDown, CTRL, on=sample.canvas)
    assert sample.desk.panel.shown == PANELS[1].name


def test_what_is_made_ahead_waits_until_the_board_lies_still(sample: Hands) -> None:
    _tabs(sample)
    waiting = sample.desk.panel._ahead
    waiting.start()
    since = waiting.timerId()
    sample.wheel(sample.canvas.rect().center(), 1)
    assert waiting.isActive()
    assert waiting.timerId() != since
    waiting.stop()
    sample.wheel(sample.canvas.rect().center(), 1)
    assert not waiting.isActive()
