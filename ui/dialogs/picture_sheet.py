"""The sheet before a picture is exported: its choices, what it will show, and how large it will be."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from exports.pictures.options import PictureOptions
from ui.dialogs.export_frame import ExportFrame, size_words
from ui.dialogs.export_scopes import Scope
from ui.dialogs.picture_choices import PictureChoices
from ui.export_memory import LastPicture, last_picture, remember_picture
from ui.theme.scale import px
from ui.window_state import WindowState


class PictureSheet(ExportFrame):
    """Begins with one of the parts of the board that can be exported."""

    def __init__(
        self, state: WindowState, session: Path, parent: QWidget, scopes: list[Scope], scope: int
    ) -> None:
        super().__init__("Export picture", state, session, parent)
        self.choices = PictureChoices(last_picture(session), scopes, scope)
        self.choices.changed.connect(self._on_changed)
        self._image = QImage()
        self._preview.measured.connect(self._on_measured)
        self._preview.drawn.connect(self._on_drawn)
        self._shown = QLabel()
        self._shown.setObjectName("pictureShown")
        self._shown.setAccessibleName("The picture")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumSize(px(200), px(200))
        row = QHBoxLayout()
        row.addWidget(self._shown, 1)
        self._begin(self.choices, row)

    @property
    def options(self) -> PictureOptions:
        """What is chosen."""
        return self.choices.options

    def chosen(self) -> LastPicture:
        """The options of the picture, and the end of its file's name."""
        return LastPicture(options=self.options, suffix=self.choices.suffix)

    def _blank(self) -> None:
        self._image = QImage()
        self._shown.clear()

    def _ask(self) -> None:
        self._preview.ask(self.options, self.choices.suffix)

    def _on_measured(self, width: int, height: int, size: int, advice: str) -> None:
        words = f"{width:,} × {height:,} pixels · {size_words(size) if size else '…'}"
        self._accept(f"{words}. {advice}" if advice else words)

    def _on_drawn(self, _number: int, image: QImage) -> None:
        self._image = image
        self._fit()

    def _fit(self) -> None:
        """As large as there is room for, and no larger than it is drawn."""
        if not self._image.isNull():
            room = self._shown.size()
            least = QSize(min(room.width(), self._image.width()), min(room.height(), self._image.height()))
            self._shown.setPixmap(QPixmap.fromImage(self._fitted(self._image, least)))

    def _remember(self) -> None:
        remember_picture(self._session, self.chosen())
