"""Copying cards out: text, a table, a picture, and cards with their links for another window; cutting in one step."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit

from exports.clipboard import CARDS_MIME
from tests.ui import pasting_room
from tests.ui.conftest import OpenWindow
from tests.ui.hands import CTRL, SHIFT, Hands, Key
from ui.pasting.copying import TSV_MIME
from ui.pasting.whole_copy import COPY_MIME
from ui.toast import Toast
from workshop.commands.agenda import add_step
from workshop.imports.sample import sample_records
from workshop.model.cards import Anonymity, Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import Link
from workshop.model.people import Participant

RECORDS = (
    Participant(id="mira", name="Mira Jensen", discipline=Discipline.CX),
    Card(id="a", text="above <b>", phase=Phase.DISCOVER, x=60, y=-200, author="mira", kind=CardKind.RISK),
    Card(id="b", text="two\nlines", phase=Phase.DISCOVER, x=60, y=0, author="mira", discipline=Discipline.UX),
    Card(id="h", text="secret", phase=Phase.DISCOVER, x=400, y=0, hidden=True),
    Link(id="ab", source="a", target="b"),
)


clean_clipboard = pasting_room.clean_clipboard


@pytest.fixture
def board(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A window on two linked cards and a hidden one."""
    assert home.window.open_path(session_file(*RECORDS))
    home.breathe()
    return home


def clipboard() -> QMimeData:
    """What is on the clipboard."""
    return QGuiApplication.clipboard().mimeData()


def copy(hands: Hands, *cards: str) -> None:
    """Select cards and press Ctrl+C."""
    hands.state.select(cards)
    hands.press(Key.Key_C, CTRL, on=hands.canvas)


def test_the_text_is_the_cards_in_the_order_of_reading(board: Hands) -> None:
    copy(board, "b", "a")
    assert clipboard().text() == "above <b>\ntwo\nlines"


def test_the_table_has_the_columns_that_tell_the_cards_apart(board: Hands) -> None:
    copy(board, "a", "b")
    assert bytes(clipboard().data(TSV_MIME)).decode().split("\r\n") == [
        "Text\tDiscipline\tKind\tAuthor",
        "above <b>\tCX + UX\trisk\tMira Jensen",
        '"two\nlines"\tUX\tinsight\tMira Jensen',
    ]
    assert "<td>above &lt;b&gt;</td>" in clipboard().html()
    assert "<td>two<br>lines</td>" in clipboard().html()


def test_cards_that_differ_in_their_text_alone_are_no_table(hands: Hands) -> None:
    for text in ("one", "two"):
        hands.write(text)
    copy(hands, *(card.id for card in hands.cards))
    assert clipboard().text() == "one\ntwo"
    assert not clipboard().hasHtml()


def test_the_picture_shows_the_cards_and_nothing_of_the_hidden_ones(board: Hands) -> None:
    copy(board, "a", "b", "h")
    image = clipboard().imageData()
    assert isinstance(image, QImage)
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    fills = {
        discipline: QColor(board.canvas.looks.disciplines[discipline].fill).name() for discipline in Discipline
    }
    assert {fills[Discipline.JOINT], fills[Discipline.UX]} <= colours
    assert image.width() == (208 + 2 * 24) * 2


def test_hidden_cards_are_in_no_text_table_or_picture_but_come_into_another_window(board: Hands) -> None:
    copy(board, "a", "h")
    mime = clipboard()
    assert "secret" not in mime.text() + mime.html()
    assert "secret" not in "".join(bytes(mime.data(kind)).decode("latin1") for kind in mime.formats())
    assert "above <b>" in bytes(mime.data(CARDS_MIME)).decode()
    assert "face down" in board.desk.findChild(Toast).text()
    copy(board, "h")
    assert sorted(clipboard().formats()) == sorted([CARDS_MIME, COPY_MIME])


def test_the_clipboard_names_no_author_while_the_step_shows_none(board: Hands) -> None:
    workshop = board.state.workshop
    step = add_step(workshop, origin="window", title="Quiet", anonymity=Anonymity.DISCIPLINE_ONLY)
    workshop.room.start(step.id)
    copy(board, "a", "b")
    assert "Mira" not in bytes(clipboard().data(CARDS_MIME)).decode()
    board.move(board.empty_ground())
    board.press(Key.Key_V, CTRL, on=board.canvas)
    board.bot.waitUntil(lambda: len(board.cards) == 5)
    assert [card.author for card in board.cards[3:]] == ["mira", "mira"], "the board itself keeps them"


def test_of_a_copy_of_another_program_what_is_on_the_clipboard_is_pasted(board: Hands) -> None:
    copy(board, "a", "h")
    theirs = QMimeData()
    theirs.setData(CARDS_MIME, clipboard().data(CARDS_MIME))
    theirs.setData(COPY_MIME, b"another")
    QGuiApplication.clipboard().setMimeData(theirs)
    board.move(board.empty_ground())
    board.press(Key.Key_V, CTRL, on=board.canvas)
    board.bot.waitUntil(lambda: len(board.cards) == 4)
    assert [card.text for card in board.cards].count("secret") == 1


def test_hidden_cards_that_were_cut_come_back_hidden_when_they_are_pasted(board: Hands) -> None:
    board.state.select({"h"})
    board.press(Key.Key_X, CTRL, on=board.canvas)
    assert "secret" not in [card.text for card in board.cards]
    board.move(board.empty_ground())
    board.press(Key.Key_V, CTRL, on=board.canvas)
    board.bot.waitUntil(lambda: len(board.cards) == 3)
    assert board.card("secret").hidden


def test_cards_come_into_another_window_with_their_links(
    board: Hands, open_window: OpenWindow, session_file: Callable[..., Path]
) -> None:
    copy(board, "a", "b", "h")
    other = Hands(open_window(), board.bot)
    assert other.window.open_path(session_file(name="other.trilliant"))
    other.breathe()
    other.move(other.empty_ground(Phase.DEFINE))
    other.press(Key.Key_V, CTRL, on=other.canvas)
    other.bot.waitUntil(lambda: len(other.cards) == 3)
    above, below = other.card("above <b>"), other.card("two\nlines")
    assert (above.kind, below.discipline, above.phase) == (CardKind.RISK, Discipline.UX, Phase.DEFINE)
    assert other.board.participants[above.author].name == "Mira Jensen"
    (link,) = other.board.links.values()
    assert (link.source, link.target) == (above.id, below.id)
    assert other.card("secret").hidden
    assert below.y - above.y == pytest.approx(200)
    other.press(Key.Key_Z, CTRL)
    assert not any((other.cards, other.board.participants))


def test_pasting_on_the_same_board_makes_cards_of_their_own(board: Hands) -> None:
    copy(board, "a", "b")
    board.move(board.empty_ground())
    board.press(Key.Key_V, CTRL, on=board.canvas)
    board.bot.waitUntil(lambda: len(board.cards) == 5)
    assert len(board.board.participants) == 1
    rects = [board.rect(card) for card in board.cards]
    assert not any(one.overlaps(other) for place, one in enumerate(rects) for other in rects[:place])


def test_cutting_is_copying_and_one_step_of_undo(board: Hands) -> None:
    board.state.select({"a", "b"})
    board.press(Key.Key_X, CTRL, on=board.canvas)
    assert [card.id for card in board.cards] == ["h"]
    assert not board.board.links
    assert clipboard().text() == "above <b>\ntwo\nlines"
    assert board.desk.findChild(Toast).text() == "2 cards were cut."
    board.press(Key.Key_Z, CTRL)
    assert {card.id for card in board.cards} == {"a", "b", "h"}
    assert list(board.board.links) == ["ab"]


def test_a_locked_card_is_not_cut_and_nothing_else_is(board: Hands) -> None:
    board.state.select({"a"})
    board.press(Key.Key_L, CTRL | SHIFT, on=board.canvas)
    board.state.select({"a", "b"})
    board.press(Key.Key_X, CTRL, on=board.canvas)
    assert len(board.cards) == 3
    assert "unlock" in board.desk.findChild(Toast).text()


def test_in_a_field_ctrl_c_copies_what_is_marked_there(board: Hands) -> None:
    board.state.select({"a"})
    title = board.desk.findChild(QLineEdit, "title")
    title.setFocus()
    title.setText("marked")
    title.selectAll()
    board.press(Key.Key_C, CTRL)
    assert clipboard().text() == "marked"
    assert not clipboard().hasFormat(CARDS_MIME)


def test_what_is_copied_from_the_sample_comes_back_whole(
    sample: Hands, open_window: OpenWindow, session_file: Callable[..., Path]
) -> None:
    copy(sample, *(card.id for card in sample.cards))
    other = Hands(open_window(), sample.bot)
    assert other.window.open_path(session_file(name="other.trilliant"))
    other.breathe()
    other.press(Key.Key_V, CTRL, on=other.canvas)
    other.bot.waitUntil(lambda: len(other.cards) == len(sample.cards))
    assert len(other.board.links) == len(sample.board.links)
    assert sorted(card.text for card in other.cards) == sorted(
        record.text for record in sample_records() if isinstance(record, Card)
    )


@pytest.mark.parametrize("ending", ["window.close()", "application.quit()", "sys.exit(0)"])
def test_a_program_that_ends_with_cards_on_the_clipboard_does_not_crash(
    session_file: Callable[..., Path], own_data_folder: Path, ending: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COPY_AND_END.format(ending=ending), str(session_file(*RECORDS))],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert "2 cards were copied" in done.stdout
    assert done.returncode == 0, done.stderr


COPY_AND_END = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from ui.app import make_application, make_window

application = make_application()
window = make_window(application)
window.show()
assert window.open_path(Path(sys.argv[1]))
window.desk.state.message.connect(print)
QTest.qWaitForWindowActive(window)
window.desk.state.select("ab")
window.actions_by_name["copy_cards"].trigger()
QTimer.singleShot(0, lambda: {ending})
application.exec()
"""
