"""The sheet before an export follows the board, stays when no file is named, and an export is stopped at once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from exports.pdf.options import Attached, Kind, PaperOptions
from exports.registry import export_board
from tests.ui.hands import LEFT, Hands
from ui.dialogs.export_frame import ExportFrame
from ui.dialogs.export_options import ExportOptionsSheet
from ui.dialogs.export_sheet import ExportSheet
from ui.dialogs.picture_sheet import PictureSheet
from ui.export_memory import last_options, remember_options
from ui.exporting import PATIENCE_MS, POLL_MS
from workshop.commands.cards import add_card, remove_cards
from workshop.model.diamonds import Phase

AT_ONCE_MS = 200
"""So soon after somebody cancelled the window says so."""


def sheet_of(hands: Hands, action: str) -> ExportFrame:
    hands.window.actions_by_name[action].trigger()
    (sheet,) = [one for one in hands.window.findChildren(ExportFrame) if one.isVisible()]
    return sheet


def pressed(hands: Hands, sheet: QWidget, name: str) -> None:
    hands.bot.mouseClick(sheet.findChild(QPushButton, name), LEFT)


def filled(hands: Hands, count: int, phase: Phase = Phase.DISCOVER) -> list[str]:
    """Put cards on a phase as a phone does."""
    workshop = hands.desk.session.workshop
    return [add_card(workshop, origin="phone", phase=phase, text=f"card {n}").id for n in range(count)]


def waited_for(hands: Hands, sheet: ExportFrame, begins: str) -> None:
    hands.bot.waitUntil(lambda: sheet.told.startswith(begins), timeout=60_000)


def test_the_pages_follow_the_board_and_are_those_of_the_file(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(type(hands.window), "_chosen_target", lambda *_args: target)
    filled(hands, 3)
    sheet = sheet_of(hands, "export_pdf")
    pressed(hands, sheet, "kind_cards")
    waited_for(hands, sheet, "1 page ·")
    more = filled(hands, 6)
    assert sheet.told == "Drawing…"
    waited_for(hands, sheet, "2 pages")
    remove_cards(hands.desk.session.workshop, origin="phone", card_ids=more)
    assert sheet.told == "Drawing…"
    waited_for(hands, sheet, "1 page ·")
    hands.state.undo()
    hands.desk.session.workshop.undo("phone")
    waited_for(hands, sheet, "2 pages")
    pressed(hands, sheet, "beginExport")
    hands.bot.waitUntil(lambda: not hands.window.exporting, timeout=60_000)
    options = PaperOptions(kind=Kind.CARDS, session=str(hands.desk.session.path))
    export_board(hands.board, tmp_path / "same.pdf", options=options)
    assert target.read_bytes() == (tmp_path / "same.pdf").read_bytes()


def test_a_board_that_changes_while_it_is_drawn_is_seen_and_drawn_anew(hands: Hands) -> None:
    filled(hands, 1)
    sheet = sheet_of(hands, "export_pdf")
    pressed(hands, sheet, "kind_cards")
    for _ in range(8):
        filled(hands, 1)
        hands.breathe()
    waited_for(hands, sheet, "2 pages")
    hands.bot.waitUntil(lambda: not sheet._preview.busy, timeout=60_000)
    sheet.leave()


def test_a_picture_follows_the_board(hands: Hands) -> None:
    filled(hands, 1)
    sheet = sheet_of(hands, "export_picture")
    hands.bot.waitUntil(lambda: "B" in sheet.told.partition("·")[2], timeout=60_000)
    before = sheet.told
    filled(hands, 30)
    assert sheet.told == "Drawing…"
    hands.bot.waitUntil(lambda: "B" in sheet.told.partition("·")[2], timeout=60_000)
    assert sheet.told != before
    sheet.leave()


def test_a_phase_has_the_cards_that_lie_there_now_and_a_selection_those_it_had(hands: Hands) -> None:
    cards = filled(hands, 2)
    hands.state.choose_phase(Phase.DISCOVER)
    for action, of in (("export_phase", Phase.DISCOVER), ("export_cards", None)):
        if of is None:
            hands.state.select(cards)
        sheet = sheet_of(hands, action)
        assert isinstance(sheet, ExportOptionsSheet)
        before = set(sheet.options.chosen or ())
        new = filled(hands, 1)
        hands.bot.waitUntil(lambda sheet=sheet: sheet._stale.isActive() is False, timeout=60_000)
        assert set(sheet.options.chosen or ()) == (before | set(new) if of else before)
        sheet.leave()


@pytest.mark.parametrize(("action", "choice"), [("export_pdf", "kind_cards"), ("export_picture", "scale_2")])
def test_without_a_name_for_the_file_the_sheet_and_its_choices_stay(
    action: str, choice: str, sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: None)
    sheet = sheet_of(sample, action)
    assert isinstance(sheet, ExportOptionsSheet | PictureSheet)
    pressed(sample, sheet, choice)
    chosen = sheet.chosen()
    pressed(sample, sheet, "beginExport")
    assert sheet.isVisible()
    assert sheet.chosen() == chosen
    assert not sample.window.exporting
    target = tmp_path / ("out.pdf" if action == "export_pdf" else "out.png")
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: target)
    pressed(sample, sheet, "beginExport")
    assert not sheet.isVisible()
    sample.bot.waitUntil(lambda: not sample.window.exporting, timeout=60_000)
    assert target.exists()


def test_sections_of_a_part_do_not_become_those_of_the_board(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: tmp_path / "out.pdf")
    sample.state.select([sample.cards[0].id])
    part = sheet_of(sample, "export_cards")
    pressed(sample, part, "section_appendix")
    pressed(sample, part, "export_grey")
    pressed(sample, part, "beginExport")
    sample.bot.waitUntil(lambda: not sample.window.exporting, timeout=60_000)
    whole = sheet_of(sample, "export_pdf")
    assert isinstance(whole, ExportOptionsSheet)
    assert (whole.options.sections, whole.options.grey) == (None, True)
    whole.leave()


def test_sections_of_the_board_are_kept_and_are_not_those_of_a_part(sample: Hands) -> None:
    session = sample.desk.session.path
    told = ("cover", "votes")
    remember_options(session, PaperOptions(sections=told))
    remember_options(
        session, PaperOptions(chosen=("a",), sections=("appendix",), attachment=Attached.NONE, session="x")
    )
    assert last_options(session) == PaperOptions(sections=told, attachment=Attached.NONE, session=str(session))
    sample.state.select([sample.cards[0].id])
    part = sheet_of(sample, "export_cards")
    assert isinstance(part, ExportOptionsSheet)
    assert part.options.sections is None
    part.leave()


def test_an_export_that_is_cancelled_once_all_is_written_is_told_as_written(
    hands: Hands, tmp_path: Path
) -> None:
    export = hands.window.export_to(tmp_path / "out.pdf")
    export._poll.setInterval(600_000)
    hands.bot.waitUntil(lambda: not export._process.is_alive(), timeout=60_000)
    with hands.bot.waitSignal(export.ended, timeout=60_000) as ended:
        pressed(hands, hands.window.findChild(ExportSheet), "cancelExport")
    assert ended.args == [""]
    assert (tmp_path / "out.pdf").exists()


def test_an_export_that_does_not_stop_by_itself_is_ended_at_once(hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / ".out.pdf.0badcafe.part").write_bytes(b"half a document")
    export = hands.window.export_to(folder / "out.pdf")
    export._poll.setInterval(600_000)  # whatever it reports is not heard
    sheet = hands.window.findChild(ExportSheet)
    with hands.bot.waitSignal(export.ended, timeout=60_000) as ended:
        pressed(hands, sheet, "cancelExport")
    assert ended.args == ["The export was stopped; nothing was written."]
    assert list(folder.iterdir()) == []
    assert PATIENCE_MS + POLL_MS <= AT_ONCE_MS / 2
    assert ended.args[0] in [label.text() for label in sheet.findChildren(QLabel)]
