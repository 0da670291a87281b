"""The panel of the phase guide: what each side brings, the checklist, example cards, and who leads."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.panels.card_words import alone
from ui.panels.guide.rows import GhostRow, HelpRow, TickRow
from ui.panels.heading_row import HeadingRow
from ui.panels.panel_page import MARGIN, PanelContext, PanelPage
from ui.panels.row import Row, TextRow
from ui.panels.row_list import RowList
from ui.theme.icons import icon
from ui.window_state import ORIGIN
from workshop.commands.phase_guide import accept_examples, tick_point
from workshop.method.checklist import POINTS, Tick, checklist_of, progress_words
from workshop.method.leading import leading_in
from workshop.method.phase_examples import EXAMPLES, ghosts_of
from workshop.method.phase_help import PHASE_HELP
from workshop.model.diamonds import PHASE_GUIDES, Phase, diamond_of

PAUSE_MS = 300
"""After this pause the checklist is looked through anew, which takes a pass over the board."""

_HELP, _LEADS, _CHECKLIST, _GHOSTS = "help", "leads", "checklist", "ghosts"
_EXAMPLES = "What a card of this phase may look like. Accept one and write it better."


class GuidePage(PanelPage):
    """At one phase at a time; `show_record` takes a phase by its name."""

    title = "Phase guide"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.phase = self.state.phase or Phase.DISCOVER
        self._ticks: dict[str, Tick] = {}
        self.rows = RowList(self._row)
        self.rows.setAccessibleName("Guide to the phase")
        self.body.addWidget(self._steps())
        self.body.addWidget(self.rows, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._show)

    def refresh(self) -> None:
        """Show the phase as it stands, after a pause."""
        if self._ticks:
            self._pause.start()
        else:
            self._show()

    def show_record(self, record_id: str) -> None:
        """Go to a phase, by its name."""
        if record_id in list(Phase):
            self._go_to(Phase(record_id))

    def _go_to(self, phase: Phase) -> None:
        if phase is not self.phase:
            self.phase = phase
            self.rows.show_rows(())
            self.rows.verticalScrollBar().setValue(0)
        self._show()

    def _step(self, way: int) -> None:
        phases = list(Phase)
        self._go_to(phases[(phases.index(self.phase) + way) % len(phases)])

    def _show(self) -> None:
        visible = self.context.visible
        self._ticks = {tick.point.key: tick for tick in checklist_of(visible, self.phase)}
        ghosts = tuple(example.key for example in ghosts_of(visible, self.phase))
        self._name.setText(self.phase.value)
        self._cue.setText(f"{diamond_of(self.phase).name.value} · {PHASE_GUIDES[self.phase].cue}")
        examples = (_GHOSTS, *ghosts) if ghosts and not self.state.workshop.read_only else ()
        self.rows.show_rows((_HELP, _LEADS, _CHECKLIST, *self._ticks, *examples))

    def _row(self, key: str) -> Row:
        if key in POINTS:
            row = TickRow(key, self.looks, lambda one: self._ticks.get(one), self._tick)
            row.box.setEnabled(not self.state.workshop.read_only)
            return row
        if key in EXAMPLES:
            return GhostRow(key, self.looks, EXAMPLES[key], lambda one: self._accept((one,)))
        if key == _HELP:
            return HelpRow(key, self.looks, lambda: PHASE_HELP[self.phase])
        if key == _LEADS:
            return _LeadsRow(key, self)
        if key == _CHECKLIST:
            return _ChecklistHeading(key, self)
        return HeadingRow(key, self.looks, "Example cards", _EXAMPLES, [("Accept all", self._accept_all)])

    def _tick(self, key: str, ticked: bool) -> None:
        self.state.do(lambda: tick_point(self.state.workshop, origin=ORIGIN, key=key, ticked=ticked))
        self._show()

    def _accept_all(self) -> None:
        self._accept(tuple(example.key for example in ghosts_of(self.context.visible, self.phase)))

    def _accept(self, keys: tuple[str, ...]) -> None:
        """Write examples as cards of the phase, and look at them."""
        author = self.state.writer
        cards = self.state.do(
            lambda: accept_examples(self.state.workshop, origin=ORIGIN, keys=keys, author=author)
        )
        if cards:
            self.context.show_cards([card.id for card in cards])
            self._show()

    @property
    def progress(self) -> str:
        """How many points are done."""
        return alone(progress_words(tuple(self._ticks.values())))

    def open_leads(self) -> None:
        """Show who leads where, at this phase."""
        self.context.open_panel("leads", self.phase.value)

    def _steps(self) -> QWidget:
        """The name of the phase between the ways to the one before and to the next."""
        steps = QWidget()
        row = QHBoxLayout(steps)
        row.setContentsMargins(MARGIN, 0, 8, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._name, self._cue = QLabel(), QLabel()
        self._name.setProperty("heading", True)
        self._cue.setProperty("quiet", True)
        words.addWidget(self._name)
        words.addWidget(self._cue)
        row.addLayout(words, 1)
        for picture, name, way in (("caret-left", "Phase before", -1), ("caret-right", "Next phase", 1)):
            button = QToolButton()
            button.setProperty("flat", True)
            button.setIcon(icon(picture, self.looks.ink))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._step, way))
            row.addWidget(button)
        return steps


class _LeadsRow(TextRow):
    """Who leads in the phase, with the way to the panel in which it is said."""

    def __init__(self, key: str, page: GuidePage) -> None:
        super().__init__(key, page.looks)
        self._page = page
        self._shown: tuple[str, str] | None = None

    def show_record(self) -> None:
        """Show who leads now."""
        leading = leading_in(self._page.context.board, self._page.phase)
        words = (leading.header, " ".join(leading.cautions))
        if words != self._shown:
            self._shown = words
            self.tell(*words, [("Who leads where", self._page.open_leads)])
            self.reshaped.emit()


class _ChecklistHeading(HeadingRow):
    """The heading of the checklist, which says how many of its points are done."""

    def __init__(self, key: str, page: GuidePage) -> None:
        super().__init__(key, page.looks, "Checklist", page.progress)
        self._page = page

    def show_record(self) -> None:
        """Count anew."""
        if self.text.text() != self._page.progress:
            self.tell("Checklist", self._page.progress)
