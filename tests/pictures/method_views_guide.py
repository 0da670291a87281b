"""The views of the method that look at the whole board: threads, balance, the guide to a phase, and principles."""

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.pictures import boards
from tests.pictures.stage import Stage
from ui.panels.balance.page import BalancePage
from ui.panels.guide.page import GuidePage
from ui.panels.panel_page import PanelPage
from ui.panels.threads.page import ThreadsPage
from ui.panels.threads.walk import ThreadWalk
from workshop.model.diamonds import Phase
from workshop.picture.signs import signs_of

P = TypeVar("P", bound=PanelPage)


def threads(stage: Stage) -> None:
    """The threads by votes and by risk, one lit, and one walked along."""
    stage.open("sample", boards.sample())
    stage.desk.act("show_threads")
    page = _page(stage, ThreadsPage)
    stage.take("threads")
    for by in ("risk", "votes"):
        chip = page.findChild(QPushButton, f"threadsBy:{by}")
        assert chip is not None
        chip.click()
        stage.take(f"threads-by-{by}")
    page.show_record(page.rows.keys[0])
    stage.take("threads-lit")
    page.begin_walk(page.rows.keys[0])
    (walk,) = stage.desk.canvas.findChildren(ThreadWalk)
    walk.step(1)
    stage.take("threads-walk")
    walk.end()
    stage.desk.state.select()


def balance(stage: Stage) -> None:
    """The balance of the phases, and below it what the sides value differently."""
    stage.desk.board_actions.show_problem()
    stage.desk.act("show_balance")
    stage.take("balance")
    page = _page(stage, BalancePage)
    page.rows.go_to(page.rows.keys[-1])
    stage.take("balance-apart")


def guide(stage: Stage) -> None:
    """A phase's name with the pointer over it, its guide, the checklist and ghosts, and the principles."""
    desk, canvas = stage.desk, stage.desk.canvas
    desk.panelling.open("guide", Phase.DISCOVER.value)
    signs = signs_of(canvas.scene.headline, canvas.scene.layout)
    at = canvas.camera.to_screen(next(one for one in signs if one.phase is Phase.DISCOVER).rect.centre)
    QTest.mouseMove(canvas, QPoint(round(at.x), round(at.y)))
    stage.take("guide")
    page = _page(stage, GuidePage)
    page.rows.go_to(page.rows.keys[-1])
    stage.take("guide-examples")
    desk.state.select()
    desk.panelling.open("chosen", "newPrinciple")
    stage.take("principles")
    canvas.setFocus(Qt.FocusReason.OtherFocusReason)


def _page(stage: Stage, kind: type[P]) -> P:
    stage.settle()
    (page,) = stage.desk.panel.findChildren(kind)
    return page
