"""A thread in the list: how far it reaches, where it begins and ends, who speaks along it, and its votes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.panels.card_words import words_alone
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.row import Row, link_button
from ui.panels.threads.marks import DiamondMarks, VoiceStrip, votes_in_words
from workshop.board.threads import Thread
from workshop.method.thread_risk import risk_of
from workshop.picture.palette import Palette
from workshop.visibility import Visible

_HEADING, _END = 80, 50


class ThreadRow(Row):
    """`thread` gives the thread of a key, `chosen` whether it is lit; the row is chosen by a click or Enter."""

    def __init__(
        self,
        key: str,
        looks: Palette,
        visible: Visible,
        *,
        thread: Callable[[str], Thread | None],
        chosen: Callable[[str], bool],
        choose: Callable[[str], object],
        walk: Callable[[str], object],
    ) -> None:
        super().__init__(key, looks)
        self._visible = visible
        self._thread = thread
        self._chosen = chosen
        self._choose = choose
        self._marks = DiamondMarks(looks)
        self.heading, self.text = strong_label(), quiet_label()
        self._voices = VoiceStrip(looks)
        self._light = link_button("Light", lambda: choose(key))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._marks, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.heading, 1)
        acts = FlowLayout(gap=12)
        acts.addWidget(self._light)
        acts.addWidget(link_button("Walk it", lambda: walk(key)))
        self.column.addLayout(top)
        self.column.addWidget(self.text)
        self.column.addWidget(self._voices)
        self.column.addLayout(acts)

    def show_record(self) -> None:
        """Show the thread with the words that its cards have now."""
        thread = self._thread(self.key)
        if thread is None:
            return
        lit = self._chosen(self.key)
        self.edge = self.looks.selection if lit else ""
        self._light.setText("Put out" if lit else "Light")
        self._marks.show_reach(thread.reaches)
        self._voices.show_thread(thread)
        cards = self._visible.board.cards
        heading, text = words_alone(self._visible, cards.get(thread.root), _HEADING), self._text(thread)
        if (heading, text) != (self.heading.text(), self.text.text()):
            self.heading.setText(heading)
            self.text.setText(text)
            self.setAccessibleName(heading)
            self.setAccessibleDescription(f"{text}. {self._voices.accessibleName()}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter lights the thread."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self._choose(self.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click lights the thread."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose(self.key)

    def _text(self, thread: Thread) -> str:
        """Where it ends, what speaks against it, and how long it is."""
        cards = self._visible.board.cards
        end = (
            self._visible.words(last, _END) if (last := cards.get(thread.cards[-1])) else "a card that is gone"
        )
        if thread.whole:
            where = f"Whole, to {end}"
        elif len(thread.cards) == 1:
            where = f"Stops in {thread.reaches.value}: nothing follows"
        else:
            where = f"Stops in {thread.reaches.value} after {end}"
        reasons = [reason for reason in risk_of(thread, cards).reasons if not reason.startswith("stops")]
        count = "1 card" if len(thread.cards) == 1 else f"{len(thread.cards)} cards"
        facts = [fact for fact in (votes_in_words(thread.dots), count, *reasons) if fact]
        return f"{where}\n{' · '.join(facts)}"
