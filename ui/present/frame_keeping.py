"""Making a frame by one key: of the phase looked at, the chosen group or lit thread, else of what is in view."""

from collections.abc import Callable

from ui.canvas.canvas import Canvas
from ui.window_state import ORIGIN, WindowState
from workshop.commands.frames import add_group_frame, add_phase_frame, add_region_frame, add_thread_frame
from workshop.facilitation.framing import region_around
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Frame
from workshop.picture.plan import Rect

_EDGE = 24.0
"""Pixels of the view left out at its edges, as fitting leaves them free."""

_MOST = 0.6
"""The share of the view's width or height that a phase takes in which the view is of that phase."""


def keep_frame(canvas: Canvas) -> Frame | None:
    """Make the frame and say what it is; None when it was refused."""
    frame = canvas.state.do(_wanted(canvas))
    if frame is not None:
        canvas.state.message.emit(f"“{frame.name}” is a frame now. PgDown walks the frames while you present.")
    return frame


def _wanted(canvas: Canvas) -> Callable[[], Frame]:
    state, workshop = canvas.state, canvas.state.workshop
    if (phase := state.phase) is not None and _looks_at(canvas, phase):
        return lambda: add_phase_frame(workshop, origin=ORIGIN, phase=phase)
    if (group := _group(state)) is not None:
        return lambda: add_group_frame(workshop, origin=ORIGIN, group_id=group)
    if (root := _root(canvas)) is not None:
        return lambda: add_thread_frame(workshop, origin=ORIGIN, root=root)
    view = canvas.camera.rect_to_board(Rect(0, 0, canvas.width(), canvas.height()).grown(-_EDGE))
    corners = region_around(view, canvas.scene.layout)
    return lambda: add_region_frame(workshop, origin=ORIGIN, corners=corners)


def _looks_at(canvas: Canvas, phase: Phase) -> bool:
    """Whether all of a phase is in view and fills most of it; one that a step chose may be far from there."""
    x, y, w, h = canvas.camera.rect_to_screen(canvas.scene.layout.columns[phase])
    width, height = canvas.width(), canvas.height()
    inside = x >= 0 and y >= 0 and x + w <= width and y + h <= height
    return inside and max(w / width, h / height) >= _MOST


def _group(state: WindowState) -> str | None:
    """The group whose cards are selected, all of them."""
    cards = state.workshop.board.cards
    groups = {cards[card].group for card in state.cards if card in cards}
    if len(groups) != 1 or (group := next(iter(groups))) is None:
        return None
    members = {card.id for card in cards.values() if card.group == group}
    return group if members == state.cards else None


def _root(canvas: Canvas) -> str | None:
    """The root of the thread that is lit, by a key or in its panel."""
    lit = canvas.state.lit
    if lit is None:
        return None
    threads = [thread for thread in canvas.scene.threads.read() if thread.root in lit]
    best = max(threads, key=lambda thread: len(lit.intersection(thread.cards)), default=None)
    return best.root if best is not None else None
