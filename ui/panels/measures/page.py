"""The panel of shared measures: the list, what a row opens into, and adding one out of a template."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton

from ui.panels.looking_only import changing, leave_out
from ui.panels.measures.choosing import NEW_NAME
from ui.panels.measures.detail import MeasureSheet, measure_selected
from ui.panels.measures.row import SIDES, MeasureRow
from ui.panels.opening_page import OpeningPage
from ui.panels.panel_page import MARGIN, PanelContext
from ui.panels.row import Act
from ui.panels.teaching import Teaching
from ui.theme.icons import icon
from ui.window_state import ORIGIN
from workshop.commands.measures import add_measure
from workshop.method.measure_templates import MEASURE_TEMPLATES
from workshop.method.measuring import lens_of
from workshop.method.records import records_of
from workshop.model.measures import Measure


class MeasuresPage(OpeningPage):
    """Lists the shared measures in the order in which they came."""

    title = "Shared measures"
    back_words = "All measures"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.rows.setAccessibleName("Measures")
        self._nothing = Teaching(
            "A shared measure is one success seen through two lenses, one of CX and one of UX, so that both pull the "
            "same way. Begin with one of six, or with your own.",
            "Add a measure",
            self.choose_template,
        )
        self.add = QPushButton("Add a measure")
        self.add.setObjectName("addMeasure")
        self.add.setIcon(icon("plus", self.looks.ink))
        self.add.clicked.connect(self.choose_template)
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 4, MARGIN, 12)
        leave_out(self.state, self.add, self._nothing.button)
        bar.addWidget(self.add)
        bar.addStretch(1)
        self.listing.addWidget(self._nothing)
        self.listing.addWidget(self.rows, 1)
        self.listing.addLayout(bar)
        self.state.selection_changed.connect(self._on_selection)

    def has(self, record_id: str) -> bool:
        """Whether there is such a measure."""
        return record_id in records_of(self.context.board, Measure)

    def make_row(self, key: str) -> MeasureRow:
        """The row of a measure."""
        return MeasureRow(key, self.context, self._acts)

    def make_sheet(self) -> MeasureSheet:
        """What a measure opens into."""
        return MeasureSheet(self.context)

    def show_list(self) -> None:
        """Show the measures as they are now."""
        measures = records_of(self.context.board, Measure)
        self.rows.show_rows(tuple(measures))
        self.rows.setVisible(bool(measures))
        self.add.setVisible(bool(measures))
        self._nothing.setVisible(not measures)
        one_sided = sum(measure.one_sided for measure in measures.values())
        self.say(_counted(len(measures), one_sided))

    def choose_template(self) -> None:
        """Offer the six templates and a free measure."""
        menu = QMenu(self)
        menu.setObjectName("templates")
        for template in MEASURE_TEMPLATES.values():
            act = menu.addAction(template.name)
            act.setToolTip(template.definition)
            act.triggered.connect(partial(self.add_measure, template.key))
        menu.addSeparator()
        menu.addAction("A measure of your own").triggered.connect(partial(self.add_measure, ""))
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        beside = self.add if self.add.isVisible() else self._nothing.button
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def add_measure(self, template: str, _checked: bool = False) -> None:
        """Add a measure out of a template, or a free one for an empty key, and open it."""
        name = "" if template else NEW_NAME
        measure = self.state.do(
            lambda: add_measure(self.state.workshop, origin=ORIGIN, template=template, name=name)
        )
        if measure is not None:
            self.open(measure.id)

    def _acts(self, measure: Measure) -> list[Act]:
        acts: list[Act] = [("Open", partial(self.open, measure.id))]
        gap = next((side for side in SIDES if not lens_of(measure, side).measured), None)
        if gap is not None:
            acts += changing(self.state, ("Fill in", partial(self._fill_in, measure.id)))
        if self.state.cards:
            measuring: Act = ("Measure the selected cards", partial(measure_selected, self.context, measure.id))
            acts += changing(self.state, measuring)
        if any(card in self.context.board.cards for card in measure.cards):
            acts.append(("Show the cards", partial(self.context.show_cards, measure.cards)))
        return acts

    def _fill_in(self, measure_id: str) -> None:
        """Open a measure with the keyboard in the first empty lens."""
        self.open(measure_id)
        if isinstance(self.sheet, MeasureSheet):
            gap = next((box for box in self.sheet.lenses.values() if not box.fill_in.isHidden()), None)
            if gap is not None:
                gap.begin_filling()

    def _on_selection(self) -> None:
        if self.isVisible():
            self.refresh()


def _counted(count: int, one_sided: int) -> str:
    if not count:
        return ""
    measures = "1 measure" if count == 1 else f"{count} measures"
    return measures + (f" · {one_sided} with one lens empty" if one_sided else " · each through both lenses")
