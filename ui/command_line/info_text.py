"""The numbers of a session as a page of aligned text."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from ui.command_line.telling import seen, size_words
from workshop.model.text import short

_LONGEST = 44


def info_text(told: dict[str, Any]) -> str:
    """The page: title, sums, cards by phase and discipline, cards by kind, links by kind, people."""
    blocks = [_heading(told), _sums(told), _phases(told), _kinds(told), _people(told)]
    return "\n\n".join(block for block in blocks if block)


def _heading(told: dict[str, Any]) -> str:
    about = " · ".join(part for part in (told["date"], short(seen(told["place"]))) if part)
    return "\n".join(part for part in (short(seen(told["title"]), 72) or "Without a title", about) if part)


def _sums(told: dict[str, Any]) -> str:
    hidden = f" ({told['hidden']} hidden)" if told["hidden"] else ""
    return _table(
        [
            ("Cards", f"{told['cards']:,}{hidden}"),
            ("Links", f"{told['links']:,}"),
            ("Participants", f"{len(told['participants']):,}"),
            ("Schema", str(told["schema"])),
            ("Size", size_words(told["size"])),
        ]
    )


def _phases(told: dict[str, Any]) -> str:
    disciplines = list(told["by_discipline"])
    rows = [("Phase", *disciplines, "All")]
    for phase, counts in told["by_phase_and_discipline"].items():
        rows.append((phase.capitalize(), *map(_count, counts.values()), _count(told["by_phase"][phase])))
    rows.append(("All", *map(_count, told["by_discipline"].values()), _count(told["cards"])))
    return _table(rows, numbers=True)


def _kinds(told: dict[str, Any]) -> str:
    """The kinds of cards, and beside them the kinds of links."""
    cards = [("Kind", "Cards"), *((kind, _count(count)) for kind, count in told["by_kind"].items())]
    links = [("Link", "Links"), *((kind, _count(count)) for kind, count in told["links_by_kind"].items())]
    left, right = (_table(rows, numbers=True).split("\n") for rows in (cards, links))
    right += [""] * (len(left) - len(right))
    return "\n".join(f"{one}    {other}".rstrip() for one, other in zip(left, right, strict=True))


def _people(told: dict[str, Any]) -> str:
    rows = [("Participant", "", "Cards", "Role")]
    for person in told["participants"]:
        cards = _count(person["cards"]).rjust(5)
        rows.append(
            (short(seen(person["name"]), _LONGEST), person["discipline"], cards, short(seen(person["role"])))
        )
    return _table(rows) if told["participants"] else ""


def _count(count: int) -> str:
    return f"{count:,}" if count else "·"


def _table(rows: Sequence[Sequence[str]], numbers: bool = False) -> str:
    """Columns two blanks apart; with `numbers` all but the first are set right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(_cells(row, widths, numbers)).rstrip() for row in rows)


def _cells(row: Sequence[str], widths: Sequence[int], numbers: bool) -> list[str]:
    cells = []
    for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
        blanks = " " * (width - _width(cell))
        cells.append(blanks + cell if numbers and index else cell + blanks)
    return cells


def _width(text: str) -> int:
    """The cells that a terminal gives a text."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
