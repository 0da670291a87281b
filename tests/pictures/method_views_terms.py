"""The views of terms, of who leads where and of questions: lists, a sheet, a table shown first, a hint, a matrix."""

import time
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QToolTip

from tests.pictures.stage import PATIENCE, Stage
from ui.canvas.term_tips import term_tip
from ui.panels.leads.page import LeadsPage
from ui.panels.panel_page import PanelPage
from ui.panels.questions.page import QuestionsPage
from ui.panels.terms.page import TermsPage
from workshop.commands.term_table import read_table
from workshop.method.records import records_of
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.terms import Term
from workshop.picture.plan import Point

P = TypeVar("P", bound=PanelPage)

_TABLE = (
    "CX says,UX says,Agreed,Definition\nbasket,cart,,What somebody means to buy.\njob,job,,\n,,quote,A price.\n"
)


def terms(stage: Stage) -> None:
    """The list with a pair that may mean one thing, a term, a new one, a table before it is taken in, and a hint."""
    desk = stage.desk
    desk.act("show_terms")
    page = _page(stage, TermsPage)
    _wait(stage, page)
    page.refresh()
    stage.take("terms")
    found = records_of(desk.session.workshop.board, Term)
    desk.panelling.open("terms", next(iter(found)))
    stage.take("term")
    page.close_record()
    page.add_term()
    stage.take("term-new")
    page.close_record()
    path = stage.path("table").with_suffix(".csv")
    path.write_text(_TABLE, encoding="utf-8")
    page.tables.read.emit(read_table(path, found.values()))
    stage.take("terms-table")
    page._preview.left.emit()
    _hint(stage)


def leads(stage: Stage) -> None:
    """A block for each phase, the last one with nobody who leads, and the matrix in a window of its own."""
    desk = stage.desk
    desk.act("show_leads")
    stage.take("leads")
    desk.panelling.open("leads", Phase.SCALE.value)
    stage.take("leads-gap")
    page = _page(stage, LeadsPage)
    page.torn.emit()
    window = page.window()
    window.resize(900, 680)
    stage.take("leads-wide", page)
    window.close()
    stage.settle()
    desk.panelling.open("chosen")


def questions(stage: Stage) -> None:
    """What each side is asked: overdue, open and answered; and the menu to take it home."""
    desk = stage.desk
    desk.act("show_questions")
    stage.take("questions-cx")
    page = _page(stage, QuestionsPage)
    page.show_side(Discipline.UX)
    stage.take("questions-ux")
    page.home.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    stage.take("questions-home", menu)
    menu.close()
    desk.panelling.open("chosen")


def _hint(stage: Stage) -> None:
    """The hint on a word of a card."""
    canvas = stage.desk.canvas
    card = next(card for card in canvas.scene.visible.cards() if canvas.scene.terms.ranges(card.text))
    rect = canvas.scene.cards.rect(card.id)
    assert rect is not None
    canvas.looking.go_to(rect)
    stage.settle()
    spots = (
        Point(rect.x + x, rect.y + y) for y in range(0, round(rect.h), 4) for x in range(0, round(rect.w), 4)
    )
    words, box = next(tip for spot in spots if (tip := term_tip(canvas, spot)) is not None)
    at = canvas.camera.to_screen(box.centre)
    QToolTip.showText(canvas.mapToGlobal(QPoint(round(at.x), round(at.y))), f"<div>{words}</div>", canvas)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel")]
    stage.take("term-hint", *(widget for widget in shown if widget.isVisible()))
    QToolTip.hideText()
    stage.settle()


def _wait(stage: Stage, page: TermsPage) -> None:
    until = time.monotonic() + PATIENCE
    while page.suggesting.busy and time.monotonic() < until:
        stage.settle()


def _page(stage: Stage, kind: type[P]) -> P:
    stage.settle()
    found = stage.window.findChild(kind)
    assert found is not None
    return found
