"""Taking what was pasted or dropped: looked at, shown first where it is much, and put on the board as one step."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from exports.clipboard import CARDS_MIME
from ui.bars import Bar
from ui.canvas.canvas import Canvas
from ui.pasting.errand import Errand, Flow, in_thread
from ui.pasting.files import check_known, text_of_file
from ui.pasting.pictures import is_picture, picture_flow
from ui.pasting.whole_copy import WHOLE_COPY
from ui.window_state import ORIGIN, WindowState
from workshop.commands.pasting import Manner, card_height, paste_cards
from workshop.errors import ForeignFileError
from workshop.imports.columns import Columns, guessed
from workshop.imports.pasted import LONGEST_CARD, Pasted, read_pasted
from workshop.imports.planning import PlannedCard, plan_of
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.text import clean_text
from workshop.picture.plan import Point

if TYPE_CHECKING:
    from ui.pasting.preview_sheet import PreviewSheet

MOST_WITHOUT_PREVIEW = 20

_SMALL = 100_000
"""Characters that are read at once; more are read on another thread."""

_NOTHING = "The clipboard holds nothing that can become a card: copy some text, a table or a picture."


class Pasting(QObject):
    """One paste at a time."""

    def __init__(self, state: WindowState, canvas: Canvas, desk: QWidget) -> None:
        super().__init__(canvas)
        self._state = state
        self._canvas = canvas
        self._desk = desk
        self._errand: Errand | None = None
        self.sheet: PreviewSheet | None = None
        state.bars.put_away_by(Bar.SHEET, self._close_sheet)

    def paste(self) -> None:
        """Take what is on the clipboard, for where the pointer rests on the board, else for the middle of the view."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self.take(mime or QMimeData(), self.where)

    def paste_as_one(self) -> None:
        """Make one card of the whole text on the clipboard."""
        text = clean_text(QGuiApplication.clipboard().text()).strip()
        if self._may_begin() and self._has_some(text):
            self._run(self._one(text, self._manner(self.where)), "Pasting")

    def take(self, mime: QMimeData, at: Point | None) -> None:
        """Take what a clipboard or a drop holds, for a point of the board, or the chosen phase."""
        if not self._may_begin():
            return
        manner = self._manner(at)
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if mime.hasFormat(CARDS_MIME):
            self._run(self._records(WHOLE_COPY.cards_of(mime), manner), "Pasting cards")
        elif files:
            self._run(self._files(files, manner), "Reading what was dropped")
        elif is_picture(mime):
            self._run(picture_flow([mime.imageData()], manner, self._state, self._show), "Reading the picture")
        elif self._has_some(mime.text() or mime.html()):
            html = mime.html() if mime.hasHtml() else ""
            self._run(self._text(mime.text(), html, manner), "Reading the clipboard")

    @property
    def where(self) -> Point | None:
        """The board point where the pointer rests, else the middle of the view; None for the chosen phase."""
        resting = self._canvas.pointing.resting
        if resting is not None:
            return self._canvas.camera.to_board(resting)
        return None if self._state.phase is not None else self._canvas.looking.middle

    def use_palette(self) -> None:
        """Take other colours: the preview is made anew."""
        if self.sheet is not None:
            pasted, columns, manner = self.sheet.pasted, self.sheet.columns, self.sheet.manner
            self._close_sheet()
            self._preview(pasted, columns, manner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape on the board cancels the preview too, unless a gesture is under way."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress and not self._canvas.pointing.busy:
            self._close_sheet()
            return True
        return super().eventFilter(watched, event)

    def _may_begin(self) -> bool:
        self._canvas.writing.end()
        if why := self._state.workshop.read_only:
            self._state.message.emit(why)
        elif self._errand is not None or self.sheet is not None:
            self._state.message.emit("Something is being pasted already; finish or cancel that first.")
            why = "busy"
        return not why

    def _has_some(self, text: str) -> bool:
        if not text.strip():
            self._state.message.emit(_NOTHING)
        return bool(text.strip())

    def _manner(self, at: Point | None) -> Manner:
        state, layout = self._state, self._canvas.scene.layout
        if at is None:
            return Manner(state.phase, None, state.kind, state.discipline, state.writer)
        phase: Phase | None = layout.phase_at(at)
        origin = layout.origin(phase)
        near = Point(at.x - origin.x, at.y - origin.y)
        return Manner(phase, near, state.kind, state.discipline, state.writer)

    def _run(self, flow: Flow, words: str) -> None:
        errand = Errand(flow, self._canvas)
        self._errand = errand
        errand.refused.connect(self._state.message)
        errand.ended.connect(self._forget)
        errand.start(words)

    def _forget(self) -> None:
        self._errand = None

    def _one(self, text: str, manner: Manner) -> Flow:
        if len(text) > LONGEST_CARD:
            raise ForeignFileError(
                f"This text has {len(text):,} characters; a card holds at most {LONGEST_CARD:,}. "
                "Paste it with Ctrl+V, a card for each line."
            )
        yield from self._put([PlannedCard(text)], manner, "paste card")

    def _text(self, text: str, html: str, manner: Manner, *, is_csv: bool = False) -> Flow:
        """Read a text and put it on the board, or show first what it would become."""
        if max(len(text), len(html)) <= _SMALL:
            pasted = read_pasted(text, html, is_csv=is_csv)
        else:
            pasted = yield from in_thread(
                lambda cancelled: read_pasted(text, html, is_csv=is_csv, cancelled=cancelled)
            )
        columns = guessed(pasted.rows, self._names) if pasted.is_table else Columns()
        if len(pasted.rows) - columns.header > MOST_WITHOUT_PREVIEW:
            self._preview(pasted, columns, manner)
            return
        yield from self._put(plan_of(pasted, columns, self._names).cards, manner)

    def _put(self, cards: Sequence[PlannedCard], manner: Manner, op: str = "paste cards") -> Flow:
        """Find out how high the cards are, a few at a time, then put all on the board in one step."""
        heights: list[float] = []
        for place, card in enumerate(cards):
            heights.append(card_height(card.text))
            yield place / len(cards)
        if len(cards) > 1_000:
            yield f"Putting {len(cards):,} cards on the board"
        self._show(
            paste_cards(self._state.workshop, origin=ORIGIN, cards=cards, manner=manner, heights=heights, op=op)
        )

    def _records(self, body: bytes, manner: Manner) -> Flow:
        """Cards of this program, with their links."""
        from workshop.commands.pasting_records import paste_records, records_on_clipboard

        records = yield from in_thread(lambda _cancelled: records_on_clipboard(body))
        self._show(paste_records(self._state.workshop, origin=ORIGIN, records=records, manner=manner))

    def _files(self, files: list[Path], manner: Manner) -> Flow:
        """Pictures become cards with them; one file of text or of a table is taken like a paste."""
        if texts := check_known(files):
            text = yield from in_thread(lambda _cancelled: text_of_file(texts[0]))
            yield from self._text(text, "", manner, is_csv=texts[0].suffix.lower() == ".csv")
            return
        yield from picture_flow(files, manner, self._state, self._show)

    def _preview(self, pasted: Pasted, columns: Columns, manner: Manner) -> None:
        from ui.pasting.preview_sheet import PreviewSheet

        board = self._state.workshop.board
        self._state.bars.make_room_for(Bar.SHEET)
        self._canvas.installEventFilter(self)
        self.sheet = PreviewSheet(pasted, columns, manner, board, self._canvas, parent=self._desk)
        self.sheet.confirmed.connect(self._on_confirmed)
        self.sheet.cancelled.connect(self._close_sheet)
        self.sheet.open()

    def _on_confirmed(self) -> None:
        assert self.sheet is not None
        plan, manner = self.sheet.plan, self.sheet.manner
        self._close_sheet()
        if self._may_begin():
            self._run(self._put(plan.cards, manner), f"Preparing {len(plan.cards):,} cards")

    def _close_sheet(self) -> None:
        if self.sheet is not None:
            self._canvas.removeEventFilter(self)
            self._canvas.setFocus()
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def _show(self, made: Sequence[Card]) -> None:
        """Select what came, with the view moved if some of it is out of sight, and say how much it was."""
        canvas = self._canvas
        self._state.select(card.id for card in made)
        rects = [rect for card in made if (rect := canvas.scene.cards.rect(card.id)) is not None]
        if len(rects) == 1:
            canvas.looking.reveal(rects[0])
        elif not all(canvas.looking.sees(rect) for rect in rects):
            canvas.looking.fit_cards(card.id for card in made)
        if len(made) > 1:
            self._state.message.emit(f"{len(made):,} cards were pasted; Ctrl+Z takes them back.")

    @property
    def _names(self) -> list[str]:
        return [person.name for person in self._state.workshop.board.participants.values()]
