"""A part of a sheet that opens and closes under its heading, with a few quiet words on what is in it."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.panels.labelled import quiet_label
from ui.theme.icons import icon
from workshop.picture.palette import Palette


class Section(QWidget):
    """`body` takes what is in it."""

    def __init__(self, title: str, looks: Palette, *, opened: bool = True) -> None:
        super().__init__()
        self._looks = looks
        self.heading = QPushButton(title)
        self.heading.setProperty("section", True)
        self.heading.setCheckable(True)
        self.heading.setObjectName(f"section:{title}")
        self.heading.clicked.connect(self.show_opened)
        self.summary = quiet_label()
        self.summary.setContentsMargins(22, 0, 0, 0)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 2, 0, 8)
        self.body.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.heading)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self._inside)
        self.summarize("")
        self.show_opened(opened)

    def summarize(self, words: str) -> None:
        """Say in a few words what is in it, which is read while it is closed."""
        self.summary.setText(words)
        self.summary.setVisible(bool(words) and not self.heading.isChecked())
        self.heading.setAccessibleDescription(words)

    def show_opened(self, opened: bool) -> None:
        """Open or close it."""
        self.heading.setChecked(opened)
        self.heading.setIcon(icon("caret-down" if opened else "caret-right", self._looks.muted))
        self._inside.setVisible(opened)
        self.summary.setVisible(bool(self.summary.text()) and not opened)
