"""How much the page “In short” tells: steps from more to less, of which the first that fits on the page is taken."""

from typing import NamedTuple


class Amounts(NamedTuple):
    """Lines of a text and of a reason, and how many entries of each sort are told before the rest is only counted."""

    text: int = 2
    reason: int = 2
    decisions: int = 6
    actions: int = 6
    threads: int = 2
    open: int = 2


AMOUNTS = (
    Amounts(open=6),
    Amounts(open=4),
    Amounts(open=3),
    Amounts(),
    Amounts(threads=1),
    Amounts(threads=1, open=1),
    Amounts(reason=1, open=3),
    Amounts(reason=1),
    Amounts(reason=1, threads=1),
    Amounts(reason=1, decisions=5, actions=4, threads=1),
    Amounts(reason=1, decisions=4, actions=4, threads=1, open=1),
    Amounts(reason=1, decisions=4, actions=3, threads=1, open=1),
    Amounts(reason=1, decisions=3, actions=3, threads=1, open=1),
    Amounts(text=1, reason=1, decisions=4, actions=3, threads=1, open=1),
    Amounts(text=1, reason=1, decisions=2, actions=2, threads=1, open=1),
)
