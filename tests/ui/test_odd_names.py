"""Sessions whose file names are not UTF-8: worked in, saved, remembered and opened again as any other."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.hands import CTRL, LEFT, Hands, Key
from tests.ui.opened_folders import opened_folders
from ui.export_memory import last_options, last_picture, remember_options, remember_picture
from ui.settings import recent_sessions
from workshop.commands.cards import change_text
from workshop.imports.sample import sample_records
from workshop.session.reading import read_session

ODD = os.fsdecode(b"a\xff\xfe.trilliant")


@pytest.fixture
def odd(session_file: Callable[..., Path], tmp_path: Path) -> Path:
    """A session file with such a name, where the file system takes it."""
    try:
        return session_file(*sample_records()).rename(tmp_path / ODD)
    except (OSError, UnicodeError):
        pytest.skip("no such names here")


def test_a_session_with_an_odd_name_is_saved_and_found_among_the_recent_ones(home: Hands, odd: Path) -> None:
    assert home.window.open_path(odd)
    session = home.window.desk.session
    card = next(iter(session.workshop.board.cards))
    change_text(session.workshop, origin="window", card_id=card, text="Written here")
    assert session.saver.wait_saved(5)
    home.press(Key.Key_W, CTRL)
    home.breathe()
    assert read_session(odd).board.card(card).text == "Written here"
    assert [recent.file for recent in recent_sessions()] == [odd]
    button = home.window.home.findChild(QPushButton, "sessionCard")
    shown = [label.text() for label in button.findChildren(QLabel)]
    assert "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}.trilliant" in shown
    home.bot.mouseClick(button, LEFT)
    assert home.window.desk.session.path == odd


def test_what_was_chosen_for_its_exports_is_remembered(home: Hands, odd: Path) -> None:
    remember_options(odd, last_options(odd))
    remember_picture(odd, last_picture(odd))
    assert last_options(odd).session == str(odd)


def test_an_export_to_an_odd_name_is_written_and_its_folder_opened(home: Hands, odd: Path) -> None:
    folder = odd.parent / os.fsdecode(b"f\xff 100%")
    folder.mkdir()
    assert home.window.open_path(odd)
    with opened_folders() as opened:
        home.window.export_to(folder / os.fsdecode(b"o\xff.pdf"))
        home.bot.waitUntil(lambda: not home.window.exporting, timeout=30_000)
        home.bot.waitUntil(lambda: opened == [folder])
    assert [file.name for file in folder.iterdir()] == [os.fsdecode(b"o\xff.pdf")]
