"""The page of what is chosen on the board: the card, the selection, or the session."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from ui.panels.scrolling import scrolling
from ui.window_state import WindowState
from workshop.picture.palette import Palette
from workshop.visibility import ROOM, Sight, visible_to

if TYPE_CHECKING:
    from ui.panels.card_panel import CardPanel
    from ui.panels.selection_panel import SelectionPanel
    from ui.panels.session_panel import SessionPanel

P = TypeVar("P", bound=QWidget)


class ChosenPages(QStackedWidget):
    """Follows the selection. Each page is made when it is first shown, after the board has been painted."""

    card_chosen = Signal(str)
    dots_wanted = Signal()

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__()
        self._state = state
        self._looks = looks

    @cached_property
    def session(self) -> "SessionPanel":
        """The page of the session."""
        from ui.panels.session_panel import SessionPanel

        return self._added(SessionPanel(self._state, self._looks))

    @cached_property
    def card(self) -> "CardPanel":
        """The page of one card."""
        from ui.panels.card_panel import CardPanel

        page = self._added(CardPanel(self._state, self._looks))
        page.card_chosen.connect(self.card_chosen)
        page.dots_wanted.connect(self.dots_wanted)
        return page

    @cached_property
    def selection(self) -> "SelectionPanel":
        """The page of several cards or links."""
        from ui.panels.selection_panel import SelectionPanel

        return self._added(SelectionPanel(self._state))

    @property
    def shows_card(self) -> bool:
        """Whether one card is shown."""
        return "card" in self.__dict__ and self.currentWidget().isAncestorOf(self.card)  # type: ignore[union-attr]

    def refresh(self) -> None:
        """Show what is selected as it is now."""
        card = self._state.one_card
        turned = card and visible_to(ROOM, self._state.workshop.board).sight(card) is Sight.TURNED
        page: QWidget
        if card is not None and not turned:
            page = self.card
            self.card.show_card(card)
        elif self._state.cards or self._state.links:
            page = self.selection
            self.selection.show_selection()
        else:
            page = self.session
            self.session.show_session()
        self.setCurrentWidget(page.parentWidget().parentWidget())  # type: ignore[union-attr, arg-type]

    def edit(self, field: str) -> None:
        """Bring the keyboard to a field of what is chosen, by its object name, if it is one of those shown."""
        self.refresh()
        area = self.currentWidget()
        assert isinstance(area, QScrollArea)
        editor = area.findChild(QWidget, field)
        if editor is not None and editor.isVisibleTo(area):
            area.ensureWidgetVisible(editor)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, page: P) -> P:
        from ui.panels.looking_only import mark_looked_at

        mark_looked_at(self, self._state)
        self.addWidget(scrolling(page))
        return page
