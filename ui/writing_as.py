"""The *Writing as* chip: whose cards are written next, since one laptop serves many people."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from ui.layouts import empty
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.window_state import ORIGIN, RECENT_WRITERS, WindowState
from workshop.model.cards import Anonymity, Discipline
from workshop.model.people import Participant
from workshop.model.text import short
from workshop.picture.palette import Palette


def names_writer(state: WindowState) -> bool:
    """Whether the writer may be named on this screen: not to the room while the step hides names."""
    return not state.masking.masks or state.workshop.room.anonymity is Anonymity.NAMES


class WritingAsChip(QPushButton):
    """Shows the writer; pressed (or Alt+A) it asks for another."""

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__()
        self.setObjectName("writingAs")
        self.setToolTip("Whose cards these are (Alt+A)")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard on the card that is written
        self._state = state
        self._looks = looks
        self._name_shown = True
        self._popup = _WriterPopup(state, looks, self)
        self.clicked.connect(self.ask)
        state.writer_changed.connect(self.refresh)
        state.board_changed.connect(self.refresh)
        state.masking.changed.connect(self.refresh)
        state.timer.changed.connect(self.refresh)
        self.refresh()

    def ask(self) -> None:
        """Ask who writes now."""
        self._popup.open_below(self)

    def show_name(self, *, shown: bool) -> None:
        """Show the name beside the discipline, or where there is no room for it the discipline alone."""
        if shown != self._name_shown:
            self._name_shown = shown
            self.refresh()

    def refresh(self) -> None:
        """Show who writes, in which discipline."""
        participant = self._state.participant
        name = short(participant.name, 22) if participant else "Nobody named"
        tag = self._state.discipline.tag
        named = names_writer(self._state)
        self.setText(f" {name} · {tag}" if self._name_shown and named else f" {tag}")
        self.setAccessibleName(f"Writing as {name}, {tag}" if named else f"Writing as {tag}")
        self.setIcon(icon("pencil-simple", self._looks.disciplines[self._state.discipline].accent))


class _WriterPopup(QFrame):
    """A name, a discipline, and those who wrote before; Enter takes what is written."""

    def __init__(self, state: WindowState, looks: Palette, parent: WritingAsChip) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("zoomBar")
        self._state = state
        self._looks = looks
        self._discipline_chosen = False
        self.setFixedWidth(px(300))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        caption = QLabel("WRITING AS")
        caption.setProperty("caption", True)
        self._name = QLineEdit()
        self._name.setObjectName("writerName")
        self._name.setAccessibleName("Writer's name")
        self._name.setPlaceholderText("Name, then Enter")
        self._name.returnPressed.connect(self._take)
        self._name.textEdited.connect(self._on_name)
        layout.addWidget(caption)
        layout.addWidget(self._name)
        layout.addLayout(self._discipline_row())
        self._others = QVBoxLayout()
        self._others.setSpacing(2)
        layout.addLayout(self._others)

    def open_below(self, chip: WritingAsChip) -> None:
        """Show the popup under the chip with the name ready to be typed over."""
        participant = self._state.participant
        self._name.setText(participant.name if participant and names_writer(self._state) else "")
        self._name.selectAll()
        named = participant is not None and bool(self._name.text())
        self._check(participant.discipline if participant and named else self._state.discipline)
        self._list_others()
        self.adjustSize()
        self.move(chip.mapToGlobal(QPoint(chip.width() - self.width(), chip.height() + 6)))
        # Before it is shown: what has the keyboard then loses it to a popup, and does not end what is written there.
        self._name.setFocus(Qt.FocusReason.PopupFocusReason)
        self.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The keyboard goes back to where it was; where that is gone meanwhile, to what it lay on."""
        super().hideEvent(event)
        parent = self.parentWidget()
        before = parent.window().focusWidget() if parent is not None else None
        if before is not None and not before.isVisible() and (below := before.parentWidget()) is not None:
            below.setFocus(Qt.FocusReason.PopupFocusReason)

    def _discipline_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._disciplines = QButtonGroup(self)
        for place, text in enumerate(("CX", "UX", "Guest")):
            button = QPushButton(text)
            button.setCheckable(True)
            self._disciplines.addButton(button, place)
            row.addWidget(button)
        self._disciplines.idClicked.connect(self._on_discipline)
        return row

    def _on_discipline(self) -> None:
        self._discipline_chosen = True

    def _on_name(self, text: str) -> None:
        """Check the discipline of somebody known by this name."""
        if (participant := self._known(text.strip())) is not None:
            self._check(participant.discipline)

    def _known(self, name: str) -> Participant | None:
        """Who has this name already, letter case aside."""
        people = self._state.workshop.board.participants.values()
        return next((person for person in people if person.name.casefold() == name.casefold()), None)

    def _check(self, discipline: Discipline) -> None:
        """Check a discipline that is shown, and that nobody chose."""
        self._discipline_chosen = False
        self._disciplines.button(list(Discipline).index(discipline)).setChecked(True)

    def _list_others(self) -> None:
        empty(self._others)
        people = self._state.workshop.board.participants
        recent = self._state.recent_writers
        others = [
            person for person in people.values() if person not in recent and person.id != self._state.writer
        ]
        for place, participant in enumerate([*recent, *others][:12], 1):
            key = f"   Ctrl+{place}" if place <= RECENT_WRITERS else ""
            button = QPushButton(f"{short(participant.name, 26)} · {participant.discipline.tag}{key}")
            button.setProperty("link", True)
            button.clicked.connect(lambda _checked, who=participant.id: self._choose(who))
            self._others.addWidget(button)

    def _choose(self, participant: str) -> None:
        self._state.write_as(participant)
        self.close()

    def _take(self) -> None:
        """Take who is named; a discipline that was not chosen here changes nobody's."""
        from workshop.commands.people import writer_named

        name = self._name.text().strip()
        if not name:
            self._take_nobody()
            return
        known = self._known(name)
        if known is not None and not self._discipline_chosen:
            self._choose(known.id)
            return
        discipline = list(Discipline)[self._disciplines.checkedId()]
        writer = self._state.do(
            lambda: writer_named(self._state.workshop, origin=ORIGIN, name=name, discipline=discipline)
        )
        if writer:
            self._choose(writer.id)

    def _take_nobody(self) -> None:
        """Nobody is named any more, unless the name was only not shown and nothing was chosen."""
        unnamed = self._name.isModified() or names_writer(self._state)
        if unnamed:
            self._state.write_as(None)
        if unnamed or self._discipline_chosen:
            self._state.prefer_discipline(list(Discipline)[self._disciplines.checkedId()])
        self.close()
