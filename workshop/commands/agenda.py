"""The agenda: adding, changing, ordering and removing its steps, when it starts, and going from step to step."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from workshop.commands.voting import end_round_of_other_step, start_round_of_step
from workshop.errors import MissingRecordError
from workshop.facilitation.timetable import agenda_of
from workshop.method.checks import checked_line, checked_whole
from workshop.method.records import records_of
from workshop.model.cards import Anonymity
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Mode
from workshop.model.session import Session
from workshop.model.text import clean_text
from workshop.workshop import Workshop

LONGEST_STEP = 24 * 60
"""Minutes that a step is planned for at most."""


def add_step(
    workshop: Workshop,
    *,
    origin: str,
    title: str,
    phase: Phase | None = None,
    minutes: int = 10,
    mode: Mode = Mode.SHARE,
    prompt: str = "",
    anonymity: Anonymity = Anonymity.NAMES,
    note: str = "",
    after: str | None = None,
) -> AgendaStep:
    """Add a step behind the step `after`, or behind all. Raises InvalidRecordError without a title or for minutes
    out of range, MissingRecordError when `after` is gone.
    """
    steps = agenda_of(workshop.board)
    place = len(steps) if after is None else steps.index(_step(workshop, after)) + 1
    fields = _checked(
        title=title, phase=phase, minutes=minutes, mode=mode, prompt=prompt, anonymity=anonymity, note=note
    )
    step = AgendaStep(id=workshop.new_id(), **fields)
    with workshop.transact("add step", origin) as transaction:
        for order, one in enumerate([*steps[:place], step, *steps[place:]]):
            if one.id == step.id:
                step = transaction.put(replace(one, order=order))
            elif one.order != order:
                transaction.put(replace(one, order=order))
    return step


def change_step(
    workshop: Workshop,
    *,
    origin: str,
    step_id: str,
    title: str | None = None,
    phase: Phase | UnsetType | None = UNSET,
    minutes: int | None = None,
    mode: Mode | None = None,
    prompt: str | None = None,
    anonymity: Anonymity | None = None,
    note: str | None = None,
) -> AgendaStep:
    """Set what is given of a step and leave the rest; a phase of None is: no phase. Raises what add_step raises.

    A running step that becomes one of the mode vote opens its round, as entering it would.
    """
    step = _step(workshop, step_id)
    given: dict[str, Any] = {
        "title": title, "minutes": minutes, "mode": mode, "prompt": prompt, "anonymity": anonymity, "note": note,
    }  # fmt: skip
    fields = {name: value for name, value in given.items() if value is not None}
    if not isinstance(phase, UnsetType):
        fields["phase"] = phase
    changed = replace(step, **_checked(**fields))
    with workshop.transact("change step", origin) as transaction:
        kept = transaction.put(changed)
    if step.mode is not kept.mode and kept == workshop.room.step:
        _entered(workshop, origin)
    return kept


def move_step(workshop: Workshop, *, origin: str, step_id: str, place: int) -> None:
    """Move a step to a place among all steps, from 0; a place beyond the ends is the end."""
    step = _step(workshop, step_id)
    others = [one for one in agenda_of(workshop.board) if one.id != step_id]
    place = min(max(place, 0), len(others))
    with workshop.transact("move step", origin) as transaction:
        for order, one in enumerate([*others[:place], step, *others[place:]]):
            transaction.put(replace(one, order=order))


def remove_steps(workshop: Workshop, *, origin: str, step_ids: Iterable[str]) -> None:
    """Remove steps as one step of undo. The running one may go too; then its timer waits for the next step."""
    steps = [_step(workshop, step_id) for step_id in dict.fromkeys(step_ids)]
    with workshop.transact("delete steps" if len(steps) > 1 else "delete step", origin) as transaction:
        for step in steps:
            transaction.remove(step)


def set_start(workshop: Workshop, *, origin: str, starts: time | None) -> Session:
    """Set when the first step begins by the clock on the wall, to the minute; None: when somebody starts it."""
    exact = starts.replace(second=0, microsecond=0, tzinfo=None) if starts else None
    with workshop.transact("set start", origin) as transaction:
        return transaction.put(replace(workshop.board.session, starts=exact))


def set_note(workshop: Workshop, *, origin: str, note: str) -> Session:
    """Write the facilitator's note on the whole workshop."""
    with workshop.transact("change note", origin) as transaction:
        return transaction.put(replace(workshop.board.session, note=clean_text(note)))


def enter_step(workshop: Workshop, *, origin: str, step_id: str | None = None) -> AgendaStep | None:
    """Go to a step, or start with the first; a step of the mode vote opens its round, which ends when it is left.

    Gives the step that runs then.

    Use this, next_step, previous_step and toggle_timer to move; the timer alone is the room's: pause, resume,
    add_minutes, stop, beat.
    """
    if step_id is None:
        workshop.room.start()
    else:
        workshop.room.enter(_step(workshop, step_id).id)
    return _entered(workshop, origin)


def toggle_timer(workshop: Workshop, *, origin: str) -> AgendaStep | None:
    """What a tapped Space does: start the agenda, pause its timer, or let it go on. The step that runs then."""
    started = workshop.room.step is None
    workshop.room.toggle()
    return _entered(workshop, origin) if started else workshop.room.step


def next_step(workshop: Workshop, *, origin: str) -> AgendaStep | None:
    """Go to the next step. The step that runs then, which after the last one is the last."""
    workshop.room.next()
    return _entered(workshop, origin)


def previous_step(workshop: Workshop, *, origin: str) -> AgendaStep | None:
    """Go back to the step before."""
    workshop.room.back()
    return _entered(workshop, origin)


def _entered(workshop: Workshop, origin: str) -> AgendaStep | None:
    step = workshop.room.step
    if step is not None and not workshop.read_only:
        end_round_of_other_step(workshop, origin=origin, step=step)
        start_round_of_step(workshop, origin=origin, step=step)
    return step


def _step(workshop: Workshop, step_id: str) -> AgendaStep:
    if (step := records_of(workshop.board, AgendaStep).get(step_id)) is None:
        raise MissingRecordError("This step is no longer in the agenda.")
    return step


def _checked(**fields: Any) -> dict[str, Any]:
    if "title" in fields:
        fields["title"] = checked_line("The title of a step", fields["title"], needed=True)
    if "minutes" in fields:
        checked_whole("The length of a step in minutes", fields["minutes"], 0, LONGEST_STEP)
    for name in fields.keys() & {"prompt", "note"}:
        fields[name] = clean_text(fields[name])
    return fields
