"""Words that name a page which is not known yet; they are set once all pages are."""

from collections.abc import Sequence

from exports.pdf.page import Page, Pending
from exports.pdf.typeset import QUIET, cut_label, jump_over
from workshop.translation import _

LINE = 13.0
"""The height of a line with such words, in points."""


def fill_in_pages(pending: Sequence[Pending], pages: Sequence[Page]) -> None:
    """Set the words where room was kept, with the page of each and a jump there; without it where it was left out."""
    for one in pending:
        number = next((place for place, page in enumerate(pages, 1) if one.anchor in page.anchors), 0)
        words = _("{words}, page {number}").format(words=one.words, number=number) if number else one.words
        run = cut_label(0, 8.5, words, one.room, QUIET)
        one.page.put((run,), one.x, one.y)
        if number:
            jump = jump_over(run, one.anchor)
            one.page.jumps.append(jump._replace(rect=jump.rect.moved(one.x, one.y)))
