"""Frames: made by one key, walked by PgDn and clickers, named and ordered in their panel."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key
from tests.ui.projecting import (
    bar_button,
    hover,
    present,
    presenting,
    projector,
    seen,
    settle,
)
from ui.present.frame_row import FrameRow
from ui.present.frames_page import FramesPage
from ui.window_state import ORIGIN
from workshop.commands.frames import add_phase_frame, remove_frames
from workshop.commands.groups import group_cards
from workshop.commands.links import add_link
from workshop.facilitation.framing import frames_of
from workshop.model.diamonds import Phase
from workshop.model.facilitation import FrameKind
from workshop.model.links import LinkKind


def frames(hands: Hands) -> list[str]:
    """The names of the frames in their order."""
    return [frame.name for frame in frames_of(hands.board)]


def page(hands: Hands) -> FramesPage:
    """The panel of frames."""
    hands.press(Key.Key_P, CTRL | SHIFT, on=hands.canvas)
    (found,) = [one for one in hands.window.findChildren(FramesPage) if one.isVisible()]
    return found


def row(hands: Hands, name: str) -> FrameRow:
    """The row of a frame."""
    (found,) = [one for one in page(hands).rows.rows if one.field.field.text() == name]
    assert isinstance(found, FrameRow)
    return found


def test_one_key_makes_a_frame_of_what_is_chosen_or_in_view(room: Hands) -> None:
    state, workshop = room.state, room.state.workshop
    room.press(Key.Key_F, SHIFT, on=room.canvas)
    view = frames_of(room.board)[-1]
    assert view.kind is FrameKind.REGION
    room.canvas.looking.fit_phase(Phase.DEFINE)
    state.choose_phase(Phase.DEFINE)
    room.press(Key.Key_F, SHIFT, on=room.canvas)
    state.choose_phase(None)
    group_cards(workshop, origin=ORIGIN, card_ids=["a", "b"], name="Invoices")
    state.select({"a", "b"})
    room.press(Key.Key_F, SHIFT, on=room.canvas)
    add_link(workshop, origin=ORIGIN, source="a", target="c", kind=LinkKind.LEADS_TO)
    state.select({"a"})
    room.press(Key.Key_T, on=room.canvas)
    room.press(Key.Key_F, SHIFT, on=room.canvas)
    kinds = [frame.kind for frame in frames_of(room.board)]
    assert kinds == [FrameKind.REGION, FrameKind.PHASE, FrameKind.GROUP, FrameKind.THREAD]
    assert frames(room)[1:3] == ["Define", "Invoices"]
    room.press(Key.Key_Z, CTRL, on=room.canvas)
    assert len(frames(room)) == 3


@pytest.mark.parametrize("away", ["another phase", "a piece of it", "the whole board"])
def test_a_phase_that_a_step_chose_is_framed_only_while_it_is_what_is_looked_at(room: Hands, away: str) -> None:
    looking = room.canvas.looking
    looking.fit_phase(Phase.DEFINE)
    room.state.choose_phase(Phase.DEFINE)
    {
        "another phase": lambda: looking.fit_phase(Phase.SCALE),
        "a piece of it": lambda: looking.zoom_by(3),
        "the whole board": looking.fit_board,
    }[away]()
    room.press(Key.Key_F, SHIFT, on=room.canvas)
    assert frames_of(room.board)[-1].kind is FrameKind.REGION


def test_a_frame_of_the_view_is_seen_again_as_it_was(room: Hands) -> None:
    room.state.select({"c"})
    room.press(Key.Key_2, SHIFT, on=room.canvas)
    for _ in range(3):
        room.press(Key.Key_Equal, CTRL, on=room.canvas)
    room.state.select()
    middle = room.canvas.looking.middle
    room.press(Key.Key_F, SHIFT, on=room.canvas)
    room.press(Key.Key_0, on=room.canvas)
    present(room)
    room.bot.mouseClick(bar_button(room, "Follow me"), LEFT)
    room.press(Key.Key_PageDown, on=room.canvas)
    assert seen(room).centre == pytest.approx(middle, abs=2)


def test_an_empty_panel_teaches_and_makes_the_first_frame(room: Hands) -> None:
    shown = page(room)
    (button,) = [
        one for one in shown.findChildren(QPushButton, "") if one.isVisible() and "frame" in one.text()
    ]
    room.bot.mouseClick(button, LEFT)
    room.breathe()
    assert frames(room) == ["View 1"]
    assert shown.rows.isVisible()


def test_frames_are_named_ordered_and_removed_in_their_panel(room: Hands) -> None:
    for phase in (Phase.DISCOVER, Phase.DEFINE, Phase.EXPLORE):
        add_phase_frame(room.state.workshop, origin=ORIGIN, phase=phase)
    shown = row(room, "Define")
    shown.setFocus()
    room.press(Key.Key_F2)
    room.press(Key.Key_A, CTRL)
    room.type("What we solve")
    room.press(Key.Key_Return)
    assert frames(room) == ["Discover", "What we solve", "Explore"]
    row(room, "What we solve").setFocus()
    room.press(Key.Key_Up, ALT)
    assert frames(room) == ["What we solve", "Discover", "Explore"]
    moved = row(room, "What we solve")
    assert moved.hasFocus()
    assert moved.number.text() == "1"
    room.press(Key.Key_Down, ALT)
    room.press(Key.Key_Down, ALT)
    assert frames(room) == ["Discover", "Explore", "What we solve"]
    room.press(Key.Key_Delete)
    assert frames(room) == ["Discover", "Explore"]
    assert row(room, "Explore").hasFocus()
    room.press(Key.Key_Z, CTRL)
    assert frames(room) == ["Discover", "Explore", "What we solve"]


def test_an_empty_name_is_not_taken(room: Hands) -> None:
    add_phase_frame(room.state.workshop, origin=ORIGIN, phase=Phase.DISCOVER)
    said: list[str] = []
    room.state.message.connect(said.append)
    room.fill(row(room, "Discover").field.field, "")
    assert frames(room) == ["Discover"]
    assert said


def test_a_frame_is_dragged_to_another_place(room: Hands) -> None:
    for phase in (Phase.DISCOVER, Phase.DEFINE, Phase.EXPLORE):
        add_phase_frame(room.state.workshop, origin=ORIGIN, phase=phase)
    first, last = row(room, "Discover"), row(room, "Explore")
    down = first.mapFromGlobal(last.mapToGlobal(QPoint(10, last.height() - 4)))
    QTest.mousePress(first, LEFT, pos=QPoint(10, 6))
    hover(first, down / 2, LEFT)
    hover(first, down, LEFT)
    QTest.mouseRelease(first, LEFT, pos=down)
    room.breathe()
    assert frames(room) == ["Define", "Explore", "Discover"]


def test_enter_on_a_frame_shows_it_here_and_while_presenting_there(room: Hands) -> None:
    frame = add_phase_frame(room.state.workshop, origin=ORIGIN, phase=Phase.SCALE)
    row(room, "Scale").setFocus()
    room.press(Key.Key_Return)
    column = room.canvas.scene.layout.columns[Phase.SCALE]
    assert room.canvas.looking.sees(column)
    present(room)
    room.bot.mouseClick(bar_button(room, "Follow me"), LEFT)
    room.desk.act("show_problem")
    row(room, "Scale").setFocus()
    room.press(Key.Key_Return)
    assert presenting(room).stop.frame == frame
    assert not room.canvas.looking.sees(column)


def test_the_bar_lists_the_frames_and_goes_to_one(room: Hands) -> None:
    for phase in (Phase.DISCOVER, Phase.DEFINE):
        add_phase_frame(room.state.workshop, origin=ORIGIN, phase=phase, name=f"R&D {phase.value}")
    present(room)
    menu = room.desk.presenting.bar.frames.menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == ["1  R&&D Discover", "2  R&&D Define"]
    menu.actions()[1].trigger()
    assert presenting(room).stop.frame.name == "R&D Define"
    assert room.desk.presenting.bar.frames.text().startswith("2 of 2 · R&&D Define")


def test_a_frame_removed_or_emptied_while_it_is_shown_gives_way(room: Hands) -> None:
    workshop = room.state.workshop
    shown = add_phase_frame(workshop, origin=ORIGIN, phase=Phase.DISCOVER)
    after = add_phase_frame(workshop, origin=ORIGIN, phase=Phase.DEFINE)
    present(room)
    room.press(Key.Key_PageDown, on=room.canvas)
    assert presenting(room).stop.frame == shown
    remove_frames(workshop, origin=ORIGIN, frame_ids=[shown.id])
    settle(room)
    assert presenting(room).stop is None
    assert seen(room).centre == pytest.approx(room.canvas.looking.middle, abs=2)
    room.press(Key.Key_PageDown, on=room.canvas)
    assert presenting(room).stop.frame.id == after.id


def test_without_any_card_or_frame_the_walk_says_how_to_make_one(hands: Hands) -> None:
    present(hands)
    said: list[str] = []
    hands.state.message.connect(said.append)
    hands.press(Key.Key_PageDown, on=hands.canvas)
    assert said[0].startswith("There is nothing to walk yet")


def test_page_keys_walk_frames_wherever_the_keyboard_is_and_choose_no_phase(room: Hands) -> None:
    present(room)
    room.press(Key.Key_PageDown, on=room.canvas)
    first = presenting(room).stop
    assert first.frame.phase is Phase.DISCOVER
    room.desk.panelling.open("leads")
    room.breathe()
    room.desk.panel.take_keyboard()
    while presenting(room).stop.frame.phase is Phase.DISCOVER:
        room.press(Key.Key_PageDown)
    assert presenting(room).stop.frame.phase is Phase.DEFINE
    assert seen(room).contains(room.rect("c"))
    assert room.state.phase is None
    said: list[str] = []
    room.state.message.connect(said.append)
    room.press(Key.Key_PageDown)
    assert said == ["This is the last frame."]
    while presenting(room).stop.number > 1 or presenting(room).stop != first:
        room.press(Key.Key_PageUp)
    assert presenting(room).stop == first
    room.press(Key.Key_F5, SHIFT, on=room.canvas)
    room.press(Key.Key_PageDown, on=room.canvas)
    assert room.state.phase is not None


@pytest.mark.parametrize(
    ("on", "back"),
    [
        (Key.Key_PageDown, Key.Key_PageUp),
        (Key.Key_Right, Key.Key_Left),
        (Key.Key_Down, Key.Key_Up),
    ],
)
def test_a_clicker_walks_on_the_projector(room: Hands, on: Key, back: Key) -> None:
    present(room, second=None)
    QTest.keyClick(projector(room), on)
    here = presenting(room).stop
    assert here is not None
    QTest.keyClick(projector(room), on)
    assert presenting(room).stop != here
    QTest.keyClick(projector(room), back)
    assert presenting(room).stop == here


def test_a_clicker_walks_while_somebody_writes_who_goes_on_writing(room: Hands) -> None:
    room.canvas.writing.begin("a")
    present(room)
    assert room.canvas.editor.hasFocus()
    camera = room.canvas.camera
    room.press(Key.Key_PageDown)
    assert presenting(room).stop.frame.phase is Phase.DISCOVER
    assert room.canvas.camera == camera
    room.type(" and more")
    room.press(Key.Key_Escape)
    assert room.board.cards["a"].text.endswith("and more")


def test_frames_leave_the_facilitator_alone_who_works_elsewhere(room: Hands) -> None:
    present(room)
    room.bot.mouseClick(bar_button(room, "Follow me"), LEFT)
    camera = room.canvas.camera
    room.press(Key.Key_PageDown, on=room.canvas)
    assert room.canvas.camera == camera
    shown = seen(room)
    room.wheel(QPoint(300, 300), -4)
    settle(room)
    assert seen(room) == shown
    room.bot.mouseClick(bar_button(room, "Next frame"), LEFT)
    assert seen(room) != shown
