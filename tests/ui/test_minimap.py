"""The map in the corner: where it lies, what it shows, moving the view on it, folding it away, and what it costs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame

from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key
from ui.finding import minimap
from ui.finding.minimap import Minimap
from workshop.commands.cards import add_card
from workshop.imports.sample import sample_records
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point, Rect


def test_it_covers_neither_the_tools_nor_the_zoom_bar(sample: Hands) -> None:
    for width, height in ((1280, 720), (960, 600), (1600, 1000)):
        sample.window.resize(width, height)
        sample.breathe()
        shown = _map(sample)
        assert sample.canvas.rect().contains(shown.geometry())
        for name in ("toolPalette", "zoomBar"):
            bar = sample.canvas.findChild(QFrame, name)
            assert not shown.geometry().intersects(bar.geometry()), (name, width)


def test_cards_of_which_something_was_found_bear_a_dot_and_are_counted(sample: Hands) -> None:
    watch = sample.desk.panelling.watch
    sample.bot.waitUntil(lambda: bool(watch.findings), timeout=10_000)
    marked = watch.marked()
    shown = _map(sample)
    sample.bot.waitUntil(lambda: f"{len(marked)} cards with a finding" in shown.toolTip())
    rect = shown.scale.to_map(sample.canvas.scene.cards.rect(next(iter(marked))))
    picture = shown.grab().toImage()
    dot = picture.pixelColor(round(rect.right), round(rect.y))
    assert dot.red() > 140
    assert max(dot.green(), dot.blue()) < 90


def test_a_click_brings_the_view_there_and_back_leads_back(sample: Hands) -> None:
    sample.press(Key.Key_1)
    before, zoom = sample.canvas.camera, sample.canvas.camera.zoom
    point = sample.canvas.scene.layout.columns[Phase.LAUNCH].centre
    _press(sample, _at(sample, point))
    middle = sample.canvas.looking.middle
    step = 1 / _map(sample).scale.scale
    assert abs(middle.x - point.x) <= step
    assert abs(middle.y - point.y) <= step
    assert sample.canvas.camera.zoom == zoom
    assert sample.canvas.hasFocus()
    sample.press(Key.Key_PageUp, ALT)
    assert sample.canvas.camera == before


def test_the_view_is_dragged_by_where_it_is_held(sample: Hands) -> None:
    sample.press(Key.Key_1)
    shown, before = _map(sample), sample.canvas.looking.middle
    start = QPoint(round(shown.view.centre.x) + 8, round(shown.view.centre.y) - 5)
    QTest.mousePress(shown, LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(shown, start + QPoint(6 * step, step))
        sample.breathe()
    QTest.mouseRelease(shown, LEFT, pos=start + QPoint(30, 5))
    moved = sample.canvas.looking.middle
    assert abs(moved.x - before.x - 30 / shown.scale.scale) <= 2 / shown.scale.scale
    assert abs(moved.y - before.y - 5 / shown.scale.scale) <= 2 / shown.scale.scale
    sample.press(Key.Key_PageUp, ALT)
    assert abs(sample.canvas.looking.middle.x - before.x) < 1


def test_arrows_move_the_view_while_the_map_has_the_keyboard(sample: Hands) -> None:
    sample.press(Key.Key_1)
    selected, x = sample.state.cards, sample.canvas.camera.x
    _map(sample).setFocus(Qt.FocusReason.TabFocusReason)
    sample.press(Key.Key_Right)
    assert sample.canvas.camera.x > x
    assert sample.state.cards == selected
    sample.press(Key.Key_Escape)
    assert sample.canvas.hasFocus()


def test_it_is_folded_by_key_and_button_and_stays_so(home: Hands, session_file: Callable[..., Path]) -> None:
    path = session_file(*sample_records())
    home.window.open_path(path)
    home.settle()
    assert _map(home).isVisible()
    home.press(Key.Key_M)
    assert not _map(home).isVisible()
    home.press(Key.Key_W, CTRL)
    home.window.open_path(path)
    home.breathe()
    home.settle()
    assert home.desk.finding.map is None
    home.window.actions_by_name["toggle_minimap"].trigger()
    assert _map(home).isVisible()


def test_on_a_low_board_it_waits_until_it_is_asked_for(home: Hands, session_file: Callable[..., Path]) -> None:
    path = session_file(*sample_records())
    home.window.resize(1280, 720)
    home.window.open_path(path)
    home.breathe()
    assert home.desk.finding.map is None
    home.press(Key.Key_M)
    assert _map(home).isVisible()
    home.press(Key.Key_W, CTRL)
    home.window.open_path(path)
    home.breathe()
    assert _map(home).isVisible()


def test_a_card_shows_in_the_colour_of_its_discipline(hands: Hands) -> None:
    add_card(
        hands.desk.session.workshop,
        origin="window",
        phase=Phase.LAUNCH,
        near=(200.0, 0.0),
        discipline=Discipline.UX,
    )
    card = hands.cards[0]
    accent = hands.canvas.looks.disciplines[Discipline.UX].accent
    hands.bot.waitUntil(lambda: "1 UX" in _map(hands).toolTip())
    picture = _map(hands).grab().toImage()
    at = _at(hands, hands.rect(card).centre)
    near = [picture.pixelColor(at + QPoint(x, y)).name().upper() for x in (-1, 0, 1) for y in (-1, 0, 1)]
    assert accent in near


def test_the_picture_is_kept_while_the_board_is_panned(sample: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    sample.bot.waitUntil(lambda: not sample.desk.panelling.watch.busy, timeout=10_000)
    sample.settle()
    sample.bot.waitUntil(lambda: not _map(sample)._again.isActive() and _map(sample)._picture is not None)
    made = []
    real = minimap.map_picture
    monkeypatch.setattr(minimap, "map_picture", lambda *given, **named: made.append(1) or real(*given, **named))
    for _ in range(5):
        sample.wheel(sample.canvas.rect().center(), 1)
        sample.wheel(sample.canvas.rect().center(), 1, CTRL)
    assert made == []
    sample.write("another")
    sample.bot.waitUntil(lambda: len(made) >= 1)


def test_the_theme_changes_its_colours(sample: Hands) -> None:
    sample.press(Key.Key_D, CTRL | SHIFT)
    sample.settle()
    shown = _map(sample)
    assert shown.isVisible()
    colour = shown.grab().toImage().pixelColor(shown.width() // 2, shown.height() - 2)
    assert colour.name().upper() == sample.canvas.looks.panel


def _map(hands: Hands) -> Minimap:
    shown = hands.desk.finding.map
    assert shown is not None
    return shown


def _at(hands: Hands, point: Point) -> QPoint:
    at = _map(hands).scale.to_map(Rect(*point, 0, 0))
    return QPoint(round(at.x), round(at.y))


def _press(hands: Hands, at: QPoint) -> None:
    hands.bot.mouseClick(_map(hands), LEFT, pos=at)
    hands.breathe()
