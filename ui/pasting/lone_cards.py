"""Painting some cards of the board and the links among them, and nothing else."""

from collections.abc import Set

import numpy as np
from PySide6.QtGui import QPainter

from ui.canvas.board_painter import BoardPainter
from ui.canvas.camera import Camera
from ui.canvas.link_labels import LABEL_ZOOM
from workshop.picture.plan import Rect


class LoneCards(BoardPainter):
    """A painter of its own, so that what the board's keeps is left alone."""

    def paint_alone(self, painter: QPainter, camera: Camera, area: Rect, ratio: float, cards: Set[str]) -> None:
        """Paint cards with a painter in pixels of `ratio` device pixels, however long it takes."""
        board = camera.rect_to_board(area.grown(2))
        chosen = [index for card, index in self.scene.cards.index.items() if card in cards]
        which = np.array(sorted(chosen), np.intp)
        others = np.setdiff1d(np.arange(len(self.scene.cards)), which).tolist()
        self._paint_links(painter, camera, board, others, False)
        if camera.zoom * ratio >= LABEL_ZOOM:
            self._labels.paint(painter, camera, board, self.palette, others)
        self.paint_cards(painter, camera, which, ratio, patient=True)
