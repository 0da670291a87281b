"""The bar at the top while a step runs: title, step and time have room from the first sight of the session on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton

from tests.ui.hands import CTRL, Hands, Key
from tests.workshop.facilitation.watch import PEOPLE, STEPS
from ui.top_bar import TopBar
from workshop.model.session import SESSION_ID, Session

TITLE = "Winter workshop on how small firms get from the ad to the first <b>paid</b> bill"
NAMED = replace(STEPS[0], title="Write down what a customer said that surprised you")


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A session whose agenda ran when it was closed, opened again in a small window."""
    home.window.resize(1280, 720)
    path = session_file(Session(id=SESSION_ID, title=TITLE), *PEOPLE, NAMED, *STEPS[1:])
    assert home.window.open_path(path)
    home.breathe()
    home.press(Key.Key_Space, on=home.canvas)
    assert home.state.timer.step == NAMED
    home.press(Key.Key_W, CTRL, on=home.canvas)
    assert home.window.open_path(path)
    home.settle()
    return home


def bar(room: Hands) -> TopBar:
    return room.desk.top_bar


def test_a_session_opened_while_its_agenda_runs_has_room_for_its_title(room: Hands) -> None:
    shown = bar(room)
    assert room.state.timer.step is not None
    assert shown.layout().minimumSize().width() <= shown.width()
    assert shown.title.width() >= 150
    words = [button for button in shown.findChildren(QAbstractButton) if button.isVisible() and button.text()]
    for button in words:
        needed = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() >= needed, button.text()
    visible = [w for w in (shown.title, shown.saving, *words) if w.isVisible()]
    boxes = [w.rect().translated(w.mapTo(shown, w.rect().topLeft())) for w in visible if w.parent() is shown]
    assert all(shown.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


def test_the_time_and_the_name_of_the_step_keep_apart(room: Hands) -> None:
    chip = room.desk.running.chip
    assert chip.time.isVisible()
    assert chip.time.width() >= chip.time.fontMetrics().horizontalAdvance(chip.time.text())
    assert not chip.name.geometry().intersects(chip.time.geometry())
    assert chip.name.toolTip() == NAMED.title


def test_a_title_without_room_ends_in_an_ellipsis_and_is_whole_in_its_tip(room: Hands) -> None:
    title = bar(room).title
    assert title.fontMetrics().horizontalAdvance(TITLE) > title.width()
    before = title.grab().toImage()
    edge = [before.pixelColor(before.width() - 1, y) for y in range(before.height())]
    assert len({colour.name() for colour in edge}) == 1, "no letter is cut at the edge"
    assert title.toolTip() == f"<div>{TITLE.replace('<', '&lt;').replace('>', '&gt;')}</div>"


@pytest.mark.parametrize("width", [960, 1280, 1600])
def test_all_widths_hold_all_that_is_shown(room: Hands, width: int) -> None:
    room.window.resize(width, 720)
    room.breathe()
    shown = bar(room)
    assert shown.layout().minimumSize().width() <= shown.width()
    assert room.desk.running.chip.time.isVisible()
