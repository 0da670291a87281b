"""The panel at the right of the board: the card, the selection, or the session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.panels.card_panel import CardPanel
from ui.panels.selection_panel import SelectionPanel
from ui.panels.session_panel import SessionPanel
from ui.window_state import WindowState
from workshop.picture.palette import Palette
from workshop.visibility import ROOM, Sight, visible_to

WIDTH = 324


class SidePanel(QFrame):
    """Follows the selection. What it does not show it does not refresh."""

    card_chosen = Signal(str)

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setFixedWidth(WIDTH)
        self._state = state
        self._pages = QStackedWidget()
        self.session = SessionPanel(state, looks)
        self.card = CardPanel(state, looks)
        self.selection = SelectionPanel(state)
        self.card.card_chosen.connect(self.card_chosen)
        for page in (self.session, self.card, self.selection):
            self._pages.addWidget(_scrolling(page))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        state.selection_changed.connect(self.refresh)
        state.board_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is selected as it is now."""
        if not self.isVisibleTo(self.window()) and self.window() is not self:
            return
        card = self._state.one_card
        turned = card and visible_to(ROOM, self._state.workshop.board).sight(card) is Sight.TURNED
        if card is not None and not turned:
            self._pages.setCurrentIndex(1)
            self.card.show_card(card)
        elif self._state.cards or self._state.links:
            self._pages.setCurrentIndex(2)
            self.selection.show_selection()
        else:
            self._pages.setCurrentIndex(0)
            self.session.show_session()


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    page.setObjectName("panelBody")
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
