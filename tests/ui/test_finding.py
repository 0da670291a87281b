"""Finding: typing dims all other cards, stepping goes to what was found, chips filter, and back leads back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key
from ui.finding.find_bar import FindBar
from workshop.commands.cards import add_card, change_cards, change_text, remove_cards
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Group
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Rect


def test_typing_counts_what_is_found_and_dims_the_rest(sample: Hands) -> None:
    _look_for(sample, "bookkeepers")
    found = {card.id for card in sample.cards if "bookkeepers" in card.text.casefold() and not card.hidden}
    assert found
    assert sample.state.lit == found
    assert _bar(sample).count.text() in (f"{len(found)} cards", "1 card")
    sample.type("zzz")
    assert sample.state.lit == frozenset()
    assert _bar(sample).count.text() == "No card"


def test_the_bar_leaves_the_board_to_the_mouse_and_escape_gives_it_the_keyboard(sample: Hands) -> None:
    _look_for(sample, "invoice")
    card = _uncovered(sample)
    sample.click(card)
    assert _bar(sample).isVisible()
    assert card.id in sample.state.cards
    sample.press(Key.Key_F, CTRL)
    sample.press(Key.Key_Escape)
    assert not _bar(sample).isVisible()
    assert sample.state.lit is None
    assert sample.canvas.hasFocus()
    assert sample.write("and on")


def test_escape_on_the_board_lets_go_of_the_selection_first_and_then_of_the_search(sample: Hands) -> None:
    _look_for(sample, "invoice")
    sample.click(_uncovered(sample))
    sample.press(Key.Key_Escape)
    assert _bar(sample).isVisible()
    assert not sample.state.cards
    sample.press(Key.Key_Escape)
    assert not _bar(sample).isVisible()


def test_enter_and_f3_go_round_what_was_found_and_show_it_readably(sample: Hands) -> None:
    sample.press(Key.Key_0)
    _look_for(sample, "invoice")
    found = list(sample.desk.finding.search.found)
    assert len(found) > 2
    visited = []
    for key in (Key.Key_Return, Key.Key_F3, Key.Key_Down):
        sample.press(key)
        visited.extend(sample.state.cards)
        assert sample.canvas.camera.zoom > 0.6
        assert _clear_view(sample).contains(sample.rect(visited[-1]))
    assert visited == found[:3]
    assert _bar(sample).count.text() == f"3 of {len(found)}"
    sample.press(Key.Key_F3, SHIFT)
    sample.press(Key.Key_Return, SHIFT)
    assert sample.state.cards == {found[0]}
    sample.press(Key.Key_Up)
    assert sample.state.cards == {found[-1]}


def test_f3_without_the_bar_looks_again_for_what_was_looked_for_last(sample: Hands) -> None:
    _look_for(sample, "invoice")
    sample.press(Key.Key_Return)
    first = set(sample.state.cards)
    sample.press(Key.Key_Escape)
    sample.press(Key.Key_F3)
    assert _bar(sample).isVisible()
    assert sample.state.lit is not None
    assert set(sample.state.cards) != first


def test_what_is_out_of_sight_comes_into_view_while_one_types(sample: Hands) -> None:
    sample.press(Key.Key_1)
    sample.press(Key.Key_0, CTRL)
    card = next(card for card in sample.cards if card.phase is Phase.SCALE and not card.hidden)
    _look_for(sample, f'"{card.text[:30]}"')
    assert sample.desk.finding.search.found == [card.id]
    sample.bot.waitUntil(lambda: _clear_view(sample).contains(sample.rect(card)))


def test_a_hidden_card_is_never_found(sample: Hands) -> None:
    hidden = next(card for card in sample.cards if card.hidden and card.text)
    _look_for(sample, f'"{hidden.text[:20]}"')
    assert sample.state.lit == frozenset()
    _bar(sample).field.clear()
    _chip(sample, f"find{hidden.discipline.value}").click()
    assert hidden.id not in sample.state.lit


def test_chips_filter_by_what_they_say(sample: Hands) -> None:
    sample.press(Key.Key_F, CTRL)
    voted = {vote.card for vote in sample.board.votes.values()}
    linked = {end for link in sample.board.links.values() for end in (link.source, link.target)}
    shown = [card for card in sample.cards if not card.hidden]
    for name, expected in (
        ("findCX", {card.id for card in shown if card.discipline is Discipline.CX}),
        ("findVotes", {card.id for card in shown if card.id in voted}),
        ("findNoLinks", {card.id for card in shown if card.id not in linked}),
    ):
        sample.bot.mouseClick(_chip(sample, name), LEFT)
        assert sample.state.lit == expected, name
        sample.bot.mouseClick(_chip(sample, name), LEFT)
        assert sample.state.lit is None


def test_a_chip_with_a_menu_takes_several_by_keys_and_says_what_is_ticked(sample: Hands) -> None:
    sample.press(Key.Key_F, CTRL)
    chip = _chip(sample, "findKind")
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    sample.press(Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Key.Key_Down, Key.Key_Space):
        sample.press(key, on=menu)
    assert chip.text() == "Insight ▾"
    for key in (Key.Key_Down, Key.Key_Space):
        sample.press(key, on=menu)
    sample.press(Key.Key_Escape, on=menu)
    kinds = (CardKind.INSIGHT, CardKind.PAIN_POINT)
    assert sample.state.lit == {c.id for c in sample.cards if c.kind in kinds and not c.hidden}
    assert chip.text() == "Kind 2 ▾"


def test_what_is_found_follows_the_board(sample: Hands) -> None:
    _look_for(sample, "quixotic")
    workshop = sample.desk.session.workshop
    card = next(card for card in sample.cards if not card.hidden)
    change_text(workshop, origin="elsewhere", card_id=card.id, text="quixotic")
    sample.bot.waitUntil(lambda: sample.state.lit == {card.id})
    sample.press(Key.Key_Return)
    remove_cards(workshop, origin="elsewhere", card_ids=[card.id])
    sample.bot.waitUntil(lambda: sample.state.lit == frozenset())
    sample.press(Key.Key_Return)
    assert not sample.state.cards


def test_unseen_are_cards_that_others_wrote_since_the_last_time(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    path = session_file(
        Card(id="old", text="old", phase=Phase.DISCOVER),
        Card(id="turned", text="turned", phase=Phase.DEFINE, hidden=True),
    )
    home.window.open_path(path)
    home.press(Key.Key_F, CTRL)
    assert not _chip(home, "findUnseen").isEnabled()
    home.press(Key.Key_Escape)
    home.press(Key.Key_W, CTRL)
    home.window.open_path(path)
    workshop = home.desk.session.workshop
    theirs = add_card(workshop, origin="phone", phase=Phase.SCALE, text="theirs")
    add_card(workshop, origin="window", phase=Phase.SCALE, text="mine")
    change_cards(workshop, origin="window", card_ids=["turned"], hidden=False)
    home.press(Key.Key_F, CTRL)
    home.bot.mouseClick(_chip(home, "findUnseen"), LEFT)
    assert home.state.lit == {theirs.id, "turned"}


def test_the_theme_may_change_while_one_searches(sample: Hands) -> None:
    _look_for(sample, "invoice")
    _chip(sample, "findCX").click()
    lit = sample.state.lit
    sample.press(Key.Key_D, CTRL | SHIFT)
    assert _bar(sample).field.text() == "invoice"
    assert _chip(sample, "findCX").isChecked()
    assert sample.state.lit == lit


def test_back_and_forward_go_through_the_places_visited(sample: Hands) -> None:
    sample.press(Key.Key_1)
    problem = sample.canvas.camera
    sample.press(Key.Key_3)
    outcome = sample.canvas.camera
    sample.press(Key.Key_0)
    sample.press(Key.Key_PageUp, ALT)
    assert sample.canvas.camera == outcome
    sample.press(Key.Key_PageUp, ALT)
    assert sample.canvas.camera == problem
    sample.press(Key.Key_PageUp, ALT)
    assert sample.canvas.camera == problem
    sample.press(Key.Key_PageDown, ALT)
    assert sample.canvas.camera == outcome


def test_panning_and_zooming_push_no_place_of_their_own(sample: Hands) -> None:
    sample.press(Key.Key_1)
    sample.press(Key.Key_3)
    for _ in range(5):
        sample.wheel(sample.canvas.rect().center(), 1)
        sample.wheel(sample.canvas.rect().center(), 1, CTRL)
    left_at = sample.canvas.camera
    sample.press(Key.Key_2)
    sample.press(Key.Key_PageUp, ALT)
    assert sample.canvas.camera == left_at
    sample.press(Key.Key_PageUp, ALT)
    assert sample.canvas.camera.zoom < left_at.zoom


def test_all_that_one_search_jumped_to_is_gone_back_on_together(sample: Hands) -> None:
    sample.press(Key.Key_0)
    before = sample.canvas.camera
    _look_for(sample, "invoice")
    for _ in range(3):
        sample.press(Key.Key_Return)
    assert sample.canvas.camera != before
    sample.press(Key.Key_Escape)
    sample.press(Key.Key_PageUp, ALT)
    assert sample.canvas.camera == before


def test_a_place_far_off_reached_by_hand_can_be_left_again(sample: Hands) -> None:
    sample.press(Key.Key_1)
    sample.press(Key.Key_0, CTRL)
    here = sample.canvas.camera
    sample.canvas.looking.rest()
    for _ in range(30):
        sample.wheel(sample.canvas.rect().center(), -1, SHIFT)
    sample.canvas.looking.rest()
    sample.press(Key.Key_PageUp, ALT)
    assert sample.canvas.camera == here


def _look_for(hands: Hands, words: str) -> None:
    hands.press(Key.Key_F, CTRL)
    hands.type(words)


def _uncovered(hands: Hands) -> Card:
    """A card in clear view with no other one over it."""
    return next(
        card
        for card in hands.cards
        if _clear_view(hands).contains(hands.rect(card))
        and hands.canvas.scene.cards.at(hands.rect(card).centre) == card.id
    )


def _bar(hands: Hands) -> FindBar:
    bar = hands.desk.finding.bar
    assert bar is not None
    return bar


def _chip(hands: Hands, name: str) -> QPushButton:
    chip = _bar(hands).findChild(QPushButton, name)
    assert chip is not None
    return chip


def _clear_view(hands: Hands) -> Rect:
    """The part of the board in view that the find bar does not cover."""
    canvas, top = hands.canvas, hands.canvas.looking.covered
    return canvas.camera.rect_to_board(Rect(0, top, canvas.width(), canvas.height() - top))


def test_a_card_found_in_a_stack_lies_on_top_of_it_and_lights_it(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    first = Card(id="a", text="over it", phase=Phase.DISCOVER, x=200.0, group="g", discipline=Discipline.UX)
    under = Card(
        id="b", text="a needle", phase=Phase.DISCOVER, x=520.0, group="g", discipline=Discipline.CX, h=200.0
    )
    far = Card(id="c", text="elsewhere", phase=Phase.LAUNCH, x=60.0)
    assert home.window.open_path(session_file(first, under, far, Group(id="g", name="Bills", folded=True)))
    home.desk.board_actions.fit_all()
    stack = home.rect("a")
    _look_for(home, "needle")
    home.bot.waitUntil(lambda: home.canvas.scene.cards.on_top == "b")
    home.press(Key.Key_Return)
    home.settle()
    shown = home.rect("b")
    assert (shown.x, shown.y, shown.h) == (stack.x, stack.y, 200.0)
    assert _seen_at(home, shown, 190.0) == QColor(LIGHT.disciplines[Discipline.CX].fill)
    assert home.canvas.scene.cards.at(shown.centre) == "b"
    assert home.board.groups["g"].folded
    home.press(Key.Key_Escape)
    _look_for(home, "elsewhere")
    home.press(Key.Key_Return)
    assert home.rect("a") == stack


def _seen_at(hands: Hands, rect: Rect, down: float) -> QColor:
    """The colour shown so far below a card's upper edge."""
    x, y = hands.canvas.camera.to_screen(rect.centre._replace(y=rect.y + down))
    picture = hands.canvas.grab().toImage()
    return picture.pixelColor(round(x * picture.devicePixelRatio()), round(y * picture.devicePixelRatio()))
