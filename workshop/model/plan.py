"""The plan: CX initiatives, UX sprints, the bridges between them, and the rituals that keep them talking."""

from datetime import date
from enum import StrEnum

from workshop.model.cards import Rhythm
from workshop.model.record import Id, Record, Text


class Initiative(Record, frozen=True, kw_only=True):
    """A CX initiative, typically a quarter or longer; `cards` are the insights it waits for."""

    title: Text
    starts: date | None = None
    ends: date | None = None
    owner: Id | None = None
    cards: tuple[Id, ...] = ()


class Sprint(Record, frozen=True, kw_only=True):
    """A UX sprint, typically two weeks; `cards` are the insights that inform it."""

    title: Text
    starts: date | None = None
    ends: date | None = None
    owner: Id | None = None
    cards: tuple[Id, ...] = ()


class BridgeKind(StrEnum):
    """How an initiative and a sprint meet."""

    JOINT_PLANNING = "joint planning"
    CHECK_IN = "check-in"
    CO_CREATED_CONCEPT = "co-created concept"
    ROADMAP_REVIEW = "roadmap review"


class Bridge(Record, frozen=True, kw_only=True):
    """A meeting point of an initiative and a sprint."""

    kind: BridgeKind
    initiative: Id | None = None
    sprint: Id | None = None
    on: date | None = None
    note: Text = ""


class RitualKind(StrEnum):
    """What comes back with a rhythm."""

    STANDING_MEETING = "standing meeting"
    SHADOWING = "shadowing"
    MIXED_TEAM = "mixed team"
    COMMUNITY_OF_PRACTICE = "community of practice"
    SHARED_LEARNING = "shared learning"


class Ritual(Record, frozen=True, kw_only=True):
    """An action with a rhythm, an owner on each side, and the last date it happened."""

    title: Text
    kind: RitualKind = RitualKind.STANDING_MEETING
    rhythm: Rhythm = Rhythm.MONTHLY
    owner_cx: Id | None = None
    owner_ux: Id | None = None
    last_held: date | None = None
