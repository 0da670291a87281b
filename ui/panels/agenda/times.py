"""The agenda by the clock, as a panel tells it: read once for all rows."""

from workshop.facilitation.timetable import (
    Slot,
    Timetable,
    agenda_of,
    planned_start,
    running_timetable,
    timetable,
)
from workshop.workshop import Workshop


def times_of(workshop: Workshop) -> Timetable:
    """The agenda as it comes about while it runs, else as it is planned; in local time."""
    board, room = workshop.board, workshop.room
    steps, now = agenda_of(board), workshop.clock().astimezone()
    booked = board.session.booked_minutes or None
    if room.running is not None:
        return running_timetable(steps, room.running, room.now, now, booked)
    return timetable(steps, planned_start(board, now), booked)


def clock_words(slot: Slot) -> str:
    """When a step begins: 9:30."""
    return f"{slot.begins:%H:%M}"


def total_words(times: Timetable) -> str:
    """The total against what is booked, and when the last step ends."""
    ends = f" · ends {times.ends:%H:%M}" if times.ends is not None else ""
    return f"{times.sentence()}{ends}"
