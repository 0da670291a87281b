"""The presenter's bar: a slim row in the facilitator's window from which the projector is directed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from ui.canvas.masking import MASKED_NOTE
from ui.present.looks import WORDS, ProjectorLooks, chosen_looks
from ui.present.note_line import NoteLine
from ui.present.presenting import Presenting
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.tips import plain_tip
from workshop.facilitation.framing import UNNAMED
from workshop.model.text import short
from workshop.picture.palette import Palette

_ICON = 16
_NAME = 48
_FRAME, _PADDING = 260, 16
"""The most that the name of the frame takes, and what is free at its sides, in pixels."""

_SMALL = (" Too small for the last row · Present in parts", " Present in parts", " Present in parts", "")
_HIDDEN = (" hidden · Reveal next", " hidden · Reveal next", " hidden · Reveal next", " hidden")
"""What the notice of small letters and the number of hidden cards say, the more room there is the more."""


class PresenterBar(QFrame):
    """`act` carries out an action of the window by its name."""

    def __init__(self, presenting: Presenting, looks: Palette, act: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("presenterBar")
        self.setAccessibleName("Presenting")
        self.setStyleSheet(
            f"#presenterBar {{ background: {looks.raised}; border-bottom: 1px solid {looks.hairline}; }}"
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._presenting = presenting
        self._looks = looks
        self._act = act
        self.where = QLabel()
        self.where.setObjectName("strongRow")
        self.small, self.note, self.hidden = self._made_small(), NoteLine(), self._made_hidden()
        self._switches = self._made_switches()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 12, 4)
        self._tools = self._row()
        column.addLayout(self._tools)
        column.addWidget(self.note.below)
        presenting.changed.connect(self.refresh)
        presenting.masking.changed.connect(self.refresh)
        presenting.timer.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands."""
        presenting = self._presenting
        self.where.setText(_standing(presenting))
        stop = presenting.stop
        self.frames.setToolTip(plain_tip(stop.words) if stop else "Go to a frame")
        states = {
            "follow": presenting.following,
            "spotlight": presenting.spot is not None,
            "laser": presenting.laser.on,
            "freeze": presenting.projector.frozen,
            "black": presenting.projector.black,
        }
        for name, on in states.items():
            self._switches[name].setChecked(on)
            self._tint(name, on=on)
        step = presenting.timer.step
        masks, note = presenting.masking.masks, step.note if step is not None else ""
        self.note.show_note(MASKED_NOTE if masks and note.strip() else note)
        self.small.setVisible(presenting.small_words.found)
        self.hidden.setVisible(bool(presenting.hidden))
        self.hidden.setAccessibleName(f"{presenting.hidden} hidden: reveal the next card")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in fewer words what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _row(self) -> QHBoxLayout:
        """What the room sees, the walk, what the facilitator should know, and the switches."""
        presenting, row = self._presenting, QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.where)
        row.addSpacing(8)
        row.addWidget(self._button("caret-left", "Previous frame (PgUp)", presenting.previous_frame))
        row.addWidget(self._made_frames())
        row.addWidget(self._button("caret-right", "Next frame (PgDown)", presenting.next_frame))
        row.addWidget(self.small)
        row.addWidget(self.note, 1)
        for tool in (self.hidden, *self._switches.values(), self._made_looks()):
            row.addWidget(tool)
        end = QPushButton("End")
        end.setToolTip("End presenting (Shift+F5)")
        end.clicked.connect(lambda _checked: self._act("end_presenting"))
        row.addWidget(end)
        for button in (end, self.hidden, self.small, self.frames, self._switches["follow"]):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who writes on a card goes on writing
        return row

    def _made_hidden(self) -> QPushButton:
        """How many cards lie turned, and what turns the next."""
        button = QPushButton()
        button.setToolTip("Reveal the next card (R)")
        button.clicked.connect(lambda _checked: self._act("reveal_next"))
        return button

    def _made_small(self) -> QPushButton:
        """What says that the last row cannot read what is shown, and helps."""
        button = QPushButton()
        button.setObjectName("smallWords")
        button.setIcon(icon("warning-circle", self._looks.warning, size=px(_ICON)))
        button.setToolTip("The last row cannot read these letters: show them piece by piece (PgDown goes on)")
        button.setAccessibleName("Too small for the last row: present in parts")
        button.clicked.connect(lambda _checked: self._presenting.show_in_parts())
        return button

    def _fit(self) -> None:
        """Where words are too wide: leave out the name of the frame, how the projector stands, then what acts say."""
        layout = self.layout()
        assert layout is not None
        for few in range(4):
            self._name_frame(named=few < 1)
            self.small.setText(_SMALL[few])
            self.hidden.setText(f"{self._presenting.hidden}{_HIDDEN[few]}")
            self.where.setVisible(few < 2)
            self._tools.invalidate()  # the column would go by what it knows of the row
            layout.invalidate()
            if layout.minimumSize().width() <= self.width():
                break

    def _name_frame(self, *, named: bool) -> None:
        stop = self._presenting.stop
        words = f"{stop.number} of {stop.count}" if stop is not None else "Frames"
        if stop is not None and named:
            words = f"{words} · {' '.join(stop.words.split())}"
        room = px(_FRAME) - 2 * _PADDING
        elided = self.frames.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.frames.setText(elided.replace("&", "&&"))

    def _made_frames(self) -> QPushButton:
        self.frames = QPushButton()
        self.frames.setMaximumWidth(px(_FRAME))
        self._frame_menu = QMenu(self)
        self._frame_menu.aboutToShow.connect(self._fill_frames)
        self.frames.setMenu(self._frame_menu)
        return self.frames

    def _fill_frames(self) -> None:
        """The frames to go to, and what makes and orders them."""
        menu, presenting = self._frame_menu, self._presenting
        menu.clear()
        here = presenting.stop.frame.id if presenting.stop is not None else None
        for number, frame in enumerate(presenting.frames(), start=1):
            words = f"{number}  {short(frame.name or UNNAMED, _NAME)}".replace("&", "&&")
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(frame.id == here)
            action.triggered.connect(lambda _checked, frame=frame.id: presenting.go_to_frame(frame))
        menu.addSeparator()
        menu.addAction("Make a frame of this view (Shift+F)", lambda: self._act("keep_frame"))
        menu.addAction("Name and order the frames…", lambda: self._act("show_frames"))

    def _made_switches(self) -> dict[str, QToolButton | QPushButton]:
        presenting = self._presenting
        follow = QPushButton("Follow me")
        follow.setCheckable(True)
        follow.setToolTip("The projector shows what you look at; off, it stays with what it shows")
        follow.clicked.connect(lambda on: presenting.follow(on=on))
        spot = self._button("flashlight", "Spotlight on what is chosen (S)", lambda: self._act("spotlight"))
        laser = self._button("crosshair", "Laser (K)", lambda: self._act("laser"))
        freeze = self._button("snowflake", "Freeze the picture", lambda: self._act("freeze_projector"))
        black = self._button("square", "Black (B)", lambda: self._act("black"))
        made: dict[str, QToolButton | QPushButton] = {
            "follow": follow, "spotlight": spot, "laser": laser, "freeze": freeze, "black": black,
        }  # fmt: skip
        for button in made.values():
            button.setCheckable(True)
        return made

    def _made_looks(self) -> QToolButton:
        """The button of the projector's colours."""
        button = self._button("circle-half", "Colours of the projector", lambda: None)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._choices: dict[ProjectorLooks, QAction] = {}
        for looks in ProjectorLooks:
            action = self._choices[looks] = menu.addAction(WORDS[looks])
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, looks=looks: self._presenting.choose_looks(looks))
        menu.aboutToShow.connect(self._mark_looks)
        button.setMenu(menu)
        self.looks_button = button
        return button

    def _mark_looks(self) -> None:
        for looks, action in self._choices.items():
            action.setChecked(looks is chosen_looks())

    def _button(self, picture: str, words: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(picture)
        button.setProperty("flat", True)
        button.setIcon(icon(picture, self._looks.ink, self._looks.hairline, px(_ICON)))
        button.setIconSize(QSize(px(_ICON), px(_ICON)))
        button.setToolTip(words)
        button.setAccessibleName(words.split(" (", maxsplit=1)[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked: do())
        return button

    def _tint(self, name: str, *, on: bool) -> None:
        """A switch that is on stands out by more than its frame."""
        button = self._switches[name]
        if isinstance(button, QToolButton):
            ink = self._looks.selection if on else self._looks.ink
            button.setIcon(icon(button.objectName(), ink, self._looks.hairline, px(_ICON)))


def _standing(presenting: Presenting) -> str:
    """What the room sees, in few words."""
    projector = presenting.projector
    if presenting.placing.unplugged:
        return "Projector unplugged"
    if projector.black:
        return "Projector black"
    if projector.frozen:
        return "Projector frozen"
    if projector.words.rests:
        return "Break on the projector"
    return "Result on the projector" if presenting.result.round else "On the projector"
