"""Opening files that were not saved here: silent when quick, progress and Cancel when not, known ones at once."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from tests.ui.hands import LEFT, Hands, Key
from ui import opening
from ui.progress_strip import ProgressStrip
from ui.toast import Toast
from workshop.errors import OpeningCancelled
from workshop.imports.sample import sample_records
from workshop.session import known
from workshop.session.trial import vet

SessionFile = Callable[..., Path]


@pytest.fixture
def foreign(session_file: SessionFile, tmp_path: Path) -> Path:
    """A session file that came from elsewhere."""
    path = tmp_path / "from a colleague.trilliant"
    path.write_bytes(session_file(*sample_records(), name="theirs.trilliant").read_bytes())
    return path


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Trials that last until they are cancelled, or until this is set."""
    go_on = threading.Event()

    def vet_slowly(path: Path, *, cancelled: Callable[[], bool]) -> None:
        while not go_on.wait(0.01):
            if cancelled():
                raise OpeningCancelled("It was not opened.")
        vet(path, cancelled=cancelled)

    monkeypatch.setattr(opening, "vet", vet_slowly)
    return go_on


def test_a_foreign_file_is_tried_and_opens_and_is_known_from_then_on(home: Hands, foreign: Path) -> None:
    assert not known.is_known(foreign)
    assert home.window.open_path(foreign)
    assert len(home.cards) > 40
    assert known.is_known(foreign)


def test_a_known_file_opens_without_a_trial(
    home: Hands, session_file: SessionFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = session_file(*sample_records())
    monkeypatch.setattr(opening, "vet", lambda *_args, **_named: pytest.fail("tried"))
    assert home.window.open_path(path)


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_long_trial_shows_how_it_stands_and_can_be_cancelled_in_silence(
    home: Hands, foreign: Path, slow: threading.Event, way: str
) -> None:
    seen: list[str] = []

    def cancel() -> None:
        strip = home.window.findChild(ProgressStrip)
        home.bot.waitUntil(strip.isVisible)
        seen.append(strip.toolTip())
        button = strip.findChild(QPushButton, "cancelProgress")
        home.bot.mouseClick(button, LEFT) if way == "button" else home.press(Key.Key_Escape)

    QTimer.singleShot(0, home.window, cancel)
    toast = home.window.findChild(Toast)
    assert not home.window.open_path(foreign)
    assert seen
    assert home.window.desk is None
    assert toast.isHidden()
    home.bot.waitUntil(lambda: home.window.findChild(ProgressStrip) is None)


def test_the_window_lives_while_a_file_is_tried_and_opens_no_second_one(
    home: Hands, foreign: Path, session_file: SessionFile, slow: threading.Event
) -> None:
    other, told = session_file(name="other.trilliant"), []

    def meanwhile() -> None:
        told.append(home.window.open_path(other))
        home.window.create_workshop(None)  # type: ignore[arg-type]
        told.append("still being opened" in home.window.findChild(Toast).text())
        slow.set()

    QTimer.singleShot(0, home.window, meanwhile)
    assert home.window.open_path(foreign)
    assert told == [False, True]
    assert home.desk.session.path == foreign


def test_closing_the_window_ends_a_trial(home: Hands, foreign: Path, slow: threading.Event) -> None:
    QTimer.singleShot(0, home.window, home.window.close)
    assert not home.window.open_path(foreign)
    assert home.window.desk is None


def test_a_file_that_is_no_session_is_refused_with_a_sentence(home: Hands, tmp_path: Path) -> None:
    path = tmp_path / "letter.trilliant"
    path.write_text("Dear Sir or Madam")
    assert not home.window.open_path(path)
    assert "letter.trilliant" in home.window.findChild(Toast).text()
