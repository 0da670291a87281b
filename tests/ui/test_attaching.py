"""The export's sheet says what the PDF carries, what others receive with it, and how large the file becomes."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from exports.pdf.options import Attached
from tests.exports.carrying import carried
from tests.ui.hands import Hands
from tests.ui.test_export_options import opened, pressed
from ui.dialogs.export_options import ExportOptionsSheet
from workshop.session.reading import read_session


def size_told(hands: Hands, sheet: ExportOptionsSheet) -> int:
    """The size of the file as the sheet tells it, in KB."""

    def found() -> re.Match[str] | None:
        told = " ".join(label.text() for label in sheet.findChildren(QLabel))
        return re.search(r"pages? · (\d+) KB", told)

    hands.bot.waitUntil(lambda: found() is not None, timeout=60_000)
    match = found()
    assert match is not None
    return int(match.group(1))


def choose(hands: Hands, sheet: ExportOptionsSheet, words: str) -> str:
    """Choose what the PDF carries; what the sheet says of it."""
    combo = sheet.findChild(QComboBox, "exportAttached")
    hands.choose(combo, words)
    label = sheet.findChild(QLabel, "exportReceived")
    assert combo.accessibleDescription() == label.text()
    return str(label.text())


def test_what_others_receive_is_said_for_each_choice(sample: Hands) -> None:
    sheet = opened(sample)
    pressed(sample, sheet, "kind_cards")
    assert "no hidden cards" in sheet.findChild(QLabel, "exportReceived").text()
    assert "has all" in choose(sample, sheet, "The full session, history and all")
    assert sheet.options.attachment is Attached.FULL
    assert "not opened as a board" in choose(sample, sheet, "Nothing but the pages")
    assert sheet.options.attachment is Attached.NONE
    sheet.leave()


def test_the_size_of_the_file_counts_what_it_carries(sample: Hands) -> None:
    sheet = opened(sample)
    pressed(sample, sheet, "kind_cards")
    with_copy = size_told(sample, sheet)
    choose(sample, sheet, "Nothing but the pages")
    sample.bot.waitUntil(lambda: size_told(sample, sheet) < with_copy - 5, timeout=60_000)
    choose(sample, sheet, "The full session, history and all")
    sample.bot.waitUntil(lambda: size_told(sample, sheet) > with_copy - 5, timeout=60_000)
    sheet.leave()


def test_the_full_session_is_exported_and_the_choice_remembered(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: target)
    sample.write("Written a moment before the export")
    sheet = opened(sample)
    pressed(sample, sheet, "kind_cards")
    choose(sample, sheet, "The full session, history and all")
    pressed(sample, sheet, "beginExport")
    sample.bot.waitUntil(lambda: not sample.window.exporting, timeout=60_000)
    (tmp_path / "taken.trilliant").write_bytes(carried(target) or b"")
    contents = read_session(tmp_path / "taken.trilliant")
    assert contents.guid == sample.desk.session.guid
    assert contents.board == sample.board
    again = opened(sample)
    assert again.options.attachment is Attached.FULL
    again.leave()
