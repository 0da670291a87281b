"""The panel of the threads: each from its root signal to where it ends, lit on the board when it is chosen."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.panels.looking_only import leave_out
from ui.panels.panel_page import MARGIN, PanelContext, PanelPage
from ui.panels.row_list import RowList
from ui.panels.teaching import Teaching
from ui.panels.threads.row import ThreadRow
from ui.panels.threads.walk import ThreadWalk
from ui.settings import read_setting, write_setting
from ui.window_state import CHOSEN_THREAD
from workshop.board.threads import Thread, has_flow
from workshop.method.thread_risk import by_risk, by_votes

PAUSE_MS = 300
"""After this pause the threads are read anew: writing and dragging go on meanwhile."""

WALK = "walk:"
"""Before the id of a card: walk along the thread on which it lies, with no id along the first one."""

VOTES, RISK = "votes", "risk"
_SETTING = "threads by"


class ThreadsPage(PanelPage):
    """Shows old threads until the board has paused; words of cards are always those of now."""

    title = "Threads"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._threads: dict[str, Thread] = {}
        self._chosen = ""
        self._by = read_setting(_SETTING, VOTES)
        """Remembered from one workshop to the next, as people have a way of looking."""
        self._walk: ThreadWalk | None = None
        self._orders = self._order_row()
        self.rows = RowList(self._row)
        self.rows.setAccessibleName("Threads")
        self._nothing = Teaching(
            "A thread leads from a signal in Problem to an outcome. Link a card to what follows from it, and its "
            "thread stands here: whole, or where it stops.",
            "Take up the link tool",
            lambda: context.act("link_tool"),
        )
        leave_out(self.state, self._nothing.button)
        self.body.addWidget(self._orders)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.rows, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._read)
        context.state.light_changed.connect(self._on_light)

    def refresh(self) -> None:
        """Show the rows' words as they are now, and read the threads after a pause."""
        self.rows.show_rows(self.rows.keys)
        self._pause.start(PAUSE_MS if self._threads else 0)

    def show_record(self, record_id: str) -> None:
        """Bring the first thread on which a card lies into sight, and light it; after WALK, walk along it."""
        self._read()
        card, walks = record_id.removeprefix(WALK), record_id.startswith(WALK)
        on_it = (root for root, thread in self._threads.items() if not card or card in thread.cards)
        if (root := next(on_it, None)) is not None:
            self.rows.go_to(root)
            self._light(root)
            if walks:
                self.begin_walk(root)
        elif walks:
            self.state.message.emit("No thread leads over this card." if card else "There is no thread yet.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the thread out; nothing being lit, the keyboard goes back to the board."""
        if not (event.key() == Qt.Key.Key_Escape and self.state.put_out()):
            super().keyPressEvent(event)

    def _read(self) -> None:
        threads = self.context.canvas.scene.threads.read() if has_flow(self.context.visible) else []
        cards = self.context.board.cards
        ordered = by_risk(threads, cards) if self._by == RISK else by_votes(threads)
        self._threads = {thread.root: thread for thread in ordered}
        self.rows.show_rows(tuple(self._threads))
        for widget in (self.rows, self._orders):
            widget.setVisible(bool(threads))
        self._nothing.setVisible(not threads)
        whole = sum(thread.whole for thread in threads)
        self.say(f"{whole} whole · {len(threads) - whole} stop on the way" if threads else "")
        if self._chosen:
            self._light(self._chosen)

    def _row(self, key: str) -> ThreadRow:
        return ThreadRow(
            key,
            self.looks,
            self.context.visible,
            thread=lambda root: self._threads.get(root),
            chosen=lambda root: root == self._chosen,
            choose=self._choose,
            walk=self.begin_walk,
        )

    def _choose(self, root: str) -> None:
        """Light a thread and look at all of it; chosen again, put it out."""
        if root == self._chosen:
            self.state.light(CHOSEN_THREAD, None)
        elif root in self._threads:
            self._light(root)
            self.context.canvas.looking.fit_cards(self._threads[root].cards)

    def _light(self, root: str) -> None:
        thread = self._threads.get(root)
        self._chosen = root if thread is not None else ""
        self.state.light(CHOSEN_THREAD, thread.cards if thread is not None else None)
        self.rows.show_rows(self.rows.keys)

    def begin_walk(self, root: str) -> None:
        """Present the thread card by card."""
        thread = self._threads.get(root)
        if thread is None:
            return
        self._light(root)
        if self._walk is None:
            self._walk = ThreadWalk(self.context.canvas, self.looks)
            self.destroyed.connect(self._walk.leave)
        self._walk.begin(thread.cards)

    def _on_light(self) -> None:
        """Somebody else may have put the thread out."""
        thread = self._threads.get(self._chosen)
        if thread is not None and not self.state.is_lit(CHOSEN_THREAD, thread.cards):
            self._chosen = ""
            self.rows.show_rows(self.rows.keys)

    def _order_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.setSpacing(6)
        caption = QLabel("First those with")
        caption.setProperty("quiet", True)
        layout.addWidget(caption)
        group = QButtonGroup(row)
        for by, words in ((VOTES, "most votes"), (RISK, "most risk")):
            chip = QPushButton(words)
            chip.setProperty("chip", True)
            chip.setObjectName(f"threadsBy:{by}")
            chip.setAccessibleName(f"First those with {words}")
            chip.setCheckable(True)
            chip.setChecked(by == self._by)
            chip.clicked.connect(lambda _checked, by=by: self._order_by(by))
            group.addButton(chip)
            layout.addWidget(chip)
        layout.addStretch(1)
        return row

    def _order_by(self, by: str) -> None:
        self._by = by
        write_setting(_SETTING, by)
        self._read()
