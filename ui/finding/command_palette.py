"""The palette of everything: type a few letters, choose, and it is done or gone to."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.finding.entries import Entries, Entry
from ui.finding.ranking import nearly_in, score_of
from ui.finding.result_list import ROW, ROWS_SHOWN, ResultList, ResultModel
from ui.settings import read_recent_choices, write_recent_choices
from ui.theme.icons import icon_picture
from ui.theme.scale import px
from workshop.board.searching import Haystack
from workshop.picture.palette import Palette

WIDTH = 600

_NEARLY_MS = 60
"""After this pause in typing, cards that only nearly hold the words are looked for."""

_FEW, _MOST_CARDS, _MOST = 6, 40, 60
_KEPT = 8
"""So many choices are remembered."""

_RECENT_BONUS = 5.0
_CARD_SCORE = 84.0
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS_SHOWN - 1,
    Qt.Key.Key_PageUp: 1 - ROWS_SHOWN,
}


class CommandPalette(QFrame):
    """A field and a list. It hides when something was chosen, with Esc, or when the keyboard goes elsewhere."""

    left = Signal()

    def __init__(self, entries: Entries, haystack: Haystack, looks: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setAccessibleName("Go to or do anything")
        self.setFixedWidth(min(px(WIDTH), max(parent.width() - 48, WIDTH)))
        self._entries = entries
        self._haystack = haystack
        self._commands: list[Entry] = []
        self._recent: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        column.addLayout(self._head(looks))
        self.model = ResultModel()
        self.list = ResultList(looks)
        self.list.setModel(self.model)
        self.list.clicked.connect(lambda index: self._choose(self.model.entries[index.row()]))
        column.addWidget(self.list)
        self._nothing = QLabel("Nothing is called that. Try other letters, or Ctrl+F for more of the cards.")
        self._nothing.setProperty("quiet", True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(px(ROW) * 2)
        column.addWidget(self._nothing)
        self._nearly = QTimer(self)
        self._nearly.setSingleShot(True)
        self._nearly.setInterval(_NEARLY_MS)
        self._nearly.timeout.connect(self._look_nearly)

    def open(self) -> None:
        """Be there with an empty field; what was chosen last comes first."""
        self._commands = self._entries.commands()
        self._recent = read_recent_choices()
        self.field.clear()
        self._look()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list come to the field."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_K:
                event.setAccepted(event.modifiers() != Qt.KeyboardModifier.ControlModifier)
                return not event.isAccepted()
            if event.type() == QEvent.Type.KeyPress and self._take_key(Qt.Key(event.key())):
                return True
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.type() == QEvent.Type.FocusOut and event.reason() not in passing:  # type: ignore[attr-defined]
            self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.list.currentIndex().row()
            if 0 <= row < len(self.model.entries):
                self._choose(self.model.entries[row])
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            return False
        return True

    def _head(self, looks: Palette) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(18, 2, 14, 2)
        row.setSpacing(10)
        picture = QLabel()
        picture.setPixmap(icon_picture("magnifying-glass", looks.muted, px(16)))
        self.field = QLineEdit()
        self.field.setObjectName("paletteField")
        self.field.setProperty("bare", True)
        self.field.setAccessibleName("Go to or do anything")
        self.field.setPlaceholderText("Go to a card or a phase, or do anything")
        self.field.setMinimumHeight(px(30))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_typed)
        row.addWidget(picture)
        row.addWidget(self.field, 1)
        hint = QLabel("↑ ↓ choose · Enter · Esc")
        hint.setProperty("quiet", True)
        row.addWidget(hint)
        return row

    def _on_typed(self) -> None:
        if self.isVisible():
            self._look()
            self._nearly.start()

    def _look(self) -> None:
        """Show what answers the letters at once."""
        query = self.field.text().strip()
        place = {key: rank for rank, key in enumerate(self._recent)}
        scored = [(self._scored(query, entry, place), entry) for entry in self._commands]
        cards = self._haystack.find(query)[:_MOST_CARDS] if query else self._recent_cards()
        scored += [(_card_score(query, e) + _bonus(e, place), e) for e in self._entries.cards(cards)]
        scored = [pair for pair in scored if pair[0] > 0]
        scored.sort(key=lambda pair: -pair[0])
        self._show([entry for _, entry in scored[:_MOST]])

    def _scored(self, query: str, entry: Entry, place: dict[str, int]) -> float:
        score = max(score_of(query, entry.title), 0.9 * score_of(query, f"{entry.title} {entry.detail}"))
        if score <= 0 or (not query and not entry.enabled):
            return 0.0
        return score + _bonus(entry, place) - (0 if entry.enabled else 30)

    def _recent_cards(self) -> list[str]:
        sought = {key.removeprefix("card:") for key in self._recent if key.startswith("card:")}
        return [card for card, _ in self._haystack.texts() if card in sought] if sought else []

    def _look_nearly(self) -> None:
        """Add the cards that nearly hold the letters, when few hold them."""
        query = self.field.text().strip()
        shown = {entry.key for entry in self.model.entries}
        if not query or sum(key.startswith("card:") for key in shown) >= _FEW:
            return
        near = nearly_in(query, self._haystack.texts(), _FEW)
        more = [entry for entry in self._entries.cards(near) if entry.key not in shown]
        if more:
            self._show([*self.model.entries, *more], keep=True)

    @property
    def _rows_shown(self) -> int:
        """As many rows as there is room for below the field."""
        parent = self.parentWidget()
        room = parent.height() - self.y() - px(72) if parent is not None else px(ROW)
        return max(1, min(ROWS_SHOWN, room // px(ROW)))

    def _show(self, entries: list[Entry], *, keep: bool = False) -> None:
        row = max(0, self.list.currentIndex().row()) if keep else 0
        self.model.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self.list.setFixedHeight(px(ROW) * min(self._rows_shown, len(entries)))
        if entries:
            self.list.setCurrentIndex(self.model.index(row, 0))
        self.setFixedHeight(self.sizeHint().height())

    def _move(self, by: int) -> None:
        count = len(self.model.entries)
        if not count:
            return
        row = self.list.currentIndex().row() + by
        row = row % count if abs(by) == 1 else max(0, min(count - 1, row))
        self.list.setCurrentIndex(self.model.index(row, 0))

    def _choose(self, entry: Entry) -> None:
        if not entry.enabled:
            return
        self._recent = [entry.key, *(key for key in self._recent if key != entry.key)][:_KEPT]
        write_recent_choices(self._recent)
        self.hide()
        self.left.emit()
        run: Callable[[], None] = entry.run
        run()

    def sizeHint(self) -> QSize:
        """As high as what is shown."""
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()


def _bonus(entry: Entry, place: dict[str, int]) -> float:
    """Recent choices come first among equals; with nothing typed, before everything."""
    return _RECENT_BONUS - place[entry.key] / 10 if entry.key in place else 0.0


def _card_score(query: str, entry: Entry) -> float:
    return _CARD_SCORE + (2.0 if score_of(query, entry.title) >= 90 else 0.0) if query else 0.5
