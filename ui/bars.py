"""The bars over the board, and which of them go when another comes, so that none lies on top of another."""

from collections.abc import Callable
from enum import StrEnum


class Bar(StrEnum):
    """A bar or sheet over the board."""

    FIND = "find"
    SUGGESTIONS = "suggestions"
    SHEET = "sheet"
    QUICK_LIST = "quick list"
    PALETTE = "palette"
    WALK = "walk"


_COVERS = {
    Bar.FIND: (Bar.SUGGESTIONS, Bar.SHEET, Bar.WALK, Bar.PALETTE),
    Bar.SUGGESTIONS: (Bar.FIND, Bar.SHEET, Bar.WALK, Bar.PALETTE),
    Bar.SHEET: (Bar.FIND, Bar.SUGGESTIONS, Bar.QUICK_LIST, Bar.WALK),
    Bar.QUICK_LIST: (Bar.SHEET,),
    Bar.PALETTE: (Bar.SHEET,),
    Bar.WALK: (Bar.SHEET, Bar.FIND, Bar.SUGGESTIONS, Bar.PALETTE),
}
"""What a bar would lie on. The palette comes below a bar at the upper edge; the quick list lies at the lower one."""


class Bars:
    """Puts bars away for others; each bar's owner says once how it is put away, and withdraws it if it goes first."""

    def __init__(self) -> None:
        self._closing: dict[Bar, Callable[[], None]] = {}

    def put_away_by(self, bar: Bar, close: Callable[[], None]) -> None:
        """Say how a bar goes; `close` is also called when it is not there."""
        self._closing[bar] = close

    def withdraw(self, bar: Bar, close: Callable[[], None]) -> None:
        """Forget how a bar goes that is no more; that of another in its place, which came meanwhile, stays."""
        if self._closing.get(bar) == close:
            del self._closing[bar]

    def make_room_for(self, bar: Bar) -> None:
        """Put away what a bar that comes now would lie on."""
        for covered in _COVERS[bar]:
            if covered in self._closing:
                self._closing[covered]()
