"""What the summary tells: the records that paper may show, numbered and put in the order of reading."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
from msgspec.structs import replace

from exports.pdf.images import PaperImage, images_on
from exports.pdf.logo import LOGO, logo_of
from exports.pdf.method import Method, method_of
from exports.pdf.options import SECTION_IDS, Kind, PaperOptions
from exports.pdf.part_words import part_of
from exports.pdf.routing import routed
from exports.pdf.short_ids import by_phase, short_ids
from exports.pdf.steps import Breathe, with_breaths
from workshop.board.board import Board
from workshop.method.owning import people_in
from workshop.method.people import name_of
from workshop.method.records import records_of
from workshop.method.term_index import TermFinder
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.model.links import Link
from workshop.model.people import Participant, Persona, Responsibility
from workshop.model.session import Principle, Session
from workshop.model.text import clean_line, clean_text
from workshop.picture.board_plan import Balance
from workshop.picture.geometry import BoardLayout, Extent, extents_of, lay_out, layout_of
from workshop.picture.routes import Floats, parallel_shifts
from workshop.translation import N_, _
from workshop.visibility import PAPER, PEEK, Visible, visible_to

UNTITLED = N_("Untitled workshop")
USUAL = PaperOptions()


@dataclass(frozen=True)
class Content:
    """The visible part of a board; `sections` hold the cards of each phase and of the parking lot (None).

    `numbers` are the short ids of the cards. `part` says what of the board it is, empty for all of it. `reach` is how
    far up and down diamonds reach nearly, in board units, however low their cards lie; 0 where only these tell.
    """

    session: Session
    sections: dict[Phase | None, list[Card]]
    links: list[Link]
    people: list[Participant]
    responsibilities: list[Responsibility]
    names: dict[str, str]
    terms: dict[str, str]
    votes: Counter[str]
    method: Method
    numbers: dict[str, str]
    part: str = ""
    images: dict[str, PaperImage] = field(default_factory=dict)
    routes: dict[str, Floats] = field(default_factory=dict)
    reach: float = 0.0

    @property
    def title(self) -> str:
        """The title on one line."""
        return clean_line(self.session.title) or _(UNTITLED)

    @property
    def logo(self) -> PaperImage | None:
        """The team's logo."""
        return self.images.get(LOGO)

    @cached_property
    def cards(self) -> dict[str, Card]:
        """All cards by id, in the order of reading."""
        return {card.id: card for cards in self.sections.values() for card in cards}

    @cached_property
    def term_finder(self) -> TermFinder:
        """What finds the words of terms on cards, to underline them as on screen."""
        return TermFinder(self.method.terms)

    @cached_property
    def links_at(self) -> dict[str, list[Link]]:
        """The links that begin or end at each card."""
        at: dict[str, list[Link]] = {}
        for link in self.links:
            at.setdefault(link.source, []).append(link)
            if link.target != link.source:
                at.setdefault(link.target, []).append(link)
        return at

    @cached_property
    def layout(self) -> BoardLayout:
        """Where the cards lie."""
        if not self.reach:
            return layout_of(self.cards.values())
        extents = extents_of(self.cards.values())
        for phase in Phase:
            right, top, bottom = extents.get(phase, Extent())
            extents[phase] = Extent(right, min(top, -self.reach), max(bottom, self.reach))
        return lay_out(extents)

    @cached_property
    def boxes(self) -> Floats:
        """Where the cards lie: an x, a y, a width and a height in each row."""
        places = [self.layout.rect_of(card) for card in self.cards.values()]
        return np.array(places, float).reshape(-1, 4)

    def curves(self, breathe: Breathe = lambda: None) -> dict[str, Floats]:
        """The curve (4, 2) of each link by its id, round the cards in its way as on screen; routed only once."""
        if not self.routes:
            boxes = [self.layout.rect_of(card) for card in with_breaths(self.cards.values(), breathe)]
            places = {card: place for place, card in enumerate(self.cards)}
            ends = [(places[link.source], places[link.target]) for link in self.links]
            pairs = [(link.source, link.target) for link in self.links]
            curves = routed(boxes, ends, parallel_shifts(pairs), breathe)
            self.routes.update((link.id, curve) for link, curve in zip(self.links, curves, strict=True))
        return self.routes

    def of_kind(self, kind: CardKind) -> list[Card]:
        """The cards of a kind, in the order of reading."""
        return [card for card in self.cards.values() if card.kind is kind]

    def balance(self, phase: Phase | None) -> Balance:
        """The cards of a phase by discipline."""
        return balance_of(self.sections.get(phase, []))

    def in_diamond(self, name: DiamondName) -> list[Card]:
        """The cards of a diamond."""
        return [card for card in self.cards.values() if card.phase and diamond_of(card.phase).name is name]

    def name(self, participant_id: str | None) -> str:
        """A participant's name, of somebody who was taken off the list with words that say so; empty for nobody."""
        return self.names.get(participant_id or "", "")


def balance_of(cards: Iterable[Card]) -> Balance:
    """Cards counted by discipline."""
    counts = Counter(card.discipline for card in cards)
    return Balance(counts[Discipline.CX], counts[Discipline.JOINT], counts[Discipline.UX])


def content_of(
    board: Board,
    today: date | None = None,
    breathe: Callable[[], None] = lambda: None,
    options: PaperOptions = USUAL,
    whole: Board | None = None,
) -> Content:
    """What paper may show of a board. Nothing of a hidden card is in it unless the options ask for hidden ones.

    Dates are compared with `today`, by default the day of the workshop; where that is not set either, nothing is late.
    `breathe` is called now and then, and may raise to stop. Where the board was narrowed, `whole` is what it is of.
    """
    numbers, part = short_ids(whole or board), part_of(whole or board, options)
    sight = visible_to(PEEK if options.hidden else PAPER, board)
    named = {card.id for card in with_breaths(sight.cards(), breathe) if options.authors and sight.author(card)}
    seen = with_breaths(sight.cards(), breathe)
    cards = [_cleaned(card if card.id in named else replace(card, author=None)) for card in seen]
    all_of_it = visible_to(sight.viewer, whole) if whole and whole is not board else sight
    told = [section for section in SECTION_IDS if options.kind is Kind.SUMMARY and options.tells(section)]
    method = method_of(sight, today or board.session.date or date.min, breathe, whole=all_of_it, sections=told)
    if part is not None:
        shown = {card.id for card in cards}
        method.threads[:] = [one for one in part.threads if shown.issuperset(one.cards)]
    people = _people(board, cards, method, concerned=part is not None)
    breathe()
    return Content(
        session=board.session,
        sections=by_phase(cards),
        links=list(with_breaths(sight.links(), breathe)),
        people=people,
        responsibilities=list(records_of(board, Responsibility).values()),
        names=_names(board, people),
        terms=_terms(board),
        votes=_dots(sight),
        method=method,
        numbers={card.id: numbers[card.id] for card in cards},
        part=part.words if part else "",
        images=images_on(board, cards) | logo_of(options.logo, grey=options.grey),
    )


def _dots(sight: Visible) -> Counter[str]:
    """The dots on each card that may be told."""
    votes: Counter[str] = Counter()
    for vote in sight.votes():
        votes[vote.card] += vote.dots
    return votes


def _people(board: Board, cards: list[Card], method: Method, *, concerned: bool) -> list[Participant]:
    """The participants, without those whom only a hidden card or secret scores name; of a part those `concerned`."""
    named = {person for card in cards for person in _named_by(card)}
    if concerned:
        return [person for person in board.participants.values() if person.id in named]
    named |= {person for record in (*method.measures, *method.tensions) for person in people_in(record)}
    shown = {card.id for card in cards}
    veiled = {person for card in board.cards.values() if card.id not in shown for person in _named_by(card)}
    return [person for person in board.participants.values() if person.id in named or person.id not in veiled]


def _names(board: Board, people: list[Participant]) -> dict[str, str]:
    """The names that ids on cards stand for, former participants' among them."""
    former = {one.participant: clean_line(name_of(board, one.participant)) for one in board.session.former}
    return former | {person.id: clean_line(person.name) for person in people}


def _named_by(card: Card) -> list[str]:
    return [person for person in (card.author, card.owner, *card.decided_by) if person]


def _terms(board: Board) -> dict[str, str]:
    """What ids on cards stand for besides people: groups, personas, principles and stages of the journey."""
    terms = {group.id: group.name for group in board.groups.values()}
    for record in board.collection("personas").values():
        if isinstance(record, Persona):
            terms[record.id] = record.name
    for record in board.collection("principles").values():
        if isinstance(record, Principle):
            terms[record.id] = record.text
    terms |= {stage.id: str(getattr(stage, "name", "")) for stage in board.collection("stages").values()}
    return {record_id: clean_text(text) for record_id, text in terms.items()}


def _cleaned(card: Card) -> Card:
    text = clean_text(card.text)
    return card if text == card.text else replace(card, text=text)
