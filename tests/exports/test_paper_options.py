"""The options of documents on paper: each changes what stands on it, and what cannot be met is one sentence."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from exports.pdf.document import export_paper
from exports.pdf.options import Kind, PaperOptions, checked
from exports.pdf.sheets import usual_paper
from tests.exports.boards import card, full_board, link, new_workshop, person
from tests.exports.reading import all_text, outline_titles, squeezed
from workshop.board.board import Board
from workshop.errors import ExportError
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase


def written(board: Board, folder: Path, **options: Any) -> PdfReader:
    path = folder / "paper.pdf"
    export_paper(board, path, PaperOptions(**{"paper": "A4", **options}))
    return PdfReader(path)


@pytest.mark.parametrize(
    ("name", "paper"),
    [("en_US.UTF-8", "Letter"), ("de_DE", "A4"), ("es-MX", "Letter"), ("C", "A4"), ("", "A4")],
)
def test_the_usual_paper_follows_the_country(name: str, paper: str) -> None:
    assert usual_paper(name) == paper


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"paper": "A9"}, "There is no paper named “A9” for a summary; use one of A4, Letter, A5, Legal"),
        ({"kind": Kind.POSTER, "paper": "A4"}, "for a poster; use one of A3, A2, A1, A0, board"),
        ({"sections": ()}, "A summary without any section is empty; choose at least one"),
        ({"sections": ("cover", "gossip")}, "There is no section named “gossip”"),
        ({"language": "klingon!"}, "is no language tag"),
        ({"logo": "logo.gif"}, "must be a PNG, JPEG or SVG file"),
        ({"logo": "missing.png"}, "There is no logo at missing.png"),
        ({"blanks": -1}, "number of blank cards"),
    ],
)
def test_what_cannot_be_met_is_one_sentence(options: dict[str, Any], words: str) -> None:
    with pytest.raises(ExportError, match=words):
        checked(PaperOptions(**options))


@pytest.mark.parametrize(
    ("paper", "size"), [("A5", (420, 595)), ("legal", (612, 1008)), ("Letter", (612, 792)), ("A4", (595, 842))]
)
def test_each_paper_has_its_size(paper: str, size: tuple[int, int], tmp_path: Path) -> None:
    box = written(full_board(5).board, tmp_path, paper=paper).pages[-1].mediabox
    assert (round(box.width), round(box.height)) == size


def test_jumps_on_small_paper_lie_on_the_page(tmp_path: Path) -> None:
    for page in written(full_board(12).board, tmp_path, paper="A5").pages:
        for one in page.get("/Annots", []):
            left, bottom, right, top = (float(side) for side in one.get_object()["/Rect"])
            assert 0 <= left < right <= 420
            assert 0 <= bottom < top <= 596


def test_only_the_sections_that_are_named_are_there(tmp_path: Path) -> None:
    reader = written(full_board(20).board, tmp_path, sections=("cover", "dots"))
    assert outline_titles(reader) == ["Cover", "Dots nobody connected"]


@pytest.mark.parametrize("sections", [("votes",), ("wins", "terms"), ("contents",)])
def test_sections_with_nothing_in_them_are_refused_with_a_sentence(
    sections: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=f"nothing to tell in the sections that were chosen .{sections[0]}"):
        written(new_workshop().board, tmp_path, sections=sections)
    assert not list(tmp_path.iterdir())


def test_without_authors_no_card_names_who_wrote_it(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "words of somebody", author=person(workshop, "Ada Open").id)
    sections = ("phases", "appendix")
    assert "Ada Open" in all_text(written(workshop.board, tmp_path, sections=sections))
    assert "Ada Open" not in all_text(written(workshop.board, tmp_path, sections=sections, authors=False))


def test_hidden_cards_are_in_it_only_when_asked_for(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "seen by everybody")
    card(workshop, "not yet revealed", hidden=True)
    assert "notyetrevealed" not in squeezed(all_text(written(workshop.board, tmp_path)))
    assert "notyetrevealed" in squeezed(all_text(written(workshop.board, tmp_path, hidden=True)))


def test_the_parking_lot_may_stay_away_with_its_links(tmp_path: Path) -> None:
    workshop = new_workshop()
    kept, parked = card(workshop, "kept on the board"), card(workshop, "put aside", None)
    link(workshop, kept, parked)
    assert "putaside" in squeezed(all_text(written(workshop.board, tmp_path)))
    text = squeezed(all_text(written(workshop.board, tmp_path, parked=False)))
    assert "putaside" not in text
    assert "keptontheboard" in text


def test_only_chosen_cards_are_told_of(tmp_path: Path) -> None:
    workshop = new_workshop()
    first, second = card(workshop, "this one"), card(workshop, "that one", Phase.SCALE)
    link(workshop, first, second)
    text = squeezed(all_text(written(workshop.board, tmp_path, chosen=(first.id,))))
    assert "thisone" in text
    assert "thatone" not in text


def test_the_language_is_told_to_readers_of_the_file(tmp_path: Path) -> None:
    assert written(Board(), tmp_path, language="de-CH").trailer["/Root"]["/Lang"] == "de-CH"


def test_the_logo_stands_on_the_first_page_only(tmp_path: Path) -> None:
    Image.new("RGB", (60, 30), "#00AA00").save(tmp_path / "logo.png")
    reader = written(full_board(4).board, tmp_path, logo=str(tmp_path / "logo.png"))
    assert [len(page.images) for page in reader.pages] == [1] + [0] * (len(reader.pages) - 1)


@pytest.mark.parametrize("side", [8_100, 12_000, 25_000])
def test_a_logo_with_too_many_pixels_is_said_to_be_too_large(side: int, tmp_path: Path) -> None:
    Image.new("1", (side, side)).save(tmp_path / "logo.png")
    with pytest.raises(ExportError, match="more than 64 million pixels; save it smaller"):
        written(Board(), tmp_path, logo=str(tmp_path / "logo.png"))


def test_a_logo_that_is_no_picture_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("no picture")
    with pytest.raises(ExportError, match=r"logo\.png is no picture that can be read"):
        written(Board(), tmp_path, logo=str(tmp_path / "logo.png"))


def test_grey_paper_holds_no_colour_and_tells_disciplines_apart_by_patterns(tmp_path: Path) -> None:
    workshop = new_workshop()
    for discipline in Discipline:
        card(workshop, f"words of {discipline}", discipline=discipline)
    written(workshop.board, tmp_path, grey=True)
    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    for page in document:
        for _, colour in page.render(scale=1).to_pil().convert("RGB").getcolors(1_000_000):
            assert max(colour) - min(colour) <= 1
    document.close()


def test_the_same_options_give_the_same_bytes(tmp_path: Path) -> None:
    options = PaperOptions(paper="A5", grey=True, authors=False)
    for name in ("a.pdf", "b.pdf"):
        export_paper(full_board(12).board, tmp_path / name, options)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
