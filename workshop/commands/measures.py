"""Shared measures: adding, changing and removing them, their readings, and the cards that they measure."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.method.checks import (
    checked_cards,
    checked_day,
    checked_line,
    checked_number,
    checked_person,
    day_words,
)
from workshop.method.measure_templates import MEASURE_TEMPLATES
from workshop.method.records import standing
from workshop.model.cards import Discipline
from workshop.model.measures import Direction, Measure, Reading
from workshop.model.text import clean_text
from workshop.workshop import Workshop


def add_measure(
    workshop: Workshop, *, origin: str, name: str = "", template: str = "", card_ids: Iterable[str] = ()
) -> Measure:
    """Add a measure out of a template (a key of MEASURE_TEMPLATES), under its name or another, or a free one.

    Raises InvalidRecordError without a name or for a template that is none, MissingRecordError when a card is gone.
    """
    made = MEASURE_TEMPLATES.get(template)
    if template and made is None:
        raise InvalidRecordError(f"There is no template of measures named “{template}”.")
    measure = Measure(
        id=workshop.new_id(),
        name=checked_line("The name of a measure", name or (made.name if made else ""), needed=True),
        cards=checked_cards(workshop.board, card_ids),
    )
    if made is not None:
        measure = replace(measure, definition=made.definition, cx=made.cx, ux=made.ux)
    with workshop.transact("add measure", origin) as transaction:
        return transaction.put(measure)


def change_measure(
    workshop: Workshop,
    *,
    origin: str,
    measure_id: str,
    name: str | None = None,
    definition: str | None = None,
    check_on: date | UnsetType | None = UNSET,
    owner_cx: str | UnsetType | None = UNSET,
    owner_ux: str | UnsetType | None = UNSET,
) -> Measure:
    """Set what is given and leave the rest; None clears the check date or an owner.

    Raises InvalidRecordError for an empty name or a day that no one means, MissingRecordError when the measure or an
    owner is gone.
    """
    measure = standing(workshop.board, Measure, measure_id)
    fields: dict[str, Any] = {}
    if name is not None:
        fields["name"] = checked_line("The name of a measure", name, needed=True)
    if definition is not None:
        fields["definition"] = clean_text(definition)
    if not isinstance(check_on, UnsetType):
        fields["check_on"] = checked_day("A check", check_on)
    if not isinstance(owner_cx, UnsetType):
        fields["owner_cx"] = checked_person(workshop.board, owner_cx)
    if not isinstance(owner_ux, UnsetType):
        fields["owner_ux"] = checked_person(workshop.board, owner_ux)
    return _put(workshop, origin, "change measure", replace(measure, **fields))


def change_lens(
    workshop: Workshop,
    *,
    origin: str,
    measure_id: str,
    discipline: Discipline,
    measured: str | None = None,
    unit: str | None = None,
    baseline: float | UnsetType | None = UNSET,
    target: float | UnsetType | None = UNSET,
    direction: Direction | None = None,
) -> Measure:
    """Set fields of the lens of CX or of UX; None clears baseline or target.

    Raises InvalidRecordError for numbers that are none and for the discipline Joint, MissingRecordError.
    """
    measure = standing(workshop.board, Measure, measure_id)
    if discipline is Discipline.JOINT:
        raise InvalidRecordError("A measure has a lens of CX and one of UX; choose one of the two.")
    fields: dict[str, Any] = {}
    if measured is not None:
        fields["measured"] = checked_line("What is measured", measured)
    if unit is not None:
        fields["unit"] = checked_line("A unit", unit)
    if not isinstance(baseline, UnsetType):
        fields["baseline"] = checked_number("A baseline", baseline)
    if not isinstance(target, UnsetType):
        fields["target"] = checked_number("A target", target)
    if direction is not None:
        fields["direction"] = direction
    side = "cx" if discipline is Discipline.CX else "ux"
    lens = replace(getattr(measure, side), **fields)
    return _put(workshop, origin, f"change {discipline.tag} lens", replace(measure, **{side: lens}))


def add_reading(workshop: Workshop, *, origin: str, measure_id: str, reading: Reading) -> Measure:
    """Add a reading; readings stand in the order of their days.

    Raises InvalidRecordError for a reading without a number, on a day to come, or of a day and part that has one
    already; MissingRecordError when the measure is gone.
    """
    measure = standing(workshop.board, Measure, measure_id)
    return _with_reading(workshop, origin, "add reading", measure, _checked(workshop, reading))


def change_reading(
    workshop: Workshop, *, origin: str, measure_id: str, reading: Reading, changed: Reading
) -> Measure:
    """Put `changed` in the place of a reading. Raises what add_reading raises, and when the reading is gone."""
    measure = standing(workshop.board, Measure, measure_id)
    rest = replace(measure, readings=_without(measure, reading))
    return _with_reading(workshop, origin, "change reading", rest, _checked(workshop, changed))


def remove_reading(workshop: Workshop, *, origin: str, measure_id: str, reading: Reading) -> Measure:
    """Remove a reading. Raises MissingRecordError when it or its measure is gone."""
    measure = standing(workshop.board, Measure, measure_id)
    return _put(workshop, origin, "remove reading", replace(measure, readings=_without(measure, reading)))


def measure_cards(workshop: Workshop, *, origin: str, measure_id: str, card_ids: Iterable[str]) -> Measure:
    """Say that a measure measures these cards too. Raises MissingRecordError when it or a card is gone."""
    measure = standing(workshop.board, Measure, measure_id)
    cards = dict.fromkeys((*measure.cards, *checked_cards(workshop.board, card_ids)))
    return _put(workshop, origin, "link measure", replace(measure, cards=tuple(cards)))


def unmeasure_cards(workshop: Workshop, *, origin: str, measure_id: str, card_ids: Iterable[str]) -> Measure:
    """Say that a measure no longer measures these cards, which may be gone from the board."""
    measure = standing(workshop.board, Measure, measure_id)
    gone = set(card_ids)
    cards = tuple(card for card in measure.cards if card not in gone)
    return _put(workshop, origin, "unlink measure", replace(measure, cards=cards))


def remove_measure(workshop: Workshop, *, origin: str, measure_id: str) -> None:
    """Remove a measure with its readings. Raises MissingRecordError when it is gone."""
    measure = standing(workshop.board, Measure, measure_id)
    with workshop.transact("delete measure", origin) as transaction:
        transaction.remove(measure)


def _put(workshop: Workshop, origin: str, op: str, measure: Measure) -> Measure:
    with workshop.transact(op, origin) as transaction:
        return transaction.put(measure)


def _checked(workshop: Workshop, reading: Reading) -> Reading:
    cx, ux = checked_number("A reading", reading.cx), checked_number("A reading", reading.ux)
    if cx is None and ux is None:
        raise InvalidRecordError("A reading needs a number for CX, for UX, or for both.")
    checked_day("A reading", reading.at)
    tomorrow = workshop.clock().date() + timedelta(days=1)
    if reading.at > tomorrow:
        raise InvalidRecordError(f"A reading of {day_words(reading.at)} lies ahead; it is what was measured.")
    parts = {
        name: checked_line(f"The {name} of a reading", getattr(reading, name))
        for name in ("area", "segment", "channel")
    }
    return replace(reading, cx=cx, ux=ux, note=clean_text(reading.note), **parts)


def _with_reading(workshop: Workshop, origin: str, op: str, rest: Measure, reading: Reading) -> Measure:
    if any(_stands_for(other) == _stands_for(reading) for other in rest.readings):
        raise InvalidRecordError(
            f"There is such a reading of {day_words(reading.at)} already; change that one."
        )
    readings = tuple(sorted((*rest.readings, reading), key=lambda one: one.at))
    return _put(workshop, origin, op, replace(rest, readings=readings))


def _stands_for(reading: Reading) -> tuple[date, str, str, str]:
    """The day and the part of the whole that a reading tells of."""
    return reading.at, reading.area.casefold(), reading.segment.casefold(), reading.channel.casefold()


def _without(measure: Measure, reading: Reading) -> tuple[Reading, ...]:
    if reading not in measure.readings:
        raise MissingRecordError("This reading is no longer in the measure.")
    place = measure.readings.index(reading)
    return measure.readings[:place] + measure.readings[place + 1 :]
