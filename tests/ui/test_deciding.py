"""Deciding and acting: decisions with reasons and fingers, actions, parked cards, who speaks next, and the end."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key, told
from tests.ui.opened_folders import opened_folders
from tests.ui.tensions_room import PEOPLE, act
from ui.deciding.ending import free_path
from ui.deciding.speaking_chip import SpeakingChip
from ui.dialogs.export_sheet import ExportSheet
from ui.panels.choices import ChoiceField, ManyField
from ui.panels.deciding.action_row import ActionRow
from ui.panels.deciding.page import DecidingPage
from ui.panels.deciding.parked_row import ParkedRow
from ui.panels.deciding.sheet import DecidingSheet
from ui.panels.fields import TextField
from ui.panels.row import Row
from ui.panels.strict_fields import StrictLine
from workshop.commands.cards import change_cards
from workshop.commands.voting import end_round, give_dot, start_round
from workshop.model.cards import Card, CardKind, Discipline, Rhythm
from workshop.model.diamonds import Phase
from workshop.model.people import Participant

R = TypeVar("R", bound=Row)

GUEST = Participant(id="kim", name="Kim", discipline=Discipline.JOINT)
CARDS = (
    Card(id="a", text="one bill", phase=Phase.DEFINE, x=60.0, y=-150.0),
    Card(id="b", text="two bills", phase=Phase.DEFINE, x=300.0, y=-150.0),
    Card(id="d", text="we bill monthly", kind=CardKind.DECISION, phase=Phase.DEFINE, x=60.0, y=100.0),
    Card(id="t", text="write the letter", kind=CardKind.ACTION, phase=Phase.DEFINE, x=300.0, y=100.0),
    Card(id="h", text="a secret", kind=CardKind.DECISION, phase=Phase.DEFINE, x=540.0, y=100.0, hidden=True),
)


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """Two cards, a decision, an action and a hidden decision; one person of each side and a guest."""
    assert home.window.open_path(session_file(*CARDS, *PEOPLE, GUEST))
    home.breathe()
    home.canvas.looking.fit_phase(Phase.DEFINE)
    home.desk.panelling.open("deciding")
    home.breathe()
    return home


def test_actions_that_are_done_are_counted_apart(room: Hands) -> None:
    assert "1 decided · 1 to act on" in told(page(room))
    change_cards(room.state.workshop, origin="window", card_ids=["t"], done=True)
    room.breathe()
    assert "1 decided · 1 done" in told(page(room))


def test_an_empty_panel_teaches(hands: Hands) -> None:
    hands.desk.panelling.open("deciding")
    hands.breathe()
    assert "A decision keeps its reason" in told(page(hands))


def test_a_key_turns_the_selected_card_into_a_decision_with_reason_and_authors(room: Hands) -> None:
    room.state.select({"a"})
    room.press(Key.Key_Y, on=room.canvas)
    assert page(room).opened == "a"
    reason = field(room, "reason")
    assert isinstance(reason, TextField)
    assert reason.field.hasFocus()
    room.type("Calls doubled since we split the bill.")
    QTest.mouseClick(act(sheet(room), "Decide"), LEFT)
    assert "Name who decides" in told(sheet(room))
    choose_people(room, "Lena · CX", "Jo · UX")
    QTest.mouseClick(act(sheet(room), "Decide"), LEFT)
    room.breathe()
    card = room.card("one bill")
    assert (card.kind, card.rationale, card.decided_by) == (
        CardKind.DECISION,
        "Calls doubled since we split the bill.",
        ("lena", "jo"),
    )
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert room.card("one bill").kind is CardKind.INSIGHT
    assert room.card("one bill").rationale == ""


def test_what_was_written_of_a_decision_stays_while_another_card_is_looked_at(room: Hands) -> None:
    open_at(room, "decide:a")
    room.type("Calls doubled since we split the bill.")
    open_at(room, "decide:b")
    reason = field(room, "reason")
    assert isinstance(reason, TextField)
    assert reason.field.toPlainText() == ""
    open_at(room, "decide:a")
    assert reason.field.toPlainText() == "Calls doubled since we split the bill."
    assert room.card("one bill").rationale == ""


def test_a_decision_of_one_side_is_cautioned(room: Hands) -> None:
    open_at(room, "decide:a")
    choose_people(room, "Lena · CX")
    assert "Nobody of UX decided this" in told(sheet(room))


def test_fingers_are_given_by_keys_going_down_the_names(room: Hands) -> None:
    open_at(room, "d")
    for key in (Key.Key_5, Key.Key_2, Key.Key_3):
        room.press(key)
    assert fingers(room) == {"lena": 5, "jo": 2, "kim": 3}
    assert "Jo (2) cannot live with it yet" in told(sheet(room))
    room.press(Key.Key_Up)
    room.press(Key.Key_4)
    assert "All can live with it" in told(sheet(room))
    room.press(Key.Key_Up)
    room.press(Key.Key_Delete)
    assert "jo" not in fingers(room)
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert fingers(room)["jo"] == 4


def test_fingers_are_given_and_taken_back_by_the_mouse(room: Hands) -> None:
    open_at(room, "d")
    line = sheet(room).fingers.lines["jo"]
    QTest.mouseClick(line, LEFT, pos=line.cell(3).center().toPoint())
    assert fingers(room) == {"jo": 3}
    QTest.mouseClick(line, LEFT, pos=line.cell(3).center().toPoint())
    assert fingers(room) == {}
    QTest.mouseClick(line, LEFT, pos=QPoint(8, 8))
    assert fingers(room) == {}


def test_an_action_is_written_from_any_card_by_a_key(room: Hands) -> None:
    room.state.select({"b"})
    room.press(Key.Key_A, on=room.canvas)
    words = acting(room, "text")
    assert isinstance(words, StrictLine)
    assert words.field.hasFocus()
    room.type("Ask finance")
    room.press(Key.Key_Return)
    owner, due = acting(room, "owner"), acting(room, "due")
    assert isinstance(owner, ChoiceField)
    assert isinstance(due, StrictLine)
    room.choose(owner.field, "Jo · UX")
    room.fill(due.field, "soon")
    assert "Write a day as" in told(sheet(room).acting)
    room.fill(due.field, "2026-12-01")
    QTest.mouseClick(act(sheet(room), "Add the action"), LEFT)
    room.breathe()
    made = room.card("Ask finance")
    assert (made.kind, made.owner, made.due, made.discipline) == (
        CardKind.ACTION,
        "jo",
        date(2026, 12, 1),
        Discipline.UX,
    )
    assert [(link.source, link.target) for link in room.board.links.values()] == [("b", made.id)]
    assert "“Ask finance”: Jo, by 1 December 2026" in told(sheet(room))
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert len(room.cards) == len(CARDS)
    assert not room.board.links


def test_owner_date_rhythm_and_done_are_changed_in_the_list(room: Hands) -> None:
    line = row(room, "action:t", ActionRow)
    owner, rhythm = line.fields["owner"].editor, line.fields["rhythm"].editor
    assert isinstance(owner, ChoiceField)
    assert isinstance(rhythm, ChoiceField)
    room.choose(owner.field, "Lena · CX")
    room.choose(rhythm.field, "Monthly")
    QTest.mouseClick(line.done.field, LEFT, pos=QPoint(8, line.done.field.height() // 2))
    card = room.card("write the letter")
    assert (card.owner, card.rhythm, card.done) == ("lena", Rhythm.MONTHLY, True)


def test_a_key_parks_the_selected_cards_and_the_list_takes_them_up_again(room: Hands) -> None:
    room.state.select({"a", "b"})
    room.press(Key.Key_P, SHIFT, on=room.canvas)
    assert [room.card(text).phase for text in ("one bill", "two bills")] == [None, None]
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert room.card("one bill").phase is Phase.DEFINE
    room.press(Key.Key_P, SHIFT, on=room.canvas)
    line = row(room, "parked:a", ParkedRow)
    room.choose(line.phase.field, "Explore")
    assert room.card("one bill").phase is Phase.EXPLORE
    assert room.card("two bills").phase is None


def test_the_outline_decides_and_parks_by_the_same_keys(room: Hands) -> None:
    room.desk.act("toggle_outline")
    outline = room.desk.outlining.panel
    assert outline is not None
    outline.view.go_to(outline.model.card_index("a"))
    room.press(Key.Key_P, SHIFT, on=outline.view)
    assert room.card("one bill").phase is None
    room.press(Key.Key_Y, on=outline.view)
    assert page(room).opened == "a"


def test_the_result_of_a_round_becomes_a_decision(room: Hands) -> None:
    made = start_round(room.state.workshop, origin="window", card_ids=("a", "b"), dots=1)
    give_dot(room.state.workshop, origin="window", round_id=made.id, card_id="b", voter="lena")
    end_round(room.state.workshop, origin="window", round_id=made.id)
    open_at(room, f"result:{made.id}")
    assert "On: two bills" in told(sheet(room))
    fill(room, "text", "Two bills it is")
    fill(room, "reason", "The room gave it all of its dots.")
    choose_people(room, "Lena · CX", "Jo · UX")
    QTest.mouseClick(act(sheet(room), "Decide"), LEFT)
    room.breathe()
    decision = room.card("Two bills it is")
    assert (decision.kind, decision.rationale) == (CardKind.DECISION, "The room gave it all of its dots.")
    assert [(link.source, link.target) for link in room.board.links.values()] == [("b", decision.id)]
    assert page(room).opened == decision.id


def test_nothing_of_hidden_cards_is_said(room: Hands) -> None:
    assert "a secret" not in told(page(room))
    said: list[str] = []
    room.state.message.connect(said.append)
    room.state.select({"h"})
    room.press(Key.Key_Y, on=room.canvas)
    assert said == ["This card is hidden; reveal it first."]
    open_at(room, "a")
    change_cards(room.state.workshop, origin="window", card_ids=["a"], hidden=True)
    room.breathe()
    assert page(room).opened is None
    assert "one bill" not in told(page(room))


def test_cx_and_ux_speak_in_turn_by_one_key(room: Hands) -> None:
    heard: list[str] = []
    for _ in range(4):
        room.press(Key.Key_S, SHIFT, on=room.canvas)
        chip = room.canvas.findChild(SpeakingChip)
        heard.append(chip.who.text())
    assert heard == ["Lena · CX speaks", "Jo · UX speaks", "Kim · CX + UX speaks", "Lena · CX speaks"]
    QTest.mouseClick(chip.next, LEFT)
    assert chip.who.text() == "Jo · UX speaks"


def test_the_end_names_what_is_open_and_leads_to_mending_it(room: Hands) -> None:
    room.desk.act("close_workshop")
    room.breathe()
    closing = sheet(room).closing
    assert "1 action has no owner." in told(closing)
    assert "1 card is still hidden." in told(closing)
    assert "No voting round is open." in told(closing)
    QTest.mouseClick(act(closing, "Name an owner"), LEFT)
    assert page(room).opened is None
    assert row(room, "action:t", ActionRow).hasFocus()
    room.desk.act("close_workshop")
    QTest.mouseClick(act(closing, "Reveal all"), LEFT)
    room.breathe()
    assert "All cards are revealed." in told(closing)
    assert not room.card("a secret").hidden


def test_one_button_writes_the_summary_and_names_the_version(room: Hands) -> None:
    room.desk.act("close_workshop")
    room.breathe()
    button = page(room).findChild(QPushButton, "endWorkshop")
    folder = room.desk.session.path.parent
    said: list[str] = []
    room.state.message.connect(said.append)
    with opened_folders() as opened:
        QTest.mouseClick(button, LEFT)
        assert room.window.exporting
        room.bot.waitUntil(lambda: not room.window.exporting, timeout=60_000)
        exported = room.window.findChild(ExportSheet)
        assert "PDF exported" in told(exported)
    assert opened == [folder]
    (written,) = folder.glob("*.pdf")
    assert written.name == "session - End of workshop.pdf"
    assert written.read_bytes().startswith(b"%PDF")
    (version,) = room.desk.session.versions
    assert version.name == "End of workshop"
    at = f"{version.at.astimezone():%H:%M}"
    assert said[0].startswith(f"The session as it is at {at} is named “End of workshop” now")
    assert button.text() == f"Closed at {at} · close again"
    assert f"as it was at {at}" in told(page(room))


def test_a_summary_never_replaces_a_file(tmp_path: Path) -> None:
    first = free_path(tmp_path, "A/B: one?")
    assert first.name == "A_B_ one_ - End of workshop.pdf"
    first.touch()
    assert free_path(tmp_path, "A/B: one?").name == "A_B_ one_ - End of workshop 2.pdf"


def page(hands: Hands) -> DecidingPage:
    found = hands.window.findChild(DecidingPage)
    assert isinstance(found, DecidingPage)
    return found


def sheet(hands: Hands) -> DecidingSheet:
    found = page(hands).sheet
    assert isinstance(found, DecidingSheet)
    return found


def open_at(hands: Hands, record: str) -> None:
    hands.desk.panelling.open("deciding", record)
    hands.breathe()


def field(hands: Hands, name: str) -> object:
    return sheet(hands).form.fields[name].editor


def acting(hands: Hands, name: str) -> object:
    return sheet(hands).acting.fields[name].editor


def fill(hands: Hands, name: str, words: str) -> None:
    editor = field(hands, name)
    assert isinstance(editor, TextField)
    assert isinstance(editor.field, QPlainTextEdit)
    hands.fill(editor.field, words)


def choose_people(hands: Hands, *people: str) -> None:
    many = field(hands, "decided_by")
    assert isinstance(many, ManyField)
    for person in people:
        hands.choose(many.field, f"   {person}")


def fingers(hands: Hands) -> dict[str, int]:
    return {fist.participant: fist.fingers for fist in hands.board.cards["d"].fists}


def row(hands: Hands, key: str, kind: type[R]) -> R:
    hands.breathe()
    page(hands).rows.go_to(key)
    return next(one for one in page(hands).rows.rows if isinstance(one, kind) and one.key == key)
