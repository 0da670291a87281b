"""The sign over dragged cards that says into which phase they come, so that everybody in the room sees the move."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QVariantAnimation

from ui.canvas.link_preview import Tag
from ui.motion import motion_ms
from ui.tools.gesture import Stage
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point, Rect

_RISE = 12.0
_HEIGHT = 34.0
_RISES_MS = 160


class PhaseSign:
    """Rises above the cards when they come over another phase than they lie on."""

    def __init__(self, stage: Stage, card: str) -> None:
        self._stage = stage
        self._home: Phase | None = stage.scene.card(card).phase
        self._over: Phase | None = self._home
        self._box: Rect | None = None
        self._rising: QVariantAnimation | None = None

    def follow(self, box: Rect | None) -> None:
        """The cards are here now (board units), or nowhere."""
        self._box = box
        over = self._stage.scene.layout.place_of(box).phase if box else self._home
        if over is not self._over:
            self._over = over
            self._rise()

    def stop(self) -> None:
        """The cards are put down."""
        if self._rising is not None:
            self._rising.stop()

    def tags(self) -> Iterator[Tag]:
        """The sign, if the cards are over another phase."""
        if self._box is None or self._over is self._home:
            return
        risen = float(self._rising.currentValue() or 0.0) if self._rising else 1.0
        corner = self._stage.camera.to_screen(Point(self._box.x, self._box.y))
        text = f"{_name(self._home)} → {_name(self._over)}"
        at = Point(corner.x, corner.y - _HEIGHT + _RISE * (1.0 - risen))
        yield Tag(text, at, self._stage.looks.ink, 0.25 + 0.75 * risen)

    def _rise(self) -> None:
        if not (duration := motion_ms(_RISES_MS)):
            return
        self._rising = QVariantAnimation(self._stage if isinstance(self._stage, QObject) else None)
        self._rising.setStartValue(0.0)
        self._rising.setEndValue(1.0)
        self._rising.setDuration(duration)
        self._rising.valueChanged.connect(lambda _value: self._stage.refresh())
        self._rising.start()


def _name(phase: Phase | None) -> str:
    return phase.value if phase else "Parking lot"
