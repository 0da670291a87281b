"""The projector's camera while it follows the facilitator's view, whatever the shapes of the two."""

from PySide6.QtCore import QRect

from ui.canvas.camera import Camera
from ui.canvas.canvas import Canvas

FOLLOW_MS = 33
"""The projector follows the facilitator's view this often at most: the hand on the board comes first."""


def following_camera(canvas: Canvas, room: QRect) -> Camera:
    """The camera that shows in a room all that the facilitator sees, its middle in the middle."""
    scale = min(room.width() / max(canvas.width(), 1), room.height() / max(canvas.height(), 1))
    zoom = canvas.camera.zoom * scale
    middle = canvas.looking.middle
    return Camera(zoom, middle.x - room.width() / 2 / zoom, middle.y - room.height() / 2 / zoom)
