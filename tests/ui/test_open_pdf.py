"""A PDF that carries a session opens as a copy beside it, by dialog, drop and command line; others say a sentence."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from exports.pdf.document import export_paper
from exports.pdf.options import Attached, Kind, PaperOptions
from tests.ui.hands import LEFT, NO, Hands, Key
from ui import opening, vetted
from ui.command_line.parser import parsed
from ui.main_window import MainWindow
from ui.progress_strip import ProgressStrip
from ui.toast import Toast
from ui.vetted import Vetted
from workshop.board.board import Board
from workshop.errors import OpeningCancelled
from workshop.imports.sample import sample_records
from workshop.model.cards import Card
from workshop.session.known import is_known
from workshop.sharing import records_for_sharing

ROOT = Path(__file__).parents[2]
COPY = "Onboarding (from PDF).trilliant"


@pytest.fixture
def board() -> Board:
    """The sample with a hidden card."""
    return Board([*sample_records(), Card(id="secret", text="Kept back", hidden=True)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the PDF lies, with nothing else."""
    made = tmp_path / "mail"
    made.mkdir()
    return made


@pytest.fixture
def pdf(board: Board, folder: Path) -> Path:
    """A PDF that carries the copy for sharing."""
    path = folder / "Onboarding.pdf"
    export_paper(board, path, PaperOptions(kind=Kind.CARDS))
    return path


def lies_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def dropped(hands: Hands, path: Path) -> bool:
    """Drag a file over the window and let it go; whether it was taken when it came."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    entering = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, mime, LEFT, NO)
    hands.window.dragEnterEvent(entering)
    hands.window.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, LEFT, NO))
    hands.breathe()
    return entering.isAccepted()


def test_a_pdf_opens_its_session_as_a_copy_that_says_what_it_is(home: Hands, pdf: Path, board: Board) -> None:
    before = pdf.read_bytes()
    assert home.window.open_path(pdf)
    home.breathe()
    assert home.board == Board(records_for_sharing(board))
    assert home.desk.session.path == pdf.with_name(COPY)
    assert is_known(pdf.with_name(COPY))
    told = home.desk.notice.text()
    assert "copy of the session in Onboarding.pdf" in told
    assert COPY in told
    home.write("Written in the copy")
    home.saved()
    assert pdf.read_bytes() == before


@pytest.mark.parametrize("where", ["home", "board"])
def test_a_pdf_that_is_dropped_on_the_window_opens(
    home: Hands, pdf: Path, session_file: Callable[..., Path], where: str
) -> None:
    if where == "board":
        assert home.window.open_path(session_file())
    assert dropped(home, pdf)
    assert home.desk.session.path == pdf.with_name(COPY)
    assert len(home.cards) > 40


def test_the_dialog_shows_pdfs_as_well(home: Hands, pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, _folder: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return str(pdf), kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    home.window.open_session()
    assert "*.pdf" in asked[0]
    assert "*.trilliant" in asked[0]
    assert home.desk.session.path == pdf.with_name(COPY)


def test_an_untouched_copy_is_taken_again_and_one_that_was_worked_in_is_kept(home: Hands, pdf: Path) -> None:
    assert home.window.open_path(pdf)
    desk = home.desk
    assert home.window.open_path(pdf)
    assert home.desk is desk
    home.window.close_session()
    assert home.window.open_path(pdf)
    assert lies_in(pdf.parent) == [f".{COPY}.lock", COPY, "Onboarding.pdf"]
    home.write("Mine")
    home.saved()
    home.window.close_session()
    assert home.window.open_path(pdf)
    assert home.desk.session.path.name == "Onboarding (from PDF 2).trilliant"
    assert "Mine" not in [card.text for card in home.cards]


def test_the_full_file_comes_back_with_its_history(
    home: Hands, session_file: Callable[..., Path], folder: Path
) -> None:
    assert home.window.open_path(session_file(*sample_records()))
    home.write("Written before the export")
    home.saved()
    source = home.desk.session
    options = PaperOptions(kind=Kind.CARDS, attachment=Attached.FULL, session=str(source.path))
    export_paper(source.workshop.board, folder / "Onboarding.pdf", options)
    assert home.window.open_path(folder / "Onboarding.pdf")
    assert home.desk.session.guid == source.guid
    assert home.desk.session.path != source.path
    assert home.desk.session.saver is not None
    assert home.desk.session.saver.state.saved >= 1
    assert home.board == source.workshop.board


def test_a_pdf_without_a_session_says_so_and_leaves_the_window_as_it_is(
    hands: Hands, board: Board, folder: Path
) -> None:
    path = folder / "pages.pdf"
    export_paper(board, path, PaperOptions(kind=Kind.CARDS, attachment=Attached.NONE))
    desk = hands.desk
    assert dropped(hands, path)
    assert hands.desk is desk
    assert "pages.pdf carries no Trilliant session" in hands.window.findChild(Toast).text()
    assert lies_in(folder) == ["pages.pdf"]


def test_where_nothing_can_be_kept_beside_it_the_copy_goes_to_the_workshops(
    home: Hands, pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vetted, "_homes", lambda _pdf: (tmp_path / "not there", tmp_path))
    assert home.window.open_path(pdf)
    assert home.desk.session.path == tmp_path / COPY
    assert f"in {tmp_path}" in home.desk.notice.text()


def test_where_nothing_can_be_kept_at_all_a_sentence_says_so(
    home: Hands, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vetted, "_homes", lambda _pdf: (pdf.parent / "no", pdf.parent / "none"))
    assert not home.window.open_path(pdf)
    assert "could not be kept as a file" in home.window.findChild(Toast).text()


def test_a_copy_is_taken_back_when_the_present_session_may_not_be_left(
    hands: Hands, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "_may_leave", lambda _window: False)
    desk = hands.desk
    assert not hands.window.open_path(pdf)
    assert hands.desk is desk
    assert lies_in(pdf.parent) == ["Onboarding.pdf"]
    monkeypatch.undo()


def test_a_slow_pdf_shows_how_it_stands_while_the_window_lives_and_can_be_cancelled(
    home: Hands, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = threading.Event()

    def slow(_pdf: Path, *, cancelled: Callable[[], bool]) -> Vetted:
        while not ends.wait(0.005):
            if cancelled():
                raise OpeningCancelled("It was not opened.")
        raise AssertionError("nobody cancelled")

    monkeypatch.setattr(opening, "session_copy", slow)

    def cancel() -> None:
        strip = home.window.findChild(ProgressStrip)
        home.bot.waitUntil(strip.isVisible)
        home.press(Key.Key_Escape)

    QTimer.singleShot(0, home.window, cancel)
    assert not home.window.open_path(pdf)
    assert home.window.desk is None
    assert home.window.findChild(Toast).isHidden()
    assert lies_in(pdf.parent) == ["Onboarding.pdf"]
    home.bot.waitUntil(lambda: home.window.findChild(ProgressStrip) is None)


@pytest.mark.parametrize("words", [["out.pdf"], ["open", "out.pdf"]])
def test_the_command_line_opens_the_app_on_a_pdf(words: list[str]) -> None:
    asked = parsed(words)
    assert (asked.command, asked.file, asked.run) == ("open", Path("out.pdf"), None)


def test_the_program_opens_a_pdf_that_is_named(home: Hands, pdf: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "ui", "open", str(pdf)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.DEVNULL,
    ) as program:
        try:
            home.bot.waitUntil(pdf.with_name(f".{COPY}.lock").exists, timeout=30_000)
        finally:
            program.kill()
    assert COPY in lies_in(pdf.parent)
