"""The panel of frames: the named views that are presented one after the other, named, ordered and removed here."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.panels.looking_only import changing, leave_out
from ui.panels.panel_page import MARGIN, PanelContext, PanelPage
from ui.panels.reordering import Reordering
from ui.panels.row import Act
from ui.panels.row_list import RowList
from ui.panels.teaching import Teaching
from ui.present.frame_row import FrameRow
from ui.theme.icons import icon
from ui.window_state import ORIGIN
from workshop.commands.frames import name_frame, order_frames, remove_frames
from workshop.facilitation.framing import frame_seen, frames_of
from workshop.method.records import records_of
from workshop.model.facilitation import Frame


class FramesPage(PanelPage):
    """Lists the frames in the order in which they are walked."""

    title = "Frames"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.rows = RowList(self._row)
        self._reordering = Reordering(self.rows, self.looks.selection, self._move_to)
        self.rows.setAccessibleName("Frames")
        self._nothing = Teaching(
            "A frame is a view that the room shall see: a phase, a group, a thread, or just what is in view. "
            "PgDown walks the frames while you present; without any, it walks the phases.",
            "Make a frame of this view",
            self.add,
        )
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.rows, 1)
        self.body.addLayout(self._bar())

    def refresh(self) -> None:
        """Show the frames as they are now."""
        frames = frames_of(self.context.board)
        self.rows.show_rows([frame.id for frame in frames])
        self.rows.setVisible(bool(frames))
        self._nothing.setVisible(not frames)
        self._more.setVisible(bool(frames))
        told = bool(frames) and not self.state.workshop.read_only
        self.say("Shift+F on the board makes another; Alt+Up and Alt+Down move one." if told else "")

    def show_record(self, record_id: str) -> None:
        """Bring a frame into sight, and the keyboard to it."""
        self.rows.go_to(record_id)

    def add(self) -> None:
        """Make a frame of what is chosen or in view."""
        self.context.act("keep_frame")
        self.refresh()
        if self.rows.keys:
            self.rows.go_to(self.rows.keys[-1])

    def frame(self, key: str) -> Frame | None:
        """The frame of a row."""
        frame = records_of(self.context.board, Frame).get(key)
        return frame_seen(frame, self.context.visible) if frame is not None else None

    def place(self, key: str) -> tuple[int, int]:
        """Which of how many a frame is, counted from 0."""
        return self.rows.keys.index(key), len(self.rows.keys)

    def acts_of(self, key: str) -> list[Act]:
        """What is offered for a frame; the first is what Enter does."""
        place, count = self.place(key)
        acts: list[Act] = [("Show", partial(self.show_frame, key))]
        if place > 0:
            acts += changing(self.state, ("Up", partial(self.move_by, key, -1)))
        if place < count - 1:
            acts += changing(self.state, ("Down", partial(self.move_by, key, 1)))
        return [*acts, *changing(self.state, ("Remove", partial(self.remove, key)))]

    def show_frame(self, key: str) -> None:
        """Look at a frame, on the projector too while somebody presents."""
        self.state.frame_wanted.emit(key)

    def name(self, key: str, name: str) -> None:
        """Give a frame another name."""
        self.state.do(lambda: name_frame(self.state.workshop, origin=ORIGIN, frame_id=key, name=name))
        self.refresh()

    def move_by(self, key: str, way: int) -> None:
        """Move a frame up (−1) or down (1), the keyboard with it."""
        keys = list(self.rows.keys)
        place = keys.index(key)
        to = max(0, min(place + way, len(keys) - 1))
        keys.insert(to, keys.pop(place))
        self.state.do(lambda: order_frames(self.state.workshop, origin=ORIGIN, frame_ids=keys))
        self.refresh()
        self.rows.go_to(key)

    def remove(self, key: str) -> None:
        """Take a frame out; the keyboard goes to the one in its place."""
        place, _ = self.place(key)
        self.state.do(lambda: remove_frames(self.state.workshop, origin=ORIGIN, frame_ids=[key]))
        self.refresh()
        if self.rows.keys:
            self.rows.go_to(self.rows.keys[min(place, len(self.rows.keys) - 1)])

    def _row(self, key: str) -> FrameRow:
        row = FrameRow(key, self.context.looks, self)
        self._reordering.follow(row)
        return row

    def _move_to(self, key: str, place: int) -> None:
        self.move_by(key, place - self.place(key)[0])

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 4, MARGIN, 12)
        self._more = QPushButton("Make a frame")
        self._more.setToolTip("Of what is chosen, or of what is in view (Shift+F)")
        self._more.setObjectName("keepFrame")
        self._more.setIcon(icon("plus", self.looks.ink))
        self._more.clicked.connect(self.add)
        present = QPushButton("Present")
        present.setIcon(icon("projector-screen", self.looks.ink))
        present.clicked.connect(lambda _checked: self.context.act("present"))
        leave_out(self.state, self._more, self._nothing.button)
        bar.addWidget(self._more)
        bar.addWidget(present)
        bar.addStretch(1)
        return bar
