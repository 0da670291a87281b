"""What a document of some cards tells of: a phase, a diamond, the threads through a card, or cards that were chosen."""

from typing import NamedTuple

from exports.pdf.options import PaperOptions
from exports.pdf.short_ids import short_ids
from workshop.board.board import Board
from workshop.board.threads import Thread, threads_of
from workshop.model.diamonds import DIAMONDS, Phase
from workshop.translation import _, counted
from workshop.visibility import PAPER, Visible, visible_to


class PartOf(NamedTuple):
    """What the part is called, and its threads where it consists of whole ones."""

    words: str
    threads: tuple[Thread, ...] = ()


def part_of(board: Board, options: PaperOptions) -> PartOf | None:
    """What of a board the options choose; None for all of it."""
    if options.chosen is None:
        return None
    visible = visible_to(PAPER, board)
    shown = [card.id for card in visible.cards() if not card.unwritten]
    chosen = set(options.chosen).intersection(shown)
    count = _("{count} of {all} cards").format(count=len(chosen), all=len(shown))
    if ground := _ground(visible, chosen):
        return PartOf(f"{ground} · {count}")
    threads = [thread for thread in threads_of(visible) if thread.links and chosen.issuperset(thread.cards)]
    if not chosen or {card for thread in threads for card in thread.cards} != chosen:
        words = _("A part of the board")
        return PartOf(f"{words} · {count}")
    return PartOf(f"{_threads(board, threads)} · {count}", tuple(threads))


def _ground(visible: Visible, chosen: set[str]) -> str:
    """The phase or the diamond of which these are all the cards."""
    grounds: list[tuple[str, tuple[Phase, ...]]] = [
        (_("Phase {phase}").format(phase=_(phase.value)), (phase,)) for phase in Phase
    ]
    grounds += [
        (_("Diamond {diamond}").format(diamond=_(diamond.name.value)), diamond.phases) for diamond in DIAMONDS
    ]
    for words, phases in grounds:
        if chosen and chosen == {card.id for card in visible.cards() if card.phase in phases}:
            return words
    return ""


def _threads(board: Board, threads: list[Thread]) -> str:
    numbers = short_ids(board)
    if len(threads) > 1:
        return counted("{count} thread", "{count} threads", len(threads))
    first, last = numbers[threads[0].root], numbers[threads[0].cards[-1]]
    return _("Thread from {first} to {last}").format(first=first, last=last)
