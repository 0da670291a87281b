"""Making the board known to assistive technology, and telling it what has the keyboard and what changed."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface

from ui.accessibility.canvas_interface import CanvasInterface
from ui.accessibility.spoken import change_words, selection_words
from ui.canvas.canvas import Canvas
from workshop.changes.change_set import ChangeSet
from workshop.model.cards import Card

_interfaces: dict[int, CanvasInterface] = {}
"""The interfaces of boards by the id of the canvas, so that Python keeps what Qt was given."""

_installed: list[bool] = []

_REST_MS = 200
"""After this pause in moving the board, the cards that came into view and left it are told."""

_MOST_TOLD = 60
"""Where more cards than this came or went, only that the list is another is told."""


def expose(canvas: Canvas) -> "Announcer":
    """Have Qt ask us for the interface of a board; one that it made itself before is made again."""
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed.append(True)
    if QAccessible.isActive():
        made = QAccessible.queryAccessibleInterface(canvas)
        if made is not None and not isinstance(made, CanvasInterface):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))
    return Announcer(canvas)


def _factory(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Canvas) or not hasattr(thing, "writing"):
        return None  # still being made: `expose` comes to it
    made = _interfaces.get(id(thing))
    if made is None or made.canvas is not thing:
        made = _interfaces[id(thing)] = CanvasInterface(thing)
    return made


class Announcer(QObject):
    """Follows a board; silent while nobody listens."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._key = id(canvas)
        canvas.installEventFilter(self)
        canvas.state.selection_changed.connect(self._on_selection)
        canvas.state.board_changed.connect(self._on_board)
        canvas.state.message.connect(self.say)
        canvas.state.phase_changed.connect(self._on_phase)
        self._listed: tuple[str, ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._tell_children)
        for moved in (canvas.camera_changed, canvas.resized, canvas.state.board_changed):
            moved.connect(self._on_moved)

    def say(self, words: str) -> None:
        """Have words spoken."""
        if words and QAccessible.isActive():
            send(QAccessibleAnnouncementEvent(self._canvas, words))

    def end(self) -> None:
        """The board is closed."""
        self._rest.stop()
        if (interface := _interfaces.pop(self._key, None)) is not None:
            interface.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say which card has the keyboard when the board gets it."""
        if event.type() == QEvent.Type.FocusIn and QAccessible.isActive():
            self._focus()
        return super().eventFilter(watched, event)

    def _on_selection(self) -> None:
        if not QAccessible.isActive():
            return
        state = self._canvas.state
        self._focus()
        self.say(selection_words(self._canvas.scene.visible, state.cards, state.links))

    def _on_moved(self, *_what: object) -> None:
        if QAccessible.isActive():
            self._rest.start()

    def _tell_children(self) -> None:
        """Tell which cards came into view, and which left it, since it was told last."""
        if not QAccessible.isActive() or (interface := _interface(self._canvas)) is None:
            return
        before, now = set(self._listed), set(interface.listed)
        self._listed = interface.listed
        if len(before ^ now) > _MOST_TOLD:
            send(QAccessibleEvent(interface, QAccessible.Event.ObjectReorder))
            return
        for card in sorted(before - now):
            send(QAccessibleEvent(interface.interface_of(card), QAccessible.Event.ObjectDestroyed))
        for card in interface.listed:
            if card not in before:
                send(QAccessibleEvent(interface.interface_of(card), QAccessible.Event.ObjectCreated))

    def _on_phase(self) -> None:
        if self._canvas.state.phase is not None:
            self.say(f"{self._canvas.state.phase.value} chosen")

    def _on_board(self, change_set: ChangeSet) -> None:
        if not QAccessible.isActive():
            return
        interface = _interface(self._canvas)
        for change in change_set.changes if interface is not None and len(change_set.changes) < 20 else ():
            if isinstance(change.record, Card) and change.after is not None and change.before is not None:
                assert interface is not None
                card = interface.interface_of(change.record.id)
                send(QAccessibleEvent(card, QAccessible.Event.NameChanged))
        if self._canvas.writing.card is None:
            self.say(change_words(self._canvas.scene.visible, change_set))

    def _focus(self) -> None:
        card, interface = self._canvas.state.one_card, _interface(self._canvas)
        if card is None or interface is None or card.id not in self._canvas.scene.cards.index:
            return
        item = interface.interface_of(card.id)
        send(QAccessibleEvent(item, QAccessible.Event.Selection))
        if self._canvas.hasFocus():
            send(QAccessibleEvent(item, QAccessible.Event.Focus))


def send(event: QAccessibleEvent) -> None:
    """Tell assistive technology."""
    QAccessible.updateAccessibility(event)


def _interface(canvas: Canvas) -> CanvasInterface | None:
    found = QAccessible.queryAccessibleInterface(canvas)
    return found if isinstance(found, CanvasInterface) else None
