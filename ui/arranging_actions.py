"""What the actions of the table do to where cards lie: nudging, aligning, distributing, tidying, layers."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial

from ui.canvas.canvas import Canvas
from ui.keyed_menu import KeyedMenu
from ui.window_state import ORIGIN, WindowState
from workshop.board.reading_order import reading_order
from workshop.commands.cards import change_cards, move_cards
from workshop.model.cards import Card, CardKind, Discipline
from workshop.picture.arranging import Axis, Block, Edge, aligned, distributed, in_blocks
from workshop.picture.placement import GAP
from workshop.picture.plan import Rect

NUDGE = 10.0
"""Board units of a nudge; a step is 1."""

_LEAST_COLUMNS = 3


class Tidying(StrEnum):
    """By what cards are tidied into rows, each with the letter that chooses it."""

    KIND = "&Kind"
    AUTHOR = "&Author"
    VOTES = "&Votes"
    DISCIPLINE = "&Discipline"


class ArrangingActions:
    """One method an action, named like it. Locked cards stay where they are."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        self._state = state
        self._canvas = canvas

    def nudge_left(self) -> None:
        """Move the selected cards a nudge to the left."""
        self._shift(-NUDGE, 0)

    def nudge_right(self) -> None:
        """Move them a nudge to the right."""
        self._shift(NUDGE, 0)

    def nudge_up(self) -> None:
        """Move them a nudge up."""
        self._shift(0, -NUDGE)

    def nudge_down(self) -> None:
        """Move them a nudge down."""
        self._shift(0, NUDGE)

    def step_left(self) -> None:
        """Move them one board unit to the left."""
        self._shift(-1, 0)

    def step_right(self) -> None:
        """Move them one board unit to the right."""
        self._shift(1, 0)

    def step_up(self) -> None:
        """Move them one board unit up."""
        self._shift(0, -1)

    def step_down(self) -> None:
        """Move them one board unit down."""
        self._shift(0, 1)

    def align_left(self) -> None:
        """Put the left edges of the selected cards on one line."""
        self._align(Edge.LEFT)

    def align_centre(self) -> None:
        """Put their centres below one another."""
        self._align(Edge.CENTRE)

    def align_right(self) -> None:
        """Put their right edges on one line."""
        self._align(Edge.RIGHT)

    def align_top(self) -> None:
        """Put their top edges on one line."""
        self._align(Edge.TOP)

    def align_middle(self) -> None:
        """Put their middles beside one another."""
        self._align(Edge.MIDDLE)

    def align_bottom(self) -> None:
        """Put their bottom edges on one line."""
        self._align(Edge.BOTTOM)

    def distribute_across(self) -> None:
        """Make the gaps between them even from left to right."""
        self._put(distributed(self._boxes(), Axis.ACROSS), "distribute cards")

    def distribute_down(self) -> None:
        """Make the gaps between them even from top to bottom."""
        self._put(distributed(self._boxes(), Axis.DOWN), "distribute cards")

    def tidy(self) -> None:
        """Ask by what the selected cards, else those of the phase in the middle of the view, go into rows."""
        menu = KeyedMenu(self._canvas, "tidyMenu")
        for way in Tidying:
            menu.addAction(f"Rows by {way.value}", partial(self.tidy_by, way))
        menu.open_beside_selection()

    def tidy_by(self, way: Tidying) -> None:
        """Lay cards into rows, those of a group together, as one step and clear of all others. Stacks stay."""
        chosen = self._movable(self._state.cards or self._of_middle_phase())
        cards = [card for card in chosen if not self._canvas.scene.is_folded(card.id)]
        if chosen and not cards:
            self._state.message.emit("Stacks stay where they are; unfold one with F to tidy its cards.")
        key = self._key(way)
        placed: dict[str, Rect] = {}
        for phase in dict.fromkeys(card.phase for card in cards):
            placed |= self._tidied([card for card in cards if card.phase == phase], key)
        self._put(placed, "tidy cards")

    def bring_to_front(self) -> None:
        """Lay the selected cards above all others."""
        self._layer(max, 1, "bring to front")

    def send_to_back(self) -> None:
        """Lay them below all others."""
        self._layer(min, -1, "send to back")

    def _shift(self, dx: float, dy: float) -> None:
        self._put({card: box.moved(dx, dy) for card, box in self._boxes().items()}, "nudge cards")

    def _align(self, edge: Edge) -> None:
        self._put(aligned(self._boxes(), edge), "align cards")

    def _put(self, boxes: Mapping[str, Rect], op: str) -> None:
        scene = self._canvas.scene
        places = {
            card: scene.layout.place_of(where)
            for name, box in boxes.items()
            for card, where in (self._stack_at(name, box) if scene.is_folded(name) else {name: box}).items()
        }
        if places:
            self._state.do(lambda: move_cards(self._state.workshop, origin=ORIGIN, places=places, op=op))

    def _boxes(self) -> dict[str, Rect]:
        """The boxes of the selected cards that may be moved; of a stack, that of the card which lies on top."""
        arrays = self._canvas.scene.cards
        boxes = {card.id: arrays.rect(card.id) for card in self._movable(self._state.cards)}
        return {c: box for c, box in boxes.items() if box is not None and not arrays.under[arrays.index[c]]}

    def _stack_at(self, top: str, box: Rect) -> dict[str, Rect]:
        """Where the cards of a stack come by their records when it is moved to a box."""
        scene = self._canvas.scene
        now = scene.cards.rect(top)
        assert now is not None
        cards = [scene.card(card) for card in scene.groups.members(scene.card(top).group)]
        dx, dy = box.x - now.x, box.y - now.y
        return {card.id: scene.layout.rect_of(card).moved(dx, dy) for card in cards if not card.locked}

    def _movable(self, chosen: Iterable[str]) -> list[Card]:
        board = self._state.workshop.board
        cards = [board.cards[card] for card in chosen]
        movable = [card for card in cards if not card.locked]
        if len(movable) < len(cards):
            self._state.message.emit("Locked cards stay where they are; unlock them with Ctrl+Shift+L.")
        return movable

    def _of_middle_phase(self) -> list[str]:
        phase = self._canvas.scene.layout.phase_at(self._canvas.looking.middle)
        return [card.id for card in self._state.workshop.board.cards.values() if card.phase == phase]

    def _tidied(self, cards: list[Card], key: Callable[[Card], object]) -> dict[str, Rect]:
        """The boxes of cards of one phase in rows: a block for each group where it begins, and one for the rest."""
        scene = self._canvas.scene
        heaps: dict[str | None, list[Card]] = {}
        for card in reading_order(cards):
            heaps.setdefault(
                card.group if card.group in self._state.workshop.board.groups else None, []
            ).append(card)
        loose = heaps.pop(None, [])
        blocks = [Block(self._rows(heap, key), is_group=True) for heap in heaps.values()]
        if loose:
            blocks.append(Block(self._rows(loose, key), is_group=False))
        chosen = {card.id for card in cards}
        others = [
            scene.layout.rect_of(card)
            for card in self._state.workshop.board.cards.values()
            if card.phase == cards[0].phase and card.id not in chosen and not scene.is_folded(card.id)
        ]
        others += [box.frame for box in scene.groups.boxes if box.group.id not in heaps]
        return in_blocks(blocks, others, _LEAST_COLUMNS * (cards[0].w + GAP))

    def _rows(self, cards: list[Card], key: Callable[[Card], object]) -> list[list[tuple[str, Rect]]]:
        rows: dict[object, list[tuple[str, Rect]]] = {}
        for card in sorted(cards, key=key):  # type: ignore[arg-type]
            rows.setdefault(key(card), []).append((card.id, self._canvas.scene.layout.rect_of(card)))
        return list(rows.values())

    def _key(self, way: Tidying) -> Callable[[Card], object]:
        if way is Tidying.KIND:
            kinds = list(CardKind)
            return lambda card: kinds.index(card.kind)
        if way is Tidying.DISCIPLINE:
            disciplines = [Discipline.CX, Discipline.JOINT, Discipline.UX]
            return lambda card: disciplines.index(card.discipline)
        if way is Tidying.AUTHOR:
            visible = self._canvas.scene.visible
            return lambda card: visible.author_words(card).casefold() or "\U0010ffff"
        dots = self._canvas.scene.dots
        return lambda card: -dots[card.id]

    def _layer(self, end: Callable[[Iterable[int]], int], beyond: int, op: str) -> None:
        cards = self._state.workshop.board.cards
        layer = end(card.layer for card in cards.values()) + beyond
        chosen = [card.id for card in self._movable(self._state.cards)]
        if chosen:
            self._state.do(
                lambda: change_cards(self._state.workshop, origin=ORIGIN, card_ids=chosen, op=op, layer=layer)
            )
