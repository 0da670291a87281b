"""What the actions of the table do on the board that is open."""

from functools import partial

from ui.canvas.camera import WHEEL_STEP
from ui.canvas.canvas import Canvas
from ui.window_state import ORIGIN, Tool, WindowState
from workshop.commands.cards import change_cards, duplicate_cards, remove_cards
from workshop.commands.links import change_link, remove_links
from workshop.model.cards import Discipline
from workshop.model.diamonds import DiamondName
from workshop.picture.walking import Way, nearest_card, next_card


class BoardActions:
    """One method an action, named like it."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        self._state = state
        self._canvas = canvas

    def undo(self) -> None:
        """Take back this window's last step; a new card on which nothing was written yet is that step."""
        was_writing = self._canvas.writing.card is not None
        if self._canvas.writing.end() is None and was_writing:
            return
        self._state.undo()

    def redo(self) -> None:
        """Bring it again."""
        self._canvas.writing.end()
        self._state.redo()

    def select_tool(self) -> None:
        """Take up the select tool."""
        self._state.use_tool(Tool.SELECT)

    def pan_tool(self) -> None:
        """Take up the hand."""
        self._state.use_tool(Tool.PAN)

    def link_tool(self) -> None:
        """Take up the link tool."""
        self._state.use_tool(Tool.LINK)

    def new_card(self) -> None:
        """Write a new card."""
        self._canvas.write_new_card()

    def edit_card(self) -> None:
        """Write on the selected card."""
        if card := self._state.one_card:
            self._canvas.writing.begin(card.id)

    def delete_selection(self) -> None:
        """Remove the selected cards and links, as one step. Of several cards, those that are locked stay."""
        state = self._state
        workshop = state.workshop
        mark = workshop.history.mark(ORIGIN)
        if links := state.links:
            state.do(lambda: remove_links(workshop, origin=ORIGIN, link_ids=links))
        cards = state.cards
        if len(cards) > 1:
            cards = frozenset(card for card in cards if not workshop.board.cards[card].locked)
            if cards != state.cards:
                state.message.emit("Locked cards stay where they are; unlock them with Ctrl+Shift+L.")
        if cards:
            state.do(lambda: remove_cards(workshop, origin=ORIGIN, card_ids=cards))
        if links and cards:
            workshop.history.squash(ORIGIN, mark, "delete selection")

    def duplicate(self) -> None:
        """Copy the selected cards a little aside and select the copies."""
        state = self._state
        order = [card for card in state.workshop.board.cards if card in state.cards]
        copies = state.do(lambda: duplicate_cards(state.workshop, origin=ORIGIN, card_ids=order))
        if copies:
            state.select(copy.id for copy in copies)

    def select_all(self) -> None:
        """Select the cards of the selected card's or the chosen phase; a second time, or with neither, all cards."""
        state = self._state
        cards = state.workshop.board.cards
        phases = {cards[card].phase for card in state.cards} or ({state.phase} if state.phase else set())
        of_phase = (
            {card.id for card in cards.values() if card.phase in phases} if len(phases) == 1 else state.cards
        )
        state.select(of_phase if of_phase != state.cards else cards)

    def walk_left(self) -> None:
        """Select the next card to the left."""
        self._walk(Way.LEFT)

    def walk_right(self) -> None:
        """Select the next card to the right."""
        self._walk(Way.RIGHT)

    def walk_up(self) -> None:
        """Select the next card above."""
        self._walk(Way.UP)

    def walk_down(self) -> None:
        """Select the next card below."""
        self._walk(Way.DOWN)

    def lock_cards(self) -> None:
        """Lock the selected cards, or unlock them if all are locked."""
        self._toggle("locked", "lock cards", "unlock cards")

    def hide_cards(self) -> None:
        """Turn the selected cards face down, or up if all are down."""
        from workshop.commands.revealing import hide_cards, reveal_cards

        self._canvas.writing.end()
        state, cards = self._state, self._state.workshop.board.cards
        chosen = [card for card in cards if card in state.cards]
        if chosen:
            turn = reveal_cards if all(cards[card].hidden for card in chosen) else hide_cards
            state.do(lambda: turn(state.workshop, origin=ORIGIN, card_ids=chosen))

    def reverse_link(self) -> None:
        """Turn the selected links round, as one step."""
        workshop = self._state.workshop
        mark = workshop.history.mark(ORIGIN)
        for link in self._state.links:
            self._state.do(partial(change_link, workshop, origin=ORIGIN, link_id=link, reverse=True))
        workshop.history.squash(ORIGIN, mark, "turn links round")

    def discipline_cx(self) -> None:
        """The selected cards, or the next ones, are CX's."""
        self._set_discipline(Discipline.CX)

    def discipline_ux(self) -> None:
        """The selected cards, or the next ones, are UX's."""
        self._set_discipline(Discipline.UX)

    def discipline_joint(self) -> None:
        """The selected cards, or the next ones, are of both."""
        self._set_discipline(Discipline.JOINT)

    def show_problem(self) -> None:
        """Show the first diamond."""
        self._canvas.looking.fit_diamond(DiamondName.PROBLEM)

    def show_solution(self) -> None:
        """Show the second diamond."""
        self._canvas.looking.fit_diamond(DiamondName.SOLUTION)

    def show_outcome(self) -> None:
        """Show the third diamond."""
        self._canvas.looking.fit_diamond(DiamondName.OUTCOME)

    def show_board(self) -> None:
        """Show the three diamonds."""
        self._canvas.looking.fit_board()

    def fit_all(self) -> None:
        """Show everything."""
        self._canvas.looking.fit_all()

    def fit_selection(self) -> None:
        """Show the selected cards."""
        self._canvas.looking.fit_cards(self._state.cards)

    def back(self) -> None:
        """Look where one was before the last jump."""
        if not self._canvas.looking.back():
            self._state.message.emit("There is no earlier place to go back to.")

    def forward(self) -> None:
        """Look where one was before going back."""
        if not self._canvas.looking.forward():
            self._state.message.emit("There is no later place to go forward to.")

    def zoom_in(self) -> None:
        """Zoom in around the middle."""
        self._canvas.looking.zoom_by(WHEEL_STEP)

    def zoom_out(self) -> None:
        """Zoom out around the middle."""
        self._canvas.looking.zoom_by(1 / WHEEL_STEP)

    def zoom_100(self) -> None:
        """Show the board at its own size."""
        self._canvas.looking.zoom_to(1.0)

    def _walk(self, way: Way) -> None:
        """From the card selected alone to the next one; without one, to the card nearest the middle of the view."""
        canvas, start = self._canvas, self._state.one_card
        boxes = canvas.scene.cards.rects()
        if start is not None and start.id in boxes:
            found = next_card(boxes, start.id, way)
        else:
            found = nearest_card(boxes, canvas.looking.middle)
        if found is not None:
            self._state.select({found})
            canvas.looking.reveal(boxes[found])

    def _toggle(self, field: str, do: str, undo: str) -> None:
        state = self._state
        self._canvas.writing.end()
        cards = [state.workshop.board.cards[card] for card in state.cards]
        if not cards:
            return
        value = not all(getattr(card, field) for card in cards)
        state.do(
            lambda: change_cards(
                state.workshop,
                origin=ORIGIN,
                card_ids=[card.id for card in cards],
                op=do if value else undo,
                **{field: value},
            )
        )

    def _set_discipline(self, discipline: Discipline) -> None:
        state = self._state
        chosen = {self._canvas.writing.card} if self._canvas.writing.card else set(state.cards)
        if chosen:
            state.do(
                lambda: change_cards(
                    state.workshop, origin=ORIGIN, card_ids=[c for c in chosen if c], discipline=discipline
                )
            )
        state.prefer_discipline(discipline)
