"""The picture of a card in its panel, with the way to take it off."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton

from ui.canvas.asset_images import decoded
from ui.panels.fields import FieldEditor
from workshop.board.board import Board
from workshop.model.session import Asset
from workshop.picture.plan import Rect, fitted_in

_WIDTH, _HEIGHT = 276, 200


class PictureField(FieldEditor):
    """Shows an asset; gives None when it shall be taken off."""

    def __init__(self, board: Callable[[], Board]) -> None:
        super().__init__()
        self._board = board
        self._shown: Asset | None = None
        self.remove = QPushButton("Take the picture off")
        self.remove.setProperty("link", True)
        self.remove.setObjectName("removePicture")
        self.remove.clicked.connect(lambda _checked: self.edited.emit(None))
        self._label = QLabel()
        self._label.setObjectName("cardPicture")
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._fill(self.remove, self._label)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.remove)  # below the picture, yet what has the keyboard

    def show_value(self, value: Any) -> None:
        """Show the picture with this id, or say that it cannot be shown."""
        asset = self._board().find("assets", value or "")
        if asset is self._shown and asset is not None:
            return
        self._shown = asset if isinstance(asset, Asset) else None
        image = decoded(self._shown, 2 * _WIDTH) if self._shown else None
        if image is None:
            self._label.setText("This picture cannot be shown.")
            return
        place = fitted_in(Rect(0, 0, _WIDTH, _HEIGHT), image.width(), image.height())
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(max(image.width() / place.w, 1.0))
        self._label.setPixmap(picture)
        self._label.setToolTip(self._shown.name if self._shown else "")
