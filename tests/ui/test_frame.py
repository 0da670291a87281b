"""The kept frame: however it was panned, zoomed, mended and lifted from, at rest it equals one painted anew."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from tests.ui.boards import Step, followed, small_board, steps
from tests.ui.seeing import SHARE, different
from ui.canvas.board_painter import BoardPainter
from ui.canvas.camera import Camera
from ui.canvas.frame import Frame
from ui.canvas.scene import Scene
from ui.theme.fonts import load_fonts
from workshop.changes.change_set import ChangeSet
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Point, Rect
from workshop.visibility import ROOM
from workshop.workshop import Workshop

SIZE = QSize(420, 320)
NEAR, FAR = Camera(0.6, -40, -330), Camera(0.25, -40, -600)
WITH_WORDS = Camera(1.0, 120, -180)


@dataclass
class Kept:
    """A frame with what it shows, driven as the canvas drives it."""

    workshop: Workshop
    camera: Camera
    ratio: float

    def __post_init__(self) -> None:
        load_fonts()
        self.scene = Scene(self.workshop, ROOM)
        self.painter = BoardPainter(self.scene, LIGHT)
        self.frame = Frame(self.painter)
        self.lifted: frozenset[str] = frozenset()
        self.rest()

    def show(self) -> None:
        """Bring the frame up to date, as a paint event does."""
        self.camera = self.camera.snapped(self.ratio)
        self.frame.bring_up_to_date(self.camera, SIZE, self.ratio, self.lifted)

    def rest(self) -> None:
        """Bring it up to date until nothing is left to be filled in."""
        self.show()
        while self.painter.unfinished:
            self.frame.spoil(everything=True)
            self.show()

    def take(self, change_set: ChangeSet) -> None:
        """Take a change in, as the canvas does."""
        self.frame.take(self.scene.apply(change_set), self.camera.zoom)

    def image(self) -> QImage:
        """What the frame shows."""
        return self.frame.picture.toImage()

    def differs(self) -> str:
        """Where it differs from the same painted anew."""
        return different(self.image(), self.anew(), SHARE)

    def anew(self) -> QImage:
        """The same painted anew."""
        picture = QPixmap(SIZE * self.ratio)
        picture.setDevicePixelRatio(self.ratio)
        painter = QPainter(picture)
        area = Rect(0, 0, SIZE.width(), SIZE.height())
        fresh = BoardPainter(Scene(self.workshop, ROOM), LIGHT)
        fresh.paint(painter, self.camera, area, self.ratio, self.lifted, patient=True)
        painter.end()
        return picture.toImage()


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Pictures need an application."""


PANS = st.lists(st.tuples(st.integers(-300, 300), st.integers(-200, 200)), min_size=1, max_size=4)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("camera", [NEAR, FAR, WITH_WORDS])
def test_panned_it_equals_one_painted_anew(camera: Camera, ratio: float) -> None:
    @given(PANS)
    @settings(deadline=None, max_examples=25)
    def check(pans: list[tuple[int, int]]) -> None:
        kept = Kept(Workshop(small_board()), camera, ratio)
        for dx, dy in pans:
            kept.camera = kept.camera.panned(dx / 2, dy / 2)
            kept.show()
        kept.rest()
        assert not kept.differs()

    check()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("camera", [NEAR, FAR, WITH_WORDS])
def test_mended_after_changes_it_equals_one_painted_anew(camera: Camera, ratio: float) -> None:
    @given(steps(), st.booleans())
    @settings(deadline=None, max_examples=25)
    def check(taken: list[Step], layered: bool) -> None:
        kept = Kept(Workshop(small_board(layered=layered)), camera, ratio)

        def follow(change_set: ChangeSet) -> None:
            kept.take(change_set)
            kept.show()

        followed(kept.workshop, taken, follow)
        kept.rest()
        assert not kept.differs()

    check()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@given(pans=PANS)
@settings(deadline=None, max_examples=15)
def test_beside_the_board_it_equals_one_painted_anew_in_every_pixel(
    ratio: float, pans: list[tuple[int, int]]
) -> None:
    kept = Kept(Workshop(small_board()), Camera(0.7, -9_000, -9_000), ratio)
    for dx, dy in pans:
        kept.camera = kept.camera.panned(dx / 2, dy / 2)
        kept.show()
    assert kept.image() == kept.anew()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_zoomed_and_panned_it_equals_one_painted_anew(ratio: float) -> None:
    kept = Kept(Workshop(small_board()), NEAR, ratio)
    for factor in (1.2, 1.2, 0.5, 0.8, 0.9, 2.5):
        kept.camera = kept.camera.zoomed(factor, Point(200, 100))
        kept.show()
        kept.camera = kept.camera.panned(31, -17)
        kept.show()
    kept.rest()
    assert not kept.differs()


def test_with_cards_lifted_it_shows_neither_them_nor_their_links() -> None:
    kept = Kept(Workshop(small_board()), NEAR, 1.0)
    whole = kept.image()
    kept.lifted = frozenset({"c0", "c1"})
    kept.rest()
    assert different(kept.image(), whole)
    assert not kept.differs()
    kept.lifted = frozenset()
    kept.rest()
    assert not different(kept.image(), whole)


def test_a_board_over_which_nothing_happened_is_not_painted_again() -> None:
    kept = Kept(Workshop(small_board()), NEAR, 1.0)
    calls: list[Rect] = []
    paint = kept.painter.paint
    kept.painter.paint = lambda painter, camera, area, *rest, **options: (  # type: ignore[method-assign]
        calls.append(area), paint(painter, camera, area, *rest, **options)
    )[1]  # fmt: skip
    kept.show()
    assert not calls
    kept.camera = kept.camera.panned(10, 0)
    kept.show()
    assert all(area.w <= 16 for area in calls)
