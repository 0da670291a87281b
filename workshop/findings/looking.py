"""All findings of a board as a viewer sees it: those that ask for something, and those set aside."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from msgspec.structs import replace

from workshop.findings.dismissing import dismissed
from workshop.findings.finding import Finding, FindingKind, Found
from workshop.findings.reading import Reading
from workshop.findings.table import FINDINGS
from workshop.model.text import capitalized
from workshop.translation import _
from workshop.visibility import Visible

STEP = 100
"""Findings that a step tells at most."""


def findings_of(visible: Visible, today: date) -> list[Finding]:
    """The findings that nobody dismissed, most severe first; of equal severity in the table's and the board's order."""
    return most_severe_first(f for step in findings_in_steps(visible, today) for f in step if not f.dismissal)


def findings_in_steps(visible: Visible, today: date) -> Iterator[list[Finding]]:
    """All findings, dismissed or not, a few a step, so that whoever asks may do something else in between.

    Before the first come empty steps in which the board is read. Each step reads on in the board as it was at the
    first; after a change ask anew. On a board of 10,000 cards and 5,000 links no step takes more than some tens of
    milliseconds.
    """
    reading = Reading(visible, today)
    yield []
    for _step in reading.read_on():
        yield []
    for kind in FINDINGS:
        found = _of_kind(kind, reading)
        while step := list(islice(found, STEP)):
            yield step


def most_severe_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by severity; those of equal severity stay as they come."""
    return sorted(findings, key=lambda finding: -finding.severity.weight)


def _of_kind(kind: FindingKind, reading: Reading) -> Iterator[Finding]:
    for found in kind.find(reading):
        finding = finding_from(kind, found)
        dismissal = dismissed(finding, reading)
        yield replace(finding, dismissal=dismissal.id, reason=dismissal.reason) if dismissal else finding


def finding_from(kind: FindingKind, found: Found) -> Finding:
    """What was found in the words of its kind."""
    return Finding(
        finding=kind.id,
        title=_(kind.title),
        severity=kind.severity,
        cards=found.cards,
        sentence=capitalized(_(kind.sentences[found.form]).format_map(found.words)),
        offers=tuple(offer for offer in kind.offers if offer not in found.unfit)
        if found.unfit
        else kind.offers,
        marks=kind.marks,
        phase=found.phase,
        discipline=found.discipline,
        measure=found.measure,
        tension=found.tension,
        term=found.term,
        link=found.link,
    )
