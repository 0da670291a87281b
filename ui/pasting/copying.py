"""Copying cards out: one copy that each program takes as it can, as text, a table, a picture, or as cards."""

from PySide6.QtCore import QByteArray, QMimeData, QStringListModel, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from exports.clipboard import CARDS_MIME, card_lines, card_table, cards_json, shown_cards, table_html, table_tsv
from ui.canvas.camera import Camera
from ui.canvas.canvas import Canvas
from ui.canvas.painting import colour
from ui.pasting.lone_cards import LoneCards
from ui.pasting.whole_copy import WHOLE_COPY
from ui.window_state import WindowState
from workshop.model.cards import Card
from workshop.picture.board_plan import NEAR_ZOOM
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Rect
from workshop.visibility import PAPER

TSV_MIME = "text/tab-separated-values"

_SHARP = 2.0
"""Device pixels a board unit at best, so that a picture can be read when it is enlarged."""

_LONGEST_SIDE = 4_096
_MANY = 150
"""More cards than this are painted as small faces where the picture would take long otherwise."""

_MOST_IN_PICTURE = 2_000
"""More cards than this could not be told apart in a picture, and painting them takes a while."""

_MARGIN = 24.0


def copy_cards(state: WindowState, canvas: Canvas, *, cut: bool = False) -> bool:
    """Put the selected cards on the clipboard; whether there were any. Hidden ones go to this program only.

    What is told of them is that they were copied, or `cut`.
    """
    board = state.workshop.board
    if not state.cards:
        state.message.emit(f"Select cards to {'cut' if cut else 'copy'} them.")
        return False
    mime = _lasting()
    mime.setData(CARDS_MIME, QByteArray(cards_json(board, state.cards, PAPER)))
    WHOLE_COPY.keep(cards_json(board, state.cards), mime)
    shown = shown_cards(board, state.cards)
    if text := card_lines(shown):
        mime.setText(text)
    if shown and (rows := card_table(board, shown)) is not None:
        mime.setHtml(table_html(rows))
        mime.setData(TSV_MIME, QByteArray(table_tsv(rows).encode()))
    if 0 < len(shown) <= _MOST_IN_PICTURE and (picture := picture_of(canvas, shown)) is not None:
        mime.setImageData(picture)
    QGuiApplication.clipboard().setMimeData(mime)
    state.message.emit(_told(len(state.cards), len(state.cards) - len(shown), "cut" if cut else "copied"))
    return True


def _lasting() -> QMimeData:
    """Room for what is copied that may lie on the clipboard for longer than Python is there.

    WORKAROUND PySide 6.11, 6.12: a QMimeData made in Python that is on the clipboard when the program ends is destroyed
    after the interpreter, which crashes. One that Qt made is not.
    """
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    mime.clear()
    return mime


def picture_of(canvas: Canvas, cards: list[Card]) -> QImage | None:
    """The cards with the links among them, on a light ground whatever the window's; None where none is shown."""
    rects = [rect for card in cards if (rect := canvas.scene.cards.rect(card.id)) is not None]
    if not rects:
        return None
    around = rects[0]
    for rect in rects[1:]:
        around = around.united(rect)
    around = around.grown(_MARGIN)
    scale = min(_SHARP, _LONGEST_SIDE / max(around.w, around.h))
    if len(cards) > _MANY:
        scale = min(scale, NEAR_ZOOM * 0.99)
    picture = QImage(
        max(1, round(around.w * scale)), max(1, round(around.h * scale)), QImage.Format.Format_RGB32
    )
    picture.fill(colour(LIGHT.ground))
    ratio = scale if scale > 1 else 1.0
    picture.setDevicePixelRatio(ratio)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        camera = Camera(scale / ratio, around.x, around.y)
        area = Rect(0, 0, picture.width() / ratio, picture.height() / ratio)
        lone = LoneCards(canvas.scene, LIGHT)
        lone.paint_alone(painter, camera, area, ratio, {card.id for card in cards})
    picture.setDevicePixelRatio(1.0)
    return picture


def _told(count: int, hidden: int, done: str) -> str:
    words = f"{count:,} cards were {done}." if count > 1 else f"The card was {done}."
    if hidden == count:
        return f"{words} It lies face down, so it can be pasted only while this Trilliant runs."
    return f"{words} Those face down can be pasted only while this Trilliant runs." if hidden else words
