"""The cards as numpy arrays: where they lie, what face they show, and which are visible, hit or in a band."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from workshop.board.reading_order import reading_order
from workshop.changes.change_set import Change
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.picture.geometry import BoardLayout, Extent, lay_out
from workshop.picture.plan import Point, Rect
from workshop.visibility import Sight, Visible

PHASES: tuple[Phase | None, ...] = (*Phase, None)
DISCIPLINES = tuple(Discipline)
_PHASE_INDEX = {phase: index for index, phase in enumerate(PHASES)}
_DISCIPLINE_INDEX = {discipline: index for index, discipline in enumerate(DISCIPLINES)}

_CHARACTERS_A_LINE = 24
_MOST_LINES = 6


class CardArrays:
    """Parallel arrays over the visible cards, in drawing order (layer, then age).

    `boxes` (n, 4) are x, y, w, h on the board; `phases`, `disciplines` indexes into PHASES and DISCIPLINES;
    `lines` a rough number of lines of text for far faces; `turned` whether the card lies face down,
    `under` whether it lies in a stack below another, where it is neither seen nor hit. `stacks` are the indexes of the
    cards of each stack, the one that is read first, where it stands, first.
    `shifted` says whether cards that nobody moved may lie elsewhere on the board since, or bear other numbers.
    """

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.index: dict[str, int] = {}
        self._layers = np.empty(0, np.int64)
        self._origins = np.zeros((len(PHASES), 2))
        self.shifted = False
        self._placed: tuple[frozenset[str], NDArray[np.intp]] | None = None
        self.stacks: list[list[int]] = []
        self.on_top: str | None = None
        """The card that lies on top of its stack in place of the one that is read first, having been gone to."""
        self.under = np.empty(0, bool)
        self._local = np.empty((0, 4))
        self.boxes = np.empty((0, 4))
        self.phases = np.empty(0, np.int8)
        self.disciplines = np.empty(0, np.int8)
        self.lines = np.empty(0, np.int8)
        self.turned = np.empty(0, bool)
        self.layout: BoardLayout = lay_out({})

    def __len__(self) -> int:
        return len(self.ids)

    def load(self, visible: Visible) -> bool:
        """Take all cards that the viewer sees, in full or turned; whether the layout changed."""
        sights = [(card, visible.sight(card)) for card in visible.board.cards.values()]
        shown: list[tuple[Card, Sight]] = [(card, sight) for card, sight in sights if sight is not Sight.NONE]
        shown.sort(key=lambda pair: pair[0].layer)
        stacks = _stacks(visible, [card for card, _ in shown])
        if stacks:
            shown = _leads_on_top(shown, {self._lead(stack).id for stack in stacks})
        self.ids = [card.id for card, _ in shown]
        self._reindex()
        self._local = np.array([(c.x, c.y, c.w, c.h) for c, _ in shown], float).reshape(-1, 4)
        self.phases = np.array([_PHASE_INDEX[c.phase] for c, _ in shown], np.int8)
        self.disciplines = np.array([_DISCIPLINE_INDEX[c.discipline] for c, _ in shown], np.int8)
        self._layers = np.array([c.layer for c, _ in shown], np.int64)
        self.lines = np.array([_line_count(c) for c, _ in shown], np.int8)
        self.turned = np.array([sight is Sight.TURNED for _, sight in shown], bool)
        self.stacks = [[self.index[card.id] for card in stack] for stack in stacks]
        changed = self.lay_out_again()
        self.shifted = True
        return changed

    def apply(self, changes: Iterable[Change], visible: Visible) -> bool:
        """Take changes of cards in; whether the layout moved, so that everything is elsewhere."""
        changes = tuple(changes)
        if self.stacks or any(g.folded for g in visible.board.groups.values()):
            self.load(visible)
            return True
        simple, lie_still, in_order = True, True, self._come_behind(changes, visible)
        for change in changes:
            before, after = change.before, change.after
            lie_still = lie_still and same_box(before, after) and change.record.id in self.index
            if isinstance(before, Card) and isinstance(after, Card) and before.layer == after.layer:
                self._update(after, visible.sight(after))
            elif isinstance(after, Card) and before is None:
                self._insert(after, visible.sight(after))
            elif after is None:
                self._remove(change.record.id)
            else:
                simple = False
        if not simple:
            self.load(visible)
            return True
        if not in_order:
            return self.load(visible)
        return not lie_still and self.lay_out_again()

    def _come_behind(self, changes: Iterable[Change], visible: Visible) -> bool:
        """Whether cards that come to be shown are the newest, and so drawn above all others."""
        cards = [change.after for change in changes if isinstance(change.after, Card)]
        coming = [c.id for c in cards if c.id not in self.index and visible.sight(c) is not Sight.NONE]
        return coming == visible.board.newest("cards", len(coming))

    def lay_out_again(self) -> bool:
        """Compute the board's layout from the cards, and their boxes from it; whether the layout changed."""
        layout = lay_out(self._extents())
        changed = layout != self.layout
        self.layout = layout
        origins = np.array([layout.origin(phase) for phase in PHASES])
        shown = np.bincount(self.phases, minlength=len(PHASES)) > 0
        self.shifted = bool((origins != self._origins)[shown].any())
        self._origins = origins
        self.boxes = self._local.copy()
        self.boxes[:, :2] += origins[self.phases] if len(self.ids) else 0
        self.under = np.zeros(len(self.ids), bool)
        top = self.index.get(self.on_top or "")
        for stack in self.stacks:
            lead, corner = top if top in stack else stack[0], self.boxes[stack[0], :2].copy()
            self.boxes[stack] = self.boxes[lead]
            self.boxes[stack, :2] = corner
            self.under[stack] = True
            self.under[lead] = False
        return changed

    def places_of(self, card_ids: frozenset[str]) -> NDArray[np.intp]:
        """Indexes of these cards, those not shown left out; kept until other ones are asked for or cards renumbered."""
        if self._placed is None or self._placed[0] is not card_ids:
            if card_ids == self.index.keys():
                places = np.arange(len(self.ids))
            else:
                places = np.array([at for at in map(self.index.get, card_ids) if at is not None], np.intp)
            self._placed = (card_ids, places)
        return self._placed[1]

    def rect(self, card_id: str) -> Rect | None:
        """The box of a card on the board, None when it is not shown."""
        index = self.index.get(card_id)
        return None if index is None else Rect(*self.boxes[index].tolist())

    def rects(self) -> dict[str, Rect]:
        """The boxes of all cards that are shown, by id."""
        return {card: Rect(*box) for card, box in zip(self.ids, self.boxes.tolist(), strict=True)}

    def visible_in(self, rect: Rect) -> NDArray[np.intp]:
        """Indexes of the cards that touch a board rectangle, in drawing order."""
        x, y, w, h = self.boxes.T
        mask = (x < rect.right) & (x + w > rect.x) & (y < rect.bottom) & (y + h > rect.y)
        if self.stacks:
            mask &= ~self.under
        return np.flatnonzero(mask)

    def enclosed_in(self, rect: Rect) -> NDArray[np.intp]:
        """Indexes of the cards that lie wholly in a board rectangle."""
        x, y, w, h = self.boxes.T
        mask = (x >= rect.x) & (y >= rect.y) & (x + w <= rect.right) & (y + h <= rect.bottom)
        return np.flatnonzero(mask)

    def at(self, point: Point, slack: float = 0.0) -> str | None:
        """The topmost card at a board point, else the one nearest to it, at most `slack` board units away."""
        if not self.ids:
            return None
        x, y, w, h = self.boxes.T
        across = np.maximum(np.maximum(x - point.x, point.x - x - w), 0.0)
        down = np.maximum(np.maximum(y - point.y, point.y - y - h), 0.0)
        hits = np.flatnonzero((across <= slack) & (down <= slack))
        if not len(hits):
            return None
        apart = np.hypot(across[hits], down[hits])
        return self.ids[hits[np.flatnonzero(apart == apart.min())[-1]]]

    def _lead(self, stack: list[Card]) -> Card:
        """The card of a stack that is seen."""
        return next((card for card in stack if card.id == self.on_top), stack[0])

    def _extents(self) -> dict[Phase | None, Extent]:
        if not self.ids:
            return {}
        x, y, w, h = self._local[np.argsort(self.phases, kind="stable")].T
        counts = np.bincount(self.phases, minlength=len(PHASES))
        present = np.flatnonzero(counts)
        starts = (np.cumsum(counts) - counts)[present]
        rights = np.maximum.reduceat(x + w, starts).tolist()
        tops, bottoms = np.minimum.reduceat(y, starts).tolist(), np.maximum.reduceat(y + h, starts).tolist()
        return {
            PHASES[phase]: Extent(max(0.0, right), min(0.0, top), max(0.0, bottom))
            for phase, right, top, bottom in zip(present.tolist(), rights, tops, bottoms, strict=True)
        }

    def _update(self, card: Card, sight: Sight) -> None:
        index = self.index.get(card.id)
        if index is None:
            self._insert(card, sight)
            return
        if sight is Sight.NONE:
            self._remove(card.id)
            return
        self._local[index] = (card.x, card.y, card.w, card.h)
        self.phases[index] = _PHASE_INDEX[card.phase]
        self.disciplines[index] = _DISCIPLINE_INDEX[card.discipline]
        self.lines[index] = _line_count(card)
        self.turned[index] = sight is Sight.TURNED

    def _insert(self, card: Card, sight: Sight) -> None:
        """Take in a card newer than all, above those of its layer and the ones below."""
        if sight is Sight.NONE:
            return
        at = int(np.searchsorted(self._layers, card.layer, side="right"))
        self.ids.insert(at, card.id)
        if at == len(self.ids) - 1:
            self.index[card.id] = at
            self._placed = None
        else:
            self._reindex()
        self._local = np.insert(self._local, at, (card.x, card.y, card.w, card.h), axis=0)
        self.phases = np.insert(self.phases, at, _PHASE_INDEX[card.phase])
        self.disciplines = np.insert(self.disciplines, at, _DISCIPLINE_INDEX[card.discipline])
        self._layers = np.insert(self._layers, at, card.layer)
        self.lines = np.insert(self.lines, at, _line_count(card))
        self.turned = np.insert(self.turned, at, sight is Sight.TURNED)

    def _remove(self, card_id: str) -> None:
        index = self.index.get(card_id)
        if index is None:
            return
        del self.ids[index]
        self._reindex()
        self._local = np.delete(self._local, index, axis=0)
        self.phases = np.delete(self.phases, index)
        self.disciplines = np.delete(self.disciplines, index)
        self._layers = np.delete(self._layers, index)
        self.lines = np.delete(self.lines, index)
        self.turned = np.delete(self.turned, index)

    def _reindex(self) -> None:
        self._placed = None
        self.index = {card_id: index for index, card_id in enumerate(self.ids)}


def _stacks(visible: Visible, cards: list[Card]) -> list[list[Card]]:
    """The cards of each folded group, the one that is read first, and where the stack stands, first."""
    folded: dict[str, list[Card]] = {group.id: [] for group in visible.board.groups.values() if group.folded}
    if not folded:
        return []
    for card in cards:
        if card.group in folded:
            folded[card.group].append(card)
    return [reading_order(stack) for stack in folded.values() if stack]


def _leads_on_top(shown: list[tuple[Card, Sight]], leads: set[str]) -> list[tuple[Card, Sight]]:
    """The cards in drawing order, the one of each stack that is seen above the others of it."""
    return sorted(shown, key=lambda pair: (pair[0].layer, pair[0].id in leads))


def same_box(before: object, after: object) -> bool:
    """Whether a change leaves a card shown, where it is and as large as it is."""
    if not (isinstance(before, Card) and isinstance(after, Card)) or before.hidden != after.hidden:
        return False
    return before.place == after.place and (before.w, before.h) == (after.w, after.h)


def _line_count(card: Card) -> int:
    return min(_MOST_LINES, -(-len(card.text) // _CHARACTERS_A_LINE))
