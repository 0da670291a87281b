"""The projector's window: nothing but the board, with the step at its edge. It shows no tools and edits nothing."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.canvas.camera import Camera
from ui.canvas.painting import colour, paint_plan
from ui.present.break_plan import break_plan
from ui.present.edge import EdgeWords, edge_height, edge_plan
from ui.present.laser import Laser
from ui.present.projected import Projected
from ui.present.result_plan import result_pages, result_plan
from ui.present.screens import Place
from ui.voting.result_words import ResultWords
from workshop.changes.change_set import ChangeSet
from workshop.facilitation.parts import Screen
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect
from workshop.visibility import Viewer
from workshop.workshop import Workshop

FILL_MS = 15
"""After this pause, cards that still show plain faces are drawn in full."""

_LASER = 1 / 90
"""The radius of the laser's dot, as a share of the screen's height."""

_BLACK = "#000000"


class Projector(QWidget):
    """Shows what it is told to. Keys and the pointer on it are told to whoever presents."""

    key_pressed = Signal(int)
    """The key with those held beside it, as one number."""
    wheeled = Signal(object)
    """The wheel's event."""
    pointed = Signal(object)
    """The board point under the pointer, None when it left."""
    reshaped = Signal()
    """There is more or less room for the board than before."""
    closed = Signal()

    def __init__(self, workshop: Workshop, viewer: Viewer, palette: Palette) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("projector")
        self.setWindowTitle("Trilliant – on the projector")
        self.setAccessibleName("The board on the projector")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.resize(1280, 720)
        self.board = Projected(workshop, viewer, palette)
        self.laser = Laser(self)
        self.laser.moved.connect(self._on_laser)
        self.words = self._told = EdgeWords()
        self.black = False
        self._result: ResultWords | None = None
        self._result_page = 0
        self._still: QPixmap | None = None
        self._still_camera = self.board.camera
        self._fill = QTimer(self)
        self._fill.setSingleShot(True)
        self._fill.setInterval(FILL_MS)
        self._fill.timeout.connect(self._on_fill)

    @property
    def at_rest(self) -> bool:
        """Whether the board is painted in full, or covered by the result of a vote or a break."""
        covered = self._result is not None or self.words.rests
        return covered or not (self.board.unfinished or self._fill.isActive())

    @property
    def room(self) -> QRect:
        """The pixels that the board has: all but the edge."""
        return QRect(0, 0, self.width(), max(1, self.height() - self._edge))

    @property
    def view(self) -> Rect:
        """The board rectangle that is shown."""
        room = self.room
        return self.board.camera.rect_to_board(Rect(0, 0, room.width(), room.height()))

    @property
    def screen_room(self) -> Screen:
        """The room as presenting in parts reckons with it."""
        return Screen(self.room.width(), self.room.height(), self.height())

    @property
    def frozen(self) -> bool:
        """Whether the picture stays, whatever happens on the board."""
        return self._still is not None

    def show_on(self, place: Place) -> None:
        """Fill a screen; where Qt knows none of this place, be a window as large."""
        self.setGeometry(place.geometry)
        if place.screen is None:
            self.showNormal()
            return
        self.setScreen(place.screen)
        self.showFullScreen()

    def look(self, camera: Camera, lit: frozenset[str] | None = None) -> None:
        """Show a part of the board, and dim all cards but the lit ones; None dims nothing."""
        if self.board.look(camera.snapped(self.devicePixelRatioF()), lit) and not self.frozen:
            self.update(self.room)

    def show_rect(self, rect: Rect, lit: frozenset[str] | None = None) -> None:
        """Show a whole board rectangle as large as it fits, in the middle."""
        room = self.room
        zoom = min(room.width() / max(rect.w, 1.0), room.height() / max(rect.h, 1.0))
        x, y = rect.centre
        self.look(Camera(zoom, x - room.width() / 2 / zoom, y - room.height() / 2 / zoom), lit)

    def show_result(self, words: ResultWords | None, page: int = 0) -> None:
        """Show the result of a vote in place of the board; None shows the board again."""
        if (words, page) != (self._result, self._result_page):
            self._result, self._result_page = words, page
            if not self.frozen:
                self.update(self.room)

    @property
    def result_pages(self) -> int:
        """How many pages the result has that is shown; 1 where there is none."""
        return result_pages(self._result, self.screen_room) if self._result is not None else 1

    def take(self, change_set: ChangeSet) -> None:
        """Follow a change of the board."""
        touched = self.board.take(change_set, self.room.size())
        if self.frozen or not touched:
            return
        if self.board.lit is not None:
            touched = [self.room]
        for rect in touched:
            self.update(rect)

    def lift(self, cards: frozenset[str], offset: Point) -> None:
        """Show cards where they are being dragged; none when they were let go."""
        if self.board.lift(cards, offset) and not self.frozen:
            self.update(self.room)

    def note(self) -> None:
        """Note of measures and tensions what holds now."""
        if self.board.note() and not self.frozen:
            self.update(self.room)

    def name_authors(self) -> None:
        """Show as much of the cards' authors as the room is to see now."""
        self.board.name_authors()
        if not self.frozen:
            self.update(self.room)

    def say(self, words: EdgeWords) -> None:
        """Say something else at the edge; below a picture that stays, only the time runs."""
        self._told = words
        if self.frozen:
            words = _with_time_of(words, self.words)
        before, self.words = (self._edge, self.words), words
        if before != (self._edge, words):
            self.update(QRect(0, self.height() - max(before[0], self._edge), self.width(), self.height()))
        if before[0] != self._edge or (self.words.rests and before[1] != self.words):
            self.update()
        if before[0] != self._edge:
            self.reshaped.emit()

    def use_palette(self, palette: Palette) -> None:
        """Take other colours; a picture that stays keeps its own."""
        self.board.use_palette(palette)
        self.update()

    def freeze(self, *, frozen: bool) -> None:
        """Let the picture stay as it is, or show the board as it is now."""
        if frozen != self.frozen:
            self._still_camera = self.board.camera
            self._still = self._still_picture() if frozen else None
            self.say(self._told)
            self.update()

    def blacken(self, *, black: bool) -> None:
        """Show nothing, or the board again."""
        if black != self.black:
            self.black = black
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Blit the board, and draw the edge and the laser above it."""
        with QPainter(self) as painter:
            painter.setClipRegion(event.region())
            if self.black:
                painter.fillRect(self.rect(), colour(_BLACK))
                return
            if event.region().intersects(self.room):
                self._paint_board(painter)
            if event.region().boundingRect().bottom() > self.room.bottom():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_plan(painter, edge_plan(self.words, self.width(), self.height(), self.board.palette))
            if (
                self._result is None and not self.words.rests
            ):  # the pointer is on the board, which is not in sight
                self.laser.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same in another size."""
        super().resizeEvent(event)
        self.laser.size = self.height() * _LASER
        self.reshaped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key."""
        keypad = event.modifiers() & Qt.KeyboardModifier.KeypadModifier
        held = event.modifiers() ^ keypad
        self.key_pressed.emit(event.key() | held.value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Tell the wheel."""
        self.wheeled.emit(event)
        event.accept()

    def board_point(self, at: Point) -> Point:
        """The board point at a pixel, as it is seen there."""
        return self._seen_by.to_board(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer is on the board."""
        self.pointed.emit(self.board_point(Point(event.position().x(), event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window manager: whoever presents ends it."""
        event.accept()
        self.closed.emit()

    def point(self, at: Point | None) -> None:
        """Have the laser's dot at a board point, or nowhere."""
        self.laser.point(self._seen_by.to_screen(at) if at is not None else None)

    @property
    def _seen_by(self) -> Camera:
        """The camera of what is in sight: of a picture that stays the one it was taken with."""
        if self._still is None:
            return self.board.camera
        kept, place = self._still_camera, self._place_of_still(self._still)
        zoom = kept.zoom * place.width() / (self._still.width() / self._still.devicePixelRatio())
        return Camera(zoom, kept.x - place.x() / zoom, kept.y - place.y() / zoom)

    def _place_of_still(self, still: QPixmap) -> QRectF:
        """Where the picture that stays is drawn: as it was taken, and on another screen as large as it fits."""
        size, room = still.size() / still.devicePixelRatio(), QRectF(self.room)
        if size == self.room.size():
            return room
        fitting = QRectF(QPointF(0, 0), QSizeF(size).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        fitting.moveCenter(room.center())
        return fitting

    @property
    def _edge(self) -> int:
        return edge_height(self.words, self.width(), self.height())

    def _paint_board(self, painter: QPainter) -> None:
        room, ratio = self.room, self.devicePixelRatioF()
        if self.words.rests:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_plan(painter, break_plan(self.words, self.width(), self.height(), self.board.palette))
            return
        if self._still is not None:
            painter.fillRect(room, colour(self.board.palette.ground))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._place_of_still(self._still), self._still, QRectF(self._still.rect()))
            return
        if self._result is not None:
            self._paint_result(painter, self._result)
            return
        painter.drawPixmap(QPointF(0, 0), self.board.picture(QSize(room.width(), room.height()), ratio))
        self.board.paint_lifted(painter, ratio)
        if self.board.unfinished and not self._fill.isActive():
            self._fill.start()

    def _paint_result(self, painter: QPainter, words: ResultWords) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_plan(painter, result_plan(words, self.screen_room, self.board.palette, self._result_page))

    def _still_picture(self) -> QPixmap:
        """What is shown now, to stay."""
        size, ratio = self.room.size(), self.devicePixelRatioF()
        if self._result is None:
            return self.board.still(size, ratio)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        with QPainter(picture) as painter:
            self._paint_result(painter, self._result)
        return picture

    def _on_fill(self) -> None:
        self.board.fill()
        self.update(self.room)

    def _on_laser(self, area: QRect) -> None:
        if not self.black:
            self.update(area)


def _with_time_of(told: EdgeWords, kept: EdgeWords) -> EdgeWords:
    """The words that were kept with the time that is told; without any when that is another step's."""
    if not kept.step:
        return kept
    if (told.of, told.rests) != (kept.of, kept.rests):
        return replace(kept, time="", over=False, paused=False)
    return replace(kept, time=told.time, over=told.over, paused=told.paused, back=told.back)
