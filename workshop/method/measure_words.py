"""What is said of a measure in a few words: how far a lens has come, and what its readings are of."""

from workshop.method.measuring import lens_of, progress_of, value_of
from workshop.model.cards import Discipline
from workshop.model.measures import Lens, Measure, Reading
from workshop.translation import _, number

MINUS = "−"

_FROM_HERE_SHORT = 1e13
"""Numbers from here on, which only files from elsewhere hold, are written short."""

_SHORT = 3
"""Letters of a unit that stays on the line of its number."""


def number_text(value: float) -> str:
    """A number with at most four decimals and none that are zero; the sign of one below zero is a true minus.

    One of more than 13 figures is written as 1.5e200, with four figures, which can be read again all the same.
    """
    if abs(value) >= _FROM_HERE_SHORT:
        return f"{value:.4g}".replace("e+", "e").replace("-", MINUS)
    words = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if words == "-0" else number(words.replace("-", MINUS))


def way_text(lens: Lens) -> str:
    """From where to where a lens shall come: “3.1 → 4.2 of 5”; empty while neither is set."""
    if lens.baseline is None and lens.target is None:
        return ""
    start, end = ("?" if one is None else number_text(one) for one in (lens.baseline, lens.target))
    return _with_unit(f"{start} → {end}", lens.unit)


def progress_text(measure: Measure, discipline: Discipline) -> str:
    """How far a lens has come by its last reading: “4.1, 91 % of the way”; empty where it cannot be said."""
    if (progress := progress_of(measure, discipline)) is None:
        return ""
    value = number_text(progress.value)
    if progress.met:
        return _("{value}, target reached").format(value=value)
    if progress.share < 0:
        return _("{value}, worse than the baseline").format(value=value)
    share = round(100 * progress.share)
    return _("{value}, {share}\u00a0% of the way").format(value=value, share=share)


def lens_text(measure: Measure, discipline: Discipline) -> str:
    """A lens in one line: what is measured, from where to where, and how far it has come; empty for an empty lens."""
    lens = lens_of(measure, discipline)
    if not lens.measured:
        return ""
    parts = (lens.measured, way_text(lens), progress_text(measure, discipline))
    return " · ".join(part for part in parts if part)


def reading_text(measure: Measure, reading: Reading) -> str:
    """What a reading says through both lenses: “CX 4.1 of 5 · UX 77 %”."""
    said = (
        _with_unit(f"{side.tag} {number_text(value)}", lens_of(measure, side).unit)
        for side in (Discipline.CX, Discipline.UX)
        if (value := value_of(reading, side)) is not None
    )
    return " · ".join(said)


def part_text(reading: Reading) -> str:
    """Of which part of the whole a reading is: “Billing page, Pilot Aarhus”; empty where it is of everything."""
    return ", ".join(part for part in (reading.area, reading.segment, reading.channel) if part)


def _with_unit(number: str, unit: str) -> str:
    """A number with its unit; a short one is not torn from it at the end of a line."""
    return f"{number}{chr(0xA0) if len(unit) <= _SHORT else ' '}{unit}".rstrip()
