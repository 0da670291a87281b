"""The camera: what part of the board the widget shows, and how large."""

import msgspec

from workshop.picture.plan import Point, Rect

SMALLEST, LARGEST = 0.02, 4.0
WHEEL_STEP = 1.2
"""Zoom factor of one notch of the wheel."""


class Camera(msgspec.Struct, frozen=True):
    """`zoom` is screen pixels per board unit; `x`, `y` the board point in the widget's top left corner."""

    zoom: float = 0.5
    x: float = 0.0
    y: float = 0.0

    def to_screen(self, point: Point) -> Point:
        """A board point in the widget's pixels."""
        return Point((point.x - self.x) * self.zoom, (point.y - self.y) * self.zoom)

    def to_board(self, point: Point) -> Point:
        """A widget's pixel on the board."""
        return Point(point.x / self.zoom + self.x, point.y / self.zoom + self.y)

    def rect_to_screen(self, rect: Rect) -> Rect:
        """A board rectangle in the widget's pixels."""
        return Rect(*self.to_screen(Point(rect.x, rect.y)), rect.w * self.zoom, rect.h * self.zoom)

    def rect_to_board(self, rect: Rect) -> Rect:
        """A rectangle of the widget on the board."""
        return Rect(*self.to_board(Point(rect.x, rect.y)), rect.w / self.zoom, rect.h / self.zoom)

    def panned(self, dx: float, dy: float) -> "Camera":
        """The camera after the board was pulled by so many pixels."""
        return Camera(self.zoom, self.x - dx / self.zoom, self.y - dy / self.zoom)

    def zoomed(self, factor: float, anchor: Point) -> "Camera":
        """The camera zoomed by a factor, the board point under `anchor` (widget pixels) staying there."""
        zoom = min(max(self.zoom * factor, SMALLEST), LARGEST)
        board = self.to_board(anchor)
        return Camera(zoom, board.x - anchor.x / zoom, board.y - anchor.y / zoom)

    def snapped(self, ratio: float) -> "Camera":
        """The camera with its corner on a whole device pixel, so that a pan can scroll what was painted."""
        step = self.zoom * ratio
        return Camera(self.zoom, round(self.x * step) / step, round(self.y * step) / step)

    @staticmethod
    def fitting(rect: Rect, width: float, height: float, margin: float = 24.0, most: float = 1.0) -> "Camera":
        """The camera that shows a whole rectangle in the middle of a widget of this size."""
        room_w, room_h = max(width - 2 * margin, 10.0), max(height - 2 * margin, 10.0)
        zoom = min(room_w / max(rect.w, 1.0), room_h / max(rect.h, 1.0), most)
        zoom = min(max(zoom, SMALLEST), LARGEST)
        centre = rect.centre
        return Camera(zoom, centre.x - width / 2 / zoom, centre.y - height / 2 / zoom)
