"""The session panel: purpose, scope, date, place, the principles, and the people in the room."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.layouts import empty
from ui.panels.choices import QuietCombo
from ui.panels.fields import FieldEditor, TextField
from ui.panels.line_fields import DateField, LineField
from ui.panels.looking_only import leave_out
from ui.panels.principles_editor import PrinciplesEditor
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.window_state import ORIGIN, WindowState
from workshop.board.board import Board
from workshop.commands.people import add_participant, change_participant, remove_participant
from workshop.commands.session import change_session
from workshop.model.cards import Discipline
from workshop.model.people import Participant
from workshop.picture.palette import Palette
from workshop.visibility import ROOM, visible_to

_FIELDS: tuple[tuple[str, str, Any], ...] = (
    ("purpose", "Purpose", lambda: TextField("The goal that CX and UX share, in one sentence", 3)),
    ("scope", "Scope", lambda: TextField("What is in and what is out", 2)),
    ("date", "Date", DateField),
    ("place", "Place", lambda: LineField("Room or address", at_pauses=True)),
)


class SessionPanel(QWidget):
    """Shown while no card is selected."""

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__()
        self._state = state
        self._looks = looks
        self._editors: dict[str, FieldEditor] = {}
        self._listed: tuple[Participant, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 20)
        layout.setSpacing(6)
        self._add_heading(layout)
        for name, label, make in _FIELDS:
            caption = QLabel(label)
            caption.setProperty("quiet", True)
            caption.setContentsMargins(0, 6, 0, 0)
            editor = make()
            editor.setObjectName(f"session:{name}")
            editor.setAccessibleName(label)
            editor.edited.connect(lambda value, name=name: self._on_edited(name, value))
            self._editors[name] = editor
            layout.addWidget(caption)
            layout.addWidget(editor)
        layout.addWidget(_caption("PRINCIPLES"))
        self.principles = PrinciplesEditor(state, looks)
        layout.addWidget(self.principles)
        layout.addWidget(_caption("PEOPLE"))
        self._people = QVBoxLayout()
        self._people.setSpacing(4)
        layout.addLayout(self._people)
        new = self._new_person_row()
        leave_out(state, new)
        layout.addWidget(new)
        layout.addStretch(1)
        self.show_session()

    def show_session(self) -> None:
        """Show the session as it is now."""
        board = self._state.workshop.board
        for name, editor in self._editors.items():
            editor.show_value(getattr(board.session, name))
        self.principles.show_principles()
        self._counts.setText(_counted(board, writable=not self._state.workshop.read_only))
        if (people := tuple(board.participants.values())) != self._listed:
            self._listed = people
            empty(self._people)
            for participant in people:
                self._people.addWidget(self._person_row(participant))

    def _add_heading(self, layout: QVBoxLayout) -> None:
        heading = QLabel("Session")
        heading.setProperty("heading", True)
        layout.addWidget(heading)
        self._counts = QLabel()
        self._counts.setProperty("quiet", True)
        self._counts.setWordWrap(True)
        layout.addWidget(self._counts)

    def _person_row(self, participant: Participant) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        name = LineField()
        name.setAccessibleName("Name")
        name.show_value(participant.name)
        name.edited.connect(lambda value: self._change(participant.id, name=value))
        discipline = _discipline_combo(participant.discipline)
        discipline.activated.connect(
            lambda _index: self._change(participant.id, discipline=discipline.currentData())
        )
        remove = QToolButton()
        remove.setIcon(icon("x", self._looks.muted))
        remove.setProperty("flat", True)
        remove.setToolTip(f"Remove {participant.name[:40]}")
        remove.setAccessibleName(remove.toolTip())
        remove.clicked.connect(
            lambda: self._state.do(
                lambda: remove_participant(self._state.workshop, origin=ORIGIN, participant_id=participant.id)
            )
        )
        discipline.setEnabled(not self._state.workshop.read_only)
        leave_out(self._state, remove)
        layout.addWidget(name, 1)
        layout.addWidget(discipline)
        layout.addWidget(remove)
        return row

    def _new_person_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._new_name = QLineEdit()
        self._new_name.setObjectName("newPerson")
        self._new_name.setPlaceholderText("Name, then Enter")
        self._new_name.setAccessibleName("Name of a new participant")
        self._new_name.returnPressed.connect(self._add_person)
        self._new_discipline = _discipline_combo(Discipline.CX)
        layout.addWidget(self._new_name, 1)
        layout.addWidget(self._new_discipline)
        return row

    def _add_person(self) -> None:
        name, discipline = self._new_name.text(), self._new_discipline.currentData()
        added = self._state.do(
            lambda: add_participant(self._state.workshop, origin=ORIGIN, name=name, discipline=discipline)
        )
        if added:
            self._new_name.clear()
            self._new_name.setFocus()

    def _change(self, participant_id: str, **fields: Any) -> None:
        self._state.do(
            lambda: change_participant(
                self._state.workshop, origin=ORIGIN, participant_id=participant_id, **fields
            )
        )

    def _on_edited(self, name: str, value: Any) -> None:
        self._state.do(lambda: change_session(self._state.workshop, origin=ORIGIN, **{name: value}))
        self.show_session()


def _counted(board: Board, *, writable: bool) -> str:
    """How many cards and links the room sees; turned cards count, what they are linked to does not."""
    cards, links = len(board.cards), sum(1 for _ in visible_to(ROOM, board).links())
    if not cards:
        return "An empty board: press N and write the first card." if writable else "No cards on this board."
    return f"{cards:,} {'card' if cards == 1 else 'cards'} · {links:,} {'link' if links == 1 else 'links'}"


def _caption(words: str) -> QLabel:
    caption = QLabel(words)
    caption.setProperty("caption", True)
    caption.setContentsMargins(0, 12, 0, 0)
    return caption


def _discipline_combo(discipline: Discipline) -> QComboBox:
    combo = QuietCombo()
    combo.setAccessibleName("Discipline")
    for value, words in ((Discipline.CX, "CX"), (Discipline.UX, "UX"), (Discipline.JOINT, "Guest")):
        combo.addItem(words, value)
    combo.setCurrentIndex(combo.findData(discipline))
    combo.setFixedWidth(px(78))
    return combo
