"""Where exports are prepared and run: the sheet with the choices, the process that writes, and how far it is."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from ui.dialogs.export_frame import ExportFrame
from ui.dialogs.export_scopes import Wish, scopes_of, wished
from ui.dialogs.export_sheet import ExportSheet
from ui.export_memory import first_options
from ui.exporting import Export
from workshop.model.text import clean_line, short

if TYPE_CHECKING:
    from exports.pdf.options import PaperOptions
    from exports.pictures.options import PictureOptions
    from ui.desk import Desk
    from ui.dialogs.closing_sheet import ClosingSheet
    from ui.dialogs.export_options import ExportOptionsSheet
    from ui.dialogs.picture_sheet import PictureSheet
    from ui.main_window import MainWindow

Choose = Callable[[str, Path, str, str], Path | None]
"""Asks where to write: the title of the dialog, a suggestion, its filter and the suffix."""


class ExportDoor(QObject):
    """One for the window; at most one export runs, and at most one is prepared."""

    def __init__(self, window: "MainWindow", choose: Choose) -> None:
        super().__init__(window)
        self._window = window
        self._choose = choose
        self._exports: list[Export] = []
        self._preparing: ExportFrame | None = None
        self._running: ExportSheet | None = None
        self._closing: ClosingSheet | None = None
        self._followed: Desk | None = None
        window.installEventFilter(self)
        window.pages.currentChanged.connect(self._on_page)
        self._on_page()

    @property
    def busy(self) -> bool:
        """Whether an export is running."""
        return bool(self._exports)

    def prepare_paper(self, wish: Wish) -> None:
        """Choose what the PDF shall be, with its pages in sight, beginning with a part of the board."""
        from ui.dialogs.export_options import ExportOptionsSheet

        self._prepare(ExportOptionsSheet, wish, self._export_paper)

    def prepare_picture(self, wish: Wish) -> None:
        """Choose what the picture shall be, with it in sight."""
        from ui.dialogs.picture_sheet import PictureSheet

        self._prepare(PictureSheet, wish, self._export_picture)

    def run(self, path: Path, options: "PaperOptions | PictureOptions | None" = None) -> Export:
        """Write what the end of the name says, the summary for a plain PDF, of the board as it is now."""
        desk = self._desk
        desk.settle()
        options = options or first_options(desk.session.path)
        export = Export(desk.session.workshop.board, path, self._window, options)
        self._exports.append(export)
        export.ended.connect(lambda _error: self._exports.remove(export))
        if self._running is not None:
            self._running.deleteLater()
        self._running = ExportSheet(export, self._window, quiet=self._is_shown_to_a_room)
        self._running.closed.connect(self._forget_running)
        self._place_running()
        return export

    def leave(self) -> None:
        """The desk goes: what is prepared is let go of, what runs goes on."""
        self._drop()

    def holds_window(self) -> bool:
        """Whether the window waits with closing until what runs is written; asked a second time, it does not.

        The window is dimmed meanwhile and says so; when the file is there it closes by itself.
        """
        if not self._exports or self._closing is not None:
            return False
        from ui.dialogs.closing_sheet import ClosingSheet

        self._drop()
        self._closing = ClosingSheet(self._exports[-1], self._window)
        self._closing.left.connect(self._forget_closing)
        self._closing.over.connect(self._forget_closing)
        self._closing.over.connect(self._window.close, Qt.ConnectionType.QueuedConnection)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What runs stays in its corner of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place_running()
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """The window closes: end what runs."""
        for export in tuple(self._exports):
            export.stop()

    def _on_page(self) -> None:
        """Another session, or none: what runs is seen there too."""
        desk = self._window.desk
        if desk is not None and desk is not self._followed:
            desk.canvas.resized.connect(self._place_running)
        self._followed = desk
        self._place_running()

    def _place_running(self) -> None:
        if self._running is not None:
            desk = self._window.desk
            self._running.place(desk.canvas if desk is not None else self._window)

    def _is_shown_to_a_room(self) -> bool:
        return self._window.desk is not None and self._window.desk.presenting.on

    @property
    def _desk(self) -> "Desk":
        desk = self._window.desk
        assert desk is not None
        return desk

    def _prepare(self, kind: Callable[..., ExportFrame], wish: Wish, then: Callable[..., None]) -> None:
        if self.busy:
            self._window.say("An export is running; wait for it or cancel it first.")
            return
        desk = self._desk
        desk.settle()
        self._drop()
        scopes = scopes_of(desk.state)
        if (scope := wished(scopes, wish)) is None:
            self._window.say(wish.value)
            return
        sheet = kind(desk.state, desk.session.path, self._window, scopes, scope)
        sheet.wanted.connect(lambda: then(sheet))
        sheet.closed.connect(self._forget_preparing)
        self._preparing = sheet

    def _export_paper(self, sheet: "ExportOptionsSheet") -> None:
        """Choose where the document goes, and write it beside the work; without a choice the sheet stays."""
        kind = "" if sheet.options.kind.value == "summary" else f" {sheet.options.kind.value}"
        target = self._choose("Export PDF", self._named(f"{kind}.pdf"), "PDF (*.pdf)", ".pdf")
        if target is not None and sheet is self._preparing:
            options = sheet.options
            sheet.take()
            self.run(target, options)

    def _export_picture(self, sheet: "PictureSheet") -> None:
        from exports.pictures.drawn import part_words

        chosen = sheet.chosen()
        part, suffix = part_words(chosen.options), chosen.suffix
        suggested = self._named(f" {part}{suffix}" if part else suffix)
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        target = self._choose("Export picture", suggested, kinds, suffix)
        if target is not None and sheet is self._preparing:
            sheet.take()
            self.run(target, chosen.options)

    def _named(self, end: str) -> Path:
        """A file beside the session that is called like it."""
        session = self._desk.session
        title = clean_line(session.workshop.board.session.title) or session.path.stem
        safe = "".join(c if c.isalnum() or c in " -_." else "_" for c in short(title, 60))
        return session.path.parent / f"{safe}{end}"

    def _drop(self) -> None:
        if self._preparing is not None:
            self._preparing.leave()

    def _forget_preparing(self) -> None:
        """The board has the keyboard if what had it before the sheet is gone, as the sheet of shortcuts is."""
        self._preparing = None
        on, desk = self._window.focusWidget(), self._window.desk
        if desk is not None and (on is None or not on.isVisible()):
            desk.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_running(self) -> None:
        """The board has the keyboard again if the sheet had it."""
        sheet, self._running = self._running, None
        on, desk = self._window.focusWidget(), self._window.desk
        if desk is not None and sheet is not None and on is not None and sheet.isAncestorOf(on):
            desk.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_closing(self) -> None:
        self._closing = None
