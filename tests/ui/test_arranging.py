"""Arranging cards by keys: nudging, aligning, distributing, tidying, layers."""

from itertools import combinations

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.hands import ALT, CTRL, SHIFT, Hands, Key
from workshop.model.cards import Card, CardKind
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Group

A = Card(id="a", text="a", phase=Phase.DISCOVER, x=100.0, y=-200.0, kind=CardKind.RISK)
B = Card(id="b", text="b", phase=Phase.DISCOVER, x=330.0, y=-60.0, kind=CardKind.INSIGHT)
C = Card(id="c", text="c", phase=Phase.DISCOVER, x=560.0, y=90.0, kind=CardKind.RISK)
FIXED = Card(id="fixed", text="fixed", phase=Phase.DISCOVER, x=100.0, y=300.0, locked=True)


def test_shift_and_arrow_nudges_by_ten_with_ctrl_by_one_each_one_step(home: Hands, session_file) -> None:
    hands = _with_all_selected(home, session_file)
    hands.press(Key.Key_Right, SHIFT, on=hands.canvas)
    assert hands.board.cards["a"].x == 110.0
    hands.press(Key.Key_Down, SHIFT | CTRL, on=hands.canvas)
    assert hands.board.cards["a"].y == -199.0
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_Z, CTRL)
    assert hands.board.cards["a"] == A


def test_aligning_leaves_locked_cards_where_they_are_and_says_so(home: Hands, session_file) -> None:
    hands = _with_all_selected(home, session_file)
    said: list[str] = []
    hands.state.message.connect(said.append)
    hands.press(Key.Key_L, ALT | SHIFT, on=hands.canvas)
    assert [hands.board.cards[name].x for name in "abc"] == [100.0, 100.0, 100.0]
    assert hands.board.cards["fixed"] == FIXED
    assert "Locked cards stay" in said[0]


def test_even_gaps_move_only_what_lies_between(home: Hands, session_file) -> None:
    hands = _with_all_selected(home, session_file)
    hands.press(Key.Key_V, ALT | SHIFT, on=hands.canvas)
    tops = [hands.board.cards[name].y for name in "abc"]
    assert tops == [-200.0, -55.0, 90.0]


def test_shift_t_tidies_the_selection_into_rows_by_kind(home: Hands, session_file) -> None:
    hands = _with_all_selected(home, session_file)
    hands.press(Key.Key_T, SHIFT, on=hands.canvas)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_K)
    hands.breathe()
    a, b, c = (hands.board.cards[name] for name in "abc")
    assert a.y == c.y != b.y
    assert a.x != c.x
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert [hands.board.cards[name] for name in "abc"] == [A, B, C]


def test_tidying_with_nothing_selected_takes_the_phase_in_the_middle(home: Hands, session_file) -> None:
    hands = _with_all_selected(home, session_file)
    hands.state.select()
    hands.canvas.looking.fit_phase(Phase.DISCOVER)
    hands.press(Key.Key_T, SHIFT, on=hands.canvas)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_D)
    hands.breathe()
    assert len({hands.board.cards[name].y for name in "abc"}) == 1


def test_a_card_brought_to_the_front_is_hit_first_and_undo_lays_it_back(home: Hands, session_file) -> None:
    under, over = (Card(id=name, text=name, phase=Phase.DISCOVER, x=300.0, y=0.0) for name in ("under", "over"))
    assert home.window.open_path(session_file(under, over))
    hands = Hands(home.window, home.bot)
    assert hands.canvas.pick(hands.middle("under")) == "over"
    hands.state.select({"under"})
    hands.press(Key.Key_BraceRight, on=hands.canvas)
    assert hands.canvas.pick(hands.middle("under")) == "under"
    hands.press(Key.Key_BraceLeft, on=hands.canvas)
    assert hands.canvas.pick(hands.middle("under")) == "over"
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert hands.canvas.pick(hands.middle("under")) == "under"


def _with_all_selected(home: Hands, session_file) -> Hands:
    assert home.window.open_path(session_file(A, B, C, FIXED))
    hands = Hands(home.window, home.bot)
    hands.press(Key.Key_A, CTRL, on=hands.canvas)
    assert len(hands.state.cards) == 4
    return hands


def test_tidying_keeps_the_cards_of_a_group_together_and_apart_from_the_rest(home: Hands, session_file) -> None:
    grouped = [replace(card, group="g") for card in (A, C)]
    loose = [
        Card(id=str(n), phase=Phase.DISCOVER, x=80.0 + 90 * n, y=-150.0 + 70 * n, kind=CardKind.RISK)
        for n in range(4)
    ]
    assert home.window.open_path(session_file(*grouped, B, *loose, Group(id="g", name="Bills")))
    home.press(Key.Key_A, CTRL, on=home.canvas)
    home.press(Key.Key_T, SHIFT, on=home.canvas)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_K)
    home.breathe()
    (box,) = home.canvas.scene.groups.boxes
    assert home.rect("a").y == home.rect("c").y
    others = [home.rect(card) for card in ("b", "0", "1", "2", "3")]
    assert not any(other.overlaps(box.frame) for other in others)
    assert not any(one.overlaps(other) for one, other in combinations(others, 2))
    home.press(Key.Key_Z, CTRL, on=home.canvas)
    assert home.board.cards["a"].y == A.y


def test_a_stack_stays_while_others_are_tidied_and_moves_as_one_thing(home: Hands, session_file) -> None:
    stacked = [replace(card, group="g") for card in (A, C)]
    loose = Card(id="d", phase=Phase.DISCOVER, x=90.0, y=-190.0)
    assert home.window.open_path(session_file(*stacked, B, loose, Group(id="g", name="Bills", folded=True)))
    home.press(Key.Key_A, CTRL, on=home.canvas)
    home.press(Key.Key_T, SHIFT, on=home.canvas)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_K)
    home.breathe()
    (box,) = home.canvas.scene.groups.boxes
    assert (home.board.cards["a"].place, home.board.cards["c"].place) == (A.place, C.place)
    assert not any(home.rect(card).overlaps(box.frame) for card in "bd")
    home.state.select({"a"})
    home.press(Key.Key_Right, SHIFT, on=home.canvas)
    home.press(Key.Key_T, ALT | SHIFT, on=home.canvas)
    a, c = home.board.cards["a"], home.board.cards["c"]
    assert (a.x, c.x) == (A.x + 10, C.x + 10)
    assert (c.x - a.x, c.y - a.y) == (C.x - A.x, C.y - A.y)
