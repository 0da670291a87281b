"""The sheet before a PDF is exported: its choices, and its pages as they will be."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QListWidget, QListWidgetItem, QWidget

from exports.pdf.options import PaperOptions, checked
from ui.dialogs.export_choices import ExportChoices
from ui.dialogs.export_frame import ExportFrame, size_words
from ui.dialogs.export_scopes import Scope, scopes_of
from ui.export_memory import last_options, remember_options
from ui.export_preview import MOST_PAGES
from ui.theme.scale import px
from ui.window_state import WindowState
from workshop.errors import ExportError

THUMBNAILS = 118
"""The width of the list, whatever the size of words: it holds pictures."""


class ExportOptionsSheet(ExportFrame):
    """Begins with one of the parts of the board that can be exported."""

    def __init__(
        self, state: WindowState, session: Path, parent: QWidget, scopes: list[Scope], scope: int
    ) -> None:
        super().__init__("Export PDF", state, session, parent)
        self.choices = ExportChoices(last_options(session), scopes, scope)
        self.choices.changed.connect(self._on_changed)
        self._images: dict[int, QImage] = {}
        self._preview.written.connect(self._on_written)
        self._preview.drawn.connect(self._on_drawn)
        self._thumbnails, self._page = self._list_of_pages(), QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setAccessibleName("The chosen page")
        self._page.setMinimumSize(200, 200)
        row = QHBoxLayout()
        row.addWidget(self._thumbnails)
        row.addWidget(self._page, 1)
        self._begin(self.choices, row)

    @property
    def options(self) -> PaperOptions:
        """What is chosen."""
        return self.choices.options

    def chosen(self) -> PaperOptions:
        """The options of the document."""
        return self.options

    def _list_of_pages(self) -> QListWidget:
        pages = QListWidget()
        pages.setObjectName("exportPages")
        pages.setAccessibleName("Pages")
        pages.setFixedWidth(THUMBNAILS)
        pages.setFrameShape(QFrame.Shape.NoFrame)
        pages.setIconSize(QSize(84, 110))
        pages.setViewMode(QListView.ViewMode.IconMode)
        colours = pages.palette()
        colours.setColor(QPalette.ColorRole.Highlight, colours.color(QPalette.ColorRole.AlternateBase))
        colours.setColor(QPalette.ColorRole.HighlightedText, colours.color(QPalette.ColorRole.Text))
        pages.setPalette(colours)
        pages.setFlow(QListView.Flow.TopToBottom)
        pages.setWrapping(False)
        pages.setMovement(QListView.Movement.Static)
        pages.setResizeMode(QListView.ResizeMode.Adjust)
        pages.currentRowChanged.connect(self._show_page)
        return pages

    def _objection(self) -> str:
        try:
            checked(self.options)
        except ExportError as error:
            return str(error)
        return ""

    def _blank(self) -> None:
        self._images.clear()
        self._thumbnails.clear()
        self._page.clear()

    def _ask(self) -> None:
        self._images.clear()
        self._preview.ask(self.options)

    def _follow(self) -> None:
        self.choices.follow(scopes_of(self._state))

    def _on_written(self, pages: int, size: int, advice: str) -> None:
        shown = f", the first {MOST_PAGES} are shown" if pages > MOST_PAGES else ""
        words = f"{pages} {'page' if pages == 1 else 'pages'}{shown} · {size_words(size)}"
        self._accept(f"{words}. {advice}" if advice else words)
        row = max(0, min(self._thumbnails.currentRow(), pages - 1))
        self._thumbnails.clear()
        for number in range(min(pages, MOST_PAGES)):
            item = QListWidgetItem(str(number + 1))
            item.setSizeHint(QSize(THUMBNAILS - 22, 110 + px(28)))
            self._thumbnails.addItem(item)
        self._thumbnails.setCurrentRow(row)

    def _on_drawn(self, number: int, image: QImage) -> None:
        self._images[number] = image
        if (item := self._thumbnails.item(number)) is not None:
            small = self._fitted(image, self._thumbnails.iconSize())
            item.setIcon(_untinted(QPixmap.fromImage(small)))
            height = round(small.height() / self.devicePixelRatioF())
            item.setSizeHint(QSize(THUMBNAILS - 22, height + px(30)))
            self._thumbnails.scheduleDelayedItemsLayout()
        if number == self._thumbnails.currentRow():
            self._show_page(number)

    def _fit(self) -> None:
        self._show_page(self._thumbnails.currentRow())

    def _show_page(self, number: int) -> None:
        if (image := self._images.get(number)) is not None:
            self._page.setPixmap(QPixmap.fromImage(self._fitted(image, self._page.size())))
        else:
            self._page.clear()

    def _remember(self) -> None:
        remember_options(self._session, self.options)


def _untinted(picture: QPixmap) -> QIcon:
    """An icon that shows a page in its own colours also where it is chosen."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
