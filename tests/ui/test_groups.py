"""Groups on the board: made by Ctrl+G and named, moved together, folded to a stack, filled and joined by keys."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.hands import ALT, CTRL, SHIFT, Hands, Key
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Group
from workshop.model.links import Link
from workshop.picture.group_plan import GroupBox

A = Card(id="a", text="a", phase=Phase.DISCOVER, x=200.0, y=-60.0, group="g")
B = Card(id="b", text="b", phase=Phase.DISCOVER, x=430.0, y=-60.0, group="g")
C = Card(id="c", text="c", phase=Phase.DISCOVER, x=200.0, y=250.0)
D = Card(id="d", text="d", phase=Phase.DISCOVER, x=430.0, y=250.0)
G = Group(id="g", name="Bills")


def test_ctrl_g_makes_a_group_and_its_name_is_typed_at_once(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, C, D)
    hands.press(Key.Key_A, CTRL, on=hands.canvas)
    hands.press(Key.Key_G, CTRL, on=hands.canvas)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "What hurts")
    hands.press(Key.Key_Return)
    (group,) = hands.board.groups.values()
    assert group.name == "What hurts"
    assert {card.group for card in hands.cards} == {group.id}
    assert QApplication.focusWidget() is hands.canvas
    hands.press(Key.Key_Z, CTRL)
    assert not hands.board.groups


def test_a_press_takes_the_group_and_a_second_click_the_card_alone(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, C, G)
    hands.click("a")
    assert hands.state.cards == {"a", "b"}
    hands.click("a")
    assert hands.state.cards == {"a"}


def test_the_cards_of_a_group_move_together_by_a_card_or_by_the_label(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, C, G)
    hands.drag(hands.middle("a"), hands.middle("a") + QPoint(0, -60), held=CTRL)
    a, b = hands.board.cards["a"], hands.board.cards["b"]
    assert a.y == b.y < A.y
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    label = hands.pixel(_box(hands).label.centre)
    hands.drag(label, label + QPoint(30, 0), held=CTRL)
    moved = {name: hands.board.cards[name].x for name in "abc"}
    assert moved["a"] - A.x == moved["b"] - B.x > 0
    assert moved["c"] == C.x


def test_a_folded_group_is_one_stack_that_moves_and_unfolds_as_it_was(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, C, G, Link(id="bc", source="b", target="c"))
    hands.click("a")
    hands.press(Key.Key_F, on=hands.canvas)
    assert hands.board.groups["g"].folded
    assert hands.rect("a") == hands.rect("b")
    assert _box(hands).count == 2
    hands.drag(hands.middle("a"), hands.middle("a") + QPoint(0, -60), held=CTRL)
    caret = hands.pixel(_box(hands).caret.centre)
    hands.click_at(caret)
    assert not hands.board.groups["g"].folded
    a, b = hands.board.cards["a"], hands.board.cards["b"]
    assert (b.x - a.x, b.y - a.y) == (B.x - A.x, B.y - A.y)
    assert a.y < A.y


def test_g_puts_the_selection_into_a_group_by_its_number(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, C, G)
    hands.state.select({"c"})
    hands.press(Key.Key_G, on=hands.canvas)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_1)
    hands.breathe()
    assert hands.board.cards["c"].group == "g"
    hands.press(Key.Key_G, CTRL | SHIFT, on=hands.canvas)
    assert hands.board.cards["c"].group is None


def test_two_groups_become_one(home: Hands, session_file) -> None:
    other = Group(id="h", name="Other")
    hands = _opened(
        home, session_file, A, B, G, Card(id="e", phase=Phase.DEFINE, x=100.0, y=0.0, group="h"), other
    )
    hands.state.select({"a", "e"})
    hands.window.actions_by_name["merge_groups"].trigger()
    assert set(hands.board.groups) == {"g"}
    assert hands.board.cards["e"].group == "g"


def test_a_double_click_on_the_label_names_it_and_escape_keeps_the_old_name(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, G)
    hands.double_click_at(hands.pixel(_box(hands).label.centre))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Other")
    hands.press(Key.Key_Escape)
    assert hands.board.groups["g"].name == "Bills"
    assert QApplication.focusWidget() is hands.canvas


def _box(hands: Hands) -> GroupBox:
    (box,) = hands.canvas.scene.groups.boxes
    return box


def _opened(home: Hands, session_file, *records) -> Hands:
    assert home.window.open_path(session_file(*records))
    return Hands(home.window, home.bot)


def test_suggested_groups_are_explained_lit_and_taken_or_passed_over_by_keys(home: Hands, session_file) -> None:
    texts = [
        "Finance cannot find the invoice breakdown",
        "The invoice lost its breakdown",
        "Parking is hard at the shop",
        "Hard parking drives people from the shop",
        "Nobody answers after six",
        "Our logo looks old beside the new colours",
        "Two people left the team in spring",
    ]
    cards = [
        Card(id=str(place), text=text, phase=Phase.DISCOVER, x=60.0 + 230 * (place % 3), y=160.0 * (place // 3))
        for place, text in enumerate(texts)
    ]
    hands = _opened(home, session_file, *cards)
    hands.press(Key.Key_J, CTRL | SHIFT, on=hands.canvas)
    assert hands.state.lit in ({"0", "1"}, {"2", "3"})
    first = hands.state.lit
    hands.press(Key.Key_Space)
    (group,) = hands.board.groups.values()
    assert {card.id for card in hands.cards if card.group == group.id} == first
    assert group.name
    assert hands.state.lit != first
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Space)
    assert hands.state.lit is None
    assert len(hands.board.groups) == 1
    assert QApplication.focusWidget() is hands.canvas
    hands.press(Key.Key_Z, CTRL)
    assert not hands.board.groups
    hands.state.select()


def test_of_a_stack_only_the_first_card_is_painted_however_large_the_others_are(
    home: Hands, session_file
) -> None:
    large = Card(id="b", text="b", phase=Phase.DISCOVER, x=430.0, y=-60.0, w=400.0, h=300.0, group="g")
    hands = _opened(home, session_file, A, large, Group(id="g", name="Bills", folded=True))
    assert hands.rect("b") == hands.rect("a")
    hands.settle()
    rect = hands.rect("a")
    beyond = hands.canvas.camera.to_screen(rect.centre._replace(x=rect.right + 60))
    shown = hands.canvas.grab().toImage().pixelColor(round(beyond.x), round(beyond.y))
    hands.press(Key.Key_A, CTRL, on=hands.canvas)
    hands.press(Key.Key_Delete, on=hands.canvas)
    hands.settle()
    empty = hands.canvas.grab().toImage().pixelColor(round(beyond.x), round(beyond.y))
    assert shown == empty


def test_a_stack_is_taken_as_a_whole_by_right_click_too_and_unfolds_with_a_double_click(
    home: Hands, session_file
) -> None:
    hands = _opened(home, session_file, A, B, C, Group(id="g", name="Bills", folded=True))
    hands.state.select({"a"})
    assert hands.state.cards == {"a", "b"}
    hands.double_click_at(hands.middle("a"))
    assert not hands.board.groups["g"].folded
    assert not hands.canvas.editor.isVisible()


def test_folding_and_colouring_several_groups_is_one_step_each(home: Hands, session_file) -> None:
    other = Group(id="h", name="Other")
    hands = _opened(
        home, session_file, A, G, Card(id="e", phase=Phase.DEFINE, x=100.0, y=0.0, group="h"), other
    )
    hands.state.select({"a", "e"})
    hands.press(Key.Key_F, on=hands.canvas)
    assert all(group.folded for group in hands.board.groups.values())
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert not any(group.folded for group in hands.board.groups.values())


def test_the_bar_of_suggestions_keeps_its_keys_and_goes_with_escape(home: Hands, session_file) -> None:
    twins = [
        Card(id=str(n), text="Invoice breakdown is missing", phase=Phase.DISCOVER, x=60.0 + 230 * n)
        for n in (0, 1)
    ]
    others = [
        Card(id=f"o{n}", text=text, phase=Phase.DISCOVER, x=60.0 + 230 * n, y=200.0)
        for n, text in enumerate(("Parking is hard", "Nobody answers", "Our logo looks old"))
    ]
    hands = _opened(home, session_file, *twins, *others)
    hands.press(Key.Key_J, CTRL | SHIFT, on=hands.canvas)
    hands.press(Key.Key_Delete)
    hands.press(Key.Key_N)
    assert len(hands.cards) == 5
    hands.press(Key.Key_Return)
    assert len(hands.board.groups) == 1
    assert hands.state.lit is None


def test_alt_dragging_a_stack_makes_a_stack_of_its_own_with_the_name(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, C, Group(id="g", name="Bills", colour="rose", folded=True))
    hands.drag(hands.middle("a"), hands.middle("a") + QPoint(0, -110), held=ALT)
    old, new = hands.board.groups.values()
    assert (new.name, new.colour, new.folded) == ("Bills", "rose", True)
    assert {card.id for card in hands.cards if card.group == old.id} == {"a", "b"}
    copies = [card for card in hands.cards if card.group == new.id]
    assert [card.text for card in copies] == ["a", "b"]
    assert copies[1].x - copies[0].x == B.x - A.x
    assert hands.state.cards == {card.id for card in copies}
    assert [box.count for box in hands.canvas.scene.groups.boxes] == [2, 2]
    hands.press(Key.Key_Z, CTRL, on=hands.canvas)
    assert set(hands.board.groups) == {"g"}
    assert len(hands.cards) == 3


def test_a_copy_of_one_card_of_a_group_lies_in_that_group(home: Hands, session_file) -> None:
    hands = _opened(home, session_file, A, B, G)
    hands.click("a")
    hands.click("a")
    hands.press(Key.Key_D, CTRL, on=hands.canvas)
    assert set(hands.board.groups) == {"g"}
    assert [card.group for card in hands.cards] == ["g", "g", "g"]
