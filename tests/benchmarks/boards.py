"""Large boards for measuring: cards of every kind with varied text over all phases, and links among them."""

from random import Random

from workshop.board.board import Board
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.model.people import Participant
from workshop.model.record import Record
from workshop.model.session import SESSION_ID, Session
from workshop.picture.card_plan import grown_height

TEXT = """
billing breakdown finance support tickets month-end invoice export campaign landing set-up
administrator small firm quote configurator specification tool input customer journey trust
error retention survey interview test prototype launch pilot metric review research onboarding
contract renewal help desk answer wait queue
"""
WORDS = TEXT.split()


def large_board(cards: int, links: int, seed: int = 7) -> Board:
    """A board of so many cards and links, the same for the same seed."""
    random = Random(seed)
    people = [
        Participant(id=f"p{n}", name=f"{w.capitalize()} {WORDS[n + 9].capitalize()}")
        for n, w in enumerate(WORDS[:8])
    ]
    made = [_card(number, cards, random) for number in range(cards)]
    records: list[Record] = [Session(id=SESSION_ID, title=f"A board of {cards} cards"), *people, *made]
    kinds = list(LinkKind)
    joined: set[tuple[int, int]] = set()
    while len(joined) < links:
        source = random.randrange(cards)
        target = min(cards - 1, max(0, source + random.choice((-40, -9, -1, 1, 2, 8, 16, 64))))
        if source != target and (source, target) not in joined and (target, source) not in joined:
            number = len(joined)
            joined.add((source, target))
            records.append(
                Link(id=f"l{number}", source=f"c{source}", target=f"c{target}", kind=kinds[number % 6])
            )
    return Board(records)


def _card(number: int, count: int, random: Random) -> Card:
    phases = list(Phase)
    in_phase, phase = divmod(number, len(phases))
    columns = max(3, round((count / len(phases)) ** 0.5 * 0.75))
    rows = -(-(count // len(phases) + 1) // columns)
    row, column = divmod(in_phase, columns)
    text = " ".join(random.choice(WORDS) for _ in range(random.randint(2, 26))).capitalize()
    height = min(grown_height(text, CARD_WIDTH, CARD_HEIGHT), 190.0)
    return Card(
        id=f"c{number}",
        text=text,
        kind=list(CardKind)[number % 10],
        discipline=list(Discipline)[random.randrange(3)],
        phase=phases[phase],
        x=24.0 + column * 230 + random.uniform(-6, 6),
        y=(row - rows / 2) * 210 + random.uniform(-6, 6),
        h=height,
        author=f"p{number % 8}",
    )
