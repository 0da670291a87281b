"""What the actions of the table do with links: chains, linked cards, walking along links, lighting threads."""

from ui.canvas.canvas import Canvas
from ui.window_state import ORIGIN, WindowState
from workshop.board.flow import next_cards, previous_cards, through
from workshop.board.reading_order import reading_order
from workshop.commands.links import chain_cards
from workshop.picture.placement import GAP
from workshop.picture.plan import Point, Rect
from workshop.picture.walking import Way, next_card

THREAD = "thread"
"""The reason for which a thread is lit."""

_APART = 3 * GAP
"""Between a card and the linked one beside it, so that the link is seen."""


class LinkingActions:
    """One method an action, named like it."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        self._state = state
        self._canvas = canvas

    def follow_left(self) -> None:
        """Select the linked card to the left."""
        self._follow(Way.LEFT)

    def follow_right(self) -> None:
        """Select the linked card to the right."""
        self._follow(Way.RIGHT)

    def follow_up(self) -> None:
        """Select the linked card above."""
        self._follow(Way.UP)

    def follow_down(self) -> None:
        """Select the linked card below."""
        self._follow(Way.DOWN)

    def linked_left(self) -> None:
        """Write a new card to the left, linked from the selected one."""
        self._write_linked(Way.LEFT)

    def linked_right(self) -> None:
        """Write a new linked card to the right."""
        self._write_linked(Way.RIGHT)

    def linked_up(self) -> None:
        """Write a new linked card above."""
        self._write_linked(Way.UP)

    def linked_down(self) -> None:
        """Write a new linked card below."""
        self._write_linked(Way.DOWN)

    def chain_cards(self) -> None:
        """Link the selected cards one to the next, in reading order."""
        state = self._state
        board = state.workshop.board
        order = [card.id for card in reading_order(board.cards[card] for card in state.cards)]
        if len(order) < 2:
            state.message.emit("Select two cards or more to link them in reading order.")
            return
        links = state.do(
            lambda: chain_cards(
                state.workshop, origin=ORIGIN, card_ids=order, kind=state.link_kind, author=state.writer
            )
        )
        if links == []:
            state.message.emit(f"These cards are already linked by “{state.link_kind.value}”.")

    def light_thread(self) -> None:
        """Light what flows to and from the selected cards and dim the rest; a second time, stop."""
        state = self._state
        lit = through(self._canvas.scene.visible, state.cards)
        if not lit or state.is_lit(THREAD, lit):
            state.light(THREAD, None)
        else:
            state.light(THREAD, lit)

    def _follow(self, way: Way) -> None:
        """To the linked card nearest in a direction; with none there, right goes downstream and left upstream."""
        card, scene = self._state.one_card, self._canvas.scene
        if card is None:
            return
        board, sees = self._state.workshop.board, scene.visible.sees_link
        links = [link for link in board.links_of(card.id) if sees(link)]
        linked = {end for link in links for end in (link.source, link.target)}
        boxes = {other: rect for other in linked if (rect := scene.cards.rect(other)) is not None}
        if card.id not in boxes:
            return
        found = next_card(boxes, card.id, way)
        if found is None and way in (Way.LEFT, Way.RIGHT):
            step = next_cards if way is Way.RIGHT else previous_cards
            found = next((other for other in step(board, card.id) if other in boxes), None)
        if found is not None:
            self._state.select({found})
            self._canvas.looking.reveal(boxes[found])

    def _write_linked(self, way: Way) -> None:
        card = self._state.one_card
        box = self._canvas.scene.cards.rect(card.id) if card else None
        if card is None or box is None:
            return
        right, down = way.value
        beside = box.moved(right * (box.w + _APART), down * (box.h + _APART))
        middle = Rect(beside.x, beside.y, box.w, box.h).centre
        self._canvas.write_card_at(Point(*middle), linked_from=card.id)
