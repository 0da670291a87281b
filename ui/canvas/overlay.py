"""What lies above the board: outlines of the selection, edge handles, lifted cards and their links."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.canvas.board_painter import BoardPainter
from ui.canvas.camera import Camera
from ui.canvas.outlines import paint_outlines
from ui.canvas.painting import colour
from ui.window_state import WindowState
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point, Rect
from workshop.picture.routes import flatten_curves

HANDLE_RADIUS = 6.0
HANDLE_REACH = 11.0
_MANY = 300
_VEIL = 200
"""How much of the ground lies over what is dimmed, of 255."""

_VERY_MANY, _HARDLY_ANY = 1_000, 0.1
"""Among so many cards of which so few are dimmed, those few are veiled: the rest need not be painted twice."""


def handle_points(rect: Rect) -> tuple[Point, Point, Point, Point]:
    """The middles of a rectangle's edges: right, bottom, left, top."""
    centre = rect.centre
    return (
        Point(rect.right, centre.y),
        Point(centre.x, rect.bottom),
        Point(rect.x, centre.y),
        Point(centre.x, rect.y),
    )


def handle_at(screen: Point, card: Rect, size: float = 1.0) -> bool:
    """Whether a widget point is on one of the edge handles, so much larger, of a card in this widget rectangle."""
    reach = HANDLE_REACH * size
    return any(
        abs(screen.x - x) <= reach and abs(screen.y - y) <= reach
        for x, y in handle_points(card.grown(HANDLE_RADIUS * size))
    )


def paint_veil(
    painter: QPainter, board: BoardPainter, camera: Camera, lit: frozenset[str], ratio: float
) -> None:
    """Dim the board, and paint the lit cards and the links among them above it."""
    veil = QColor(board.palette.ground)
    veil.setAlpha(_VEIL)
    cards, links = board.scene.cards, board.scene.links
    bright = np.zeros(len(cards) + 1, bool)
    bright[_numbers_of(lit, cards.index)] = True
    for stack in cards.stacks:
        bright[stack] = bright[stack].any()
    view = camera.rect_to_board(Rect(0, 0, painter.viewport().width(), painter.viewport().height()))
    shown = cards.visible_in(view)
    dim = shown[~bright[shown]]
    if len(shown) > _VERY_MANY and len(dim) < len(shown) * _HARDLY_ANY:
        for box in cards.boxes[dim].tolist():
            painter.fillRect(QRectF(*camera.rect_to_screen(Rect(*box))), veil)
        return
    painter.fillRect(painter.viewport(), veil)
    near = links.visible_in(view)
    board.paint_links_among(painter, camera, near[bright[links.ends[near]].all(axis=1)])
    board.paint_cards(painter, camera, shown[bright[shown]], ratio)


def _numbers_of(lit: frozenset[str], index: dict[str, int]) -> list[int]:
    """The numbers of cards; asked for one after the other only where some are not shown."""
    try:
        return list(map(index.__getitem__, lit))
    except KeyError:
        return [index[card] for card in lit if card in index]


def paint_lifted(
    painter: QPainter,
    board: BoardPainter,
    camera: Camera,
    lifted: frozenset[str],
    *,
    offset: Point,
    ratio: float,
) -> None:
    """The cards being dragged, with their links, where they would land."""
    cards, links = board.scene.cards, board.scene.links
    which = np.array(sorted(cards.index[card] for card in lifted if card in cards.index), np.intp)
    if not len(which):
        return
    boxes = cards.boxes.copy() if len(links.ids) else cards.boxes[which]
    if len(links.ids):
        boxes[which, :2] += offset
        at_links = links.at_cards(which.tolist())
        board.paint_links(
            painter, camera, flatten_curves(links.curves_between(boxes, at_links)), links.kinds[at_links]
        )
        boxes = boxes[which]
    else:
        boxes[:, :2] += offset
    board.paint_cards(painter, camera, which, ratio, boxes)


def paint_selection(
    painter: QPainter, board: BoardPainter, camera: Camera, state: WindowState, offset: Point
) -> None:
    """Outlines around the selected cards and along the selected links."""
    cards, links = board.scene.cards, board.scene.links
    which = cards.places_of(state.cards)
    pen = QPen(colour(board.palette.selection), 2.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(which) < _MANY)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    if len(which):
        boxes = cards.boxes[which] + (offset.x, offset.y, 0, 0)
        boxes = (boxes - (camera.x, camera.y, 0, 0)) * camera.zoom
        gap = 3.0 if camera.zoom > 0.3 else 1.0
        if len(which) < _MANY:
            radius = max(2.0, 9.0 * camera.zoom)
            for x, y, w, h in boxes.tolist():
                painter.drawRoundedRect(QRectF(x - gap, y - gap, w + 2 * gap, h + 2 * gap), radius, radius)
        else:
            paint_outlines(painter, boxes, pen.color(), painter.device().devicePixelRatioF())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for link in state.links:
        if (index := links.index.get(link)) is not None:
            points = (links.points[index] - (camera.x, camera.y)) * camera.zoom
            painter.setPen(QPen(colour(board.palette.selection), 3.0))
            painter.drawPolyline(QPolygonF([QPointF(*point) for point in points.tolist()]))


def paint_handles(painter: QPainter, board: BoardPainter, camera: Camera, card: str, size: float = 1.0) -> None:
    """The four edge handles of a card, from which a link is dragged; `size` is 1 for a mouse."""
    rect = board.scene.cards.rect(card)
    if rect is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(board.palette.selection), 2.0))
    painter.setBrush(colour(board.palette.panel))
    radius = HANDLE_RADIUS * size
    for point in handle_points(camera.rect_to_screen(rect).grown(radius)):
        painter.drawEllipse(QPointF(*point), radius - 1, radius - 1)


def paint_focus(painter: QPainter, board: BoardPainter) -> None:
    """The ring round the board that shows that it has the keyboard, though nothing on it is selected."""
    room = painter.viewport()
    painter.setPen(QPen(colour(board.palette.selection), 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(1, 1, room.width() - 2, room.height() - 2))


def paint_phase(painter: QPainter, board: BoardPainter, camera: Camera, phase: Phase) -> None:
    """The outline of the chosen phase, on which Enter writes a card."""
    column = board.scene.layout.columns[phase]
    x, y, w, h = camera.rect_to_screen(column.grown(-6))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(board.palette.selection), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(x, y, w, h), 14, 14)


def paint_corner(painter: QPainter, board: BoardPainter, camera: Camera, card: str, size: float = 1.0) -> None:
    """The corner of a card by which it is resized."""
    rect = board.scene.cards.rect(card)
    if rect is None:
        return
    x, y = camera.to_screen(Point(rect.right, rect.bottom))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(board.palette.selection), 2.0))
    painter.setBrush(colour(board.palette.panel))
    painter.drawRoundedRect(QRectF(x - 2, y - 2, 9 * size, 9 * size), 2 * size, 2 * size)


def paint_link_ends(
    painter: QPainter, board: BoardPainter, camera: Camera, ends: Iterable[Point], size: float = 1.0
) -> None:
    """The ends of a link, by which it is dragged to another card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(board.palette.selection), 2.0))
    painter.setBrush(colour(board.palette.panel))
    for end in ends:
        painter.drawEllipse(QPointF(*camera.to_screen(end)), HANDLE_RADIUS * size, HANDLE_RADIUS * size)
