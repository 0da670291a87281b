"""The rows of the outline as a tree, grown where it is looked into."""

from collections.abc import Iterator
from enum import Enum

from workshop.board.outline import PLACES, Clump, Entry, links_in_order, outline_of
from workshop.model.cards import Card
from workshop.model.diamonds import DIAMONDS, Phase
from workshop.visibility import Visible


class NodeKind(Enum):
    """What a row is."""

    ROOT = "root"
    DIAMOND = "diamond"
    PHASE = "phase"
    GROUP = "group"
    CARD = "card"
    LINK = "link"


class Node:
    """A row; `key` is its id among its kind, `children` None until somebody looks into it."""

    __slots__ = ("children", "has_links", "key", "kind", "number", "parent", "row")

    def __init__(self, kind: NodeKind, key: str, parent: "Node | None", row: int, number: int) -> None:
        self.kind = kind
        self.key = key
        self.parent = parent
        self.row = row
        self.number = number
        self.children: list[Node] | None = None
        self.has_links: bool | None = None

    def above(self, kind: NodeKind) -> "Node | None":
        """This row or the nearest one above it of a kind."""
        node: Node | None = self
        while node is not None and node.kind is not kind:
            node = node.parent
        return node


class Tree:
    """Makes the rows of a board as one viewer sees it."""

    def __init__(self, visible: Visible) -> None:
        self.visible = visible
        self.begin()

    def begin(self) -> None:
        """Forget all rows: only the diamonds and the parking lot are there."""
        self.numbered: dict[int, Node] = {}
        self.cards: dict[str, Node] = {}
        self._next = 1
        self._entries: dict[Phase | None, list[Entry]] | None = None
        self._linked_cards: set[str] | None = None
        self.root = self.made(NodeKind.ROOT, "", None, 0)
        self.root.children = [
            self.made(NodeKind.DIAMOND, diamond.name.value, self.root, row)
            for row, diamond in enumerate(DIAMONDS)
        ]
        self.root.children.append(self.made(NodeKind.PHASE, "", self.root, len(DIAMONDS)))
        for diamond, node in zip(DIAMONDS, self.root.children, strict=False):
            node.children = [
                self.made(NodeKind.PHASE, phase.value, node, row) for row, phase in enumerate(diamond.phases)
            ]

    def made(self, kind: NodeKind, key: str, parent: Node | None, row: int) -> Node:
        """A new row, not yet among those of its parent."""
        node = Node(kind, key, parent, row, self._next)
        self._next += 1
        self.numbered[node.number] = node
        if kind is NodeKind.CARD:
            self.cards[key] = node
        return node

    def forget(self, node: Node) -> None:
        """A row is gone, with all below it."""
        for child in node.children or ():
            self.forget(child)
        self.numbered.pop(node.number, None)
        if node.kind is NodeKind.CARD and self.cards.get(node.key) is node:
            del self.cards[node.key]

    def children(self, node: Node) -> list[Node]:
        """The rows right under a row."""
        if node.children is None:
            wanted = enumerate(self.wanted(node))
            node.children = [self.made(kind, key, node, row) for row, (kind, key) in wanted]
        return node.children

    def has_children(self, node: Node) -> bool:
        """Whether there are rows under a row, without making them."""
        if node.children is not None or node.kind is not NodeKind.CARD:
            return bool(self.children(node))
        if node.has_links is None:
            node.has_links = node.key in self._linked
        return node.has_links

    def wanted(self, node: Node) -> Iterator[tuple[NodeKind, str]]:
        """Kind and key of what belongs right under a row."""
        if node.kind is NodeKind.PHASE:
            for entry in self.entries[phase_of(node)]:
                clump = isinstance(entry, Clump)
                yield (NodeKind.GROUP, entry.group) if clump else (NodeKind.CARD, entry)  # type: ignore[union-attr, misc]
        elif node.kind is NodeKind.GROUP:
            yield from ((NodeKind.CARD, card) for card in self.members(node))
        elif node.kind is NodeKind.CARD:
            yield from ((NodeKind.LINK, link.id) for link in links_in_order(self.visible, node.key))

    def members(self, group: Node) -> tuple[str, ...]:
        """The cards of a group in its phase."""
        assert group.parent is not None
        for entry in self.entries[phase_of(group.parent)]:
            if isinstance(entry, Clump) and entry.group == group.key:
                return entry.cards
        return ()

    def cards_under(self, node: Node) -> tuple[str, ...]:
        """The cards of a phase or group, in reading order."""
        if node.kind is NodeKind.GROUP:
            return self.members(node)
        found: list[str] = []
        for entry in self.entries[phase_of(node)]:
            found.extend(entry.cards if isinstance(entry, Clump) else (entry,))
        return tuple(found)

    def forget_links(self) -> None:
        """Links came into sight or left it; rows that were looked into have their own."""
        self._linked_cards = None

    @property
    def _linked(self) -> set[str]:
        """The cards with links that the viewer sees."""
        if self._linked_cards is None:
            links = list(self.visible.links())
            self._linked_cards = {link.source for link in links} | {link.target for link in links}
        return self._linked_cards

    @property
    def entries(self) -> dict[Phase | None, list[Entry]]:
        """What stands under each phase."""
        if self._entries is None:
            board = self.visible.board
            self._entries = outline_of(board.cards.values(), board.groups)
        return self._entries

    def arrange(self, phases: set[Phase | None]) -> None:
        """Look again at what stands under some phases."""
        board = self.visible.board
        cards: list[Card] = [card for card in board.cards.values() if card.phase in phases]
        fresh = outline_of(cards, board.groups)
        self.entries.update((phase, fresh[phase]) for phase in phases)

    def phase_node(self, phase: Phase | None) -> Node:
        """The row of a phase or of the parking lot."""
        assert self.root.children is not None
        if phase is None:
            return self.root.children[-1]
        for diamond, node in zip(DIAMONDS, self.root.children, strict=False):
            if phase in diamond.phases:
                return self.children(node)[diamond.phases.index(phase)]
        raise KeyError(phase)


def phase_of(node: Node) -> Phase | None:
    """The phase of a phase's row; None for the parking lot."""
    return Phase(node.key) if node.key else None


def nearest_phase(node: Node) -> Phase | None:
    """The phase in which a row stands: of a diamond its first, of the root the parking lot."""
    if node.kind is NodeKind.DIAMOND:
        return next(diamond.phases[0] for diamond in DIAMONDS if diamond.name.value == node.key)
    above = node.above(NodeKind.PHASE)
    return phase_of(above) if above is not None else PLACES[-1]
