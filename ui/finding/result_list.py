"""The list of what the palette found: a picture, a name, what it is, and its shortcut."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.canvas.painting import colour
from ui.finding.entries import Entry
from ui.theme.fonts import UI_SIZE, font_of
from ui.theme.icons import icon_picture
from ui.theme.scale import px
from workshop.picture.palette import Palette
from workshop.picture.plan import Weight

ROW = 36
ROWS_SHOWN = 9

_PAD, _ICON, _GAP = 12, 16, 12
_QUIET_SIZE = 12
_QUIET_SHARE = 0.45
"""The most of a row's width that what an entry is may take."""

Index = QModelIndex | QPersistentModelIndex


class ResultModel(QAbstractListModel):
    """The entries in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Hold other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, and for screen readers what else the row says."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.detail, entry.keys) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be done now can be seen, not chosen."""
        seen = Qt.ItemFlag.ItemIsSelectable
        return seen | Qt.ItemFlag.ItemIsEnabled if self.entries[index.row()].enabled else seen


class ResultList(QListView):
    """Shows a result model; the keyboard stays in the field above it."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self.setObjectName("resultList")
        self.setAccessibleName("What was found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Rows(looks, self))
        self.entered.connect(self.setCurrentIndex)


class _Rows(QStyledItemDelegate):
    def __init__(self, looks: Palette, parent: ResultList) -> None:
        super().__init__(parent)
        self._looks = looks
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows of one height."""
        return QSize(0, px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        looks, box = self._looks, option.rect
        entry: Entry = index.model().entries[index.row()]  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.currentIndex() == index:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(looks.raised))
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 8, 8)
        ink = looks.ink if entry.enabled else looks.muted
        tint = entry.colour if entry.colour and entry.enabled else looks.muted
        size = px(_ICON)
        top = box.y() + (box.height() - size) // 2
        painter.drawPixmap(box.x() + _PAD + 6, top, icon_picture(entry.icon, tint, size))
        left = box.x() + _PAD + 6 + size + _GAP
        right = box.right() - _PAD - 6
        right -= self._right(painter, QRect(left, box.y(), right - left, box.height()), entry)
        painter.setFont(font_of(Weight.REGULAR, px(UI_SIZE)))
        painter.setPen(colour(ink))
        room = QRect(left, box.y(), right - left, box.height())
        text = QFontMetrics(painter.font()).elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()

    def _right(self, painter: QPainter, room: QRect, entry: Entry) -> int:
        """Draw what an entry is, or its shortcut, at the right; the width that it takes."""
        words = "   ".join(part for part in (entry.detail, entry.keys) if part)
        if not words:
            return 0
        painter.setFont(font_of(Weight.REGULAR, px(_QUIET_SIZE)))
        painter.setPen(colour(self._looks.muted))
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width() * _QUIET_SHARE))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)
        return metrics.horizontalAdvance(words) + _GAP
