"""What the actions of the table do with who writes, and with the kind of what is written."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.canvas.canvas import Canvas
from ui.keyed_menu import KeyedMenu
from ui.theme.icons import icon
from ui.window_state import ORIGIN, WindowState
from workshop.commands.cards import change_cards
from workshop.model.cards import CardKind
from workshop.model.diamonds import Phase
from workshop.picture.card_plan import KIND_ICONS


class WritingActions:
    """One method an action, named like it."""

    def __init__(self, state: WindowState, canvas: Canvas) -> None:
        self._state = state
        self._canvas = canvas

    def choose_kind(self) -> None:
        """Ask for a kind by its first letters, for the card that is written, the selected ones, and the next."""
        menu = KindMenu(self._canvas, self._take_kind)
        menu.open_beside_selection()

    def next_phase(self) -> None:
        """Choose the phase after the chosen one, the first without one, and show it; Enter writes a card there."""
        self._step(1)

    def previous_phase(self) -> None:
        """Choose the phase before."""
        self._step(-1)

    def writer_1(self) -> None:
        """Have the writer who wrote last but one write again; the first of the recent ones."""
        self._write_as(0)

    def writer_2(self) -> None:
        """The second."""
        self._write_as(1)

    def writer_3(self) -> None:
        """The third."""
        self._write_as(2)

    def writer_4(self) -> None:
        """The fourth."""
        self._write_as(3)

    def writer_5(self) -> None:
        """The fifth."""
        self._write_as(4)

    def _write_as(self, place: int) -> None:
        writers = self._state.recent_writers
        if place < len(writers):
            self._state.write_as(writers[place].id)
        else:
            self._state.message.emit("Nobody wrote before at this number; Alt+A names a writer.")

    def _step(self, step: int) -> None:
        state, phases = self._state, list(Phase)
        middle = self._canvas.scene.layout.phase_at(self._canvas.looking.middle) or phases[0]
        place = phases.index(middle) if state.phase is None else phases.index(state.phase) + step
        phase = phases[place % len(phases)]
        state.select()
        state.choose_phase(phase)
        self._canvas.looking.fit_phase(phase)

    def _take_kind(self, kind: CardKind) -> None:
        state = self._state
        state.kind = kind
        written = self._canvas.writing.card
        cards = [written] if written else list(state.cards)
        if cards:
            state.do(lambda: change_cards(state.workshop, origin=ORIGIN, card_ids=cards, kind=kind))


class KindMenu(KeyedMenu):
    """The kinds of cards; the first letters of one choose it as soon as no other begins so."""

    def __init__(self, canvas: Canvas, take: Callable[[CardKind], None]) -> None:
        super().__init__(canvas, "kindMenu")
        self._typed = ""
        for kind in CardKind:
            action = self.addAction(icon(KIND_ICONS[kind], canvas.looks.ink), kind.value.capitalize())
            action.setData(kind)
            action.triggered.connect(lambda _checked=False, kind=kind: take(kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters narrow the choice; other keys are the menu's."""
        letter = event.text().casefold()
        if not letter.isalpha() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        for typed in (self._typed + letter, letter):
            found = [action for action in self.actions() if action.text().casefold().startswith(typed)]
            if found:
                self._typed = typed
                self.setActiveAction(found[0])
                break
        if len(found) == 1:
            found[0].trigger()
            self.close()
