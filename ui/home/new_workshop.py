"""The form for a new workshop: title, date, place, template and people; everything may stay empty."""

from datetime import date as Date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout

from ui.home.template_button import TemplateButton
from ui.new_workshop import NewWorkshop
from ui.panels.line_fields import DateField
from ui.theme.scale import px
from workshop.model.cards import Discipline
from workshop.picture.palette import Palette


class NewWorkshopForm(QFrame):
    """`wanted` carries a NewWorkshop."""

    wanted = Signal(object)

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self.setObjectName("zoomBar")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(8)
        heading = QLabel("New workshop")
        heading.setProperty("heading", True)
        layout.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.title = _line("title", "What it is about")
        self.date = DateField()
        self.date.show_value(Date.today())
        self.place = _line("place", "Room or address")
        for row, (label, field) in enumerate(
            (("Title", self.title), ("Date", self.date), ("Place", self.place))
        ):
            caption = QLabel(label)
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
        self.template = TemplateButton(looks)
        grid.addWidget(QLabel("Begin from"), 3, 0)
        grid.addWidget(self.template, 3, 1)
        layout.addLayout(grid)
        self._add_people(layout)
        create = QPushButton("Create workshop")
        create.setObjectName("createWorkshop")
        create.setProperty("primary", True)
        create.clicked.connect(self._create)
        self.title.returnPressed.connect(self._create)
        layout.addSpacing(4)
        layout.addWidget(create)

    def _add_people(self, layout: QVBoxLayout) -> None:
        people = QLabel("People, one a line, with CX, UX or nothing for guests:")
        people.setProperty("quiet", True)
        people.setWordWrap(True)
        self.people = QPlainTextEdit()
        self.people.setObjectName("newPeople")
        self.people.setAccessibleName("People")
        self.people.setPlaceholderText("Mira Jensen, CX\nJonas Weber, UX")
        self.people.setTabChangesFocus(True)
        self.people.setFixedHeight(px(88))
        layout.addWidget(people)
        layout.addWidget(self.people)

    def _create(self) -> None:
        try:
            day = self.date.value_of(self.date.field.text().strip())
        except ValueError as error:
            self.date.refuse(str(error))
            self.date.setFocus()
            return
        people = tuple(
            person for line in self.people.toPlainText().splitlines() if (person := read_person(line))
        )
        title, place = self.title.text().strip(), self.place.text().strip()
        self.wanted.emit(NewWorkshop(title, day, place, people, self.template.key))


def read_person(line: str) -> tuple[str, Discipline] | None:
    """A name and discipline from a line such as “Mira Jensen, CX”; None for an empty line."""
    words = line.replace(",", " ").replace("(", " ").replace(")", " ").split()
    if not words:
        return None
    last = words[-1].upper()
    if last in ("CX", "UX") and len(words) > 1:
        return " ".join(words[:-1]), Discipline(last)
    return " ".join(words), Discipline.JOINT


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(f"new:{name}")
    line.setAccessibleName(name.capitalize())
    line.setPlaceholderText(placeholder)
    return line
