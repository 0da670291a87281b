"""Running the agenda: the timer of the step, where it is shown, and that nobody who writes is thrown out."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hands import ALT, LEFT, NO, Hands, Key
from tests.workshop.facilitation.watch import PEOPLE, STEPS, Watch, in_the_room
from ui.canvas.space_key import TAP_MS
from ui.running.step_timer import KEEP_EVERY, StepTimer
from workshop.board.board import Board
from workshop.commands.agenda import remove_steps
from workshop.facilitation.room import Room
from workshop.model.diamonds import Phase
from workshop.session.room_memory import keep_room, kept_room


@pytest.fixture
def watch() -> Watch:
    """The clock that the test turns."""
    return Watch()


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path], watch: Watch) -> Hands:
    """A window on a session with an agenda, whose time is the test's."""
    assert home.window.open_path(session_file(*PEOPLE, *STEPS))
    home.desk.session.workshop.room.clock = watch
    home.breathe()
    return home


def test_nothing_ticks_while_no_step_runs_or_it_is_paused(qtbot: QtBot) -> None:
    workshop, _ = in_the_room()
    owner = QObject()
    timer = StepTimer(workshop, owner)
    assert not timer._timer.isActive()
    workshop.room.start()
    assert timer._timer.isActive()
    workshop.room.pause()
    assert not timer._timer.isActive()
    workshop.room.resume()
    workshop.room.stop()
    assert not timer._timer.isActive()
    timer.end()


def test_a_whole_step_runs_by_the_clock_that_was_given(qtbot: QtBot) -> None:
    workshop, watch = in_the_room()
    owner = QObject()
    timer = StepTimer(workshop, owner)
    told: list[str] = []
    timer.ticked.connect(lambda: told.append(timer.words))
    timer.time_over.connect(lambda: told.append("over"))
    workshop.room.start()
    for _ in range(5):
        watch.wait(150)
        timer.look()
    assert told == ["7:30", "5:00", "2:30", "over", "0:00", "+2:30"]
    timer.end()


def test_the_next_second_is_awaited_not_the_one_after(qtbot: QtBot) -> None:
    workshop, watch = in_the_room()
    owner = QObject()
    timer = StepTimer(workshop, owner)
    workshop.room.start()
    watch.wait(0.4)
    timer.look()
    assert 600 <= timer._timer.interval() <= 610
    watch.wait(600)
    timer.look()
    assert 600 <= timer._timer.interval() <= 610
    timer.end()


def test_a_timer_that_ticks_keeps_the_room_every_quarter_of_a_minute(qtbot: QtBot) -> None:
    workshop, watch = in_the_room()
    owner = QObject()
    kept: list[object] = []
    timer = StepTimer(workshop, owner)
    workshop.room.start()
    workshop.room.keeper = lambda: kept.append(workshop.room.snapshot())
    for _ in range(2 * KEEP_EVERY):
        watch.wait(1)
        timer.look()
    assert len(kept) == 2
    timer.end()


def test_a_night_with_the_lid_closed_pauses_the_timer_and_says_so_and_nothing_beeps(qtbot: QtBot) -> None:
    workshop, watch = in_the_room()
    owner = QObject()
    timer = StepTimer(workshop, owner)
    told: list[str] = []
    timer.paused_itself.connect(told.append)
    timer.time_over.connect(lambda: told.append("over"))
    workshop.room.start()
    watch.wait(1)
    timer.look()
    left = timer.left
    watch.sleep(9 * 3_600)
    timer.look()
    (sentence,) = told
    assert "paused" in sentence
    assert not timer.ticking
    assert abs(timer.left - left) <= KEEP_EVERY
    timer.end()


def test_a_step_that_is_edited_while_it_runs_is_told_and_one_that_is_deleted_too(qtbot: QtBot) -> None:
    workshop, _ = in_the_room()
    owner = QObject()
    timer = StepTimer(workshop, owner)
    entered: list[object] = []
    timer.entered.connect(entered.append)
    workshop.room.start()
    with workshop.transact("test", "test") as transaction:
        transaction.remove(STEPS[0])
    assert [step and step.id for step in entered] == ["write", None]
    assert timer.words == ""
    assert not timer._timer.isActive()
    timer.end()


def test_that_the_running_step_was_deleted_is_said_and_space_goes_on_with_the_next(room: Hands) -> None:
    workshop, told = room.state.workshop, []
    room.state.message.connect(told.append)
    workshop.room.start("share")
    room.breathe()
    remove_steps(workshop, origin="window", step_ids=["vote"])
    assert not told, "another step than the one that runs"
    remove_steps(workshop, origin="window", step_ids=["share"])
    assert told == ["The running step was deleted; Space goes on with the next."]
    room.press(Key.Key_Space, on=room.canvas)
    assert room.desk.running.timer.step.id == "decide"
    remove_steps(workshop, origin="window", step_ids=["decide"])
    assert told[-1] == ("The running step was deleted; none comes after it; Alt+B goes back to the one before.")


def test_a_tapped_space_starts_the_agenda_pauses_it_and_lets_it_go_on(room: Hands, watch: Watch) -> None:
    timer = room.desk.running.timer
    room.press(Key.Key_Space, on=room.canvas)
    assert timer.step is not None
    assert timer.step.id == "write"
    assert timer.ticking
    watch.wait(30)
    room.press(Key.Key_Space, on=room.canvas)
    assert not timer.ticking
    assert timer.words == "9:30"
    watch.wait(300)
    room.press(Key.Key_Space, on=room.canvas)
    assert timer.ticking
    assert timer.words == "9:30"


def test_a_held_space_pans_and_starts_nothing(room: Hands) -> None:
    before = room.canvas.camera
    QTest.keyPress(room.canvas, Key.Key_Space)
    room.drag(QPoint(400, 300), QPoint(460, 340))
    QTest.keyRelease(room.canvas, Key.Key_Space)
    assert room.canvas.camera != before
    assert room.desk.running.timer.step is None


@pytest.mark.parametrize("repeats", [True, False])
def test_a_space_that_is_down_for_long_was_no_tap(room: Hands, repeats: bool) -> None:
    down = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, NO)
    again = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, NO, "", True)
    up = QKeyEvent(QEvent.Type.KeyRelease, Key.Key_Space, NO)
    down.setTimestamp(1_000)
    up.setTimestamp(1_010 if repeats else 1_001 + TAP_MS)
    QApplication.sendEvent(room.canvas, down)
    if repeats:
        QApplication.sendEvent(room.canvas, again)
    QApplication.sendEvent(room.canvas, up)
    assert room.desk.running.timer.step is None


def test_the_bar_shows_the_step_its_time_and_that_it_is_over(room: Hands, watch: Watch) -> None:
    assert room.desk.running.chip is None
    room.press(Key.Key_Space, on=room.canvas)
    chip = room.desk.running.chip
    assert chip.isVisible()
    assert (chip.name.text(), chip.time.text()) == ("Write", "10:00")
    watch.wait(600 + 130)
    room.desk.running.timer.look()
    assert chip.time.text() == "+2:10"
    assert chip.property("over")
    assert chip.time.accessibleName() == "Write: 2:10 over"


def test_the_end_of_the_time_beeps_once_and_shows_nothing_over_the_board(
    room: Hands, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.press(Key.Key_Space, on=room.canvas)
    beeps: list[bool] = []
    timer = room.desk.running.timer
    timer.time_over.connect(lambda: beeps.append(True))
    windows = len(QApplication.topLevelWidgets())
    for _ in range(4):
        watch.wait(400)
        timer.look()
    assert beeps == [True]
    assert len(QApplication.topLevelWidgets()) == windows
    assert room.canvas.hasFocus()


def test_in_a_step_new_cards_come_to_its_phase_whatever_was_selected_before(room: Hands, watch: Watch) -> None:
    written = room.write("before the agenda")
    room.state.select({written.id})
    room.desk.session.workshop.room.start("vote")
    room.press(Key.Key_N, ALT, on=room.canvas)
    assert room.desk.running.timer.step.phase is Phase.DEFINE
    assert room.write("in the step").phase is Phase.DEFINE


def test_a_minute_more_next_and_back_are_one_key_each(room: Hands, watch: Watch) -> None:
    timer = room.desk.running.timer
    room.press(Key.Key_Space, on=room.canvas)
    room.press(Key.Key_M, ALT)
    assert timer.words == "11:00"
    room.press(Key.Key_N, ALT)
    assert timer.step.id == "share"
    assert timer.words == "20:00"
    room.press(Key.Key_B, ALT)
    assert timer.step.id == "write"
    room.press(Key.Key_P, ALT)
    assert not timer.ticking


def test_entering_a_step_opens_its_phase_and_the_next_card_goes_there(room: Hands) -> None:
    room.canvas.looking.fit_phase(Phase.SCALE)
    room.desk.session.workshop.room.start("decide")
    room.breathe()
    assert room.canvas.scene.layout.phase_at(room.canvas.looking.middle) is Phase.DEFINE
    assert room.write("one problem").phase is Phase.DEFINE


def test_the_prompt_stands_above_the_board_and_goes_with_the_step(room: Hands) -> None:
    room.press(Key.Key_Space, on=room.canvas)
    prompt = room.desk.running.prompt
    assert prompt.isVisible()
    assert "Everybody writes" in prompt.text
    room.desk.act("stop_agenda")
    assert not prompt.isVisible()
    assert not room.desk.running.chip.isVisible()


def test_nobody_who_is_typing_is_thrown_out(room: Hands) -> None:
    room.press(Key.Key_Space, on=room.canvas)
    room.press(Key.Key_N, on=room.canvas)
    room.type("half a tho")
    camera, field = room.canvas.camera.zoom, QApplication.focusWidget()
    room.desk.session.workshop.room.enter("decide")
    room.breathe()
    assert QApplication.focusWidget() is field
    assert field is room.canvas.editor
    assert room.canvas.camera.zoom == camera
    room.type("ught")
    room.press(Key.Key_Escape)
    (card,) = room.cards
    assert card.text == "half a thought"
    assert card.phase is Phase.DISCOVER


def test_who_was_left_writing_may_go_to_the_phase_of_the_step(room: Hands) -> None:
    room.press(Key.Key_N, on=room.canvas)
    room.type("half a thought")
    room.desk.session.workshop.room.start("decide")
    room.breathe()
    prompt = room.desk.running.prompt
    assert prompt.offered
    button = prompt.findChild(QPushButton)
    QTest.mouseClick(button, LEFT, pos=button.rect().center())
    room.breathe()
    assert not prompt.offered
    assert room.canvas.scene.layout.phase_at(room.canvas.looking.middle) is Phase.DEFINE
    assert room.card("half a thought").phase is Phase.DISCOVER


def test_the_way_to_the_phase_is_one_key_and_ends_writing_with_all_that_was_written(room: Hands) -> None:
    room.press(Key.Key_N, on=room.canvas)
    room.type("half a thought")
    room.desk.session.workshop.room.start("decide")
    room.press(Key.Key_G, ALT)
    assert room.canvas.scene.layout.phase_at(room.canvas.looking.middle) is Phase.DEFINE
    assert room.card("half a thought")


def test_another_theme_leaves_the_timer_and_who_writes(room: Hands, watch: Watch) -> None:
    room.press(Key.Key_Space, on=room.canvas)
    room.press(Key.Key_N, on=room.canvas)
    room.type("half")
    watch.wait(60)
    room.window.toggle_theme()
    room.breathe()
    assert room.desk.running.timer.words == "9:00"
    assert room.desk.running.chip.isVisible()
    assert room.desk.running.chip.time.text() == "9:00"
    assert room.desk.running.prompt.isVisible()
    room.type(" a thought")
    room.press(Key.Key_Escape)
    assert room.card("half a thought")
    room.window.toggle_theme()


def test_a_field_of_the_panel_keeps_the_keyboard_when_a_step_begins(room: Hands) -> None:
    title = room.desk.top_bar.title
    title.setFocus()
    QTest.keyClicks(title, "Our worksh")
    room.press(Key.Key_N, ALT)
    assert room.desk.running.timer.step.id == "write"
    QTest.keyClicks(QApplication.focusWidget(), "op")
    assert title.text() == "Our workshop"
    assert room.desk.running.prompt.offered


def test_the_timer_goes_on_where_a_killed_window_left_it_and_says_so(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    path = session_file(*PEOPLE, *STEPS)
    room = Room(Board(STEPS))
    room.start("vote")
    keep_room(path, room.snapshot())
    told: list[str] = []
    assert home.window.open_path(path)
    home.state.message.connect(told.append)
    home.settle()
    home.bot.waitUntil(lambda: bool(told))
    assert re.fullmatch(r"The timer went on: Vote, [45]:\d\d left\.", told[0])
    assert home.desk.running.chip.isVisible()
    assert home.desk.running.timer.ticking


def test_what_the_room_is_at_is_kept_when_the_session_is_left(room: Hands, watch: Watch) -> None:
    room.press(Key.Key_Space, on=room.canvas)
    path = room.desk.session.path
    watch.wait(60)
    room.window.close_session()
    kept = kept_room(path)
    assert kept is not None
    assert kept.running is not None
    assert (kept.running.step, kept.at) == ("write", watch())


def test_the_chip_gives_way_where_words_are_large(room: Hands) -> None:
    room.press(Key.Key_Space, on=room.canvas)
    room.window.resize(1600, 900)
    room.breathe()
    chip = room.desk.running.chip
    assert chip.name.isVisible()
    room.window.resize(960, 720)
    room.breathe()
    assert not chip.name.isVisible()
    assert chip.time.isVisible()
    bar = room.desk.top_bar
    assert bar.layout().minimumSize().width() <= bar.width()
