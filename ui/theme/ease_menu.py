"""The menu for the eyes: how large words are, how strongly things stand out, and whether they move."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.motion import motion_reduced, reduce_motion
from ui.theme.scale import SCALES
from ui.theme.theme import Contrast, Theme, ThemeChoice


def open_ease_menu(window: QWidget, theme: Theme) -> QMenu:
    """Open it in the middle of the window; what is chosen holds at once and is remembered."""
    menu = QMenu(window)
    menu.setObjectName("easeMenu")
    _choices(menu, "Text", [(f"{n} %", theme.text == n, partial(theme.choose_text, n)) for n in SCALES])
    words = {Contrast.SYSTEM: "As the system", Contrast.NORMAL: "Normal", Contrast.HIGH: "High"}
    chosen = [(words[c], theme.contrast is c, partial(theme.choose_contrast, c)) for c in Contrast]
    _choices(menu, "Contrast", chosen)
    reduced = motion_reduced()
    motions = [
        ("As the system", not reduced, partial(reduce_motion, reduced=False)),
        ("Reduced", reduced, partial(reduce_motion, reduced=True)),
    ]
    _choices(menu, "Motion", motions)
    grounds = [(c.value.capitalize(), theme.choice is c, partial(theme.choose, c)) for c in ThemeChoice]
    _choices(menu, "Colours", grounds)
    menu.aboutToHide.connect(menu.deleteLater)
    size = menu.sizeHint()
    at = QPoint((window.width() - size.width()) // 2, max(0, (window.height() - size.height()) // 2))
    menu.popup(window.mapToGlobal(at))
    menu.setActiveAction(
        next(action for action in menu.actions() if action.isCheckable() and action.isChecked())
    )
    return menu


def _choices(menu: QMenu, title: str, choices: Iterable[tuple[str, bool, Callable[[], None]]]) -> None:
    """A heading and what can be chosen under it, the present choice ticked."""
    heading = menu.addAction(title)
    heading.setEnabled(False)
    group = QActionGroup(menu)
    for words, checked, choose in choices:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(checked)
        action.setObjectName(f"{title} {words}")
        group.addAction(action)
        action.triggered.connect(lambda _checked=False, choose=choose: choose())
