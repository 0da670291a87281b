"""Writing a card: the text reaches the board at each pause, and all of it is one step of undo."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.canvas.camera import Camera
from ui.tools.gesture import Stage
from ui.tools.going_on import next_place
from ui.window_state import ORIGIN
from workshop.commands.cards import add_card, change_cards, change_text
from workshop.commands.links import add_link
from workshop.facilitation.writing import is_to_be_hidden, may_write_on_turned
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.model.text import clean_text
from workshop.picture.plan import Point
from workshop.picture.taken import taken_in

if TYPE_CHECKING:
    from ui.canvas.card_editor import CardEditor


class Writing:
    """At most one card is being written at a time."""

    def __init__(self, stage: Stage, field: "Callable[[], CardEditor]") -> None:
        self._stage = stage
        self._field = field
        self._card: str | None = None
        self._last: str | None = None
        self._new = self._begun_open = False
        self._mark = 0
        self._row_start = 0.0
        self._kept = False
        stage.state.writer_changed.connect(self._on_writer)

    @cached_property
    def _editor(self) -> "CardEditor":
        editor = self._field()
        editor.text_paused.connect(self._commit)
        editor.finished.connect(self._on_finished)
        editor.refused.connect(self._stage.state.message)
        return editor

    @property
    def card(self) -> str | None:
        """The card that is being written."""
        return self._card

    @property
    def unsaved(self) -> bool:
        """Whether the field holds letters that the board does not have yet."""
        card = self._stage.state.workshop.board.cards.get(self._card or "")
        return card is not None and clean_text(self._editor.toPlainText()) != card.text

    @property
    def chosen(self) -> tuple[Card, str] | None:
        """The card that is written with the words selected on it, or the word at the cursor; None without any.

        Of the card that was written last too while it stays selected, as when the palette took the keyboard.
        """
        card = self._stage.state.one_card
        if card is None or card.id != self._last:
            return None
        cursor = self._editor.textCursor()
        if self._card is not None and not cursor.hasSelection():
            cursor.select(cursor.SelectionType.WordUnderCursor)
        words = " ".join(cursor.selectedText().split())
        return (card, words) if words else None

    def begin_new(
        self,
        phase: Phase | None,
        near: Point | None,
        *,
        linked_from: str | None = None,
        kind: LinkKind | None = None,
        towards: bool = False,
        discipline: Discipline | None = None,
    ) -> Card | None:
        """Put a new card on a phase, at or near a local point, and write it; linked, by a kind if one is named.

        The link runs to the new card, or `towards` the other one. In a `discipline` that is not the writer's, the
        card is nobody's.
        """
        self.end()
        state = self._stage.state
        mark = state.workshop.history.mark(ORIGIN)
        own = discipline is None or discipline is state.discipline
        card = state.do(
            lambda: add_card(
                state.workshop,
                origin=ORIGIN,
                phase=phase,
                kind=state.kind,
                discipline=discipline or state.discipline,
                author=state.writer if own else None,
                near=near,
            )
        )
        if card is None:
            return None
        if linked_from is not None:
            self._link(linked_from, card.id, kind or state.link_kind, towards=towards)
        self._open(card, mark, new=True)
        return card

    def begin_beside(self, card: Card) -> None:
        """Write a new card beside another, as after it: in its row, or in the next where that is full."""
        self._go_on(card, "right", min(self._row_start, card.x) if card.id == self._last else card.x)

    def _link(self, card: str, new: str, kind: LinkKind, *, towards: bool) -> None:
        """Link a card with the new one; `towards` the card, not from it."""
        state = self._stage.state
        source, target = (new, card) if towards else (card, new)
        state.do(
            lambda: add_link(
                state.workshop, origin=ORIGIN, source=source, target=target, kind=kind, author=state.writer
            )
        )

    def begin(self, card_id: str) -> None:
        """Write on a card that exists; on the one that is written already, go on."""
        if card_id == self._card:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.end()
        state = self._stage.state
        card = self._stage.scene.card(card_id)
        if why_not := self._why_not(card):
            state.message.emit(why_not)
            return
        self._open(card, state.workshop.history.mark(ORIGIN), new=False)

    def _why_not(self, card: Card) -> str:
        """Why a card may not be written on, in a sentence; empty when it may."""
        scene = self._stage.scene
        if scene.workshop.read_only:
            return scene.workshop.read_only
        turned = scene.cards.turned[scene.cards.index[card.id]]
        if turned and not may_write_on_turned(scene.workshop.room):
            return "This card lies face down; turn it up first with Ctrl+Shift+H."
        return "This card is locked; unlock it with Ctrl+Shift+L." if card.locked else ""

    def end(self) -> Card | None:
        """Finish writing; a new card left empty never was. The card, if it stays."""
        if self._card is None or self._kept:
            return None
        self._commit()
        card_id, self._card = self._card, None
        self._editor.close_field()
        workshop = self._stage.state.workshop
        card = workshop.board.cards.get(card_id)
        if self._new and (card is None or not card.text.strip()):
            self._stage.state.select()
            workshop.bail(ORIGIN, self._mark)
            return None
        if card is not None:
            self._hide_if_silent(card)
        workshop.history.squash(ORIGIN, self._mark, "add card" if self._new else "edit text")
        self._stage.refresh()
        return card

    def give(self, *, ending: bool) -> bool:
        """Have the board take what is written, and go on or end; False if that was a new card left empty, now gone."""
        if self._card is None:
            return True
        if ending:
            return self.end() is not None
        self._commit()
        return True

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Go on writing with the cursor where it is, whatever is made anew around the board within."""
        if self._card is None:
            yield
            return
        self._kept = True
        try:
            yield
        finally:
            self._kept = False
        self.follow(self._stage.camera)
        if self._card is not None:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, camera: Camera) -> None:
        """Keep the text field over its card; end when the card is gone."""
        if self._card is None:
            return
        rect = self._stage.scene.cards.rect(self._card)
        card = self._stage.state.workshop.board.cards.get(self._card)
        if rect is None or card is None:
            self._card = None
            self._editor.close_field()
            return
        self._editor.wear(card.discipline, self._stage.looks)
        self._editor.follow(card, rect, camera)

    def _open(self, card: Card, mark: int, *, new: bool) -> None:
        self._card = self._last = card.id
        self._mark, self._new = mark, new
        self._begun_open = new and not card.hidden
        self._row_start = card.x
        self._stage.state.select({card.id})
        self._editor.open_on(card, self._stage.looks)
        self.follow(self._stage.camera)
        self._stage.reveal_written()

    def _commit(self) -> None:
        if self._card is None:
            return
        state = self._stage.state
        card = state.workshop.board.cards.get(self._card)
        text = self._editor.toPlainText()
        if card is not None and card.text != text:
            self._hide_if_silent(card)
            state.do(lambda: change_text(state.workshop, origin=ORIGIN, card_id=card.id, text=text))

    def _hide_if_silent(self, card: Card) -> None:
        """Turn a new card that was begun before the step in which everybody writes silently, unless it was revealed."""
        state = self._stage.state
        if self._begun_open and is_to_be_hidden(state.workshop.room, card):
            self._begun_open = False
            state.do(lambda: change_cards(state.workshop, origin=ORIGIN, card_ids=[card.id], hidden=True))
            self._editor.mask_if(hidden=True)

    def _on_finished(self, how: str) -> None:
        card = self.end()
        if card is None or how in ("done", "left alone"):
            return
        self._go_on(card, how, self._row_start)

    def _go_on(self, card: Card, how: str, row_start: float) -> None:
        """Write the next card beside or below one, in its row or in the next where that has no room."""
        taken = taken_in(self._stage.state.workshop.board, card.phase)
        room = self._room(card.phase)
        beside = next_place(card, how, row_start=row_start, room=room, taken=taken)
        self.begin_new(card.phase, beside)
        self._row_start = row_start if how == "right" else beside.x

    def _room(self, phase: Phase | None) -> float:
        """How far to the right cards go in a phase before the next row."""
        layout = self._stage.scene.layout
        return (layout.parking if phase is None else layout.columns[phase]).w

    def _on_writer(self) -> None:
        """Another writer, or another discipline: it is the new card's that is being written."""
        state = self._stage.state
        card = state.workshop.board.cards.get(self._card or "")
        if (
            card is not None
            and self._new
            and (card.author, card.discipline) != (state.writer, state.discipline)
        ):
            author, discipline = state.writer, state.discipline
            state.do(
                lambda: change_cards(
                    state.workshop, origin=ORIGIN, card_ids=[card.id], author=author, discipline=discipline
                )
            )
