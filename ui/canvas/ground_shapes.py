"""What lies beneath the cards as shapes with the boxes around them, kept for every zoom that was seen."""

from collections.abc import Callable, Iterable, Iterator

from ui.canvas.scene import Scene
from workshop.picture.board_plan import NEAR_ZOOM, balance_plan, ground_plan, unit_at
from workshop.picture.palette import Palette
from workshop.picture.phase_notes import phase_notes_plan
from workshop.picture.plan import Rect, Shape, bounds_of
from workshop.picture.signs import headline_plan

Boxed = tuple[tuple[Rect, Shape], ...]


class GroundShapes:
    """The diamonds with their words, and from afar the balance of disciplines below each phase."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._ground, self._balances = _Kept(), _Kept()

    def in_view(self, view: Rect, zoom: float, palette: Palette) -> Iterator[Shape]:
        """The shapes of diamonds, titles and notes that touch a board rectangle, in drawing order."""
        layout, headline = self._scene.layout, self._scene.headline
        far = zoom < NEAR_ZOOM
        unit = unit_at(zoom) if far else 0.0
        notes = self._scene.notes.phases

        def plan() -> Iterator[Shape]:
            yield from ground_plan(layout, palette, far=far, unit=unit)
            yield from headline_plan(headline, layout, palette, far=far, unit=unit).shapes
            yield from phase_notes_plan({} if far else notes, layout, palette)

        return _touching(view, self._ground.plan((layout, headline, notes, palette), unit, plan))

    def balances_in_view(self, view: Rect, zoom: float, palette: Palette) -> Iterator[Shape]:
        """The names of phases with their cards by discipline, as far as they touch a board rectangle."""
        layout, balances, unit = self._scene.layout, self._scene.balances(), unit_at(zoom)
        kept = self._balances.plan(
            (layout, balances, palette), unit, lambda: balance_plan(layout, balances, palette, unit=unit)
        )
        return _touching(view, kept)


class _Kept:
    """Plans by unit, all let go of when what they show is other than before."""

    def __init__(self) -> None:
        self._shown: object = None
        self._plans: dict[float, Boxed] = {}

    def plan(self, shown: object, unit: float, make: Callable[[], Iterable[Shape]]) -> Boxed:
        if shown != self._shown:
            self._shown = shown
            self._plans.clear()
        if unit not in self._plans:
            self._plans[unit] = tuple((bounds_of(shape), shape) for shape in make())
        return self._plans[unit]


def _touching(view: Rect, boxed: Boxed) -> Iterator[Shape]:
    return (shape for bounds, shape in boxed if bounds.overlaps(view))
