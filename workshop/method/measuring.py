"""What measures tell: how far each lens has come, its readings as lines of a chart, and which concepts have one."""

from datetime import date
from enum import StrEnum
from math import isfinite

import msgspec

from workshop.method.checks import day_words
from workshop.method.records import records_of
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Direction, Lens, Measure, Reading
from workshop.translation import _, ngettext
from workshop.visibility import Visible

MEASURED_PHASES = (Phase.VALIDATE, Phase.LAUNCH)
"""The phases whose header says how many of their concepts have a measure."""


class Breakdown(StrEnum):
    """The field of a reading that says of which part of the whole it is."""

    AREA = "area"
    SEGMENT = "segment"
    CHANNEL = "channel"


class Progress(msgspec.Struct, frozen=True):
    """How far a lens has come by `reading`: `share` is 0 at the baseline and 1 at the target.

    Below 0 it is worse than before, above 1 better than the target.
    """

    share: float
    value: float
    reading: Reading

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.share >= 1


class ChartPoint(msgspec.Struct, frozen=True):
    """A reading in a chart."""

    at: date
    value: float


def lens_of(measure: Measure, discipline: Discipline) -> Lens:
    """The lens of CX; the lens of UX for any other discipline."""
    return measure.cx if discipline is Discipline.CX else measure.ux


def value_of(reading: Reading, discipline: Discipline) -> float | None:
    """What a reading says through the lens of CX or UX, None when it says nothing."""
    return reading.cx if discipline is Discipline.CX else reading.ux


def is_whole(reading: Reading) -> bool:
    """Whether a reading is of everything, not of one area, segment or channel."""
    return not (reading.area or reading.segment or reading.channel)


def last_reading(measure: Measure, discipline: Discipline) -> Reading | None:
    """The latest reading of everything through a lens; where none is, the worst of the latest of its parts."""
    sign = -1 if lens_of(measure, discipline).direction is Direction.UP else 1
    read = [(sign * value, one) for one in measure.readings if (value := value_of(one, discipline)) is not None]
    latest: dict[tuple[str, ...], tuple[float, Reading]] = {}
    for bad, one in [pair for pair in read if is_whole(pair[1])] or read:
        part = (one.area, one.segment, one.channel)
        if part not in latest or (one.at, bad) > (latest[part][1].at, latest[part][0]):
            latest[part] = bad, one
    worst = max(latest.values(), key=lambda pair: (pair[0], pair[1].at), default=None)
    return worst[1] if worst else None


def progress_of(measure: Measure, discipline: Discipline) -> Progress | None:
    """How far a lens has come by its last reading.

    None without a reading, a baseline or a target, where numbers from elsewhere lie too far apart to be compared, and
    where the target lies against the direction: `lens_caution` says so. Where baseline and target
    are the same, to hold it is 1 and to fall behind it 0.
    """
    lens, reading = lens_of(measure, discipline), last_reading(measure, discipline)
    value = None if reading is None else value_of(reading, discipline)
    if reading is None or value is None or lens.baseline is None or lens.target is None or lens_caution(lens):
        return None
    way = lens.target - lens.baseline
    if way == 0:
        behind = value < lens.target if lens.direction is Direction.UP else value > lens.target
        return Progress(0.0 if behind else 1.0, value, reading)
    share = (value - lens.baseline) / way
    return Progress(share, value, reading) if isfinite(way) and isfinite(share) else None


def lens_caution(lens: Lens) -> str:
    """A sentence where the target lies on the wrong side of the baseline; empty otherwise."""
    if lens.baseline is None or lens.target is None:
        return ""
    if lens.direction is Direction.UP and lens.target < lens.baseline:
        return _("Up is good here, yet the target lies below the baseline.")
    if lens.direction is Direction.DOWN and lens.target > lens.baseline:
        return _("Down is good here, yet the target lies above the baseline.")
    return ""


def series_of(
    measure: Measure, discipline: Discipline, by: Breakdown | None = None
) -> dict[str, tuple[ChartPoint, ...]]:
    """The lines of a chart through a lens, each in the order of its days.

    Without `by` one line named "" of the readings of everything; with it a line for each area, segment or channel
    that readings name. A line without points is left out.
    """
    lines: dict[str, list[ChartPoint]] = {}
    for reading in sorted(measure.readings, key=lambda one: one.at):
        value = value_of(reading, discipline)
        name: str = getattr(reading, by.value) if by else ""
        if value is not None and (bool(name) if by else is_whole(reading)):
            lines.setdefault(name, []).append(ChartPoint(reading.at, value))
    return {name: tuple(points) for name, points in lines.items()}


def breakdowns_of(measure: Measure) -> tuple[Breakdown, ...]:
    """The ways in which readings of a measure are broken down."""
    return tuple(by for by in Breakdown if any(getattr(one, by.value) for one in measure.readings))


def check_words(measure: Measure, today: date) -> str:
    """When a measure is checked: “check on 15 January 2027”, “check was due on …” with no reading since, or empty."""
    if measure.check_on is None:
        return ""
    read_since = any(one.at >= measure.check_on for one in measure.readings)
    if measure.check_on >= today or read_since:
        return _("check on {day}").format(day=day_words(measure.check_on))
    return _("check was due on {day}").format(day=day_words(measure.check_on))


def gone_cards(measure: Measure, visible: Visible) -> tuple[str, ...]:
    """The ids of cards that a measure names and the board no longer holds."""
    return tuple(card for card in measure.cards if card not in visible.board.cards)


def gone_caution(measure: Measure, visible: Visible) -> str:
    """A sentence where cards of a measure are gone; empty otherwise. Undo brings cards back to their measures."""
    gone = len(gone_cards(measure, visible))
    if not gone:
        return ""
    if gone == len(measure.cards):
        return _("All cards that this measured are gone; drop it onto others.")
    sentence = ngettext(
        "{count} of the {all} cards that this measures is gone.",
        "{count} of the {all} cards that this measures are gone.",
        gone,
    )
    return sentence.format(count=gone, all=len(measure.cards))


class MeasuredConcepts(msgspec.Struct, frozen=True):
    """The concepts of a phase that have a measure, and those that have none."""

    measured: tuple[str, ...]
    unmeasured: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What the phase's header says; empty where there are no concepts."""
        concepts = len(self.measured) + len(self.unmeasured)
        if not concepts:
            return ""
        if concepts == 1:
            return "1 concept, with a measure" if self.measured else "1 concept, without a measure"
        return f"{len(self.measured)} of {concepts} concepts have a measure"


def measured_concepts(visible: Visible, phase: Phase) -> MeasuredConcepts:
    """Which concepts of a phase, as the viewer sees it, have a shared measure."""
    covered = {card for measure in records_of(visible.board, Measure).values() for card in measure.cards}
    concepts = [card for card in visible.cards() if _is_concept(card, phase)]
    return MeasuredConcepts(
        tuple(card.id for card in concepts if card.id in covered),
        tuple(card.id for card in concepts if card.id not in covered),
    )


def _is_concept(card: Card, phase: Phase) -> bool:
    return card.kind is CardKind.CONCEPT and card.phase is phase
