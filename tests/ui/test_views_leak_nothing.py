"""No view of the window tells what a hidden card says, whatever is on the board, selected and opened."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from tests.ui.hands import Hands
from tests.workshop.facilitation.test_no_leaks import boards_with_secrets, told
from ui.panels.panel_table import PANELS
from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.record import Record

NAME_OF_A_PERSON = {"Xanthippe", "wombat"}
"""Who is in the room may be read in the list of people; it is on no card."""

NUMBERS = count()

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(boards_with_secrets())
def test_no_view_tells_of_a_hidden_card(home: Hands, session_file: Callable[..., Path], board: Board) -> None:
    _open(home, session_file, list(board.records()))
    hidden = [card.id for card in board.cards.values() if card.hidden]
    seen: set[str] = set()
    for chosen in ((), board.cards, *({card} for card in board.cards)):
        home.state.select(chosen)
        home.breathe()
        seen |= _told(home)
    for panel in PANELS:
        home.desk.panelling.open(panel.name)
        home.breathe()
        seen |= _told(home)
    home.desk.act("toggle_outline")
    home.breathe()
    seen |= _told(home)
    home.desk.act("toggle_outline")
    assert hidden
    assert not seen - NAME_OF_A_PERSON


def test_what_lies_open_is_told_so_that_the_test_above_can_fail(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    _open(home, session_file, [Card(id="c", text="zebra", tags=("quagga",))])
    home.state.select({"c"})
    home.breathe()
    assert _told(home) == {"zebra", "quagga"}


def _open(hands: Hands, session_file: Callable[..., Path], records: list[Record]) -> None:
    hands.window.close_session()
    assert hands.window.open_path(session_file(*records, name=f"{next(NUMBERS)}.trilliant"))
    hands.settle()


def _told(hands: Hands) -> set[str]:
    """The secret words in all that the window shows or says."""
    words: list[str] = []
    for kind in (QLabel, QAbstractButton, QLineEdit):
        for one in hands.window.findChildren(kind):
            words += [one.text(), one.toolTip(), one.accessibleName(), one.accessibleDescription()]
    for field in hands.window.findChildren(QPlainTextEdit):
        words.append(field.toPlainText())
    for combo in hands.window.findChildren(QComboBox):
        words += [combo.itemText(place) for place in range(combo.count())]
    for view in hands.window.findChildren(QAbstractItemView):
        if view.model() is not None:
            words += _words_of(view.model(), QModelIndex())
    return told("\n".join(words))


def _words_of(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    words: list[str] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        words += [str(index.data(role)) for role in ROLES]
        words += _words_of(model, index)
    return words
