"""Frames: making named views of a phase, a group, a thread or a region, naming, ordering and removing them."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.method.checks import checked_line
from workshop.method.records import records_of
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Corner, Frame, FrameKind
from workshop.model.text import short
from workshop.visibility import ROOM, Sight, visible_to
from workshop.workshop import Workshop


def add_phase_frame(workshop: Workshop, *, origin: str, phase: Phase | None, name: str = "") -> Frame:
    """Make a frame of a phase, or with None of the parking lot, behind the others; without a name called like it."""
    said = name or (phase.value if phase else "Parking lot")
    return _added(workshop, origin, Frame(id=workshop.new_id(), name=said, kind=FrameKind.PHASE, phase=phase))


def add_group_frame(workshop: Workshop, *, origin: str, group_id: str, name: str = "") -> Frame:
    """Make a frame of a group's cards. Raises MissingRecordError when the group is gone."""
    if (group := workshop.board.groups.get(group_id)) is None:
        raise MissingRecordError("This group is no longer on the board.")
    said = name or group.name or "Group"
    return _added(
        workshop, origin, Frame(id=workshop.new_id(), name=said, kind=FrameKind.GROUP, group=group_id)
    )


def add_thread_frame(workshop: Workshop, *, origin: str, root: str, name: str = "") -> Frame:
    """Make a frame of the thread that begins at a card, or of the card alone while it begins none.

    Without a name it is called by the card's text, unless that is hidden. Raises MissingRecordError.
    """
    card = workshop.board.card(root)
    open_text = visible_to(ROOM, workshop.board).sight(card) is Sight.FULL
    said = name or (short(card.text, 40) if open_text else "") or "Thread"
    return _added(workshop, origin, Frame(id=workshop.new_id(), name=said, kind=FrameKind.THREAD, root=root))


def add_region_frame(
    workshop: Workshop, *, origin: str, corners: tuple[Corner, Corner], name: str = ""
) -> Frame:
    """Make a frame of a region between two corners, upper left and lower right, as `region_around` finds them."""
    number = 1 + sum(one.kind is FrameKind.REGION for one in _in_order(workshop))
    frame = Frame(
        id=workshop.new_id(), name=name or f"View {number}", top_left=corners[0], bottom_right=corners[1]
    )
    return _added(workshop, origin, frame)


def name_frame(workshop: Workshop, *, origin: str, frame_id: str, name: str) -> Frame:
    """Give a frame another name. Raises InvalidRecordError when it is empty, MissingRecordError."""
    frame = replace(_frame(workshop, frame_id), name=checked_line("The name of a frame", name, needed=True))
    with workshop.transact("name frame", origin) as transaction:
        return transaction.put(frame)


def order_frames(workshop: Workshop, *, origin: str, frame_ids: Sequence[str]) -> None:
    """Bring frames into this order as one step; those that are not named follow as they stood."""
    named = [_frame(workshop, frame_id) for frame_id in dict.fromkeys(frame_ids)]
    rest = [frame for frame in _in_order(workshop) if frame.id not in frame_ids]
    with workshop.transact("order frames", origin) as transaction:
        for order, frame in enumerate([*named, *rest]):
            transaction.put(replace(frame, order=order))


def remove_frames(workshop: Workshop, *, origin: str, frame_ids: Iterable[str]) -> None:
    """Remove frames as one step; what they show stays on the board."""
    frames = [_frame(workshop, frame_id) for frame_id in dict.fromkeys(frame_ids)]
    if not frames:
        raise InvalidRecordError("There is no frame to delete.")
    with workshop.transact("delete frames" if len(frames) > 1 else "delete frame", origin) as transaction:
        for frame in frames:
            transaction.remove(frame)


def _added(workshop: Workshop, origin: str, frame: Frame) -> Frame:
    name = checked_line("The name of a frame", frame.name, needed=True)
    order = 1 + max((one.order for one in _in_order(workshop)), default=-1)
    with workshop.transact("add frame", origin) as transaction:
        return transaction.put(replace(frame, name=name, order=order))


def _in_order(workshop: Workshop) -> list[Frame]:
    return sorted(records_of(workshop.board, Frame).values(), key=lambda frame: frame.order)


def _frame(workshop: Workshop, frame_id: str) -> Frame:
    if (frame := records_of(workshop.board, Frame).get(frame_id)) is None:
        raise MissingRecordError("This frame is no longer in the session.")
    return frame
