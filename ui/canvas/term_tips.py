"""The hint on a word that is a term: what the other discipline says for it, and what it means."""

from html import escape

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from ui.canvas.canvas import Canvas
from ui.tools.addresses import READABLE_ZOOM
from workshop.method.term_index import translation
from workshop.model.terms import Term
from workshop.model.text import short
from workshop.picture.card_plan import term_at
from workshop.picture.plan import Point, Rect

_LETTERS = 400


def show_term_tip(canvas: Canvas, event: QEvent) -> bool:
    """Show the hint of the word under the pointer, or none; it goes when the pointer leaves the word."""
    assert isinstance(event, QHelpEvent)
    tip = term_tip(canvas, canvas.camera.to_board(Point(event.pos().x(), event.pos().y())))
    if tip is None:
        QToolTip.hideText()
        return True
    words, box = tip
    x, y, w, h = (round(part) for part in canvas.camera.rect_to_screen(box))
    # As rich text it is broken into lines; out of plain words, so that no markup of a term is read.
    QToolTip.showText(event.globalPos(), f"<div>{escape(words)}</div>", canvas, QRect(x, y, w, h))
    return True


def term_tip(canvas: Canvas, point: Point) -> tuple[str, Rect] | None:
    """What the word at a board point is told as, with the word's box on the board; None where no term is read."""
    scene = canvas.scene
    card_id = scene.cards.at(point)
    if card_id is None or canvas.camera.zoom < READABLE_ZOOM or scene.cards.turned[scene.cards.index[card_id]]:
        return None
    card, box = scene.card(card_id), scene.cards.rect(card_id)
    if box is None or not (ranges := scene.terms.ranges(card.text)):
        return None
    found = term_at(card, ranges, Point(point.x - box.x, point.y - box.y))
    if found is None:
        return None
    (start, end), rect = found
    span = next(span for span in scene.terms.spans(card.text) if (span.start, span.end) == (start, end))
    term = canvas.state.workshop.board.find("terms", span.term)
    if not isinstance(term, Term):
        return None
    return short(translation(term, card.discipline), _LETTERS), rect.moved(box.x, box.y)
