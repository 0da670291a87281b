"""Dragging cards: they are lifted above the board and put down once, on release; Alt puts down copies."""

from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.window_state import ORIGIN
from workshop.commands.cards import duplicate_cards, move_cards
from workshop.model.cards import Place
from workshop.picture.plan import Point

STARTS_AFTER = 4.0
"""Pixels that the pointer travels before a press becomes a drag."""


class DraggingCards(Gesture):
    """Moves the selected cards that are not locked. A press without travel selects the pressed card alone."""

    def __init__(self, stage: Stage, start: PointerEvent, pressed: str) -> None:
        super().__init__(stage, start)
        self._pressed = pressed
        self._moving = False
        if pressed not in stage.state.cards:
            stage.state.select({*stage.state.cards, pressed} if start.shift else {pressed})
            self._narrow_on_click = False
        elif start.shift:
            stage.state.select(stage.state.cards - {pressed})
            self._narrow_on_click = False
        else:
            self._narrow_on_click = True

    def move(self, event: PointerEvent) -> None:
        """Show the cards where they would land."""
        dx, dy = event.screen.x - self.start.screen.x, event.screen.y - self.start.screen.y
        if not self._moving and abs(dx) + abs(dy) >= STARTS_AFTER:
            self._moving = self._pressed in self.stage.state.cards
            if self._moving:
                self.stage.lifted = self._movable()
        if self._moving:
            zoom = self.stage.camera.zoom
            self.stage.lift_offset = Point(dx / zoom, dy / zoom)
            self.stage.refresh()

    def release(self, event: PointerEvent) -> None:
        """Put the cards down, as one step."""
        if not self._moving:
            if self._narrow_on_click:
                self.stage.state.select({self._pressed})
            return
        lifted, offset = self.stage.lifted, self.stage.lift_offset
        self._put_back()
        if event.alt:
            self._copy(lifted, offset)
        else:
            self._move(lifted, offset)

    def cancel(self) -> None:
        """Put everything back."""
        self._put_back()

    def _movable(self) -> frozenset[str]:
        scene = self.stage.scene
        movable = frozenset(card for card in self.stage.state.cards if not scene.card(card).locked)
        if len(movable) < len(self.stage.state.cards):
            self.stage.state.message.emit("Locked cards stay where they are; unlock them with Ctrl+Shift+L.")
        return movable

    def _put_back(self) -> None:
        self.stage.lifted, self.stage.lift_offset = frozenset(), Point(0, 0)
        self.stage.refresh()

    def _places(self, cards: frozenset[str], offset: Point) -> dict[str, Place]:
        scene = self.stage.scene
        rects = {card: scene.cards.rect(card) for card in cards}
        return {
            card: scene.layout.place_of(rect.moved(offset.x, offset.y))
            for card, rect in rects.items()
            if rect is not None
        }

    def _move(self, cards: frozenset[str], offset: Point) -> None:
        state = self.stage.state
        places = self._places(cards, offset)
        state.do(lambda: move_cards(state.workshop, origin=ORIGIN, places=places))

    def _copy(self, cards: frozenset[str], offset: Point) -> None:
        state = self.stage.state
        mark = state.workshop.history.mark(ORIGIN)
        places = self._places(cards, offset)
        order = sorted(cards)
        copies = state.do(
            lambda: duplicate_cards(state.workshop, origin=ORIGIN, card_ids=order, shift=(0.0, 0.0))
        )
        if copies:
            moved = {copy.id: places[card] for copy, card in zip(copies, order, strict=True)}
            state.do(lambda: move_cards(state.workshop, origin=ORIGIN, places=moved))
            state.workshop.history.squash(ORIGIN, mark, "duplicate")
            state.select(copy.id for copy in copies)
