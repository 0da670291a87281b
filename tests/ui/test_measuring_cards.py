"""Measures and cards: dragged, linked by key and act, shown, let go, and told on the board."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from tests.ui import measures_room
from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key, told
from tests.ui.measures_room import (
    TRUST,
    act,
    drag,
    measure,
    opened,
    page,
    row,
    shown_acts,
)
from tests.ui.seeing import alike
from workshop.commands.cards import remove_cards
from workshop.commands.measures import add_reading
from workshop.model.cards import Card, CardKind
from workshop.model.diamonds import Phase
from workshop.model.measures import Reading
from workshop.picture.phase_notes import BoardNotes, note_place
from workshop.picture.plan import Rect

room = measures_room.room


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


def test_tab_goes_through_readings_and_cards_where_they_are_seen(room: Hands) -> None:
    reading = Reading(at=date(2026, 11, 13), cx=3.5)
    sheet = opened(room)
    add_reading(room.state.workshop, origin="window", measure_id="m1", reading=reading)
    room.bot.waitUntil(lambda: "3.5 of" in told(sheet.readings))
    names = []
    sheet.fields["check_on"].editor.setFocus()
    for _ in range(12):
        room.press(Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text())  # type: ignore[union-attr, attr-defined]
    assert names == [
        "Readings",
        "Change the reading of 13 November 2026",
        "Delete the reading of 13 November 2026",
        *("Day", "CX", "UX", "Of", "Note", "Add the reading"),
        "Cards it measures",
        "Show CX + UX  “concept 1”",
        "Take out CX + UX  “concept 1”",
    ]


def test_the_header_shows_the_line_on_measures_in_its_place(room: Hands) -> None:
    canvas, notes = room.canvas, room.desk.panelling.noting
    rect = note_place(Phase.VALIDATE, canvas.scene.layout, canvas.looks, "1 of 3 concepts have a measure")
    shown = canvas.camera.rect_to_screen(Rect(rect.x, rect.bottom - 30, rect.w, 24))
    assert canvas.rect().contains(QRect(*(round(part) for part in shown)))
    canvas.scene.notes = BoardNotes()
    canvas.spoil([rect])
    before = canvas.grab(QRect(*(round(part) for part in shown))).toImage()
    remove_cards(room.state.workshop, origin="window", card_ids={"c3"})
    room.bot.waitUntil(lambda: not notes.busy)
    assert canvas.scene.notes.phases[Phase.VALIDATE] == "1 of 2 concepts have a measure"
    assert not alike(canvas.grab(QRect(*(round(part) for part in shown))).toImage(), before)


def test_a_measure_whose_cards_are_gone_says_so_until_they_are_let_go(room: Hands) -> None:
    remove_cards(room.state.workshop, origin="window", card_ids={"c1"})
    room.bot.waitUntil(lambda: "All cards that this measured are gone" in told(row(room)))
    assert "1 card" not in told(row(room))
    assert "no cards yet" not in told(row(room))
    sheet = opened(room)
    (chip,) = sheet.chips.findChildren(QPushButton)
    assert (chip.text(), chip.accessibleName(), chip.isEnabled()) == (*2 * ("a card that is gone",), False)
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
