"""The cards, groups and links of a picture as pieces of its drawing, in the colours of its ground."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from exports.pdf.moving import moved
from exports.pictures.content import PictureContent
from exports.pictures.drawing import Piece
from workshop.model.cards import Card
from workshop.model.links import LinkKind
from workshop.picture.card_plan import CardWords, card_plan
from workshop.picture.group_plan import CARET, GroupBox, group_plan
from workshop.picture.link_words import word_places, word_shapes
from workshop.picture.palette import Palette
from workshop.picture.plan import Box, Point, Rect, Shape, Stroke, TextRun
from workshop.picture.routes import LINK_STYLES, PIECES, arrow_heads, flatten_curves, link_colour

_NO_CARET = 8.0 - CARET
"""How far the words of a group are moved, since nothing is folded in a picture."""

_TITLE = 2_000
"""Characters of a card's text that its title tells at most."""


def group_pieces(content: PictureContent, palette: Palette) -> Iterator[Piece]:
    """The outlines of groups with their names, unfolded; of chosen cards, those of which every card is there."""
    inside: dict[str | None, list[Rect]] = {}
    for card in content.cards:
        inside.setdefault(card.group, []).append(content.layout.rect_of(card))
    sizes = Counter(card.group for card in content.everything.values())
    for group in content.board.groups.values():
        rects = inside.get(group.id, [])
        if not rects or (content.options.chosen is not None and len(rects) < sizes[group.id]):
            continue
        around = rects[0]
        for rect in rects[1:]:
            around = around.united(rect)
        shapes = group_plan(GroupBox(replace(group, folded=False), around, len(rects)), palette)
        words = [shape for shape in shapes if isinstance(shape, TextRun)]
        outline = [shape for shape in shapes if isinstance(shape, Box)]
        yield Piece([*outline, *moved(words, _NO_CARET, 0)])


def link_pieces(content: PictureContent, palette: Palette) -> list[Piece]:
    """Links as curves with their arrow heads, and above them their words where there is room."""
    if not any(content.within):
        return []
    curves = content.curves
    lines, heads = flatten_curves(curves, PIECES), arrow_heads(curves).tolist()
    kinds = [link.kind for link in content.links]
    places = word_places(lines, kinds, content.card_boxes)
    drawn, words = [], []
    for number, kind in enumerate(kinds):
        if content.within[number]:
            drawn.append(_link(kind, lines[number].tolist(), heads[number], palette))
            if not np.isnan(places[number, 0]):
                words.append(Piece(word_shapes(kind, Rect(*places[number].tolist()), palette)))
    return drawn + words


def _link(kind: LinkKind, points: list[list[float]], head: list[list[float]], palette: Palette) -> Piece:
    style, colour = LINK_STYLES[kind], link_colour(kind, palette)
    dash = tuple(length * style.width for length in style.dash)
    shapes: list[Shape] = [Stroke(tuple(Point(*at) for at in points), colour, style.width, dash)]
    if style.arrow:
        shapes.append(Stroke(tuple(Point(*at) for at in head), None, 0, (), colour, closed=True))
    return Piece(shapes, kind.value)


def card_pieces(content: PictureContent, palette: Palette) -> Iterator[Piece]:
    """Cards in full at their places, the lowest first."""
    for card in content.cards:
        yield Piece(card_shapes(content, card, palette), title_of(card))


def card_shapes(content: PictureContent, card: Card, palette: Palette) -> list[Shape]:
    """The face of a card at its place on the board."""
    rect = content.layout.rect_of(card)
    initials = content.visible.author_initials(card) if content.options.authors else ""
    terms = tuple((span.start, span.end) for span in content.term_finder.spans(card.text))
    return moved(card_plan(card, CardWords(initials, content.votes[card.id], terms), palette), rect.x, rect.y)


def title_of(card: Card) -> str:
    """What a card is and says, for those who cannot see it, and of a long one what its face leaves out."""
    text = card.text.strip()
    told = text if len(text) <= _TITLE else text[:_TITLE] + "…"
    return f"{card.kind.value.capitalize()}, {card.discipline.tag}: {told or 'nothing written yet'}"
