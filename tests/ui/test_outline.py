"""The outline: the whole board as a tree, worked by keys alone, with no step that only the mouse can take."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.hands import ALT, CTRL, NO, SHIFT, Hands, Key
from ui.outline.nodes import NodeKind
from ui.outline.view import OutlineView
from ui.settings import read_setting
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind


def test_o_opens_the_outline_and_o_closes_it_and_that_is_remembered(hands: Hands) -> None:
    hands.press(Key.Key_O, on=hands.canvas)
    assert _view(hands).hasFocus()
    assert read_setting("outline", "") == "shown"
    hands.press(Key.Key_O)
    assert hands.canvas.hasFocus()
    assert not hands.desk.outlining.panel.isVisible()
    hands.press(Key.Key_O, CTRL | SHIFT, on=hands.window)
    assert _view(hands).hasFocus()


def test_it_reads_diamonds_phases_groups_cards_and_links_in_reading_order(sample: Hands) -> None:
    view = _opened(sample)
    model = view.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    titles = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert titles == ["Problem", "Solution", "Outcome", "Parking lot"]
    cards = [node.key for node in _walked(view) if node.kind is NodeKind.CARD]
    assert sorted(cards) == sorted(card.id for card in sample.cards)
    linked = next(node for node in _walked(view) if node.kind is NodeKind.LINK)
    assert linked.parent is not None
    assert linked.parent.kind is NodeKind.CARD


def test_what_lies_face_down_is_not_read_out(sample: Hands) -> None:
    view = _opened(sample)
    hidden = next(card for card in sample.cards if card.hidden)
    index = view.model().card_index(hidden.id)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole):
        assert hidden.text[:10] not in str(index.data(role))
    assert not view.model().hasChildren(index)
    view.go_to(index)
    sample.press(Key.Key_Return)
    assert sample.state.cards == {hidden.id}
    assert view.state() != OutlineView.State.EditingState


def test_the_outline_and_the_board_follow_each_others_selection(sample: Hands) -> None:
    view = _opened(sample)
    first, second = [card for card in sample.cards if not card.hidden][:2]
    sample.state.select({first.id})
    assert view.current.key == first.id
    view.go_to(view.model().card_index(second.id))
    assert sample.state.cards == {second.id}
    sample.state.select({first.id, second.id})
    assert len(view.selectionModel().selectedIndexes()) == 2


def test_a_group_row_selects_its_cards_and_a_phase_row_chooses_the_phase(hands: Hands) -> None:
    view = _with_cards(hands, "one", "two")
    hands.state.select({card.id for card in hands.cards})
    hands.press(Key.Key_G, CTRL)
    hands.type("A pair")
    hands.press(Key.Key_Return)
    (group,) = hands.board.groups.values()
    assert group.name == "A pair"
    hands.state.select()
    view.go_to(view.model().group_index(group.id))
    assert hands.state.cards == {card.id for card in hands.cards}
    hands.press(Key.Key_Up)
    assert hands.state.phase is Phase.DISCOVER
    assert not hands.state.cards


def test_writing_and_new_cards_by_keys_are_one_step_each(hands: Hands) -> None:
    view = _opened(hands)
    view.go_to(view.model().index_of(view.model().tree.phase_node(Phase.DEFINE)))
    hands.press(Key.Key_N)
    hands.type("First")
    hands.press(Key.Key_Tab, on=QApplication.focusWidget())
    hands.type("Second")
    hands.press(Key.Key_Return)
    assert [(card.text, card.phase) for card in hands.cards] == [
        ("First", Phase.DEFINE),
        ("Second", Phase.DEFINE),
    ]
    assert view.hasFocus()
    assert view.current.key == hands.card("Second").id
    hands.press(Key.Key_Return)
    hands.type(" thoughts")
    hands.press(Key.Key_Escape)
    assert hands.cards[1].text == "Second thoughts"
    hands.press(Key.Key_Z, CTRL)
    assert hands.cards[1].text == "Second"
    hands.press(Key.Key_Z, CTRL)
    assert [card.text for card in hands.cards] == ["First"]


def test_a_new_card_left_empty_never_was(hands: Hands) -> None:
    _opened(hands)
    hands.press(Key.Key_N)
    hands.press(Key.Key_Escape)
    assert hands.cards == []
    assert hands.state.workshop.history.next_undo("window") is None


def test_cards_move_between_phases_by_keys(hands: Hands) -> None:
    view = _with_cards(hands, "one")
    view.go_to(view.model().card_index(hands.cards[0].id))
    hands.press(Key.Key_Right, ALT)
    assert hands.cards[0].phase is Phase.DEFINE
    assert view.current.key == hands.cards[0].id
    hands.press(Key.Key_M)
    hands.press(Key.Key_P, on=_popup())
    assert hands.cards[0].phase is None
    hands.press(Key.Key_Z, CTRL)
    assert hands.cards[0].phase is Phase.DEFINE


def test_linking_by_searching_the_target(hands: Hands) -> None:
    view = _with_cards(hands, "bread", "butter", "cheese")
    view.go_to(view.model().card_index(hands.card("bread").id))
    hands.press(Key.Key_L)
    hands.type("supports")
    hands.press(Key.Key_Return)
    hands.type("chee")
    hands.press(Key.Key_Return)
    (link,) = hands.board.links.values()
    assert (link.source, link.target, link.kind) == (
        hands.card("bread").id,
        hands.card("cheese").id,
        LinkKind.SUPPORTS,
    )
    assert view.hasFocus()
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Right)
    assert hands.state.links == {link.id}
    hands.press(Key.Key_Return)
    assert hands.state.cards == {hands.card("cheese").id}
    view.go_to(view.model().link_index(link.id))
    hands.press(Key.Key_Delete)
    assert not hands.board.links


def test_dots_are_given_and_taken_by_a_key(hands: Hands) -> None:
    view = _with_cards(hands, "one")
    view.go_to(view.model().card_index(hands.cards[0].id))
    for _ in range(3):
        hands.press(Key.Key_D)
    hands.press(Key.Key_D, SHIFT)
    assert [vote.dots for vote in hands.board.votes.values()] == [2]
    assert "2 dots" in view.model().words.of(view.current).spoken
    assert "2 ●" in view.model().words.of(view.current).detail
    hands.press(Key.Key_Z, CTRL)
    assert [vote.dots for vote in hands.board.votes.values()] == [3]


def test_after_deleting_the_row_below_is_selected_and_undo_brings_the_card_again(hands: Hands) -> None:
    view = _with_cards(hands, "one", "two", "three")
    order = [node.key for node in _walked(view) if node.kind is NodeKind.CARD]
    view.go_to(view.model().card_index(order[0]))
    hands.press(Key.Key_Delete)
    assert hands.state.cards == {order[1]}
    assert view.current.key == order[1]
    hands.press(Key.Key_Z, CTRL)
    assert len(hands.cards) == 3
    assert [node.key for node in _walked(view) if node.kind is NodeKind.CARD] == order


def test_ungrouping_and_putting_into_a_group_by_keys(hands: Hands) -> None:
    view = _with_cards(hands, "one", "two")
    one, two = hands.cards
    view.go_to(view.model().card_index(one.id))
    hands.press(Key.Key_G, CTRL)
    hands.press(Key.Key_Return)
    view.go_to(view.model().card_index(two.id))
    hands.press(Key.Key_G)
    hands.press(Key.Key_1, on=_popup())
    assert len({card.group for card in hands.cards}) == 1
    assert view.current.parent is not None
    assert view.current.parent.kind is NodeKind.GROUP
    hands.press(Key.Key_G, CTRL | SHIFT)
    assert hands.board.cards[two.id].group is None


def test_the_menu_key_offers_everything_with_its_keys(hands: Hands) -> None:
    _with_cards(hands, "one")
    hands.press(Key.Key_F10, SHIFT)
    menu = _popup()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert "Link to a card…\tL" in words
    menu.close()


@pytest.mark.parametrize("key", [Key.Key_Escape])
def test_escape_gives_the_board_the_keyboard(hands: Hands, key: Qt.Key) -> None:
    _opened(hands)
    hands.press(key)
    assert hands.canvas.hasFocus()


def test_it_stays_when_the_colours_change(sample: Hands) -> None:
    _opened(sample)
    sample.press(Key.Key_D, CTRL | SHIFT, on=sample.window)
    sample.breathe()
    assert _view(sample).isVisible()
    assert _view(sample).model().rowCount() == 4


def _opened(hands: Hands) -> OutlineView:
    hands.press(Key.Key_O, NO, on=hands.canvas)
    return _view(hands)


def _with_cards(hands: Hands, *texts: str) -> OutlineView:
    for text in texts:
        hands.write(text)
        hands.press(Key.Key_Escape, on=hands.canvas)
    return _opened(hands)


def _view(hands: Hands) -> OutlineView:
    panel = hands.desk.outlining.panel
    assert panel is not None
    return panel.view


def _popup() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def _walked(view: OutlineView) -> list:
    model, found = view.model(), []

    def walk(index: QModelIndex) -> None:
        for row in range(model.rowCount(index)):
            child = model.index(row, 0, index)
            found.append(model.node(child))
            walk(child)

    walk(QModelIndex())
    return found
