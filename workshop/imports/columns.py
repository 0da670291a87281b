"""Guessing which column of a table is a card's text, phase, discipline, kind and author, from headers and contents."""

import re
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from typing import TypeVar

import msgspec

from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase

PARKING = "parking lot"

_LOOKED_AT = 200
"""Rows that a guess looks at."""

_ENOUGH = 0.6
"""The share of a column's cells that must be known words of a field."""

V = TypeVar("V")


class CardField(StrEnum):
    """What a column may hold."""

    TEXT = "text"
    PHASE = "phase"
    DISCIPLINE = "discipline"
    KIND = "kind"
    AUTHOR = "author"


class Columns(msgspec.Struct, frozen=True):
    """The column of each field, None where the table has none; whether the first row is a header.

    With `others`, what stands in further columns follows below the text of its card.
    """

    header: bool = False
    text: int = 0
    phase: int | None = None
    discipline: int | None = None
    kind: int | None = None
    author: int | None = None
    others: bool = True

    def of(self, field: CardField) -> int | None:
        """The column of a field."""
        column: int | None = getattr(self, field.value)
        return column


_HEADERS = {
    CardField.TEXT: (
        "text", "card", "card text", "note", "notes", "sticky", "sticky note", "content", "title", "statement",
        "description", "comment", "comments", "summary", "what", "issue", "finding", "observation", "quote",
    ),
    CardField.PHASE: ("phase", "stage", "step", "column", "list", "status"),
    CardField.DISCIPLINE: ("discipline", "team", "side", "lens", "perspective", "cx/ux", "cx or ux", "cx / ux"),
    CardField.KIND: ("kind", "type", "category", "card type", "kind of card", "label"),
    CardField.AUTHOR: (
        "author", "by", "who", "person", "participant", "name", "written by", "created by", "added by", "user",
    ),
}  # fmt: skip
_FIELD_OF = {word: field for field, words in _HEADERS.items() for word in words}

_PHASES: dict[str, Phase | None] = {
    **{phase.value.casefold(): phase for phase in Phase},
    PARKING: None, "parking": None, "parked": None, "discovery": Phase.DISCOVER, "definition": Phase.DEFINE,
    "exploration": Phase.EXPLORE, "validation": Phase.VALIDATE, "development": Phase.DEVELOP,
}  # fmt: skip
_DISCIPLINES = {
    "cx": Discipline.CX, "customer experience": Discipline.CX, "ux": Discipline.UX,
    "user experience": Discipline.UX, "joint": Discipline.JOINT, "both": Discipline.JOINT,
    "cx + ux": Discipline.JOINT, "cx+ux": Discipline.JOINT, "cx and ux": Discipline.JOINT,
    "cx & ux": Discipline.JOINT, "cx/ux": Discipline.JOINT, "cx, ux": Discipline.JOINT,
}  # fmt: skip
_KINDS = {
    **{kind.value: kind for kind in CardKind},
    "pain": CardKind.PAIN_POINT, "painpoint": CardKind.PAIN_POINT, "to do": CardKind.ACTION,
    "todo": CardKind.ACTION, "task": CardKind.ACTION,
}  # fmt: skip


def phase_in(cell: str) -> tuple[Phase | None] | None:
    """The phase that a cell names, in a tuple of one, since None in it is the parking lot; None for no phase."""
    word = re.sub(r"^\d+[.)]?\s*", "", _word(cell))
    return (_PHASES[word],) if word in _PHASES else None


def discipline_in(cell: str) -> Discipline | None:
    """The discipline that a cell names."""
    return _DISCIPLINES.get(_word(cell))


def kind_in(cell: str) -> CardKind | None:
    """The kind of card that a cell names, in the singular or plural."""
    word = _word(cell).replace("_", " ").replace("-", " ")
    return _KINDS.get(word) or _KINDS.get(word.removesuffix("s"))


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns rather than being a card itself."""
    if len(rows) < 2:
        return False
    named = [cell for cell in rows[0] if _word(cell) in _FIELD_OF]
    values = [cell for cell in rows[0] if _is_value(cell)]
    return len(named) > len(values) or len(named) > 1


def guessed(rows: Sequence[Sequence[str]], names: Collection[str] = ()) -> Columns:
    """The columns of a table as its header and its contents suggest; `names` are the people known already."""
    header = has_header(rows)
    found: dict[CardField, int] = {}
    if header:
        for place, cell in enumerate(rows[0]):
            if (field := _FIELD_OF.get(_word(cell))) is not None:
                found.setdefault(field, place)
    body = rows[1 if header else 0 :][:_LOOKED_AT]
    known = {name.casefold() for name in names}
    readers: dict[CardField, Callable[[str], object]] = {
        CardField.PHASE: phase_in,
        CardField.DISCIPLINE: discipline_in,
        CardField.KIND: kind_in,
        CardField.AUTHOR: lambda cell: cell.casefold() in known or None,
    }
    width = len(rows[0]) if rows else 0
    for field, reads in readers.items():
        taken = set(found.values())
        shares = {place: _share(body, place, reads) for place in range(width) if place not in taken}
        best = max(shares, key=lambda place: shares[place], default=None)
        if field not in found and best is not None and width > 1 and shares[best] >= _ENOUGH:
            found[field] = best
    text = found.get(CardField.TEXT)
    return Columns(
        header=header,
        text=_wordiest(body, width, set(found.values())) if text is None else text,
        phase=found.get(CardField.PHASE),
        discipline=found.get(CardField.DISCIPLINE),
        kind=found.get(CardField.KIND),
        author=found.get(CardField.AUTHOR),
    )


def _wordiest(body: Sequence[Sequence[str]], width: int, taken: set[int]) -> int:
    """The column with the longest words that is nothing else."""
    free = [place for place in range(width) if place not in taken] or [0]
    return max(free, key=lambda place: sum(min(len(row[place]), 300) for row in body))


def _share(body: Sequence[Sequence[str]], place: int, reads: Callable[[str], object]) -> float:
    cells = [row[place] for row in body if row[place]]
    return sum(reads(cell) is not None for cell in cells) / len(cells) if cells else 0.0


def _is_value(cell: str) -> bool:
    return any(value is not None for value in (phase_in(cell), discipline_in(cell), kind_in(cell)))


def _word(cell: str) -> str:
    return " ".join(cell[:60].casefold().split()).strip(" :#")
