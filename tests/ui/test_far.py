"""Seen from afar: threads stand out and follow the board; near and far fade into one another."""

import pytest
from PySide6.QtCore import QRect

from tests.ui.hands import CTRL, Hands, Key
from ui.canvas.fading import FADE_MS
from ui.motion import motion_ms
from ui.settings import write_setting
from workshop.commands.links import add_link, remove_links
from workshop.model.cards import Card
from workshop.model.diamonds import DiamondName, Phase
from workshop.model.links import LinkKind
from workshop.picture.plan import Rect


def test_a_whole_thread_stands_out_and_goes_with_its_link(home: Hands, session_file: object) -> None:
    cards = [
        Card(id=name, text=name, phase=phase, x=200.0, y=-60.0)
        for name, phase in (("a", Phase.DISCOVER), ("b", Phase.EXPLORE), ("c", Phase.LAUNCH))
    ]
    home.window.open_path(session_file(*cards))
    home.press(Key.Key_0)
    home.settle()
    workshop = home.desk.session.workshop
    assert not _thread_pixels(home)
    add_link(workshop, origin="window", source="a", target="b", kind=LinkKind.LEADS_TO)
    home.settle()
    assert not _thread_pixels(home)
    last = add_link(workshop, origin="window", source="b", target="c", kind=LinkKind.LEADS_TO)
    home.settle()
    assert _thread_pixels(home)
    remove_links(workshop, origin="window", link_ids=[last.id])
    home.settle()
    assert not _thread_pixels(home)


def test_the_rows_of_threads_name_no_hidden_card(sample: Hands) -> None:
    sample.press(Key.Key_0)
    sample.settle()
    rows = sample.canvas._painter.threads.rows
    assert rows.whole > 0
    assert not any(sample.board.cards[card].hidden for card in rows.cards)


def test_near_and_far_fade_into_one_another(sample: Hands) -> None:
    sample.press(Key.Key_1)
    sample.press(Key.Key_0, CTRL)
    sample.settle()
    sample.press(Key.Key_0)
    assert not sample.canvas.at_rest
    sample.bot.waitUntil(lambda: sample.canvas.at_rest)


@pytest.mark.parametrize(("wanted", "length"), [("", FADE_MS), ("reduced", 0)])
def test_people_who_asked_for_reduced_motion_see_none(sample: Hands, wanted: str, length: int) -> None:
    write_setting("motion", wanted)
    assert motion_ms(FADE_MS) == length
    sample.press(Key.Key_1)
    sample.press(Key.Key_0, CTRL)
    sample.settle()
    sample.press(Key.Key_0)
    assert sample.canvas._fading.active is bool(length)


def test_an_empty_board_says_how_to_begin_only_where_that_can_be_read(hands: Hands) -> None:
    frame = hands.canvas.scene.layout.diamonds[DiamondName.PROBLEM]
    words = Rect(frame.top.x - 150, -44, 140, 34)

    def inks() -> int:
        hands.settle()
        x, y, w, h = hands.canvas.camera.rect_to_screen(words)
        picture = hands.canvas.grab(QRect(round(x), round(y), round(w), round(h))).toImage()
        return len({picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())})

    assert hands.canvas.camera.zoom > 0.42
    assert inks() > 5
    hands.canvas.looking.fit_board()
    assert hands.canvas.camera.zoom < 0.3
    assert inks() == 1


def _thread_pixels(hands: Hands) -> bool:
    """Whether there is the colour of threads between the first two diamonds' cards."""
    image = hands.canvas.grab().toImage()
    rect = hands.canvas.camera.rect_to_screen(hands.rect("a"))
    x = round(rect.right + 30)
    column = {image.pixelColor(x, y).name().upper() for y in range(round(rect.y) - 20, round(rect.bottom) + 20)}
    return hands.canvas.looks.thread in column
