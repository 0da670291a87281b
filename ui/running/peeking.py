"""A peek under turned cards: while a key is held, the facilitator reads what the room does not see yet."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.canvas.canvas import Canvas
from ui.canvas.painting import paint_plan
from workshop.model.cards import Card
from workshop.picture.card_plan import CardWords, card_plan
from workshop.picture.plan import Point, Rect
from workshop.visibility import PEEK, visible_to

PEEK_KEY = Qt.Key.Key_F9

_READABLE = 0.9
"""The least zoom at which a card is shown while it is peeked under."""


class Peeking(QObject):
    """Shows the selected turned cards, and the one under the pointer, as long as the key is held in this window."""

    def __init__(self, desk: QWidget, canvas: Canvas) -> None:
        super().__init__(desk)
        self._desk = desk
        self._canvas = canvas
        self._masking = canvas.state.masking
        self.shown: PeekedCards | None = None
        desk.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key goes down, comes up, or cannot be seen coming up because another window is in front."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            if event.key() == PEEK_KEY and not event.isAutoRepeat():
                self._peek(kind == QEvent.Type.KeyPress)
                return True
        elif kind == QEvent.Type.WindowDeactivate:
            self._peek(False)
        return super().eventFilter(watched, event)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Fields that let no key through are asked before they take it."""
        takes_letters = now is not None and now.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if now is not None and takes_letters and self._desk.isAncestorOf(now):
            now.installEventFilter(self)

    def _peek(self, peeking: bool) -> None:
        self._masking.peek(peeking)
        if self.shown is not None:
            self.shown.hide()
            self.shown.deleteLater()
            self.shown = None
        if peeking and (cards := self._turned()):
            self.shown = PeekedCards(self._canvas, cards)

    def _turned(self) -> list[Card]:
        canvas, cards = self._canvas, self._canvas.state.workshop.board.cards
        wanted = {*canvas.state.cards, canvas.pointing.hovered} - {canvas.writing.card}
        return [card for card in cards.values() if card.id in wanted and card.hidden]


class PeekedCards(QWidget):
    """The faces of turned cards, over the board where they lie, and large enough to be read."""

    def __init__(self, canvas: Canvas, cards: list[Card]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.cards = cards
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(canvas.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cards."""
        canvas = self._canvas
        visible = visible_to(PEEK, canvas.state.workshop.board)
        zoom = max(canvas.camera.zoom, _READABLE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for card in self.cards:
                if (rect := canvas.scene.cards.rect(card.id)) is None:
                    continue
                at = self._corner(rect, zoom)
                painter.save()
                painter.translate(at.x, at.y)
                painter.scale(zoom, zoom)
                words = CardWords(visible.author_initials(card), 0, ())
                paint_plan(painter, card_plan(card, words, canvas.looks))
                painter.restore()

    def _corner(self, rect: Rect, zoom: float) -> Point:
        """The upper left corner in pixels: the middle stays where it is, within the view."""
        centre = self._canvas.camera.to_screen(rect.centre)
        width, height = rect.w * zoom, rect.h * zoom
        return Point(
            min(max(centre.x - width / 2, 8.0), max(8.0, self.width() - width - 8)),
            min(max(centre.y - height / 2, 8.0), max(8.0, self.height() - height - 8)),
        )
