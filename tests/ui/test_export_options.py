"""The sheet before an export: its choices, its preview, and the file that comes of it."""

import multiprocessing
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QScrollArea

from exports.pdf.document import export_paper
from exports.pdf.options import Kind, PaperOptions
from exports.registry import export_board
from tests.ui.hands import Hands
from ui.command_line.parser import parsed
from ui.dialogs.export_options import ExportOptionsSheet
from ui.dialogs.export_sheet import ExportSheet
from ui.export_preview import _show_pages
from ui.panels.choices import QuietCombo
from ui.theme.scale import use_text_scale
from workshop.board.board import Board
from workshop.commands.cards import add_card, change_text
from workshop.imports.sample import sample_records
from workshop.model.cards import CardKind
from workshop.model.diamonds import Phase
from workshop.session.writing import write_session

LEFT = Qt.MouseButton.LeftButton


def opened(hands: Hands, *, selection: bool = False) -> ExportOptionsSheet:
    hands.window.actions_by_name["export_cards" if selection else "export_pdf"].trigger()
    sheet = hands.window.findChild(ExportOptionsSheet)
    assert sheet is not None
    return sheet


def pressed(hands: Hands, sheet: ExportOptionsSheet, name: str) -> None:
    hands.bot.mouseClick(sheet.findChild(QPushButton, name), LEFT)


def drawn(hands: Hands, sheet: ExportOptionsSheet) -> QListWidget:
    pages = sheet.findChild(QListWidget, "exportPages")
    assert pages is not None
    hands.bot.waitUntil(
        lambda: pages.count() > 0 and not pages.item(pages.count() - 1).icon().isNull(), timeout=60_000
    )
    return pages


def test_the_pages_are_seen_before_they_are_exported_and_follow_the_choices(sample: Hands) -> None:
    sheet = opened(sample)
    assert drawn(sample, sheet).count() > 6
    pressed(sample, sheet, "kind_poster")
    pages = sheet.findChild(QListWidget, "exportPages")
    sample.bot.waitUntil(lambda: pages.count() == 1, timeout=60_000)
    assert sheet.options.kind is Kind.POSTER
    assert sheet.options.paper == "A3"
    sample.bot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_file_has_the_bytes_of_its_options_and_these_are_remembered(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: target)
    sheet = opened(sample)
    pressed(sample, sheet, "kind_cards")
    pressed(sample, sheet, "export_grey")
    options = sheet.options
    pressed(sample, sheet, "beginExport")
    sample.bot.waitUntil(lambda: not sample.window.exporting, timeout=60_000)
    assert sample.window.desk is not None
    export_board(sample.window.desk.session.workshop.board, tmp_path / "same.pdf", options=options)
    assert target.read_bytes() == (tmp_path / "same.pdf").read_bytes()
    again = opened(sample)
    assert (again.options.kind, again.options.grey) == (Kind.CARDS, True)
    again.leave()


@pytest.mark.parametrize("count", [1, 2])
def test_selected_cards_are_exported_alone(sample: Hands, count: int) -> None:
    assert sample.window.desk is not None
    state = sample.window.desk.canvas.state
    chosen = list(state.workshop.board.cards)[:count]
    state.select(chosen)
    sheet = opened(sample, selection=True)
    assert sheet.options.chosen == tuple(sorted(chosen))
    scope = sheet.findChild(QuietCombo, "exportScope")
    assert any(scope.itemText(place).startswith("Phase ") for place in range(scope.count()))
    sheet.leave()


def test_a_section_that_is_taken_out_is_not_among_the_options(sample: Hands) -> None:
    sheet = opened(sample)
    assert sheet.options.sections is None
    pressed(sample, sheet, "section_votes")
    assert sheet.options.sections is not None
    assert "votes" not in sheet.options.sections
    pressed(sample, sheet, "section_votes")
    assert sheet.options.sections is None
    sheet.leave()


def test_each_phase_gets_a_page_where_that_is_asked_of_a_summary(sample: Hands) -> None:
    sheet = opened(sample)
    before = drawn(sample, sheet).count()
    pressed(sample, sheet, "export_phase_pages")
    assert sheet.options.phase_pages
    pages = sheet.findChild(QListWidget, "exportPages")
    assert pages is not None
    sample.bot.waitUntil(lambda: pages.count() >= before + 4, timeout=60_000)
    toggle = sheet.findChild(QPushButton, "export_phase_pages")
    assert toggle is not None
    pressed(sample, sheet, "section_phases")
    assert not toggle.isEnabled()
    pressed(sample, sheet, "section_phases")
    assert toggle.isEnabled()
    pressed(sample, sheet, "kind_handout")
    assert not toggle.isVisible()
    sheet.leave()


def test_what_cannot_be_met_is_said_in_place_of_the_pages(sample: Hands) -> None:
    sheet = opened(sample)
    sheet.choices._change(language="not a language")
    sample.bot.waitUntil(lambda: "no language tag" in sheet._told.text(), timeout=60_000)
    sheet.leave()
    assert PaperOptions().language == "en"


def test_the_preview_is_of_the_same_day_as_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.pdf.today.export_day", lambda: date(2031, 1, 1))
    board, options = Board(sample_records()), PaperOptions(paper="A4", sections=("actions",))
    pipe = SimpleNamespace(send=lambda told: None, poll=lambda: False)
    _show_pages(board, tmp_path / "preview.pdf", cast(Connection, pipe), 1, options)
    export_board(board, tmp_path / "file.pdf", options=options)
    export_paper(board, tmp_path / "other.pdf", options, today=date(2026, 11, 14))
    preview, file, other = ((tmp_path / f"{name}.pdf").read_bytes() for name in ("preview", "file", "other"))
    assert preview == file
    assert preview != other


def test_what_authors_and_language_mean_is_said_where_they_are_chosen(sample: Hands) -> None:
    sheet = opened(sample)
    language = sheet.findChild(QComboBox, "exportLanguage")
    assert "headings and labels stay English" in language.toolTip()
    assert "people who decided" in sheet.findChild(QPushButton, "export_authors").toolTip()
    sheet.leave()


def test_a_language_is_chosen_by_its_name_or_written_as_a_tag(sample: Hands) -> None:
    sheet = opened(sample)
    language = sheet.findChild(QComboBox, "exportLanguage")
    assert language.currentText() == "English"
    language.setFocus()
    sample.bot.keyClick(language, Qt.Key.Key_Down)
    assert (language.currentText(), sheet.options.language) == ("Deutsch", "de")
    for typed, shown, tag in (
        ("english", "English", "en"),
        ("fr", "Français", "fr"),
        ("es", "Español", "es"),
        ("de-CH", "de-CH", "de-CH"),
        ("nl", "nl", "nl"),
    ):
        language.lineEdit().selectAll()
        sample.bot.keyClicks(language.lineEdit(), typed)
        sample.bot.keyClick(language.lineEdit(), Qt.Key.Key_Return)
        assert (language.currentText(), sheet.options.language) == (shown, tag)
        assert sheet.isVisible()
    sheet.leave()


def test_a_language_gives_the_same_bytes_as_on_the_command_line(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, session, said = (tmp_path / name for name in ("out.pdf", "s.trilliant", "said.pdf"))
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: target)
    sheet = opened(sample)
    language = sheet.findChild(QComboBox, "exportLanguage")
    language.lineEdit().selectAll()
    sample.bot.keyClicks(language.lineEdit(), "Deutsch")
    sample.bot.keyClick(language.lineEdit(), Qt.Key.Key_Return)
    attached = sheet.findChild(QuietCombo, "exportAttached")
    attached.setCurrentIndex(1)
    attached.activated.emit(1)
    assert sheet.options.language == "de"
    pressed(sample, sheet, "beginExport")
    sample.bot.waitUntil(lambda: not sample.window.exporting, timeout=60_000)
    assert sample.window.desk is not None
    write_session(session, sample.window.desk.session.workshop.board.records())
    arguments = parsed(["export", str(session), str(said), "--language", "de", "--no-attachment"])
    assert arguments.run(arguments) == 0
    assert target.read_bytes() == said.read_bytes()


def test_leaving_the_session_ends_the_preview(sample: Hands) -> None:
    sheet = opened(sample)
    sample.window.close_session()
    assert not multiprocessing.active_children()
    assert not sheet.isVisible()


def test_characters_without_a_font_are_told_of_when_the_file_is_there(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = hands.write("private")
    change_text(hands.desk.session.workshop, origin="import", card_id=note.id, text="private \ue123 use")
    monkeypatch.setattr(type(hands.window), "_chosen_target", lambda *_args: tmp_path / "out.pdf")
    pressed(hands, opened(hands), "beginExport")
    hands.bot.waitUntil(lambda: not hands.window.exporting, timeout=60_000)
    sheet = hands.window.findChild(ExportSheet)
    assert any("One character is in no font here" in label.text() for label in sheet.findChildren(QLabel))


def test_choices_pages_and_the_page_stand_side_by_side_with_large_words(
    sample: Hands, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: use_text_scale(100))
    use_text_scale(200)
    sheet = opened(sample)
    pages = drawn(sample, sheet)
    (choices,) = [area for area in sheet.findChildren(QScrollArea) if area is not pages]
    assert choices.geometry().right() < pages.geometry().left()
    assert pages.geometry().right() < sheet._page.geometry().left()
    assert sheet._page.geometry().right() < sheet.width()
    sheet.leave()


@pytest.mark.parametrize(("size", "least"), [((1_280, 720), 500), ((1_600, 1_000), 650), ((3_000, 2_000), 750)])
def test_a_page_is_as_large_as_the_window_has_room_for(
    sample: Hands, size: tuple[int, int], least: int
) -> None:
    sample.window.resize(*size)
    sheet = opened(sample)
    page = sheet._page.size()
    assert least < page.height() < size[1]
    assert sample.window.rect().contains(sheet.geometry())
    assert abs(sheet.geometry().center().x() - sheet.parentWidget().rect().center().x()) <= 1
    sheet.leave()


@pytest.mark.parametrize("presenting", [False, True])
def test_the_folder_opens_afterwards_but_not_before_a_room_and_the_file_when_asked(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, presenting: bool
) -> None:
    target, led_to = tmp_path / "out.pdf", list[str]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: led_to.append(url.toLocalFile()) or True)
    monkeypatch.setattr(type(hands.window), "_chosen_target", lambda *_args: target)
    monkeypatch.setattr(type(hands.desk.presenting), "on", presenting)
    pressed(hands, opened(hands), "beginExport")
    hands.bot.waitUntil(lambda: not hands.window.exporting, timeout=60_000)
    by_itself = [] if presenting else [str(tmp_path)]
    assert led_to == by_itself
    sheet = hands.window.findChild(ExportSheet)
    for name in ("openExport", "showExport"):
        hands.bot.mouseClick(sheet.findChild(QPushButton, name), LEFT)
    assert led_to == [*by_itself, str(target), str(tmp_path)]


def without_sections(hands: Hands, sheet: ExportOptionsSheet) -> None:
    """Switch every section off."""
    for button in sheet.findChildren(QPushButton):
        if button.objectName().startswith("section_") and button.isChecked():
            hands.bot.mouseClick(button, LEFT)


def test_nothing_is_shown_or_exported_where_no_section_is_chosen(
    sample: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[object]()
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *wanted: asked.append(wanted))
    sheet = opened(sample)
    pages, export = drawn(sample, sheet), sheet.findChild(QPushButton, "beginExport")
    assert export.isEnabled()
    without_sections(sample, sheet)
    assert sheet.told == "A summary without any section is empty; choose at least one."
    assert not export.isEnabled()
    pressed(sample, sheet, "beginExport")
    assert not asked
    sample.bot.waitUntil(lambda: not sheet._preview.busy, timeout=60_000)
    assert (pages.count(), sheet._page.pixmap().isNull()) == (0, True)
    change_text(sample.desk.session.workshop, origin="phone", card_id=sample.cards[0].id, text="other words")
    assert sheet.told.startswith("A summary without any section")
    pressed(sample, sheet, "section_votes")
    assert export.isEnabled()
    assert drawn(sample, sheet).count() == 1
    pressed(sample, sheet, "beginExport")
    assert len(asked) == 1
    sheet.leave()


def test_sections_that_hold_nothing_are_neither_shown_nor_exported_until_they_do(hands: Hands) -> None:
    hands.write("a card")
    sheet = opened(hands)
    pages, export = drawn(hands, sheet), sheet.findChild(QPushButton, "beginExport")
    without_sections(hands, sheet)
    pressed(hands, sheet, "section_wins")
    hands.bot.waitUntil(lambda: sheet.told.startswith("This board has nothing to tell"), timeout=60_000)
    assert (pages.count(), export.isEnabled()) == (0, False)
    workshop = hands.desk.session.workshop
    add_card(workshop, origin="phone", phase=Phase.SCALE, text="went well", kind=CardKind.WIN)
    hands.bot.waitUntil(export.isEnabled, timeout=60_000)
    assert drawn(hands, sheet).count() == 1
    sheet.leave()


def test_a_preview_that_the_disk_does_not_take_does_not_forbid_the_export(hands: Hands, tmp_path: Path) -> None:
    told = list[tuple[object, ...]]()
    pipe = SimpleNamespace(send=told.append, poll=lambda: False)
    board = Board(sample_records())
    for path, options in (
        (tmp_path / "gone" / "preview.pdf", PaperOptions(sections=("wins",))),
        (tmp_path / "preview.pdf", PaperOptions(sections=())),
    ):
        _show_pages(board, path, cast(Connection, pipe), 1, options)
    assert [what for _, what, _ in told] == ["failed", "refused"]
    sheet = opened(hands)
    sheet._preview.failed.emit("The disk is full.")
    assert sheet.told == "The disk is full."
    assert sheet.findChild(QPushButton, "beginExport").isEnabled()
    sheet.leave()
