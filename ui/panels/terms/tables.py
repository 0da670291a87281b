"""Bringing terms in from a CSV file and writing them into one, from the panel's menu."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from exports.terms_csv import terms_csv
from exports.whole_file import write_whole
from ui.folders import documents_folder
from ui.panels.panel_page import PanelContext
from ui.pasting.errand import Errand, Flow, in_thread
from workshop.commands.term_table import TermTable, read_table
from workshop.errors import WorkshopError
from workshop.method.records import records_of
from workshop.model.terms import Term

SUFFIX = ".terms.csv"
_KINDS = "Tables (*.csv *.tsv *.txt)"


class TermTables(QObject):
    """`read` carries a table that was read, `refused` why a file could not be."""

    read = Signal(object)
    refused = Signal(str)

    def __init__(self, context: PanelContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._owner = parent
        self._errand: Errand | None = None

    def open_menu(self, beside: QWidget) -> None:
        """Offer both ways beside a button."""
        menu = QMenu(self._owner)
        menu.setObjectName("termTables")
        if not self._context.state.workshop.read_only:
            into = menu.addAction("Bring terms in from a CSV file…")
            into.triggered.connect(lambda _=False: self.choose_file())
        out = menu.addAction("Write the terms as CSV…")
        out.triggered.connect(lambda _=False: self.choose_target())
        out.setEnabled(bool(self._context.board.collection("terms")))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def choose_file(self) -> None:
        """Ask which file to read."""
        owner, folder = self._owner, str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(owner, "Bring terms in", folder, _KINDS)
        if name:
            self.read_file(Path(name))

    def choose_target(self) -> None:
        """Ask where the terms go."""
        suggested = str(documents_folder() / f"glossary{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._owner, "Write the terms", suggested, "CSV (*.csv)")
        if name:
            self.write_file(Path(name) if Path(name).suffix else Path(name + SUFFIX))

    def read_file(self, path: Path) -> None:
        """Read a file beside the work; a strip shows that it takes long where it does."""
        if self._errand is not None:
            return
        self._errand = errand = Errand(self._reading(path), self._context.canvas)
        errand.refused.connect(self.refused)
        errand.ended.connect(self._forget)
        errand.start(f"Reading {path.name}")

    def write_file(self, path: Path) -> None:
        """Write all terms."""
        state = self._context.state
        try:
            write_whole(path, terms_csv(self._context.board))
        except WorkshopError as error:
            state.message.emit(str(error))
        else:
            state.message.emit(f"The terms are in {path.name}.")

    def _reading(self, path: Path) -> Flow:
        terms = tuple(records_of(self._context.board, Term).values())
        table: TermTable = yield from in_thread(lambda _cancelled: read_table(path, terms))
        self.read.emit(table)

    def _forget(self) -> None:
        self._errand = None
