"""The picture of a card in its panel, with the way to take it off."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.canvas.asset_images import decoded
from workshop.board.board import Board
from workshop.model.session import Asset
from workshop.picture.plan import Rect, fitted_in

_WIDTH, _HEIGHT = 264, 200


class CardPicture(QWidget):
    """Hidden while the card has no picture; `removed` asks to take it off."""

    removed = Signal()

    def __init__(self, board: Callable[[], Board]) -> None:
        super().__init__()
        self._board = board
        self._shown: Asset | None = None
        self._label = QLabel()
        self._label.setObjectName("cardPicture")
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.remove = QPushButton("Take the picture off")
        self.remove.setObjectName("removePicture")
        self.remove.setProperty("link", True)
        self.remove.clicked.connect(lambda _checked: self.removed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_picture(self, asset_id: str | None, *, may_go: bool) -> None:
        """Show the picture with this id, or say that it cannot be shown; None hides all."""
        self.remove.setEnabled(may_go)
        self.setHidden(asset_id is None)
        asset = self._board().find("assets", asset_id or "")
        if asset_id is None or (asset is not None and asset is self._shown):
            return
        self._shown = asset if isinstance(asset, Asset) else None
        image = decoded(self._shown, 2 * _WIDTH) if self._shown else None
        if self._shown is None or image is None:
            self._label.setText("This picture cannot be shown.")
            return
        place = fitted_in(Rect(0, 0, _WIDTH, _HEIGHT), image.width(), image.height())
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(max(image.width() / place.w, 1.0))
        self._label.setPixmap(picture)
        self._label.setToolTip(self._shown.name)
        self._label.setAccessibleName(f"Picture: {self._shown.name}")
