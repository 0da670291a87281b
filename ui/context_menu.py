"""Which menu opens over the board, where, and for what: by the mouse what is under it, by key what is selected."""

from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent

from ui.actions import CARD_MENU, GROUND_MENU, LINK_MENU, Menu
from ui.canvas.canvas import Canvas
from workshop.picture.arranging import around_all
from workshop.picture.plan import Point


class Asked(NamedTuple):
    """The entries of a menu, and where on the screen it opens."""

    names: Menu
    at: QPoint


def asked_menu(canvas: Canvas, event: QContextMenuEvent) -> Asked:
    """The menu that an event asks for; what the pointer is on becomes the selection."""
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        return _of_selection(canvas)
    return Asked(_under(canvas, canvas.mapFromGlobal(event.globalPos())), event.globalPos())


def _of_selection(canvas: Canvas) -> Asked:
    """The menu of the selected cards or links, else of the ground: of the chosen phase, or the one in the middle."""
    state, middle = canvas.state, canvas.rect().center()
    boxes = [box for card in state.cards if (box := canvas.scene.cards.rect(card)) is not None]
    if boxes:
        x, y, w, h = canvas.camera.rect_to_screen(around_all(boxes))
        inside = canvas.rect().adjusted(8, 8, -8, -8)
        at = QPoint(round(x + w / 2), round(y + h / 2))
        seen = QPoint(
            min(max(at.x(), inside.left()), inside.right()), min(max(at.y(), inside.top()), inside.bottom())
        )
        return Asked(CARD_MENU, canvas.mapToGlobal(seen))
    if state.links:
        return Asked(LINK_MENU, canvas.mapToGlobal(middle))
    if state.phase is None:
        state.choose_phase(canvas.scene.layout.phase_at(canvas.looking.middle))
    return Asked(GROUND_MENU, canvas.mapToGlobal(middle))


def _under(canvas: Canvas, at: QPoint) -> Menu:
    state, picked = canvas.state, canvas.pick(at)
    if picked and picked in state.workshop.board.cards:
        if picked not in state.cards:
            state.select({picked})
        return CARD_MENU
    if picked:
        state.select(links={picked})
        return LINK_MENU
    label = canvas.group_at(at)
    if label is not None:
        state.select(canvas.scene.groups.members(label))
        return CARD_MENU
    point = canvas.camera.to_board(Point(at.x(), at.y()))
    state.choose_phase(canvas.scene.layout.phase_at(point))
    return GROUND_MENU
