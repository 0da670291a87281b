"""The panel of measures: opened, filled in, read, dragged onto cards; what cannot be taken is said and stays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key
from ui.panels.choices import ChoiceField
from ui.panels.fields import FieldEditor
from ui.panels.labelled import Labelled
from ui.panels.measures.detail import MeasureSheet
from ui.panels.measures.page import MeasuresPage
from ui.panels.measures.row import MeasureRow
from ui.panels.strict_fields import StrictLine
from workshop.commands.cards import remove_cards
from workshop.commands.measures import change_measure
from workshop.method.measure_templates import MEASURE_TEMPLATES
from workshop.method.records import records_of
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Direction, Lens, Measure, Reading
from workshop.model.people import Participant

TRUST = Measure(
    id="m1",
    name="Trust in the bill",
    cx=Lens(measured="Trust", unit="of 5", baseline=3.0, target=4.0),
    cards=("c1",),
)
CARDS = tuple(
    Card(
        id=f"c{n}", text=f"concept {n}", kind=CardKind.CONCEPT, phase=Phase.VALIDATE, x=60.0, y=-200.0 + 140 * n
    )
    for n in range(1, 4)
)
MAJA = Participant(id="maja", name="Maja", discipline=Discipline.CX)


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """Three concepts in Validate, one with a one-sided measure, the panel of measures open."""
    assert home.window.open_path(session_file(TRUST, *CARDS, MAJA))
    home.breathe()
    home.canvas.looking.fit_phase(Phase.VALIDATE)
    home.desk.panelling.open("measures")
    home.breathe()
    return home


def page(hands: Hands) -> MeasuresPage:
    found = hands.desk.findChild(MeasuresPage)
    assert isinstance(found, MeasuresPage)
    return found


def measure(hands: Hands, key: str = "m1") -> Measure:
    return records_of(hands.board, Measure)[key]


def row(hands: Hands, key: str = "m1") -> MeasureRow:
    found = next(row for row in page(hands).rows.rows if row.key == key)
    assert isinstance(found, MeasureRow)
    return found


def opened(hands: Hands) -> MeasureSheet:
    """The sheet of the one measure, opened from its row."""
    page(hands).open("m1")
    hands.breathe()
    sheet = page(hands).sheet
    assert isinstance(sheet, MeasureSheet)
    return sheet


def editor(hands: Hands, name: str) -> FieldEditor:
    found = page(hands).findChild(FieldEditor, name)
    assert isinstance(found, FieldEditor)
    return found


def line(hands: Hands, name: str) -> StrictLine:
    found = editor(hands, name)
    assert isinstance(found, StrictLine)
    return found


def notice(hands: Hands, name: str) -> str:
    """What is said below a field."""
    parent = editor(hands, name).parentWidget()
    assert isinstance(parent, Labelled)
    return "" if parent.notice.isHidden() else parent.notice.text()


def act(inside: QWidget, words: str) -> QPushButton:
    return next(one for one in inside.findChildren(QPushButton) if one.text() == words and not one.isHidden())


def told(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())


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
    for name, words in (("CX:direction", "down is good"), ("CX:owner", "Maja")):
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
    room.choose(of.field, "one area")
    line(room, "reading:part").field.setFocus()
    room.type("Billing page")
    line(room, "reading:cx").field.setFocus()
    room.type("3")
    room.press(Key.Key_Return)
    assert [one.area for one in measure(room).readings] == ["Billing page"]
    chart = sheet.lenses[Discipline.CX].chart
    room.bot.waitUntil(chart.isVisible)
    assert "Billing page: 3 of 5" in chart.accessibleDescription()


def test_a_row_dragged_onto_a_card_measures_it(room: Hands) -> None:
    drag(room, room.middle("c2"))
    assert measure(room).cards == ("c1", "c2")
    room.canvas.setFocus()
    room.press(Key.Key_Z, CTRL)
    assert measure(room).cards == ("c1",)


def test_the_card_under_a_dragged_measure_lights(room: Hands) -> None:
    room.settle()
    corner = room.canvas.camera.rect_to_screen(room.rect("c2").grown(5))
    at = QPoint(round(corner.x + corner.w / 2), round(corner.y))
    before = room.canvas.grab().toImage().pixelColor(at)
    drag(room, room.middle("c2"), release=False)
    lit = room.canvas.grab().toImage().pixelColor(at)
    assert lit != before
    assert lit.name() == room.canvas.looks.selection.lower()
    QTest.mouseRelease(row(room), LEFT, pos=QPoint(20, 12))


def test_escape_leaves_a_dragged_measure_where_it_was(room: Hands) -> None:
    drag(room, room.middle("c2"), release=False)
    room.press(Key.Key_Escape)
    QTest.mouseRelease(row(room), LEFT, pos=row(room).mapFromGlobal(room.canvas.mapToGlobal(room.middle("c2"))))
    assert measure(room) == TRUST
    assert page(room).opened is None


def test_a_measure_dropped_beside_all_cards_measures_nothing_and_stays_closed(room: Hands) -> None:
    drag(room, room.empty_ground(Phase.VALIDATE))
    assert measure(room) == TRUST
    assert page(room).opened is None


def test_dropped_on_one_of_the_selected_cards_it_measures_them_all(room: Hands) -> None:
    room.state.select({"c2", "c3"})
    drag(room, room.middle("c3"))
    assert measure(room).cards == ("c1", "c2", "c3")


def test_the_selected_cards_are_measured_by_an_act_of_the_row(room: Hands) -> None:
    room.state.select({"c3"})
    room.bot.waitUntil(lambda: "Measure the selected cards" in shown_acts(row(room)))
    QTest.mouseClick(act(row(room), "Measure the selected cards"), LEFT)
    assert measure(room).cards == ("c1", "c3")


def test_a_key_asks_by_which_measure_the_selected_cards_are_measured(room: Hands) -> None:
    room.state.select({"c2"})
    room.canvas.setFocus()
    room.press(Key.Key_M, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_1)
    room.breathe()
    assert measure(room).cards == ("c1", "c2")


def test_a_chip_shows_its_card_and_lets_go_of_it(room: Hands) -> None:
    sheet = opened(room)
    QTest.mouseClick(act(sheet.chips, "CX + UX  “concept 1”"), LEFT)
    assert room.state.cards == {"c1"}
    cross = next(
        one for one in sheet.chips.findChildren(QWidget) if one.accessibleName().startswith("Take out")
    )
    QTest.mouseClick(cross, LEFT)
    assert measure(room).cards == ()


def test_a_measure_whose_cards_are_gone_says_so_until_they_are_let_go(room: Hands) -> None:
    remove_cards(room.state.workshop, origin="window", card_ids={"c1"})
    room.bot.waitUntil(lambda: "All cards that this measured are gone" in told(row(room)))
    sheet = opened(room)
    assert "a card that is gone" in " ".join(one.text() for one in sheet.chips.findChildren(QPushButton))
    QTest.mouseClick(act(sheet, "Let go of them"), LEFT)
    assert measure(room).cards == ()


def test_the_words_of_a_hidden_card_do_not_show(home: Hands, session_file: Callable[..., Path]) -> None:
    secret = Card(id="c1", text="our secret", kind=CardKind.CONCEPT, phase=Phase.VALIDATE, hidden=True)
    assert home.window.open_path(session_file(TRUST, secret))
    home.breathe()
    home.desk.panelling.open("measures", "m1")
    home.breathe()
    names = [one.accessibleName() + one.toolTip() for one in page(home).findChildren(QWidget)]
    words = [one.text() for one in page(home).findChildren(QPushButton)]
    assert "secret" not in " ".join((*names, *words, told(page(home))))
    assert any("a hidden card" in one for one in words)


def test_the_header_of_validate_says_how_many_concepts_have_a_measure(room: Hands) -> None:
    scene = room.canvas.scene
    room.bot.waitUntil(lambda: scene.notes.phases.get(Phase.VALIDATE) == "1 of 3 concepts have a measure")
    drag(room, room.middle("c2"))
    room.bot.waitUntil(lambda: scene.notes.phases.get(Phase.VALIDATE) == "2 of 3 concepts have a measure")


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


def shown_acts(inside: QWidget) -> list[str]:
    return [one.text() for one in inside.findChildren(QPushButton) if one.isVisible()]


def drag(hands: Hands, to: QPoint, *, release: bool = True) -> None:
    """Drag the first row to a pixel of the canvas."""
    source = row(hands)
    start, end = QPoint(60, 12), source.mapFromGlobal(hands.canvas.mapToGlobal(to))
    QTest.mousePress(source, LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(source, start + (end - start) * (step / 5))
        hands.breathe()
    if release:
        QTest.mouseRelease(source, LEFT, pos=end)
        hands.breathe()
