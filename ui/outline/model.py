"""The outline as a model of Qt's: rows are made where they are looked into, and follow the board's changes."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from ui.outline.nodes import Node, NodeKind, Tree
from ui.outline.words import Words
from workshop.board.outline import other_end, staying
from workshop.changes.change_set import Change, ChangeSet
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Group, Vote, VotingRound
from workshop.model.links import Link
from workshop.picture.palette import Palette
from workshop.visibility import Sight, Visible

Index = QModelIndex | QPersistentModelIndex

MANY = 400
"""When more cards change at once, the whole outline is made anew."""

_NOWHERE = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_WRITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable


class OutlineModel(QAbstractItemModel):
    """One column. `write` is called with a row's kind and key and the text that was written on it."""

    def __init__(self, visible: Visible, looks: Palette, write: Callable[[NodeKind, str, str], None]) -> None:
        super().__init__()
        self.tree = Tree(visible)
        self.words = Words(self.tree, looks)
        self._write = write
        self.written_card: str | None = None
        """The card that is being written, which may lie face down."""

    def node(self, index: Index) -> Node:
        """The row of an index; the root for none."""
        if not index.isValid():
            return self.tree.root
        return self.tree.numbered.get(index.internalId(), self.tree.root)

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a row."""
        return _NOWHERE if node is self.tree.root else self.createIndex(node.row, 0, node.number)

    def card_index(self, card_id: str) -> QModelIndex:
        """The index of a card; the rows around it are made. None such for a card that is not on the board."""
        card = self.tree.visible.board.cards.get(card_id)
        if card is None:
            return _NOWHERE
        if card_id not in self.tree.cards:
            phase = self.tree.phase_node(card.phase)
            for child in self.tree.children(phase):
                if child.kind is NodeKind.GROUP and child.key == card.group:
                    self.tree.children(child)
        node = self.tree.cards.get(card_id)
        return self.index_of(node) if node is not None else _NOWHERE

    def group_index(self, group_id: str) -> QModelIndex:
        """The index of a group in the first phase where it has cards."""
        for card in self.tree.visible.board.cards.values():
            if card.group == group_id and (index := self.card_index(card.id)).isValid():
                return index.parent()
        return _NOWHERE

    def link_index(self, link_id: str) -> QModelIndex:
        """The index of a link under the card where it begins."""
        link = self.tree.visible.board.links.get(link_id)
        if link is None or not (above := self.card_index(link.source)).isValid():
            return _NOWHERE
        rows = self.tree.children(self.node(above))
        return next((self.index_of(row) for row in rows if row.key == link_id), _NOWHERE)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a row under another."""
        rows = self.tree.children(self.node(parent))
        return self.index_of(rows[row]) if column == 0 and 0 <= row < len(rows) else QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The index above."""
        above = self.node(index).parent
        return self.index_of(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are under a row."""
        return len(self.tree.children(self.node(parent)))

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """One."""
        return 1

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        """Whether there are rows under a row."""
        return self.tree.has_children(self.node(parent))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the whole text where it is written, and what a screen reader says."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.of(self.node(index)).title
        if role == Qt.ItemDataRole.EditRole:
            return self._text(self.node(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.words.of(self.node(index))
            return words.spoken or words.title
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write on a card, or name a group."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        node = self.node(index)
        self._write(node.kind, node.key, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards and groups can be written on, unless the card is locked or lies face down and is not being written."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self.node(index)
        if node.kind is NodeKind.GROUP:
            return _WRITABLE
        card = self.tree.visible.board.cards.get(node.key) if node.kind is NodeKind.CARD else None
        if card is None or card.locked:
            return _PLAIN
        if card.id != self.written_card and self.tree.visible.sight(card) is not Sight.FULL:
            return _PLAIN
        return _WRITABLE

    def begin_anew(self) -> None:
        """Take the board as it is now."""
        self.beginResetModel()
        self.tree.begin()
        self.words.forget_dots()
        self.endResetModel()

    def take(self, change_set: ChangeSet) -> bool:
        """Take changes in; whether the outline was made anew instead, being folded again."""
        cards = [change for change in change_set.changes if isinstance(change.record, Card)]
        if len(cards) > MANY:
            self.begin_anew()
            return True
        if any(isinstance(change.record, Vote | VotingRound) for change in change_set.changes):
            self.words.forget_dots()
        groups = {change.record.id for change in change_set.changes if isinstance(change.record, Group)}
        board = self.tree.visible.board
        phases = {end.phase for change in cards if _elsewhere(change) for end in _ends(change)}
        phases |= {card.phase for card in board.cards.values() if card.group in groups} if groups else set()
        if phases:
            self._arrange(phases)
        links = [change for change in change_set.changes if isinstance(change.record, Link)]
        turned = [change for change in cards if _turned(change)]
        if links or turned:
            self._relink(links, turned)
        self._reorder([change.record.id for change in cards if _elsewhere(change)])
        for change in change_set.changes:
            self._touch(change)
        return False

    def _arrange(self, phases: set[Phase | None]) -> None:
        """Bring the rows of phases and of the groups in them up to date."""
        self.tree.arrange(phases)
        for phase in phases:
            node = self.tree.phase_node(phase)
            if node.children is not None:
                self._bring(node)
                for child in node.children:
                    if child.kind is NodeKind.GROUP:
                        if child.children is not None:
                            self._bring(child)
                        self._say(child)
            self._say(node)

    def _relink(self, links: Iterable[Change], turned: Iterable[Change]) -> None:
        """Bring the rows of links up to date under the cards that they join."""
        board, gone, touched = self.tree.visible.board, set(), set()
        self.tree.forget_links()
        for change in links:
            for link in (change.before, change.after):
                if isinstance(link, Link):
                    touched |= {link.source, link.target}
                    if link is change.before:
                        gone |= {link.source, link.target}
        for change in turned:
            ends = {end for link in board.links_of(change.record.id) for end in (link.source, link.target)}
            touched |= ends | {change.record.id}
            gone |= ends | {change.record.id}
        for card_id in touched:
            node = self.tree.cards.get(card_id)
            if node is not None:
                if node.children is None:
                    stub = [self.tree.made(NodeKind.LINK, "", node, 0)] if card_id in gone else []
                    node.children = stub
                self._bring(node)
                self._say(node)

    def _reorder(self, moved: Iterable[str]) -> None:
        """Where links lead to cards that are read at another place, they may stand in another order."""
        board = self.tree.visible.board
        for card_id in moved:
            for link in board.links_of(card_id):
                node = self.tree.cards.get(other_end(link, card_id))
                if node is not None and node.children:
                    self._bring(node)

    def _bring(self, node: Node) -> None:
        """Have the rows under a row that belong there, taking away and putting in as few as can be."""
        assert node.children is not None
        wanted = list(self.tree.wanted(node))
        old = [(child.kind, child.key) for child in node.children]
        if old == wanted:
            return
        kept = staying(old, wanted)
        above = self.index_of(node)
        for first, last in reversed(list(_runs(row not in kept for row in old))):
            self.beginRemoveRows(above, first, last)
            for child in node.children[first : last + 1]:
                self.tree.forget(child)
            del node.children[first : last + 1]
            _number(node)
            self.endRemoveRows()
        for first, last in _runs(row not in kept for row in wanted):
            self.beginInsertRows(above, first, last)
            rows = [self.tree.made(*wanted[row], node, row) for row in range(first, last + 1)]
            node.children[first:first] = rows
            _number(node)
            self.endInsertRows()

    def _touch(self, change: Change) -> None:
        """Say again what a changed record says, also where links name it."""
        card = change.record.card if isinstance(change.record, Vote) else change.record.id
        node = self.tree.cards.get(card)
        if node is None or not isinstance(change.record, Card | Vote):
            return
        self._say(node)
        for link in self.tree.visible.board.links_of(card) if isinstance(change.record, Card) else ():
            for end in (link.source, link.target):
                other = self.tree.cards.get(end)
                for child in (other.children or ()) if other is not None else ():
                    self._say(child)

    def _say(self, node: Node) -> None:
        index = self.index_of(node)
        self.dataChanged.emit(index, index)

    def _text(self, node: Node) -> str:
        board = self.tree.visible.board
        if node.kind is NodeKind.CARD and node.key in board.cards:
            card = board.cards[node.key]
            shown = card.id == self.written_card or self.tree.visible.sight(card) is Sight.FULL
            return card.text if shown else ""
        return board.groups[node.key].name if node.kind is NodeKind.GROUP else ""


def _ends(change: Change) -> list[Card]:
    return [card for card in (change.before, change.after) if isinstance(card, Card)]


def _elsewhere(change: Change) -> bool:
    """Whether a card is read at another place, or in another group."""
    before, after = change.before, change.after
    if not (isinstance(before, Card) and isinstance(after, Card)):
        return True
    return before.place != after.place or before.group != after.group


def _turned(change: Change) -> bool:
    before, after = change.before, change.after
    return isinstance(before, Card) and isinstance(after, Card) and before.hidden != after.hidden


def _runs(marks: Iterable[bool]) -> Iterable[tuple[int, int]]:
    """The first and last number of each run of marks."""
    first: int | None = None
    number = -1
    for number, mark in enumerate(marks):
        if mark and first is None:
            first = number
        elif not mark and first is not None:
            yield first, number - 1
            first = None
    if first is not None:
        yield first, number


def _number(node: Node) -> None:
    for row, child in enumerate(node.children or ()):
        child.row = row
