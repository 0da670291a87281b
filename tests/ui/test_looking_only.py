"""A session that is only looked at: its panels are read, and offer nothing that would change it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from tests.ui.hands import CTRL, LEFT, NO, Hands, Key
from ui.panels.dragged_row import DraggedRow
from ui.panels.fields import FieldEditor, TextField
from ui.panels.line_fields import LineField
from ui.panels.opening_page import OpeningPage
from ui.panels.panel_table import PANELS
from ui.panels.row import Row
from ui.panels.tick_box import TickBox
from workshop.imports.sample import sample_records
from workshop.model.cards import CardKind
from workshop.model.facilitation import AgendaStep, VotingRound
from workshop.model.measures import Measure
from workshop.model.tensions import Tension
from workshop.model.terms import Term
from workshop.session.schema import SCHEMA

_TO_LOOK = {
    "chosen": set(),
    "dots": {"Show", "Open term", "1 set aside"},
    "voting": {"Result"},
    "deciding": {"Open", "Show", "Who speaks"},
    "threads": {"most votes", "most risk", "Light", "Walk it"},
    "balance": {"Show"},
    "measures": {"Open", "Show the cards"},
    "tensions": {"Open", "Show the cards"},
    "terms": {"Open", "Show", "CSV…"},
    "leads": set(),
    "questions": {"For CX  2", "For UX  3", "Show", "Show the answer", "Take home…"},
    "guide": {"Who leads where"},
    "agenda": {"Facilitator's note", "Open", "Start here"},
    "frames": {"Show", "Present"},
}
"""The buttons that each panel of the sample may show, besides links to cards that say how many they are."""


@pytest.fixture
def looked_at(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A window on the sample as a newer Trilliant saved it, which this one leaves as it is."""
    path = session_file(*sample_records())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    assert home.window.open_path(path)
    home.breathe()
    home.bot.waitUntil(lambda: bool(home.desk.panelling.watch.findings))
    return home


@pytest.mark.parametrize("name", [spec.name for spec in PANELS])
def test_no_panel_offers_to_change_anything(looked_at: Hands, name: str) -> None:
    looked_at.desk.panelling.open(name)
    looked_at.breathe()
    page = looked_at.desk.panel
    assert _changeable(page) == []
    pressed = {button.text() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert {words for words in pressed if "card" not in words or words == "Show the cards"} <= _TO_LOOK[name]


@pytest.mark.parametrize(
    ("panel", "kind"),
    [
        ("measures", Measure),
        ("tensions", Tension),
        ("terms", Term),
        ("agenda", AgendaStep),
        ("voting", VotingRound),
    ],
)
def test_what_a_row_opens_into_can_only_be_read(looked_at: Hands, panel: str, kind: type) -> None:
    record = next(record.id for record in looked_at.board.records() if isinstance(record, kind))
    looked_at.desk.panelling.open(panel, record)
    page = looked_at.desk.panel._made[panel]
    if isinstance(page, OpeningPage):
        page.open(record)
    looked_at.breathe()
    choices = [field.objectName() for field in _changeable(page)]
    assert choices in ([], ["impact:by"], ["measure:by"])  # which choose what is shown
    words = {button.text() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert not {
        one for one in words if one.split()[0] in ("Delete", "Remove", "Add", "Settle", "Reopen", "Decide")
    }


def test_the_words_of_a_card_are_read_and_copied_but_not_written(looked_at: Hands) -> None:
    card = next(card for card in looked_at.cards if card.kind is CardKind.DECISION)
    looked_at.click(card)
    editor = looked_at.desk.panel.card.findChild(TextField, "field:text")
    field = editor.field
    QTest.mouseClick(field.viewport(), LEFT, NO, QPoint(20, 14))
    assert QApplication.focusWidget() is field
    looked_at.type("other words")
    looked_at.press(Key.Key_A, CTRL)
    looked_at.press(Key.Key_C, CTRL)
    assert field.toPlainText() == card.text
    assert QApplication.clipboard().text() == card.text
    assert looked_at.card(card.text) == card
    kind = looked_at.desk.panel.card.findChild(FieldEditor, "field:kind")
    QTest.mouseClick(kind.focusProxy(), LEFT)
    assert not kind.findChild(QComboBox).view().isVisible()


def test_the_title_above_the_board_is_read_but_not_written(looked_at: Hands) -> None:
    title = looked_at.desk.top_bar.title
    before = title.text()
    QTest.mouseClick(title, LEFT)
    looked_at.type("another title")
    assert title.text() == before
    assert title.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_fields_look_like_words_without_a_frame_and_as_dark_as_ever(looked_at: Hands) -> None:
    looked_at.click(next(card for card in looked_at.cards if card.kind is CardKind.ACTION))
    panel = looked_at.desk.panel
    hairline = panel.card._looks.hairline.lower()
    for name in ("text", "kind", "due"):
        editor = panel.card.findChild(FieldEditor, f"field:{name}")
        picture = editor.grab().toImage()
        edge = {picture.pixelColor(x, 0).name() for x in range(picture.width())}
        assert hairline not in edge
        darkest = min(
            picture.pixelColor(x, y).lightness()
            for x in range(picture.width())
            for y in range(picture.height())
        )
        assert darkest < 80
    empty = panel.card.findChild(LineField, "field:evidence.link")
    assert empty.field.placeholderText() == "–"


def test_rows_stay_where_they_are(looked_at: Hands) -> None:
    looked_at.desk.panelling.open("agenda")
    looked_at.breathe()
    page = looked_at.desk.panel._made["agenda"]
    row = page.rows.rows[0]
    assert isinstance(row, DraggedRow)
    dragged: list[QPoint] = []
    row.dragged.connect(dragged.append)
    QTest.mousePress(row, LEFT, NO, QPoint(20, 10))
    for y in (40, 120, 260):
        QTest.mouseMove(row, QPoint(20, y))
    QTest.mouseRelease(row, LEFT, NO, QPoint(20, 260))
    assert dragged == []
    assert row.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_key_that_would_change_something_says_why_it_does_not(looked_at: Hands) -> None:
    said: list[str] = []
    looked_at.state.message.connect(said.append)
    looked_at.desk.panelling.open("agenda")
    looked_at.breathe()
    page = looked_at.desk.panel._made["agenda"]
    page.rows.go_to(page.rows.keys[0])
    looked_at.press(Key.Key_Delete)
    assert said == [looked_at.desk.session.workshop.read_only]


def test_that_nothing_may_be_changed_is_said_before_what_else_speaks_against_it(looked_at: Hands) -> None:
    said: list[str] = []
    looked_at.state.message.connect(said.append)
    locked = next(card for card in looked_at.cards if card.locked)
    looked_at.state.select({locked.id})
    looked_at.canvas.setFocus()
    looked_at.press(Key.Key_Delete)
    assert said == [looked_at.desk.session.workshop.read_only]


def test_the_keyboard_reads_what_is_opened_and_goes_back(looked_at: Hands) -> None:
    looked_at.desk.panelling.open("measures")
    looked_at.breathe()
    page = looked_at.desk.panel._made["measures"]
    page.rows.go_to(page.rows.keys[0])
    looked_at.press(Key.Key_Return)
    looked_at.press(Key.Key_Down)
    looked_at.press(Key.Key_Escape)
    assert page.opened is None
    assert isinstance(QApplication.focusWidget(), Row)


def _changeable(page: QWidget) -> list[QWidget]:
    """The fields in sight that take another value."""
    lines = [field for field in page.findChildren(QLineEdit) if not field.isReadOnly()]
    texts = [field for field in page.findChildren(QPlainTextEdit) if not field.isReadOnly()]
    fields = [*lines, *texts, *page.findChildren(QComboBox), *page.findChildren(TickBox)]
    return [field.parentWidget() for field in fields if field.isVisible() and field.isEnabled()]
