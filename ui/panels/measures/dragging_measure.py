"""A measure on its way from the list to a card: the card under the pointer lights, and dropping it there links them."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.canvas.canvas import Canvas
from ui.canvas.link_preview import paint_tag
from ui.canvas.painting import colour
from ui.panels.panel_page import PanelContext
from ui.window_state import ORIGIN
from workshop.commands.measures import measure_cards
from workshop.method.records import records_of
from workshop.model.measures import Measure
from workshop.model.text import short
from workshop.picture.plan import Point

_LETTERS = 36


class DraggingMeasure:
    """One drag; a selected card stands for all that are selected."""

    def __init__(self, context: PanelContext, measure_id: str) -> None:
        self._context = context
        self._measure = measure_id
        self._sign = _DropSign(context.canvas)

    def move(self, to: QPoint) -> None:
        """The pointer is here now, on the screen."""
        canvas = self._context.canvas
        at = canvas.mapFromGlobal(to)
        self._sign.show_at(at, self._card_at(to), self._words(to))

    def drop(self, to: QPoint) -> None:
        """Measure the card here, if there is one."""
        cards, state = self._cards_at(to), self._context.state
        if cards:
            state.do(
                lambda: measure_cards(state.workshop, origin=ORIGIN, measure_id=self._measure, card_ids=cards)
            )

    def end(self) -> None:
        """Nothing lights any more."""
        self._sign.hide()
        self._sign.deleteLater()

    def _card_at(self, to: QPoint) -> str | None:
        canvas = self._context.canvas
        at = canvas.mapFromGlobal(to)
        if not canvas.rect().contains(at):
            return None
        return canvas.scene.cards.at(canvas.camera.to_board(Point(at.x(), at.y())))

    def _cards_at(self, to: QPoint) -> tuple[str, ...]:
        card, selected = self._card_at(to), self._context.state.cards
        if card is None:
            return ()
        return (
            tuple(one for one in self._context.board.cards if one in selected) if card in selected else (card,)
        )

    def _words(self, to: QPoint) -> str:
        measure = records_of(self._context.board, Measure).get(self._measure)
        name = short(measure.name, _LETTERS) if measure else ""
        cards = self._cards_at(to)
        if measure is not None and cards and set(cards) <= set(measure.cards):
            return f"“{name}” measures this already"
        what = f"these {len(cards)} cards" if len(cards) > 1 else "this card"
        return f"Measure {what} by “{name}”" if cards else f"“{name}”: drop it on a card"


class _DropSign(QWidget):
    """Lies over the board: the outline of the card under the pointer, and what dropping would do."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._at = QPoint()
        self._card: str | None = None
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(canvas.rect())
        self.show()

    def show_at(self, at: QPoint, card: str | None, words: str) -> None:
        """Show it for a widget point."""
        self._at, self._card, self._words = at, card, words
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The outline and the words."""
        canvas = self._canvas
        if not canvas.rect().adjusted(-40, -40, 40, 40).contains(self._at):
            return
        rect = canvas.scene.cards.rect(self._card) if self._card else None
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if rect is not None:
                lit = colour(canvas.looks.selection)
                painter.setPen(QPen(lit, 3.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(*canvas.camera.rect_to_screen(rect.grown(5))), 11, 11)
            corner = Point(self._at.x() + 14, self._at.y() + 14)
            ink = canvas.looks.selection if rect is not None else canvas.looks.muted
            paint_tag(painter, self._words, corner, canvas.looks, ink)
