"""The door to presenting: what its actions do, made on a projector only once somebody presents."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.canvas.canvas import Canvas
from workshop.picture.palette import Palette

if TYPE_CHECKING:
    from ui.present.presenter_bar import PresenterBar
    from ui.present.presenting import Presenting
    from ui.present.screens import Screens


class PresentingDoor(QObject):
    """One method an action, named like it. `enable` is asked to look again at which actions make sense."""

    def __init__(
        self,
        desk: QWidget,
        canvas: Canvas,
        *,
        act: Callable[[str], None],
        open_panel: Callable[[str, str], None],
        enable: Callable[[], None],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._canvas = canvas
        self._act = act
        self._open_panel = open_panel
        self._enable = enable
        self._walks: tuple[QAction, ...] = ()
        self.screens: Screens | None = None
        self.presenting: Presenting | None = None
        self.bar: PresenterBar | None = None
        canvas.state.frame_wanted.connect(self._show_frame)
        canvas.state.result_wanted.connect(self._show_result)

    @property
    def on(self) -> bool:
        """Whether somebody presents."""
        return self.presenting is not None

    def present(self) -> None:
        """Show the board on the projector; while it is there, have it where it is seen."""
        if self.presenting is not None:
            self.presenting.come_back()
            return
        from ui.present.presenting import Presenting
        from ui.present.screens import Screens

        self.screens = self.screens or Screens(self)
        self.presenting = Presenting(self._canvas, self.screens, self)
        self.presenting.ended.connect(self._on_ended)
        self.presenting.asked.connect(self._act)
        self._walks = tuple(
            self._walk(key, do)
            for key, do in (
                ("PgDown", self.presenting.next_frame),
                ("PgUp", self.presenting.previous_frame),
            )
        )
        self._show_bar(self._canvas.looks)
        self._canvas.state.show_presenting(on=True)
        self._enable()

    def end_presenting(self) -> None:
        """Take the projector away."""
        if self.presenting is not None:
            self.presenting.end()

    def next_frame(self) -> None:
        """Show the next frame."""
        if self.presenting is not None:
            self.presenting.next_frame()

    def previous_frame(self) -> None:
        """Show the frame before."""
        if self.presenting is not None:
            self.presenting.previous_frame()

    def show_result(self) -> None:
        """Show the result of the round that ended last on the projector, or the board again."""
        from workshop.facilitation.rounds import rounds_of

        state = self._canvas.state
        ended = [one for one in rounds_of(state.workshop.board) if one.ended]
        if state.result_shown:
            self._show_result("")
        elif ended:
            self._show_result(ended[-1].id)
        else:
            state.message.emit("No voting round has ended yet; its result can be shown then.")

    def follow_me(self) -> None:
        """Have the projector follow this window's view, or stay."""
        if self.presenting is not None:
            self.presenting.follow(on=not self.presenting.following)

    def spotlight(self) -> None:
        """Put what is chosen into the spotlight."""
        if self.presenting is not None:
            self.presenting.spotlight()

    def laser(self) -> None:
        """Point on the projector."""
        if self.presenting is not None:
            self.presenting.use_laser()

    def freeze_projector(self) -> None:
        """Let the projector's picture stay, or go on."""
        if self.presenting is not None:
            self.presenting.freeze()

    def black(self) -> None:
        """Have the projector black, or show the board again."""
        if self.presenting is not None:
            self.presenting.blacken()

    def keep_frame(self) -> None:
        """Make a frame of what is chosen, or of what is in view."""
        from ui.present.frame_keeping import keep_frame

        keep_frame(self._canvas)

    def show_frames(self) -> None:
        """Show the frames."""
        self._open_panel("frames", "")

    def use_palette(self, looks: Palette) -> None:
        """Take other colours, once all around the board was made anew in them."""
        if self.presenting is None:
            return
        self.presenting.use_palette(looks)
        self._drop_bar()
        QTimer.singleShot(0, self, lambda: self._show_bar(looks))

    def leave(self) -> None:
        """The session is closed."""
        self.end_presenting()

    def _show_frame(self, frame_id: str) -> None:
        """Look at a frame, on the projector too while somebody presents."""
        from workshop.facilitation.framing import whole_of
        from workshop.method.records import records_of
        from workshop.model.facilitation import Frame

        if self.presenting is not None:
            self.presenting.go_to_frame(frame_id)
            return
        scene, state = self._canvas.scene, self._canvas.state
        frame = records_of(state.workshop.board, Frame).get(frame_id)
        rect = whole_of(frame, scene.visible, scene.layout) if frame is not None else None
        if rect is None:
            state.message.emit("What this frame showed is no longer on the board.")
        else:
            self._canvas.looking.fit(rect)

    def _show_result(self, round_id: str) -> None:
        """Have a result on the projector, which is begun with it if need be, or the board again."""
        if self.presenting is None and round_id:
            self.present()
        if self.presenting is not None:
            self.presenting.projector.blacken(black=False)
            self.presenting.result.show(round_id)

    def _walk(self, key: str, do: Callable[[], object]) -> QAction:
        """A key that walks wherever the keyboard is in the window, as a clicker's must."""
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked: do())
        self._desk.addAction(action)
        return action

    def _show_bar(self, looks: Palette) -> None:
        """The bar between what is above the board and the board."""
        from ui.present.presenter_bar import PresenterBar

        layout = self._desk.layout()
        if self.presenting is None or not isinstance(layout, QVBoxLayout):
            return
        self._drop_bar()
        self.bar = PresenterBar(self.presenting, looks, self._act)
        layout.insertWidget(layout.count() - 1, self.bar)

    def _drop_bar(self) -> None:
        if self.bar is not None:
            self.bar.hide()
            self.bar.setParent(None)
            self.bar.deleteLater()
            self.bar = None

    def _on_ended(self) -> None:
        for action in self._walks:
            self._desk.removeAction(action)
            action.deleteLater()
        self._walks = ()
        self._drop_bar()
        if self.presenting is not None:
            self.presenting.deleteLater()
            self.presenting = None
        self._canvas.state.show_presenting(on=False)
        self._desk.window().activateWindow()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()
