"""Open tension: a conflict that is neither settled nor being tested, or that nobody has taken up yet."""

from collections.abc import Iterator

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.links import LinkKind
from workshop.model.tensions import Tension, TensionState
from workshop.model.text import quoted, short
from workshop.translation import _, pgettext

TAKEN_CARE_OF = (TensionState.SETTLED, TensionState.TESTING)


def open_tensions(reading: Reading) -> Iterator[Found]:
    """A tension that is open or scored; and an `in tension with` link whose two cards are in no tension together.

    A tension over a card that lies face down for the viewer is as hidden as the card.
    """
    tensions = reading.records(Tension, "tensions")
    for tension in tensions:
        if tension.state not in TAKEN_CARE_OF and not _is_hidden(reading, tension):
            yield _left_open(reading, tension)
    taken_up: dict[str, set[str]] = {}
    for tension in tensions:
        for position in tension.positions:
            taken_up.setdefault(position.card, set()).add(tension.id)
    told: set[frozenset[str]] = set()
    for link in reading.links:
        ends = frozenset((link.source, link.target))
        if link.kind is not LinkKind.IN_TENSION_WITH or len(ends) == 1 or ends in told:
            continue
        told.add(ends)
        if not set.intersection(*(taken_up.get(end, set()) for end in ends)):
            words = {"one": reading.words(link.source), "other": reading.words(link.target)}
            yield Found(cards=(link.source, link.target), words=words, form=1, link=link.id)


def _left_open(reading: Reading, tension: Tension) -> Found:
    cards = [card for card in dict.fromkeys(p.card for p in tension.positions) if card in reading.cards]
    words = {"tension": _name(reading, tension, cards), "state": _(tension.state.value)}
    return Found(cards=tuple(cards), words=words, tension=tension.id)


def _name(reading: Reading, tension: Tension, cards: list[str]) -> str:
    """A tension by its title, or else by its first two positions."""
    if tension.title.strip():
        return quoted(short(tension.title))
    ends = [*map(reading.words, cards[:2]), _("a card that is gone"), pgettext("card", "another")]
    return _("between {one} and {other}").format(one=ends[0], other=ends[1])


def _is_hidden(reading: Reading, tension: Tension) -> bool:
    board = reading.visible.board
    return any(p.card in board.cards and p.card not in reading.cards for p in tension.positions)
