"""The collaboration audit: ten questions answered before and after a series of workshops."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

from workshop.model.record import Id, Record

AUDIT_QUESTIONS = (
    "joint projects",
    "connected communities",
    "recognising the other side's specialists",
    "formal ways to interact",
    "informal ways to interact",
    "shared goals",
    "shared vocabulary",
    "combined research",
    "common tools",
    "recognition of wins",
)

Answer = Annotated[int, msgspec.Meta(ge=1, le=5)]


class AuditMoment(StrEnum):
    """When in a series the questions were answered."""

    START = "start"
    END = "end"


class AuditAnswer(Record, frozen=True, kw_only=True):
    """One participant's answers, each 1 to 5 or None, in the order of AUDIT_QUESTIONS."""

    participant: Id
    moment: AuditMoment = AuditMoment.START
    on: date | None = None
    answers: tuple[Answer | None, ...] = ()
