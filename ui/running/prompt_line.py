"""The quiet line above the board: what the room is asked in this step, and the way to the step's phase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from workshop.facilitation.modes import RULES
from workshop.model.facilitation import AgendaStep
from workshop.model.text import short

_LETTERS = 240


class PromptLine(QFrame):
    """Says the mode and the prompt. `go` is pressed by somebody who was left writing when the step was entered."""

    go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("promptLine")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        self._mode, self._prompt, self._note = QLabel(), QLabel(), QLabel()
        self._mode.setObjectName("strongRow")
        self._note.setProperty("quiet", True)
        for label in (self._mode, self._prompt, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._prompt.setWordWrap(True)
        self._button = QPushButton("Go there")
        self._button.setProperty("act", True)
        self._button.setToolTip("Alt+G")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(lambda _checked: self.go.emit())
        row.addWidget(self._mode, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._prompt, 1)
        row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.offer("")
        self.hide()

    @property
    def text(self) -> str:
        """What the room is asked, as it stands there."""
        return self._prompt.text()

    @property
    def offered(self) -> bool:
        """Whether the way to the phase is offered."""
        return not self._button.isHidden()

    def show_step(self, step: AgendaStep) -> None:
        """Show what a step asks; one without a prompt says what its mode is."""
        self._mode.setText(step.mode.value.capitalize())
        self._prompt.setText(short(step.prompt, _LETTERS) or RULES[step.mode].words)
        self.setAccessibleName(f"{self._mode.text()}: {self._prompt.text()}")

    def offer(self, phase: str) -> None:
        """Say that the step is about a phase, and offer to go there; an empty name takes it back."""
        self._note.setText(f"This step is about {phase}.")
        self._note.setVisible(bool(phase))
        self._button.setVisible(bool(phase))
