"""Times a paste of 20,000 rows part by part: reading, planning, measuring the cards, and the one transaction."""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from exports.clipboard import card_table, cards_json, shown_cards, table_html
from workshop.commands.pasting import Manner, card_height, paste_cards
from workshop.imports.columns import guessed
from workshop.imports.pasted import read_pasted
from workshop.imports.planning import plan_of
from workshop.workshop import Workshop

CARDS, RUNS = 20_000, 3
_STORY = "customers cannot find the invoice breakdown on the billing page and call support after signup checkout error"


def table(count: int) -> str:
    """A table of so many rows as a spreadsheet gives it."""
    chance, words = Random(1), _STORY.split()
    rows = ["Text\tPhase\tTeam\tType\tAuthor"]
    for _ in range(count):
        text = " ".join(chance.choices(words, k=chance.randint(4, 20)))
        choices = (("Discover", "Define", "Explore"), ("CX", "UX", "both"), ("risk", "need"), ("Mira", "Ada"))
        rows.append("\t".join((text, *(chance.choice(choice) for choice in choices))))
    return "\n".join(rows)


def measure() -> list[dict[str, object]]:
    """A row for each part."""
    text = table(CARDS)
    page = "<table>" + "".join(
        "<tr>" + "".join(f"<td style='mso-number-format:x'>{cell}</td>" for cell in row.split("\t")) + "</tr>"
        for row in text.split("\n")
    )
    times: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        began = time.perf_counter()
        result = work()
        times.setdefault(name, []).append((time.perf_counter() - began) * 1000)
        return result

    for _ in range(RUNS):
        workshop = Workshop()
        pasted = timed("read a table of 20,000 rows", lambda: read_pasted(text))
        timed("read the same as a page", lambda: read_pasted("", page))
        plan = timed("plan the cards", lambda rows=pasted: plan_of(rows, guessed(rows.rows)))
        cards = plan.cards
        heights = timed("measure the cards", lambda cards=cards: [card_height(card.text) for card in cards])
        timed(
            "put 20,000 cards in one transaction",
            lambda cards=cards, heights=heights, workshop=workshop: paste_cards(
                workshop, origin="bench", cards=cards, manner=Manner(None), heights=heights
            ),
        )
        timed("copy them as text, table and cards", lambda board=workshop.board: _copied(board))
    return [_row(name, taken) for name, taken in times.items()]


def _copied(board: Any) -> object:
    shown = shown_cards(board, set(board.cards))
    rows = card_table(board, shown)
    return cards_json(board, set(board.cards)), table_html(rows or [])


def _row(name: str, taken: list[float]) -> dict[str, object]:
    return {
        "name": name, "cards": CARDS, "median": round(statistics.median(taken), 1),
        "worst": round(max(taken), 1), "unit": "ms", "baseline": 0, "ratio": 0,
    }  # fmt: skip
