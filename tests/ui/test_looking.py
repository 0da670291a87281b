"""Looking at the board: keys of the diamonds, wheel, panning, theme, what a hidden card shows, the picture itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from tests.ui.hands import CTRL, LEFT, MIDDLE, NO, SHIFT, Hands, Key
from tests.ui.seeing import alike
from workshop.commands.cards import change_cards, change_text
from workshop.imports.sample import sample_records
from workshop.model.cards import Discipline
from workshop.model.diamonds import DiamondName
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.card_plan import TEXT_SIZES
from workshop.picture.plan import Point, Rect
from workshop.picture.signs import signs_of


@pytest.mark.parametrize(
    ("key", "name"), list(zip((Key.Key_1, Key.Key_2, Key.Key_3), DiamondName, strict=True))
)
def test_a_number_shows_its_diamond_whole(sample: Hands, key: Key, name: DiamondName) -> None:
    sample.press(key)
    assert all(_seen(sample).contains(rect) for rect in _of_diamond(sample, name))


@pytest.mark.parametrize(("size", "letters"), [((1280, 720), 7.6), ((1600, 1000), 10.6)])
def test_the_first_sight_is_a_whole_diamond_with_words_as_large_as_it_allows(
    size: tuple[int, int], letters: float, home: Hands, session_file: Callable[..., Path]
) -> None:
    home.window.resize(*size)
    home.breathe()
    assert home.window.open_path(session_file(*sample_records()))
    home.breathe()
    assert all(_seen(home).contains(rect) for rect in _of_diamond(home, DiamondName.PROBLEM))
    assert TEXT_SIZES[0] * home.canvas.camera.zoom >= letters
    tools = home.desk._tools.geometry()
    assert home.pixel(home.canvas.scene.layout.diamonds[DiamondName.PROBLEM].left).x() > tools.right()


def test_zero_shows_the_three_diamonds_and_shift_1_everything(sample: Hands) -> None:
    sample.press(Key.Key_0)
    assert _seen(sample).contains(sample.canvas.scene.layout.bounds)
    sample.press(Key.Key_1, SHIFT)
    assert all(_seen(sample).contains(sample.rect(card)) for card in sample.cards)
    card = sample.cards[0]
    sample.click(card)
    sample.press(Key.Key_2, SHIFT)
    assert _seen(sample).contains(sample.rect(card))
    assert sample.canvas.camera.zoom == 1.0


def test_ctrl_wheel_zooms_to_the_pointer(sample: Hands) -> None:
    at = QPoint(333, 222)
    point = sample.canvas.camera.to_board(Point(333, 222))
    zoom = sample.canvas.camera.zoom
    sample.wheel(at, 2, CTRL)
    assert sample.canvas.camera.zoom > zoom
    assert (sample.pixel(point) - at).manhattanLength() <= 2
    sample.wheel(at, -5, CTRL)
    assert (sample.pixel(point) - at).manhattanLength() <= 4


def test_the_wheel_pans_and_shift_turns_it_sideways(sample: Hands) -> None:
    before = sample.canvas.camera
    sample.wheel(QPoint(300, 300), -1)
    assert sample.canvas.camera.y > before.y
    assert sample.canvas.camera.x == before.x
    sample.wheel(QPoint(300, 300), -1, SHIFT)
    assert sample.canvas.camera.x > before.x


def test_the_middle_button_the_hand_and_space_pan(sample: Hands) -> None:
    places = {card.id: card.place for card in sample.cards}
    start, way = sample.middle(sample.cards[0]), QPoint(90, 40)
    for begin, button, end in (
        (lambda: None, MIDDLE, lambda: None),
        (lambda: sample.press(Key.Key_H), LEFT, lambda: sample.press(Key.Key_V)),
        (lambda: sample.bot.keyPress(sample.canvas, Key.Key_Space), LEFT, lambda: _let_go_of_space(sample)),
    ):
        point = sample.canvas.camera.to_board(Point(start.x(), start.y()))
        begin()
        sample.drag(start, start + way, NO, button)
        end()
        assert (sample.pixel(point) - start - way).manhattanLength() <= 2
    assert {card.id: card.place for card in sample.cards} == places
    sample.drag(sample.middle(sample.cards[0]), sample.middle(sample.cards[0]) + way)
    assert sample.cards[0].place != places[sample.cards[0].id]


def test_space_let_go_in_another_field_does_not_leave_the_board_panning(sample: Hands) -> None:
    sample.bot.keyPress(sample.canvas, Key.Key_Space)
    sample.desk.top_bar.title.setFocus()
    sample.bot.keyRelease(sample.desk.top_bar.title, Key.Key_Space)
    assert sample.canvas.cursor().shape() is not Qt.CursorShape.OpenHandCursor


def test_light_and_dark_switch_while_working_and_keys_go_on(sample: Hands) -> None:
    card = next(card for card in sample.cards if card.phase and not card.group)
    sample.click(card)
    for dark in (True, False):
        sample.press(Key.Key_D, CTRL | SHIFT)
        sample.settle()
        assert sample.canvas.looks.dark is dark
        shown = sample.canvas.grab().toImage()
        assert shown.pixelColor(shown.width() // 2, 4).name().upper() == sample.canvas.looks.ground
        assert sample.state.cards == {card.id}
    sample.press(Key.Key_3)
    assert all(_seen(sample).contains(rect) for rect in _of_diamond(sample, DiamondName.OUTCOME))
    assert sample.write("after the switch")


def test_the_theme_switched_while_writing_keeps_what_was_written(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.type("in the middle")
    hands.press(Key.Key_D, CTRL | SHIFT)
    assert hands.card("in the middle")


@pytest.mark.parametrize("dark", [False, True])
def test_named_points_have_the_colours_of_the_palette(sample: Hands, dark: bool) -> None:
    if dark:
        sample.press(Key.Key_D, CTRL | SHIFT)
    sample.press(Key.Key_1)
    sample.press(Key.Key_0, CTRL)
    card = next(card for card in sample.cards if not card.hidden and card.discipline is Discipline.UX)
    sample.canvas.looking.reveal(sample.rect(card))
    sample.settle()
    looks, rect = sample.canvas.looks, sample.rect(card)
    colours = looks.disciplines[Discipline.UX]
    assert _colour(sample, Point(rect.centre.x, rect.y + 3)) == colours.accent
    assert _colour(sample, Point(rect.x + 5, rect.centre.y)) == colours.fill
    sample.press(Key.Key_1)
    sample.settle()
    tip = sample.canvas.scene.layout.diamonds[DiamondName.PROBLEM].bottom
    assert _colour(sample, Point(tip.x + 7, tip.y - 30)) == looks.diamonds[DiamondName.PROBLEM].tint


def test_a_hidden_card_shows_its_back_and_tells_nothing_of_its_text(hands: Hands) -> None:
    card = hands.write("secret")
    hands.press(Key.Key_M)  # the map is made again a moment after each change
    hands.click(card)
    hands.press(Key.Key_H, CTRL | SHIFT)
    turned = _picture(hands)
    workshop = hands.desk.session.workshop
    change_text(workshop, origin="window", card_id=card.id, text="other")
    assert alike(_picture(hands), turned)
    change_cards(workshop, origin="window", card_ids=[card.id], hidden=False)
    assert not alike(_picture(hands), turned)
    hands.press(Key.Key_H, CTRL | SHIFT)
    assert not hands.desk.panel.card.isVisible()
    hands.press(Key.Key_Return)
    assert not hands.canvas.editor.isVisible()
    hands.double_click_at(hands.middle(card))
    assert not hands.canvas.editor.isVisible()


def test_the_panel_is_put_away_and_brought_back(hands: Hands) -> None:
    width = hands.canvas.width()
    hands.press(Key.Key_Backslash, CTRL)
    assert hands.canvas.width() > width
    hands.press(Key.Key_Backslash, CTRL)
    assert hands.canvas.width() == width


def _seen(hands: Hands) -> Rect:
    canvas = hands.canvas
    return canvas.camera.rect_to_board(Rect(0, 0, canvas.width(), canvas.height()).grown(1))


def _of_diamond(hands: Hands, name: DiamondName) -> list[Rect]:
    """A diamond, and what stands above it while it is near: the names of its phases, the purpose and principles."""
    scene = hands.canvas.scene
    frame = scene.layout.diamonds[name]
    if hands.canvas.camera.zoom < NEAR_ZOOM:
        return [scene.layout.diamond_bounds(name)]
    above = [sign.rect for sign in signs_of(scene.headline, scene.layout)]
    return [frame.rect, *(rect for rect in above if frame.left.x <= rect.centre.x <= frame.right.x)]


def _colour(hands: Hands, point: Point) -> str:
    image = hands.canvas.grab().toImage()
    at = hands.pixel(point) * image.devicePixelRatio()
    return image.pixelColor(at).name().upper()


def _picture(hands: Hands) -> QImage:
    hands.settle()
    return hands.canvas.grab().toImage()


def _let_go_of_space(hands: Hands) -> None:
    hands.bot.keyRelease(hands.canvas, Key.Key_Space)
