"""The kept frame: the painted board as a picture that pans by scrolling and is mended where it changed."""

from collections.abc import Iterable, Set

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from ui.canvas.board_painter import BoardPainter
from ui.canvas.camera import Camera
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

    def spoil(self, rects: Iterable[Rect] = (), *, everything: bool = False) -> None:
        """Have board rectangles, or everything, painted anew."""
        self._dirty.extend(rects)
        self._all_dirty = self._all_dirty or everything or len(self._dirty) > 200

    def bring_up_to_date(self, camera: Camera, size: QSize, ratio: float, without: Set[str]) -> None:
        """Paint what is missing for this camera (snapped), widget size and device pixel ratio."""
        self._fit(size, ratio)
        if without != self._without:
            self._spoil_lifted(without)
        region = self._region_to_paint(camera, size)
        hurried = camera.zoom != self._camera.zoom
        self._camera = camera
        self._dirty.clear()
        self._all_dirty = False
        if region.isEmpty():
            return
        self._painter.unfinished = False
        painter = QPainter(self.picture)
        rects = [region.boundingRect()] if region.rectCount() > _MOST_RECTS else list(region)
        for rect in rects:
            painter.setClipRect(rect)
            area = Rect(rect.x(), rect.y(), rect.width(), rect.height())
            self._painter.paint(painter, camera, area, self._ratio, self._without, hurried=hurried)
        painter.end()

    def _fit(self, size: QSize, ratio: float) -> None:
        device = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self.picture.size() != device or ratio != self._ratio:
            self.picture = QPixmap(device)
            self.picture.setDevicePixelRatio(ratio)
            self._ratio = ratio
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

    def _region_to_paint(self, camera: Camera, size: QSize) -> QRegion:
        """What must be painted, in widget pixels; pans what is there by scrolling it."""
        whole = QRect(QPoint(0, 0), size)
        if self._all_dirty or camera.zoom != self._camera.zoom:
            return QRegion(whole)
        region = QRegion()
        if camera != self._camera:
            region = self._scrolled(camera, whole)
        for rect in self._dirty:
            x, y, w, h = camera.rect_to_screen(rect)
            region += QRect(int(x) - 2, int(y) - 2, int(w) + 5, int(h) + 5) & whole
        return region

    def _scrolled(self, camera: Camera, whole: QRect) -> QRegion:
        step = camera.zoom * self._ratio
        dx, dy = round((self._camera.x - camera.x) * step), round((self._camera.y - camera.y) * step)
        device = self.picture.rect()
        if abs(dx) >= device.width() or abs(dy) >= device.height():
            return QRegion(whole)
        self.picture.scroll(dx, dy, device)
        exposed = QRegion(device) - QRegion(device.translated(dx, dy))
        region = QRegion()
        for rect in exposed:
            x, y = int(rect.x() / self._ratio) - 1, int(rect.y() / self._ratio) - 1
            w, h = int(rect.width() / self._ratio) + 3, int(rect.height() / self._ratio) + 3
            region += QRect(x, y, w, h) & whole
        return region
