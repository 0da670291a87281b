"""The six templates of shared measures, as data: what each lens looks at."""

import msgspec

from workshop.model.measures import Direction, Lens


class MeasureTemplate(msgspec.Struct, frozen=True):
    """A measure to begin with; `broken_down_by` names the field of its readings that tells them apart, if one does."""

    key: str
    name: str
    definition: str
    cx: Lens
    ux: Lens
    broken_down_by: str = ""


def _down(measured: str, unit: str) -> Lens:
    return Lens(measured=measured, unit=unit, direction=Direction.DOWN)


def _up(measured: str, unit: str) -> Lens:
    return Lens(measured=measured, unit=unit)


MEASURE_TEMPLATES = {
    template.key: template
    for template in (
        MeasureTemplate(
            "task-success",
            "Task success and satisfaction",
            "Can people do what they came for, and how do they feel about it?",
            _up("Satisfaction after the task", "of 5"),
            _up("Tasks done without help", "%"),
        ),
        MeasureTemplate(
            "adoption",
            "Feature adoption and retention",
            "Do people use it at once, and do they stay with us for longer because of it?",
            _up("Customers who stay for a year", "%"),
            _up("Customers who use the feature", "%"),
        ),
        MeasureTemplate(
            "contact-rate",
            "Support contacts by area of the interface",
            "Where on the screens do contacts with support begin?",
            _down("Contacts per 1,000 customers a month", "contacts"),
            _down("Tasks that end in an error or are given up", "%"),
            "area",
        ),
        MeasureTemplate(
            "cost-to-serve",
            "Cost to serve by customer segment",
            "What does it cost us, and them, to get something done?",
            _down("Cost to serve a customer for a month", "€"),
            _down("Time to finish the task", "minutes"),
            "segment",
        ),
        MeasureTemplate(
            "consistency",
            "Consistency across channels",
            "Is it one experience, whichever channel people come through?",
            _up("Customers who say that all channels fit together", "%"),
            _up("Steps that work the same in every channel", "%"),
            "channel",
        ),
        MeasureTemplate(
            "first-time",
            "First use and what people think of us",
            "Do newcomers succeed at once, and what does it do to our name?",
            _up("Would recommend us after the first week", "NPS"),
            _up("First tasks done without help", "%"),
        ),
    )
}
"""By key, in the order in which they are offered."""
