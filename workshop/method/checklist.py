"""The checklist of each phase: its points in words, ticked by the board where it can and by hand where it cannot."""

import msgspec

from workshop.method import phase_checks as checks
from workshop.method.phase_facts import Check, Facts
from workshop.model.diamonds import Phase
from workshop.visibility import Visible


class Point(msgspec.Struct, frozen=True):
    """A point of a checklist; without a `check` people tick it by hand. `key` never changes: files hold it."""

    key: str
    phase: Phase
    words: str
    check: Check | None = None


class Tick(msgspec.Struct, frozen=True):
    """A point as it stands: `lacks` is the sentence that says what the board misses, empty when nothing or by hand."""

    point: Point
    ticked: bool
    lacks: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether people tick it."""
        return self.point.check is None


_TABLE: dict[Phase, tuple[tuple[str, str, Check | None], ...]] = {
    Phase.DISCOVER: (
        ("scoped", "We scoped the research together", None),
        ("both", "Signals of both sides lie here", checks.both_sides_wrote(Phase.DISCOVER)),
        ("evidence", "Most signals say what they rest on", checks.signals_rest_on_evidence),
    ),
    Phase.DEFINE: (
        ("moment", "A moment of the journey is named, and whom it concerns", checks.a_moment_is_named),
        ("need", "Needs say what a solution must do", checks.a_need_is_translated),
        ("problem", "One problem is agreed, with evidence of both", checks.one_problem_is_agreed),
    ),
    Phase.EXPLORE: (
        ("choice", "There are three ways to choose from", checks.there_is_a_choice),
        ("joint", "A concept is the work of both", checks.a_concept_is_co_created),
        ("fit", "Concepts were held against journey and brand", None),
    ),
    Phase.VALIDATE: (
        (
            "measures",
            "Each concept under test has a measure with targets through both lenses",
            checks.concepts_have_measures,
        ),
        ("users", "Users tested", checks.users_tested),
        ("both", "Results of both sides lie side by side", checks.both_sides_saw(Phase.VALIDATE)),
        ("chosen", "Both chose what to build", checks.both_decided(Phase.VALIDATE)),
    ),
    Phase.DEVELOP: (
        ("specified", "What is to be built is specified", checks.something_is_specified),
        ("reviewed", "Design decisions were reviewed by both", checks.both_decided(Phase.DEVELOP)),
        ("actions", "Each action has an owner and a date", checks.actions_are_owned(Phase.DEVELOP)),
    ),
    Phase.PILOT: (
        ("backstage", "Backstage is ready", checks.backstage_is_ready),
        ("both", "Customers’ signals and observed use are here", checks.both_sides_saw(Phase.PILOT)),
        ("decided", "Both decided: go on, change or stop", checks.both_decided(Phase.PILOT)),
    ),
    Phase.LAUNCH: (
        ("prepared", "The market is prepared and expectations are set", None),
        ("path", "Each promise has something of UX behind it", checks.promises_have_a_path),
        ("check", "A check through both lenses has its date", checks.a_check_has_its_date),
        ("actions", "Each action has an owner and a date", checks.actions_are_owned(Phase.LAUNCH)),
    ),
    Phase.SCALE: (
        ("read", "Measures were read through both lenses", checks.measures_were_read),
        ("works", "What works and what does not is told", checks.what_works_is_told),
        ("ranked", "The next improvements are ranked and agreed by both", checks.improvements_are_agreed),
    ),
}

POINTS = {
    point.key: point
    for phase, points in _TABLE.items()
    for point in (Point(f"{phase.value.lower()}-{name}", phase, words, check) for name, words, check in points)
}
"""The points by key, phase by phase."""


def checklist_of(visible: Visible, phase: Phase, facts: Facts | None = None) -> tuple[Tick, ...]:
    """The checklist of a phase as it stands; `facts` of the same look at the board may be shared among phases."""
    facts = facts or Facts(visible)
    by_hand = set(visible.board.session.ticked)
    return tuple(_tick(point, facts, by_hand) for point in POINTS.values() if point.phase is phase)


def _tick(point: Point, facts: Facts, by_hand: set[str]) -> Tick:
    if point.check is None:
        return Tick(point, point.key in by_hand)
    lacks = point.check(facts)
    return Tick(point, not lacks, lacks)


def progress_words(ticks: tuple[Tick, ...]) -> str:
    """What the phase's header says: “2 of 3 done”, or “done”."""
    done = sum(tick.ticked for tick in ticks)
    return "done" if done == len(ticks) else f"{done} of {len(ticks)} done"
