"""Taking the cards that won a round to the next phase, as new cards that theirs lead to."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from workshop.changes.transaction import Transaction
from workshop.errors import InvalidRecordError
from workshop.facilitation.results import result_of
from workshop.method.records import standing
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card
from workshop.model.diamonds import Phase
from workshop.model.facilitation import VotingRound
from workshop.model.links import Link, LinkKind
from workshop.picture.card_plan import grown_height
from workshop.picture.placement import find_place
from workshop.picture.taken import taken_in
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop


def phase_after(phase: Phase | None) -> Phase | None:
    """The phase to the right; None after Scale and for the parking lot, which leads nowhere."""
    phases = list(Phase)
    if phase is None or phase is phases[-1]:
        return None
    return phases[phases.index(phase) + 1]


def take_top(
    workshop: Workshop,
    *,
    origin: str,
    round_id: str,
    top: int,
    phase: Phase | None = None,
    author: str | None = None,
) -> list[Card]:
    """Take the `top` cards of an ended round to the phase after theirs, or all to `phase`, as one step of undo.

    Ties are ties: cards with as many dots as the last come too, cards without a dot never. Each new card says what the
    old one says, without its evidence, to which it is linked by `leads to`; it lies where nothing lies, in the half of
    its discipline. Of cards that lie in one group, if two or more come, the new ones lie in a group of the same name.
    A card that leads to such a copy there already is passed over. Raises InvalidRecordError when the round is open,
    when nobody voted, when a card has no phase after its own, and when all were taken on already.
    """
    result = result_of(visible_to(ROOM, workshop.board), standing(workshop.board, VotingRound, round_id))
    if result is None:
        raise InvalidRecordError("The round is still open; end it to take its cards on.")
    winners = [workshop.board.card(row.card) for row in result.top(top)]
    if not winners:
        raise InvalidRecordError("No card of this round has a dot, so there is nothing to take on.")
    aims = [(card, phase or phase_after(card.phase)) for card in winners]
    if any(aim is None or aim is card.phase for card, aim in aims):
        raise InvalidRecordError("There is no phase after this one; choose to which phase the cards go.")
    fresh = [(card, aim) for card, aim in aims if aim and not _taken_on(workshop, card, aim)]
    if not fresh:
        raise InvalidRecordError("These cards were all taken on already.")
    with workshop.transact("take cards on", origin) as transaction:
        groups = _groups(workshop, transaction, [card for card, _ in fresh])
        made: list[Card] = []
        for card, aim in fresh:
            new = transaction.put(_copy(workshop, card, aim, made, groups))
            link = Link(id=workshop.new_id(), source=card.id, target=new.id, kind=LinkKind.LEADS_TO)
            transaction.put(replace(link, author=author, created=workshop.clock()))
            made.append(new)
    return made


def _copy(workshop: Workshop, card: Card, phase: Phase, made: Sequence[Card], groups: dict[str, str]) -> Card:
    height = grown_height(card.text, CARD_WIDTH, CARD_HEIGHT, picture=card.image is not None)
    place = find_place(taken_in(workshop.board, phase, made), phase, card.discipline, (CARD_WIDTH, height))
    now = workshop.clock()
    return Card(
        id=workshop.new_id(), text=card.text, kind=card.kind, discipline=card.discipline, phase=phase,
        x=place.x, y=place.y, h=height, author=card.author, anonymity=card.anonymity, stage=card.stage,
        altitude=card.altitude, channel=card.channel, backstage=card.backstage, personas=card.personas,
        tags=card.tags, image=card.image, group=groups.get(card.group or ""), created=now, changed=now,
    )  # fmt: skip


def _groups(workshop: Workshop, transaction: Transaction, cards: Sequence[Card]) -> dict[str, str]:
    """New groups named like those of which two or more cards come; their ids by the old ones."""
    members = Counter(card.group for card in cards if card.group in workshop.board.groups)
    found: dict[str, str] = {}
    for group_id, number in members.items():
        if group_id and number > 1:
            group = replace(workshop.board.groups[group_id], id=workshop.new_id(), folded=False)
            found[group_id] = transaction.put(group).id
    return found


def _taken_on(workshop: Workshop, card: Card, phase: Phase) -> bool:
    ends = (
        workshop.board.card(link.target)
        for link in workshop.board.links_of(card.id)
        if link.source == card.id and link.kind is LinkKind.LEADS_TO
    )
    return any(end.phase is phase and end.text == card.text for end in ends)
