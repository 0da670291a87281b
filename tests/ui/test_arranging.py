"""Arranging cards by keys: nudging, aligning, distributing, tidying, layers."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.hands import ALT, CTRL, SHIFT, Hands, Key
from workshop.model.cards import Card, CardKind
from workshop.model.diamonds import Phase

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
