"""The one table of the panels at the right of the board, in the order of their tabs."""

from importlib import import_module
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from ui.actions import ACTIONS
from ui.panels.panel_page import PanelContext, PanelPage


class PanelSpec(NamedTuple):
    """A panel; `page` is the module and class of its page, imported when it is first shown.

    The panel `chosen` has no page of this kind: it shows what is chosen on the board.
    """

    name: str
    title: str
    icon: str
    page: tuple[str, str] | None

    @property
    def keys(self) -> str:
        """The keys that show it, as the system writes them; empty for one that shows by itself."""
        name = _SHOWN_BY.get(self.name, f"show_{self.name}")
        spec = next((spec for spec in ACTIONS if spec.name == name), None)
        native = QKeySequence.SequenceFormat.NativeText
        return QKeySequence(spec.keys[0]).toString(native) if spec is not None and spec.keys else ""

    def made(self, context: PanelContext) -> PanelPage:
        """The page."""
        assert self.page is not None
        module, name = self.page
        made: PanelPage = getattr(import_module(module), name)(context)
        return made


CHOSEN = "chosen"
_SHOWN_BY = {"guide": "phase_guide"}
"""The actions that are called otherwise than the panel they show."""

PANELS = (
    PanelSpec(CHOSEN, "Card or session", "note", None),
    PanelSpec("dots", "Dots nobody connected", "warning-circle", ("ui.panels.dots.page", "DotsPage")),
    PanelSpec("voting", "Voting", "hand-pointing", ("ui.panels.voting.page", "VotingPage")),
    PanelSpec("deciding", "Decisions and actions", "thumbs-up", ("ui.panels.deciding.page", "DecidingPage")),
    PanelSpec("threads", "Threads", "path", ("ui.panels.threads.page", "ThreadsPage")),
    PanelSpec("balance", "Balance", "chart-bar-horizontal", ("ui.panels.balance.page", "BalancePage")),
    PanelSpec("measures", "Shared measures", "ruler", ("ui.panels.measures.page", "MeasuresPage")),
    PanelSpec("tensions", "Tensions", "scales", ("ui.panels.tensions.page", "TensionsPage")),
    PanelSpec("terms", "Terms", "translate", ("ui.panels.terms.page", "TermsPage")),
    PanelSpec("leads", "Who leads where", "users-three", ("ui.panels.leads.page", "LeadsPage")),
    PanelSpec(
        "questions", "Questions to the other side", "chats", ("ui.panels.questions.page", "QuestionsPage")
    ),
    PanelSpec("guide", "Phase guide", "compass", ("ui.panels.guide.page", "GuidePage")),
    PanelSpec("agenda", "Agenda", "list-numbers", ("ui.panels.agenda.page", "AgendaPage")),
    PanelSpec("frames", "Frames", "frame-corners", ("ui.present.frames_page", "FramesPage")),
)

RARER = ("frames", "guide", "leads", "questions", "balance", "terms", "tensions", "measures", "threads")
"""The panels whose tabs are left out where there is no room, the first ones first."""


def spec_of_panel(name: str) -> PanelSpec:
    """The panel of a name. Raises StopIteration when there is none."""
    return next(spec for spec in PANELS if spec.name == name)
