"""What the actions of the panels do, and how the watch over the board reaches tabs, marks and map."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.canvas.canvas import Canvas
from ui.canvas.noting import Noting
from ui.panels.dots.watch import DotsWatch
from ui.panels.side_panel import SidePanel
from workshop.picture.palette import Palette

if TYPE_CHECKING:
    from ui.panels.torn_off import Place


class Panelling(QObject):
    """One method an action, named like it. `panel` gives the side panel as it is, `reveal` shows it."""

    def __init__(
        self,
        desk: QObject,
        canvas: Canvas,
        *,
        panel: Callable[[], SidePanel],
        reveal: Callable[[], None],
        act: Callable[[str], None],
    ) -> None:
        super().__init__(desk)
        self._canvas = canvas
        self._panel = panel
        self._reveal = reveal
        self._act = act
        self.noting = Noting(canvas)
        self.watch = DotsWatch(
            canvas.scene.visible, self, in_use=lambda: canvas.pointing.busy or canvas.writing.unsaved
        )
        self.watch.changed.connect(lambda: canvas.marking.show(self.watch.marked()))

    def begin(self) -> None:
        """The board is in sight: the tabs come, and the watch begins."""
        self._canvas.state.board_changed.connect(self.watch.look_again)
        self._canvas.camera_changed.connect(self.watch.hold)
        self._canvas.state.selection_changed.connect(self.watch.hold)
        self._canvas.state.dots_wanted.connect(lambda card: self.open("dots", card))
        self._canvas.state.panel_wanted.connect(self.open)
        self.furnish(self._canvas.looks)
        self.watch.look_again()
        self.noting.begin()

    def furnish(self, looks: Palette, places: "Iterable[Place]" = ()) -> None:
        """Give a new side panel its tabs, and show pages where they were shown."""
        from ui.panels.panel_page import PanelContext

        context = PanelContext(self._canvas, looks, self.watch, act=self._act, open_panel=self.open)
        self._panel().begin(context)
        self._panel().show_places(places)

    def open(self, name: str, record_id: str = "") -> None:
        """Show a panel, and in it a record."""
        self._reveal()
        self._panel().open(name, record_id)

    def show_dots(self) -> None:
        """Show the findings; from a card that has some, those."""
        card = self._canvas.state.one_card
        self.open("dots", card.id if card is not None else "")

    def show_threads(self) -> None:
        """Show the threads; from a card, the first one on which it lies."""
        card = self._canvas.state.one_card
        self.open("threads", card.id if card is not None else "")

    def walk_thread(self) -> None:
        """Walk along the selected card's thread, card by card; without one, along the first in the list."""
        card = self._canvas.state.one_card
        self.open("threads", f"walk:{card.id if card is not None else ''}")

    def show_balance(self) -> None:
        """Show how much of each phase is CX's and UX's."""
        self.open("balance")

    def show_measures(self) -> None:
        """Show the shared measures."""
        self.open("measures")

    def measure_cards(self) -> None:
        """Ask which measure measures the selected cards."""
        from ui.panels.measures.choosing import choose_measure

        choose_measure(self._canvas, self.open)

    def show_tensions(self) -> None:
        """Show the tensions; from a link “in tension with”, its own."""
        links = self._canvas.state.links
        self.open("tensions", f"link:{next(iter(links))}" if len(links) == 1 else "")

    def make_tension(self) -> None:
        """Take up the tension between the selected cards, or that of the selected link, and open it."""
        from ui.panels.tensions.making import tension_of_selection

        if (tension := tension_of_selection(self._canvas.state)) is not None:
            self.open("tensions", tension)

    def phase_guide(self) -> None:
        """Show the guide of the chosen phase, the selected card's, or the one in the middle of the view."""
        state, canvas = self._canvas.state, self._canvas
        phase = state.phase or (state.one_card.phase if state.one_card is not None else None)
        phase = phase or canvas.scene.layout.phase_at(canvas.looking.middle)
        self.open("guide", phase.value if phase is not None else "")

    def show_terms(self) -> None:
        """Show the terms; from a card, the first one that stands on it."""
        card = self._canvas.state.one_card
        self.open("terms", card.id if card is not None else "")

    def add_to_terms(self) -> None:
        """Add the words that are selected on a card to the terms, and open the term."""
        from ui.panels.terms.adding import term_of_selection

        if (term := term_of_selection(self._canvas)) is not None:
            self.open("terms", term)

    def show_leads(self) -> None:
        """Show who leads where; from a card, its phase."""
        card = self._canvas.state.one_card
        phase = card.phase if card is not None else self._canvas.state.phase
        self.open("leads", phase.value if phase is not None else "")

    def show_questions(self) -> None:
        """Show the questions to each side; from a card that is one, it."""
        card = self._canvas.state.one_card
        self.open("questions", card.id if card is not None else "")

    def ask_side(self) -> None:
        """Ask CX or UX the question on the selected card."""
        from ui.panels.questions.asking import choose_side

        choose_side(self._canvas, self.open)

    def next_panel(self) -> None:
        """Show the next panel."""
        self._reveal()
        self._panel().step(1)

    def previous_panel(self) -> None:
        """Show the panel before."""
        self._reveal()
        self._panel().step(-1)

    def switch_pane(self) -> None:
        """Bring the keyboard from the board to the panel, and back."""
        if self._canvas.hasFocus():
            self._reveal()
            self._panel().take_keyboard()
        else:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
