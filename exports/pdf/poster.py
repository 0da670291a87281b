"""The poster: the whole board on one sheet, cards and links at their true places, with advice on a larger sheet."""

from collections.abc import Callable

from exports.pdf.content import Content
from exports.pdf.cut_texts import cut_words
from exports.pdf.options import PaperOptions
from exports.pdf.page import LaidOut, Page, Paper, Placed
from exports.pdf.poster_advice import is_large, size_advice
from exports.pdf.poster_board import around_board, board_from_afar, board_in_full
from exports.pdf.poster_head import LEAST_TEXT, head_of, set_head
from exports.pdf.poster_list import Listed
from exports.pdf.poster_places import Stand, scale_on, with_list, with_small_list
from exports.pdf.sheets import POSTERS
from exports.pdf.steps import Breathe, Steps, with_breaths
from workshop.picture.plan import Rect, Shape, TextRun
from workshop.translation import N_, _

_LARGEST_SIDE = 14_400.0
"""Points: no reader of PDF takes a longer page."""

SMALLEST = 10.0
"""Board units of the smallest words on a card."""

Done = Callable[[], None]
"""Called for each card that is done; it may raise to stop."""

_AFAR = N_("The board with its cards and links; each card is told below.")


def lay_out_poster(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    """The sheet as data: cards with their words where these can be read, else with short ids and the words below.

    The advice says how high the smallest words of the sheet are where these are too small, names the smallest sheet
    on which none are, and says how many texts are cut.
    """
    steps.expect(len(content.cards) + 1, "Laying out the poster")
    poster = _Poster(content, grey=options.grey, breathe=steps.breathe)
    sheet = poster.sheet(options.paper)
    page, cut = poster.on(sheet, steps.done)
    steps.done()
    advice = size_advice(options.paper, poster.smallest(page), poster.told_on)
    return LaidOut([page], sheet, " ".join(filter(None, (advice, cut_words(cut)))))


class _Poster:
    """The board as a poster on sheets of any size; what all of them have alike is made only once."""

    def __init__(self, content: Content, *, grey: bool, breathe: Breathe) -> None:
        self._content, self._grey, self._breathe = content, grey, breathe
        self._around = around_board(content, breathe)
        self._in_full: tuple[list[list[Shape]], int] | None = None

    def sheet(self, name: str) -> Paper:
        """The sheet of a name."""
        return POSTERS.get(name) or _own_paper(self._content, self._around, grey=self._grey)

    def on(self, sheet: Paper, done: Done) -> tuple[Page, int]:
        """The poster on a sheet, and how many of its texts are cut; `done` is called for each card."""
        head = head_of(self._content, sheet, grey=self._grey)
        page = Page()
        page.mark(_("Poster"), "poster", 0.0)
        set_head(page, head, sheet)
        paper = sheet._replace(top=sheet.top + head.height)
        found = _listed(self._content, paper, self._around, self._breathe)
        if found is None:
            return page, self._put_in_full(page, paper, done)
        self._put_with_list(page, paper, *found, done)
        return page, found[1].cut

    def smallest(self, page: Page) -> float:
        """How many points high the smallest words of a poster are."""
        sizes = (
            shape.size * placed.scale
            for placed in with_breaths(page.placed, self._breathe)
            for shape in placed.shapes
            if isinstance(shape, TextRun) and shape.text.strip()
        )
        return min(sizes, default=LEAST_TEXT)

    def told_on(self, name: str) -> tuple[float, int]:
        """How high the smallest words on a sheet would be, and how many texts would be cut there."""
        page, cut = self.on(self.sheet(name), self._breathe)
        return self.smallest(page), cut

    def _put_in_full(self, page: Page, paper: Paper, done: Done) -> int:
        """Put the board with the words on its cards in the middle of the sheet; how many of these are cut."""
        if self._in_full is None:
            self._in_full = board_in_full(self._content, self._breathe, done)
        board, cut = self._in_full
        scale = scale_on(paper, self._around)
        left = _left(paper, self._around, scale)
        top = paper.top + (paper.body - self._around.h * scale) / 2 - self._around.y * scale
        for shapes in board:
            page.begin_part()
            page.placed.append(Placed(shapes, left, top, scale))
        return cut

    def _put_with_list(self, page: Page, paper: Paper, stand: Stand, listed: Listed, done: Done) -> None:
        """Put the board from afar with the list below."""
        shapes = board_from_afar(stand.content, stand.scale, self._breathe)
        left, top = _left(paper, stand.around, stand.scale), stand.top - stand.around.y * stand.scale
        page.placed.append(Placed(shapes, left, top, stand.scale, alternative=_(_AFAR)))
        for placed in listed.placed:
            page.begin_part()
            page.placed.append(placed)
            done()


def _listed(content: Content, paper: Paper, around: Rect, breathe: Breathe) -> tuple[Stand, Listed] | None:
    """The board with a list below; None where the words on its cards can be read, or are larger than in a list."""
    scale = scale_on(paper, around)
    if is_large(SMALLEST * scale):
        return None
    if (found := with_list(content, paper, around, breathe)) is not None:
        return found
    small = with_small_list(content, paper, around, breathe)
    return small if small is not None and small[1].size > SMALLEST * scale else None


def _left(paper: Paper, around: Rect, scale: float) -> float:
    """The x of the board's origin, where the board is in the middle of the sheet."""
    return paper.margin + (paper.inner - around.w * scale) / 2 - around.x * scale


def _own_paper(content: Content, around: Rect, *, grey: bool) -> Paper:
    """A sheet in the board's proportions on which the smallest words are LEAST_TEXT high."""
    margin = 56.0
    scale = LEAST_TEXT / SMALLEST
    larger = max(around.w, around.h) * scale + 4 * margin
    scale *= min(1.0, _LARGEST_SIDE / larger)
    paper = Paper(around.w * scale + 2 * margin, 1.0, margin, margin, margin * 0.8)
    head = head_of(content, paper, grey=grey).height
    return paper._replace(height=around.h * scale + head + paper.top + paper.bottom)
