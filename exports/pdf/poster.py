"""The poster: the whole board on one sheet, cards and links at their true places, with advice on a larger sheet."""

from exports.pdf.content import Content
from exports.pdf.cut_texts import cut_words
from exports.pdf.options import PaperOptions
from exports.pdf.page import LaidOut, Page, Paper, Placed
from exports.pdf.poster_board import around_board, board_from_afar, board_in_full
from exports.pdf.poster_head import LEAST_TEXT, Head, head_of, set_head
from exports.pdf.poster_list import Listed
from exports.pdf.poster_places import Stand, scale_on, with_list, with_small_list
from exports.pdf.sheets import BOARD_SIZED, POSTERS
from exports.pdf.steps import Breathe, Steps
from workshop.picture.plan import Rect
from workshop.translation import N_, _

_LARGEST_SIDE = 14_400.0
"""Points: no reader of PDF takes a longer page."""

SMALLEST = 10.0
"""Board units of the smallest words on a card."""

_AFAR = N_("The board with its cards and links; each card is told below.")


def lay_out_poster(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    """The sheet as data: cards with their words where these can be read, else with short ids and the words below.

    The advice names the smallest sheet on which every word can be read, unless this is one, and says how many texts
    are cut.
    """
    steps.expect(len(content.cards) + 1, "Laying out the poster")
    around = around_board(content, steps.breathe)
    sheet = POSTERS.get(options.paper) or _own_paper(content, around, grey=options.grey)
    head = head_of(content, sheet, grey=options.grey)
    page = Page()
    page.mark(_("Poster"), "poster", 0.0)
    set_head(page, head, sheet)
    paper = _below(head, sheet)
    found = _listed(content, paper, around, steps.breathe)
    if found is None:
        size = SMALLEST * scale_on(paper, around)
        cut = _put_in_full(page, content, paper, around, steps)
    else:
        size, cut = found[1].size, found[1].cut
        _put_with_list(page, paper, *found, steps)
    steps.done()
    advice = _advice(content, options, around, size, steps.breathe), cut_words(cut)
    return LaidOut([page], sheet, " ".join(filter(None, advice)))


def _listed(content: Content, paper: Paper, around: Rect, breathe: Breathe) -> tuple[Stand, Listed] | None:
    """The board with a list below; None where the words on its cards can be read, or are larger than in a list."""
    scale = scale_on(paper, around)
    if _readable(scale):
        return None
    if (found := with_list(content, paper, around, breathe)) is not None:
        return found
    small = with_small_list(content, paper, around, breathe)
    return small if small is not None and small[1].size > SMALLEST * scale else None


def _put_in_full(page: Page, content: Content, paper: Paper, around: Rect, steps: Steps) -> int:
    """Put the board with the words on its cards in the middle of the sheet; how many of these have not all words."""
    scale = scale_on(paper, around)
    top = paper.top + (paper.body - around.h * scale) / 2
    board, cut = board_in_full(content, steps)
    for shapes in board:
        page.begin_part()
        page.placed.append(Placed(shapes, _left(paper, around, scale), top - around.y * scale, scale))
    return cut


def _put_with_list(page: Page, paper: Paper, stand: Stand, listed: Listed, steps: Steps) -> None:
    """The board from afar with the list below."""
    shapes = board_from_afar(stand.content, stand.scale, steps.breathe)
    left, top = _left(paper, stand.around, stand.scale), stand.top - stand.around.y * stand.scale
    page.placed.append(Placed(shapes, left, top, stand.scale, alternative=_(_AFAR)))
    for placed in listed.placed:
        page.begin_part()
        page.placed.append(placed)
        steps.done()


def _left(paper: Paper, around: Rect, scale: float) -> float:
    """The x of the board's origin, where the board is in the middle of the sheet."""
    return paper.margin + (paper.inner - around.w * scale) / 2 - around.x * scale


def _below(head: Head, sheet: Paper) -> Paper:
    """What a head leaves of a sheet."""
    return sheet._replace(top=sheet.top + head.height)


def _readable(scale: float) -> bool:
    return SMALLEST * scale >= LEAST_TEXT - 0.01


def _own_paper(content: Content, around: Rect, *, grey: bool) -> Paper:
    """A sheet in the board's proportions on which the smallest words are LEAST_TEXT high."""
    margin = 56.0
    scale = LEAST_TEXT / SMALLEST
    larger = max(around.w, around.h) * scale + 4 * margin
    scale *= min(1.0, _LARGEST_SIDE / larger)
    paper = Paper(around.w * scale + 2 * margin, 1.0, margin, margin, margin * 0.8)
    head = head_of(content, paper, grey=grey).height
    return paper._replace(height=around.h * scale + head + paper.top + paper.bottom)


def _advice(content: Content, options: PaperOptions, around: Rect, size: float, breathe: Breathe) -> str:
    """A sentence where the smallest words are smaller than LEAST_TEXT; which sheet to choose instead."""
    if size >= LEAST_TEXT - 0.01:
        return ""
    if options.paper == BOARD_SIZED:
        return f"The smallest words are {size:.1f} points high, since no page can be larger."
    fitting = (
        name
        for name, paper in POSTERS.items()
        if paper.width > POSTERS[options.paper].width
        and _is_read(content, _below(head_of(content, paper, grey=options.grey), paper), around, breathe)
    )
    other = next(fitting, f"the board's own size (“{BOARD_SIZED}”)")
    return f"The smallest words are {size:.1f} points high on {options.paper}; choose {other} to read them."


def _is_read(content: Content, paper: Paper, around: Rect, breathe: Breathe) -> bool:
    """Whether every word can be read on a sheet."""
    if _readable(scale_on(paper, around)):
        return True
    found = with_list(content, paper, around, breathe)
    return found is not None and not found[1].cut
