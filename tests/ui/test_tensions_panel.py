"""The panel of tensions: what it lists, how a tension is taken up and reached from the board, and its positions."""

from PySide6.QtTest import QTest

from tests.ui import tensions_room
from tests.ui.hands import CTRL, LEFT, Hands, Key, told
from tests.ui.tensions_room import (
    act,
    line,
    on_link,
    page,
    shown,
    tension,
)
from ui.panels.tensions.sheet import TensionSheet
from workshop.commands.tensions import add_tension
from workshop.method.records import records_of
from workshop.model.tensions import Tension

room, sheet = tensions_room.room, tensions_room.sheet


def test_an_empty_panel_teaches(hands: Hands) -> None:
    hands.desk.panelling.open("tensions")
    hands.breathe()
    assert "A tension is a good sign" in told(page(hands))
    QTest.mouseClick(act(page(hands), "Make a tension"), LEFT)
    assert records_of(hands.board, Tension) == {}


def test_a_link_in_tension_is_listed_until_it_is_taken_up(room: Hands) -> None:
    assert "not taken up" in told(page(room))
    QTest.mouseClick(act(page(room), "Take it up"), LEFT)
    room.breathe()
    assert tension(room).title == "Short or whole?"
    assert page(room).opened == tension(room).id
    room.press(Key.Key_Escape)
    assert page(room).opened is None
    assert page(room).rows.keys == (tension(room).id,)


def test_a_key_makes_a_tension_of_the_selected_cards_and_opens_it(room: Hands) -> None:
    room.state.select({"a", "c"})
    room.canvas.setFocus()
    room.press(Key.Key_X)
    assert [position.card for position in tension(room).positions] == ["a", "c"]
    assert page(room).opened == tension(room).id
    room.canvas.setFocus()
    room.press(Key.Key_Z, CTRL)
    assert records_of(room.board, Tension) == {}


def test_one_card_makes_no_tension_and_it_is_said_why(room: Hands) -> None:
    said: list[str] = []
    room.state.message.connect(said.append)
    room.state.select({"a"})
    room.desk.act("make_tension")
    assert records_of(room.board, Tension) == {}
    assert said == ["A tension needs at least two cards: choose one for each position."]


def test_the_same_cards_lead_to_the_tension_that_is_there(room: Hands, sheet: TensionSheet) -> None:
    page(room).close_record()
    room.state.select({"b", "a"})
    room.desk.act("make_tension")
    assert page(room).opened == tension(room).id


def test_a_double_click_on_the_link_opens_its_tension(room: Hands, sheet: TensionSheet) -> None:
    room.desk.panelling.open("dots")
    page(room).close_record()
    room.double_click_at(on_link(room))
    assert room.desk.panel.shown == "tensions"
    assert page(room).opened == tension(room).id
    assert len(room.cards) == 3


def test_a_click_on_the_word_of_the_link_opens_its_tension(room: Hands, sheet: TensionSheet) -> None:
    page(room).close_record()
    room.desk.act("zoom_100")
    room.canvas.looking.reveal(room.rect("b"))
    room.settle()
    assert room.canvas.camera.zoom == 1.0
    room.click_at(on_link(room))
    assert page(room).opened == tension(room).id


def test_a_link_that_nobody_took_up_leads_to_its_row(room: Hands) -> None:
    room.double_click_at(on_link(room))
    assert page(room).opened is None
    assert records_of(room.board, Tension) == {}
    (row,) = page(room).rows.rows
    assert row.hasFocus()
    room.press(Key.Key_Return)
    assert page(room).opened == tension(room).id


def test_the_panel_of_a_link_leads_to_its_tension(room: Hands, sheet: TensionSheet) -> None:
    page(room).close_record()
    room.desk.panelling.open("chosen")
    room.state.select(links={"l"})
    room.bot.waitUntil(room.desk.panel.selection.tension.isVisible)
    QTest.mouseClick(room.desk.panel.selection.tension, LEFT)
    room.breathe()
    assert page(room).opened == tension(room).id


def test_positions_show_what_speaks_for_them_on_both_sides(room: Hands, sheet: TensionSheet) -> None:
    assert "“whole bill”" in told(sheet.positions)
    assert told(sheet.positions).count("no evidence yet") == 4
    fields = sheet.impact.boxes["a"].fields
    room.fill(line(fields["evidence_cx"].editor), "412 tickets")
    room.bot.waitUntil(lambda: "412 tickets" in told(sheet.positions))
    assert told(sheet.positions).count("no evidence yet") == 3


def test_a_third_position_comes_and_goes(room: Hands, sheet: TensionSheet) -> None:
    room.state.select({"c"})
    room.bot.waitUntil(sheet.positions.add.isVisible)
    QTest.mouseClick(sheet.positions.add, LEFT)
    assert [one.card for one in tension(room).positions] == ["a", "b", "c"]
    room.bot.waitUntil(lambda: "“no bill”" in told(sheet.positions))
    room.bot.waitUntil(
        lambda: any(one.accessibleName() == "Take out “no bill”" for one in shown(sheet.positions))
    )
    remove = next(one for one in shown(sheet.positions) if one.accessibleName() == "Take out “no bill”")
    QTest.mouseClick(remove, LEFT)
    assert [one.card for one in tension(room).positions] == ["a", "b"]


def test_a_hidden_card_is_a_position_without_words(room: Hands) -> None:
    from workshop.commands.cards import change_cards

    change_cards(room.state.workshop, origin="window", card_ids=["a"], hidden=True)
    made = add_tension(room.state.workshop, origin="window", card_ids=("a", "b"))
    room.desk.panelling.open("tensions", made.id)
    room.breathe()
    assert "whole bill" not in told(page(room))
    assert "a hidden card" in told(page(room))


def test_in_a_window_of_its_own_the_positions_stand_side_by_side(room: Hands, sheet: TensionSheet) -> None:
    assert not sheet.positions.beside.beside
    page(room).torn.emit()
    window = page(room).window()
    assert window is not room.window
    window.resize(760, 700)
    room.bot.waitUntil(lambda: sheet.positions.beside.beside)
    assert page(room).opened == tension(room).id
    window.close()
    room.bot.waitUntil(lambda: not sheet.positions.beside.beside)
