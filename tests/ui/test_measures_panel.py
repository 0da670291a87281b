"""The panel of measures: opened, filled in, read; what cannot be taken is said and stays as it was written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui import measures_room
from tests.ui.hands import CTRL, LEFT, Hands, Key, told
from tests.ui.measures_room import (
    TRUST,
    act,
    editor,
    line,
    measure,
    notice,
    opened,
    page,
    row,
)
from ui.panels.choices import ChoiceField
from workshop.commands.measures import change_measure
from workshop.method.measure_templates import MEASURE_TEMPLATES
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.measures import Direction, Measure, Reading

room = measures_room.room


def test_an_empty_panel_teaches_and_its_button_offers_the_six_templates_and_a_free_one(hands: Hands) -> None:
    hands.desk.panelling.open("measures")
    hands.breathe()
    QTest.mouseClick(act(page(hands), "Add a measure"), LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [one.text() for one in menu.actions() if one.text()]
    assert offered == [*(one.name for one in MEASURE_TEMPLATES.values()), "A measure of your own"]
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    hands.breathe()
    (made,) = records_of(hands.board, Measure).values()
    assert made.name == offered[0]
    assert page(hands).opened == made.id
    assert line(hands, "measure:name").field.text() == offered[0]


def test_a_free_measure_opens_with_its_name_ready_to_be_written_over(room: Hands) -> None:
    page(room).add_measure("")
    room.breathe()
    room.type("Calls a month")
    room.press(Key.Key_Return)
    assert [one.name for one in records_of(room.board, Measure).values()] == [TRUST.name, "Calls a month"]


def test_a_row_says_both_lenses_and_which_of_them_is_empty(room: Hands) -> None:
    assert "3 → 4 of 5" in told(row(room))
    assert "nothing is measured yet" in told(row(room))
    assert "UX: nothing is measured yet" in row(room).accessibleDescription()
    assert "1 with one lens empty" in told(page(room))


def test_fill_in_opens_the_empty_lens_with_the_keyboard_in_it(room: Hands) -> None:
    QTest.mouseClick(act(row(room), "Fill in"), LEFT)
    room.breathe()
    room.type("Time to the total")
    room.press(Key.Key_Return)
    assert measure(room).ux.measured == "Time to the total"
    assert not measure(room).one_sided
    room.canvas.setFocus()
    room.press(Key.Key_Z, CTRL)
    assert measure(room) == TRUST


def test_a_click_on_a_row_opens_it_and_escape_goes_back_to_the_row(room: Hands) -> None:
    QTest.mouseClick(row(room), LEFT, pos=QPoint(60, 12))
    room.breathe()
    assert page(room).opened == "m1"
    line(room, "measure:name").field.setFocus()
    room.press(Key.Key_Escape)
    assert page(room).opened is None
    assert row(room).hasFocus()


def test_enter_on_a_row_opens_it_and_the_button_goes_back(room: Hands) -> None:
    row(room).setFocus()
    room.press(Key.Key_Return)
    assert page(room).opened == "m1"
    QTest.mouseClick(act(page(room), "All measures"), LEFT)
    room.breathe()
    assert page(room).opened is None


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("measured", "Trust of all", "Trust of all"),
        ("unit", "%", "%"),
        ("baseline", "3,25", 3.25),
        ("target", "-4", -4.0),
        ("target", "", None),
    ],
)
def test_what_is_written_in_a_lens_lands_in_the_measure(
    name: str, text: str, value: object, room: Hands
) -> None:
    opened(room)
    room.fill(line(room, f"CX:{name}").field, text)
    assert getattr(measure(room).cx, name) == value


def test_direction_and_owner_are_chosen(room: Hands) -> None:
    opened(room)
    for name, words in (("CX:direction", "Down is good"), ("CX:owner", "Maja")):
        choice = editor(room, name)
        assert isinstance(choice, ChoiceField)
        room.choose(choice.field, words)
    assert measure(room).cx.direction is Direction.DOWN
    assert measure(room).owner_cx == "maja"
    assert "Down is good here, yet the target lies above the baseline." in told(page(room))


@pytest.mark.parametrize("text", ["many", "nan", "1e999", "3.1.2"])
def test_a_number_that_is_none_stays_as_written_and_the_field_says_why(text: str, room: Hands) -> None:
    opened(room)
    room.fill(line(room, "CX:baseline").field, text)
    assert measure(room) == TRUST
    assert "is no number" in notice(room, "CX:baseline")
    assert line(room, "CX:baseline").field.text() == text
    change_measure(room.state.workshop, origin="phone", measure_id="m1", definition="of all")
    room.bot.waitUntil(lambda: "of all" in editor(room, "measure:definition").field.toPlainText())  # type: ignore[attr-defined]
    assert line(room, "CX:baseline").field.text() == text
    room.fill(line(room, "CX:baseline").field, "2")
    assert measure(room).cx.baseline == 2.0
    assert notice(room, "CX:baseline") == ""


def test_a_check_in_the_far_past_is_refused_where_it_is_written(room: Hands) -> None:
    opened(room)
    room.fill(line(room, "measure:check_on").field, "0202-11-28")
    assert measure(room).check_on is None
    assert "too long ago" in notice(room, "measure:check_on")
    assert line(room, "measure:check_on").field.text() == "0202-11-28"
    room.fill(line(room, "measure:check_on").field, "2026-12-04")
    assert measure(room).check_on == date(2026, 12, 4)


def test_a_measure_without_a_name_is_refused_where_it_is_written(room: Hands) -> None:
    opened(room)
    room.fill(line(room, "measure:name").field, "  ")
    assert measure(room).name == TRUST.name
    assert "cannot be empty" in notice(room, "measure:name")


def test_what_was_refused_on_one_measure_does_not_stand_on_the_next(room: Hands) -> None:
    opened(room)
    room.fill(line(room, "CX:baseline").field, "many")
    page(room).add_measure("task-success")
    room.breathe()
    assert line(room, "CX:baseline").field.text() == ""
    assert notice(room, "CX:baseline") == ""
    assert measure(room) == TRUST


def test_a_reading_is_added_by_keys_alone(room: Hands) -> None:
    opened(room)
    day = line(room, "reading:at").field
    day.setFocus()
    room.press(Key.Key_A, CTRL)
    room.type("2026-11-13")
    line(room, "reading:cx").field.setFocus()
    room.type("3,8")
    room.press(Key.Key_Return)
    assert measure(room).readings == (Reading(at=date(2026, 11, 13), cx=3.8),)
    assert "13 November 2026" in told(page(room))
    assert "80\u00a0% of the way" in told(page(room))
    assert line(room, "reading:cx").field.text() == ""


def test_a_reading_without_a_number_or_of_a_day_that_has_one_is_refused_and_stays_written(room: Hands) -> None:
    sheet = opened(room)
    form = sheet.readings.form
    QTest.mouseClick(form.give, LEFT)
    assert "needs a number" in form.notice.text()
    for text in ("3", "4"):
        line(room, "reading:cx").field.setFocus()
        room.type(text)
        room.press(Key.Key_Return)
    assert "already" in form.notice.text()
    assert line(room, "reading:cx").field.text() == "4"
    assert [one.cx for one in measure(room).readings] == [3.0]


def test_a_reading_is_changed_and_deleted(room: Hands) -> None:
    sheet = opened(room)
    line(room, "reading:cx").field.setFocus()
    room.type("3")
    room.press(Key.Key_Return)
    (reading,) = measure(room).readings
    sheet.readings.form.begin_change(reading)
    room.fill(line(room, "reading:cx").field, "3.5")
    QTest.mouseClick(sheet.readings.form.give, LEFT)
    assert [one.cx for one in measure(room).readings] == [3.5]
    room.breathe()
    room.bot.waitUntil(lambda: "3.5 of" in told(sheet.readings))
    remove = next(
        one
        for one in sheet.readings.findChildren(QWidget)
        if one.accessibleName().startswith("Delete the reading")
    )
    QTest.mouseClick(remove, LEFT)
    assert measure(room).readings == ()


def test_a_reading_of_a_part_is_charted_by_that_part(room: Hands) -> None:
    sheet = opened(room)
    of = editor(room, "reading:of")
    assert isinstance(of, ChoiceField)
    room.choose(of.field, "One area")
    line(room, "reading:part").field.setFocus()
    room.type("Billing page")
    line(room, "reading:cx").field.setFocus()
    room.type("3")
    room.press(Key.Key_Return)
    assert [one.area for one in measure(room).readings] == ["Billing page"]
    chart = sheet.lenses[Discipline.CX].chart
    room.bot.waitUntil(chart.isVisible)
    assert "Billing page: 3 of 5" in chart.accessibleDescription()


def test_of_ten_thousand_measures_only_those_in_sight_are_widgets(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    many = [Measure(id=f"m{n}", name=f"Measure {n}") for n in range(10_000)]
    assert home.window.open_path(session_file(*many))
    home.breathe()
    home.desk.panelling.open("measures")
    home.breathe()
    assert len(page(home).rows.keys) == 10_000
    assert len(page(home).rows.rows) < 12
    page(home).rows.setFocus(Qt.FocusReason.TabFocusReason)
    home.press(Key.Key_End, on=page(home).rows)
    assert QApplication.focusWidget() is row(home, "m9999")


def test_a_measure_that_goes_while_it_is_open_gives_way_to_the_list(room: Hands) -> None:
    sheet = opened(room)
    QTest.mouseClick(act(sheet, "Delete this measure"), LEFT)
    room.bot.waitUntil(lambda: page(room).opened is None)
    assert records_of(room.board, Measure) == {}
    assert "two lenses" in told(page(room))
