"""Dragging: snapping to others, the sign of the phase, resizing by the corner, ends of links."""

from PySide6.QtCore import QPoint

from tests.ui.hands import CTRL, Hands, Key
from tests.ui.seeing import alike
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.picture.placement import GAP

A = Card(id="a", text="a", phase=Phase.DISCOVER, x=100.0, y=-60.0)
B = Card(id="b", text="b", phase=Phase.DISCOVER, x=400.0, y=-60.0)
C = Card(id="c", text="c", phase=Phase.DISCOVER, x=400.0, y=160.0)


def test_a_card_dropped_nearly_in_line_lies_in_line_and_with_ctrl_where_it_was_let_go(
    home: Hands, session_file
) -> None:
    hands = _opened(home, session_file, A, B)
    below = hands.middle("b") - hands.middle("a") + QPoint(4, 150)
    hands.drag(hands.middle("a"), hands.middle("a") + below)
    assert hands.board.cards["a"].x == B.x
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    hands.drag(hands.middle("a"), hands.middle("a") + below, held=CTRL)
    assert hands.board.cards["a"].x != B.x


def test_below_a_column_of_cards_a_card_falls_into_place(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B)
    zoom = hands.canvas.camera.zoom
    drop = hands.middle("b") - hands.middle("a") + QPoint(3, round((B.h + GAP) * zoom) + 4)
    hands.drag(hands.middle("a"), hands.middle("a") + drop)
    assert (hands.board.cards["a"].x, hands.board.cards["a"].y) == (B.x, B.y + B.h + GAP)


def test_over_another_phase_a_sign_says_where_the_cards_come(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A)
    hands.canvas.looking.fit_diamond(next(iter(hands.canvas.scene.layout.diamonds)))
    there = hands.empty_ground(Phase.DEFINE)
    plain = hands.canvas.grab().toImage()
    hands.hold(hands.middle("a"), there)
    hands.bot.waitUntil(lambda: not alike(hands.canvas.grab().toImage(), plain))
    hands.press(Key.Key_Escape, on=hands.canvas)
    assert hands.board.cards["a"] == A
    hands.drag(hands.middle("a"), there)
    assert hands.board.cards["a"].phase is Phase.DEFINE


def test_the_corner_of_a_selected_card_resizes_it_as_one_step_never_cutting_its_text(
    home: Hands, session_file
) -> None:
    long = Card(id="long", text="many words " * 40, phase=Phase.DISCOVER, x=100.0, y=-60.0, h=420.0)
    hands = _opened(home, session_file, long)
    hands.click("long")
    corner = _corner(hands, "long")
    hands.drag(corner, corner + QPoint(60, -2_000))
    now = hands.board.cards["long"]
    assert now.w > long.w
    assert 84.0 < now.h < long.h
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert hands.board.cards["long"] == long


def test_escape_leaves_the_size_and_a_locked_card_has_no_corner(home: Hands, session_file) -> None:
    fixed = Card(id="fixed", text="fixed", phase=Phase.DISCOVER, x=400.0, y=-60.0, locked=True)
    hands = _opened(home, session_file, A, fixed)
    hands.click("a")
    hands.hold(_corner(hands, "a"), _corner(hands, "a") + QPoint(80, 80))
    hands.press(Key.Key_Escape, on=hands.canvas)
    assert hands.board.cards["a"] == A
    hands.click("fixed")
    hands.drag(_corner(hands, "fixed"), _corner(hands, "fixed") + QPoint(80, 80))
    assert hands.board.cards["fixed"] == fixed


def test_an_end_of_the_selected_link_is_dragged_to_another_card(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, C, Link(id="ab", source="a", target="b"))
    hands.state.select(links={"ab"})
    start, end = (hands.pixel(point) for point in hands.canvas.pointing.handles.link_ends)
    hands.drag(end, hands.middle("c"))
    assert hands.board.links["ab"].target == "c"
    start, end = (hands.pixel(point) for point in hands.canvas.pointing.handles.link_ends)
    hands.drag(start, hands.middle("b"))
    assert hands.board.links["ab"].source == "b"
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert hands.board.links["ab"].target == "b"


def test_an_end_let_go_over_nothing_or_where_a_rule_forbids_it_stays(home: Hands, session_file) -> None:
    other = Link(id="ac", source="a", target="c", kind=LinkKind.LEADS_TO)
    hands = _opened(home, session_file, A, B, C, Link(id="ab", source="a", target="b"), other)
    said: list[str] = []
    hands.state.message.connect(said.append)
    hands.state.select(links={"ab"})
    end = hands.pixel(hands.canvas.pointing.handles.link_ends[1])
    hands.drag(end, hands.empty_ground())
    assert hands.board.links["ab"].target == "b"
    hands.drag(hands.pixel(hands.canvas.pointing.handles.link_ends[1]), hands.middle("c"))
    assert hands.board.links["ab"].target == "b"
    assert "already linked" in said[-1]


def test_the_thread_of_the_card_on_which_the_pointer_rests_lights_up(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, C, Link(id="ab", source="a", target="b"))
    hands.move(hands.middle("a"))
    hands.bot.waitUntil(lambda: hands.state.lit == {"a", "b"})
    hands.move(hands.middle("c"))
    assert hands.state.lit is None


def _corner(hands: Hands, card: str) -> QPoint:
    rect = hands.rect(card)
    return hands.pixel(rect.centre._replace(x=rect.right, y=rect.bottom))


def _opened(home: Hands, session_file, *records) -> Hands:
    assert home.window.open_path(session_file(*records))
    return Hands(home.window, home.bot)
