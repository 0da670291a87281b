"""The find bar over the board: a field, what was found, next and previous, and the filters as chips."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.finding.chips import Chip, MenuChip
from ui.finding.search import Search
from ui.theme.icons import icon, icon_picture
from ui.theme.scale import px
from workshop.board.board import Board
from workshop.board.searching import Filters
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.picture.palette import Palette

WIDTH = 604

_ICON = 16
_KEYS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindBar(QFrame):
    """Asks a search while one types; `closed` tells that Esc or the cross put it away."""

    closed = Signal()

    def __init__(
        self, search: Search, board: Board, looks: Palette, *, has_last_time: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName("Find on the board")
        self.setFixedWidth(min(px(WIDTH), max(parent.width() - 48, WIDTH)))
        self._search = search
        self._board = board
        self._has_last_time = has_last_time
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(8)
        column.addLayout(self._row(looks))
        column.addLayout(self._chips(looks))
        search.changed.connect(self._show)
        self._take_over()
        self._show()
        self.adjustSize()

    def open(self) -> None:
        """Be there, with what was looked for last ready to be typed over."""
        self._offer_authors()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and the arrows step, though the field has them; Ctrl+K is the palette's."""
        if isinstance(event, QKeyEvent) and watched is self.field:
            if event.type() == QEvent.Type.ShortcutOverride:
                if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                    event.ignore()
                    return True
            elif event.type() == QEvent.Type.KeyPress and (way := _KEYS.get(Qt.Key(event.key()))):
                shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._search.step(-way if shift else way)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, wherever in the bar the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _row(self, looks: Palette) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        glass = QLabel()
        glass.setPixmap(icon_picture("magnifying-glass", looks.muted, px(_ICON)))
        self.field = QLineEdit()
        self.field.setObjectName("findField")
        self.field.setProperty("bare", True)
        self.field.setAccessibleName("Find on the board")
        self.field.setPlaceholderText("Find in text, authors, tags and evidence")
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._ask)
        self.count = QLabel()
        self.count.setObjectName("findCount")
        self.count.setProperty("quiet", True)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(glass)
        row.addSpacing(2)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addSpacing(4)
        row.addWidget(
            self._button("caret-up", "Previous found card (Shift+F3)", looks, lambda: self._search.step(-1))
        )
        row.addWidget(self._button("caret-down", "Next found card (F3)", looks, lambda: self._search.step(1)))
        row.addWidget(self._button("x", "Close (Esc)", looks, self.closed.emit))
        return row

    def _button(self, picture: str, tip: str, looks: Palette, then: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("flat", True)
        button.setIcon(icon(picture, looks.ink))
        button.setIconSize(QSize(px(_ICON), px(_ICON)))
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(then)
        return button

    def _chips(self, looks: Palette) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        self._disciplines = {d: Chip(d.tag, f"Only cards of {d.tag}", f"find{d.value}") for d in Discipline}
        for discipline, chip in self._disciplines.items():
            chip.mark(looks.disciplines[discipline].accent)
        self._kinds = MenuChip("Kind", "Only cards of these kinds", "findKind")
        self._kinds.offer((kind, kind.value.capitalize()) for kind in CardKind)
        self._phases = MenuChip("Phase", "Only cards in these phases", "findPhase")
        self._phases.offer([*((phase, phase.value) for phase in Phase), (None, "Parking lot")])
        self._authors = MenuChip("Author", "Only cards by these people", "findAuthor")
        self._votes = Chip("Votes", "Only cards with votes", "findVotes")
        self._no_links = Chip("No links", "Only cards without links", "findNoLinks")
        self._unseen = Chip("Unseen", _UNSEEN if self._has_last_time else _NO_LAST_TIME, "findUnseen")
        self._unseen.setEnabled(self._has_last_time)
        menus = (self._kinds, self._phases, self._authors)
        switches = (*self._disciplines.values(), self._votes, self._no_links, self._unseen)
        for chip in (*self._disciplines.values(), *menus, self._votes, self._no_links, self._unseen):
            row.addWidget(chip)
        for chip in switches:
            chip.toggled.connect(self._ask)
        for menu in menus:
            menu.chosen_changed.connect(self._ask)
        row.addStretch(1)
        return row

    def _take_over(self) -> None:
        """Show the words and filters that the search has from before."""
        filters, query = self._search.filters, self._search.query
        self._offer_authors()
        blocked = self.blockSignals(True)
        self.field.blockSignals(True)
        self.field.setText(query)
        self.field.blockSignals(False)
        chips = [*((chip, d in filters.disciplines) for d, chip in self._disciplines.items())]
        chips += [(self._votes, filters.with_votes), (self._no_links, filters.without_links)]
        for chip, on in (*chips, (self._unseen, filters.unseen)):
            chip.blockSignals(True)
            chip.setChecked(on)
            chip.blockSignals(False)
        for menu, chosen in (
            (self._kinds, filters.kinds),
            (self._phases, filters.phases),
            (self._authors, filters.authors),
        ):
            menu.blockSignals(True)
            menu.choose(chosen)
            menu.blockSignals(False)
        self.blockSignals(blocked)

    def _offer_authors(self) -> None:
        people = sorted(self._board.participants.values(), key=lambda person: person.name.casefold())
        self._authors.offer([*((person.id, person.name) for person in people), (None, "Nobody named")])

    def _ask(self) -> None:
        if not self.isVisible():
            return
        self._search.ask(
            self.field.text(),
            Filters(
                disciplines=frozenset(d for d, chip in self._disciplines.items() if chip.isChecked()),
                kinds=self._kinds.chosen,  # type: ignore[arg-type]
                phases=self._phases.chosen,  # type: ignore[arg-type]
                authors=self._authors.chosen,  # type: ignore[arg-type]
                with_votes=self._votes.isChecked(),
                without_links=self._no_links.isChecked(),
                unseen=self._unseen.isChecked(),
            ),
        )

    def _show(self) -> None:
        search, found = self._search, len(self._search.found)
        if not search.asks:
            words = ""
        elif not found:
            words = "No card"
        elif search.place:
            words = f"{search.place:,} of {found:,}"
        else:
            words = f"{found:,} card{'s' if found > 1 else ''}"
        self.count.setText(words)


_UNSEEN = "Only cards that are new or say something else since you last closed this session here"
_NO_LAST_TIME = "From the next time on: cards that changed since you closed this session here"
