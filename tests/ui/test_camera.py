"""The camera: points there and back, zooming around a point, panning, fitting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.canvas.camera import LARGEST, SMALLEST, Camera
from workshop.picture.plan import Point, Rect

CAMERAS = st.builds(Camera, st.floats(SMALLEST, LARGEST), st.floats(-5_000, 5_000), st.floats(-5_000, 5_000))
PIXELS = st.builds(Point, st.floats(0, 3_000), st.floats(0, 2_000))


@given(CAMERAS, PIXELS)
def test_a_pixel_becomes_a_board_point_and_that_pixel(camera: Camera, pixel: Point) -> None:
    assert camera.to_screen(camera.to_board(pixel)) == pytest.approx(pixel, abs=1e-6)


@given(CAMERAS, PIXELS, st.floats(0.1, 10))
def test_the_point_under_the_pointer_stays_while_zooming(camera: Camera, pixel: Point, factor: float) -> None:
    zoomed = camera.zoomed(factor, pixel)
    assert zoomed.to_board(pixel) == pytest.approx(camera.to_board(pixel), abs=1e-6)
    assert SMALLEST <= zoomed.zoom <= LARGEST


@given(CAMERAS, st.floats(-500, 500), st.floats(-500, 500))
def test_panning_moves_what_is_seen_by_so_many_pixels(camera: Camera, dx: float, dy: float) -> None:
    point = camera.to_screen(Point(100, 100))
    moved = camera.panned(dx, dy).to_screen(Point(100, 100))
    assert (moved.x - point.x, moved.y - point.y) == pytest.approx((dx, dy), abs=1e-6)


@given(CAMERAS, st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_snapping_moves_by_less_than_a_device_pixel(camera: Camera, ratio: float) -> None:
    snapped = camera.snapped(ratio)
    assert abs(snapped.x - camera.x) * camera.zoom * ratio <= 0.5001
    assert (snapped.x * camera.zoom * ratio) == pytest.approx(round(snapped.x * camera.zoom * ratio), abs=1e-6)


@given(st.builds(Rect, st.floats(-999, 999), st.floats(-999, 999), st.floats(1, 9_999), st.floats(1, 9_999)))
def test_fitting_shows_the_whole_rectangle_in_the_middle(rect: Rect) -> None:
    camera = Camera.fitting(rect, 1_000, 700)
    shown = camera.rect_to_screen(rect)
    assert Rect(0, 0, 1_000, 700).contains(shown)
    assert shown.centre == pytest.approx((500, 350), abs=1e-6)
