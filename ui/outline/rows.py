"""How a row of the outline is drawn, and the field in which its text is written."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.canvas.masking import Masking
from ui.canvas.painting import colour
from ui.outline.model import OutlineModel
from ui.outline.nodes import NodeKind
from ui.theme.fonts import UI_SIZE, font_of
from ui.theme.icons import icon_picture
from ui.theme.scale import px
from workshop.model.text import clean_line
from workshop.picture.palette import Palette
from workshop.picture.plan import Weight

_ROW, _ICON, _GAP, _PAD = 30, 15, 8, 6
_LINES = 4
"""Lines of a card's text that are seen while it is written."""

Index = QModelIndex | QPersistentModelIndex


class Rows(QStyledItemDelegate):
    """Draws rows of one height. `next_wanted` is emitted when Tab ended the writing of a card."""

    next_wanted = Signal()

    def __init__(self, view: QTreeView, model: OutlineModel, looks: Palette) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._looks = looks
        self.masking: Masking | None = None
        """Says whether what is written on hidden cards shows."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows of one height."""
        return QSize(px(120), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row: icon, title, and muted at the right what it is."""
        node, looks = self._model.node(index), self._looks
        words = self._model.words.of(node)
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index)
        left = box.x() + _PAD
        if words.icon:
            size = px(_ICON)
            top = box.y() + (box.height() - size) // 2
            painter.drawPixmap(left, top, icon_picture(words.icon, words.colour, size))
            left += size + _GAP
        room = QRect(left, box.y(), box.right() - _PAD - left, box.height())
        if words.detail:
            room.setRight(room.right() - self._detail(painter, room, words.detail) - _GAP)
        strong = node.kind in (NodeKind.DIAMOND, NodeKind.PHASE, NodeKind.GROUP)
        painter.setFont(font_of(Weight.SEMIBOLD if strong else Weight.REGULAR, px(UI_SIZE)))
        painter.setPen(colour(looks.ink))
        title = QFontMetrics(painter.font()).elidedText(words.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), title)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the row, for several lines where a card is written."""
        node = self._model.node(index)
        editor = RowEditor(parent, lines=_LINES if node.kind is NodeKind.CARD else 1)
        card = self._model.tree.visible.board.cards.get(node.key) if node.kind is NodeKind.CARD else None
        if card is not None and card.hidden:
            editor.hide_behind(self.masking)
        editor.setFont(font_of(Weight.REGULAR, px(UI_SIZE)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the whole text, ready to go on writing."""
        assert isinstance(editor, RowEditor)
        if not editor.filled:
            editor.filled = True
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.moveCursor(editor.textCursor().MoveOperation.End)

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        """What was written goes to the board."""
        assert isinstance(editor, RowEditor)
        text = editor.toPlainText()
        self._model.setData(index, clean_line(text) if editor.lines == 1 else text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Lie over the row and as many below as the lines need, within the view."""
        assert isinstance(editor, RowEditor)
        room = self._view.viewport().rect()
        height = max(option.rect.height(), editor.fontMetrics().lineSpacing() * editor.lines + 14)
        left = min(option.rect.x(), room.width() // 2)
        top = max(0, min(option.rect.y(), room.height() - height))
        editor.setGeometry(left, top, room.right() - left, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape end the writing, Tab goes on to a new card, Shift+Enter begins a line."""
        if not (isinstance(watched, RowEditor) and isinstance(event, QKeyEvent)):
            done = isinstance(watched, RowEditor) and watched.done
            return False if done else super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shift and watched.lines > 1:
            return False
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            return False
        watched.done = True  # or Qt would commit once more as it loses the keyboard, when its row may be gone
        self.commitData.emit(watched)
        self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
        if key == Qt.Key.Key_Tab and watched.lines > 1:
            self.next_wanted.emit()
        return True

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What is selected stands on a ground of its own; the row with the keyboard has a ring."""
        box = QRect(option.rect).adjusted(0, 1, -2, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._looks.raised))
            painter.drawRoundedRect(box, 7, 7)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(colour(self._looks.selection), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _detail(self, painter: QPainter, room: QRect, words: str) -> int:
        """Write at the right what a row is; the width that it takes."""
        painter.setFont(font_of(Weight.REGULAR, px(UI_SIZE - 1)))
        painter.setPen(colour(self._looks.muted))
        metrics, most = QFontMetrics(painter.font()), room.width() // 2
        if metrics.horizontalAdvance(words) > most:
            words = words.rpartition("  ")[2]  # the discipline's tag has to stand there, the dots need not
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)
        return metrics.horizontalAdvance(shown)


class RowEditor(QPlainTextEdit):
    """Text of a row while it is written; leaving the field keeps what was written, as Qt has it."""

    def __init__(self, parent: QWidget, lines: int) -> None:
        super().__init__(parent)
        self.setObjectName("rowEditor")
        self.setAccessibleName("Card text" if lines > 1 else "Name of the group")
        self.lines = lines
        self.filled = self.done = False
        self._masking: Masking | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def hide_behind(self, masking: Masking | None) -> None:
        """What is written is hidden from the room, so that it is masked on a screen that the room sees."""
        self._masking = masking
        if masking is not None:
            masking.changed.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, or dots in its place."""
        if self._masking is not None and self._masking.masks:
            from ui.canvas.masked_text import paint_masked

            paint_masked(self)
        else:
            super().paintEvent(event)
