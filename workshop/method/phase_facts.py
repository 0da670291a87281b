"""What the checklists of phases look at: cards of a phase, whose evidence lies beneath, and who decided."""

from collections.abc import Callable, Iterable

from workshop.board.flow import upstream
from workshop.method.measuring import lens_of
from workshop.method.people import disciplines_of
from workshop.method.position_evidence import side_of_source
from workshop.method.records import records_of
from workshop.model.cards import Card, CardKind, Discipline, EvidenceSource
from workshop.model.diamonds import Phase
from workshop.model.measures import Measure
from workshop.visibility import Visible

BOTH = frozenset({Discipline.CX, Discipline.UX})

USER_TESTS = frozenset(
    {
        EvidenceSource.USER_INTERVIEW,
        EvidenceSource.USABILITY_TEST,
        EvidenceSource.AB_TEST,
        EvidenceSource.FIELD_STUDY,
        EvidenceSource.ACCESSIBILITY_REVIEW,
    }
)
"""Sources that are tests with users."""


class Facts:
    """One look at the board as a viewer sees it. Make it anew after a change; what it answers is worked out once."""

    def __init__(self, visible: Visible) -> None:
        self.visible = visible
        self.board = visible.board
        self.by_id = {card.id: card for card in visible.cards()}
        self._by_phase: dict[Phase | None, list[Card]] = {}
        for card in self.by_id.values():
            self._by_phase.setdefault(card.phase, []).append(card)

    def cards(self, phase: Phase, *kinds: CardKind) -> list[Card]:
        """The cards of a phase, of these kinds when any are named."""
        return [card for card in self._by_phase.get(phase, ()) if not kinds or card.kind in kinds]

    def beneath(self, card: Card) -> list[Card]:
        """The cards that flow leads from to a card, itself included, as the viewer sees them."""
        return [self.by_id[one] for one in upstream(self.board, [card.id]) if one in self.by_id]

    def decided_by_both(self, card: Card) -> bool:
        """Whether people of CX and of UX decided."""
        return disciplines_of(self.board, card.decided_by) >= BOTH

    def measures(self) -> list[Measure]:
        """The shared measures."""
        return list(records_of(self.board, Measure).values())


def sides(cards: Iterable[Card]) -> frozenset[Discipline]:
    """The disciplines that cards speak for; a joint card speaks for both."""
    found = {card.discipline for card in cards}
    return BOTH if Discipline.JOINT in found else frozenset(found)


def evidence_sides(cards: Iterable[Card]) -> frozenset[Discipline]:
    """The disciplines whose evidence cards rest on: by the kind of source, or the card's own where either may be."""
    found: set[Discipline] = set()
    for card in cards:
        source = card.evidence.source
        if source is not None and (side := side_of_source(source)) is not Discipline.JOINT:
            found.add(side)
        elif card.has_evidence:
            found |= sides([card])
    return frozenset(found)


def missing(found: Iterable[Discipline]) -> str:
    """The disciplines that are not there, in words: “CX”, “CX and UX”; empty when both are."""
    there = set(found)
    return " and ".join(side.value for side in (Discipline.CX, Discipline.UX) if side not in there)


def has_targets(measure: Measure) -> bool:
    """Whether both lenses say what they measure and where to."""
    lenses = [lens_of(measure, side) for side in (Discipline.CX, Discipline.UX)]
    return all(lens.measured and lens.target is not None for lens in lenses)


Check = Callable[[Facts], str]
"""What still lacks for a point of a checklist, in a short sentence; empty when it holds."""
