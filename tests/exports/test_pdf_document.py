"""The summary as a document: bookmarks, jumps, metadata, the same bytes each time, and its failures."""

from collections import Counter
from datetime import datetime
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from exports.pdf import steps
from exports.pdf.anchors import anchor_of
from exports.pdf.content import content_of
from exports.pdf.sheet_canvas import SheetCanvas
from tests.exports.boards import card, full_board, link, new_workshop, person
from tests.exports.method_boards import put
from tests.exports.reading import (
    all_text,
    annotations,
    export_summary,
    exported,
    laid_out,
    outline_titles,
    squeezed,
)
from workshop.board.board import Board
from workshop.errors import ExportCancelled, ExportError
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind


def test_a_board_without_anything_is_a_cover(tmp_path: Path) -> None:
    reader = exported(Board(), tmp_path)
    assert len(reader.pages) == 1
    assert "Untitled workshop" in all_text(reader)


def test_the_outline_names_the_parts_that_are_there(tmp_path: Path) -> None:
    workshop = new_workshop()
    first = card(workshop, "heard often", Phase.DISCOVER)
    second = card(workshop, "we build it", Phase.PILOT, kind=CardKind.DECISION)
    card(workshop, "not now", None)
    link(workshop, first, second)
    titles = outline_titles(exported(workshop.board, tmp_path))
    method = ["In short", "Threads", "Dots nobody connected"]
    assert titles == ["Cover", *method, "Discover", "Pilot", "Parking lot", "Every card"]


def test_pages_are_numbered_and_carry_the_title(tmp_path: Path) -> None:
    reader = exported(full_board(20).board, tmp_path)
    for number, page in enumerate(reader.pages, 1):
        assert f"{number} / {len(reader.pages)}" in page.extract_text()
    assert "Self-service onboarding · 14 November 2026" in reader.pages[1].extract_text()


def test_the_file_says_what_it_is_and_in_which_language(tmp_path: Path) -> None:
    reader = exported(new_workshop(title="Titel & <b>", purpose="Why we met").board, tmp_path)
    assert reader.metadata is not None
    assert reader.metadata.title == "Titel & <b>"
    assert reader.metadata.subject == "Why we met"
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_cards_lead_to_each_other_both_ways_and_back_to_their_phases(tmp_path: Path) -> None:
    workshop = new_workshop()
    first = card(workshop, "a signal from support", Phase.DISCOVER)
    second = card(workshop, "a concept for the invoice", Phase.EXPLORE)
    link(workshop, first, second, LinkKind.SUPPORTS)
    pages = laid_out(workshop.board)[1]
    appendix = next(page for page in pages if "appendix" in page.anchors)
    led_to = [jump.anchor for jump in appendix.jumps]
    assert set(led_to) >= {anchor_of(first.id), anchor_of(second.id), "phase-Discover", "phase-Explore"}
    text = squeezed_page(all_text(exported(workshop.board, tmp_path)))
    assert "supports S1" in text
    assert "supported by P1" in text


def test_a_note_on_a_link_stands_at_the_card_where_it_begins(tmp_path: Path) -> None:
    workshop = new_workshop()
    first, second = card(workshop, "first", Phase.DISCOVER), card(workshop, "second", Phase.EXPLORE)
    link(workshop, first, second)
    edge = next(iter(workshop.board.links.values()))
    with workshop.transact("note", "test") as transaction:
        transaction.put(replace(edge, note="heard twice"))
    assert "On S1: heard twice" in squeezed_page(all_text(exported(workshop.board, tmp_path)))


def test_the_contents_lead_to_the_page_that_they_name(tmp_path: Path) -> None:
    reader = exported(full_board(30).board, tmp_path)
    page_of = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}
    cover = reader.pages[0]
    numbers = [page_of[one["/Dest"][0].idnum] for one in annotations(cover)]
    text = cover.extract_text()
    lines = [line.rpartition(" ") for line in text[text.index("CONTENTS") :].split("\n") if line[-1:].isdigit()]
    assert {"In short", "Phases", "Every card"} <= {name for name, _, _ in lines}
    listed = sorted(int(number) for name, _, number in lines if "/" not in name)
    assert sorted(numbers) == listed


def squeezed_page(text: str) -> str:
    return " ".join(text.split())


def test_hidden_cards_leave_no_trace(tmp_path: Path) -> None:
    workshop = new_workshop()
    shown, silent = person(workshop, "Ada Open"), person(workshop, "Mallory Veiled")
    card(workshop, "everybody sees this", author=shown.id)
    card(workshop, "and this", author=shown.id)
    without = content_of(workshop.board).layout
    secret = card(workshop, "nobody sees that", Phase.SCALE, author=silent.id, hidden=True, near=(9_000, 9_000))
    link(workshop, secret, next(iter(workshop.board.cards.values())))
    reader = exported(workshop.board, tmp_path)
    text = squeezed(all_text(reader))
    assert "nobodyseesthat" not in text
    assert "Mallory" not in text
    assert "Scale" not in outline_titles(reader)
    assert content_of(workshop.board).layout == without


def test_people_whom_no_card_names_are_on_the_cover(tmp_path: Path) -> None:
    workshop = new_workshop()
    person(workshop, "Quiet Guest", Discipline.JOINT)
    assert "Quiet Guest" in exported(workshop.board, tmp_path).pages[0].extract_text()


def test_the_same_board_gives_the_same_bytes(tmp_path: Path) -> None:
    export_summary(full_board(30).board, tmp_path / "a.pdf")
    export_summary(full_board(30).board, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00"]
)
def test_a_card_from_the_ends_of_the_calendar_is_exported_with_its_session(moment: str, tmp_path: Path) -> None:
    workshop = new_workshop()
    old = card(workshop, "from another program")
    when = datetime.fromisoformat(moment)
    put(workshop, replace(old, created=when, changed=when))
    reader = exported(workshop.board, tmp_path)
    assert reader.metadata["/CreationDate"].startswith(f"D:{moment[:4]}{moment[5:7]}{moment[8:10]}")
    assert "from another program" in all_text(reader)
    assert reader.attachments


def test_progress_rises_from_nothing_to_all(tmp_path: Path) -> None:
    shares: list[float] = []
    exported(full_board(30).board, tmp_path, progress=lambda share, step: shares.append(share))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


@pytest.mark.parametrize("after", [0, 3, 9, 40, 200])
def test_cancelling_leaves_nothing_behind_and_keeps_the_old_file(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "_APART", 0.0)
    (tmp_path / "summary.pdf").write_text("old")
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > after

    with pytest.raises(ExportCancelled):
        export_summary(full_board(60).board, tmp_path / "summary.pdf", cancelled=cancelled)
    assert [path.name for path in tmp_path.iterdir()] == ["summary.pdf"]
    assert (tmp_path / "summary.pdf").read_text() == "old"


def test_a_folder_that_cannot_be_written_is_one_clear_sentence(tmp_path: Path) -> None:
    with (
        patch.object(Path, "open", side_effect=PermissionError(13, "Permission denied")),
        pytest.raises(ExportError, match=r"does not let you write there; choose another folder"),
    ):
        export_summary(Board(), tmp_path / "summary.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nowhere does not exist; choose another"):
        export_summary(Board(), tmp_path / "nowhere" / "summary.pdf")


def test_a_folder_that_takes_no_files_is_not_said_to_be_missing(tmp_path: Path) -> None:
    with (
        patch.object(Path, "open", side_effect=FileNotFoundError(2, "No such file or directory")),
        pytest.raises(ExportError, match="takes no new files; choose another") as refused,
    ):
        export_summary(Board(), tmp_path / "summary.pdf")
    assert "exist" not in str(refused.value)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with (
        patch("exports.pdf.writing.SheetCanvas.save", side_effect=OSError(28, "No space left on device")),
        pytest.raises(ExportError, match="no space left"),
    ):
        export_summary(Board(), tmp_path / "summary.pdf")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_paper_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="A4, Letter"):
        export_summary(Board(), tmp_path / "summary.pdf", paper="A3")


def test_letter_paper_is_set_on_letter(tmp_path: Path) -> None:
    reader = exported(full_board(12).board, tmp_path, paper="Letter")
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [612, 792]


def test_the_report_counts_pages(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    report = export_summary(full_board(12).board, path)
    assert (report.path, report.pages, report.boxes) == (path, len(PdfReader(path).pages), 0)


def test_a_document_of_many_pages_is_folded_and_written_whole(tmp_path: Path) -> None:
    workshop = new_workshop()
    words = [f"w{place:06}" for place in range(150_000)]
    for start in range(0, len(words), 10_000):
        card(workshop, " ".join(words[start : start + 10_000]))
    reader = exported(workshop.board, tmp_path)
    assert len(reader.pages) > 130
    text = "".join(page.extract_text() for page in reader.pages[:12])
    assert "w000000" in text


def test_writing_the_file_breathes_at_every_object_and_again_for_the_list_of_them() -> None:
    out = BytesIO()
    breaths: Counter[str] = Counter()
    canvas = SheetCanvas(out, (200, 200), "en", lambda: breaths.update(["breath"]))
    for number in range(20):
        canvas.bookmarkPage(f"page {number}")
        canvas.showPage()
    breaths.clear()
    canvas.save()
    objects = out.getvalue().count(b" obj")
    assert objects > 40
    assert breaths.total() >= 2 * objects
