"""The journey: stages that the team names, and the altitude at which somebody speaks."""

from enum import StrEnum

from workshop.model.record import Order, Record, Text

DEFAULT_STAGES = ("Aware", "Consider", "Start", "Use", "Get help", "Renew")


class Altitude(StrEnum):
    """From the whole journey down to one interaction."""

    JOURNEY = "Journey"
    EXPERIENCE = "Experience"
    INTERACTION = "Interaction"


class Stage(Record, frozen=True, kw_only=True):
    """A stage of the customer's journey; `order` counts from 0."""

    name: Text
    order: Order = 0
