"""Headings of sections: what is said beside a title is never cut where it has room below."""

from collections.abc import Sequence

import pytest

from exports.pdf.headings import MOST_HEIGHT, heading
from exports.pdf.page import PAPERS
from exports.pdf.summary import summary_paper
from tests.exports.geometry import assert_inside, assert_no_overlaps, runs
from tests.exports.reading import laid_out
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.diamonds import PHASE_GUIDES
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Shape, TextRun
from workshop.translation import _, speaking

CUE = 9.5
"""The size of the words beside a section's title."""


def told(title: str, cue: str, width: float) -> tuple[float, list[TextRun]]:
    row = heading(title, cue, "WHAT IT IS", LIGHT.muted, width)
    return row.height, [shape for shape in row.shapes if isinstance(shape, TextRun)]


def test_a_cue_stands_beside_the_title_where_it_fits_and_else_in_full_below_it() -> None:
    height, (title, cue, kind) = told("Shared measures", "6 criteria", 400)
    assert (cue.baseline, cue.x > title.width) == (title.baseline, True)
    long = "6 criteria through two lenses, 2 of them one-sided"
    higher, (title, cue, kind) = told("Shared measures", long, 340)
    assert (cue.text, cue.x) == (long, 0)
    assert cue.baseline > title.baseline == kind.baseline
    assert higher == MOST_HEIGHT > height


def test_what_kind_of_section_it_is_stands_well_apart_from_the_cue_or_not_at_all() -> None:
    seen = set()
    for width in range(200, 600):
        _height, (title, cue, *kind) = told("Shared measures", "6 criteria through two lenses", width)
        end = cue.x + cue.width if cue.baseline == title.baseline else title.width
        assert all(run.x - end >= 20 for run in kind)
        seen.add(len(kind))
    assert seen == {0, 1}


def test_only_a_cue_that_is_longer_than_the_page_is_cut() -> None:
    _height, (_title, cue, *_rest) = told("Shared measures", "many words " * 40, 400)
    assert cue.text.endswith("…")
    assert cue.x + cue.width <= 400


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_no_section_of_the_sample_has_a_cut_cue(language: str, paper: str) -> None:
    with speaking(language):
        pages = laid_out(Board(sample_records()), paper)[1]
    titled = [page for page in pages for run in runs(page) if run.size == 20]
    assert titled
    for page in titled:
        beside = [run for placed in page.placed for run in _cues(placed.shapes)]
        assert not [run.text for run in beside if run.text.endswith("…")]
    assert_inside(pages, summary_paper(paper))
    assert_no_overlaps(pages)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_the_cue_of_a_phase_stands_there_in_full_or_not_at_all(language: str, paper: str) -> None:
    with speaking(language):
        pages = laid_out(Board(sample_records()), paper)[1]
        cues = {_(guide.cue) for guide in PHASE_GUIDES.values()}
    small = {run.text for page in pages for run in runs(page) if run.size == CUE}
    assert cues & small or paper == "A5"
    assert not [text for text in small if any(cue.startswith(text.rstrip("…")) and cue != text for cue in cues)]


def _cues(shapes: Sequence[Shape]) -> list[TextRun]:
    """What is said beside a title of a section."""
    texts = [shape for shape in shapes if isinstance(shape, TextRun)]
    return [run for run in texts[1:] if texts[0].size == 20 and run.size == CUE]
