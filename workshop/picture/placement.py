"""Choosing a place for a new card: free, in its phase, and in the half of the diamond where its discipline works."""

from collections.abc import Iterable, Iterator

from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.picture.geometry import COLUMN_WIDTH
from workshop.picture.plan import Point, Rect

GAP = 16.0
_INSET = 64.0
_CELL = 256.0


def find_place(
    occupied: Iterable[Rect],
    phase: Phase | None,
    discipline: Discipline,
    size: tuple[float, float] = (CARD_WIDTH, CARD_HEIGHT),
    near: Point | None = None,
) -> Point:
    """The top left corner, local to the phase, of a free place for a card of this size.

    Places lie on a grid of rows; CX fills upwards from the axis, UX downwards, Joint both ways. With `near`, that
    place or the nearest free one around it. Rows go on past the diamond's edge, so that there is always a place.
    """
    taken = _Taken(occupied)
    candidates = _around(near, size) if near is not None else _in_rows(phase, discipline, size)
    for point in candidates:
        if taken.leaves_free(Rect(*point, *size)):
            return point
    return Point(0.0, taken.bottom + GAP)


class _Taken:
    """Rectangles that are taken with the gap around them, by the cells of a grid, so that few are looked at."""

    def __init__(self, occupied: Iterable[Rect]) -> None:
        self.bottom = 0.0
        self._cells: dict[tuple[int, int], list[Rect]] = {}
        for rect in occupied:
            grown = rect.grown(GAP / 2 - 0.01)
            self.bottom = max(self.bottom, grown.bottom)
            for cell in _cells(grown):
                self._cells.setdefault(cell, []).append(grown)

    def leaves_free(self, rect: Rect) -> bool:
        """Whether a rectangle with the gap around it overlaps none."""
        grown = rect.grown(GAP / 2 - 0.01)
        return not any(grown.overlaps(other) for cell in _cells(grown) for other in self._cells.get(cell, ()))


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    """The cells that a rectangle touches."""
    for column in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1):
        for row in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1):
            yield column, row


def _around(near: Point, size: tuple[float, float]) -> Iterator[Point]:
    """The point itself, then rings around it in steps of a card, the right and lower neighbours first."""
    yield near
    step_x, step_y = size[0] + GAP, size[1] + GAP
    for ring in range(1, 60):
        cells = [
            (i, j)
            for i in range(-ring, ring + 1)
            for j in range(-ring, ring + 1)
            if max(abs(i), abs(j)) == ring
        ]
        for i, j in sorted(cells, key=lambda cell: (abs(cell[0]) + abs(cell[1]), cell[0] < 0, cell[1] < 0)):
            yield Point(near.x + i * step_x, near.y + j * step_y)


def _in_rows(phase: Phase | None, discipline: Discipline, size: tuple[float, float]) -> Iterator[Point]:
    columns = _columns(phase, size[0])
    for rows in _row_batches(phase, discipline, size[1]):
        for y in rows:
            for x in columns:
                yield Point(x, y)


def _columns(phase: Phase | None, width: float) -> list[float]:
    """Left edges of the cards in a row, from the middle of the column outwards."""
    total = COLUMN_WIDTH[diamond_of(phase).name if phase else DiamondName.PROBLEM] * (1 if phase else 5)
    count = max(1, int((total - 2 * _INSET + GAP) / (width + GAP)))
    left = (total - count * (width + GAP) + GAP) / 2 if phase else _INSET / 2
    edges = [left + index * (width + GAP) for index in range(count)]
    return edges if phase is None else sorted(edges, key=lambda x: abs(x + width / 2 - total / 2))


def _row_batches(phase: Phase | None, discipline: Discipline, height: float) -> Iterable[list[float]]:
    """Tops of rows, nearest the axis first, in batches that grow outwards."""
    step = height + GAP
    for row in range(400):
        up, down = -(row + 1) * step - GAP, row * step + 2 * GAP
        if phase is None:
            yield [GAP + row * step]
        elif discipline is Discipline.CX:
            yield [up]
        elif discipline is Discipline.UX:
            yield [down]
        else:
            yield [up, down]
