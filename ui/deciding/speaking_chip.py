"""The chip above the board that says who speaks, fairly: CX and UX in turn, whoever was heard least first."""

from ui.canvas.canvas import Canvas
from ui.elided import ElidedLabel
from ui.floating_chip import FloatingChip
from workshop.facilitation.speaking import next_speaker
from workshop.model.people import Participant


class SpeakingChip(FloatingChip):
    """Who was heard is the room's, neither undone nor saved with the board."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, "speakingChip", "microphone")
        self._state = canvas.state
        self._room = canvas.state.workshop.room
        self.who = ElidedLabel()
        self.who.setObjectName("strongRow")
        self.next = self.button("Next", "They were heard; who speaks next (Shift+S)", self.step)
        self.hold(self.who, self.next, self.cross("Put away", self.hide))
        self._state.board_changed.connect(self.refresh)

    @property
    def speaker(self) -> Participant | None:
        """Who speaks, of those in the session."""
        return next_speaker(self._state.workshop.board.participants.values(), self._room.heard)

    def begin(self) -> None:
        """Show who speaks."""
        self.show()
        self.refresh()

    def step(self) -> None:
        """Who spoke was heard: show the next."""
        if (speaker := self.speaker) is not None:
            self._room.hear(speaker.id)
        self.refresh()

    def refresh(self) -> None:
        """Show who speaks now; with nobody there, nothing."""
        if self.isHidden():
            return
        if (speaker := self.speaker) is None:
            self.hide()
            return
        self.show_words(self.who, f"{speaker.name} · {speaker.discipline.tag} speaks")
        self.setAccessibleName(self.who.text())
        self.tint(speaker.discipline)
        self.place()
