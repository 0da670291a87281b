"""Presenting: what the projector shows, as the facilitator directs it from the bar, by keys and with a clicker."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent

from ui.canvas.canvas import Canvas
from ui.present.edge import edge_words
from ui.present.following import FOLLOW_MS, following_camera
from ui.present.frame_walk import FrameWalk, Stop
from ui.present.keeping_up import KeepingUp
from ui.present.laser_hand import LaserHand
from ui.present.looks import ProjectorLooks, choose_looks, projector_palette
from ui.present.passing_on import PASSED_ON, wheel_at
from ui.present.placing import Placing
from ui.present.projector import Projector
from ui.present.result_showing import ResultShowing
from ui.present.screens import Screens
from ui.present.small_words import SmallWords
from ui.present.spotlight import Spot, spot_of, spot_parts
from ui.running.revealing_actions import phase_to_reveal
from workshop.changes.change_set import ChangeSet
from workshop.commands.revealing import hidden_cards
from workshop.facilitation.framing import frame_parts, frames_to_walk, region_around
from workshop.facilitation.parts import ViewPart
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Frame, FrameKind, Mode
from workshop.picture.palette import Palette
from workshop.picture.plan import Point, Rect
from workshop.visibility import PROJECTOR

AGAIN_MS = 60
"""After this pause, what is framed or in the spotlight is looked for where a change of the board has put it."""

WHY = "frames"
"""The reason for which the facilitator's view jumps along with the frames."""


class Presenting(QObject):
    """One presentation, from its beginning until `end`. `changed` is told to the bar."""

    changed = Signal()
    ended = Signal()
    asked = Signal(str)
    """The name of an action that was asked for on the projector."""

    def __init__(self, canvas: Canvas, screens: Screens, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._state = canvas.state
        workshop = canvas.state.workshop
        self.projector = Projector(workshop, PROJECTOR, projector_palette(canvas.looks))
        self.placing = Placing(self.projector, canvas.window(), screens)
        self.laser = LaserHand(canvas, self.projector, self.placing)
        self._keeping_up = KeepingUp(canvas, self.projector, self)
        self.small_words = SmallWords(self.projector, self._shows_view, self)
        self.result = ResultShowing(self.projector, canvas.state, self)
        self.timer, self.masking = canvas.state.timer, canvas.state.masking
        self.walk = FrameWalk(self._walked, self._parts)
        self.following = True
        self.spot: Spot | None = None
        self.stop: Stop | None = None
        self._kept: Rect | None = None
        self._read: str | None = None
        self._passing: Frame | None = None
        self._jumping = self._behind = self._away = False
        self.hidden = self._count_hidden()
        self._follow = self._later(FOLLOW_MS, self._on_follow)
        self._again = self._later(AGAIN_MS, self._find_again)
        self._keys: dict[int, Callable[[], object]] = {
            **dict.fromkeys((Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down), self.next_frame),
            **dict.fromkeys((Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up), self.previous_frame),
            **dict.fromkeys((Qt.Key.Key_B, Qt.Key.Key_Period), self.blacken),
            Qt.Key.Key_K: self.use_laser,
            Qt.Key.Key_Space: canvas.space_tapped.emit,
            Qt.Key.Key_Escape: self.end,
        }
        self._listen()
        self._tell_time()
        self.placing.take()
        self.aim()

    def frames(self) -> list[Frame]:
        """The frames to walk, as the room may see them."""
        return frames_to_walk(self.projector.board.scene.visible)

    def _walked(self) -> list[Frame]:
        """The frames, and before them what is walked without one: the phase of a step, or a view in parts."""
        return [*([self._passing] if self._passing is not None else []), *self.frames()]

    @property
    def rests(self) -> bool:
        """Whether a break fills the projector: it does until the room is shown something else."""
        return not (self._away or self.spot or self._read or self.result.round)

    @property
    def waits(self) -> bool:
        """Whether something that was asked for is still to be shown."""
        timers = self._follow.isActive() or self._again.isActive()
        return timers or self._keeping_up.busy or self.small_words.busy or self.placing.settling

    def come_back(self) -> None:
        """Show the projector where there is a screen for it, this window's if need be."""
        self.placing.take()

    def end(self) -> None:
        """Take the projector away, and give the keyboard back to the board."""
        self.laser.hold(on=False)
        self._keeping_up.end()
        self.small_words.end()
        self.result.end()
        self.timer.changed.disconnect(self._tell_time)
        self.timer.entered.disconnect(self._on_entered)
        self.timer.ticked.disconnect(self._tell_time)
        for timer in (self._follow, self._again):
            timer.stop()
        self._canvas.camera_changed.disconnect(self._on_looked)
        self._state.board_changed.disconnect(self._on_board)
        self._state.card_revealed.disconnect(self._on_revealed)
        self.projector.closed.disconnect(self.end)
        self.projector.reshaped.disconnect(self._find_again)
        self.placing.leave()
        self.projector.deleteLater()
        self.ended.emit()

    def next_frame(self) -> None:
        """Show the next piece of the frame, or the next frame."""
        self._walk(1, "This is the last frame.")

    def previous_frame(self) -> None:
        """Show the piece before, or the frame before."""
        self._walk(-1, "This is the first frame.")

    def go_to_frame(self, frame_id: str) -> None:
        """Show this frame."""
        self._show(self.walk.go(frame_id))

    def follow(self, *, on: bool) -> None:
        """Have the projector show what the facilitator looks at, or stay with what it shows now."""
        self._read = None
        self.result.hide()
        if on:
            self.stop = self.spot = None
            self._away = False
        elif self.stop is None:
            self._kept = self.projector.view
        self.following = on
        self.aim()

    def show_in_parts(self) -> None:
        """Walk what the projector shows now piece by piece, so that the last row can read it."""
        scene = self.projector.board.scene
        left, right = region_around(self.projector.view, scene.layout)
        self._passing = Frame(id="view", name="This view", top_left=left, bottom_right=right)
        self._show(self.walk.go(self._passing.id))

    def spotlight(self) -> None:
        """Put what is chosen into the spotlight; the same again, or nothing chosen, ends it."""
        spot = spot_of(self._state)
        if spot is None and self.spot is None:
            self._state.message.emit("Choose a card, a link, a thread or a phase for the spotlight first.")
        self.result.hide()
        again = self.spot is not None and spot == replace(self.spot, piece=0)
        self.spot = None if again else spot
        self.aim()

    def use_laser(self) -> None:
        """Show on the projector where the pointer is, or no longer."""
        self.laser.hold(on=not self.laser.on)
        self.changed.emit()

    def freeze(self) -> None:
        """Let the picture stay whatever is done here, or show the board as it is again."""
        self.projector.freeze(frozen=not self.projector.frozen)
        self.small_words.look_again()
        self.changed.emit()

    def blacken(self) -> None:
        """Show nothing, or the board again."""
        self.projector.blacken(black=not self.projector.black)
        self.changed.emit()

    def choose_looks(self, looks: ProjectorLooks) -> None:
        """Have the projector in other colours."""
        choose_looks(looks)
        self.use_palette(self._canvas.looks)
        self.changed.emit()

    def use_palette(self, window: Palette) -> None:
        """The window has other colours; the projector too, if it goes along."""
        self.projector.use_palette(projector_palette(window))

    def aim(self) -> None:
        """Have the projector show what it is to show: the spotlight, else the frame, else the facilitator's view."""
        self._tell_time()
        if self._light_spot():
            pass
        elif self.stop is not None:
            self.projector.show_rect(self.stop.part.rect, self.stop.part.cards)
        elif self._shows_read():
            pass
        elif self.following:
            self.projector.look(following_camera(self._canvas, self.projector.room))
        elif self._kept is not None:
            self.projector.show_rect(self._kept)
        self.small_words.look_again()
        self.changed.emit()

    def _shows_view(self) -> bool:
        """Whether the projector shows the facilitator's view, as it follows it or has kept it."""
        shows = self.spot or self.stop or self._read or self.result.round or self.projector.words.rests
        return not (shows or self.projector.frozen)

    def _light_spot(self) -> bool:
        """Whether there is a spotlight; one whose cards are all gone ends."""
        if self.spot is None:
            return False
        parts = self._spot_parts()
        if not parts:
            self.spot = None
            return False
        part = parts[min(self.spot.piece, len(parts) - 1)]
        if part.cards is not None and len(part.cards) == 1:
            self.projector.board.bring_up(*part.cards)
        self.projector.show_rect(part.rect, part.cards)
        return True

    def _shows_read(self) -> bool:
        """Whether there is a card to be read aloud, shown as large as the projector has room for."""
        if (card := self._read) is None:
            return False
        projector = self.projector
        parts = spot_parts(Spot(frozenset({card})), projector.board.scene, projector.screen_room)
        if not parts:
            self._read = None
            return False
        projector.board.bring_up(card)
        projector.show_rect(parts[0].rect)
        return True

    def _spot_parts(self) -> tuple[ViewPart, ...]:
        projector = self.projector
        return spot_parts(self.spot, projector.board.scene, projector.screen_room) if self.spot else ()

    def _walk(self, way: int, at_the_end: str) -> None:
        if self.result.step(way):
            return
        if self.spot is not None and 0 <= (piece := self.spot.piece + way) < len(self._spot_parts()):
            self.spot = replace(self.spot, piece=piece)
            self.aim()
            return
        stop = self.walk.step(way)
        if stop is None:
            nothing = "There is nothing to walk yet: Shift+F makes a frame of what is in view."
            self._state.message.emit(at_the_end if self.walk.here() is not None else nothing)
            return
        self._show(stop)

    def _show(self, stop: Stop | None) -> None:
        """Show a frame; a black screen comes back, and who is followed goes along."""
        self.stop, self.spot, self._read = stop, None, None
        self._away = stop is not None
        self.projector.blacken(black=False)
        self.result.hide()
        if stop is not None and self.following and not self._canvas.writing.card:
            self._jumping = True
            self._canvas.looking.fit(stop.part.rect, why=WHY)
            self._jumping = False
        self.aim()

    def _parts(self, frame: Frame) -> tuple[ViewPart, ...]:
        scene = self.projector.board.scene
        return frame_parts(frame, scene.visible, scene.layout, self.projector.screen_room)

    def _listen(self) -> None:
        projector = self.projector
        projector.key_pressed.connect(self._on_key)
        projector.wheeled.connect(self._on_wheel)
        projector.reshaped.connect(self._find_again)
        projector.closed.connect(self.end)
        self.placing.placed.connect(self.changed)
        self.small_words.changed.connect(self.changed)
        self._keeping_up.taken.connect(self._on_taken)
        self.result.changed.connect(self._tell_time)
        self.result.changed.connect(self.changed)
        self.timer.changed.connect(self._tell_time)
        self.timer.entered.connect(self._on_entered)
        self.timer.ticked.connect(self._tell_time)
        self._canvas.camera_changed.connect(self._on_looked)
        self._state.board_changed.connect(self._on_board)
        self._state.card_revealed.connect(self._on_revealed)

    def _later(self, ms: int, do: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(do)
        return timer

    def _tell_time(self) -> None:
        self.projector.say(edge_words(self._state.workshop.room, rests=self.rests))

    def _on_entered(self, step: AgendaStep | None) -> None:
        """Show the phase of the step piece by piece, as frames are, or that there is a break."""
        self.hidden, self._away = self._count_hidden(), False
        if step is not None and step.mode is Mode.BREAK:
            self.spot = self._read = None
            self.result.hide()
            self.aim()
        if self.following and step is not None and step.phase is not None:
            self.stop, self.spot, self._read = self._stop_at(step.phase), None, None
            self.result.hide()
            self.aim()
        self.changed.emit()

    def _stop_at(self, phase: Phase) -> Stop | None:
        """The first piece of a phase, by its frame if there is one."""
        found = (one for one in self.frames() if one.kind is FrameKind.PHASE and one.phase is phase)
        frame = next(found, None)
        self._passing = None
        if frame is None:
            frame = self._passing = Frame(
                id=f"step {phase.value}", name=phase.value, kind=FrameKind.PHASE, phase=phase
            )
        return self.walk.go(frame.id)

    def _on_revealed(self, card: str) -> None:
        """Show a card that was turned to be read aloud, until the facilitator looks elsewhere; after all, the phase."""
        if self.following and self.spot is None:
            step = self.timer.step
            phase = step.phase if step is not None and not card else None
            self.result.hide()
            self.stop = self._stop_at(phase) if phase is not None else None
            self._read = card or None
            self.aim()

    def _on_taken(self, cards: frozenset[str]) -> None:
        """Cards are taken in hand: show the piece of the frame that has them."""
        if self.following and self.spot is None and self.stop is not None:
            self.stop = self.walk.go_to_cards(cards)
            self.aim()

    def _on_key(self, key: int) -> None:
        if (do := self._keys.get(key)) is not None:
            do()
        elif (name := PASSED_ON.get(key)) is not None:
            self.asked.emit(name)

    def _on_wheel(self, event: QWheelEvent) -> None:
        """Over the only screen's window the wheel pans and zooms the board below, at what the pointer is on."""
        if self.placing.alone:
            at = self.projector.board_point(Point(event.position().x(), event.position().y()))
            wheel_at(self._canvas, self._canvas.camera.to_screen(at), event)

    def _on_looked(self) -> None:
        """The facilitator looks elsewhere: the projector goes along at once, and then at most so often."""
        if self._jumping or not self.following:
            return
        if self._read is not None or self.stop is not None:
            self._read = self.stop = None
            self._tell_time()
            self.changed.emit()
        self._behind = True
        if not self._follow.isActive():
            self._on_follow()

    def _on_follow(self) -> None:
        if self._behind and self.following and self.stop is None and self.spot is None:
            self._behind = False
            self.projector.look(following_camera(self._canvas, self.projector.room))
            self.small_words.look_again()
            self._follow.start()

    def _on_board(self, change_set: ChangeSet) -> None:
        self.projector.take(change_set)
        self.small_words.look_again()
        if self.result.round:
            self.result.look_again()
        before, self.hidden = self.hidden, self._count_hidden()
        if before != self.hidden:
            self.changed.emit()
        if self.spot is not None or self.stop is not None or self._read is not None:
            self._again.start()

    def _count_hidden(self) -> int:
        """How many cards lie turned where the next one is revealed."""
        return len(hidden_cards(self._state.workshop.board, phase_to_reveal(self._state)))

    def _find_again(self) -> None:
        """What is shown may be elsewhere, in other pieces, or gone."""
        if self.stop is not None:
            self.stop = self.walk.here()
        if self.result.round:
            self.result.look_again()
        self.aim()
