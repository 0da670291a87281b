"""Arrow keys walk from card to card and show where they have come."""

from PySide6.QtCore import QRect

from tests.ui.hands import Hands, Key
from workshop.commands.cards import add_card
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point

LEFT = Card(id="left", text="left", phase=Phase.DISCOVER, x=100.0, y=-60.0)
MIDDLE = Card(id="middle", text="middle", phase=Phase.DISCOVER, x=330.0, y=-60.0)
BELOW = Card(id="below", text="below", phase=Phase.DISCOVER, x=330.0, y=90.0)
FAR = Card(id="far", text="far", phase=Phase.SCALE, x=300.0, y=-60.0)


def test_arrows_walk_by_direction_and_stop_where_no_card_lies(home: Hands, session_file) -> None:
    hands = _opened(home, session_file)
    hands.click(LEFT)
    for key, found in (
        (Key.Key_Right, "middle"),
        (Key.Key_Down, "below"),
        (Key.Key_Down, "below"),
        (Key.Key_Up, "middle"),
        (Key.Key_Left, "left"),
        (Key.Key_Left, "left"),
    ):
        hands.press(key, on=hands.canvas)
        assert hands.state.cards == {found}


def test_an_arrow_reveals_the_card_it_comes_to(home: Hands, session_file) -> None:
    hands = _opened(home, session_file)
    hands.press(Key.Key_1, on=hands.canvas)
    hands.state.select({"middle"})
    assert not hands.canvas.rect().contains(hands.middle("far"))
    hands.press(Key.Key_Right, on=hands.canvas)
    assert hands.state.cards == {"far"}
    assert hands.canvas.rect().contains(hands.middle("far"))


def test_without_a_selected_card_an_arrow_takes_the_one_nearest_the_middle(home: Hands, session_file) -> None:
    hands = _opened(home, session_file)
    hands.canvas.looking.fit_cards(["below"])
    hands.press(Key.Key_Left, on=hands.canvas)
    assert hands.state.cards == {"below"}


def test_arrows_on_an_empty_board_do_nothing(hands: Hands) -> None:
    hands.press(Key.Key_Left, on=hands.canvas)
    assert not hands.state.cards


def test_arrows_move_the_cursor_while_writing(hands: Hands) -> None:
    card = hands.write("card")
    hands.click(card)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Left)
    assert hands.canvas.editor.isVisible()
    assert hands.state.cards == {card.id}


def _opened(home: Hands, session_file) -> Hands:
    assert home.window.open_path(session_file(LEFT, MIDDLE, BELOW, FAR))
    home.breathe()
    return home


def test_what_is_walked_to_does_not_lie_under_the_map(home: Hands, session_file) -> None:
    hands = _opened(home, session_file)
    over = hands.desk.finding.map
    assert over is not None
    assert over.isVisible()
    camera, canvas = hands.canvas.camera, hands.canvas
    corner = Point(over.x() + over.width() / 2, over.y() + over.height() / 2)
    place = camera.to_board(corner)
    origin = canvas.scene.layout.origin(Phase.DISCOVER)
    x, y = place.x - origin.x, place.y - origin.y
    left, under = (
        add_card(hands.state.workshop, origin="test", phase=Phase.DISCOVER, near=(at, y)) for at in (x - 400, x)
    )
    hands.settle()
    hands.state.select({left.id})
    hands.press(Key.Key_Right, on=canvas)
    assert hands.state.cards == {under.id}
    x, y, w, h = canvas.camera.rect_to_screen(canvas.scene.cards.rects()[under.id])
    assert not QRect(round(x), round(y), round(w), round(h)).intersects(over.geometry())
