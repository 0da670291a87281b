"""The five frameworks of a tension: what each takes down, each usable alone; scoring in secret and revealing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from workshop.commands.tensions import by_its_scores, put_tension, unsettled
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.method.checks import checked_day, checked_line, checked_people, checked_person, checked_whole
from workshop.method.records import standing
from workshop.model.tensions import (
    BusinessValue,
    CheckIn,
    Experiment,
    Frequency,
    Impact,
    Job,
    Position,
    Tension,
)
from workshop.model.text import clean_text
from workshop.workshop import Workshop


def score_impact(
    workshop: Workshop,
    *,
    origin: str,
    tension_id: str,
    card_id: str,
    by: str | None = None,
    outcome: int | UnsetType | None = UNSET,
    share: float | UnsetType | None = UNSET,
    frequency: Frequency | UnsetType | None = UNSET,
    evidence_cx: str | None = None,
    evidence_ux: str | None = None,
) -> Tension:
    """Set what one participant (None: the room together) gives a position: outcome 1 to 5, share 0 to 1, frequency.

    What is not given stays; None clears it, and an impact with nothing in it goes. An open tension is scored once
    each position is, and open again when one no longer is. Raises InvalidRecordError out of range, in secret without
    a name, and for a settled tension.
    """
    tension = unsettled(workshop, tension_id)
    position = _position(tension, card_id)
    checked_person(workshop.board, by)
    if tension.secret and by is None:
        raise InvalidRecordError("Scores are secret now: say whose they are.")
    given = {
        "outcome": outcome if isinstance(outcome, UnsetType) else checked_whole("An outcome", outcome, 1, 5),
        "share": share if isinstance(share, UnsetType) else _checked_share(share),
        "frequency": frequency,
        "evidence_cx": UNSET if evidence_cx is None else clean_text(evidence_cx),
        "evidence_ux": UNSET if evidence_ux is None else clean_text(evidence_ux),
    }
    fields: dict[str, Any] = {name: value for name, value in given.items() if not isinstance(value, UnsetType)}
    before = next((impact for impact in position.impacts if impact.by == by), Impact(by=by))
    after = replace(before, **fields)
    scored = _with_impact(position, after)
    return _put_position(workshop, origin, "score impact", tension, scored)


def score_value(
    workshop: Workshop,
    *,
    origin: str,
    tension_id: str,
    card_id: str,
    conversion: int | UnsetType | None = UNSET,
    loyalty: int | UnsetType | None = UNSET,
    efficiency: int | UnsetType | None = UNSET,
) -> Tension:
    """Set the business value of a position, each −3 to +3; None clears one.

    Raises InvalidRecordError out of range, and for a settled tension.
    """
    tension = unsettled(workshop, tension_id)
    position = _position(tension, card_id)
    given = {"conversion": conversion, "loyalty": loyalty, "efficiency": efficiency}
    fields = {
        name: checked_whole(f"The business value of {name}", value, -3, 3)
        for name, value in given.items()
        if not isinstance(value, UnsetType)
    }
    value = BusinessValue(**{**_fields_of(position.business_value), **fields})
    return _put_position(workshop, origin, "score value", tension, replace(position, business_value=value))


def score_in_secret(workshop: Workshop, *, origin: str, tension_id: str) -> Tension:
    """Hide each participant's scores from the others until they are revealed.

    Raises InvalidRecordError for a settled tension.
    """
    tension = unsettled(workshop, tension_id)
    return put_tension(workshop, origin, "score in secret", replace(tension, secret=True))


def reveal_scores(workshop: Workshop, *, origin: str, tension_id: str) -> Tension:
    """Show all scores to all, be it after the tension was settled; it changes none of them.

    Raises InvalidRecordError when there is none, or none is secret.
    """
    tension = standing(workshop.board, Tension, tension_id)
    if not tension.secret:
        raise InvalidRecordError("These scores are not secret; everybody sees them.")
    if not any(position.impacts for position in tension.positions):
        raise InvalidRecordError("Nobody has scored yet, so there is nothing to reveal.")
    revealed = by_its_scores(workshop, replace(tension, secret=False))
    return put_tension(workshop, origin, "reveal scores", revealed)


def plan_experiment(
    workshop: Workshop,
    *,
    origin: str,
    tension_id: str,
    interaction_metric: str | None = None,
    relationship_metric: str | None = None,
    variants: Iterable[str] | None = None,
    decides: str | None = None,
) -> Tension:
    """Set fields of the experiment: its two metrics, its variants, and what result decides."""
    tension = standing(workshop.board, Tension, tension_id)
    fields: dict[str, Any] = {}
    if interaction_metric is not None:
        fields["interaction_metric"] = checked_line("The interaction metric", interaction_metric)
    if relationship_metric is not None:
        fields["relationship_metric"] = checked_line("The relationship metric", relationship_metric)
    if variants is not None:
        found = (checked_line("A variant", variant) for variant in variants)
        fields["variants"] = tuple(variant for variant in found if variant)
    if decides is not None:
        fields["decides"] = clean_text(decides)
    experiment: Experiment = replace(tension.experiment, **fields)
    return put_tension(workshop, origin, "plan experiment", replace(tension, experiment=experiment))


def state_job(
    workshop: Workshop,
    *,
    origin: str,
    tension_id: str,
    when: str | None = None,
    want: str | None = None,
    so_that: str | None = None,
) -> Tension:
    """Set parts of the job that both positions serve: when …, I want …, so that …"""
    tension = standing(workshop.board, Tension, tension_id)
    given = {"when": when, "want": want, "so_that": so_that}
    fields = {name: checked_line("A part of a job", text) for name, text in given.items() if text is not None}
    job: Job = replace(tension.job, **fields)
    return put_tension(workshop, origin, "state job", replace(tension, job=job))


def check_in(
    workshop: Workshop,
    *,
    origin: str,
    tension_id: str,
    heard: Iterable[str] | None = None,
    credited: Iterable[str] | None = None,
    again_on: date | UnsetType | None = UNSET,
) -> Tension:
    """Set who was heard, whose input is credited, and when they check in again (None: not agreed)."""
    tension = standing(workshop.board, Tension, tension_id)
    fields: dict[str, Any] = {}
    if heard is not None:
        fields["heard"] = checked_people(workshop.board, heard)
    if credited is not None:
        fields["credited"] = checked_people(workshop.board, credited)
    if not isinstance(again_on, UnsetType):
        fields["again_on"] = checked_day("A check-in", again_on)
    changed: CheckIn = replace(tension.check_in, **fields)
    return put_tension(workshop, origin, "check in", replace(tension, check_in=changed))


def _position(tension: Tension, card_id: str) -> Position:
    for position in tension.positions:
        if position.card == card_id:
            return position
    raise MissingRecordError("This card is no position of the tension.")


def _checked_share(share: float | None) -> float | None:
    if share is not None and not 0 <= share <= 1:
        raise InvalidRecordError(f"The share of customers goes from 0 to 1 (0 to 100 %), so not {share:g}.")
    return share


def _with_impact(position: Position, impact: Impact) -> Position:
    """The position with this scorer's impact, in the place where it stood or behind the others."""
    if impact == Impact(by=impact.by):
        kept = tuple(one for one in position.impacts if one.by != impact.by)
    elif any(one.by == impact.by for one in position.impacts):
        kept = tuple(impact if one.by == impact.by else one for one in position.impacts)
    else:
        kept = (*position.impacts, impact)
    return replace(position, impacts=kept)


def _put_position(workshop: Workshop, origin: str, op: str, tension: Tension, changed: Position) -> Tension:
    positions = tuple(changed if one.card == changed.card else one for one in tension.positions)
    return put_tension(workshop, origin, op, by_its_scores(workshop, replace(tension, positions=positions)))


def _fields_of(value: BusinessValue) -> dict[str, int | None]:
    return {name: getattr(value, name) for name in ("conversion", "loyalty", "efficiency")}
