"""The keyboard while an export is prepared: it goes round the sheet, and nothing behind it takes a key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListWidget, QWidget

from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key
from ui.dialogs.export_frame import ExportFrame

ACTIONS = ("export_pdf", "export_picture")


def opened(hands: Hands, action: str) -> ExportFrame:
    hands.canvas.setFocus()
    hands.window.actions_by_name[action].trigger()
    (sheet,) = [one for one in hands.window.findChildren(ExportFrame) if one.isVisible()]
    return sheet


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def gone_round(hands: Hands, *, back: bool = False) -> list[QWidget]:
    """Where the keyboard stops from where it is until it is there again."""
    stops = [focused()]
    while len(stops) < 100:
        if back:
            hands.press(Key.Key_Backtab, SHIFT)
        else:
            hands.press(Key.Key_Tab)
        if focused() is stops[0]:
            return stops
        stops.append(focused())
    raise AssertionError("the keyboard does not come round")


def choices_of(sheet: ExportFrame) -> set[QWidget]:
    """Everything that is seen in the sheet and can be chosen, written in or pressed."""
    kinds = (QAbstractButton, QComboBox, QListWidget)
    found = {one for kind in kinds for one in sheet.findChildren(kind)}
    found |= {one for one in sheet.findChildren(QLineEdit) if not isinstance(one.parent(), QComboBox)}
    return {one for one in found if one.isVisible()}


@pytest.mark.parametrize("action", ACTIONS)
def test_the_keyboard_begins_at_the_first_choice_and_goes_round_all_of_them(action: str, sample: Hands) -> None:
    sheet = opened(sample, action)
    assert focused().objectName() in ("kind_summary", "kind_png")
    stops = gone_round(sample)
    assert len(stops) == len(set(stops))
    assert set(stops) == choices_of(sheet)
    assert {"leaveExport", "beginExport"} <= {stop.objectName() for stop in stops}
    assert gone_round(sample, back=True) == [stops[0], *reversed(stops[1:])]
    sheet.leave()


@pytest.mark.parametrize("action", ACTIONS)
def test_escape_closes_the_sheet_wherever_the_keyboard_is(
    action: str, sample: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, left = opened(sample, action), list[str]()
    stops = gone_round(sample)
    with monkeypatch.context() as patched:
        patched.setattr(sheet, "leave", lambda: left.append(focused().objectName()))
        for stop in stops:
            stop.setFocus()
            sample.press(Key.Key_Escape)
    assert left == [stop.objectName() for stop in stops]
    sample.press(Key.Key_Escape)
    assert not sheet.isVisible()
    assert focused() is sample.canvas


@pytest.mark.parametrize("action", ACTIONS)
def test_enter_exports_from_its_button_alone(action: str, sample: Hands) -> None:
    sheet, wanted = opened(sample, action), list[str]()
    sheet.wanted.disconnect()
    sheet.wanted.connect(lambda: wanted.append(focused().objectName()))
    for stop in gone_round(sample):
        if stop.objectName() not in ("leaveExport", "exportLogo"):
            stop.setFocus()
            sample.press(Key.Key_Return)
    assert wanted == ["beginExport"]
    assert sheet.isVisible()
    sheet.leave()


def test_kinds_are_chosen_by_keyboard(sample: Hands) -> None:
    sheet = opened(sample, "export_picture")
    for key, suffix in ((Key.Key_Right, ".svg"), (Key.Key_Left, ".png")):
        sample.press(key)
        assert sheet.chosen().suffix == suffix
    sample.press(Key.Key_Tab)
    sample.press(Key.Key_Return)
    assert sheet.chosen().suffix == ".svg"
    sheet.leave()


def test_nothing_of_the_window_behind_takes_keys(hands: Hands) -> None:
    card = hands.write("stays")
    sheet = opened(hands, "export_picture")
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_N)
    assert [one.id for one in hands.cards] == [card.id]
    hands.bot.mouseClick(hands.canvas, LEFT, pos=QPoint(4, hands.canvas.height() // 2))
    assert sheet.isAncestorOf(focused())
    hands.state.select({card.id})
    hands.press(Key.Key_Delete)
    hands.press(Key.Key_N)
    assert [one.id for one in hands.cards] == [card.id]
    assert sheet.isVisible()
    hands.press(Key.Key_Escape)
    assert focused() is hands.canvas
    hands.press(Key.Key_Z, CTRL)
    assert hands.cards == []


@pytest.mark.parametrize("keys", [(Key.Key_E, CTRL), (Key.Key_I, CTRL | SHIFT)], ids=ACTIONS)
def test_after_the_sheet_of_shortcuts_is_gone_the_keyboard_goes_back_to_the_board(
    keys: tuple[Key, Qt.KeyboardModifier], sample: Hands
) -> None:
    sample.press(Key.Key_Question, on=sample.canvas)
    assert focused().objectName() == "shortcutFilter"
    sample.press(*keys)
    (sheet,) = [one for one in sample.window.findChildren(ExportFrame) if one.isVisible()]
    sample.press(Key.Key_Escape)
    assert not sheet.isVisible()
    assert focused() is sample.canvas
    assert sample.write("after the sheets")
