"""The plan of a paste: the cards that rows of text become, and the people that they make known."""

from collections.abc import Collection, Sequence

import msgspec

from workshop.imports.columns import Columns, discipline_in, kind_in, phase_in
from workshop.imports.pasted import Pasted
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.text import clean_line

_LONGEST_NAME = 200


class PlannedCard(msgspec.Struct, frozen=True):
    """A card to be: what is None (`phase`: UNSET) is as the board has it for the next card; `author` is a name."""

    text: str
    phase: Phase | msgspec.UnsetType | None = msgspec.UNSET
    discipline: Discipline | None = None
    kind: CardKind | None = None
    author: str = ""


class PastePlan(msgspec.Struct, frozen=True):
    """Cards to be in the order of their rows, the names of people who are not known yet, and rows without text."""

    cards: tuple[PlannedCard, ...]
    people: tuple[str, ...] = ()
    skipped: int = 0


def plan_of(pasted: Pasted, columns: Columns, names: Collection[str] = ()) -> PastePlan:
    """The cards that what was pasted becomes; `names` are those of the people known already."""
    rows = pasted.rows[1:] if columns.header else pasted.rows
    others = _others(pasted, columns)
    cards = [_card(row, columns, others) for row in rows]
    kept = tuple(card for card in cards if card.text)
    known = {name.casefold() for name in names}
    fresh = {card.author.casefold(): card.author for card in kept if card.author}
    people = tuple(name for folded, name in fresh.items() if folded not in known)
    return PastePlan(kept, people, len(cards) - len(kept))


def _others(pasted: Pasted, columns: Columns) -> list[tuple[int, str]]:
    """All columns but the text's and the author's, with the words that stand before their cells."""
    if not columns.others:
        return []
    used = {columns.text, columns.author}
    heads = pasted.rows[0] if columns.header else [""] * pasted.width
    return [
        (place, f"{clean_line(head)}: " if head else "")
        for place, head in enumerate(heads)
        if place not in used
    ]


def _card(row: Sequence[str], columns: Columns, others: Sequence[tuple[int, str]]) -> PlannedCard:
    phase = phase_in(_cell(row, columns.phase))
    discipline = discipline_in(_cell(row, columns.discipline))
    kind = kind_in(_cell(row, columns.kind))
    understood = {
        place
        for place, value in ((columns.phase, phase), (columns.discipline, discipline), (columns.kind, kind))
        if value is not None
    }
    parts = [row[columns.text]]
    parts += [head + row[place] for place, head in others if row[place] and place not in understood]
    return PlannedCard(
        "\n".join(part for part in parts if part),
        phase[0] if phase else msgspec.UNSET,
        discipline,
        kind,
        clean_line(_cell(row, columns.author))[:_LONGEST_NAME].strip(),
    )


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None else ""
