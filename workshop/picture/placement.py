"""Choosing a place for a new card: free, in its phase, and in the half of the diamond where its discipline works."""

from collections.abc import Iterable, Iterator

from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.picture.geometry import COLUMN_WIDTH
from workshop.picture.plan import Point, Rect

GAP = 16.0
_INSET = 64.0


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
    taken = _Taken(occupied, size)
    candidates = _around(near, size) if near is not None else _in_rows(phase, discipline, size)
    for point in candidates:
        if taken.leaves_free(Rect(*point, *size)):
            return point
    return Point(0.0, taken.bottom + GAP)


class _Taken:
    """Rectangles that are taken, by the cell of a grid in which their middles lie.

    A cell is as large as the largest of them, so that those in a cell and around it are all that can overlap.
    """

    def __init__(self, occupied: Iterable[Rect], size: tuple[float, float]) -> None:
        rects = list(occupied)
        self.bottom = max([rect[1] + rect[3] for rect in rects], default=0.0)
        sides = [max(rect[2:]) for rect in rects]
        self._cell = cell = max(*sides, *size) + GAP
        self._cells: dict[tuple[int, int], list[Rect]] = {}
        for rect in rects:
            x, y, w, h = rect
            self._cells.setdefault((int((x + w / 2) // cell), int((y + h / 2) // cell)), []).append(rect)

    def leaves_free(self, rect: Rect) -> bool:
        """Whether a rectangle lies at least a gap away from all."""
        apart = rect.grown(GAP - 0.02)
        middle = rect.centre
        column, row = int(middle.x // self._cell), int(middle.y // self._cell)
        return not any(
            apart.overlaps(other)
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for other in self._cells.get((across, down), ())
        )


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
