"""The views of running the room by its agenda: planned, begun, over its time, written in silence, revealed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.pictures.stage import Stage
from tests.workshop.facilitation.watch import Watch
from ui.panels.agenda.page import AgendaPage
from ui.running.peeking import PEEK_KEY
from ui.toast import Toast
from workshop.commands.agenda import enter_step
from workshop.facilitation.timetable import agenda_of
from workshop.model.cards import Discipline
from workshop.model.facilitation import Mode
from workshop.session.templates import records_from_template

_PEOPLE = (("Maja Jensen", Discipline.CX), ("Jo Whitfield", Discipline.UX))


def agenda(stage: Stage) -> None:
    """The panel without a step, its templates, a template's agenda, and a step that is opened."""
    stage.open("no-agenda", records_from_template("blank", title="Bills", date=None, people=_PEOPLE))
    stage.desk.act("show_agenda")
    stage.take("agenda-empty")
    _page(stage).choose_template()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    stage.take("agenda-templates", menu)
    menu.close()
    day = date(2026, 11, 14)
    stage.open("agenda", records_from_template("problem-diamond", title="Bills", date=day, people=_PEOPLE))
    stage.desk.act("show_agenda")
    stage.take("agenda")
    page = _page(stage)
    page.open(page.rows.keys[1])
    stage.take("agenda-step")
    page.close_record()
    page.saving.begin()
    stage.take("agenda-saving")
    page.saving.hide()


def running(stage: Stage) -> None:
    """A step that runs, one that is over its time, and one that waits for somebody who writes."""
    workshop, watch = stage.desk.session.workshop, Watch()
    workshop.room.clock, workshop.clock = watch, watch.time
    enter_step(workshop, origin="window")
    watch.wait(150)
    stage.desk.state.timer.look()
    stage.take("running")
    watch.wait(workshop.room.left + 130)
    stage.desk.state.timer.look()
    stage.take("running-over")
    chip = stage.desk.running.chip
    assert chip is not None
    chip.menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
    stage.take("running-menu", chip.menu)
    chip.menu.close()
    stage.desk.canvas.write_new_card()
    stage.desk.canvas.editor.insertPlainText("Half a thought")
    silent = next(step for step in agenda_of(workshop.board) if step.mode is Mode.WRITE_SILENTLY)
    enter_step(workshop, origin="window", step_id=silent.id)
    stage.take("running-go-there")
    stage.desk.running.go_to_phase()


def silence(stage: Stage) -> None:
    """Cards written in silence, one being written and masked, one peeked under, and all of them revealed."""
    desk, canvas = stage.desk, stage.desk.canvas
    desk.panelling.open("chosen")
    for text in ("The bill looks like a bug report", "Finance asks for the same sum three times"):
        canvas.write_new_card()
        canvas.editor.insertPlainText(text)
        canvas.writing.end()
    canvas.write_new_card()
    canvas.editor.insertPlainText("Nobody finds the export")
    stage.take("silence")
    desk.act("toggle_mirrored")
    stage.take("silence-mirrored")
    canvas.writing.end()
    turned = next(card for card in desk.session.workshop.board.cards.values() if card.hidden)
    desk.state.select({turned.id})
    canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyPress(canvas, PEEK_KEY)
    stage.take("silence-peek")
    QTest.keyRelease(canvas, PEEK_KEY)
    desk.act("toggle_mirrored")
    desk.act("reveal_all")
    stage.take("silence-revealed")
    desk.act("stop_agenda")


def large_running(stage: Stage) -> None:
    """The same step with words twice as large."""
    stage.theme.choose_text(200)
    stage.settle()
    stage.desk.findChild(Toast).hide()  # it was laid out in small words
    desk = stage.desk
    enter_step(desk.session.workshop, origin="window")
    desk.act("show_agenda")
    stage.take("running-large")
    desk.act("stop_agenda")
    stage.theme.choose_text(100)
    desk.panelling.open("chosen")
    stage.settle()


def _page(stage: Stage) -> AgendaPage:
    stage.settle()
    (page,) = stage.desk.panel.findChildren(AgendaPage)
    return page
