"""Windows for tests: on the home screen, on a fresh session, on the sample; each closed and leaving nothing behind."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands
from tests.ui.projecting import small_board
from ui.main_window import MainWindow
from ui.settings import write_setting
from ui.theme.theme import Theme
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.record import Record
from workshop.session.opening import create_session

SIZE = (1280, 800)

OpenWindow = Callable[[], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, own_data_folder: Path) -> Iterator[OpenWindow]:
    """Open windows that are closed afterwards; no top-level widget and no running timer may be left."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = set(QApplication.topLevelWidgets())
    windows: list[MainWindow] = []
    themes: list[Theme] = []

    def opened() -> MainWindow:
        write_setting("theme", "light")
        theme = Theme(application)
        window = MainWindow(theme)
        themes.append(theme)
        windows.append(window)
        window.resize(*SIZE)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    for theme in themes:
        theme.deleteLater()
    _deliver()
    left = [widget for widget in QApplication.topLevelWidgets() if widget not in before]
    assert not left, f"top-level widgets left behind: {left}"
    assert not _running_timers()


@pytest.fixture
def home(open_window: OpenWindow, qtbot: QtBot) -> Hands:
    """A window on the home screen."""
    return Hands(open_window(), qtbot)


@pytest.fixture
def session_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes records into a session file and gives its path."""

    def written(*records: Record, name: str = "session.trilliant") -> Path:
        path = tmp_path / name
        assert create_session(path, Board(records)).close()
        return path

    return written


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A board with three open cards and a hidden one, ready to be shown to a room."""
    assert home.window.open_path(session_file(*small_board()))
    home.breathe()
    home.settle()
    return home


@pytest.fixture
def hands(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A window on a fresh session."""
    assert home.window.open_path(session_file())
    home.breathe()
    return home


@pytest.fixture
def sample(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A window on the sample workshop."""
    assert home.window.open_path(session_file(*sample_records()))
    home.breathe()
    return home


def _deliver() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def _running_timers() -> list[QTimer]:
    timers = [thing for thing in gc.get_objects() if isinstance(thing, QTimer)]
    return [timer for timer in timers if shiboken6.isValid(timer) and timer.isActive()]
