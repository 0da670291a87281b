"""The panel at the right of the board: the card, the selection, or the session."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.theme.scale import px
from ui.window_state import WindowState
from workshop.picture.palette import Palette
from workshop.visibility import ROOM, Sight, visible_to

if TYPE_CHECKING:
    from ui.panels.card_panel import CardPanel
    from ui.panels.selection_panel import SelectionPanel
    from ui.panels.session_panel import SessionPanel

WIDTH = 324
_SHARE = 0.4
"""The most of the desk that it takes when words are large."""

P = TypeVar("P", bound=QWidget)


class SidePanel(QFrame):
    """Follows the selection. Each page is made when it is first shown, after the board has been painted."""

    card_chosen = Signal(str)

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._state = state
        self._looks = looks
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        state.selection_changed.connect(self.refresh)
        state.board_changed.connect(self.refresh)

    def fit(self, beside: int) -> None:
        """Be as wide as the words need, within a share of the width of all."""
        self.setFixedWidth(max(WIDTH, min(px(WIDTH), round(beside * _SHARE))))

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
        return page

    @cached_property
    def selection(self) -> "SelectionPanel":
        """The page of several cards or links."""
        from ui.panels.selection_panel import SelectionPanel

        return self._added(SelectionPanel(self._state))

    def refresh(self) -> None:
        """Show what is selected as it is now."""
        if not self.isVisibleTo(self.window()) and self.window() is not self:
            return
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
        self._pages.setCurrentWidget(page.parentWidget().parentWidget())  # type: ignore[union-attr, arg-type]

    def _added(self, page: P) -> P:
        self._pages.addWidget(_scrolling(page))
        return page


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    page.setObjectName("panelBody")
    area.setWidget(page)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
