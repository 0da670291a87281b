"""Example cards of each phase: ghosts that show what belongs there, to accept or to write better."""

import msgspec

from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.visibility import Visible


class ExampleCard(msgspec.Struct, frozen=True):
    """A card to accept; `key` is its phase and place in the table, such as `Discover 1`."""

    key: str
    phase: Phase
    kind: CardKind
    discipline: Discipline
    text: str


_CX, _UX, _JOINT = Discipline.CX, Discipline.UX, Discipline.JOINT

_TABLE: tuple[tuple[Phase, CardKind, Discipline, str], ...] = (
    (Phase.DISCOVER, CardKind.PAIN_POINT, _CX, "Support hears the same question every Monday morning."),
    (Phase.DISCOVER, CardKind.INSIGHT, _UX, "Five of eight people stop at the second step and do not say why."),
    (Phase.DISCOVER, CardKind.QUESTION, _JOINT, "What do we both want to learn before we look for answers?"),
    (Phase.DEFINE, CardKind.INSIGHT, _CX, "This moment decides for one customer in three whether they stay."),
    (Phase.DEFINE, CardKind.NEED, _UX, "It must work for somebody who has never seen it before."),
    (Phase.DEFINE, CardKind.DECISION, _JOINT, "Our problem is … for …, because …"),
    (Phase.EXPLORE, CardKind.IDEA, _CX, "What we promise in the advertisement comes true on the first screen."),
    (Phase.EXPLORE, CardKind.IDEA, _UX, "Ask for one thing at a time, and for the rest later."),
    (Phase.EXPLORE, CardKind.CONCEPT, _JOINT, "One way in for newcomers, another for those who know us."),
    (Phase.VALIDATE, CardKind.INSIGHT, _CX, "Trust rose from 3.2 to 4.1 of 5 after the test."),
    (Phase.VALIDATE, CardKind.INSIGHT, _UX, "Nine of ten finished without help, in four minutes."),
    (Phase.VALIDATE, CardKind.DECISION, _JOINT, "We build this concept. The other waits for a better test."),
    (Phase.DEVELOP, CardKind.ACTION, _CX, "Write the answers that support will need."),
    (Phase.DEVELOP, CardKind.CONCEPT, _UX, "Specification of the new page, with its states and its errors."),
    (Phase.DEVELOP, CardKind.DECISION, _JOINT, "We keep to the journey’s words on every screen."),
    (Phase.PILOT, CardKind.INSIGHT, _CX, "Calls in the pilot region fell by a quarter in the first month."),
    (Phase.PILOT, CardKind.INSIGHT, _UX, "People skip the invitation and look for it a week later."),
    (Phase.PILOT, CardKind.DECISION, _JOINT, "Go on: for everybody from the first of the month."),
    (Phase.LAUNCH, CardKind.ACTION, _CX, "Brief support and partners a week before the doors open."),
    (Phase.LAUNCH, CardKind.RISK, _UX, "Old bookmarks lead to a page that is no longer there."),
    (Phase.LAUNCH, CardKind.ACTION, _JOINT, "Look at both measures together, every Friday of the first month."),
    (Phase.SCALE, CardKind.WIN, _CX, "Customers who use it recommend us more often than the rest."),
    (Phase.SCALE, CardKind.INSIGHT, _UX, "One in three never finds the second half."),
    (Phase.SCALE, CardKind.ACTION, _JOINT, "Rank the next improvements together, in one list."),
)


def _examples() -> dict[str, ExampleCard]:
    found: dict[str, ExampleCard] = {}
    for phase, kind, discipline, text in _TABLE:
        place = 1 + sum(one.phase is phase for one in found.values())
        example = ExampleCard(f"{phase.value} {place}", phase, kind, discipline, text)
        found[example.key] = example
    return found


EXAMPLES = _examples()
"""The examples by key, in the order of the phases: one of CX, one of UX and one of both for each."""


def ghosts_of(visible: Visible, phase: Phase) -> tuple[ExampleCard, ...]:
    """The examples of a phase that stand on no card there that the viewer sees."""
    written = {card.text for card in visible.cards() if card.phase is phase}
    return tuple(one for one in EXAMPLES.values() if one.phase is phase and one.text not in written)
