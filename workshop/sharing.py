"""A session for other eyes: its records without what is hidden, unsigned, private or unfinished."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, datetime, time
from functools import singledispatchmethod
from typing import TypeVar

from msgspec.structs import replace

from workshop.board.board import Board
from workshop.method.owning import people_in
from workshop.model.audit import AuditAnswer
from workshop.model.cards import Anonymity, Card, Discipline
from workshop.model.facilitation import AgendaStep, Frame, FrameKind, Group, Vote, VotingRound
from workshop.model.ids import derived_id
from workshop.model.links import Link
from workshop.model.measures import Measure
from workshop.model.people import Participant, Persona
from workshop.model.plan import Initiative, Sprint
from workshop.model.record import Record
from workshop.model.session import Asset, Dismissal, Improvement, Session
from workshop.model.tensions import Tension
from workshop.visibility import PAPER, visible_to

R = TypeVar("R", Measure, Initiative, Sprint)

_OF_THE_WHOLE = (AgendaStep, AuditAnswer, Frame)
"""The kinds of records that speak of the whole workshop."""

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_MOST_DOTS = 1_000
_A_FEW = 500
"""Records between two breaths."""


def records_for_sharing(
    board: Board,
    *,
    cards: Collection[str] | None = None,
    authors: bool = True,
    part: bool = False,
    breathe: Callable[[], None] = lambda: None,
) -> list[Record]:
    """The records of a copy that may be given to anybody, in the board's order.

    It holds no hidden card and none that nobody has written on yet, of `cards` only these if they are given, and
    nothing that speaks of the others: links, votes, tensions, rounds, frames, groups, improvements, dismissals,
    pictures and people whom only they name. Who voted, what the facilitator noted, scores that are still secret and
    fields that this version does not know stay out, and so does the author of a card that may not be named, or of
    every card where `authors` is False, and then answers to the audit, which have a name. Of a `part` of the board the
    copy has nothing that does not speak of its cards: no agenda, audit or frames, no measure or plan of other cards,
    and only the people whom it names. `breathe` is called within long work and may raise to stop it.
    """
    return _Sharing(board, cards, breathe, authors=authors, part=part).records()


def newest_moment(records: Iterable[Record]) -> datetime:
    """When a session was last worked on as its records say: the newest change of a card, else the workshop's day.

    A day of long ago where they say nothing; never the clock's time.
    """
    moments = [card.changed or card.created for card in records if isinstance(card, Card)]
    if known := [moment for moment in moments if moment is not None]:
        return max(_in_utc(moment) for moment in known)
    days = (record.date for record in records if isinstance(record, Session))
    return next((datetime.combine(day, time(), UTC) for day in days if day), _LONG_AGO)


def _in_utc(moment: datetime) -> datetime:
    """A moment in UTC; at the ends of the calendar, which no other zone has, as it was given."""
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


class _Sharing:
    """One copy in the making: which cards are in it, and what each record looks like there."""

    def __init__(
        self,
        board: Board,
        cards: Collection[str] | None,
        breathe: Callable[[], None],
        *,
        authors: bool,
        part: bool,
    ) -> None:
        self._board, self._breathe, self._part = board, breathe, part
        self._left_out = _OF_THE_WHOLE if part else () if authors else (AuditAnswer,)
        self._sight = visible_to(PAPER, board)
        wanted = None if cards is None else set(cards)
        self._cards = {
            card.id: card
            for card in self._sight.cards()
            if not card.unwritten and (wanted is None or card.id in wanted)
        }
        breathe()
        self._signed = {
            card.id
            for card in self._cards.values()
            if authors and self._sight.author_shown(card) is Anonymity.NAMES
        }
        breathe()
        members = {card.group for card in board.cards.values()}
        kept = {card.group for card in self._cards.values()}
        self._groups = {group for group in board.groups if group in kept or not (part or group in members)}
        personas = (one for one in board.collection("personas").values() if isinstance(one, Persona))
        self._assets = {card.image for card in self._cards.values()} | {one.picture for one in personas}
        self._tensions = {tension.id: tension for tension in self._sight.tensions()}

    def records(self) -> list[Record]:
        """The records of the copy."""
        found = [kept for record in self._breathing(self._board.records()) for kept in self._kept(record)]
        found = [replace(record, extra={}) if record.extra else record for record in found]
        named = {person for record in self._breathing(found) for person in people_in(record)}
        veiled = self._board.participants if self._part else self._veiled()
        gone = {person for person in veiled if person not in named}
        return [
            _without_strangers(record, named) if isinstance(record, Session) else record
            for record in found
            if not (isinstance(record, Participant) and record.id in gone)
        ]

    def _breathing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, with a breath before each few of them."""
        for number, record in enumerate(records):
            if number % _A_FEW == 0:
                self._breathe()
            yield record

    def _veiled(self) -> set[str]:
        """The people whom cards name that are not in the copy."""
        left_out = (card for card in self._board.cards.values() if card.id not in self._cards)
        return {person for card in left_out for person in people_in(card)}

    def _kept(self, record: Record) -> Iterable[Record]:
        """A record as it is in the copy; none if it is not in it. The votes come with the first of them."""
        if isinstance(record, Vote):
            return self._tallies() if record is next(iter(self._board.votes.values())) else ()
        kept = None if isinstance(record, self._left_out) else self._seen(record)
        return () if kept is None else (kept,)

    @singledispatchmethod
    def _seen(self, record: Record) -> Record | None:
        return record

    @_seen.register
    def _(self, record: Session) -> Record | None:
        return replace(record, note="")

    @_seen.register
    def _(self, record: AgendaStep) -> Record | None:
        return replace(record, note="")

    @_seen.register
    def _(self, record: Card) -> Record | None:
        if record.id not in self._cards:
            return None
        return record if record.id in self._signed else replace(record, author=None)

    @_seen.register
    def _(self, record: Link) -> Record | None:
        if not {record.source, record.target} <= self._cards.keys():
            return None
        return record if {record.source, record.target} <= self._signed else replace(record, author=None)

    @_seen.register
    def _(self, record: VotingRound) -> Record | None:
        cards = self._only(record.cards)
        if (record.cards or self._part) and not cards:
            return None
        return replace(record, cards=cards, step=None if self._part else record.step)

    @_seen.register
    def _(self, record: Group) -> Record | None:
        return record if record.id in self._groups else None

    @_seen.register
    def _(self, record: Frame) -> Record | None:
        root = record.root if record.root in self._cards else None
        group = record.group if record.group in self._groups else None
        shown = {FrameKind.THREAD: root, FrameKind.GROUP: group}
        return None if shown.get(record.kind, "") is None else replace(record, root=root, group=group)

    @_seen.register
    def _(self, record: Tension) -> Record | None:
        if self._speaks_of_others(position.card for position in record.positions):
            return None
        return self._tensions.get(record.id)

    @_seen.register(Measure)
    @_seen.register(Initiative)
    @_seen.register(Sprint)
    def _(self, record: R) -> Record | None:
        cards = self._only(record.cards)
        return None if self._part and not cards else replace(record, cards=cards)

    @_seen.register
    def _(self, record: Improvement) -> Record | None:
        return None if record.card is not None and record.card not in self._cards else record

    @_seen.register
    def _(self, record: Dismissal) -> Record | None:
        return None if self._speaks_of_others(record.cards) else record

    @_seen.register
    def _(self, record: Asset) -> Record | None:
        return record if record.id in self._assets else None

    def _only(self, cards: Iterable[str]) -> tuple[str, ...]:
        return tuple(card for card in cards if card in self._cards)

    def _speaks_of_others(self, cards: Iterable[str]) -> bool:
        return any(card not in self._cards for card in cards)

    def _tallies(self) -> Iterator[Vote]:
        """The votes that may be known, those of each side on a card as one tally that says nothing of the voters."""
        dots: Counter[tuple[str, str | None, Discipline]] = Counter()
        first: dict[tuple[str, str | None, Discipline], Vote] = {}
        for vote in self._sight.votes():
            if vote.card in self._cards:
                key = (vote.card, vote.round, vote.discipline)
                dots[key] += vote.dots
                first.setdefault(key, vote)
        for key, vote in first.items():
            known = derived_id(part.encode() for part in (vote.card, vote.round or "", vote.discipline))
            yield replace(vote, id=known, voter=None, dots=min(dots[key], _MOST_DOTS))


def _without_strangers(session: Session, named: Collection[str]) -> Session:
    """The session without the former participants whom no record of the copy names."""
    return replace(session, former=tuple(one for one in session.former if one.participant in named))
