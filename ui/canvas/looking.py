"""Where the board is looked at: fitting parts of it into the view, zooming around the middle, revealing."""

from collections.abc import Iterable
from typing import Protocol

from ui.canvas.board_painter import NEAR_ZOOM
from ui.canvas.camera import Camera
from ui.canvas.scene import Scene
from workshop.model.diamonds import DiamondName, Phase
from workshop.picture.plan import Point, Rect

_TOOLS_WIDTH = 72
"""Pixels at the left edge that the tool palette covers; nothing is fitted under it."""


class View(Protocol):
    """What is looked through: a widget with a camera."""

    scene: Scene
    camera: Camera

    def width(self) -> int:
        """In pixels."""
        ...

    def height(self) -> int:
        """In pixels."""
        ...

    def look(self, camera: Camera) -> None:
        """Move the camera."""
        ...


class Looking:
    """Moves the camera of a view to what shall be seen."""

    def __init__(self, view: View) -> None:
        self._view = view

    @property
    def middle(self) -> Point:
        """The board point in the middle of the view."""
        return self._view.camera.to_board(self._centre)

    def fit(self, rect: Rect, most: float = 1.0) -> None:
        """Show a whole board rectangle."""
        view = self._view
        camera = Camera.fitting(rect, view.width() - _TOOLS_WIDTH, view.height(), most=most)
        view.look(camera.panned(_TOOLS_WIDTH, 0))

    def fit_diamond(self, name: DiamondName) -> None:
        """Show one diamond; far out with what then stands below it."""
        layout = self._view.scene.layout
        self.fit(layout.diamond_bounds(name))
        if self._view.camera.zoom < NEAR_ZOOM:
            self.fit(layout.diamond_bounds(name, footer=True))

    def fit_phase(self, phase: Phase | None) -> None:
        """Show the whole column of a phase, or the parking lot."""
        layout = self._view.scene.layout
        self.fit(layout.parking if phase is None else layout.columns[phase])

    def fit_board(self) -> None:
        """Show the three diamonds."""
        self.fit(self._view.scene.layout.bounds)

    def fit_all(self) -> None:
        """Show everything, the parking lot and cards beyond the diamonds included."""
        scene = self._view.scene
        boxes = scene.cards.boxes
        rect = scene.layout.bounds.united(scene.layout.parking)
        if len(boxes):
            left, top = boxes[:, 0].min(), boxes[:, 1].min()
            right, bottom = (boxes[:, 0] + boxes[:, 2]).max(), (boxes[:, 1] + boxes[:, 3]).max()
            rect = rect.united(Rect(float(left), float(top), float(right - left), float(bottom - top)))
        self.fit(rect)

    def fit_cards(self, card_ids: Iterable[str]) -> None:
        """Show these cards."""
        rects = [rect for card in card_ids if (rect := self._view.scene.cards.rect(card))]
        if rects:
            around = rects[0]
            for rect in rects[1:]:
                around = around.united(rect)
            self.fit(around.grown(40))

    def zoom_by(self, factor: float) -> None:
        """Zoom around the middle."""
        self._view.look(self._view.camera.zoomed(factor, self._centre))

    def zoom_to(self, zoom: float) -> None:
        """Show the board at a zoom (1 is its own size), around the middle."""
        self.zoom_by(zoom / self._view.camera.zoom)

    def reveal(self, rect: Rect) -> None:
        """Pan as little as needed for a board rectangle to be seen."""
        view = self._view
        x, y, w, h = view.camera.rect_to_screen(rect.grown(24))
        dx = max(-x, 0) or min(view.width() - x - w, 0)
        dy = max(-y, 0) or min(view.height() - y - h, 0)
        if dx or dy:
            view.look(view.camera.panned(dx, dy))

    @property
    def _centre(self) -> Point:
        return Point(self._view.width() / 2, self._view.height() / 2)
