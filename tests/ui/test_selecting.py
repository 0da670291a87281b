"""Selecting and moving cards: clicks, marquee, Ctrl+A, drags that set the phase, copies, and cards that stay."""

from PySide6.QtCore import QPoint

from tests.ui.hands import ALT, CTRL, SHIFT, Hands, Key
from ui.toast import Toast
from ui.window_state import ORIGIN
from workshop.commands.links import add_link
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.picture.plan import Point


def test_a_click_selects_one_card_and_shift_click_adds_and_takes_away(hands: Hands) -> None:
    one, two = hands.write("one"), hands.write("two")
    hands.click(one)
    assert hands.state.cards == {one.id}
    hands.click(two, SHIFT)
    assert hands.state.cards == {one.id, two.id}
    hands.click(one, SHIFT)
    assert hands.state.cards == {two.id}
    hands.press(Key.Key_Escape)
    assert not hands.state.cards


def test_a_marquee_selects_what_it_touches_and_with_shift_adds(sample: Hands) -> None:
    of_discover = {card.id for card in sample.cards if card.phase is Phase.DISCOVER}
    of_define = {card.id for card in sample.cards if card.phase is Phase.DEFINE}
    sample.press(Key.Key_1)
    sample.drag(*_around(sample, of_discover))
    assert sample.state.cards == of_discover
    sample.drag(*reversed(_around(sample, of_define)), held=SHIFT)
    assert sample.state.cards == of_discover | of_define


def test_escape_in_a_marquee_brings_the_selection_back(sample: Hands) -> None:
    sample.press(Key.Key_1)
    card = next(card for card in sample.cards if card.phase is Phase.DEFINE)
    sample.click(card)
    sample.hold(*_around(sample, {card.id for card in sample.cards if card.phase is Phase.DISCOVER}))
    assert len(sample.state.cards) > 1
    sample.press(Key.Key_Escape)
    assert sample.state.cards == {card.id}


def test_ctrl_a_selects_the_phase_first_and_then_all(sample: Hands) -> None:
    card = next(card for card in sample.cards if card.phase is Phase.DISCOVER)
    sample.press(Key.Key_1)
    sample.click(card)
    sample.press(Key.Key_A, CTRL)
    assert sample.state.cards == {card.id for card in sample.cards if card.phase is Phase.DISCOVER}
    sample.press(Key.Key_A, CTRL)
    assert sample.state.cards == {card.id for card in sample.cards}


def test_dropping_a_card_in_another_phase_sets_its_phase_in_one_step(hands: Hands) -> None:
    card = hands.write("moves")
    to = hands.empty_ground(Phase.DEFINE if card.phase is Phase.DISCOVER else Phase.DISCOVER)
    hands.drag(hands.middle(card), to)
    moved = hands.cards[0]
    assert {card.phase, moved.phase} == {Phase.DISCOVER, Phase.DEFINE}
    assert (hands.middle(moved) - to).manhattanLength() <= 2
    hands.press(Key.Key_Z, CTRL)
    assert hands.cards[0].place == card.place


def test_dragging_one_of_several_selected_cards_moves_all(hands: Hands) -> None:
    cards = [hands.write(text) for text in ("one", "two", "three")]
    before = [hands.rect(card) for card in cards]
    hands.press(Key.Key_A, CTRL)
    hands.drag(hands.middle(cards[1]), hands.middle(cards[1]) + QPoint(0, 60))
    zoom = hands.canvas.camera.zoom
    for was, card in zip(before, cards, strict=True):
        now = hands.rect(card)
        assert abs(now.x - was.x) < 0.02
        assert abs(now.y - was.y - 60 / zoom) < 0.02
    hands.press(Key.Key_Z, CTRL)
    assert [hands.rect(card) for card in cards] == before


def test_escape_in_a_drag_changes_nothing(hands: Hands) -> None:
    card = hands.write("stays")
    steps = hands.desk.session.workshop.history.mark("window")
    hands.hold(hands.middle(card), hands.empty_ground(Phase.DEFINE))
    assert hands.canvas.lifted == {card.id}
    hands.press(Key.Key_Escape)
    assert not hands.canvas.lifted
    assert hands.cards[0].place == card.place
    assert hands.desk.session.workshop.history.mark("window") == steps


def test_alt_drag_puts_down_a_copy_in_one_step(hands: Hands) -> None:
    card = hands.write("twice")
    hands.drag(hands.middle(card), hands.empty_ground(Phase.DEFINE), held=ALT)
    first, copy = hands.cards
    assert first.place == card.place
    assert (copy.text, copy.phase) == ("twice", Phase.DEFINE)
    assert hands.state.cards == {copy.id}
    hands.press(Key.Key_Z, CTRL)
    assert [one.id for one in hands.cards] == [card.id]


def test_a_locked_card_stays_where_it_is_and_says_why(hands: Hands) -> None:
    locked, free = hands.write("locked"), hands.write("free")
    hands.click(locked)
    hands.press(Key.Key_L, CTRL | SHIFT)
    hands.press(Key.Key_A, CTRL)
    hands.drag(hands.middle(free), hands.middle(free) + QPoint(0, 90))
    assert hands.card("locked").place == locked.place
    assert hands.card("free").place != free.place
    assert "Locked cards stay" in hands.desk.findChild(Toast).text()
    hands.click(locked)
    hands.press(Key.Key_Delete)
    assert hands.card("locked")
    hands.press(Key.Key_Return)
    assert not hands.canvas.editor.isVisible()
    assert "locked" in hands.desk.findChild(Toast).text()


def test_delete_removes_and_undo_brings_back_with_links(sample: Hands) -> None:
    cards, links = dict(sample.board.cards), dict(sample.board.links)
    sample.press(Key.Key_A, CTRL)
    sample.press(Key.Key_Delete)
    assert all(card.locked for card in sample.cards)
    assert not sample.board.links
    sample.press(Key.Key_Z, CTRL)
    assert (dict(sample.board.cards), dict(sample.board.links)) == (cards, links)


def test_ctrl_d_duplicates_and_selects_the_copies(hands: Hands) -> None:
    hands.write("one")
    hands.press(Key.Key_D, CTRL)
    first, copy = hands.cards
    assert (first.text, copy.text) == ("one", "one")
    assert hands.state.cards == {copy.id}
    assert hands.rect(copy) != hands.rect(first)


def test_a_small_tremble_of_the_hand_is_a_click(hands: Hands) -> None:
    card = hands.write("still")
    at = hands.middle(card)
    hands.drag(at, at + QPoint(1, 1))
    assert hands.cards[0] == card


def test_what_undo_and_redo_bring_back_is_selected(hands: Hands) -> None:
    one, two = hands.write("one"), hands.write("two")
    link = add_link(hands.state.workshop, origin=ORIGIN, source=one.id, target=two.id, kind=LinkKind.LEADS_TO)
    hands.state.select({one.id, two.id})
    hands.press(Key.Key_Delete, on=hands.canvas)
    hands.press(Key.Key_Z, CTRL)
    assert (hands.state.cards, hands.state.links) == ({one.id, two.id}, frozenset())
    hands.press(Key.Key_Up, SHIFT, on=hands.canvas)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Z, CTRL)
    assert not hands.state.cards, "nothing came back: the cards only moved"
    hands.press(Key.Key_Z, CTRL)
    assert not hands.board.links
    hands.press(Key.Key_Z, CTRL | SHIFT)
    assert (hands.state.cards, hands.state.links) == (frozenset(), {link.id})


def test_undo_with_nothing_to_undo_says_so(hands: Hands) -> None:
    hands.press(Key.Key_Z, CTRL)
    assert "nothing to undo" in hands.desk.findChild(Toast).text()


def _around(hands: Hands, cards: set[str]) -> tuple[QPoint, QPoint]:
    rects = [hands.rect(card) for card in cards]
    left, top = min(rect.x for rect in rects) - 6, min(rect.y for rect in rects) - 6
    right, bottom = max(rect.right for rect in rects) + 6, max(rect.bottom for rect in rects) + 6
    return hands.pixel(Point(left, top)), hands.pixel(Point(right, bottom))
