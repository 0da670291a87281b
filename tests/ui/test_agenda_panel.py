"""The panel of the agenda: steps by the clock, in order, against what is booked; edited, moved, run."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from tests.ui.hands import ALT, CTRL, LEFT, NO, Hands, Key
from tests.workshop.facilitation.watch import PEOPLE, STEPS, Watch
from ui.panels.agenda.fields import BookedField, ClockField
from ui.panels.agenda.page import AgendaPage
from ui.panels.agenda.row import StepRow
from ui.panels.agenda.sheet import StepSheet
from ui.panels.choices import ChoiceField
from ui.panels.fields import FieldEditor
from workshop.commands.agenda import set_note
from workshop.facilitation.timetable import agenda_of
from workshop.model.cards import Anonymity
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Mode
from workshop.model.session import SESSION_ID, Session


@pytest.fixture
def watch() -> Watch:
    """The clock that the test turns."""
    return Watch()


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path], watch: Watch) -> Hands:
    """An agenda of 50 minutes that starts at nine, an hour booked, its panel open."""
    session = Session(id=SESSION_ID, title="Bills", starts=time(9, 0), booked_minutes=60)
    assert home.window.open_path(session_file(session, *PEOPLE, *STEPS))
    workshop = home.desk.session.workshop
    workshop.room.clock, workshop.clock = watch, watch.time
    home.breathe()
    home.desk.act("show_agenda")
    home.breathe()
    return home


def test_each_step_stands_with_the_clocks_time_at_which_it_begins(room: Hands) -> None:
    assert [(row.clock.text(), row.heading.text()) for row in _rows(room)] == [
        ("09:00", "Write"), ("09:10", "Share"), ("09:30", "Vote"), ("09:35", "Decide"),
    ]  # fmt: skip


def test_the_facilitators_note_is_read_in_short_and_opens_to_be_written(room: Hands) -> None:
    workshop, note = room.state.workshop, _page(room).note
    assert note.heading.isVisible()
    assert not note.note.isVisible()
    set_note(workshop, origin="window", note="Lay out the cards before people come.")
    room.breathe()
    assert note.summary.text() == "Lay out the cards before people come."
    QTest.mouseClick(note.heading, LEFT)
    room.breathe()
    field = note.note.findChild(QPlainTextEdit)
    assert field.isVisible()
    assert field.toPlainText() == "Lay out the cards before people come."
    room.fill(field, "Bring pens")
    assert room.board.session.note == "Bring pens"
    assert not note.summary.isVisible()


def test_the_total_says_in_words_what_is_left_of_the_booked_time_or_over_it(room: Hands) -> None:
    page = _page(room)
    assert page.total.text() == "50 min of 1 h: 10 min to spare · ends 09:50"
    assert not page.total.property("caution")
    room.fill(_inside(_editor(page, "agenda:booked")), "45")
    assert room.board.session.booked_minutes == 45
    assert page.total.text() == "50 min of 45 min: 5 min too long · ends 09:50"
    assert page.total.property("caution")


def test_another_start_moves_all_steps(room: Hands) -> None:
    room.fill(_inside(_editor(_page(room), "agenda:starts")), "13:30")
    assert room.board.session.starts == time(13, 30)
    assert [row.clock.text() for row in _rows(room)] == ["13:30", "13:40", "14:00", "14:05"]


def test_a_length_is_changed_where_it_stands_and_the_arrows_step_by_five(room: Hands) -> None:
    field = _inside(_rows(room)[0].minutes.editor)
    room.fill(field, "12")
    assert _steps(room)[0].minutes == 12
    field.setFocus()
    QTest.keyClick(field, Key.Key_Up)
    room.breathe()
    assert _steps(room)[0].minutes == 15
    assert [row.clock.text() for row in _rows(room)] == ["09:00", "09:15", "09:35", "09:40"]


def test_a_length_that_is_none_is_refused_where_it_stands(room: Hands) -> None:
    row = _rows(room)[0]
    room.fill(_inside(row.minutes.editor), "soon")
    assert _steps(room)[0].minutes == 10
    assert "no number" in row.minutes.notice.text()


def test_alt_and_an_arrow_move_a_step_and_the_keyboard_stays_with_it(room: Hands) -> None:
    _page(room).rows.go_to("write")
    room.press(Key.Key_Down, ALT)
    assert [step.id for step in _steps(room)] == ["share", "write", "vote", "decide"]
    focus = QApplication.focusWidget()
    assert isinstance(focus, StepRow)
    assert focus.key == "write"
    room.press(Key.Key_Up, ALT)
    room.press(Key.Key_Up, ALT)
    assert [step.id for step in _steps(room)] == ["write", "share", "vote", "decide"]


def test_a_step_is_dragged_to_another_place_in_one_step_of_undo(room: Hands) -> None:
    _drag(room, "write", _below(room, "vote"))
    assert [step.id for step in _steps(room)] == ["share", "vote", "write", "decide"]
    room.desk.act("undo")
    assert [step.id for step in _steps(room)] == ["write", "share", "vote", "decide"]


def test_escape_leaves_a_dragged_step_where_it_was(room: Hands) -> None:
    row = _row(room, "write")
    _send(row, QEvent.Type.MouseButtonPress, QPoint(60, 20))
    _send(row, QEvent.Type.MouseMove, QPoint(60, 220))
    QTest.keyClick(row, Key.Key_Escape)
    _send(row, QEvent.Type.MouseButtonRelease, QPoint(60, 220))
    room.breathe()
    assert [step.id for step in _steps(room)] == ["write", "share", "vote", "decide"]
    assert _page(room).opened is None


def test_a_step_is_added_opened_named_and_given_its_mode_phase_and_prompt(room: Hands) -> None:
    page = _page(room)
    _click(page, "Add a step")
    room.breathe()
    sheet = page.sheet
    assert isinstance(sheet, StepSheet)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.selectedText() == "New step"
    room.type("Close")
    room.press(Key.Key_Return)
    room.choose(_choice(sheet, "step:mode").field, "Decide")
    room.choose(_choice(sheet, "step:phase").field, "Scale")
    room.choose(_choice(sheet, "step:anonymity").field, "Discipline only")
    prompt = _editor(sheet, "step:prompt").focusProxy()
    room.fill(prompt, "What do we take home?")  # type: ignore[arg-type]
    made = _steps(room)[-1]
    assert (made.title, made.mode, made.phase) == ("Close", Mode.DECIDE, Phase.SCALE)
    assert (made.anonymity, made.prompt) == (Anonymity.DISCIPLINE_ONLY, "What do we take home?")


def test_steps_are_written_one_after_the_other_without_leaving_the_keyboard(room: Hands) -> None:
    page = _page(room)
    page.rows.go_to("write")
    for title in ("Read", "Ask"):
        room.press(Key.Key_Return, CTRL)
        room.type(title)
    assert [step.title for step in _steps(room)][:2] == ["Write", "Read"]
    room.press(Key.Key_Escape)
    assert [step.title for step in _steps(room)] == ["Write", "Read", "Ask", "Share", "Vote", "Decide"]
    _row(room, "vote").minutes.editor.field.setFocus()
    room.press(Key.Key_A, CTRL)
    room.type("25")
    room.press(Key.Key_Return, CTRL)
    assert [step.minutes for step in _steps(room)][4:6] == [25, 10]
    page.open("write")
    prompt = _editor(page.sheet, "step:prompt").focusProxy()  # type: ignore[arg-type]
    prompt.setFocus()
    room.type("Who said so?")
    room.press(Key.Key_Return, CTRL)
    assert _steps(room)[0].prompt == "Who said so?"
    assert [step.title for step in _steps(room)][:3] == ["Write", "New step", "Read"]


def test_a_step_is_duplicated_behind_itself_and_removed_by_key(room: Hands) -> None:
    _click(_row(room, "write"), "Duplicate")
    room.breathe()
    assert [step.title for step in _steps(room)] == ["Write", "Write", "Share", "Vote", "Decide"]
    room.press(Key.Key_Delete)
    assert [step.id for step in _steps(room)] == ["write", "share", "vote", "decide"]
    focus = QApplication.focusWidget()
    assert isinstance(focus, StepRow)
    assert focus.key == "share"


def test_enter_opens_a_step_and_escape_leads_back_to_it(room: Hands) -> None:
    page = _page(room)
    page.rows.go_to("vote")
    room.press(Key.Key_Return)
    assert page.opened == "vote"
    room.press(Key.Key_Escape)
    assert page.opened is None
    focus = QApplication.focusWidget()
    assert isinstance(focus, StepRow)
    assert focus.key == "vote"


def test_an_overrun_moves_the_times_of_all_that_follow(room: Hands, watch: Watch) -> None:
    room.desk.session.workshop.room.start()
    watch.wait(10 * 60 + 130)
    room.state.timer.look()
    room.breathe()
    first = _row(room, "write")
    assert first.left.text() == "+2:10"
    assert [row.clock.text() for row in _rows(room)] == ["09:00", "09:12", "09:32", "09:37"]
    assert "ends 09:52" in _page(room).total.text()


def test_a_step_that_is_over_says_how_long_it_took(room: Hands, watch: Watch) -> None:
    room.desk.session.workshop.room.start()
    watch.wait(7 * 60)
    room.press(Key.Key_N, ALT)
    assert "took 7 min" in _row(room, "write").accessibleDescription()
    assert _row(room, "share").left.text() == "20:00"


def test_a_tick_leaves_a_field_alone_in_which_somebody_writes(room: Hands, watch: Watch) -> None:
    room.desk.session.workshop.room.start()
    field = _inside(_row(room, "share").minutes.editor)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "3")
    for _ in range(3):
        watch.wait(70)
        room.state.timer.look()
        room.breathe()
    QTest.keyClicks(field, "5")
    assert field.text() == "35"
    room.press(Key.Key_Return, on=field)
    assert _steps(room)[1].minutes == 35


def test_an_empty_agenda_teaches(hands: Hands) -> None:
    hands.desk.act("show_agenda")
    hands.breathe()
    page = _page(hands)
    assert not page.rows.isVisible()
    _click(page, "Add a step")
    hands.breathe()
    assert page.opened == agenda_of(hands.board)[0].id


def test_a_template_gives_its_agenda_and_prepared_cards_as_one_step_of_undo(room: Hands) -> None:
    _choose_template(room, "Conflict clinic")
    assert _steps(room)[0].title == "What we are here for"
    assert room.cards
    room.desk.act("undo")
    room.breathe()
    assert [step.id for step in _steps(room)] == ["write", "share", "vote", "decide"]
    assert not room.cards


def test_no_template_replaces_an_agenda_that_runs(room: Hands) -> None:
    room.desk.session.workshop.room.start()
    told: list[str] = []
    room.state.message.connect(told.append)
    _choose_template(room, "Blank")
    assert [step.id for step in _steps(room)] == ["write", "share", "vote", "decide"]
    assert "running" in told[0]


def test_a_session_is_kept_as_a_template_and_a_new_workshop_begins_from_it(room: Hands) -> None:
    _choose_template(room, "Save this session as a template")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    room.type("Our way")
    room.press(Key.Key_Return)
    assert not _page(room).saving.isVisible()
    room.window.close_session()
    form = room.window.home.form
    menu = form.template.menu()
    menu.aboutToShow.emit()
    next(act for act in menu.actions() if act.text().startswith("Our way")).trigger()
    form.title.setText("Next time")
    QTest.keyClick(form.title, Key.Key_Return)
    room.breathe()
    assert room.board.session.title == "Next time"
    assert [step.title for step in _steps(room)] == ["Write", "Share", "Vote", "Decide"]
    assert not room.board.participants


@pytest.mark.parametrize(
    ("written", "minutes"), [("3 h", 180), ("2 h 30 min", 150), ("1:15", 75), ("150", 150), ("45", 45), ("", 0)]
)
def test_a_booked_length_is_read_as_people_write_it(written: str, minutes: int, qtbot: object) -> None:
    assert BookedField().value_of(written) == minutes


@pytest.mark.parametrize("written", ["25:00", "9:75", "noon", "9:5"])
def test_what_is_no_time_is_refused(written: str, qtbot: object) -> None:
    with pytest.raises(ValueError, match="9:30"):
        ClockField().value_of(written)


def _choose_template(hands: Hands, words: str) -> None:
    _click(_page(hands), "Templates…")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(act for act in menu.actions() if act.text().startswith(words)))
    QTest.keyClick(menu, Key.Key_Return)
    with hands.bot.waitActive(hands.window):
        hands.window.activateWindow()
    hands.breathe()


def _page(hands: Hands) -> AgendaPage:
    (page,) = hands.desk.findChildren(AgendaPage)
    return page


def _rows(hands: Hands) -> list[StepRow]:
    hands.breathe()
    return [row for row in _page(hands).rows.rows if isinstance(row, StepRow)]


def _row(hands: Hands, key: str) -> StepRow:
    return next(row for row in _rows(hands) if row.key == key)


def _steps(hands: Hands) -> list[AgendaStep]:
    return agenda_of(hands.board)


def _editor(within: QWidget, name: str) -> FieldEditor:
    found = within.findChild(FieldEditor, name)
    assert isinstance(found, FieldEditor)
    return found


def _choice(within: QWidget, name: str) -> ChoiceField:
    found = _editor(within, name)
    assert isinstance(found, ChoiceField)
    return found


def _inside(editor: FieldEditor) -> QLineEdit:
    inside = editor.focusProxy()
    assert isinstance(inside, QLineEdit)
    return inside


def _click(within: QWidget, words: str) -> None:
    button = next(one for one in within.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, LEFT, pos=button.rect().center())


def _below(hands: Hands, key: str) -> QPoint:
    row = _row(hands, key)
    return row.mapToGlobal(QPoint(60, row.height() - 6))


def _drag(hands: Hands, key: str, to: QPoint) -> None:
    row = _row(hands, key)
    _send(row, QEvent.Type.MouseButtonPress, QPoint(60, 20))
    for part in (0.3, 0.7, 1.0):
        start = row.mapToGlobal(QPoint(60, 20))
        _send(row, QEvent.Type.MouseMove, row.mapFromGlobal(start + (to - start) * part))
    _send(row, QEvent.Type.MouseButtonRelease, row.mapFromGlobal(to))
    hands.breathe()


def _send(row: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    spot = QPointF(at)
    QApplication.sendEvent(row, QMouseEvent(kind, spot, QPointF(row.mapToGlobal(at)), LEFT, held, NO))
