"""The points of the checklists that the board ticks itself: each says what lacks, or nothing when it holds."""

from collections.abc import Iterable

from workshop.board.flow import downstream
from workshop.method.people import disciplines_of
from workshop.method.phase_facts import (
    BOTH,
    USER_TESTS,
    Check,
    Facts,
    evidence_sides,
    has_targets,
    missing,
    sides,
)
from workshop.method.records import records_of
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.model.session import Improvement

_SIGNALS = (CardKind.INSIGHT, CardKind.PAIN_POINT, CardKind.NEED)


def both_sides_wrote(phase: Phase) -> Check:
    """CX and UX have cards in a phase."""

    def check(facts: Facts) -> str:
        lacking = missing(sides(facts.cards(phase)))
        return f"No card of {lacking} yet." if lacking else ""

    return check


def both_sides_saw(phase: Phase) -> Check:
    """Cards of a phase rest on evidence of CX and of UX."""

    def check(facts: Facts) -> str:
        lacking = missing(evidence_sides(facts.cards(phase)))
        return f"No evidence of {lacking} yet." if lacking else ""

    return check


def both_decided(phase: Phase) -> Check:
    """A decision of a phase names people of CX and of UX."""

    def check(facts: Facts) -> str:
        decisions = facts.cards(phase, CardKind.DECISION)
        if not decisions:
            return "No decision here yet."
        if any(facts.decided_by_both(card) for card in decisions):
            return ""
        return "No decision here names somebody of CX and somebody of UX."

    return check


def actions_are_owned(phase: Phase) -> Check:
    """Each action of a phase has an owner and a date."""

    def check(facts: Facts) -> str:
        actions = facts.cards(phase, CardKind.ACTION)
        loose = [card for card in actions if card.owner is None or card.due is None]
        if not actions:
            return "No action here yet."
        return f"{len(loose)} of {len(actions)} lack an owner or a date." if loose else ""

    return check


def signals_rest_on_evidence(facts: Facts) -> str:
    """At least half of Discover's signals say what they rest on."""
    signals = facts.cards(Phase.DISCOVER, *_SIGNALS)
    resting = [card for card in signals if card.has_evidence]
    if not signals:
        return "No signal here yet."
    return "" if 2 * len(resting) >= len(signals) else f"Only {len(resting)} of {len(signals)} do."


def one_problem_is_agreed(facts: Facts) -> str:
    """A decision of Define that both made has evidence of both beneath it."""
    if lacking := both_decided(Phase.DEFINE)(facts):
        return lacking
    agreed = [card for card in facts.cards(Phase.DEFINE, CardKind.DECISION) if facts.decided_by_both(card)]
    if any(evidence_sides(facts.beneath(card)) >= BOTH for card in agreed):
        return ""
    return "Link evidence of CX and of UX to the decision."


def a_need_is_translated(facts: Facts) -> str:
    """A need of UX, or of both, lies in Define."""
    needs = facts.cards(Phase.DEFINE, CardKind.NEED)
    return "" if Discipline.UX in sides(needs) else "No need of UX here yet."


def a_moment_is_named(facts: Facts) -> str:
    """A card of Define names its stage of the journey and the personas that it concerns."""
    named = any(card.stage and card.personas for card in facts.cards(Phase.DEFINE))
    return "" if named else "No card names its stage and its personas."


def there_is_a_choice(facts: Facts) -> str:
    """Explore holds three ideas or concepts at least."""
    found = len(facts.cards(Phase.EXPLORE, CardKind.IDEA, CardKind.CONCEPT))
    return "" if found >= 3 else f"{found} of 3 so far."


def a_concept_is_co_created(facts: Facts) -> str:
    """Explore holds a concept of both."""
    concepts = facts.cards(Phase.EXPLORE, CardKind.CONCEPT)
    joint = any(card.discipline is Discipline.JOINT for card in concepts)
    return "" if joint else "No concept here is of CX + UX."


def concepts_under_test(facts: Facts) -> list[Card]:
    """The concepts of Validate, and those of Explore that lead to a card there."""
    tested = facts.cards(Phase.VALIDATE, CardKind.CONCEPT)
    for card in facts.cards(Phase.EXPLORE, CardKind.CONCEPT):
        beyond = (facts.by_id.get(one) for one in downstream(facts.board, [card.id]))
        if any(one is not None and one.phase is Phase.VALIDATE for one in beyond):
            tested.append(card)
    return tested


def concepts_have_measures(facts: Facts) -> str:
    """Each concept under test has a measure with a target through both lenses."""
    tested = concepts_under_test(facts)
    covered = {card for measure in facts.measures() if has_targets(measure) for card in measure.cards}
    bare = [card for card in tested if card.id not in covered]
    if not tested:
        return "No concept is under test yet."
    return f"{len(bare)} of {len(tested)} lack one." if bare else ""


def users_tested(facts: Facts) -> str:
    """A card of Validate rests on a test with users."""
    tested = any(card.evidence.source in USER_TESTS for card in facts.cards(Phase.VALIDATE))
    return "" if tested else "No card names a test with users as its source."


def something_is_specified(facts: Facts) -> str:
    """A concept of UX, or of both, lies in Develop."""
    concepts = facts.cards(Phase.DEVELOP, CardKind.CONCEPT)
    return "" if Discipline.UX in sides(concepts) else "No concept of UX here yet."


def backstage_is_ready(facts: Facts) -> str:
    """The backstage actions of Develop and Pilot are done."""
    actions = [
        card
        for phase in (Phase.DEVELOP, Phase.PILOT)
        for card in facts.cards(phase, CardKind.ACTION)
        if card.backstage
    ]
    undone = [card for card in actions if not card.done]
    if not actions:
        return "No backstage action in Develop or Pilot yet."
    return f"{len(undone)} of {len(actions)} backstage actions are not done." if undone else ""


def promises_have_a_path(facts: Facts) -> str:
    """Each card of CX in Launch has a UX card of Solution or Develop beneath it."""
    promises = [card for card in facts.cards(Phase.LAUNCH) if card.discipline is Discipline.CX]
    bare = [card for card in promises if not _has_path(facts.beneath(card))]
    if not promises:
        return "No card of CX here yet."
    return f"{len(bare)} of {len(promises)} have nothing of UX behind them." if bare else ""


def _has_path(beneath: Iterable[Card]) -> bool:
    return any(
        card.phase is not None
        and (card.phase is Phase.DEVELOP or diamond_of(card.phase).name is DiamondName.SOLUTION)
        and Discipline.UX in sides([card])
        for card in beneath
    )


def a_check_has_its_date(facts: Facts) -> str:
    """A measure with both lenses says when it is checked."""
    whole = [measure for measure in facts.measures() if not measure.one_sided]
    if not whole:
        return "No measure with both lenses yet."
    return "" if any(measure.check_on for measure in whole) else "No measure says when it is checked."


def measures_were_read(facts: Facts) -> str:
    """A measure has readings through both lenses."""
    read = any(
        any(one.cx is not None for one in measure.readings)
        and any(one.ux is not None for one in measure.readings)
        for measure in facts.measures()
    )
    return "" if read else "No measure has readings of CX and of UX."


def what_works_is_told(facts: Facts) -> str:
    """Scale holds a win, and something that does not work yet."""
    wins = facts.cards(Phase.SCALE, CardKind.WIN)
    others = facts.cards(Phase.SCALE, CardKind.RISK, CardKind.PAIN_POINT, CardKind.INSIGHT)
    return "" if wins and others else "Put down a win, and what does not work yet."


def improvements_are_agreed(facts: Facts) -> str:
    """Two improvements at least are ranked, and each was agreed by CX and UX."""
    ranked = records_of(facts.board, Improvement).values()
    loose = [one for one in ranked if not disciplines_of(facts.board, one.agreed_by) >= BOTH]
    if len(ranked) < 2:
        return "Rank two improvements or more."
    return f"{len(loose)} of {len(ranked)} are not agreed by both yet." if loose else ""
