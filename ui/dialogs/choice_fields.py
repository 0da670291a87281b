"""The fields in which exports are chosen: chips that are pressed or not, and lists that drop down with values."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QPushButton

from ui.panels.choices import QuietCombo


def chip(words: str, name: str, *, checked: bool) -> QPushButton:
    """A button that stays pressed while what it says is chosen."""
    button = QPushButton(words)
    button.setObjectName(name)
    button.setProperty("chip", True)
    button.setCheckable(True)
    button.setChecked(checked)
    return button


class ValueCombo(QuietCombo):
    """A list of words; `then` is called with the value of what is chosen."""

    def __init__(self, name: str, entries: Iterable[tuple[Any, str]], then: Callable[[Any], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._values: list[Any] = []
        self.fill(entries)
        self.activated.connect(lambda index: then(self._values[index]))

    def fill(self, entries: Iterable[tuple[Any, str]]) -> None:
        """Offer these instead."""
        told = list(entries)
        self._values = [value for value, _ in told]
        self.clear()
        self.addItems([words for _, words in told])
