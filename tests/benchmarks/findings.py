"""Times threads and findings on sparse, dense and large boards: all at once, and the longest step for a window."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import accumulate
from random import Random

from msgspec.structs import replace

from tests.benchmarks.boards import large_board
from workshop.board.board import Board
from workshop.board.threads import threads_of
from workshop.findings.looking import findings_in_steps
from workshop.model.cards import Card
from workshop.model.terms import Term
from workshop.visibility import ROOM, Visible, visible_to

SIZES = ((48, 20), (48, 135), (10_000, 5_000))
RUNS = 7
TERMS = 1_500
TODAY = date(2026, 11, 14)

_VOCABULARY = 20_000


def measure() -> list[dict[str, object]]:
    """A row for threads, for all findings and for the longest step on each board; dense against sparse."""
    rows: list[dict[str, object]] = []
    sparse: dict[str, float] = {}
    for cards, links in SIZES:
        board = as_people_write(large_board(cards, links))
        visible = visible_to(ROOM, board)
        _ = board.graph
        steps = [list(_step_times(visible)) for _ in range(RUNS + 1)][1:]
        for name, taken in (
            ("threads", [_timed(lambda visible=visible: threads_of(visible)) for _ in range(RUNS)]),
            ("findings", [sum(run) for run in steps]),
            ("findings, the longest step", [max(run) for run in steps]),
        ):
            rows.append(
                _row(f"{name}, {links:,} links", cards, taken, sparse.get(name) if cards == 48 else None)
            )
            sparse.setdefault(name, statistics.median(taken))
    return [*rows, *_with_terms(as_people_write(large_board(*SIZES[-1])))]


def _with_terms(board: Board) -> list[dict[str, object]]:
    """Findings with many terms whose words stand on no card."""
    terms = [
        Term(id=f"t{number}", cx_says=f"zq{number} door", ux_says=f"qx{number}") for number in range(TERMS)
    ]
    visible = visible_to(ROOM, Board([*board.records(), *terms]))
    steps = [list(_step_times(visible)) for _ in range(RUNS + 1)][1:]
    return [
        _row(f"findings, {TERMS:,} terms", SIZES[-1][0], [sum(run) for run in steps], None),
        _row(f"findings, the longest step, {TERMS:,} terms", SIZES[-1][0], [max(run) for run in steps], None),
    ]


def as_people_write(board: Board) -> Board:
    """The board with words as often as people use them: the second half as often as the first, and so on (Zipf)."""
    random = Random(5)
    letters = "abcdefghijklmnoprstuvwz"
    words = ["".join(random.choices(letters, k=random.randint(3, 11))) for _ in range(_VOCABULARY)]
    weights = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))

    def text() -> str:
        return " ".join(random.choices(words, cum_weights=weights, k=random.randint(3, 22)))

    return Board(replace(r, text=text()) if isinstance(r, Card) else r for r in board.records())


def _step_times(visible: Visible) -> Iterator[float]:
    steps = findings_in_steps(visible, TODAY)
    step: object = steps
    while step is not None:
        begun = time.perf_counter()
        step = next(steps, None)
        yield (time.perf_counter() - begun) * 1000


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _row(name: str, cards: int, taken: list[float], sparse: float | None) -> dict[str, object]:
    median = statistics.median(taken)
    return {
        "name": name,
        "cards": cards,
        "median": round(median, 2),
        "worst": round(max(taken), 2),
        "unit": "ms",
        "baseline": round(sparse, 2) if sparse else None,
        "ratio": round(median / sparse, 2) if sparse else None,
    }
