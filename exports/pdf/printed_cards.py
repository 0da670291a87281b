"""Cards to print and cut: a grid with marks for the knife, and blank ones to write on."""

from collections.abc import Iterator
from itertools import chain, islice

from exports.pdf.content import Content
from exports.pdf.cut_texts import cut_words
from exports.pdf.moving import moved
from exports.pdf.options import PaperOptions
from exports.pdf.page import PAPERS, LaidOut, Page, Paper
from exports.pdf.steps import Steps
from exports.pdf.typeset import Row, Style, cut_label, height_of, label, label_to, lines_of, text_rows
from workshop.model.cards import Card, Discipline
from workshop.picture.card_plan import KIND_ICONS
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Dot, Icon, Picture, Point, Rect, Shape, Stroke, TextRun, Weight
from workshop.translation import _

GRIDS = {6: (2, 3), 8: (2, 4), 12: (3, 4)}
"""Columns and rows by the number of cards on a page."""

_MARGIN, _MARK, _OFF = 34.0, 16.0, 6.0
"""The white around the grid, how long a cut mark is, and how far from the grid it ends."""

_PADDING, _BAR, _HEAD, _FOOT = 13.0, 5.0, 30.0, 24.0
_SIZES = (16.0, 14.5, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
_KIND = Style(7.5, weight=Weight.BOLD, tracking=0.7)
_NUMBER = Style(11, weight=Weight.BOLD)
_QUIET = Style(7.5)
_LINE = 22.0
_BESIDE = 8.0
"""The white between an author or dots and the tag of the discipline."""


def lay_out_cards(content: Content, options: PaperOptions, steps: Steps) -> LaidOut:
    """The pages of cards as data; a page of blank ones where there are neither cards nor a number of blanks.

    The advice says how many texts are cut.
    """
    sheet = PAPERS[options.paper]
    width, height = sheet.width * sheet.scale, sheet.height * sheet.scale
    paper = Paper(width, height, _MARGIN, _MARGIN, _MARGIN)
    columns, rows = GRIDS[options.cards_a_page]
    cell = Rect(0, 0, paper.inner / columns, paper.body / rows)
    cards: list[Card] = list(content.cards.values())
    blanks = options.blanks or (0 if cards else options.cards_a_page // 2)
    steps.expect(len(cards) + 1, "Laying out the cards")
    cut: list[Card] = []
    faces = chain(_written(content, cards, cell, steps, cut), _blank(cell, blanks))
    pages = [_page(paper, cell, columns, batch) for batch in _by(faces, columns * rows)]
    steps.done()
    return LaidOut(pages, paper, cut_words(len(cut)))


def _by(faces: Iterator[list[Shape]], number: int) -> Iterator[list[list[Shape]]]:
    """The faces in lists of so many."""
    while batch := list(islice(faces, number)):
        yield batch


def _page(paper: Paper, cell: Rect, columns: int, faces: list[list[Shape]]) -> Page:
    page = Page()
    for place, face in enumerate(faces):
        row, column = divmod(place, columns)
        page.put(face, paper.margin + column * cell.w, paper.top + row * cell.h)
    page.put(list(_cut_marks(paper, cell)))
    return page


def _cut_marks(paper: Paper, cell: Rect) -> Iterator[Shape]:
    """Short lines beyond the edges of the grid, where the knife goes."""
    for place in range(round(paper.inner / cell.w) + 1):
        x = paper.margin + place * cell.w
        for outer, inner in ((paper.top - _OFF, -_MARK), (paper.floor + _OFF, _MARK)):
            yield Stroke((Point(x, outer), Point(x, outer + inner)), LIGHT.muted, 0.5)
    for place in range(round(paper.body / cell.h) + 1):
        y = paper.top + place * cell.h
        for outer, inner in ((paper.margin - _OFF, -_MARK), (paper.right + _OFF, _MARK)):
            yield Stroke((Point(outer, y), Point(outer + inner, y)), LIGHT.muted, 0.5)


def _written(
    content: Content, cards: list[Card], cell: Rect, steps: Steps, cut: list[Card]
) -> Iterator[list[Shape]]:
    """The faces of cards; those whose texts are cut come to the others that are `cut`."""
    for card in cards:
        face, is_whole = _face(content, card, cell)
        cut.extend(() if is_whole else (card,))
        yield face
        steps.done()


def _face(content: Content, card: Card, cell: Rect) -> tuple[list[Shape], bool]:
    """A card over the whole cell: kind and short id, the text as large as it fits, author, dots and discipline.

    And whether the text is all there.
    """
    colours = LIGHT.disciplines[card.discipline]
    right = cell.w - _PADDING
    shapes = _ground(card.discipline, cell)
    shapes += [
        Icon(_PADDING, 13.0, 12.0, KIND_ICONS[card.kind], colours.accent),
        label(_PADDING + 17, 22.0, _(card.kind.value).upper(), _KIND.inked(colours.ink)),
        label_to(right, 22.5, content.numbers[card.id], _NUMBER.inked(colours.ink)),
    ]
    room = Rect(_PADDING, _HEAD + 6, right - _PADDING, cell.h - _HEAD - _FOOT - 8)
    if card.image and card.image in content.images:
        share = 0.55 if card.text.strip() else 1.0
        shapes.append(Picture(Rect(room.x, room.y, room.w, room.h * share - 4), card.image))
        room = Rect(room.x, room.y + room.h * share, room.w, room.h * (1 - share))
    rows, is_whole = _fitted(card.text, room)
    for row in rows:
        shapes += moved(row.shapes, 0, room.y)
        room = room.moved(0, row.height)
    return [*shapes, *_foot(content, card, cell)], is_whole


def _ground(discipline: Discipline, cell: Rect) -> list[Shape]:
    """The colour of the discipline with its bar, and its tag, since colour never says it alone."""
    colours = LIGHT.disciplines[discipline]
    tag = _tag(discipline, cell)
    bar = Box(Rect(0, 0, cell.w, _BAR), colours.accent)
    return [Box(Rect(0, 0, cell.w, cell.h), colours.fill, LIGHT.panel, 1.2), bar, tag]


def _tag(discipline: Discipline, cell: Rect) -> TextRun:
    ink = LIGHT.disciplines[discipline].ink
    return label_to(cell.w - _PADDING, cell.h - 10, discipline.tag, _KIND.inked(ink))


def _fitted(text: str, room: Rect) -> tuple[list[Row], bool]:
    """The lines at the largest size that fits; at the smallest as many as there is room for. Whether these are all."""
    if not text.strip():
        return [], True
    for size in _SIZES:
        style = Style(size, leading=1.3)
        rows = text_rows(text, room.w, style, room.x, most=int(room.h / style.line) + 1)
        if height_of(rows) <= room.h:
            return rows, True
    most = max(1, int(room.h / style.line))
    is_whole = len(lines_of(text, room.w, style, most + 1)) <= most
    return text_rows(text, room.w, style, room.x, most=most), is_whole


def _foot(content: Content, card: Card, cell: Rect) -> list[Shape]:
    colours = LIGHT.disciplines[card.discipline]
    y = cell.h - 10
    room = _tag(card.discipline, cell).x - _BESIDE - _PADDING
    shapes: list[Shape] = []
    if dots := content.votes[card.id]:
        count = label_to(_PADDING + room, y, str(dots), _KIND.inked(colours.ink))
        shapes += [count, Dot(Point(count.x - 5.5, y - 2.6), 2.4, colours.accent)]
        room = count.x - 16 - _PADDING
    if author := content.name(card.author):
        shapes.append(cut_label(_PADDING, y, author, room, _QUIET.inked(colours.ink)))
    return shapes


def _blank(cell: Rect, each: int) -> Iterator[list[Shape]]:
    """So many cards of each discipline with lines to write on."""
    for discipline in (Discipline.CX, Discipline.UX, Discipline.JOINT):
        accent = LIGHT.disciplines[discipline].accent
        for _place in range(each):
            shapes = _ground(discipline, cell)
            for line in range(1, int((cell.h - _HEAD - _FOOT) / _LINE) + 1):
                y = _HEAD + line * _LINE
                shapes.append(Stroke((Point(_PADDING, y), Point(cell.w - _PADDING, y)), accent, 0.35))
            yield shapes
