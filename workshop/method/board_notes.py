"""What the board itself says of measures and tensions: a line on a phase's header, a score on a link."""

from workshop.changes.change_set import Change, ChangeSet
from workshop.method.measuring import MEASURED_PHASES, measured_concepts
from workshop.method.records import records_of
from workshop.method.tension_words import highest_score, score_text
from workshop.model.cards import Card, CardKind
from workshop.model.links import Link, LinkKind
from workshop.model.measures import Measure
from workshop.model.tensions import Tension
from workshop.picture.phase_notes import BoardNotes
from workshop.visibility import Visible


def notes_of(visible: Visible) -> BoardNotes:
    """The notes of a board as a viewer sees it. Looks at the cards once a phase and at the links once."""
    told = {phase: measured_concepts(visible, phase).sentence for phase in MEASURED_PHASES}
    return BoardNotes({phase: words for phase, words in told.items() if words}, _scored_links(visible))


def touches_notes(change_set: ChangeSet) -> bool:
    """Whether a change may alter the notes: of measures, tensions, concepts, links in tension, or a card turned."""
    return any(
        _turns(change) or _touches(change.before) or _touches(change.after) for change in change_set.changes
    )


def _turns(change: Change) -> bool:
    """Whether a card that may be a position of a tension comes into sight, or lies turned from now on."""
    before, after = change.before, change.after
    return isinstance(before, Card) and isinstance(after, Card) and before.hidden != after.hidden


def _touches(record: object) -> bool:
    match record:
        case Card():
            return record.kind is CardKind.CONCEPT
        case Link():
            return record.kind is LinkKind.IN_TENSION_WITH
        case _:
            return isinstance(record, Measure | Tension)


def _scored_links(visible: Visible) -> dict[str, str]:
    """The words of links by the tensions that have both their ends as positions."""
    scored: dict[str, list[tuple[set[str], float]]] = {}
    for tension in records_of(visible.board, Tension).values():
        if (score := highest_score(visible, tension)) is not None:
            cards = {position.card for position in tension.positions}
            for card in cards:
                scored.setdefault(card, []).append((cards, score))
    if not scored:
        return {}
    return {
        link.id: f"tension {score_text(score)}"
        for link in visible.board.links.values()
        if link.kind is LinkKind.IN_TENSION_WITH and visible.sees_link(link)
        for cards, score in scored.get(link.source, ())
        if link.target in cards
    }
