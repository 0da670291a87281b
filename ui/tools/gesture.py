"""What every gesture is: fed with plain pointer events, previewing in window state, one transaction on release."""

from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtGui import QPainter

from ui.canvas.camera import Camera
from ui.canvas.scene import Scene
from ui.window_state import WindowState
from workshop.picture.palette import Palette
from workshop.picture.plan import Point

if TYPE_CHECKING:
    from ui.canvas.marking import Marking
    from ui.canvas.pointing import Pointing
    from ui.tools.writing import Writing


class PointerEvent(msgspec.Struct, frozen=True):
    """A pointer on the canvas: where on the widget and on the board, and which keys are held."""

    screen: Point
    board: Point
    shift: bool = False
    ctrl: bool = False
    alt: bool = False


class Stage(Protocol):
    """What a gesture may see and do on the canvas. `lifted` are cards shown moved by an offset in board units."""

    scene: Scene
    state: WindowState
    looks: Palette
    camera: Camera
    lifted: frozenset[str]
    lift_offset: Point
    writing: "Writing"
    marking: "Marking"
    pointing: "Pointing"

    def look(self, camera: Camera) -> None:
        """Move the camera."""
        ...

    def refresh(self) -> None:
        """Paint again what lies above the board."""
        ...

    def reveal_written(self) -> None:
        """Show the card that is written."""
        ...

    def open_address(self, address: str) -> None:
        """Open an address of the web in the browser."""
        ...

    def write_card_at(self, point: Point, *, linked_from: str | None = None) -> None:
        """Make a new card at a board point and start writing."""
        ...


class Gesture:
    """A gesture that does nothing: the base of those that do.

    `paints_lifted` says that it draws the lifted cards itself.
    """

    paints_lifted = False

    def __init__(self, stage: Stage, start: PointerEvent) -> None:
        self.stage = stage
        self.start = start

    def move(self, event: PointerEvent) -> None:
        """The pointer moved with the button held."""

    def release(self, event: PointerEvent) -> None:
        """The button was let go: do it."""

    def cancel(self) -> None:
        """Escape: nothing has happened."""

    def paint(self, painter: QPainter) -> None:
        """Draw the preview in widget pixels, above the board."""
