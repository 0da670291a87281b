"""The kept frame: the painted board as a picture that pans by scrolling and is mended where it changed."""

from collections.abc import Iterable, Set

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui.canvas.board_painter import BoardPainter
from ui.canvas.camera import Camera
from ui.canvas.link_labels import LABEL_ZOOM, WORDS_REACH
from ui.canvas.scene import Damage
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.plan import Rect

_MOST_RECTS = 12


class Frame:
    """A picture of the board as the camera sees it, brought up to date before each use."""

    def __init__(self, painter: BoardPainter) -> None:
        self._painter = painter
        self.picture = QPixmap()
        self._camera = Camera()
        self._ratio = 1.0
        self._without: Set[str] = frozenset()
        self._dirty: list[Rect] = []
        self._all_dirty = True

    @property
    def camera(self) -> Camera:
        """The camera for which it is painted."""
        return self._camera

    def spoil(self, rects: Iterable[Rect] = (), *, everything: bool = False) -> None:
        """Have board rectangles, or everything, painted anew."""
        self._dirty.extend(rects)
        self._all_dirty = self._all_dirty or everything or len(self._dirty) > 200

    def take(self, damage: Damage, zoom: float) -> None:
        """Have painted anew what a change of the board touches at this zoom."""
        far = damage.far_rects if zoom < NEAR_ZOOM else ()
        words = WORDS_REACH if damage.links and zoom >= LABEL_ZOOM else 0.0
        self.spoil((*(rect.grown(words) for rect in damage.rects), *far), everything=damage.everything)

    def bring_up_to_date(self, camera: Camera, size: QSize, ratio: float, without: Set[str]) -> None:
        """Paint what is missing for this camera (snapped), widget size and device pixel ratio."""
        self._fit(size, ratio)
        if without != self._without:
            self._spoil_lifted(without)
        rects = self._rects_to_paint(camera, size)
        hurried = camera.zoom != self._camera.zoom
        self._camera = camera
        self._dirty.clear()
        self._all_dirty = False
        if not rects:
            return
        if rects == [QRect(QPoint(0, 0), size)]:
            self._painter.unfinished = False
        with QPainter(self.picture) as painter:
            for rect in _merged(rects) if len(rects) <= _MOST_RECTS else [_around(rects)]:
                painter.setClipRect(rect)
                area = Rect(rect.x(), rect.y(), rect.width(), rect.height())
                self._painter.paint(painter, camera, area, self._ratio, self._without, hurried=hurried)

    def _fit(self, size: QSize, ratio: float) -> None:
        device = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self.picture.size() != device or ratio != self._ratio:
            self.picture = QPixmap(device)
            self.picture.setDevicePixelRatio(ratio)
            self._ratio = ratio
            self._painter.pictures.make_room(device.width() * device.height())
            self._all_dirty = True

    def _spoil_lifted(self, without: Set[str]) -> None:
        scene = self._painter.scene
        changed = self._without ^ without
        self._without = without
        if len(changed) > 40:
            self._all_dirty = True
            return
        places = [scene.cards.index[card] for card in changed if card in scene.cards.index]
        self._dirty.extend(Rect(*scene.cards.boxes[place].tolist()).grown(16) for place in places)
        for left, top, right, bottom in scene.links.boxes[scene.links.at_cards(places)].tolist():
            self._dirty.append(Rect(left, top, right - left, bottom - top).grown(16))

    def _rects_to_paint(self, camera: Camera, size: QSize) -> list[QRect]:
        """What must be painted, in widget pixels; pans what is there by scrolling it."""
        whole = QRect(QPoint(0, 0), size)
        if self._all_dirty or camera.zoom != self._camera.zoom:
            return [whole]
        rects = self._scrolled(camera, whole) if camera != self._camera else []
        for rect in self._dirty:
            x, y, w, h = camera.rect_to_screen(rect)
            rects.append(QRect(int(x) - 2, int(y) - 2, int(w) + 5, int(h) + 5) & whole)
        return [rect for rect in rects if not rect.isEmpty()]

    def _scrolled(self, camera: Camera, whole: QRect) -> list[QRect]:
        """Scroll the picture along with the camera; the strips that came into view."""
        step = camera.zoom * self._ratio
        dx, dy = round((self._camera.x - camera.x) * step), round((self._camera.y - camera.y) * step)
        device = self.picture.rect()
        if abs(dx) >= device.width() or abs(dy) >= device.height():
            return [whole]
        self.picture.scroll(dx, dy, device)
        strips = []
        if dx:
            strips.append(QRect(0 if dx > 0 else device.width() + dx, 0, abs(dx), device.height()))
        if dy:
            strips.append(QRect(0, 0 if dy > 0 else device.height() + dy, device.width(), abs(dy)))
        return [_in_widget_pixels(strip, self._ratio) & whole for strip in strips]


def _in_widget_pixels(rect: QRect, ratio: float) -> QRect:
    """A device rectangle in widget pixels, rounded outwards."""
    x, y = int(rect.x() / ratio) - 1, int(rect.y() / ratio) - 1
    return QRect(x, y, int(rect.width() / ratio) + 3, int(rect.height() / ratio) + 3)


def _merged(rects: list[QRect]) -> list[QRect]:
    """The rectangles with those that overlap made one, so that nothing is painted twice."""
    merged: list[QRect] = []
    for rect in rects:
        apart = [other for other in merged if not other.intersects(rect)]
        while len(apart) < len(merged):
            for other in merged:
                if other.intersects(rect):
                    rect = rect.united(other)
            merged = apart
            apart = [other for other in merged if not other.intersects(rect)]
        merged = [*apart, rect]
    return merged


def _around(rects: list[QRect]) -> QRect:
    united = rects[0]
    for rect in rects[1:]:
        united = united.united(rect)
    return united
