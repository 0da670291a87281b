"""Who may see what: the one answer that every view, export and page asks for."""

from collections.abc import Iterator
from enum import Enum

import msgspec
from msgspec.structs import replace

from workshop.board.board import Board
from workshop.method.people import Person, person_of
from workshop.model.cards import Anonymity, Card
from workshop.model.facilitation import Vote, VotingRound
from workshop.model.links import Link
from workshop.model.people import initials_of
from workshop.model.tensions import Tension
from workshop.model.text import quoted, short
from workshop.translation import _


class Sight(Enum):
    """How a viewer sees a card."""

    FULL = "full"
    TURNED = "turned"
    NONE = "none"


class ViewerKind(Enum):
    """Where a viewer looks from."""

    ROOM = "room"
    PROJECTOR = "projector"
    PEEK = "peek"
    PAPER = "paper"
    PARTICIPANT = "participant"
    ARCHIVE = "archive"


class Viewer(msgspec.Struct, frozen=True):
    """Somebody or something that looks at the board; `participant` is an id for a participant's own view."""

    kind: ViewerKind
    participant: str | None = None


ROOM = Viewer(ViewerKind.ROOM)
"""The facilitator's window, which a projector often mirrors: hidden cards lie turned."""

PROJECTOR = Viewer(ViewerKind.PROJECTOR)
"""The screen that the room looks at: hidden cards lie turned, and no peek of the facilitator shows on it."""

PEEK = Viewer(ViewerKind.PEEK)
"""The facilitator who looks under turned cards on purpose: they show their text, and still no more of their authors."""

PAPER = Viewer(ViewerKind.PAPER)
"""What leaves the room: PDF, pictures, tables. Hidden cards are not in it."""

ARCHIVE = Viewer(ViewerKind.ARCHIVE)
"""A whole copy of the session for its owner, hidden cards included: the lossless JSON."""


class Visible(msgspec.Struct, frozen=True):
    """A board as one viewer sees it. It reads the board as it is at each call."""

    viewer: Viewer
    board: Board

    def sight(self, card: Card) -> Sight:
        """How the viewer sees a card."""
        if not card.hidden or self.viewer.kind in (ViewerKind.ARCHIVE, ViewerKind.PEEK) or self._wrote(card):
            return Sight.FULL
        return Sight.TURNED if self.viewer.kind in (ViewerKind.ROOM, ViewerKind.PROJECTOR) else Sight.NONE

    def author_shown(self, card: Card) -> Anonymity:
        """What the viewer may know of a card's author: the less of what the card and the running step show.

        Nothing of a card that is not seen in full; all of it in the archive, and to the author.
        """
        if self.sight(card) is not Sight.FULL:
            return Anonymity.NONE
        if self.viewer.kind is ViewerKind.ARCHIVE or self._wrote(card):
            return Anonymity.NAMES
        return card.anonymity.stricter(self.board.shown_of_authors())

    def author(self, card: Card) -> Person | None:
        """The author, if the viewer may know the name; None also for a card without one."""
        if card.author is None or self.author_shown(card) is not Anonymity.NAMES:
            return None
        return person_of(self.board, card.author)

    def author_words(self, card: Card) -> str:
        """What a view says of the author: the name, only the tag of the author's discipline, or nothing.

        The one answer for every view, export and page; owners of actions and deciders are named by their records.
        """
        shown = self.author_shown(card)
        if shown is Anonymity.NONE or (person := person_of(self.board, card.author)) is None:
            return ""
        return person.label if shown is Anonymity.NAMES else person.discipline.tag

    def author_initials(self, card: Card) -> str:
        """Up to two letters for the author on a card's face; empty where the name is not shown."""
        person = self.author(card)
        return initials_of(person.name) if person and not person.gone else ""

    def votes(self, voting_as: str | None = None) -> Iterator[Vote]:
        """The votes that the viewer may know of, in the board's order: none on cards that are not seen in full.

        While a round is open, votes of participants in it show to nobody but the one who gave them: a participant's
        viewer, or `voting_as`, whose turn it is. A show of hands is seen by all. The archive holds all.
        """
        rounds = self.board.collection("voting_rounds")
        me = self.viewer.participant if self.viewer.kind is ViewerKind.PARTICIPANT else voting_as
        for vote in self.board.votes.values():
            if self.viewer.kind is not ViewerKind.ARCHIVE:
                card = self.board.cards.get(vote.card)
                if card is None or self.sight(card) is not Sight.FULL:
                    continue
                round_ = rounds.get(vote.round or "")
                is_open = isinstance(round_, VotingRound) and not round_.ended
                if is_open and vote.voter is not None and vote.voter != me:
                    continue
            yield vote

    def _wrote(self, card: Card) -> bool:
        """Whether the viewer is the participant who wrote a card."""
        return self.viewer.kind is ViewerKind.PARTICIPANT and card.author == self.viewer.participant

    def words(self, card: Card, length: int) -> str:
        """What a sentence calls a card: its text in quotes, cut to a length, if the viewer may read it."""
        if self.sight(card) is not Sight.FULL:
            return _("a hidden card")
        return quoted(short(card.text, length)) if card.text.strip() else _("a card without text")

    def cards(self) -> Iterator[Card]:
        """The cards that the viewer sees in full, in the board's order."""
        return (card for card in self.board.cards.values() if self.sight(card) is Sight.FULL)

    def links(self) -> Iterator[Link]:
        """The links whose both ends the viewer sees in full."""
        return (link for link in self.board.links.values() if self.sees_link(link))

    def sees_link(self, link: Link) -> bool:
        """Whether both ends exist and are seen in full."""
        ends = (self.board.cards.get(link.source), self.board.cards.get(link.target))
        return all(end is not None and self.sight(end) is Sight.FULL for end in ends)

    def tensions(self) -> Iterator[Tension]:
        """The tensions as the viewer may see them, in the board's order.

        One with the card of a position of which the viewer sees nothing, not even its back, is left out.
        """
        for tension in self.board.collection("tensions").values():
            if isinstance(tension, Tension):
                cards = (self.board.cards.get(position.card) for position in tension.positions)
                if not any(card is not None and self.sight(card) is Sight.NONE for card in cards):
                    yield self.tension(tension)

    def tension(self, tension: Tension) -> Tension:
        """A tension with the impacts that the viewer may see: while it is secret, no numbers of others.

        A participant sees those that they scored, the archive all; the room and paper see none until they are revealed.
        """
        if not tension.secret or self.viewer.kind is ViewerKind.ARCHIVE:
            return tension
        me = self.viewer.participant if self.viewer.kind is ViewerKind.PARTICIPANT else None
        positions = [
            replace(one, impacts=tuple(impact for impact in one.impacts if me is not None and impact.by == me))
            for one in tension.positions
        ]
        return replace(tension, positions=tuple(positions))


def visible_to(viewer: Viewer, board: Board) -> Visible:
    """The board as a viewer may see it."""
    return Visible(viewer, board)
