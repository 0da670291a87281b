"""The field of a document's language: those that documents speak by their names, any other by its tag."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox

from ui.panels.choices import QuietCombo
from workshop.translation import LANGUAGES

MEANING = (
    "Headings, labels, days and numbers are in this language, cards as they were written; screen readers are told of "
    "it. Choose one by its name or write a tag such as “de-CH”. In a language that is not in the list, such as “nl”, "
    "headings and labels stay English."
)


class LanguageField(QuietCombo):
    """A list that can be written in; `then` is called with the tag of what was chosen or written."""

    def __init__(self, tag: str, then: Callable[[str], None]) -> None:
        super().__init__()
        self._then = then
        self.setObjectName("exportLanguage")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(LANGUAGES.values()))
        self.setCurrentIndex(list(LANGUAGES).index(tag) if tag in LANGUAGES else -1)
        self.setEditText(LANGUAGES.get(tag, tag))
        self.setToolTip(MEANING)
        self.setAccessibleDescription(MEANING)
        self.activated.connect(self._on_said)
        if line := self.lineEdit():
            line.setToolTip(MEANING)
            line.editingFinished.connect(self._on_said)

    @property
    def tag(self) -> str:
        """The tag of the language that stands in the field."""
        said = self.currentText().strip()
        named = (tag for tag, name in LANGUAGES.items() if name.casefold() == said.casefold())
        return next(named, said)

    def _on_said(self) -> None:
        tag = self.tag
        self.setEditText(LANGUAGES.get(tag, tag))
        self._then(tag)
