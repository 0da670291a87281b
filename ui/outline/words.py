"""What the rows of the outline say, to the eye and to a screen reader."""

from collections import Counter
from typing import NamedTuple

from ui.outline.nodes import Node, NodeKind, Tree, phase_of
from workshop.board.outline import other_end
from workshop.facilitation.dots import dots_on_cards
from workshop.model.cards import Card
from workshop.model.diamonds import PHASE_GUIDES
from workshop.model.links import Link
from workshop.model.text import short
from workshop.picture.card_plan import KIND_ICONS
from workshop.picture.palette import Palette
from workshop.visibility import Sight

_LONGEST = 160


class RowWords(NamedTuple):
    """A row: its title, what stands muted at the right, its icon and that one's colour, and what is read aloud."""

    title: str
    detail: str = ""
    icon: str = ""
    colour: str = ""
    spoken: str = ""


class Words:
    """Says what rows say; it never says what lies face down."""

    def __init__(self, tree: Tree, looks: Palette) -> None:
        self._tree = tree
        self._looks = looks
        self.voting_as: str | None = None
        self._dots: Counter[str] | None = None

    def forget_dots(self) -> None:
        """Votes came or went, or others may be seen: count again."""
        self._dots = None

    def of(self, node: Node) -> RowWords:
        """What a row says."""
        board = self._tree.visible.board
        if node.kind is NodeKind.CARD and (card := board.cards.get(node.key)) is not None:
            return self._card(card)
        if node.kind is NodeKind.LINK and (link := board.links.get(node.key)) is not None:
            return self._link(node, link)
        if node.kind is NodeKind.GROUP and (group := board.groups.get(node.key)) is not None:
            count = _count(len(self._tree.members(node)))
            name = group.name or "Group without a name"
            return RowWords(name, count, "stack", self._looks.muted, f"Group {name}, {count}")
        if node.kind is NodeKind.PHASE:
            return self._phase(node)
        return RowWords(node.key, "", "diamond", self._looks.muted, f"{node.key} diamond")

    def _phase(self, node: Node) -> RowWords:
        phase = phase_of(node)
        name = phase.value if phase is not None else "Parking lot"
        count = _count(len(self._tree.cards_under(node)))
        cue = f", {PHASE_GUIDES[phase].cue}" if phase is not None else ""
        return RowWords(name, count, "map-pin", self._looks.muted, f"{name}{cue}, {count}")

    def _card(self, card: Card) -> RowWords:
        looks = self._looks.disciplines[card.discipline]
        if self._tree.visible.sight(card) is not Sight.FULL:
            return RowWords("A card lying face down", card.discipline.tag, "eye-slash", looks.accent)
        title = short(card.text, _LONGEST) or "A card without text"
        dots = self.dots[card.id]
        counted = f"{dots} dot{'' if dots == 1 else 's'}" if dots else ""
        detail = f"{dots} ●  {card.discipline.tag}" if dots else card.discipline.tag
        lock = "locked" if card.locked else ""
        spoken = ", ".join(
            part for part in (title, card.kind.value, card.discipline.tag, counted, lock) if part
        )
        return RowWords(title, detail, KIND_ICONS[card.kind], looks.accent, spoken)

    def _link(self, node: Node, link: Link) -> RowWords:
        assert node.parent is not None
        here = node.parent.key
        other = self._tree.visible.board.cards[other_end(link, here)]
        title = short(other.text, _LONGEST) or "A card without text"
        out = link.source == here
        arrow = "arrows-left-right" if link.kind.undirected else "arrow-right" if out else "arrow-left"
        spoken = (
            f"{link.kind.value} {title}" if out or link.kind.undirected else f"{title} {link.kind.value} this"
        )
        return RowWords(title, link.kind.value, arrow, self._looks.muted, f"Link: {spoken}")

    @property
    def dots(self) -> Counter[str]:
        """The dots on each card."""
        if self._dots is None:
            self._dots = dots_on_cards(self._tree.visible, self.voting_as)
        return self._dots


def _count(cards: int) -> str:
    return f"{cards} card{'' if cards == 1 else 's'}" if cards else "empty"
