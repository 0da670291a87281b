"""The tree of the outline: its keys, and that it and the board follow each other's selection."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from ui.outline.model import OutlineModel
from ui.outline.nodes import Node, NodeKind, nearest_phase, phase_of
from ui.outline.rows import Rows
from ui.theme.scale import px
from ui.window_state import WindowState
from workshop.board.outline import other_end
from workshop.changes.change_set import ChangeSet
from workshop.model.diamonds import Phase
from workshop.picture.palette import Palette

FEW = 200
"""With so many cards, or selected ones, the outline unfolds to show them."""

_INDENT = 16


class OutlineView(QTreeView):
    """Shows the outline; `acted` carries the name of what a key or the menu asks for, `looked` a card to look at."""

    acted = Signal(str)
    looked = Signal(str)
    menu_wanted = Signal(object)

    def __init__(self, model: OutlineModel, state: WindowState, looks: Palette, keys: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setAccessibleName("Outline of the board")
        self._model = model
        self._state = state
        self._keys = keys
        self._quiet = False
        self.setModel(model)
        self.rows = Rows(self, model, looks)
        self.setItemDelegate(self.rows)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation((3 * _INDENT + px(_INDENT)) // 4)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        state.selection_changed.connect(self.follow)
        state.phase_changed.connect(self.follow)
        state.board_changed.connect(self._on_board_changed)
        self._stale = True

    def show_board(self) -> None:
        """Show the board as it is now, if it changed while the outline was away."""
        if not self._stale:
            return
        self._stale = False
        with self._following():
            self._model.begin_anew()
            self._unfold()
        self.follow()
        if not self.currentIndex().isValid():
            with self._following():
                self.setCurrentIndex(self._model.index(0, 0))

    def put_away(self) -> None:
        """The outline is not shown: it need not follow."""
        self._stale = True

    @property
    def current(self) -> Node:
        """The row with the keyboard."""
        return self._model.node(self.currentIndex())

    @property
    def current_phase(self) -> Phase | None:
        """The phase in which that row stands."""
        return nearest_phase(self.current)

    def go_to(self, index: QModelIndex) -> None:
        """Put the keyboard on a row and select it alone."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def write_on(self, index: QModelIndex) -> None:
        """Write on a row."""
        self.go_to(index)
        self.edit(index)

    def follow(self) -> None:
        """Select what is selected on the board."""
        if self._quiet or self._stale:
            return
        with self._following():
            indexes = self._selected_rows()
            chosen = QItemSelection()
            for index in indexes:
                chosen.select(index, index)
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(chosen, flag.ClearAndSelect)
            if indexes and self.currentIndex() not in indexes:
                self.selectionModel().setCurrentIndex(indexes[0], flag.NoUpdate)
            if indexes:
                self.scrollTo(self.currentIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Have the board select the same."""
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            with self._following():
                self._tell()

    def event(self, event: QEvent) -> bool:
        """The keys of the outline are its own, whatever they do in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _name(event) in self._keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says; the arrows walk through the tree."""
        if (name := self._keys.get(_name(event))) is not None:
            self.acted.emit(name)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _letters: str) -> None:
        """Letters are shortcuts here; Ctrl+F finds."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the row, at the pointer or, by key, at the row."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        corner = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(event.globalPos() if by_mouse else self.viewport().mapToGlobal(corner))

    def open_menu(self) -> None:
        """What can be done with the row, at the row."""
        corner = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    def _tell(self) -> None:
        """Tell the window's state what is selected here."""
        nodes = [self._model.node(index) for index in self.selectionModel().selectedIndexes()]
        cards, links = set(), set()
        for node in nodes:
            if node.kind is NodeKind.CARD:
                cards.add(node.key)
            elif node.kind is NodeKind.LINK:
                links.add(node.key)
            elif node.kind is NodeKind.GROUP:
                cards.update(self._model.tree.members(node))
        self._state.select(cards, links)
        phases = [node for node in nodes if node.kind is NodeKind.PHASE]
        alone = phases[0] if len(nodes) == 1 and phases else None
        self._state.choose_phase(phase_of(alone) if alone is not None else None)
        if len(nodes) == 1 and nodes[0].kind is NodeKind.CARD:
            self.looked.emit(nodes[0].key)
        elif len(nodes) == 1 and nodes[0].kind is NodeKind.LINK and (above := nodes[0].parent) is not None:
            link = self._state.workshop.board.links[nodes[0].key]
            self.looked.emit(other_end(link, above.key))

    def _selected_rows(self) -> list[QModelIndex]:
        """The rows of what is selected on the board, unfolded when they are few."""
        state, model = self._state, self._model
        if not state.cards and not state.links:
            return [model.index_of(model.tree.phase_node(state.phase))] if state.phase is not None else []
        here = self._as_now()
        if here:
            return here
        few = len(state.cards) + len(state.links) <= FEW
        cards: Iterable[str] = state.cards if few else (c for c in state.cards if c in model.tree.cards)
        order = {card: number for number, card in enumerate(self._state.workshop.board.cards)}
        indexes = [model.card_index(card) for card in sorted(cards, key=order.__getitem__)]
        indexes += [model.link_index(link) for link in state.links] if few else []
        return [index for index in indexes if index.isValid()]

    def _as_now(self) -> list[QModelIndex]:
        """What is selected here, if that is what the board has selected: a group's row stands for its cards."""
        indexes = self.selectionModel().selectedIndexes()
        nodes = [self._model.node(index) for index in indexes]
        cards = {node.key for node in nodes if node.kind is NodeKind.CARD}
        for node in nodes:
            if node.kind is NodeKind.GROUP:
                cards.update(self._model.tree.members(node))
        links = {node.key for node in nodes if node.kind is NodeKind.LINK}
        same = cards == self._state.cards and links == self._state.links
        return indexes if same else []

    def _on_board_changed(self, change_set: ChangeSet) -> None:
        if self._stale:
            return
        with self._following():
            if self._model.take(change_set):
                self._unfold()
        state = self._state
        if state.cards or state.links or not self.hasFocus():
            self.follow()
        elif self.currentIndex().isValid() and not self._quiet:
            self.go_to(self.currentIndex())
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _unfold(self) -> None:
        """Unfold the diamonds, and on a small board the phases and groups too."""
        few = len(self._state.workshop.board.cards) <= FEW
        root = self._model.tree.root
        for node in root.children or ():
            self.expand(self._model.index_of(node))
            for phase in (node.children or ()) if few and node.kind is NodeKind.DIAMOND else ():
                self.expand(self._model.index_of(phase))
                for group in self._model.tree.children(phase):
                    if group.kind is NodeKind.GROUP:
                        self.expand(self._model.index_of(group))

    @contextmanager
    def _following(self) -> Iterator[None]:
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before


def _name(event: QKeyEvent) -> str:
    """A key as the table of keys calls it."""
    key = Qt.Key(event.key()) if event.key() != Qt.Key.Key_Enter else Qt.Key.Key_Return
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_unknown):
        return ""
    portable = QKeySequence.SequenceFormat.PortableText
    return QKeySequence(held.value | key.value).toString(portable)
