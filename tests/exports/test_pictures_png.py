"""Boards as PNG: as large as asked for, on the ground asked for, whole or not at all, and never too large."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from exports.pictures.drawn import drawing_of
from exports.pictures.options import PictureOptions
from exports.pictures.png_file import PngFile
from exports.pictures.sizes import MOST_PIXELS, size_of
from exports.pictures.writing import export_picture
from exports.registry import export_board
from tests.exports.boards import card, full_board, new_workshop
from tests.exports.pictures import drawn_png, told_of
from workshop.board.board import Board
from workshop.errors import ExportCancelled, ExportError
from workshop.imports.sample import sample_records
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.picture.palette import DARK, LIGHT


def colour(name: str) -> tuple[int, ...]:
    return tuple(int(name[place : place + 2], 16) for place in (1, 3, 5))


def colours_in(image: Image.Image) -> set[tuple[int, ...]]:
    return {found for _, found in image.convert("RGB").getcolors(image.width * image.height) or []}


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_a_picture_has_as_many_pixels_as_its_scale_says(scale: float, tmp_path: Path) -> None:
    workshop = new_workshop()
    made = card(workshop, "One")
    image = drawn_png(workshop.board, tmp_path, chosen=(made.id,), scale=scale)
    assert image.size == (round((made.w + 48) * scale), round((made.h + 48) * scale))
    assert image.info["dpi"][0] == pytest.approx(96 * scale, abs=0.1)


def test_a_width_is_kept_to_the_pixel(tmp_path: Path) -> None:
    assert drawn_png(new_workshop().board, tmp_path, width=777).width == 777


def test_a_picture_in_strips_is_the_picture_in_one_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = full_board(30).board
    whole = np.array(drawn_png(board, tmp_path, part="problem", scale=1.5), np.int16)
    monkeypatch.setattr("exports.pictures.pixels._STRIP", 40_000)
    apart = np.abs(whole - np.array(drawn_png(board, tmp_path, part="problem", scale=1.5)))
    assert apart.max() < 60  # the edges of shapes are rounded a little otherwise
    assert np.count_nonzero(apart) < apart.size / 1_000


def test_the_corners_of_a_transparent_picture_are_transparent_and_cards_are_not(tmp_path: Path) -> None:
    workshop = new_workshop()
    made = card(workshop, "One")
    image = drawn_png(workshop.board, tmp_path, chosen=(made.id,), transparent=True)
    assert image.mode == "RGBA"
    for corner in ((0, 0), (image.width - 1, 0), (0, image.height - 1), (image.width - 1, image.height - 1)):
        assert image.getpixel(corner) == (0, 0, 0, 0)
    fill = colour(LIGHT.disciplines[Discipline.CX].fill)
    assert image.getpixel((image.width // 2, image.height - 40)) == (*fill, 255)


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT), (True, DARK)])
def test_the_ground_has_the_colour_of_the_theme(dark: bool, palette: object, tmp_path: Path) -> None:
    image = drawn_png(new_workshop().board, tmp_path, width=600, dark=dark)
    assert image.mode == "RGB"
    assert image.getpixel((0, 0)) == colour(palette.ground)  # type: ignore[attr-defined]


def test_a_phase_shows_its_own_cards_only(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "Of CX", Phase.DISCOVER, discipline=Discipline.CX)
    card(workshop, "Of UX", Phase.DEFINE, discipline=Discipline.UX)
    of_cx, of_ux = (colour(LIGHT.disciplines[one].fill) for one in (Discipline.CX, Discipline.UX))
    seen = colours_in(drawn_png(workshop.board, tmp_path, part="discover"))
    assert of_cx in seen
    assert of_ux not in seen
    assert of_ux in colours_in(drawn_png(workshop.board, tmp_path, part="problem"))


def test_a_straight_letter_is_no_bolder_beside_another_script(tmp_path: Path) -> None:
    inks = []
    for text in ("lllllll", "lllllll שלום"):
        workshop = new_workshop()
        made = card(workshop, text)
        image = drawn_png(workshop.board, tmp_path, chosen=(made.id,)).convert("L").crop((36, 56, 60, 84))
        inks.append(float((255.0 - np.array(image, float)).sum()))
    assert inks[0] == pytest.approx(inks[1], rel=0.05)


def test_what_the_picture_shows_is_told_in_the_file(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "نص عربي")
    image = drawn_png(workshop.board, tmp_path, part="discover")
    assert image.info["Title"] == "Self-service onboarding: Discover"
    assert "نص عربي" in image.info["Description"]


def test_a_picture_that_is_too_large_is_refused_with_a_scale_that_fits(tmp_path: Path) -> None:
    board = Board(sample_records())
    with pytest.raises(ExportError, match=r"choose a scale of [\d.]+ or less") as refused:
        export_picture(board, tmp_path / "large.png", PictureOptions(scale=8.0))
    assert not list(tmp_path.iterdir())
    scale = float(str(refused.value).partition("a scale of ")[2].split()[0])
    size = size_of(drawing_of(board, PictureOptions()).area, PictureOptions(scale=scale), pixels=True)
    assert size.width * size.height <= MOST_PIXELS
    export_picture(board, tmp_path / "large.svg", PictureOptions(scale=8.0))


def test_words_too_small_to_read_are_told_with_a_scale_at_which_they_are_not(tmp_path: Path) -> None:
    board = Board(sample_records())
    assert "choose a scale of 0.65" in told_of(board, tmp_path, width=1_000).advice
    assert told_of(board, tmp_path, scale=0.65).advice == ""


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (PictureOptions(part="nowhere"), "no part of the board"),
        (PictureOptions(scale=float("nan")), "scale"),
        (PictureOptions(scale=0.0), "scale"),
        (PictureOptions(width=3), "width"),
        (PictureOptions(width=10**9), "width"),
        (PictureOptions(chosen=()), "None of the chosen cards"),
    ],
)
def test_what_cannot_be_met_is_said_and_nothing_is_written(
    options: PictureOptions, words: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=words):
        export_picture(full_board(3).board, tmp_path / "out.png", options)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("suffix", "stage"),
    [
        (".png", "Laying out the cards"),
        (".png", "Drawing the picture"),
        (".png", "Colouring the pixels"),
        (".svg", "Laying out the cards"),
        (".svg", "Drawing the picture"),
    ],
)
def test_a_cancelled_picture_leaves_nothing_behind(suffix: str, stage: str, tmp_path: Path) -> None:
    told: list[str] = []
    with pytest.raises(ExportCancelled):
        export_picture(
            full_board(60).board,
            tmp_path / f"out{suffix}",
            progress=lambda share, step: told.append(step),
            cancelled=lambda: stage in told,
        )
    assert not list(tmp_path.iterdir())


def test_progress_never_goes_back_and_reaches_the_end(tmp_path: Path) -> None:
    told: list[float] = []
    export_picture(full_board(60).board, tmp_path / "out.png", progress=lambda share, step: told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist; choose another"):
        export_picture(new_workshop().board, tmp_path / "no" / "out.png", PictureOptions(width=100))


def test_the_registry_writes_the_same_picture(tmp_path: Path) -> None:
    board = full_board(10).board
    options = PictureOptions(part="outcome", width=500, dark=True)
    export_board(board, tmp_path / "one.png", options=options)
    export_picture(board, tmp_path / "other.png", options)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "other.png").read_bytes()


def test_the_filters_of_rows_are_read_back_as_the_same_pixels(tmp_path: Path) -> None:
    pixels = np.random.default_rng(3).integers(0, 256, (50, 33, 4), np.uint8)
    pixels[10:20] = pixels[9]
    pixels[:, 5:20] = 7
    with (tmp_path / "one.png").open("wb") as file:
        png = PngFile(file, 33, 50, transparent=True)
        for top in range(0, 50, 7):
            png.add(pixels[top : top + 7])
        png.end()
    with Image.open(tmp_path / "one.png") as image:
        assert np.array_equal(np.array(image), pixels)


def test_without_the_library_that_draws_pages_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, pypdfium2.__name__, None)
    with pytest.raises(ExportError, match="pypdfium2"):
        export_picture(new_workshop().board, tmp_path / "out.png", PictureOptions(width=100))
    assert not list(tmp_path.iterdir())


def test_pictures_need_no_qt(tmp_path: Path) -> None:
    script = (
        "import json, sys\n"
        "sys.modules['PySide6'] = None\n"
        "from pathlib import Path\n"
        "from exports.pictures.options import PictureOptions\n"
        "from exports.registry import export_board\n"
        "from workshop.board.board import Board\n"
        "from workshop.imports.sample import sample_records\n"
        "board, folder = Board(sample_records()), Path(sys.argv[1])\n"
        "for name in ('a.png', 'a.svg'):\n"
        "    export_board(board, folder / name, options=PictureOptions(part='define'))\n"
        "print(json.dumps([name for name in sys.modules if name.startswith(('PySide6.', 'shiboken6'))]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.png", "a.svg"]
