"""What is kept of a session beside its file: where it was looked at, its picture, and that it is a recent one."""

from PySide6.QtCore import QObject, QTimer

from ui.canvas.canvas import Canvas
from ui.settings import ViewMemory, remember_session, thumbnail_path, write_view
from ui.window_state import WindowState
from workshop.session.opening import OpenSession

PAUSE_MS = 400
"""After a pause of this length it is written down, so that a kill loses none of it."""

THUMBNAIL = (320, 200)


class Remembering(QObject):
    """Remembers one open session, in pauses and when it is closed."""

    def __init__(self, session: OpenSession, state: WindowState, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._session, self._state, self._canvas = session, state, canvas
        self._listed: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.remember)
        canvas.camera_changed.connect(self._pause.start)
        state.board_changed.connect(self._on_changed)

    @property
    def never_used(self) -> bool:
        """Whether this is a new session in which nothing was ever written, so that its file need not stay."""
        saver, board = self._session.saver, self._session.workshop.board
        untouched = saver is not None and saver.state.queued == 0
        return untouched and not (board.cards or board.participants or board.session.title)

    def remember(self) -> None:
        """Remember the camera and the writer, and among the recent sessions this one by its present title."""
        camera, state = self._canvas.camera, self._state
        view = ViewMemory(camera.zoom, camera.x, camera.y, state.writer, state.kind.value)
        write_view(self._session.path, view)
        if self._title != self._listed and not self.never_used:
            self._put_first()
        self._canvas.looking.rest()

    def remember_closed(self) -> None:
        """The same with a small picture of the board; it is the most recent session now."""
        self._pause.stop()
        self.remember()
        if len(self._canvas.scene.cards):
            self._canvas.small_picture(*THUMBNAIL).save(str(thumbnail_path(self._session.path)))
        if not self.never_used:
            self._put_first()

    @property
    def _title(self) -> str:
        return self._session.workshop.board.session.title

    def _put_first(self) -> None:
        self._listed = self._title
        remember_session(self._session.path, self._title)

    def _on_changed(self) -> None:
        if self._title != self._listed:
            self._pause.start()
