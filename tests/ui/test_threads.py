"""Chains, linked cards in a direction, walking along links, and lit threads."""

from PySide6.QtGui import QColor

from tests.ui.hands import ALT, CTRL, SHIFT, Hands, Key
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind

A = Card(id="a", text="a", phase=Phase.DISCOVER, x=100.0, y=-60.0)
B = Card(id="b", text="b", phase=Phase.DISCOVER, x=330.0, y=-60.0)
C = Card(id="c", text="c", phase=Phase.DISCOVER, x=560.0, y=-60.0)
ALONE = Card(id="alone", text="alone", phase=Phase.DISCOVER, x=330.0, y=200.0)
LINK = Link(id="ab", source="a", target="b")


def test_chaining_links_the_selection_in_reading_order_as_one_step(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, C, LINK)
    hands.state.select({"c", "a", "b"})
    hands.press(Key.Key_C, CTRL | SHIFT, on=hands.canvas)
    assert {(link.source, link.target) for link in hands.board.links.values()} == {("a", "b"), ("b", "c")}
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert list(hands.board.links) == ["ab"]


def test_chaining_one_card_or_linked_ones_says_why_nothing_happens(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, LINK)
    said: list[str] = []
    hands.state.message.connect(said.append)
    hands.state.select({"a"})
    hands.press(Key.Key_C, CTRL | SHIFT, on=hands.canvas)
    hands.state.select({"a", "b"})
    hands.press(Key.Key_C, CTRL | SHIFT, on=hands.canvas)
    assert "two cards or more" in said[0]
    assert "already linked" in said[1]


def test_ctrl_and_an_arrow_writes_a_linked_card_in_that_direction(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A)
    for key, right, down in (
        (Key.Key_Right, 1, 0),
        (Key.Key_Down, 0, 1),
        (Key.Key_Up, 0, -1),
        (Key.Key_Left, -1, 0),
    ):
        hands.state.select({"a"})
        hands.press(key, CTRL, on=hands.canvas)
        hands.type("next")
        hands.press(Key.Key_Escape)
        new = hands.cards[-1]
        here, there = hands.rect("a").centre, hands.rect(new).centre
        assert ((there.x - here.x) * right > 0) if right else abs(there.x - here.x) < 1
        assert ((there.y - here.y) * down > 0) if down else abs(there.y - here.y) < 1
        assert any(link.source == "a" and link.target == new.id for link in hands.board.links.values())


def test_alt_and_an_arrow_walks_along_links_only(home: Hands, session_file) -> None:
    far = Card(id="far", text="far", phase=Phase.SCALE, x=100.0, y=400.0)
    hands = _opened(
        home,
        session_file,
        A,
        B,
        C,
        ALONE,
        far,
        LINK,
        Link(id="bf", source="b", target="far", kind=LinkKind.SUPPORTS),
    )
    hands.state.select({"a"})
    hands.press(Key.Key_Right, ALT, on=hands.canvas)
    assert hands.state.cards == {"b"}
    hands.press(Key.Key_Right, ALT, on=hands.canvas)
    assert hands.state.cards == {"far"}
    assert hands.canvas.rect().contains(hands.middle("far"))
    hands.press(Key.Key_Left, ALT, on=hands.canvas)
    assert hands.state.cards == {"b"}


def test_t_lights_what_flows_through_the_selection_and_dims_the_rest(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, ALONE, LINK)
    hands.state.select({"a"})
    hands.settle()
    before = {name: _ground(hands, name) for name in ("a", "alone")}
    hands.press(Key.Key_T, on=hands.canvas)
    assert hands.state.lit == {"a", "b"}
    after = {name: _ground(hands, name) for name in ("a", "alone")}
    assert after["a"] == before["a"]
    assert after["alone"].saturation() < before["alone"].saturation()
    hands.press(Key.Key_T, on=hands.canvas)
    assert hands.state.lit is None


def _ground(hands: Hands, name: str) -> QColor:
    """The colour of a card near its lower right corner, where no text stands."""
    rect = hands.rect(name)
    at = hands.canvas.camera.to_screen(rect.centre)
    return hands.canvas.grab().toImage().pixelColor(round(at.x + rect.w * 0.3), round(at.y))


def _opened(home: Hands, session_file, *records) -> Hands:
    assert home.window.open_path(session_file(*records))
    return Hands(home.window, home.bot)
