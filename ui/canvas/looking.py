"""Where the board is looked at: jumping to parts of it, zooming, revealing, and back to where one was."""

from collections.abc import Iterable
from typing import Protocol

from ui.canvas.camera import SMALLEST, Camera
from ui.canvas.scene import Scene
from ui.canvas.visited import Spot, Visited
from workshop.model.diamonds import DiamondName, Phase
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.plan import Point, Rect

_TOOLS_WIDTH = 72
"""Pixels at the left edge that the tool palette covers; nothing is fitted under it."""

_THREADS = 170
"""Pixels that the rows of threads take below the board."""

_HEADLINE = 56
"""Pixels that the purpose takes above the diamonds."""

_READABLE, _CLOSE = 0.62, 0.85
"""A card that is gone to is readable from the first zoom on, and shown at the second when it was not."""

_EDGE = 24.0

_CLOSELY = 10.0
"""Pixels round a diamond that is fitted: its height alone decides how large words are, so it gets most of the view."""

_BLANK = 36.0
"""Board units above a diamond's title in which nothing ever stands."""


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
        self._visited = Visited()
        self._rested: Spot | None = None
        self._covered = 0.0
        self.corner = (0, 0)
        """Width and height in pixels of what lies over the lower right corner; what is gone to is shown beside it."""

    @property
    def covered(self) -> float:
        """Pixels at the upper edge that a bar covers; what is gone to is shown below."""
        return self._covered

    @covered.setter
    def covered(self, pixels: float) -> None:
        """A bar came or went: who follows the camera may have to make room."""
        if pixels != self._covered:
            self._covered = pixels
            self._view.look(self._view.camera)

    @property
    def seen(self) -> Rect:
        """What of the board is in view."""
        return self._view.camera.rect_to_board(Rect(0, 0, self._view.width(), self._view.height()))

    @property
    def middle(self) -> Point:
        """The board point in the middle of the view."""
        return self._view.camera.to_board(self._centre)

    def jump(self, camera: Camera, why: str = "") -> None:
        """Look elsewhere, so that `back` returns here. Jumps in a row for one reason are gone back on together."""
        self._visited.leave(self._spot, why)
        self._rested = None
        self._view.look(camera)

    def back(self) -> bool:
        """Look where one was before the last jump; whether there was such a place."""
        return self._look_at(self._visited.back(self._spot))

    def forward(self) -> bool:
        """Look where one was before going back; whether there was such a place."""
        return self._look_at(self._visited.forward(self._spot))

    def rest(self) -> None:
        """The board lies still. Where it was pulled far by hand since it last did, that was a jump too."""
        here = self._spot
        if self._rested and not here.is_near(self._rested) and not self._visited.may_go_forward:
            self._visited.leave(self._rested)
        self._rested = here

    def begin_anew(self) -> None:
        """Forget the places visited: what is in view is the first one."""
        self._visited.clear()
        self._rested = self._spot

    def pause(self) -> None:
        """A row of jumps for one reason ends here."""
        self._visited.pause()

    def fit(self, rect: Rect, most: float = 1.0, why: str = "") -> None:
        """Show a whole board rectangle."""
        self.jump(self._fitting(rect, most), why)

    def go_to(self, rect: Rect, why: str = "") -> None:
        """Show a card so that it can be read; where it can be already, stay."""
        view = self._view
        x, y, w, h = view.camera.rect_to_screen(rect)
        inside = x >= _TOOLS_WIDTH and x + w <= view.width() - _EDGE
        inside = inside and y >= self.covered + _EDGE and y + h <= view.height() - _EDGE
        if inside and not self._is_cornered(x + w, y + h) and view.camera.zoom >= _READABLE:
            return
        zoom = view.camera.zoom if view.camera.zoom >= _READABLE else _CLOSE
        room_w = view.width() - _TOOLS_WIDTH - _EDGE
        room_h = view.height() - self.covered - 2 * _EDGE
        zoom = max(min(zoom, room_w / max(rect.w, 1.0), room_h / max(rect.h, 1.0)), SMALLEST)
        centre = rect.centre
        left = centre.x - (_TOOLS_WIDTH + room_w / 2) / zoom
        self.jump(Camera(zoom, left, centre.y - (self.covered + _EDGE + room_h / 2) / zoom), why)

    def centre_on(self, point: Point, why: str = "") -> None:
        """Show a board point in the middle, at the present zoom."""
        zoom = self._view.camera.zoom
        self.jump(Camera(zoom, point.x - self._centre.x / zoom, point.y - self._centre.y / zoom), why)

    def fit_diamond(self, name: DiamondName) -> None:
        """Show one diamond; far out with what then stands below it."""
        layout = self._view.scene.layout
        x, y, w, h = layout.diamond_bounds(name)
        camera = self._fitting(Rect(x, y + _BLANK, w, h - _BLANK), margin=_CLOSELY)
        if camera.zoom < NEAR_ZOOM:
            camera = self._fitting(layout.diamond_bounds(name, footer=True))
        self.jump(camera)

    def fit_phase(self, phase: Phase | None) -> None:
        """Show the whole column of a phase, or the parking lot."""
        layout = self._view.scene.layout
        self.fit(layout.parking if phase is None else layout.columns[phase])

    def fit_board(self) -> None:
        """Show the three diamonds, the parking lot, and below it the rows of threads where there are links."""
        scene, layout = self._view.scene, self._view.scene.layout
        below = _THREADS if len(scene.links.ids) else 0
        above = _HEADLINE if scene.headline.blocks else 0
        self.jump(self._fitting(layout.bounds.united(layout.parking), above=above, below=below))

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
        """Pan as little as needed for a board rectangle to be seen; far off, that is a jump."""
        view = self._view
        x, y, w, h = view.camera.rect_to_screen(rect.grown(24))
        dx = max(-x, 0) or min(view.width() - x - w, 0)
        dy = max(-y, 0) or min(view.height() - y - h, 0)
        if self._is_cornered(x + dx + w, y + dy + h):
            dy = view.height() - self.corner[1] - y - h
        if abs(dx) > view.width() / 2 or abs(dy) > view.height() / 2:
            self.jump(view.camera.panned(dx, dy))
        elif dx or dy:
            view.look(view.camera.panned(dx, dy))

    def sees(self, rect: Rect) -> bool:
        """Whether a part of a board rectangle is in view, not under the bar."""
        x, y, w, h = self._view.camera.rect_to_screen(rect)
        return x < self._view.width() and x + w > 0 and y < self._view.height() and y + h > self.covered

    def _is_cornered(self, right: float, bottom: float) -> bool:
        """Whether what reaches so far to the right and down on screen lies partly under the lower right corner."""
        width, height = self.corner
        return right > self._view.width() - width and bottom > self._view.height() - height

    def _fitting(
        self, rect: Rect, most: float = 1.0, *, above: int = 0, below: int = 0, margin: float = _EDGE
    ) -> Camera:
        """The camera that shows a rectangle, with so many pixels above, below and round it left free."""
        view, above = self._view, above + round(self.covered)
        width, height = view.width() - _TOOLS_WIDTH, view.height() - above - below
        camera = Camera.fitting(rect, width, height, margin, most)
        return camera.panned(_TOOLS_WIDTH, above)

    def _look_at(self, spot: Spot | None) -> bool:
        if spot is None:
            return False
        self._rested = None
        x, y = self._centre
        self._view.look(Camera(spot.zoom, spot.middle.x - x / spot.zoom, spot.middle.y - y / spot.zoom))
        return True

    @property
    def _spot(self) -> Spot:
        seen = self.seen
        return Spot(self._view.camera.zoom, self.middle, seen.w, seen.h)

    @property
    def _centre(self) -> Point:
        return Point(self._view.width() / 2, self._view.height() / 2)
