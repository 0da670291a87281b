"""The panels: every field of a card and of the session lands in the record as edited; undo takes it back."""

import time
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.hands import CTRL, LEFT, Hands, Key, told
from tests.ui.seeing import alike
from ui.panels.card_fields import CARD_SECTIONS, FieldSpec
from ui.panels.choices import ChoiceField, ManyField
from ui.panels.fields import FieldEditor, TextField, TickField
from ui.panels.line_fields import DateField, NumberField, WordsField
from workshop.commands.cards import change_text
from workshop.commands.people import remove_participant
from workshop.imports.sample import sample_records
from workshop.model.cards import Card, CardKind
from workshop.model.diamonds import Phase

WrapMode = QTextOption.WrapMode
FIELDS = [spec for _, specs in CARD_SECTIONS for spec in specs]
TYPED: dict[type[FieldEditor], tuple[str, Any]] = {
    DateField: ("2026-12-24", date(2026, 12, 24)),
    NumberField: ("3", 3),
    WordsField: ("red, blue", ("red", "blue")),
}


@pytest.mark.parametrize("spec", FIELDS, ids=lambda spec: spec.name)
def test_a_field_of_a_card_lands_in_the_record_and_undo_takes_it_back(
    spec: FieldSpec, open_window: OpenWindow, session_file: Any, qtbot: QtBot
) -> None:
    kind = spec.kinds[0] if spec.kinds else CardKind.INSIGHT
    card = Card(id="c", text="card", kind=kind, phase=Phase.DISCOVER, x=300.0)
    others = [record for record in sample_records() if not isinstance(record, Card)]
    hands = Hands(open_window(), qtbot)
    assert hands.window.open_path(session_file(card, *others))
    hands.breathe()
    hands.click(card)
    editor = hands.desk.panel.card.findChild(FieldEditor, f"field:{spec.name}")
    assert editor.isVisible()
    value = _edit(hands, editor)
    if value is _NONE_TO_CHOOSE:
        return
    hands.bot.waitUntil(lambda: spec.value(hands.board.cards["c"]) == value)
    hands.canvas.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert hands.board.cards["c"] == card


_NONE_TO_CHOOSE = object()


def _edit(hands: Hands, editor: FieldEditor) -> Any:
    if isinstance(editor, TickField):
        hands.bot.mouseClick(editor.field, LEFT, pos=editor.field.rect().center() * 0 + _left(editor))
        return True
    if isinstance(editor, ChoiceField | ManyField):
        combo = editor.field
        if combo.count() < 2:
            return _NONE_TO_CHOOSE
        index = 1 if combo.currentIndex() != 1 else 0
        value = combo.itemData(index)
        hands.choose(combo, combo.itemText(index))
        return (value,) if isinstance(editor, ManyField) else value
    text, value = TYPED.get(type(editor), ("written", "written"))
    hands.fill(editor.field, text)
    assert isinstance(editor, TextField) or isinstance(editor.field, QLineEdit)
    return value


def _left(editor: TickField) -> Any:
    from PySide6.QtCore import QPoint

    return QPoint(8, editor.field.height() // 2)


def test_what_is_written_in_the_panel_stays_with_its_card_when_another_is_selected(hands: Hands) -> None:
    one, two = hands.write("one"), hands.write("two")
    hands.click(one)
    field = hands.desk.panel.card.findChild(TextField, "field:text").field
    field.setFocus()
    hands.bot.keyClicks(field, "first ")
    hands.state.select({two.id})
    hands.canvas.setFocus()
    hands.breathe()
    assert hands.board.cards[two.id].text == "two"
    assert "first" in hands.board.cards[one.id].text


def test_a_day_that_is_none_is_not_taken(hands: Hands) -> None:
    card = hands.write("card")
    editor = hands.desk.panel.card.findChild(DateField, "field:needed_by")
    hands.fill(editor.field, "tomorrow")
    assert hands.board.cards[card.id].needed_by is None
    assert editor.field.text() == "tomorrow"
    assert editor.notice == "Write a day as 2026-11-28."
    assert editor.notice in told(editor)
    other = hands.write("another")
    assert editor.field.text() == editor.notice == ""
    hands.fill(editor.field, "soon")
    hands.fill(editor.field, "2026-11-28")
    assert hands.board.cards[other.id].needed_by == date(2026, 11, 28)
    assert told(editor) == ""


@pytest.mark.parametrize(
    ("written", "place", "day"),
    [
        ("28.11.2026", "de_DE", date(2026, 11, 28)),
        ("3. 4. 2026", "en_US", date(2026, 4, 3)),
        ("3/4/2026", "en_GB", date(2026, 4, 3)),
        ("3/4/2026", "en_US", date(2026, 3, 4)),
    ],
)
def test_a_day_is_taken_as_people_write_days_here(hands: Hands, written: str, place: str, day: date) -> None:
    editor = hands.desk.panel.session.findChild(FieldEditor, "session:date")
    before = QLocale()
    QLocale.setDefault(QLocale(place))
    try:
        hands.fill(editor.field, written)
    finally:
        QLocale.setDefault(before)
    hands.breathe()
    assert hands.board.session.date == day
    assert editor.field.text() == day.isoformat()


@pytest.mark.parametrize("written", ["9" * 30, "-" + "9" * 30, "many"])
def test_a_layer_that_no_file_can_hold_is_not_taken(hands: Hands, written: str) -> None:
    card = hands.write("near the top")
    editor = hands.desk.panel.card.findChild(NumberField, "field:layer")
    hands.fill(editor.field, written)
    assert hands.board.cards[card.id].layer == 0
    assert editor.field.text() == written
    assert told(editor)


def test_the_session_panel_edits_the_session_and_clears_its_date(hands: Hands) -> None:
    panel = hands.desk.panel.session
    for name, text, value in (
        ("date", "2026-12-24", date(2026, 12, 24)),
        ("place", "Room 9", "Room 9"),
        ("purpose", "Agree", "Agree"),
    ):
        hands.fill(panel.findChild(FieldEditor, f"session:{name}").field, text)
        hands.bot.waitUntil(lambda name=name, value=value: getattr(hands.board.session, name) == value)
    hands.fill(panel.findChild(FieldEditor, "session:date").field, "")
    assert hands.board.session.date is None


def test_people_are_added_changed_and_removed_in_the_panel(hands: Hands) -> None:
    panel = hands.desk.panel.session
    line = panel.findChild(QLineEdit, "newPerson")
    line.setFocus()
    hands.bot.keyClicks(line, "Mira")
    hands.bot.keyClick(line, Key.Key_Return)
    (person,) = hands.board.participants.values()
    assert person.name == "Mira"
    hands.breathe()
    row = panel._people.itemAt(0).widget()
    hands.choose(row.findChild(QComboBox), "UX")
    assert next(iter(hands.board.participants.values())).discipline.value == "UX"


def test_an_author_who_left_is_still_named_on_the_card(sample: Hands) -> None:
    card = next(card for card in sample.cards if card.author and not card.hidden)
    name = sample.board.participants[card.author].name
    remove_participant(sample.state.workshop, origin="window", participant_id=card.author)
    sample.state.select({card.id})
    sample.breathe()
    author = sample.desk.panel.card.findChild(ChoiceField, "field:author")
    assert author.field.currentText() == f"{name} (no longer listed)"


def test_the_title_is_edited_in_the_bar(hands: Hands) -> None:
    title = hands.desk.top_bar.title
    hands.fill(title, "Month end")
    assert hands.board.session.title == "Month end"
    assert hands.window.windowTitle().startswith("Month end –")
    hands.press(Key.Key_Z, CTRL)
    assert hands.board.session.title == ""
    assert title.text() == ""


def test_a_title_of_ten_thousand_characters_is_cut_and_moves_nothing(hands: Hands) -> None:
    width = hands.window.width()
    QApplication.clipboard().setText("t" * 10_000)
    hands.desk.top_bar.title.setFocus()
    hands.press(Key.Key_V, CTRL)
    hands.press(Key.Key_Return)
    hands.breathe()
    assert len(hands.board.session.title) == 10_000
    assert hands.window.width() == width
    assert len(hands.window.windowTitle()) < 200
    bar = hands.desk.top_bar
    assert bar.rect().contains(bar.writing_as.geometry())


def test_a_click_on_a_linked_card_in_the_panel_goes_there(sample: Hands) -> None:
    link = next(iter(sample.board.links.values()))
    sample.state.select({link.source})
    sample.breathe()
    sample.desk.panel.card_chosen.emit(link.target)
    assert sample.state.cards == {link.target}


def test_a_word_without_an_end_is_wrapped_anywhere_and_words_between_words(hands: Hands) -> None:
    card = hands.write("card")
    field = hands.desk.panel.card.findChild(TextField, "field:text").field
    for text, mode in (
        ("word " * 900, WrapMode.WrapAtWordBoundaryOrAnywhere),
        ("x" * 9_000, WrapMode.WrapAnywhere),
    ):
        change_text(hands.state.workshop, origin="phone", card_id=card.id, text=text)
        hands.bot.waitUntil(lambda text=text: field.toPlainText() == text)
        assert field.wordWrapMode() is mode


def test_a_word_without_an_end_is_wrapped_anywhere_when_pasted(hands: Hands) -> None:
    hands.write("card")
    field = hands.desk.panel.card.findChild(TextField, "field:text").field
    QApplication.clipboard().setText("x" * 9_000)
    field.setFocus()
    hands.press(Key.Key_V, CTRL)
    assert "x" * 9_000 in field.toPlainText()
    assert field.wordWrapMode() is WrapMode.WrapAnywhere


@pytest.fixture
def clock_of_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only Unix lets a program move its clock elsewhere")
@pytest.mark.parametrize("when", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00"])
def test_a_card_from_the_ends_of_the_calendar_is_shown(
    when: str, home: Hands, session_file: Any, clock_of_new_york: None
) -> None:
    card = Card(id="c", text="card", phase=Phase.DISCOVER, x=300.0, created=datetime.fromisoformat(when))
    assert home.window.open_path(session_file(card))
    home.breathe()
    home.click(card)
    assert any(f"Written {when[:4]}" in label.text() for label in home.desk.panel.card.findChildren(QLabel))


def test_every_field_and_button_of_the_panels_has_a_name_for_those_who_listen(sample: Hands) -> None:
    panel = sample.desk.panel
    pages = [panel.session]
    link = next(iter(sample.board.links.values()))
    sample.state.select({link.source})
    sample.breathe()
    for page in (*pages, panel.card):
        for one in page.findChildren(QWidget):
            if isinstance(one, QPlainTextEdit | QComboBox) or (isinstance(one, QToolButton) and not one.text()):
                assert one.accessibleName(), f"{one} in {one.parent()}"
    names = [button.accessibleName() for button in panel.session.findChildren(QToolButton)]
    assert [name for name in names if name.startswith("Remove ")]


def test_the_panel_itself_is_no_stop_on_the_way_of_the_tab_key(hands: Hands) -> None:
    hands.write("card")
    areas = hands.desk.panel.findChildren(QScrollArea)
    assert areas
    assert all(area.focusPolicy() is Qt.FocusPolicy.NoFocus for area in areas)


def test_the_keyboard_is_seen_on_a_tool_that_is_chosen(hands: Hands) -> None:
    button = next(one for one in hands.desk.findChildren(QToolButton) if one.isChecked())
    hands.canvas.setFocus()
    hands.breathe()
    without = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    hands.breathe()
    assert button.hasFocus()
    assert not alike(button.grab().toImage(), without)
