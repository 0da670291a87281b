"""The text field laid over a card while it is written; input methods, undo in the text and selection are Qt's."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui.canvas.camera import Camera
from ui.canvas.masking import Masking
from ui.theme.fonts import font_of
from ui.wrapping import wrapping_for
from workshop.model.cards import Card, Discipline
from workshop.picture.card_plan import FOOTER, PADDING, TEXT_SIZES, card_writing
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect, Weight

PAUSE_MS = 120
"""The longest that a letter waits for the board, so that a kill while writing loses next to nothing."""

LONGEST_TEXT = 1_000_000
"""Characters that a card's text may have."""

_SMALLEST_FONT = 9.0
_WITH_WORDS = ("add_to_terms",)
"""The board's actions that take the words selected in the field."""


class CardEditor(QPlainTextEdit):
    """Emits `text_paused` while writing and `finished` with how it ended.

    It ends done, or going on to the right, left or below, or left alone for something else.
    """

    text_paused = Signal()
    finished = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget, masking: Masking) -> None:
        super().__init__(parent)
        self._masking = masking
        self._hidden = False
        masking.changed.connect(self.viewport().update)
        self.setObjectName("cardEditor")
        self.setAccessibleName("Card text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(0)
        self._worn: tuple[Discipline, Palette] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.text_paused)
        self.textChanged.connect(self._on_changed)
        self.hide()

    def open_on(self, card: Card, palette: Palette) -> None:
        """Show a card's text with the cursor at its end."""
        self.mask_if(hidden=card.hidden)
        self.wear(card.discipline, palette)
        blocked = self.blockSignals(True)
        self.setWordWrapMode(wrapping_for(card.text))
        self.setPlainText(card.text)
        self.blockSignals(blocked)
        self.document().clearUndoRedoStacks()
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mask_if(self, *, hidden: bool) -> None:
        """Say whether the card that is written lies turned, so that its letters are dots where the room sees them."""
        self._hidden = hidden
        self.viewport().update()

    def wear(self, discipline: Discipline, palette: Palette) -> None:
        """Take the colours of a card of this discipline."""
        if (discipline, palette) == self._worn:
            return
        self._worn = (discipline, palette)
        colours = palette.disciplines[discipline]
        looks = self.palette()
        looks.setColor(QPalette.ColorRole.Base, QColor(colours.fill))
        looks.setColor(QPalette.ColorRole.Text, QColor(palette.ink))
        looks.setColor(QPalette.ColorRole.Highlight, QColor(palette.selection))
        self.setPalette(looks)
        frame = "border: none; border-radius: 0; padding: 0;"
        self.setStyleSheet(f"#cardEditor {{ background: {colours.fill}; color: {palette.ink}; {frame} }}")

    def follow(self, card: Card, rect: Rect, camera: Camera) -> None:
        """Lie over the card's text wherever the camera shows it, at a size that can be read."""
        writing = card_writing(replace(card, text=self.toPlainText() or card.text or "…"))
        size = writing.size
        font = QFont(font_of(Weight.REGULAR, TEXT_SIZES[0]))
        pixels = max(_SMALLEST_FONT, size * camera.zoom)
        font.setPixelSize(round(pixels))
        if font != self.font():
            self.setFont(font)
        x, y, w, h = camera.rect_to_screen(rect)
        top = (writing.top - 4) * camera.zoom
        left = PADDING * camera.zoom
        height = max(h - top - (FOOTER - 4) * camera.zoom, pixels * 1.6)
        width = max(w - 2 * left, pixels * 8)
        box = QRect(round(x + left), round(y + top), round(width) + 2, round(height))
        if box != self.geometry():
            self.setGeometry(box)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, unless the card would grow longer than a record may be."""
        if len(source.text()) + self.document().characterCount() > LONGEST_TEXT:
            self.refused.emit(f"A card holds at most {LONGEST_TEXT:,} characters; nothing was pasted.")
            return
        self.setWordWrapMode(wrapping_for(self.toPlainText() + source.text()))
        super().insertFromMimeData(source)

    def _on_changed(self) -> None:
        """Give the text to the board soon, however fast the typing goes on."""
        if not self._pause.isActive():
            self._pause.start()

    def give_back_focus(self) -> None:
        """Let the board have the keyboard again."""
        if (parent := self.parentWidget()) is not None:
            parent.setFocus()

    def close_field(self) -> None:
        """Stop, without a word; the board has the keyboard again if the field had it."""
        self._pause.stop()
        if self.hasFocus():
            self.give_back_focus()
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Undo is the board's while there is nothing to undo in the text."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.document().isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends; Tab, Shift+Tab and Ctrl+Enter end and go on beside or below."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.finished.emit("done")
        elif key == Qt.Key.Key_Tab and not ctrl:
            self.finished.emit("right")
        elif key == Qt.Key.Key_Backtab:
            self.finished.emit("left")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl:
            self.finished.emit("below")
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy and paste, and what the board does with the words that are selected."""
        menu = self.createStandardContextMenu()
        parent = self.parentWidget()
        actions = parent.actions() if parent is not None else []
        if wanted := [action for action in actions if action.objectName() in _WITH_WORDS]:
            menu.addSeparator()
            menu.addActions(wanted)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, or dots in its place where the room must not read it."""
        if self._hidden and self._masking.masks:
            from ui.canvas.masked_text import paint_masked

            paint_masked(self)
        else:
            super().paintEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field ends writing, unless only a menu or another window came up."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self.isVisible() and event.reason() not in passing:
            self.finished.emit("left alone")
