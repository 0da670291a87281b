"""The choices of an export as a column of fields: kind, sheet, what stands on it, and what the file carries."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from exports.pdf.options import (
    CARDS_A_PAGE,
    CHOSEN_SECTIONS,
    SECTION_IDS,
    Attached,
    Kind,
    PaperOptions,
    checked,
    papers_of,
)
from ui.dialogs.choice_fields import ValueCombo, chip
from ui.dialogs.export_scopes import Scope
from ui.dialogs.language_field import LanguageField
from ui.panels.flow_layout import FlowLayout
from workshop.errors import ExportError

_ATTACHED = {
    Attached.SHARING: "The board as a copy for sharing",
    Attached.NONE: "Nothing but the pages",
    Attached.FULL: "The full session, history and all",
}
_RECEIVED = {
    Attached.SHARING: "Opened in Trilliant, the PDF is a copy of the board: no hidden cards, no drafts, no history.",
    Attached.NONE: "The PDF can be read, and not opened as a board.",
    Attached.FULL: "Whoever has the PDF has all: hidden cards, your notes, the history, even what was deleted.",
}
"""What others receive with each, for whoever is about to send the file."""

_AUTHORS = (
    "Who wrote which card. Owners of actions, people who decided and the list of people are named either way."
)

_BLANKS = (0, 2, 4, 8, 16, 32)
_PAGES = "phase_pages"
_TOGGLES = (
    ("grey", "Ink-saving grey"),
    ("authors", "Authors"),
    ("parked", "Parking lot"),
    ("hidden", "Hidden cards"),
    (_PAGES, "A page for each phase"),
)


class ExportChoices(QWidget):
    """`changed` tells that the options are others."""

    changed = Signal()

    def __init__(self, options: PaperOptions, scopes: Sequence[Scope], scope: int) -> None:
        super().__init__()
        self._scopes = list(scopes)
        self._scope = scope
        self._picked_logo = options.logo
        self.options = self._settled(_of_scope(options, self._scopes[scope]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._kinds())
        self._form = QFormLayout()
        self._form.setSpacing(8)
        column.addLayout(self._form)
        self._fill_form(scope)
        column.addLayout(self._toggles())
        self._sections_title = QLabel("Sections")
        self._sections_title.setProperty("quiet", True)
        column.addWidget(self._sections_title)
        self._sections = self._section_chips()
        column.addWidget(self._sections)
        column.addStretch(1)
        self._show()

    def _kinds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._kind_group = QButtonGroup(self)
        for kind in Kind:
            button = chip(kind.value.capitalize(), f"kind_{kind.value}", checked=kind is self.options.kind)
            self._kind_group.addButton(button)
            button.clicked.connect(lambda _checked=False, kind=kind: self._on_kind(kind))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_kind(self, kind: Kind) -> None:
        self._change(kind=kind, paper="", logo=self._picked_logo)

    def _fill_form(self, scope: int) -> None:
        self._paper = ValueCombo("exportPaper", (), lambda name: self._change(paper=name))
        self._form.addRow("Of", self._scope_combo(scope))
        self._form.addRow("Paper", self._paper)
        numbers = [(number, f"{number} cards a page") for number in CARDS_A_PAGE]
        self._number = ValueCombo("exportNumber", numbers, lambda number: self._change(cards_a_page=number))
        self._number.setCurrentIndex(CARDS_A_PAGE.index(self.options.cards_a_page))
        self._form.addRow("Grid", self._number)
        counts = [(number, _blank_words(number)) for number in sorted({*_BLANKS, self.options.blanks})]
        self._blanks = ValueCombo("exportBlanks", counts, lambda number: self._change(blanks=number))
        self._blanks.setCurrentIndex([number for number, _ in counts].index(self.options.blanks))
        self._form.addRow("Blank cards", self._blanks)
        attached = ValueCombo("exportAttached", _ATTACHED.items(), lambda one: self._change(attachment=one))
        attached.setCurrentIndex(list(_ATTACHED).index(self.options.attachment))
        self._form.addRow("Carries", attached)
        self._received = QLabel()
        self._received.setObjectName("exportReceived")
        self._received.setProperty("quiet", True)
        self._received.setWordWrap(True)
        self._attached = attached
        self._form.addRow("", self._received)
        self._language = LanguageField(self.options.language, lambda tag: self._change(language=tag))
        self._form.addRow("Language", self._language)
        self._logo = QPushButton(_logo_words(self.options.logo))
        self._logo.setObjectName("exportLogo")
        self._logo.setProperty("link", True)
        self._logo.clicked.connect(self._choose_logo)
        self._form.addRow("Logo", self._logo)

    def _scope_combo(self, scope: int) -> ValueCombo:
        entries = list(enumerate(one.words for one in self._scopes))
        combo = ValueCombo("exportScope", entries, self._on_scope)
        combo.setCurrentIndex(scope)
        return combo

    def _on_scope(self, place: int) -> None:
        if place != self._scope:
            self._scope = place
            self._change(chosen=self._scopes[place].cards, sections=None)

    def follow(self, scopes: Sequence[Scope]) -> None:
        """Let parts with ground of their own have the cards that lie there now; others are of the cards they were."""
        now = {scope.part: scope.cards for scope in scopes if scope.part}
        self._scopes = [one._replace(cards=now.get(one.part, ())) if one.part else one for one in self._scopes]
        self.options = self._settled(replace(self.options, chosen=self._scopes[self._scope].cards))

    def _toggles(self) -> FlowLayout:
        row = FlowLayout(6)
        self._toggles_by_name = {}
        for name, words in _TOGGLES:
            toggle = chip(words, f"export_{name}", checked=getattr(self.options, name))
            if name == "authors":
                toggle.setToolTip(_AUTHORS)
                toggle.setAccessibleDescription(_AUTHORS)
            toggle.clicked.connect(lambda checked=False, name=name: self._change(**{name: checked}))
            self._toggles_by_name[name] = toggle
            row.addWidget(toggle)
        return row

    def _section_chips(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(6, holder)
        self._chips = {}
        for section in SECTION_IDS:
            told = section.replace("-", " ").capitalize()
            toggle = chip(told, f"section_{section}", checked=self.options.tells(section))
            toggle.clicked.connect(self._on_section)
            self._chips[section] = toggle
            row.addWidget(toggle)
        return holder

    def _on_section(self) -> None:
        told = tuple(section for section, one in self._chips.items() if one.isChecked())
        usual = SECTION_IDS if self.options.chosen is None else CHOSEN_SECTIONS
        self._change(sections=None if told == usual else told)

    def _choose_logo(self) -> None:
        if self.options.logo:
            self._take_logo("")
            return
        path, _ = QFileDialog.getOpenFileName(
            self, "The team's logo", "", "Pictures (*.png *.jpg *.jpeg *.svg)"
        )
        if path:
            self._take_logo(path)

    def _take_logo(self, path: str) -> None:
        self._picked_logo = path
        self._change(logo=path)

    def _change(self, **fields: Any) -> None:
        options = self._settled(replace(self.options, **fields))
        if options != self.options:
            self.options = options
            self._show()
            self.changed.emit()

    def _settled(self, options: PaperOptions) -> PaperOptions:
        """The options with what their kind knows; what else cannot be met is left to the preview to say."""
        if options.paper not in papers_of(options.kind):
            options = replace(options, paper="")
        if options.kind is Kind.CARDS:
            options = replace(options, logo="")
        try:
            return checked(options)
        except ExportError:
            return options

    def _show(self) -> None:
        """Show what the kind knows, and the choices as they are."""
        kind = self.options.kind
        papers = papers_of(kind)
        with QSignalBlocker(self._paper):
            self._paper.fill([(name, "The board's own" if name == "board" else name) for name in papers])
            if self.options.paper in papers:
                self._paper.setCurrentIndex(papers.index(self.options.paper))
        self._form.setRowVisible(self._number, kind is Kind.CARDS)
        self._form.setRowVisible(self._blanks, kind is Kind.CARDS)
        self._form.setRowVisible(self._logo, kind is not Kind.CARDS)
        self._logo.setText(_logo_words(self.options.logo))
        self._received.setText(_RECEIVED[self.options.attachment])
        self._attached.setAccessibleDescription(self._received.text())
        for widget in (self._sections_title, self._sections, self._toggles_by_name[_PAGES]):
            widget.setVisible(kind is Kind.SUMMARY)
        self._toggles_by_name[_PAGES].setEnabled(self.options.tells("phases"))
        for section, toggle in self._chips.items():
            toggle.setChecked(self.options.tells(section))


def _of_scope(options: PaperOptions, scope: Scope) -> PaperOptions:
    """The options for a part of the board; which sections are told was chosen for the whole, and a part has its own."""
    return replace(options, chosen=scope.cards, sections=options.sections if scope.cards is None else None)


def _blank_words(number: int) -> str:
    return f"{number} of each discipline" if number else "None"


def _logo_words(logo: str) -> str:
    return f"{Path(logo).name}: take it off" if logo else "Choose a picture…"
