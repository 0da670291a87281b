"""One-sided measure: a success criterion that one discipline does not look at."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.cards import Discipline
from workshop.model.measures import Measure
from workshop.model.text import quoted, short
from workshop.translation import _, pgettext


def one_sided_measures(reading: Reading) -> Iterator[Found]:
    """A measure that lacks the lens of CX, of UX, or both; its cards are those that the viewer sees."""
    for measure in reading.records(Measure, "measures"):
        if not measure.one_sided:
            continue
        wanted = None if measure.cx.measured == measure.ux.measured else _wanted(measure)
        lens = pgettext("has no", "lens of CX or of UX")
        if wanted:
            lens = pgettext("has no", "{side} lens").format(side=wanted.value)
        name = quoted(short(measure.name)) if measure.name.strip() else _("without a name")
        yield Found(
            cards=tuple(card for card in dict.fromkeys(measure.cards) if card in reading.cards),
            words={"measure": name, "lens": lens},
            discipline=wanted,
            measure=measure.id,
        )


def _wanted(measure: Measure) -> Discipline:
    return Discipline.UX if measure.cx.measured else Discipline.CX
