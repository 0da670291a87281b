"""What assistive technology gets of the board: cards with words, places, states and actions, and what is announced."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface

from tests.ui.hands import ALT, CTRL, Hands, Key
from ui.accessibility import exposing
from ui.accessibility.canvas_interface import CanvasInterface
from workshop.commands.links import add_link
from workshop.model.diamonds import Phase

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QAccessibleEvent]]:
    """What is told to assistive technology, while some is there."""
    events: list[QAccessibleEvent] = []
    send = exposing.send
    monkeypatch.setattr(exposing, "send", lambda event: (events.append(event), send(event)))
    QAccessible.setActive(True)
    yield events
    QAccessible.setActive(False)


def test_the_board_is_a_list_of_the_cards_in_view(sample: Hands) -> None:
    sample.desk.board_actions.show_problem()
    sample.settle()
    board = _board(sample)
    assert board.role() == QAccessible.Role.List
    assert board.text(Name) == "Board"
    texts = [board.child(place).text(Name) for place in range(board.childCount())]
    card = next(card for card in sample.cards if card.phase is Phase.DISCOVER and not card.hidden)
    (said,) = [text for text in texts if text.startswith(card.text[:40])]
    assert f", {card.kind.value}, {card.discipline.tag}, Discover" in said
    elsewhere = next(card for card in sample.cards if card.phase is Phase.SCALE)
    assert not any(elsewhere.text[:30] in text for text in texts)


def test_a_card_says_its_links_and_where_it_is_on_the_screen(hands: Hands) -> None:
    first, second = hands.write("bread"), hands.write("butter")
    add_link(hands.state.workshop, origin="window", source=first.id, target=second.id)
    hands.settle()
    item = _board(hands).interface_of(first.id)
    assert item.text(Name) == "bread, insight, CX + UX, Discover, 1 link"
    assert item.text(Description) == "leads to “butter”"
    assert _board(hands).interface_of(second.id).text(Description) == "“bread” leads to this"
    at = hands.canvas.mapToGlobal(hands.middle(first))
    assert item.rect().contains(at)
    found = _board(hands).childAt(at.x(), at.y())
    assert found.text(Name) == item.text(Name)
    assert _board(hands).indexOfChild(item) >= 0
    assert item.parent() is _board(hands)


def test_states_and_focus_follow_the_selection(hands: Hands) -> None:
    first, second = hands.write("bread"), hands.write("butter")
    hands.canvas.setFocus()
    hands.state.select({second.id})
    board = _board(hands)
    assert board.focusChild().text(Name).startswith("butter")
    state = board.interface_of(second.id).state()
    assert (state.selected, state.focused, state.editable) == (1, 1, 1)
    assert not board.interface_of(first.id).state().selected
    selection = board.selectionInterface()
    assert selection.selectedItemCount() == 1
    assert selection.select(board.interface_of(first.id))
    assert hands.state.cards == {first.id, second.id}


def test_pressing_selects_and_editing_writes(hands: Hands) -> None:
    first = hands.write("bread")
    hands.write("butter")
    actions = _board(hands).interface_of(first.id).actionInterface()
    assert actions.actionNames() == ["Press", "Edit"]
    actions.doAction("Press")
    assert hands.state.cards == {first.id}
    actions.doAction("Edit")
    assert hands.canvas.writing.card == first.id


def test_what_lies_face_down_is_not_said(hands: Hands) -> None:
    card = hands.write("a secret")
    hands.state.select({card.id})
    hands.desk.act("hide_cards")
    item = _board(hands).interface_of(card.id)
    assert "secret" not in item.text(Name) + item.text(Description)
    assert not item.state().editable


def test_what_the_board_and_its_cards_do_not_have_is_said_to_be_nothing(hands: Hands) -> None:
    card = hands.write("bread")
    board = _board(hands)
    for interface in (board, board.interface_of(card.id)):
        assert interface.textInterface() is None
        assert interface.valueInterface() is None
        assert interface.attributesInterface() is None
        assert interface.tableCellInterface() is None
    assert [name.replace(" ", "") for name in board.actionInterface().actionNames()] == ["SetFocus"]


def test_a_card_that_is_gone_is_invalid(hands: Hands) -> None:
    card = hands.write("bread")
    item = _board(hands).interface_of(card.id)
    assert item.isValid()
    hands.press(Key.Key_Z, CTRL)
    assert not item.isValid()
    assert item.text(Name) == ""
    assert item.rect().isEmpty()


def test_focus_selection_edits_and_refusals_are_announced(hands: Hands, heard: list[QAccessibleEvent]) -> None:
    card = hands.write("bread")
    hands.write("butter")
    heard.clear()
    hands.canvas.setFocus()
    hands.state.select({card.id})
    assert [event.type() for event in heard] == [QAccessible.Event.Selection, QAccessible.Event.Focus]
    hands.press(Key.Key_A, CTRL, on=hands.canvas)
    assert "2 cards selected" in _said(heard)
    hands.press(Key.Key_Z, CTRL)
    assert any(words.startswith("Undo ") for words in _said(heard))
    hands.press(Key.Key_PageUp, ALT, on=hands.canvas)
    assert "There is no earlier place to go back to." in _said(heard)


def test_nothing_is_told_while_nobody_listens(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(exposing, "send", told.append)
    hands.write("bread")
    assert told == []


def test_another_board_has_an_interface_of_its_own(sample: Hands, heard: list[QAccessibleEvent]) -> None:
    before = _board(sample)
    sample.window.close_session()
    sample.window.open_sample()
    sample.breathe()
    after = _board(sample)
    assert after is not before
    assert not before.alive
    assert after.childCount() > 0
    assert heard is not None


def _board(hands: Hands) -> CanvasInterface:
    hands.settle()
    found: QAccessibleInterface = QAccessible.queryAccessibleInterface(hands.canvas)
    assert isinstance(found, CanvasInterface)
    return found


def _said(heard: list[QAccessibleEvent]) -> list[str]:
    return [event.message() for event in heard if isinstance(event, QAccessibleAnnouncementEvent)]


def test_cards_that_come_into_view_and_leave_it_are_told_once_the_board_rests(
    sample: Hands, heard: list[QAccessibleEvent]
) -> None:
    created, destroyed = QAccessible.Event.ObjectCreated, QAccessible.Event.ObjectDestroyed
    board = _board(sample)
    told: set[str] = set()
    for phase in (Phase.DISCOVER, Phase.SCALE):
        heard.clear()
        sample.canvas.looking.fit_phase(phase)
        sample.bot.waitUntil(lambda: any(event.type() == created for event in heard))
        came = {e.accessibleInterface().card_id for e in heard if e.type() == created}
        went = {e.accessibleInterface().card_id for e in heard if e.type() == destroyed}
        assert came == set(board.listed) - told
        assert went == told - set(board.listed)
        told = set(board.listed)
    heard.clear()
    sample.canvas.looking.fit_phase(Phase.SCALE)
    sample.bot.waitUntil(lambda: not sample.desk._announcer._rest.isActive())
    assert not [event for event in heard if event.type() in (created, destroyed)]
