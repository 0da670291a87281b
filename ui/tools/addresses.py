"""Addresses of the web in the text of cards, as they lie under the pointer."""

from ui.tools.gesture import PointerEvent, Stage
from workshop.picture.card_plan import address_at
from workshop.picture.plan import Point

READABLE_ZOOM = 0.42
"""Farther out, addresses on cards cannot be read, so they are not opened."""


def address_under(stage: Stage, pointer: PointerEvent) -> str | None:
    """Where the address of the web under the pointer leads, if it is on one that can be read."""
    card_id = stage.scene.cards.at(pointer.board)
    if card_id is None or stage.camera.zoom < READABLE_ZOOM:
        return None
    card, box = stage.scene.card(card_id), stage.scene.cards.rect(card_id)
    if box is None or stage.scene.cards.turned[stage.scene.cards.index[card_id]]:
        return None
    return address_at(card, Point(pointer.board.x - box.x, pointer.board.y - box.y))
