"""Presenting: the board on the second screen, directed from the first, whatever happens to board and screens."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key
from tests.ui.projecting import (
    SECOND,
    Repaints,
    bar_button,
    colour_at,
    on_projector,
    picture,
    present,
    presenting,
    projector,
    seen,
    settle,
)
from tests.ui.seeing import alike
from ui.panels.tensions.sheet import TensionSheet
from ui.present.looks import ProjectorLooks
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step
from workshop.commands.cards import change_cards, remove_cards
from workshop.commands.links import add_link
from workshop.commands.tensions import add_tension
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode
from workshop.model.links import LinkKind
from workshop.picture.palette import DARK, HIGH_LIGHT, LIGHT
from workshop.picture.plan import Point


def test_f5_fills_the_second_screen_and_leaves_keyboard_and_tools_in_the_window(room: Hands) -> None:
    present(room)
    assert projector(room).geometry() == SECOND.geometry
    assert room.canvas.hasFocus()
    assert room.desk.presenting.bar.isVisible()
    assert room.desk.presenting.bar.where.text() == "On the projector"
    room.press(Key.Key_F5, SHIFT, on=room.canvas)
    assert room.desk.presenting.presenting is None
    assert room.desk.presenting.bar is None
    assert room.canvas.hasFocus()


def test_with_one_screen_the_board_covers_it_and_escape_leads_back(room: Hands) -> None:
    present(room, second=None)
    assert presenting(room).placing.alone
    assert projector(room).geometry() == room.window.geometry()
    QTest.keyClick(projector(room), Key.Key_Escape)
    room.breathe()
    assert not room.desk.presenting.on
    room.bot.waitUntil(room.canvas.hasFocus)
    assert room.write("and on")


def test_the_projector_edits_nothing(room: Hands) -> None:
    present(room, second=None)
    room.bot.waitUntil(projector(room).isActiveWindow)
    before = list(room.board.records())
    window, middle = projector(room), on_projector(room, room.rect("a").centre)
    for key in (Key.Key_N, Key.Key_Delete, Key.Key_Return, Key.Key_D, Key.Key_Tab, Key.Key_X):
        QTest.keyClick(window, key)
    QTest.mousePress(window, LEFT, pos=middle)
    QTest.mouseMove(window, middle + QPoint(60, 40))
    QTest.mouseRelease(window, LEFT, pos=middle + QPoint(60, 40))
    QTest.mouseDClick(window, LEFT, pos=middle)
    QTest.keyClicks(window, "an idea")
    room.breathe()
    assert list(room.board.records()) == before


def test_a_hidden_card_and_what_is_written_on_it_never_show(room: Hands) -> None:
    present(room)
    before = picture(room)
    state = room.state
    other = {"text": "another secret", "tags": ("x",)}
    state.do(lambda: change_cards(state.workshop, origin=ORIGIN, card_ids=["h"], **other))
    assert alike(picture(room), before)


def test_of_what_is_written_in_silence_the_room_sees_the_back_alone(room: Hands) -> None:
    workshop = room.state.workshop
    add_step(workshop, origin=ORIGIN, title="Write", mode=Mode.WRITE_SILENTLY)
    workshop.room.start()
    workshop.room.pause()
    room.breathe()
    present(room)
    presenting(room).follow(on=False)
    room.press(Key.Key_N, on=room.canvas)
    room.type("a")
    card = room.canvas.writing.card
    room.bot.waitUntil(lambda: room.board.cards[card].text == "a")
    back = picture(room)
    room.type("bc what nobody may see")
    room.bot.waitUntil(lambda: room.board.cards[card].text.endswith("see"))
    assert alike(picture(room), back)
    room.press(Key.Key_Escape)
    assert alike(picture(room), back)
    state = room.state
    state.do(lambda: change_cards(workshop, origin=ORIGIN, card_ids=[card], hidden=False))
    assert not alike(picture(room), back)


def test_the_projector_follows_the_view_and_stays_when_told(room: Hands) -> None:
    present(room)
    room.wheel(QPoint(300, 300), 3)
    room.wheel(QPoint(300, 300), 2, CTRL)
    settle(room)
    followed = seen(room)
    assert followed.centre == pytest.approx(room.canvas.looking.middle, abs=2)
    canvas = room.canvas
    assert followed.w >= canvas.width() / canvas.camera.zoom - 1
    assert followed.h >= canvas.height() / canvas.camera.zoom - 1
    room.bot.mouseClick(bar_button(room, "Follow me"), LEFT)
    room.wheel(QPoint(300, 300), -6)
    settle(room)
    assert seen(room) == pytest.approx(followed, abs=1)
    room.bot.mouseClick(bar_button(room, "Follow me"), LEFT)
    settle(room)
    assert seen(room).centre == pytest.approx(room.canvas.looking.middle, abs=2)


def test_a_resized_window_and_projector_go_on_showing_the_same(room: Hands) -> None:
    present(room)
    middle = seen(room).centre
    projector(room).resize(1_280, 720)
    settle(room)
    assert seen(room).centre == pytest.approx(middle, abs=2)
    room.window.resize(1_100, 700)
    settle(room)
    assert seen(room).centre == pytest.approx(room.canvas.looking.middle, abs=2)


def test_the_spotlight_fits_a_card_and_dims_the_rest(room: Hands) -> None:
    present(room)
    room.click("a")
    room.press(Key.Key_S)
    assert seen(room).contains(room.rect("a"))
    assert colour_at(room, Point(room.rect("a").x + 30, room.rect("a").bottom - 12)) == QColor(
        LIGHT.disciplines[room.board.cards["a"].discipline].fill
    )
    room.state.select({"a", "b"})
    room.press(Key.Key_S)
    assert seen(room).contains(room.rect("b"))
    assert projector(room).board.lit == {"a", "b"}
    room.press(Key.Key_S)
    assert presenting(room).spot is None
    assert projector(room).board.lit is None


def test_the_spotlight_takes_threads_phases_and_all_of_a_tension(room: Hands) -> None:
    state = room.state
    link = add_link(state.workshop, origin=ORIGIN, source="a", target="b", kind=LinkKind.IN_TENSION_WITH)
    add_tension(state.workshop, origin=ORIGIN, title="Which", card_ids=["a", "b", "c"])
    present(room)
    state.select(links={link.id})
    room.press(Key.Key_S, on=room.canvas)
    assert projector(room).board.lit == {"a", "b", "c"}
    state.select()
    state.choose_phase(Phase.DISCOVER)
    room.press(Key.Key_S, on=room.canvas)
    assert projector(room).board.lit == {"a", "b", "h"}
    assert seen(room).contains(room.rect("h"))
    state.choose_phase(None)
    state.light("thread", {"b", "c"})
    room.press(Key.Key_S, on=room.canvas)
    assert projector(room).board.lit == {"b", "c"}
    room.press(Key.Key_Escape, on=room.canvas)
    room.press(Key.Key_S, on=room.canvas)
    assert presenting(room).spot is None
    said: list[str] = []
    state.message.connect(said.append)
    room.press(Key.Key_S, on=room.canvas)
    assert said[0].startswith("Choose a card")


def test_a_tension_is_put_into_the_spotlight_from_its_panel(room: Hands) -> None:
    state = room.state
    tension = add_tension(state.workshop, origin=ORIGIN, title="Which", card_ids=["a", "c"])
    room.desk.panelling.open("tensions", tension.id)
    room.breathe()
    sheet = room.window.findChild(TensionSheet)
    assert isinstance(sheet, TensionSheet)
    assert not sheet.spotlight.isVisible()
    present(room)
    QTest.mouseClick(sheet.spotlight, LEFT)
    settle(room)
    assert projector(room).board.lit == {"a", "c"}
    assert sheet.isVisible()
    QTest.mouseClick(sheet.spotlight, LEFT)
    assert presenting(room).spot is None
    room.press(Key.Key_F5, SHIFT, on=room.canvas)
    assert not sheet.spotlight.isVisible()


def test_a_phase_too_full_to_be_read_is_in_the_spotlight_piece_by_piece(sample: Hands) -> None:
    present(sample)
    sample.state.choose_phase(Phase.EXPLORE)
    sample.press(Key.Key_S, on=sample.canvas)
    of_phase = set(sample.board.cards_in(Phase.EXPLORE))
    lit = [projector(sample).board.lit]
    sample.press(Key.Key_PageDown, on=sample.canvas)
    while presenting(sample).spot is not None:
        lit.append(projector(sample).board.lit)
        sample.press(Key.Key_PageDown, on=sample.canvas)
    assert len(lit) > 1
    assert set().union(*lit) == of_phase
    assert presenting(sample).stop is not None


def test_the_deletion_of_what_is_in_the_spotlight_ends_it_and_undo_brings_the_card_back(room: Hands) -> None:
    present(room)
    room.click("a")
    room.press(Key.Key_S)
    room.press(Key.Key_Delete)
    settle(room)
    assert presenting(room).spot is None
    assert projector(room).board.lit is None
    assert seen(room).centre == pytest.approx(room.canvas.looking.middle, abs=2)
    room.press(Key.Key_Z, CTRL)
    assert "a" in projector(room).board.scene.cards.index
    picture(room)


def test_a_card_in_the_spotlight_that_is_moved_stays_in_it(room: Hands) -> None:
    present(room)
    room.state.select({"a"})
    room.press(Key.Key_S, on=room.canvas)
    before = seen(room)
    for _ in range(12):
        room.press(Key.Key_Right, SHIFT, on=room.canvas)
    settle(room)
    assert seen(room) != before
    assert seen(room).contains(room.rect("a"))


def test_a_frozen_picture_stays_whatever_is_done_and_then_catches_up(room: Hands) -> None:
    present(room)
    before = picture(room)
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    assert room.desk.presenting.bar.where.text() == "Projector frozen"
    state = room.state
    remove_cards(state.workshop, origin=ORIGIN, card_ids=["a", "c"])
    room.wheel(QPoint(300, 300), -5)
    room.press(Key.Key_PageDown, on=room.canvas)
    assert alike(picture(room), before)
    room.press(Key.Key_B, SHIFT, on=room.canvas)
    assert not alike(picture(room), before)
    assert "a" not in projector(room).board.scene.cards.index


def test_a_picture_that_stays_shows_every_card_in_full(sample: Hands) -> None:
    present(sample)
    sample.state.choose_phase(Phase.EXPLORE)
    sample.press(Key.Key_S, on=sample.canvas)
    sample.press(Key.Key_B, SHIFT, on=sample.canvas)
    still = picture(sample)
    sample.press(Key.Key_B, SHIFT, on=sample.canvas)
    assert alike(picture(sample), still)


def test_b_makes_the_projector_black_and_the_next_frame_brings_it_back(room: Hands) -> None:
    present(room)
    room.press(Key.Key_B, on=room.canvas)
    dark = picture(room)
    corners = (QPoint(0, 0), QPoint(799, 449), QPoint(1_599, 899))
    assert {dark.pixelColor(at).name() for at in corners} == {"#000000"}
    room.press(Key.Key_B, on=room.canvas)
    assert picture(room).pixelColor(0, 0) == QColor(LIGHT.ground)
    QTest.keyClick(projector(room), Key.Key_Period)
    assert projector(room).black
    room.press(Key.Key_PageDown, on=room.canvas)
    assert not projector(room).black


def test_the_projector_has_colours_of_its_own(room: Hands) -> None:
    present(room)
    presenting(room).choose_looks(ProjectorLooks.HIGH)
    assert picture(room).pixelColor(3, 3) == QColor(HIGH_LIGHT.ground)
    presenting(room).choose_looks(ProjectorLooks.DARK)
    assert picture(room).pixelColor(3, 3) == QColor(DARK.ground)
    assert room.canvas.looks is LIGHT
    room.press(Key.Key_F5, SHIFT, on=room.canvas)
    present(room)
    assert projector(room).board.palette is DARK
    presenting(room).choose_looks(ProjectorLooks.WINDOW)
    assert projector(room).board.palette is LIGHT


def test_the_colours_are_chosen_from_the_bar(room: Hands) -> None:
    present(room)
    menu = room.desk.presenting.bar.looks_button.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["As this window"]
    next(action for action in menu.actions() if action.text() == "High contrast").trigger()
    assert projector(room).board.palette is HIGH_LIGHT


def test_the_edge_tells_prompt_step_and_time_and_only_it_is_painted_each_second(room: Hands) -> None:
    workshop = room.state.workshop
    add_step(workshop, origin=ORIGIN, title="Share", minutes=5, prompt="Read your card aloud")
    present(room)
    whole = projector(room).room.height()
    workshop.room.start()
    settle(room)
    words = projector(room).words
    assert (words.step, words.prompt, words.time, words.over) == (
        "Share",
        "Read your card aloud",
        "5:00",
        False,
    )
    assert projector(room).room.height() < whole
    painted = Repaints(projector(room))
    room.state.timer.ticked.emit()
    workshop.room.add_minutes(1)
    room.breathe()
    assert projector(room).words.time.startswith("6:00")
    assert painted.areas
    assert all(area.top() >= projector(room).room.bottom() for area in painted.areas)
    workshop.room.stop()
    settle(room)
    assert projector(room).room.height() == whole


def test_space_on_the_projector_pauses_the_step(room: Hands) -> None:
    workshop = room.state.workshop
    add_step(workshop, origin=ORIGIN, title="Share", minutes=5)
    present(room, second=None)
    QTest.keyClick(projector(room), Key.Key_Space)
    assert workshop.room.running.ticking
    QTest.keyClick(projector(room), Key.Key_Space)
    assert not workshop.room.running.ticking


def test_what_is_done_elsewhere_on_the_board_paints_nothing_on_the_projector(room: Hands) -> None:
    present(room)
    room.state.select({"a"})
    room.press(Key.Key_PageDown, on=room.canvas)
    room.bot.mouseClick(bar_button(room, "Follow me"), LEFT)
    presenting(room).go_to_frame("phase Discover")
    settle(room)
    painted = Repaints(projector(room))
    state = room.state
    state.do(lambda: change_cards(state.workshop, origin=ORIGIN, card_ids=["c"], text="elsewhere"))
    state.select({"c"})
    room.wheel(QPoint(300, 300), 2)
    room.bot.waitUntil(lambda: not presenting(room).waits)
    room.breathe()
    assert painted.areas == []
    state.do(lambda: change_cards(state.workshop, origin=ORIGIN, card_ids=["a"], text="seen"))
    room.breathe()
    assert painted.areas
    size = painted.areas[0].size()
    assert size.width() < projector(room).width() / 2


def test_the_actions_of_presenting_wait_until_somebody_presents(room: Hands) -> None:
    actions = room.window.actions_by_name
    assert not actions["black"].isEnabled()
    assert not actions["laser"].isEnabled()
    assert actions["next_phase"].isEnabled()
    present(room)
    assert actions["black"].isEnabled()
    assert not actions["next_phase"].isEnabled()
    room.press(Key.Key_F5, SHIFT, on=room.canvas)
    assert not actions["black"].isEnabled()
    assert actions["next_phase"].isEnabled()
