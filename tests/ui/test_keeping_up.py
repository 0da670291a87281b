"""The projector keeps up with the window: cards as they are dragged, scores and notes, and what shows of authors."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt

from tests.ui.hands import ALT, CTRL, LEFT, NO, Hands, Key
from tests.ui.projecting import (
    Repaints,
    colour_at,
    on_projector,
    picture,
    present,
    presenting,
    projector,
    settle,
    small_board,
)
from tests.ui.seeing import alike
from ui.present.keeping_up import MOST_DRAGGED
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step
from workshop.commands.cards import change_cards
from workshop.commands.frameworks import score_impact
from workshop.commands.links import add_link
from workshop.commands.tensions import add_tension
from workshop.model.cards import Anonymity, Card, CardKind
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.model.people import Participant
from workshop.model.tensions import Frequency
from workshop.picture.palette import LIGHT
from workshop.picture.phase_notes import note_place
from workshop.picture.plan import Point, Rect

BY = QPoint(90, 120)


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """A board with three open cards and a hidden one, on the projector."""
    assert home.window.open_path(session_file(*small_board(), Participant(id="jo", name="Jo Whitfield")))
    home.breathe()
    home.canvas.looking.fit_phase(Phase.DISCOVER)
    home.settle()
    present(home)
    return home


def hold(room: Hands, card: str, by: QPoint = BY) -> None:
    """Drag a card and keep it in the hand."""
    start = room.middle(card)
    room.hold(start, start + by, Qt.KeyboardModifier.ControlModifier)
    settle(room)


def let_go(room: Hands, at: QPoint) -> None:
    room.send(QEvent.Type.MouseButtonRelease, at, NO, LEFT, Qt.MouseButton.NoButton)
    settle(room)


def test_a_dragged_card_moves_on_the_projector_before_it_is_let_go(room: Hands) -> None:
    presenting(room).follow(on=False)
    at, rest = room.rect("a"), picture(room)
    start, zoom = room.middle("a"), room.canvas.camera.zoom
    corner = Point(at.x + 14, at.bottom - 14)
    face = colour_at(room, corner)
    hold(room, "a")
    moved = Point(corner.x + BY.x() / zoom, corner.y + BY.y() / zoom)
    assert room.rect("a") == at, "nothing is written before the card is let go"
    assert colour_at(room, moved) == face
    assert colour_at(room, corner) != face
    room.press(Key.Key_Escape)
    assert alike(picture(room), rest)
    hold(room, "a")
    let_go(room, start + BY)
    assert colour_at(room, moved) == face
    assert room.rect("a").x > at.x


def test_a_hidden_card_shows_its_back_alone_while_it_is_dragged(room: Hands) -> None:
    hold(room, "h")
    dragged = picture(room)
    room.press(Key.Key_Escape)
    state = room.state
    state.do(lambda: change_cards(state.workshop, origin=ORIGIN, card_ids=["h"], text="another secret"))
    hold(room, "h")
    assert alike(picture(room), dragged)
    room.press(Key.Key_Escape)


def test_what_is_dragged_out_of_the_projectors_sight_paints_nothing(room: Hands) -> None:
    shown = presenting(room)
    room.canvas.looking.fit_phase(Phase.SCALE)
    settle(room)
    shown.follow(on=False)
    room.canvas.looking.fit_phase(Phase.DISCOVER)
    settle(room)
    painted = Repaints(projector(room))
    hold(room, "a")
    painted.areas.clear()
    for step in range(5):
        at = room.middle("a") + BY + QPoint(step, step)
        room.send(QEvent.Type.MouseMove, at, NO, Qt.MouseButton.NoButton, LEFT)
        room.breathe()
    assert painted.areas == []
    room.press(Key.Key_Escape)


def test_a_frozen_picture_stays_while_cards_are_dragged(room: Hands) -> None:
    before = picture(room)
    presenting(room).freeze()
    hold(room, "a")
    assert alike(picture(room), before)
    let_go(room, room.middle("a") + BY)
    assert alike(picture(room), before)


def test_in_a_spotlight_only_what_is_lit_is_seen_to_move(room: Hands) -> None:
    room.state.select({"a"})
    presenting(room).spotlight()
    lit = picture(room)
    hold(room, "b")
    assert alike(picture(room), lit)
    room.press(Key.Key_Escape)
    settle(room)
    hold(room, "a", QPoint(10, 10))
    assert not alike(picture(room), lit)
    room.press(Key.Key_Escape)
    assert alike(picture(room), lit)


def test_the_line_on_measures_below_the_name_of_a_phase_shows_on_the_projector(room: Hands) -> None:
    board = projector(room).board
    state = room.state
    room.canvas.looking.fit_phase(Phase.VALIDATE)
    settle(room)
    rect = note_place(Phase.VALIDATE, board.scene.layout, LIGHT, "None of 1 concept has a measure")
    before = picture(room).copy(_pixels(room, rect))
    state.choose_phase(Phase.VALIDATE)
    room.press(Key.Key_N, on=room.canvas)
    room.type("a concept")
    room.press(Key.Key_Escape)
    card = room.card("a concept")
    state.do(lambda: change_cards(state.workshop, origin=ORIGIN, card_ids=[card.id], kind=CardKind.CONCEPT))
    settle(room)
    assert board.scene.notes.phases.keys() == room.canvas.scene.notes.phases.keys() == {Phase.VALIDATE}
    assert not alike(picture(room).copy(_pixels(room, rect)), before)


def test_the_score_of_a_tension_stands_on_its_link_once_the_room_may_know_it(room: Hands) -> None:
    workshop = room.state.workshop
    link = add_link(workshop, origin=ORIGIN, source="a", target="b", kind=LinkKind.IN_TENSION_WITH)
    tension = add_tension(workshop, origin=ORIGIN, card_ids=["a", "b"])
    given = {"outcome": 4, "share": 0.5, "frequency": Frequency.FOUR_TO_ELEVEN}
    score_impact(workshop, origin=ORIGIN, tension_id=tension.id, card_id="a", **given)
    settle(room)
    words = projector(room).board.scene.links.words
    assert words == room.canvas.scene.links.words == {link.id: "tension 6.0"}
    change_cards(workshop, origin=ORIGIN, card_ids=["a"], hidden=True)
    settle(room)
    assert projector(room).board.scene.links.words == {}
    change_cards(workshop, origin=ORIGIN, card_ids=["a"], hidden=False)
    settle(room)
    assert projector(room).board.scene.links.words == words


def test_a_step_without_names_takes_them_from_the_projector_though_it_stays_where_it_is(room: Hands) -> None:
    workshop = room.state.workshop
    change_cards(workshop, origin=ORIGIN, card_ids=["a"], author="jo")
    for anonymity in (Anonymity.NAMES, Anonymity.NONE):
        add_step(workshop, origin=ORIGIN, title="Share", anonymity=anonymity)
    workshop.room.start()
    workshop.room.pause()
    presenting(room).follow(on=False)
    named, box = picture(room), _pixels(room, room.rect("a"))
    room.press(Key.Key_N, ALT, on=room.canvas)
    workshop.room.pause()
    unnamed = picture(room).copy(box)
    assert not alike(unnamed, named.copy(box))
    change_cards(workshop, origin=ORIGIN, card_ids=["a"], author=None)
    assert alike(picture(room).copy(box), unnamed), "the card looks as if nobody had written it"
    workshop.room.stop()


def _pixels(room: Hands, rect: Rect) -> QRect:
    return QRect(on_projector(room, Point(rect.x, rect.y)), on_projector(room, Point(rect.right, rect.bottom)))


def test_very_many_cards_move_on_the_projector_only_when_they_are_let_go(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    cards = [
        Card(id=f"c{n}", text="x", phase=list(Phase)[n % 8], x=60.0 * (n // 8 % 8), y=150.0 * (n // 64) - 400)
        for n in range(MOST_DRAGGED + 1)
    ]
    assert home.window.open_path(session_file(*cards))
    home.press(Key.Key_0, on=home.canvas)
    home.settle()
    present(home)
    before = picture(home)
    home.press(Key.Key_A, CTRL, on=home.canvas)
    hold(home, "c300", QPoint(60, 40))
    assert home.canvas.lifted == {card.id for card in cards}
    assert alike(picture(home), before)
    let_go(home, home.middle("c300") + QPoint(60, 40))
    assert not alike(picture(home), before)
