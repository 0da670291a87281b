"""Finding clipped and overlapping words in the drawing plan of a board: faces of cards and labels of the ground."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from ui.canvas.scene import Scene
from workshop.board.threads import has_flow, threads_of
from workshop.model.cards import Card
from workshop.picture.board_plan import balance_plan, ground_plan
from workshop.picture.card_plan import card_plan, turned_plan
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect, Shape, TextRun
from workshop.picture.signs import headline_plan
from workshop.picture.thread_plan import thread_plan, thread_rows
from workshop.visibility import Sight

_CAPITALS = 0.72
"""The height of capital letters in sizes of the font: words overlap when these do."""


def problems_of_board(scene: Scene, palette: Palette) -> list[str]:
    """A sentence for each word outside its card or over another."""
    found: list[str] = []
    for card in scene.workshop.board.cards.values():
        found.extend(_card(scene, card, palette))
    near = (
        *ground_plan(scene.layout, palette),
        *headline_plan(scene.headline, scene.layout, palette).shapes,
    )
    rows = thread_rows(threads_of(scene.visible) if has_flow(scene.visible) else (), scene.workshop.board.cards)
    far = (
        *ground_plan(scene.layout, palette, far=True),
        *balance_plan(scene.layout, scene.balances(), palette),
        *headline_plan(scene.headline, scene.layout, palette, far=True).shapes,
        *thread_plan(rows, scene.layout, palette, 84.0),
    )
    for words, shapes in (("near", near), ("far", far)):
        found.extend(f"The ground, {words}: {problem}" for problem in overlapping(shapes))
    return found


def overlapping(shapes: Iterable[Shape]) -> Iterator[str]:
    """A sentence for each two texts of a plan that overlap."""
    runs = [shape for shape in shapes if isinstance(shape, TextRun)]
    for one, other in combinations(runs, 2):
        if _letters(one).overlaps(_letters(other)):
            yield f"“{one.text[:30]}” and “{other.text[:30]}” overlap"


def _card(scene: Scene, card: Card, palette: Palette) -> Iterator[str]:
    sight = scene.visible.sight(card)
    if sight is Sight.TURNED:
        shapes = turned_plan(card.w, card.h, card.discipline, palette)
    else:
        shapes = card_plan(card, scene.words(card), palette)
    box = Rect(0, 0, card.w, card.h)
    for shape in shapes:
        if isinstance(shape, TextRun) and not box.contains(shape.rect, 0.5):
            yield f"Card {card.id}: “{shape.text[:30]}” reaches out of its card"
    yield from (f"Card {card.id}: {problem}" for problem in overlapping(shapes))


def _letters(run: TextRun) -> Rect:
    return Rect(run.x, run.baseline - _CAPITALS * run.size, run.width, _CAPITALS * run.size)
