"""The timetable: when each step of the agenda begins and ends by the clock, as planned and as it comes about."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from workshop.board.board import Board
from workshop.facilitation.clock import Moment
from workshop.facilitation.running import Running, planned_seconds
from workshop.method.records import records_of
from workshop.model.facilitation import AgendaStep


class Slot(msgspec.Struct, frozen=True):
    """A step by the clock: when it begins and ends.

    `past` steps are over, the `present` one runs; the others are still to come.
    """

    step: AgendaStep
    begins: datetime
    ends: datetime
    past: bool = False
    present: bool = False

    @property
    def minutes(self) -> int:
        """Whole minutes between beginning and end."""
        return round((self.ends - self.begins).total_seconds() / 60)


class Timetable(msgspec.Struct, frozen=True):
    """The steps by the clock, and minutes: the sum of all steps, those booked, and what is left of them.

    `spare` is below 0 when the agenda is longer than what was booked, None when nothing was booked.
    """

    slots: tuple[Slot, ...]
    total: int
    booked: int | None

    @property
    def spare(self) -> int | None:
        """Booked minutes that the steps leave free."""
        return None if self.booked is None else self.booked - self.total

    @property
    def ends(self) -> datetime | None:
        """When the last step ends; None for an empty agenda."""
        return self.slots[-1].ends if self.slots else None

    def slot(self, step_id: str) -> Slot | None:
        """The slot of a step."""
        return next((slot for slot in self.slots if slot.step.id == step_id), None)

    def sentence(self) -> str:
        """The total against the booked minutes, in words."""
        total = minutes_words(self.total)
        if self.booked is None or self.spare is None:
            return f"{total} in all"
        if self.spare == 0:
            return f"{total}, as booked"
        rest = f"{minutes_words(abs(self.spare))} {'to spare' if self.spare > 0 else 'too long'}"
        return f"{total} of {minutes_words(self.booked)}: {rest}"


def agenda_of(board: Board) -> list[AgendaStep]:
    """The steps of the agenda in their order."""
    return sorted(records_of(board, AgendaStep).values(), key=lambda step: step.order)


def planned_start(board: Board, now: datetime) -> datetime:
    """When the workshop begins: at its date and start where they are set, else now; a start without a date is today's.

    `now` is local time, with or without a zone, and so is the answer. It falls on a whole minute.
    """
    session = board.session
    if session.starts is None:
        return now.replace(second=0, microsecond=0)
    return datetime.combine(session.date or now.date(), session.starts, now.tzinfo)


def timetable(steps: Sequence[AgendaStep], begins: datetime, booked: int | None = None) -> Timetable:
    """The agenda as planned, from when it begins."""
    slots: list[Slot] = []
    for step in steps:
        ends = begins + timedelta(minutes=step.minutes)
        slots.append(Slot(step, begins, ends))
        begins = ends
    return Timetable(tuple(slots), sum(step.minutes for step in steps), booked)


def running_timetable(
    steps: Sequence[AgendaStep],
    running: Running,
    moment: Moment,
    now: datetime,
    booked: int | None = None,
) -> Timetable:
    """The agenda as it comes about: the present step began when its timer says, and the rest follow on its end.

    A step that overruns ends now, so each minute more moves all that follow. `now` is the local time of `moment`. The
    total counts what the past and present steps took, or will, and what the others are planned to take.
    """
    place = next((at for at, step in enumerate(steps) if step.id == running.step), None)
    if place is None:
        place = min(running.place, len(steps))
    lengths = [_length(step, at, place, running, moment) for at, step in enumerate(steps)]
    spent = (
        running.spent(running.step, moment) if place < len(steps) and steps[place].id == running.step else 0.0
    )
    begins = now - timedelta(seconds=spent + sum(lengths[:place]))
    slots: list[Slot] = []
    for at, (step, length) in enumerate(zip(steps, lengths, strict=True)):
        ends = begins + timedelta(seconds=length)
        slots.append(Slot(step, begins, ends, at < place, step.id == running.step))
        begins = ends
    return Timetable(tuple(slots), round(sum(lengths) / 60), booked)


def timer_words(seconds: float) -> str:
    """The time left as a timer shows it, “4:05”, with hours “1:04:05”; overrun as “+0:30”.

    A second begun counts whole while time is left, so that the timer reaches 0:00 when the time is over.
    """
    over = seconds < 0
    whole = int(-seconds) if over else -int(-seconds // 1)
    hours, minutes, rest = whole // 3_600, whole // 60 % 60, whole % 60
    words = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return f"+{words}" if over else words


def minutes_words(minutes: int) -> str:
    """Minutes as people say them: 45 min, 3 h, 1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" * bool(hours), f"{rest} min" * bool(rest or not hours)) if part
    )


def _length(step: AgendaStep, at: int, place: int, running: Running, moment: Moment) -> float:
    """The seconds that a step takes, as far as is known."""
    if at < place:
        return running.spent(step.id, moment)
    planned = planned_seconds(step, running)
    return max(planned, running.spent(step.id, moment)) if step.id == running.step else planned
