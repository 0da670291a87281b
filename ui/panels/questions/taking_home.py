"""Taking a side's list of questions home: as text, as a PDF, as a table."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from exports.questions_csv import questions_csv
from exports.whole_file import write_whole
from ui.folders import documents_folder
from ui.main_window import MainWindow
from ui.panels.panel_page import PanelContext
from workshop.errors import WorkshopError
from workshop.method.question_text import questions_text
from workshop.model.cards import Discipline
from workshop.visibility import PAPER, visible_to

PDF_SUFFIXES = {Discipline.CX: ".questions-cx.pdf", Discipline.UX: ".questions-ux.pdf"}


def open_home_menu(context: PanelContext, side: Discipline, today: date, beside: QWidget) -> None:
    """Offer the three ways beside a button."""
    menu = QMenu(beside)
    menu.setObjectName("takeHome")
    menu.addAction("Copy as text").triggered.connect(lambda _=False: copy_text(context, side, today))
    menu.addAction("Write a PDF…").triggered.connect(lambda _=False: choose_pdf(context, side, beside))
    menu.addAction("Write a CSV table…").triggered.connect(
        lambda _=False: choose_csv(context, side, today, beside)
    )
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))


def copy_text(context: PanelContext, side: Discipline, today: date) -> None:
    """Put the list on the clipboard. It leaves the room, so what is hidden is not in it."""
    text = questions_text(visible_to(PAPER, context.board), side, today)
    QGuiApplication.clipboard().setText(text)
    context.state.message.emit(f"The questions for {side.tag} are on the clipboard.")


def choose_pdf(context: PanelContext, side: Discipline, owner: QWidget) -> None:
    """Ask where the PDF goes, and write it."""
    suffix = PDF_SUFFIXES[side]
    suggested = str(documents_folder() / f"for {side.tag}{suffix}")
    name, _ = QFileDialog.getSaveFileName(owner, f"Questions for {side.tag}", suggested, "PDF (*.pdf)")
    if name:
        plain = name.removesuffix(".pdf").removesuffix(suffix.removesuffix(".pdf"))
        write_pdf(context, Path(plain + suffix))


def write_pdf(context: PanelContext, path: Path) -> None:
    """Write a list as its file's name says, beside the work."""
    window = context.canvas.window()
    assert isinstance(window, MainWindow)
    if window.exporting:
        context.state.message.emit("An export is running; wait for it or cancel it first.")
    else:
        window.export_to(path)


def choose_csv(context: PanelContext, side: Discipline, today: date, owner: QWidget) -> None:
    """Ask where the table goes, and write it."""
    suggested = str(documents_folder() / f"for {side.tag}.questions.csv")
    name, _ = QFileDialog.getSaveFileName(owner, f"Questions for {side.tag}", suggested, "CSV (*.csv)")
    if name:
        write_csv(context, side, today, Path(name) if Path(name).suffix else Path(f"{name}.questions.csv"))


def write_csv(context: PanelContext, side: Discipline, today: date, path: Path) -> None:
    """Write a list as a table."""
    try:
        write_whole(path, questions_csv(context.board, today, (side,)))
    except WorkshopError as error:
        context.state.message.emit(str(error))
    else:
        context.state.message.emit(f"The questions for {side.tag} are in {path.name}.")
