"""The bar says where on the board one looks: the button that leads there stands out."""

from PySide6.QtWidgets import QPushButton

from tests.ui.hands import CTRL, SHIFT, Hands, Key
from ui.whereabouts import OVERVIEW, place_in_view
from workshop.model.diamonds import DIAMONDS
from workshop.picture.geometry import layout_of
from workshop.picture.plan import Rect


def standing_out(hands: Hands) -> list[str]:
    buttons = hands.desk.top_bar.findChildren(QPushButton)
    return [
        button.property("place") for button in buttons if button.accessibleDescription() and button.styleSheet()
    ]


def test_the_button_of_what_is_in_view_stands_out_also_in_other_colours(sample: Hands) -> None:
    for key, place in (
        (Key.Key_1, "show_problem"),
        (Key.Key_2, "show_solution"),
        (Key.Key_3, "show_outcome"),
        (Key.Key_0, OVERVIEW),
        (Key.Key_2, "show_solution"),
    ):
        sample.press(key, on=sample.canvas)
        sample.settle()
        assert standing_out(sample) == [place]
    sample.press(Key.Key_D, CTRL | SHIFT, on=sample.canvas)
    sample.breathe()
    assert standing_out(sample) == ["show_solution"]


def test_it_follows_the_board_as_it_is_pulled(sample: Hands) -> None:
    sample.press(Key.Key_1, on=sample.canvas)
    sample.settle()
    camera, layout = sample.canvas.camera, sample.canvas.scene.layout
    frames = layout.diamonds
    sample.canvas.look(
        camera.panned(-(frames[DIAMONDS[1].name].top.x - frames[DIAMONDS[0].name].top.x) * camera.zoom, 0)
    )
    assert standing_out(sample) == ["show_solution"]
    sample.canvas.look(camera.panned(0, -100_000))
    assert standing_out(sample) == []


def test_beside_the_diamonds_nothing_is_in_view() -> None:
    layout = layout_of([])
    whole = Rect(-1e4, -1e4, 2e4, 2e4)
    assert place_in_view(layout, whole) == OVERVIEW
    assert place_in_view(layout, Rect(-9e4, 0, 100, 100)) == ""
