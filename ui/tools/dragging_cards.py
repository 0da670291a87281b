"""Dragging cards: they are lifted above the board and put down once, on release; Alt puts down copies."""

import numpy as np
from PySide6.QtGui import QPainter

from ui.canvas.link_preview import paint_tags
from ui.tools.addresses import address_under
from ui.tools.gesture import Gesture, PointerEvent, Stage
from ui.tools.guides import guide_tags, paint_guides
from ui.tools.phase_sign import PhaseSign
from ui.window_state import ORIGIN
from workshop.commands.cards import duplicate_cards, move_cards
from workshop.model.cards import Place
from workshop.picture.arranging import around_all
from workshop.picture.plan import Point, Rect
from workshop.picture.snapping import Guide, snapped

STARTS_AFTER = 4.0
"""Pixels that the pointer travels before a press becomes a drag."""

SNAP_REACH = 7.0
"""Pixels from which cards are drawn to a line."""

SNAP_ZOOM = 0.25
"""Farther out, cards are too small to be laid in line by eye."""

SNAP_SIGHT = 500.0
"""Board units around the dragged cards within which others draw them."""


class DraggingCards(Gesture):
    """Moves the selected cards that are not locked. A press without travel selects the pressed card alone."""

    def __init__(self, stage: Stage, start: PointerEvent, pressed: str, *, narrows: bool = True) -> None:
        """`narrows`: whether a click without travel on what is selected already selects the pressed card alone."""
        super().__init__(stage, start)
        self._pressed = pressed
        self._moving = False
        self._around: Rect | None = None
        self._guides: tuple[Guide, ...] = ()
        self._sign = PhaseSign(stage, pressed)
        if pressed not in stage.state.cards:
            group = stage.scene.groups.around(stage.scene.card(pressed))
            stage.state.select({*stage.state.cards, *group} if start.shift else group)
            self._narrow_on_click = False
        elif start.shift:
            stage.state.select(stage.state.cards - {pressed})
            self._narrow_on_click = False
        else:
            self._narrow_on_click = narrows and not stage.scene.is_folded(pressed)

    def move(self, event: PointerEvent) -> None:
        """Show the cards where they would land."""
        dx, dy = event.screen.x - self.start.screen.x, event.screen.y - self.start.screen.y
        if not self._moving and abs(dx) + abs(dy) >= STARTS_AFTER:
            self._moving = self._pressed in self.stage.state.cards
            if self._moving:
                self.stage.lifted = self._movable()
                self._around = self._lifted_box()
        if self._moving:
            zoom = self.stage.camera.zoom
            self.stage.lift_offset = self._snapped(Point(dx / zoom, dy / zoom), free=event.ctrl)
            self._sign.follow(self._pressed_box())
            self.stage.refresh()

    def release(self, event: PointerEvent) -> None:
        """Put the cards down, as one step."""
        if not self._moving:
            if (address := address_under(self.stage, event)) is not None:
                self.stage.open_address(address)
            elif self._narrow_on_click:
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

    def paint(self, painter: QPainter) -> None:
        """The guides, and over which other phase the cards are."""
        if self._moving:
            paint_guides(painter, self._guides, self.stage)
            tags = [*self._sign.tags(), *guide_tags(self._guides, self.stage)]
            paint_tags(painter, tags, self.stage.looks)

    def _snapped(self, offset: Point, *, free: bool) -> Point:
        """The offset drawn to lines and gaps of the cards around; Ctrl leaves it free, and so does being far out."""
        self._guides = ()
        stage = self.stage
        if free or self._around is None or stage.camera.zoom < SNAP_ZOOM:
            return offset
        cards = stage.scene.cards
        moving = self._around.moved(*offset)
        near = cards.visible_in(moving.grown(SNAP_SIGHT))
        lifted = [cards.index[card] for card in stage.lifted if card in cards.index]
        others = cards.boxes[near[~np.isin(near, lifted)]]
        found = snapped(moving, others, SNAP_REACH / stage.camera.zoom)
        self._guides = found.guides
        return Point(offset.x + found.dx, offset.y + found.dy)

    def _lifted_box(self) -> Rect | None:
        boxes = [box for card in self.stage.lifted if (box := self.stage.scene.cards.rect(card)) is not None]
        return around_all(boxes) if boxes else None

    def _pressed_box(self) -> Rect | None:
        box = self.stage.scene.cards.rect(self._pressed) if self._pressed in self.stage.lifted else None
        return box.moved(*self.stage.lift_offset) if box else None

    def _movable(self) -> frozenset[str]:
        scene = self.stage.scene
        chosen = self.stage.state.cards.union(
            *(scene.groups.around(scene.card(card)) for card in self.stage.state.cards if scene.is_folded(card))
        )
        movable = frozenset(card for card in chosen if not scene.card(card).locked)
        if len(movable) < len(chosen):
            self.stage.state.message.emit("Locked cards stay where they are; unlock them with Ctrl+Shift+L.")
        return movable

    def _put_back(self) -> None:
        self._sign.stop()
        self.stage.lifted, self.stage.lift_offset = frozenset(), Point(0, 0)
        self.stage.refresh()

    def _places(self, cards: frozenset[str], offset: Point) -> dict[str, Place]:
        scene = self.stage.scene
        # Where they lie by their records: those of a folded group are shown in its stack.
        rects = {card: scene.layout.rect_of(scene.card(card)) for card in cards}
        return {card: scene.layout.place_of(rect.moved(*offset)) for card, rect in rects.items()}

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
