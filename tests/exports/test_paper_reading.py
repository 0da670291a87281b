"""What readers and programs find in a document besides its pages: structure, labels, dates, who and what."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from exports.pdf.document import export_paper
from exports.pdf.options import Kind, PaperOptions
from exports.pdf.structure import Structure
from tests.exports.boards import card, full_board, new_workshop, person
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Discipline
from workshop.picture.plan import TextRun, Weight


def written(board: Board, folder: Path, **options: Any) -> Path:
    path = folder / "paper.pdf"
    export_paper(board, path, PaperOptions(paper=options.pop("paper", ""), **options))
    return path


def elements(reader: PdfReader) -> Iterator[Any]:
    """The elements of the tree in the order of reading."""
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    for kid in root["/K"][0].get_object()["/K"]:
        yield kid.get_object()


def marks(page: Any) -> list[tuple[str, int]]:
    """What is enclosed on a page: the role and the number of each mark."""
    found = []
    for operands, operator in page.get_contents().operations:
        if operator == b"BDC":
            found.append((str(operands[0]).lstrip("/"), int(operands[1]["/MCID"])))
    return found


def balance(page: Any) -> list[int]:
    """How many marks are open after each operator that opens or closes one."""
    depth, depths = 0, []
    for _, operator in page.get_contents().operations:
        depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
        depths.append(depth)
    return depths


@pytest.mark.parametrize("kind", [*Kind])
def test_every_mark_belongs_to_one_element_of_the_tree_and_none_is_left_open(
    kind: Kind, tmp_path: Path
) -> None:
    reader = PdfReader(written(Board(sample_records()), tmp_path, kind=kind))
    tree = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(tree[::2], tree[1::2], strict=True))
    for number, page in enumerate(reader.pages):
        depths = balance(page)
        assert set(depths) <= {0, 1}
        assert depths[-1] == 0
        assert page["/StructParents"] == number
        for role, mark in marks(page):
            element = parents[number][mark].get_object()
            assert element["/S"] == f"/{role}"
            assert mark in element["/K"]
            assert element["/Pg"] == page.indirect_reference.get_object()


def test_the_tree_begins_with_the_title_and_names_each_section_and_each_picture(tmp_path: Path) -> None:
    reader = PdfReader(written(Board(sample_records()), tmp_path))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    told = list(elements(reader))
    roles = [str(one["/S"]) for one in told]
    assert roles.count("/H1") >= 20
    assert roles.count("/H2") >= 10
    figures = [str(one["/Alt"]) for one in told if one["/S"] == "/Figure"]
    assert len(figures) == 9
    assert figures[0].startswith("The three diamonds with")
    assert "Discover" in figures[1]


def test_words_in_bold_are_headings_by_their_size_and_figures_are_none() -> None:
    structure, out = Structure(), []
    structure.begin_page()
    for words, size in (("Threads", 20.0), ("57", 24.0), ("A short bill", 12.0), ("text", 8.0)):
        structure.text(TextRun(0, 0, words, size, 10, "#000000", Weight.BOLD), 1.0, out)
    structure.close(out)
    assert [words.split()[0] for words in out] == ["/H1", "EMC", "/P", "EMC", "/H2", "EMC", "/P", "EMC"]


def test_pages_are_called_what_stands_at_their_feet(tmp_path: Path) -> None:
    board = full_board(20).board
    labels = PdfReader(written(board, tmp_path)).page_labels
    assert labels[:3] == ["Cover", "2", "3"]
    assert PdfReader(written(board, tmp_path, kind=Kind.HANDOUT)).page_labels[0] == "1"
    assert PdfReader(written(board, tmp_path, sections=("in-short",))).page_labels == ["1"]


def test_title_author_subject_language_and_dates_are_told(tmp_path: Path) -> None:
    workshop = new_workshop(purpose="One path to the first invoice.")
    person(workshop, "Ruth Adeyemi", Discipline.JOINT, "Facilitator")
    card(workshop, "one")
    reader = PdfReader(written(workshop.board, tmp_path, language="de"))
    told = reader.metadata
    assert told is not None
    assert (told.title, told.author) == ("Self-service onboarding", "Ruth Adeyemi")
    assert told.subject == "One path to the first invoice."
    assert told.creation_date == told.modification_date
    assert told.creation_date is not None
    assert told.creation_date.year == 2026
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    words = "".join(
        ET.fromstring(root["/Metadata"].get_data().decode().split("?>", 1)[1].rsplit("<?", 1)[0]).itertext()
    )
    assert "Ruth Adeyemi" in words
    assert "Self-service onboarding" in words


def test_nobody_is_named_as_the_author_where_names_stay_out(tmp_path: Path) -> None:
    workshop = new_workshop()
    person(workshop, "Ruth Adeyemi", Discipline.JOINT, "Facilitator")
    told = PdfReader(written(workshop.board, tmp_path, authors=False)).metadata
    assert told is not None
    assert told.author == "Trilliant"


def test_hostile_words_leave_the_metadata_well_formed(tmp_path: Path) -> None:
    workshop = new_workshop(title="<a>&\x00]]> {title} \u202e)", purpose="\x1b</rdf:li>")
    reader = PdfReader(written(workshop.board, tmp_path))
    body = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    ET.fromstring(body.split("?>", 1)[1].rsplit("<?", 1)[0])


@pytest.mark.parametrize("kind", [Kind.SUMMARY, Kind.POSTER, Kind.HANDOUT])
def test_grey_paper_tells_what_its_patterns_mean(kind: Kind, tmp_path: Path) -> None:
    told = [
        PdfReader(written(Board(), tmp_path, kind=kind, grey=grey)).pages[-1].extract_text().count("UX")
        for grey in (False, True)
    ]
    assert told[1] == told[0] + 2


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("kind", [*Kind])
@pytest.mark.parametrize("paper", [True, False], ids=["sample", "random"])
def test_qpdf_finds_nothing_wrong(kind: Kind, paper: bool, tmp_path: Path) -> None:
    board = Board(sample_records()) if paper else full_board(150).board
    done = subprocess.run(
        ["qpdf", "--check", written(board, tmp_path, kind=kind, grey=paper)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
