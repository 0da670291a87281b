"""Linking cards: by edge handle, by the link tool, onto empty space; rules, kinds and deleting in the panel."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton

from tests.ui.hands import ALT, CTRL, LEFT, Hands, Key
from ui.panels.choices import ChoiceField
from ui.toast import Toast
from workshop.commands.links import add_link, remove_links
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Point
from workshop.picture.routes import LINK_STYLES, link_colour


def test_dragging_an_edge_handle_to_a_card_links_them_in_one_step(hands: Hands) -> None:
    one, two = _two(hands)
    hands.drag(_handle(hands, one), hands.middle(two))
    (link,) = hands.board.links.values()
    assert (link.source, link.target, link.kind) == (one.id, two.id, LinkKind.LEADS_TO)
    assert hands.state.links == {link.id}
    hands.press(Key.Key_Z, CTRL)
    assert not hands.board.links
    assert len(hands.cards) == 2


@pytest.mark.parametrize("beyond", [-3, 0, 3, 6])
@pytest.mark.parametrize("selected", [True, False])
def test_the_handle_of_a_card_is_its_own_where_another_lies_close(
    hands: Hands, beyond: int, selected: bool
) -> None:
    hands.press(Key.Key_N)
    hands.type("one")
    hands.press(Key.Key_Tab)
    hands.type("two")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Escape)
    one, two = hands.cards
    assert hands.canvas.camera.zoom * (hands.rect(two).x - hands.rect(one).right) < 14
    if selected:
        hands.click(one)
    at = _handle(hands, one) + QPoint(beyond - 6, 0)
    for away in range(40, 0, -4):
        hands.move(at - QPoint(away, 0))
    hands.drag(at, hands.middle(two))
    assert [(link.source, link.target) for link in hands.board.links.values()] == [(one.id, two.id)]


def test_the_link_tool_links_from_anywhere_on_a_card(hands: Hands) -> None:
    one, two = _two(hands)
    hands.press(Key.Key_L)
    hands.drag(hands.middle(one), hands.middle(two))
    assert len(hands.board.links) == 1
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_V)
    hands.drag(hands.middle(one), hands.middle(one) + QPoint(0, 80))
    assert len(hands.board.links) == 1
    assert hands.cards[0].place != one.place


def test_onto_empty_space_a_linked_card_is_written_as_one_step(hands: Hands) -> None:
    one = hands.write("one")
    hands.drag(_handle(hands, one), hands.empty_ground(Phase.DEFINE))
    assert hands.canvas.editor.isVisible()
    hands.type("linked")
    hands.press(Key.Key_Escape)
    (link,) = hands.board.links.values()
    assert (link.source, link.target) == (one.id, hands.card("linked").id)
    hands.press(Key.Key_Z, CTRL)
    assert [card.text for card in hands.cards] == ["one"]
    assert not hands.board.links


def test_a_linked_card_left_empty_never_was_nor_its_link(hands: Hands) -> None:
    one = hands.write("one")
    hands.drag(_handle(hands, one), hands.empty_ground(Phase.DEFINE))
    hands.press(Key.Key_Escape)
    assert [card.text for card in hands.cards] == ["one"]
    assert not hands.board.links


def test_escape_while_linking_links_nothing(hands: Hands) -> None:
    one, two = _two(hands)
    hands.hold(_handle(hands, one), hands.middle(two))
    hands.press(Key.Key_Escape)
    assert not hands.board.links


def test_the_same_link_twice_is_refused_with_the_reason(hands: Hands) -> None:
    one, two = _two(hands)
    for _ in range(2):
        hands.drag(_handle(hands, one), hands.middle(two))
    assert len(hands.board.links) == 1
    assert hands.desk.findChild(Toast).text() == "These cards are already linked by “leads to”."
    hands.drag(_handle(hands, one), hands.middle(one))
    assert len(hands.board.links) == 1


def test_a_click_on_a_link_selects_it_and_delete_removes_it(hands: Hands) -> None:
    one, two = _two(hands)
    hands.drag(_handle(hands, one), hands.middle(two))
    hands.press(Key.Key_Escape)
    assert not hands.state.links
    hands.click_at(_on_link(hands))
    assert hands.state.links == set(hands.board.links)
    hands.press(Key.Key_Delete)
    assert not hands.board.links
    hands.press(Key.Key_Z, CTRL)
    assert len(hands.board.links) == 1


def test_the_panel_changes_the_kind_of_the_selected_link(hands: Hands) -> None:
    one, two = _two(hands)
    hands.drag(_handle(hands, one), hands.middle(two))
    choice = hands.desk.panel.selection.findChild(ChoiceField, "selection:link")
    assert choice.isVisible()
    hands.choose(choice.field, "In tension with")
    (link,) = hands.board.links.values()
    assert link.kind is LinkKind.IN_TENSION_WITH
    hands.press(Key.Key_Z, CTRL)
    assert next(iter(hands.board.links.values())).kind is LinkKind.LEADS_TO


def test_a_kind_that_is_refused_to_a_link_is_shown_nowhere(hands: Hands) -> None:
    one, two = _two(hands)
    hands.drag(_handle(hands, one), hands.middle(two))
    hands.state.link_kind = LinkKind.SUPPORTS
    hands.state.select({one.id})
    hands.drag(_handle(hands, one), hands.middle(two))
    choice = hands.desk.panel.selection.findChild(ChoiceField, "selection:link")
    (supports,) = [link.id for link in hands.board.links.values() if link.kind is LinkKind.SUPPORTS]
    assert hands.state.links == {supports}
    hands.choose(choice.field, "Leads to")
    assert hands.board.links[supports].kind is LinkKind.SUPPORTS
    assert choice.field.currentText() == "Supports"
    assert hands.state.link_kind is LinkKind.SUPPORTS


def test_several_kinds_are_told_only_where_there_are_several(hands: Hands) -> None:
    one, two = _two(hands)
    leads = add_link(hands.desk.session.workshop, origin="test", source=one.id, target=two.id)
    back = add_link(
        hands.desk.session.workshop, origin="test", source=two.id, target=one.id, kind=LinkKind.ANSWERS
    )
    choice = hands.desk.panel.selection.findChild(ChoiceField, "selection:link").field
    hands.state.select(links={leads.id})
    hands.breathe()
    assert choice.findText("Several") == -1
    hands.state.select(links={leads.id, back.id})
    hands.breathe()
    assert choice.currentText() == "Several"
    hands.choose(choice, "Supports")
    assert {link.kind for link in hands.board.links.values()} == {LinkKind.SUPPORTS}
    assert (choice.currentText(), choice.findText("Several")) == ("Supports", -1)


def test_the_card_panel_lists_links_and_deletes_one(hands: Hands) -> None:
    one, two = _two(hands)
    hands.drag(_handle(hands, one), hands.middle(two))
    hands.click(hands.card("one"))
    row = hands.desk.panel.card.findChild(object, "linkRow")
    hands.choose(row.findChild(ChoiceField).field, "Supports")
    assert next(iter(hands.board.links.values())).kind is LinkKind.SUPPORTS
    row = hands.desk.panel.card.findChild(object, "linkRow")
    hands.bot.mouseClick(row.findChild(QToolButton), LEFT)
    assert not hands.board.links


def test_the_menu_of_a_link_turns_it_round(hands: Hands) -> None:
    one, two = _two(hands)
    hands.drag(_handle(hands, one), hands.middle(two))
    hands.window.actions_by_name["reverse_link"].trigger()
    (link,) = hands.board.links.values()
    assert (link.source, link.target) == (two.id, one.id)


def test_turning_several_links_round_is_one_step(sample: Hands) -> None:
    before = dict(sample.board.links)
    chosen = list(before)[:3]
    sample.state.select(links=chosen)
    sample.window.actions_by_name["reverse_link"].trigger()
    assert all(sample.board.links[link].source == before[link].target for link in chosen)
    sample.canvas.setFocus()
    sample.press(Key.Key_Z, CTRL)
    assert sample.board.links == before


def test_a_new_linked_card_and_its_link_are_by_the_writer(hands: Hands) -> None:
    hands.press(Key.Key_A, on=hands.window, held=ALT)
    hands.type("Jonas")
    hands.press(Key.Key_Return)
    one = hands.write("one")
    hands.drag(_handle(hands, one), hands.empty_ground(Phase.DEFINE))
    hands.type("two")
    hands.press(Key.Key_Escape)
    (link,) = hands.board.links.values()
    assert link.author == hands.card("two").author == hands.state.writer


def _two(hands: Hands) -> tuple[Card, Card]:
    one = hands.write("one")
    hands.double_click_at(hands.empty_ground(Phase.DEFINE))
    hands.type("two")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Escape)
    return one, hands.card("two")


def _handle(hands: Hands, card: Card) -> QPoint:
    """The handle at the right edge."""
    rect = hands.canvas.camera.rect_to_screen(hands.rect(card))
    return QPoint(round(rect.right) + 6, round(rect.centre.y))


def _on_link(hands: Hands) -> QPoint:
    return hands.pixel(Point(*hands.canvas.scene.links.points[0, 12].tolist()))


LEFT_CARD = Card(id="a", text="a", phase=Phase.DISCOVER, x=60.0, y=-60.0)
RIGHT_CARD = Card(id="b", text="b", phase=Phase.DISCOVER, x=480.0, y=-60.0)


@pytest.mark.parametrize("kind", LinkKind)
def test_a_link_looks_like_its_kind_while_it_or_its_card_is_dragged(
    home: Hands, session_file, kind: LinkKind
) -> None:
    assert home.window.open_path(
        session_file(LEFT_CARD, RIGHT_CARD, Link(id="l", source="a", target="b", kind=kind))
    )
    home.desk.board_actions.zoom_100()
    home.canvas.looking.centre_on(home.rect("a").centre._replace(x=home.rect("a").right + 150))
    home.settle()
    style = LINK_STYLES[kind]
    ink = QColor(link_colour(kind, LIGHT))
    home.hold(home.middle("a"), home.middle("a") + QPoint(-30, 0), held=CTRL)
    assert _strokes(home, ink) > 3 if style.dash else _strokes(home, ink) == 1
    home.press(Key.Key_Escape, on=home.canvas)
    home.state.link_kind = kind
    home.state.do(lambda: remove_links(home.state.workshop, origin="window", link_ids=["l"]))
    home.state.select()
    home.press(Key.Key_L, on=home.canvas)
    home.hold(home.middle("a"), home.middle("b"))
    assert _strokes(home, ink) > 3 if style.dash else _strokes(home, ink) == 1
    home.press(Key.Key_Escape, on=home.canvas)


def _strokes(hands: Hands, ink: QColor) -> int:
    """How many strokes of a colour lie on the way from one card to the other, before the arrow."""
    picture = hands.canvas.grab().toImage()
    left, right = (hands.canvas.camera.rect_to_screen(hands.rect(card)) for card in "ab")
    left = left.moved(hands.canvas.lift_offset.x, 0)
    y = round(left.centre.y * picture.devicePixelRatio())
    seen = [
        max(_likeness(picture.pixelColor(x, y + dy), ink) for dy in (-1, 0, 1)) > 0.5
        for x in range(round(left.right) + 6, round(right.x) - 24)
    ]
    return sum(now and not before for before, now in zip([False, *seen], seen, strict=False))


def _likeness(seen: QColor, ink: QColor) -> float:
    """How much of the ink is in a colour: 1 for the ink itself, 0 for the ground."""
    ground = QColor(LIGHT.ground)
    away = sum(abs(a - b) for a, b in zip(seen.getRgb()[:3], ink.getRgb()[:3], strict=True))
    return 1 - away / sum(abs(a - b) for a, b in zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True))
