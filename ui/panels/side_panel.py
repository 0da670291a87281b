"""The panel at the right of the board: tabs, and below them what is chosen or what the method says of the board."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.panels.chosen_pages import ChosenPages
from ui.panels.panel_tabs import AllPanels, PanelTabs
from ui.theme.scale import px
from ui.window_state import WindowState
from workshop.picture.palette import Palette

if TYPE_CHECKING:
    from ui.panels.card_panel import CardPanel
    from ui.panels.panel_page import PanelContext, PanelPage
    from ui.panels.selection_panel import SelectionPanel
    from ui.panels.session_panel import SessionPanel
    from ui.panels.torn_off import Place, TornOff

WIDTH = 324
_SHARE = 0.4
"""The most of the desk that it takes when words are large."""

FOLLOW_MS = 25
"""The board answers a key or a click first; the panel follows so much later."""

AHEAD_MS = 700
"""So long after the board is in sight, what the first press needs is made ahead."""

_TABS = 44
_ICON, _MARGIN = 17, 6


class SidePanel(QFrame):
    """Shows one page at a time. Tabs and pages are made after the board has been painted, when first shown."""

    card_chosen = Signal(str)

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._state = state
        self._looks = looks
        self._context: PanelContext | None = None
        self._made: dict[str, PanelPage] = {}
        self._torn: dict[str, TornOff] = {}
        self._index = 0
        self.chosen = ChosenPages(state, looks)
        self.chosen.card_chosen.connect(self.card_chosen)
        self.chosen.dots_wanted.connect(lambda: self.open("dots", next(iter(state.cards), "")))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.chosen)
        self.tabs = PanelTabs()
        self.tabs.setObjectName("panelTabs")
        self.tabs.setFixedHeight(px(_TABS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tab_row())
        layout.addWidget(self._pages, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(FOLLOW_MS)
        self._later.timeout.connect(self._on_later)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        state.selection_changed.connect(self._follow)
        state.board_changed.connect(self._follow)
        state.timer.changed.connect(self._follow)

    def _tab_row(self) -> QFrame:
        row = QFrame()
        row.setObjectName("panelTabRow")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs, 1)
        self._all = AllPanels(self._looks, self.open, lambda: self.shown)
        self._all.hide()
        layout.addWidget(self._all)
        return row

    def fit(self, beside: int) -> None:
        """Be as wide as the words need, within a share of the width of all."""
        self.setFixedWidth(max(WIDTH, min(px(WIDTH), round(beside * _SHARE))))

    @property
    def session(self) -> "SessionPanel":
        """The page of the session."""
        return self.chosen.session

    @property
    def card(self) -> "CardPanel":
        """The page of one card."""
        return self.chosen.card

    @property
    def selection(self) -> "SelectionPanel":
        """The page of several cards or links."""
        return self.chosen.selection

    @property
    def shown(self) -> str:
        """The name of the panel that is shown."""
        from ui.panels.panel_table import CHOSEN, PANELS

        return PANELS[self.tabs.currentIndex()].name if self.tabs.count() else CHOSEN

    @property
    def windows(self) -> "tuple[TornOff, ...]":
        """The windows of pages that were taken out."""
        return tuple(self._torn.values())

    @property
    def behind(self) -> bool:
        """Whether what is shown may be of an earlier moment, and will follow by itself."""
        return self._later.isActive() and not self._dragging

    def begin(self, context: "PanelContext") -> None:
        """The board is in sight: the tabs come, once. Said again, what is shown is looked at anew."""
        from ui.panels.panel_table import PANELS, RARER
        from ui.theme.icons import icon

        if self._context is not None:
            self.refresh()
            return
        self._context = context
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setIconSize(QSize(px(_ICON), px(_ICON)))
        self.tabs.setAccessibleName("Panels")
        for number, spec in enumerate(PANELS):
            self.tabs.addTab(icon(spec.icon, self._looks.ink, size=px(_ICON)), "")
            self.tabs.setTabToolTip(number, f"{spec.title} ({spec.keys})" if spec.keys else spec.title)
            self.tabs.setAccessibleTabName(number, spec.title)
        names = [spec.name for spec in PANELS]
        self.tabs.rarer = tuple(names.index(name) for name in RARER)
        self._all.show()
        # What floats above the board was made after the tabs, which come behind it all the same.
        last = self.window().previousInFocusChain()
        if last is not None and last is not self.tabs:
            QFrame.setTabOrder(last, self.tabs)
        QFrame.setTabOrder(self.tabs, self._all)
        self.tabs.currentChanged.connect(self._on_tab)
        context.watch.changed.connect(self._on_findings)
        self._on_findings()
        self.refresh()
        self._ahead.start()
        context.canvas.camera_changed.connect(self._put_off)

    def _put_off(self) -> None:
        """What is made ahead waits for a moment in which the board lies still."""
        if self._ahead.isActive():
            self._ahead.start()

    def _make_ahead(self) -> None:
        """While nobody does anything, make what the first press on a card would wait for."""
        from ui.tools import pressing

        assert self._context is not None
        if self._dragging:
            self._ahead.start()
            return
        _ = pressing
        for widget in self.chosen.card.findChildren(QWidget):
            widget.ensurePolished()

    def open(self, name: str, record_id: str = "") -> None:
        """Show a panel, and in it a record (of what is chosen: a field). One in its own window comes to the front."""
        from ui.panels.panel_table import CHOSEN, PANELS

        if (torn := self._torn.get(name)) is not None:
            torn.come_up()
        else:
            self.tabs.setCurrentIndex([spec.name for spec in PANELS].index(name))
        if name == CHOSEN and record_id:
            self.chosen.edit(record_id)
        elif record_id:
            self._page(name).show_record(record_id)

    def step(self, way: int) -> None:
        """Show the next panel (1) or the one before (−1)."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + way) % self.tabs.count())

    def take_keyboard(self) -> None:
        """Bring the keyboard to what is shown."""
        self.tabs.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self) -> None:
        self._later.start()

    @property
    def _dragging(self) -> bool:
        return self._context is not None and self._context.canvas.pointing.busy

    def _on_later(self) -> None:
        """Follow, once no gesture is under way that would stand still for it."""
        if self._dragging:
            self._later.start()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Show the board as it is now, on the page that is shown and on those in windows of their own."""
        for page in self._made.values():
            if page.isVisible():
                page.refresh()
        shown = self.isVisibleTo(self.window()) or self.window() is self
        if shown and self._pages.currentWidget() is self.chosen:
            self.chosen.refresh()
            self._name_dots()

    def places(self) -> "list[Place]":
        """Where pages are shown, those in windows of their own first, so that another panel shows them alike."""
        from ui.panels.torn_off import Place

        torn = [Place(name, self._made[name].record, window.geometry()) for name, window in self._torn.items()]
        page = self._made.get(self.shown)
        return [*torn, Place(self.shown, page.record if page is not None else "")]

    def show_places(self, places: "Iterable[Place]") -> None:
        """Show pages where they were."""
        for place in places:
            self.open(place.name, place.record)
            if place.window is not None:
                self._tear_off_or_put_back(place.name)
                self._torn[place.name].setGeometry(place.window)

    def put_back_all(self) -> None:
        """Take the pages of all windows back."""
        for name in tuple(self._torn):
            self._put_back(name)

    def _on_tab(self, index: int) -> None:
        from ui.panels.panel_table import PANELS

        name = PANELS[index].name
        if name in self._torn:
            self._torn[name].come_up()
            self.tabs.setCurrentIndex(self._index)
            return
        self._index = index
        self._pages.setCurrentWidget(self.chosen if PANELS[index].page is None else self._page(name))
        self.refresh()

    def _page(self, name: str) -> "PanelPage":
        from ui.panels.panel_table import spec_of_panel

        if name not in self._made:
            assert self._context is not None
            page = spec_of_panel(name).made(self._context)
            page.torn.connect(lambda: self._tear_off_or_put_back(name))
            self._pages.addWidget(page)
            self._made[name] = page
        return self._made[name]

    def _tear_off_or_put_back(self, name: str) -> None:
        from ui.panels.torn_off import TornOff

        if name in self._torn:
            self._torn[name].close()
            return
        page = self._page(name)
        self._pages.removeWidget(page)
        window = self._torn[name] = TornOff(page, self)
        window.closed.connect(lambda: self._put_back(name))
        self.tabs.setCurrentIndex(0)
        window.show()
        page.refresh()

    def _put_back(self, name: str) -> None:
        window, page = self._torn.pop(name), self._made[name]
        page.show_torn(False)
        self._pages.addWidget(page)
        window.hide()
        window.deleteLater()
        self.open(name)

    def _name_dots(self) -> None:
        """The panel of a card names what was found about it."""
        card = self._state.one_card
        if self._context is not None and card is not None and self.chosen.shows_card:
            self.card.show_dots([finding.title for finding in self._context.watch.of_card(card.id)])

    def _on_findings(self) -> None:
        """The tab of the dots says how many there are."""
        from ui.panels.panel_table import PANELS

        assert self._context is not None
        self._name_dots()
        number = [spec.name for spec in PANELS].index("dots")
        count = len(self._context.watch.findings)
        self.tabs.setTabText(number, str(count) if count else "")
        words = f"{PANELS[number].title}: {count}" if count else PANELS[number].title
        self.tabs.setAccessibleTabName(number, words)
        self.tabs.fit()
