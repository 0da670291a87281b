"""Sessions in the window: home screen, saving told truthfully, what was looked at, damaged files, export."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.conftest import OpenWindow
from tests.ui.hands import ALT, CTRL, LEFT, Hands, Key
from tests.ui.opened_folders import opened_folders
from ui.dialogs.export_sheet import ExportSheet
from ui.toast import Toast
from workshop.imports.sample import sample_records
from workshop.session.opening import open_session

SessionFile = Callable[..., Path]


def test_ctrl_n_is_on_the_board_in_one_step(home: Hands) -> None:
    home.press(Key.Key_N, CTRL)
    assert home.desk.isVisible()
    assert home.write("at once")


def test_the_first_start_shows_no_recent_sessions_and_later_ones_do_with_a_picture(home: Hands) -> None:
    assert home.window.home.findChild(QPushButton, "sessionCard") is None
    home.press(Key.Key_N, CTRL)
    home.write("something")
    home.press(Key.Key_W, CTRL)
    card = home.window.home.findChild(QPushButton, "sessionCard")
    assert card.isVisible()
    picture = next(label for label in card.findChildren(QLabel) if not label.pixmap().isNull())
    colours = picture.pixmap().toImage()
    assert (
        len({colours.pixel(x, y) for x in range(0, colours.width(), 3) for y in range(0, colours.height(), 3)})
        > 5
    )
    home.bot.mouseClick(card, LEFT)
    assert home.card("something")


def test_the_sample_opens_from_the_home_screen(home: Hands) -> None:
    button = next(b for b in home.window.home.findChildren(QPushButton) if "sample" in b.text())
    home.bot.mouseClick(button, LEFT)
    assert len(home.cards) > 40


def test_opening_another_session_saves_and_closes_the_first(hands: Hands, session_file: SessionFile) -> None:
    first = hands.desk.session.path
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("written to the end")
    assert hands.window.open_path(session_file(name="other.trilliant"))
    hands.breathe()
    assert not hands.cards
    assert hands.window.open_path(first)
    assert hands.card("written to the end")


def test_the_view_and_the_writer_are_as_they_were_after_reopening(hands: Hands) -> None:
    hands.press(Key.Key_A, ALT)
    hands.type("Mira")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_2)
    hands.wheel(hands.canvas.rect().center(), 2, CTRL)
    camera, path = hands.canvas.camera, hands.desk.session.path
    hands.press(Key.Key_W, CTRL)
    assert hands.window.open_path(path)
    hands.breathe()
    assert hands.canvas.camera == camera
    assert hands.state.participant.name == "Mira"


def test_a_new_workshop_begins_as_new_where_another_lay_before(home: Hands) -> None:
    home.press(Key.Key_N, CTRL)
    path, begun = home.desk.session.path, home.canvas.camera
    home.press(Key.Key_0, on=home.canvas)
    assert home.canvas.camera.zoom < begun.zoom
    home.press(Key.Key_W, CTRL)
    assert not path.exists()
    home.press(Key.Key_N, CTRL)
    assert home.desk.session.path == path
    assert home.canvas.camera == begun
    home.press(Key.Key_F, CTRL)
    unseen = home.desk.findChild(QPushButton, "findUnseen")
    assert not unseen.isEnabled()  # there was no last time


def test_saving_is_told_while_it_lasts_and_when_it_is_done(hands: Hands) -> None:
    hands.write("saved")
    hands.saved()
    state = hands.desk.findChild(QLabel, "state")
    hands.bot.waitUntil(lambda: state.text().startswith("All changes saved"))
    holder = sqlite3.connect(hands.desk.session.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    hands.write("held back")
    hands.bot.waitUntil(lambda: state.text() == "Saving…")
    assert "Saving…" in hands.window.windowTitle()
    assert not hands.desk.session.saver.state.all_saved
    holder.execute("ROLLBACK")
    holder.close()
    hands.bot.waitUntil(lambda: state.text().startswith("All changes saved"), timeout=10_000)
    assert hands.desk.session.saver.state.all_saved


def test_a_session_that_another_window_has_says_who_and_refuses_changes(
    home: Hands, session_file: SessionFile
) -> None:
    path = session_file(*sample_records())
    first = open_session(path)
    assert home.window.open_path(path)
    home.breathe()
    notice = home.desk.notice
    assert notice.isVisible()
    assert "has this session open" in notice.text()
    assert home.desk.findChild(QLabel, "state").text().startswith("Not saved")
    before = list(home.cards)
    card = next(card for card in before if card.phase and not card.group)
    toast = home.desk.findChild(Toast)
    for act in (
        lambda: home.press(Key.Key_N, on=home.canvas),
        lambda: home.press(Key.Key_Z, CTRL),
        lambda: home.drag(home.middle(card), home.middle(card) + QPoint(0, 60)),
        lambda: home.press(Key.Key_Return, on=home.canvas),
        lambda: home.press(Key.Key_D, CTRL),
        lambda: home.press(Key.Key_Delete, on=home.canvas),
    ):
        toast.setText("")
        act()
        assert "has this session open" in toast.text() or "nothing to undo" in toast.text()
    assert home.cards == before
    home.press(Key.Key_W, CTRL)
    first.close()


def test_a_damaged_session_opens_to_look_at_and_says_so(home: Hands, session_file: SessionFile) -> None:
    path = session_file(*sample_records())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE cards SET record = json_set(record, '$.text', 'forged') WHERE rowid = 3")
    connection.commit()
    connection.close()
    assert home.window.open_path(path)
    home.breathe()
    notice = home.desk.notice
    assert "damaged" in notice.text()
    assert notice.isVisible()
    assert len(home.cards) > 40


def test_a_file_that_is_no_session_is_refused_and_the_window_stays(home: Hands, tmp_path: Path) -> None:
    path = tmp_path / "not.trilliant"
    path.write_bytes(b"%PDF-1.7 nothing of ours" * 50)
    assert not home.window.open_path(path)
    toast = home.window.findChild(Toast)
    assert toast.isVisible()
    assert "not a Trilliant session" in toast.text()
    assert home.window.home.isVisible()


def test_an_export_shows_progress_and_opens_the_folder(sample: Hands, tmp_path: Path) -> None:
    path = tmp_path / "out" / "summary.pdf"
    path.parent.mkdir()
    with opened_folders() as opened:
        export = sample.window.export_to(path)
        shares: list[float] = []
        export.progressed.connect(lambda share, _step: shares.append(share))
        with sample.bot.waitSignal(export.ended, timeout=60_000) as ended:
            pass
    assert ended.args == [""]
    assert opened == [path.parent]
    assert shares == sorted(shares)
    assert len(shares) > 3
    assert len(PdfReader(path).pages) > 3
    sheet = sample.window.findChild(ExportSheet)
    assert "PDF exported" in [label.text() for label in sheet.findChildren(QLabel)]
    sample.bot.mouseClick(sheet.findChild(QPushButton, "cancelExport"), LEFT)
    assert not sheet.isVisible()


def test_a_cancelled_export_leaves_no_file(sample: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    export = sample.window.export_to(folder / "summary.pdf")
    sheet = sample.window.findChild(ExportSheet)
    sample.bot.mouseClick(sheet.findChild(QPushButton, "cancelExport"), LEFT)
    with sample.bot.waitSignal(export.ended, timeout=60_000) as ended:
        pass
    assert ended.args != [""]
    assert list(folder.iterdir()) == []


def test_an_export_into_a_folder_that_is_not_there_says_so(sample: Hands, tmp_path: Path) -> None:
    export = sample.window.export_to(tmp_path / "no" / "summary.pdf")
    with sample.bot.waitSignal(export.ended, timeout=60_000) as ended:
        pass
    assert ended.args[0].endswith(".")
    assert "Traceback" not in ended.args[0]


def test_closing_the_window_while_writing_keeps_the_text(hands: Hands, open_window: OpenWindow) -> None:
    path = hands.desk.session.path
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("last words")
    hands.window.close()
    session = open_session(path)
    assert [card.text for card in session.workshop.board.cards.values()] == ["last words"]
    assert session.close()
