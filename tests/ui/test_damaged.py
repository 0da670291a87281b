"""A damaged session in the window: what is lost in two sentences, the details behind, and no word about writing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.hands import LEFT, Hands, Key
from ui.notice_bar import NoticeBar
from workshop.imports.sample import sample_records
from workshop.session.reading import read_session

SessionFile = Callable[..., Path]


@pytest.fixture
def damaged(home: Hands, session_file: SessionFile) -> Hands:
    """A window with what is left of the sample when its file was cut short before the first card."""
    path = session_file(*sample_records())
    path.write_bytes(path.read_bytes()[:120_000])
    assert home.window.open_path(path)
    home.breathe()
    return home


def button(notice: NoticeBar, words: str) -> QPushButton:
    """The button in sight that bears these words."""
    return next(b for b in notice.findChildren(QPushButton) if b.text() == words and b.isVisible())


def test_what_is_lost_and_what_becomes_of_the_rest_is_told_in_two_sentences(damaged: Hands) -> None:
    assert damaged.desk.notice.text().splitlines() == [
        "This session is damaged: the cards, the links, the tensions and 11 other kinds of records cannot be read.",
        "The file is left as it is; “Save a copy…” keeps what can be read.",
    ]


def test_the_details_unfold_and_fold_again_by_the_keyboard(damaged: Hands) -> None:
    notice = damaged.desk.notice
    details, area = button(notice, "Details"), notice.findChild(QScrollArea)
    board = damaged.canvas.height()
    damaged.press(Key.Key_Space, on=details)
    damaged.breathe()
    assert area.isVisible()
    assert all(problem in notice.text() for problem in damaged.desk.session.problems)
    assert len(damaged.desk.session.problems) > 15
    assert damaged.canvas.height() > board * 0.7
    damaged.press(Key.Key_Space, on=details)
    assert not area.isVisible()


def test_the_button_beside_the_notice_saves_a_whole_copy_and_goes_on_there(
    damaged: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, copy = damaged.desk.session.path.read_bytes(), tmp_path / "copy.trilliant"
    left = damaged.board
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    damaged.bot.mouseClick(button(damaged.desk.notice, "Save a copy…"), LEFT)
    damaged.breathe()
    assert read_session(copy).problems == ()
    assert damaged.board == left
    assert damaged.desk.session.path == copy
    assert not damaged.desk.notice.isVisible()
    assert (tmp_path / "session.trilliant").read_bytes() == before


def test_a_board_that_cannot_be_written_does_not_ask_for_a_first_card(
    damaged: Hands, session_file: SessionFile
) -> None:
    assert any(label.text() == "No cards on this board." for label in damaged.window.findChildren(QLabel))
    unwritable = middle(damaged)
    assert damaged.window.open_path(session_file(name="empty.trilliant"))
    damaged.breathe()
    assert any("write the first card" in label.text() for label in damaged.window.findChildren(QLabel))
    assert dark(middle(damaged)) > dark(unwritable) + 200


@pytest.mark.parametrize(
    ("count", "words", "act"),
    [
        (1, "One unsaved change of this session was found, from where it lay before.", "Bring it back"),
        (2, "2 unsaved changes of this session were found, from where it lay before.", "Bring them back"),
    ],
)
def test_changes_that_are_offered_are_told_in_their_number(
    qtbot: QtBot, count: int, words: str, act: str
) -> None:
    notice = NoticeBar([], count)
    qtbot.addWidget(notice)
    notice.show()
    assert notice.text() == words
    assert button(notice, act)


def middle(hands: Hands) -> QImage:
    """The picture of the board."""
    hands.window.desk.canvas.repaint()
    return hands.canvas.grab().toImage()


def dark(image: QImage) -> int:
    """How many of its points are as dark as words in ink."""
    return sum(
        image.pixelColor(x, y).lightness() < 100 for x in range(image.width()) for y in range(image.height())
    )
