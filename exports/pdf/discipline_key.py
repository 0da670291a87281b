"""The key of grey paper: which pattern stands for which discipline."""

from exports.pdf.typeset import Style, label_to
from workshop.model.cards import Discipline
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape

_SWATCH, _GAP, _APART = 2.4, 0.5, 1.5
"""How wide a swatch is, the white before its word, and that between two of them, in sizes of the type."""


def discipline_key(right: float, baseline: float, style: Style) -> list[Shape]:
    """A swatch and a word for each discipline, on one line that ends at an x."""
    shapes: list[Shape] = []
    for discipline in reversed(Discipline):
        word = label_to(right, baseline, discipline.tag, style)
        left = word.x - (_SWATCH + _GAP) * style.size
        frame = Rect(left, baseline - 0.95 * style.size, _SWATCH * style.size, 1.15 * style.size)
        shapes += [Box(frame, LIGHT.disciplines[discipline].fill, LIGHT.muted, style.size / 16, 1.5), word]
        right = left - _APART * style.size
    return shapes
