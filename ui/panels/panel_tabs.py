"""The tabs of the panels: as many as there is room for, the rarer ones left out first, and a button that lists all."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton

from ui.theme.icons import icon
from ui.theme.scale import px
from workshop.picture.palette import Palette

_TAB = 28
_NUMBER_GAP = 5


class PanelTabs(QTabBar):
    """Tabs no wider than their icons and numbers need. `rarer` are the numbers of those left out first, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.rarer: tuple[int, ...] = ()
        self.currentChanged.connect(lambda _index: self.fit())

    def fit(self) -> None:
        """Leave out as many of the rarer tabs as have no room; never the one that is shown."""
        left_out: set[int] = set()
        for number in self.rarer:
            if sum(self._width(one) for one in range(self.count()) if one not in left_out) <= self.width():
                break
            if number != self.currentIndex():
                left_out.add(number)
        for number in range(self.count()):
            if self.isTabVisible(number) == (number in left_out):
                self.setTabVisible(number, number not in left_out)

    def tabSizeHint(self, index: int) -> QSize:
        """The icon with a little room on both sides, and the number behind it."""
        return QSize(self._width(index), self.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """They are never squeezed."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """What has no room is left out."""
        return QSize(px(_TAB), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for now."""
        super().resizeEvent(event)
        self.fit()

    def _width(self, index: int) -> int:
        words = self.fontMetrics().horizontalAdvance(self.tabText(index))
        return px(_TAB) + (words + _NUMBER_GAP if words else 0)


class AllPanels(QToolButton):
    """Lists all panels with their keys. `open_panel` shows one by its name, `shown` names the one that is shown."""

    def __init__(self, looks: Palette, open_panel: Callable[[str], None], shown: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("allPanels")
        self.setProperty("flat", True)
        self.setIcon(icon("dots-three", looks.ink))
        self.setToolTip("All panels")
        self.setAccessibleName("All panels")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._looks = looks
        self._open = open_panel
        self._shown = shown
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        from ui.panels.panel_table import PANELS

        menu = self.menu()
        menu.clear()
        for spec in PANELS:
            words = f"{spec.title}\t{spec.keys}" if spec.keys else spec.title
            action = menu.addAction(icon(spec.icon, self._looks.ink), words)
            if spec.name == self._shown():
                action.setCheckable(True)
                action.setChecked(True)
            action.triggered.connect(lambda _checked=False, name=spec.name: self._open(name))
