"""What the window does so that nothing written is lost, and nothing is called saved too early."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton

from tests.ui.hands import Hands
from ui.sessions import workshops_folder
from ui.settings import recent_sessions
from workshop.commands.session import change_session
from workshop.model.cards import Card
from workshop.session.opening import open_session
from workshop.session.reading import read_session
from workshop.session.writing import write_session

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def saved_dialog(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let the file dialog answer with a path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def hold(path: Path) -> sqlite3.Connection:
    """Keep everybody from writing into a session file."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def answer(words: str) -> None:
    """Press a button of the question that comes next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        buttons = {button.text().replace("&", ""): button for button in box.findChildren(QPushButton)}
        buttons[words].click()

    press()


def test_typing_without_a_pause_reaches_the_board_and_is_not_called_saved_before(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    editor = hands.canvas.editor
    QTest.keyClick(editor, Key.Key_A)
    assert hands.desk.findChild(QLabel, "state").text() == "Saving…"

    def typed_on() -> None:
        QTest.keyClick(editor, Key.Key_B)
        assert any(card.text for card in hands.desk.session.workshop.board.cards.values())

    hands.bot.waitUntil(typed_on, timeout=3_000)
    assert hands.canvas.writing.card is not None
    hands.press(Key.Key_Escape, on=editor)
    hands.bot.waitUntil(lambda: hands.desk.findChild(QLabel, "state").text().startswith("All changes saved"))


def test_undo_on_an_empty_new_card_takes_back_that_card_only(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    QTest.keyClicks(hands.canvas.editor, "keep me")
    hands.press(Key.Key_Escape, on=hands.canvas.editor)
    hands.press(Key.Key_N, on=hands.canvas)
    hands.window.actions_by_name["undo"].trigger()
    assert [card.text for card in hands.desk.session.workshop.board.cards.values()] == ["keep me"]


def test_a_copy_holds_the_words_just_typed_and_does_not_replace_an_unnamed_file(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.trilliant"
    write_session(other, [])
    before = other.read_bytes()
    hands.press(Key.Key_N, on=hands.canvas)
    QTest.keyClicks(hands.canvas.editor, "just typed")
    saved_dialog(monkeypatch, tmp_path / "other")
    hands.window.save_copy()
    assert other.read_bytes() == before
    saved_dialog(monkeypatch, tmp_path / "a copy v1.2")
    hands.window.save_copy()
    assert hands.desk.session.path == tmp_path / "a copy v1.2.trilliant"
    assert [card.text for card in read_session(hands.desk.session.path).board.cards.values()] == ["just typed"]


def test_a_copy_onto_the_session_itself_is_refused_and_saving_goes_on(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = hands.desk.session.path
    saved_dialog(monkeypatch, path)
    hands.window.save_copy()
    hands.press(Key.Key_N, on=hands.canvas)
    QTest.keyClicks(hands.canvas.editor, "after the copy")
    hands.press(Key.Key_Escape, on=hands.canvas.editor)
    hands.press(Key.Key_W, CTRL)
    assert [card.text for card in read_session(path).board.cards.values()] == ["after the copy"]


def test_closing_with_unsaved_work_asks_and_keeps_it_for_the_next_time(hands: Hands) -> None:
    path = hands.desk.session.path
    other = hold(path)
    hands.press(Key.Key_N, on=hands.canvas)
    QTest.keyClicks(hands.canvas.editor, "held back")
    hands.press(Key.Key_Escape, on=hands.canvas.editor)
    saver = hands.desk.session.saver
    hands.bot.waitUntil(lambda: bool(saver.state.error), timeout=10_000)
    hands.bot.waitUntil(lambda: "Not saved" in hands.desk.notice.text())
    answer("Cancel")
    hands.press(Key.Key_W, CTRL)
    assert hands.window.desk is not None
    answer("Close")
    hands.window.actions_by_name["close_session"].trigger()
    assert hands.window.desk is None
    other.execute("ROLLBACK")
    other.close()
    again = open_session(path)
    assert [card.text for card in again.workshop.board.cards.values()] == ["held back"]
    assert again.close()


def moved_with_changes(hands: Hands) -> Path:
    """Write a card that the file does not take, close, move the file elsewhere and open it there."""
    path = hands.desk.session.path
    other = hold(path)
    hands.press(Key.Key_N, on=hands.canvas)
    QTest.keyClicks(hands.canvas.editor, "from elsewhere")
    hands.press(Key.Key_Escape, on=hands.canvas.editor)
    hands.bot.waitUntil(lambda: bool(hands.desk.session.saver.state.error), timeout=10_000)
    answer("Close")
    hands.window.actions_by_name["close_session"].trigger()
    other.execute("ROLLBACK")
    other.close()
    moved = path.with_name("moved.trilliant")
    path.rename(moved)
    assert hands.window.open_path(moved)
    with hands.bot.waitActive(hands.window):
        hands.window.activateWindow()
    hands.breathe()
    return moved


def test_changes_of_a_moved_session_are_brought_back_by_a_button(hands: Hands) -> None:
    moved_with_changes(hands)
    assert not hands.cards
    button = next(b for b in hands.desk.notice.findChildren(QPushButton) if b.text() == "Bring them back")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [card.text for card in hands.desk.session.workshop.board.cards.values()] == ["from elsewhere"]
    assert not hands.desk.notice.isVisible()


def test_bringing_changes_back_does_not_hide_that_the_file_takes_none(hands: Hands) -> None:
    other = hold(moved_with_changes(hands))
    hands.write("held back")
    notice = hands.desk.notice
    hands.bot.waitUntil(lambda: "Not saved" in notice.text(), timeout=10_000)
    button = next(b for b in notice.findChildren(QPushButton) if b.text().startswith("Bring"))
    said: list[str] = []
    notice.offer_taken.connect(lambda: said.append(notice.text()))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    other.execute("ROLLBACK")
    other.close()
    hands.bot.waitUntil(lambda: hands.desk.session.saver.state.all_saved, timeout=10_000)
    assert "Not saved" in said[0]
    assert {card.text for card in hands.cards} == {"held back", "from elsewhere"}
    hands.bot.waitUntil(lambda: not notice.isVisible(), timeout=10_000)


def test_a_new_session_in_which_nothing_was_written_leaves_no_file(home: Hands) -> None:
    for _ in range(3):
        home.press(Key.Key_N, CTRL)
    home.press(Key.Key_W, CTRL)
    assert not list(workshops_folder().glob("Untitled*.trilliant"))


def test_a_new_session_is_a_recent_one_as_soon_as_something_is_written_and_not_before(home: Hands) -> None:
    home.press(Key.Key_N, CTRL)
    home.settle()
    assert home.desk is not None
    home.desk.remembering.remember()
    assert not recent_sessions()
    home.write("one")
    home.bot.waitUntil(lambda: [Path(one.path) for one in recent_sessions()] == [home.desk.session.path])
    home.desk.state.do(
        lambda: change_session(home.state.workshop, origin="window", title="Billing that explains itself")
    )
    home.bot.waitUntil(lambda: recent_sessions()[0].title == "Billing that explains itself")


def test_a_session_that_was_only_opened_is_a_recent_one_before_it_is_closed(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    path = session_file(Card(id="a", text="a"))
    assert home.window.open_path(path)
    home.bot.waitUntil(lambda: [Path(one.path) for one in recent_sessions()] == [path])


def test_a_paste_longer_than_a_card_may_be_is_refused_and_the_field_stays(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    QTest.keyClicks(hands.canvas.editor, "short")
    QApplication.clipboard().setText("x" * 1_000_001)
    hands.canvas.editor.paste()
    assert hands.canvas.editor.toPlainText() == "short"
    assert hands.canvas.editor.isVisible()
    QApplication.clipboard().clear()
