"""An export that outlives its session stays in sight with Cancel, and the window does not close over it unsaid."""

import errno
import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from exports.whole_file import _reason
from tests.ui.hands import CTRL, LEFT, NO, Hands, Key, told
from tests.ui.opened_folders import opened_folders
from ui.dialogs.closing_sheet import ClosingSheet
from ui.dialogs.export_sheet import ExportSheet
from ui.exporting import Export
from ui.long_paths import in_full
from ui.theme.scale import use_text_scale
from workshop.model.people import Participant

MINUTE = 60_000


def begun(hands: Hands, path: Path) -> Export:
    """An export that is on its way and whose end is not heard of until `heard`."""
    path.parent.mkdir(exist_ok=True)
    export = hands.window.export_to(path)
    export._poll.setInterval(600_000)
    return export


def heard(hands: Hands, export: Export) -> None:
    export._poll.setInterval(20)
    hands.bot.waitUntil(lambda: not hands.window.exporting, timeout=MINUTE)
    hands.breathe()


def sheet_of(hands: Hands) -> ExportSheet:
    (sheet,) = [one for one in hands.window.findChildren(ExportSheet) if one.isVisible()]
    return sheet


def pressed(hands: Hands, inside: QWidget, name: str) -> None:
    """Click where the button is, through whatever lies above it."""
    button = inside.findChild(QPushButton, name)
    at = button.mapTo(hands.window, button.rect().center())
    QTest.mouseClick(hands.window.windowHandle(), LEFT, NO, at)
    hands.breathe()


def elsewhere(hands: Hands, where: str, session_file: Callable[..., Path]) -> QWidget:
    """Go to another session, or home, and what lies there."""
    if where == "home":
        hands.press(Key.Key_W, CTRL)
        return hands.window.home
    assert hands.window.open_path(session_file(Participant(id="p", name="P"), name="other.trilliant"))
    hands.settle()
    return hands.canvas


@pytest.mark.parametrize("where", ["home", "another session"])
def test_an_export_is_seen_and_told_of_in_whatever_the_window_shows(
    where: str, sample: Hands, session_file: Callable[..., Path], tmp_path: Path
) -> None:
    target = tmp_path / "out" / "summary.pdf"
    with opened_folders() as opened:
        export = begun(sample, target)
        shown = elsewhere(sample, where, session_file)
        sheet = sheet_of(sample)
        assert "Exporting summary.pdf" in told(sheet)
        corner = shown.mapTo(sample.window, QPoint(shown.width(), 0))
        right, top = sheet.geometry().right() + 1, sheet.y()
        assert (corner.x() - right, top - corner.y()) == (16, 16)
        heard(sample, export)
    assert "PDF exported" in told(sheet)
    assert opened == [target.parent]
    assert target.exists()
    pressed(sample, sheet, "cancelExport")
    assert not sample.window.findChildren(ExportSheet)


@pytest.mark.parametrize("where", ["home", "another session"])
def test_an_export_is_cancelled_from_whatever_the_window_shows(
    where: str, sample: Hands, session_file: Callable[..., Path], tmp_path: Path
) -> None:
    target = tmp_path / "out" / "summary.pdf"
    export = begun(sample, target)
    elsewhere(sample, where, session_file)
    sheet = sheet_of(sample)
    with sample.bot.waitSignal(export.ended, timeout=MINUTE) as ended:
        pressed(sample, sheet, "cancelExport")
    assert "Nothing was exported" in told(sheet)
    assert ended.args[0] in told(sheet)
    assert list(target.parent.iterdir()) == []
    assert not sample.window.exporting


def test_it_stays_in_its_corner_when_the_window_and_the_panel_change(sample: Hands, tmp_path: Path) -> None:
    with opened_folders():
        export = begun(sample, tmp_path / "out.pdf")
        sheet = sheet_of(sample)
        for change in (
            lambda: sample.window.resize(1_000, 640),
            sample.desk.toggle_panel,
            sample.window.toggle_theme,
            lambda: sample.window.resize(1_280, 800),
        ):
            change()
            sample.settle()
            corner = sample.canvas.mapTo(sample.window, QPoint(sample.canvas.width(), 0))
            assert sheet.geometry().topRight() == corner + QPoint(-17, 16)
        heard(sample, export)


def test_with_the_largest_words_in_a_small_window_the_sheet_lies_within_the_board(
    sample: Hands, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: use_text_scale(100))
    use_text_scale(200)
    sample.window.resize(1_024, 700)
    sample.settle()
    sample.canvas.setFixedWidth(614)  # what the panel leaves when the window was opened with such words
    with opened_folders():
        export = begun(sample, tmp_path / f"{'a long name ' * 8}.pdf")
        sheet = sheet_of(sample)
        board = QRect(sample.canvas.mapTo(sample.window, QPoint(0, 0)), sample.canvas.size())
        assert board.contains(sheet.geometry())
        heard(sample, export)
    assert board.contains(sheet.geometry())
    (lead,) = [one for one in sheet.findChildren(QPushButton) if one.text() == "Open"]
    assert sheet.rect().contains(lead.geometry())


def test_who_writes_goes_on_when_the_sheet_is_closed(sample: Hands, tmp_path: Path) -> None:
    with opened_folders():
        heard(sample, begun(sample, tmp_path / "out.pdf"))
    sample.press(Key.Key_N, on=sample.canvas)
    sample.type("one ")
    pressed(sample, sheet_of(sample), "cancelExport")
    assert QApplication.focusWidget() is sample.canvas.editor
    sample.type("two")
    sample.press(Key.Key_Escape)
    assert sample.cards[-1].text == "one two"


def closing(hands: Hands) -> ClosingSheet:
    """Press the window's cross, and the sheet that comes of it."""
    hands.window.close()
    hands.breathe()
    assert hands.window.isVisible()
    (sheet,) = [one for one in hands.window.findChildren(ClosingSheet) if one.isVisible()]
    return sheet


def test_the_window_waits_with_closing_until_the_file_is_written(sample: Hands, tmp_path: Path) -> None:
    target = tmp_path / "out" / "summary.pdf"
    with opened_folders() as opened:
        export = begun(sample, target)
        sheet = closing(sample)
        assert "The window closes when this is written" in told(sheet)
        assert "summary.pdf" in told(sheet)
        sample.press(Key.Key_N)
        assert sample.canvas.writing.card is None
        heard(sample, export)
        sample.bot.waitUntil(lambda: not sample.window.isVisible())
    assert opened == [target.parent]
    assert [one.name for one in target.parent.iterdir()] == ["summary.pdf"]


@pytest.mark.parametrize("how", ["button", "closing again"])
def test_an_export_is_given_up_for_closing_only_when_that_is_said_again(
    how: str, sample: Hands, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "summary.pdf"
    begun(sample, target)
    sheet = closing(sample)
    if how == "button":
        pressed(sample, sheet, "stopAndClose")
        sample.bot.waitUntil(lambda: not sample.window.isVisible())
    else:
        assert sample.window.close()
    assert not multiprocessing.active_children()
    assert list(target.parent.iterdir()) == []


def test_with_escape_the_window_stays_and_the_export_goes_on(sample: Hands, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    with opened_folders():
        export = begun(sample, target)
        sample.canvas.setFocus()
        closing(sample)
        sample.press(Key.Key_Escape)
        assert not [one for one in sample.window.findChildren(ClosingSheet) if one.isVisible()]
        assert sample.write("and on")
        heard(sample, export)
    sample.breathe()
    assert sample.window.isVisible()
    assert target.exists()


def test_the_window_stays_where_what_it_waited_for_was_not_written(sample: Hands, tmp_path: Path) -> None:
    export = sample.window.export_to(tmp_path / "no" / "summary.pdf")
    export._poll.setInterval(600_000)
    closing(sample)
    heard(sample, export)
    sample.breathe()
    assert sample.window.isVisible()
    assert "does not exist; choose another." in told(sheet_of(sample))


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("folder", ["a_rather_long_folder_name_for_a_workshop_", "x" * 40])
def test_the_reason_and_the_name_of_a_file_are_read_in_full_however_deep_it_lies(
    folder: str, scale: int, sample: Hands, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: use_text_scale(100))
    use_text_scale(scale)
    name = "Self-service onboarding summary for the board meeting.pdf"
    path = Path("/", *(f"{folder}{number}" for number in range(8)), name)
    error = _reason(path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    export = begun(sample, Path(sample.desk.session.path.parent) / "out" / "x.pdf")
    export.path = path
    export._end(error)
    sheet = sheet_of(sample)
    (label,) = [one for one in sheet.findChildren(QLabel) if "could not be written" in one.text()]
    words = label.text().replace("\u200b", "")
    assert name in words
    assert "(no space left on device); choose another folder or free some space." in words
    assert label.height() >= label.heightForWidth(label.width())
    assert sheet.rect().contains(label.geometry())
    assert error in label.toolTip()


def test_a_long_word_may_end_a_line_anywhere_and_short_ones_stay_as_they_are(sample: Hands) -> None:
    metrics = QFontMetrics(sample.window.font())
    path = Path("/tmp/a.pdf")
    assert in_full("short words stay", path, metrics, 300) == "short words stay"
    long = "é" + "e\u0301👩\u200d💻" * 60
    broken = in_full(long, path, metrics, 300)
    assert broken.replace("\u200b", "") == long
    assert "\u200b\u0301" not in broken
    assert "\u200d\u200b" not in broken
    assert all(metrics.horizontalAdvance(part) < 300 for part in broken.split("\u200b"))
