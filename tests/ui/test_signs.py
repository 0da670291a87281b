"""What on the ground can be pressed: the names of phases open their guide, the purpose opens the session."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.hands import Hands
from tests.ui.seeing import alike
from workshop.commands.principles import add_principle, pin_principle
from workshop.commands.session import change_session
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.session import SESSION_ID, Session
from workshop.picture.board_plan import NEAR_ZOOM, unit_at
from workshop.picture.plan import Rect
from workshop.picture.signs import signs_of

PURPOSE = Session(id=SESSION_ID, purpose="A first bill without a call")
CARD = Card(id="c", text="card", phase=Phase.DISCOVER, x=300.0)


@pytest.fixture
def hands(home: Hands, session_file: Any) -> Hands:
    assert home.window.open_path(session_file(PURPOSE, CARD))
    home.settle()
    home.desk.act("show_problem")
    home.settle()
    return home


def _wanted(hands: Hands) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    hands.state.panel_wanted.connect(lambda panel, record: found.append((panel, record)))
    return found


def _at(hands: Hands, phase: Phase | None) -> QPoint:
    canvas = hands.canvas
    zoom = canvas.camera.zoom
    signs = signs_of(canvas.scene.headline, canvas.scene.layout, far=zoom < NEAR_ZOOM, unit=unit_at(zoom))
    return hands.pixel(next(sign for sign in signs if sign.phase is phase).rect.centre)


@pytest.mark.parametrize("show", ["show_problem", "show_board"])
def test_a_click_on_the_name_of_a_phase_asks_for_its_guide_near_and_far(hands: Hands, show: str) -> None:
    hands.desk.act(show)
    hands.settle()
    wanted = _wanted(hands)
    hands.click_at(_at(hands, Phase.DEFINE))
    assert wanted == [("guide", "Define")]
    assert hands.state.phase is Phase.DEFINE


def test_over_a_sign_the_pointer_is_a_hand_and_the_sign_is_outlined(hands: Hands) -> None:
    before = hands.canvas.grab().toImage()
    hands.move(_at(hands, Phase.DEFINE))
    hands.settle()
    assert hands.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert not alike(hands.canvas.grab().toImage(), before)
    hands.move(hands.empty_ground())
    assert hands.canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_drag_that_begins_on_a_sign_selects_and_opens_nothing(hands: Hands) -> None:
    wanted = _wanted(hands)
    hands.drag(_at(hands, Phase.DEFINE), hands.middle("c"))
    assert hands.state.cards == {"c"}
    assert not wanted


def test_a_double_click_on_a_sign_writes_no_card(hands: Hands) -> None:
    hands.double_click_at(_at(hands, Phase.DISCOVER))
    assert hands.canvas.writing.card is None
    assert len(hands.cards) == 1


def test_a_click_on_the_purpose_brings_the_keyboard_to_its_field(hands: Hands) -> None:
    hands.state.select({"c"})
    hands.click_at(_at(hands, None))
    field = hands.desk.panel.session.findChild(QWidget, "session:purpose")
    assert not hands.state.cards
    assert field.isAncestorOf(QApplication.focusWidget())


def test_the_board_shows_another_purpose_and_a_pinned_principle_at_once(hands: Hands) -> None:
    workshop = hands.state.workshop
    pictures = [_head(hands)]
    change_session(workshop, origin="phone", purpose="Another purpose")
    pictures.append(_head(hands))
    principle = add_principle(workshop, origin="phone", text="Ask once.")
    pictures.append(_head(hands))
    pin_principle(workshop, origin="phone", principle_id=principle.id)
    pictures.append(_head(hands))
    assert pictures[0] != pictures[1]
    assert pictures[1] == pictures[2]
    assert pictures[2] != pictures[3]


def test_the_overview_has_room_for_the_purpose_above_the_titles(hands: Hands) -> None:
    hands.desk.act("show_board")
    hands.settle()
    canvas = hands.canvas
    zoom = canvas.camera.zoom
    signs = signs_of(canvas.scene.headline, canvas.scene.layout, far=True, unit=unit_at(zoom))
    (box,) = [sign.rect for sign in signs if sign.phase is None]
    assert canvas.camera.rect_to_screen(box).y > 0


def test_the_places_of_cards_do_not_depend_on_what_stands_above(hands: Hands) -> None:
    before: Rect = hands.rect("c")
    change_session(hands.state.workshop, origin="phone", purpose="")
    assert hands.rect("c") == before


def _head(hands: Hands) -> Any:
    hands.settle()
    column = hands.canvas.scene.layout.columns[Phase.DISCOVER]
    box = hands.canvas.camera.rect_to_screen(Rect(column.x, column.y - 140, column.w * 2, 120))
    picture = hands.canvas.grab().toImage()
    return picture.copy(*(round(part) for part in box))
