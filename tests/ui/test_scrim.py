"""Behind a sheet the window is dimmed and does not take the mouse; a press beside the sheet puts it away."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.hands import LEFT, NO, RIGHT, Hands, Key
from tests.ui.projecting import picture, present, settle
from tests.ui.seeing import alike
from ui.dialogs.export_frame import ExportFrame
from ui.dialogs.shortcut_sheet import ShortcutSheet
from ui.window_state import Tool

SHEETS = {"export_pdf": ExportFrame, "export_picture": ExportFrame, "show_shortcuts": ShortcutSheet}
EDGE = 6
"""So near the edges of the window no sheet comes."""


def opened(hands: Hands, action: str) -> QWidget:
    hands.canvas.setFocus()
    hands.window.actions_by_name[action].trigger()
    hands.breathe()
    (sheet,) = [one for one in hands.window.findChildren(SHEETS[action]) if one.isVisible()]
    return sheet


def colour(hands: Hands, at: QPoint) -> QColor:
    return hands.window.grab().toImage().pixelColor(at)


def edges(hands: Hands) -> list[QPoint]:
    """On the top bar, the board and the panel."""
    window = hands.window
    right, low = window.width() - EDGE, window.height() - EDGE
    return [QPoint(EDGE, EDGE), QPoint(EDGE, low), QPoint(right, low)]


def gone(hands: Hands, sheet: QWidget) -> None:
    hands.breathe()
    hands.bot.waitUntil(lambda: sheet not in hands.window.findChildren(type(sheet)))


@pytest.mark.parametrize("action", SHEETS)
def test_all_behind_is_dimmed_while_the_sheet_is_there(action: str, sample: Hands) -> None:
    before = [colour(sample, at).lightness() for at in edges(sample)]
    sheet = opened(sample, action)
    for was, at in zip(before, edges(sample), strict=True):
        assert colour(sample, at).lightness() < was * 0.7
    ground = sheet.geometry().center()
    ground.setY(sheet.geometry().top() + EDGE)
    assert colour(sample, ground).name() == sample.canvas.looks.panel.lower()
    sample.window.resize(sample.window.width() + 120, sample.window.height() + 40)
    sample.breathe()
    for was, at in zip(before, edges(sample), strict=True):
        assert colour(sample, at).lightness() < was * 0.7
    sample.press(Key.Key_Escape)
    gone(sample, sheet)
    assert [colour(sample, at).lightness() for at in edges(sample)] == before


@pytest.mark.parametrize("action", SHEETS)
def test_a_press_beside_the_sheet_puts_it_away_and_does_nothing_else(action: str, sample: Hands) -> None:
    card = sample.cards[0]
    sample.state.select({card.id})
    places = {one.id: one.place for one in sample.cards}
    camera = sample.canvas.camera
    sheet = opened(sample, action)
    QTest.mouseClick(sample.window.windowHandle(), LEFT, NO, QPoint(EDGE, sample.window.height() // 2))
    gone(sample, sheet)
    assert sample.state.cards == {card.id}
    assert {one.id: one.place for one in sample.cards} == places
    assert sample.canvas.camera == camera
    assert sample.canvas.hasFocus()
    assert sample.write("and on")


@pytest.mark.parametrize("action", SHEETS)
def test_behind_the_sheet_nothing_is_pressed_scrolled_or_offered(action: str, sample: Hands) -> None:
    sheet = opened(sample, action)
    tools = QPoint(EDGE, sample.window.height() // 2)
    camera, tool = sample.canvas.camera, sample.state.tool
    below = sample.window.childAt(tools)
    at = QPointF(tools)
    turn = QWheelEvent(
        at,
        sample.window.mapToGlobal(at),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        NO,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(below, turn)
    QTest.mouseClick(sample.window.windowHandle(), RIGHT, NO, tools)
    sample.breathe()
    assert QApplication.activePopupWidget() is None
    assert sample.canvas.camera == camera
    assert sample.state.tool is tool is Tool.SELECT
    assert sheet.isVisible()
    sample.press(Key.Key_Escape)


@pytest.mark.parametrize("action", SHEETS)
@pytest.mark.parametrize("beside", [True, False], ids=["beside", "on"])
def test_what_is_dropped_while_a_sheet_is_there_is_not_taken(beside: bool, action: str, sample: Hands) -> None:
    sheet = opened(sample, action)
    count, data = len(sample.cards), QMimeData()
    data.setText("one\ntwo")
    at = QPoint(EDGE, sample.window.height() // 2) if beside else sheet.geometry().center()
    target = sample.window.childAt(at)
    place = QPointF(target.mapFrom(sample.window, at))
    copy, buttons = Qt.DropAction.CopyAction, LEFT
    entering = QDragEnterEvent(place.toPoint(), copy, data, buttons, NO)
    QApplication.sendEvent(target, entering)
    dropping = QDropEvent(place, copy, data, buttons, NO)
    QApplication.sendEvent(target, dropping)
    sample.breathe()
    assert entering.dropAction() is dropping.dropAction() is Qt.DropAction.IgnoreAction
    assert len(sample.cards) == count
    sample.press(Key.Key_Escape)
    gone(sample, sheet)


@pytest.mark.parametrize("action", SHEETS)
def test_a_press_on_the_sheet_itself_leaves_it(action: str, sample: Hands) -> None:
    sheet = opened(sample, action)
    ground = sheet.geometry().topLeft() + QPoint(sheet.width() // 2, EDGE)
    QTest.mouseClick(sample.window.windowHandle(), LEFT, NO, ground)
    sample.breathe()
    assert sheet.isVisible()
    sample.press(Key.Key_Escape)
    gone(sample, sheet)


@pytest.mark.parametrize("action", SHEETS)
def test_the_projector_shows_nothing_of_it(action: str, room: Hands) -> None:
    present(room)
    before: QImage = picture(room)
    sheet = opened(room, action)
    settle(room)
    assert alike(picture(room), before)
    room.press(Key.Key_Escape)
    gone(room, sheet)
    assert room.desk.presenting.on
