"""A PDF from elsewhere gives its session or a sentence: no traceback, no hang, and nothing is left behind."""

import io
import re
import shutil
import sqlite3
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from tests.exports.carrying import carried
from tests.faults.pdf_maker import SESSION, bomb, carrying, filespec, names, pdf_of, stream
from workshop.board.board import Board
from workshop.errors import (
    SessionFileError,
    UntrustedFileError,
    WorkshopError,
)
from workshop.imports import pdf_process
from workshop.imports.sample import sample_records
from workshop.sharing import records_for_sharing

SENTENCE = re.compile(r"[^\n]+[.]")
MAGIC = b"SQLite format 3\0"


def refusal(taken: Callable[..., Board], body: bytes) -> str:
    """The sentence with which a PDF is refused."""
    with pytest.raises(SessionFileError) as refused:
        taken(body)
    assert SENTENCE.fullmatch(str(refused.value))
    return str(refused.value)


def test_a_good_one_gives_the_session(taken: Callable[..., Board], good: bytes) -> None:
    assert taken(good) == Board(records_for_sharing(Board(sample_records())))


def test_one_that_was_made_by_hand_gives_it_as_well(taken: Callable[..., Board], session: bytes) -> None:
    assert taken(carrying(zlib.compress(session))) == Board(sample_records())
    assert taken(carrying(session, b"")) == Board(sample_records())


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "is empty"),
        (b"Dear Sir or Madam", "is not a PDF"),
        (b"%PDF-1.7\n", "is damaged"),
        (pdf_of({1: b"<< /Type /Catalog >>"}), "carries no Trilliant session"),
        (carrying(bomb(100)), "is not a Trilliant session"),
        (carrying(zlib.compress(b"a letter")), "is not a Trilliant session"),
        (carrying(zlib.compress(MAGIC + bytes(4_000))), "database of another program"),
        (carrying(zlib.compress(MAGIC)[:-9]), "is damaged"),
        (carrying(b"no deflated bytes"), "is damaged"),
        (carrying(b"00>", b"/Filter /ASCIIHexDecode"), "packed in a way"),
        (carrying(b"", b"/Filter [/FlateDecode /FlateDecode]"), "packed in a way"),
        (carrying(bomb(3, MAGIC), b"/Filter /FlateDecode /Params << /Size 100 >>"), "unpacks to more"),
        (carrying(zlib.compress(MAGIC), b"/Filter /FlateDecode /Params << /Size 99 >>"), "is damaged"),
        (
            carrying(zlib.compress(MAGIC), b"/Filter /FlateDecode /Params << /CheckSum <00> >>"),
            "is damaged",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_session_is_refused(taken: Callable[..., Board], body: bytes, words: str) -> None:
    assert words in refusal(taken, body)


def test_a_bomb_that_says_nothing_of_its_size_stops_at_the_largest_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_process, "LARGEST_SESSION", 2**20)
    (tmp_path / "bomb.pdf").write_bytes(carrying(bomb(64, MAGIC)))
    with pytest.raises(UntrustedFileError, match="unpacks to more"):
        pdf_process.take(tmp_path / "bomb.pdf", tmp_path / "out")
    assert (tmp_path / "out").stat().st_size <= 2**20


def in_xref_stream(body: bytes) -> bytes:
    """A document whose table of objects is a packed stream."""
    head = b"%PDF-1.7\n"
    entries = b"/Type /XRef /W [1 2 1] /Size 9000000 /Root 1 0 R /Filter /FlateDecode"
    return head + b"7 0 obj\n" + stream(body, entries) + b"\nendobj\nstartxref\n9\n%%EOF\n"


CATALOG = b"<< /Type /Catalog /Names << /EmbeddedFiles 3 0 R >> >>"
DEEP = 200_000


@pytest.mark.parametrize(
    "body",
    [
        in_xref_stream(bomb(2_000)),
        pdf_of({1: b"[" * DEEP + b"]" * DEEP}),
        pdf_of({1: b"<< /Names " * 20_000 + b">>" * 20_000}),
        pdf_of({1: CATALOG, 3: b"<< /Kids [3 0 R 3 0 R] >>"}),
        pdf_of({1: CATALOG, 3: b"3 0 R"}),
        pdf_of({1: CATALOG, 3: b"4 0 R", 4: b"3 0 R"}),
        pdf_of({1: CATALOG, 3: b"<< /Kids [%b] >>" % (b"3 0 R " * 50_000)}),
        pdf_of({1: CATALOG}, trailer=b"/Prev 9"),
        pdf_of({1: CATALOG, 3: names([(SESSION, 4)]), 4: filespec(SESSION, 4)}),
        pdf_of({1: CATALOG, 3: names([(SESSION, 4)]), 4: b"<< /F (session.trilliant) >>"}),
        pdf_of({1: CATALOG, 3: names([(SESSION, 4)]), 4: filespec(SESSION, 99)}),
        carrying(b"", b"/Filter /FlateDecode /Params << /Size 1e99 >>"),
        carrying(b"", b"/Filter /FlateDecode /Params << /Size (many) >>"),
    ],
    ids=[
        "bomb for a table",
        "nested lists",
        "nested dictionaries",
        "tree of names in itself",
        "reference to itself",
        "references in a circle",
        "many children",
        "table before itself",
        "stream that is none",
        "file without stream",
        "file that is not there",
        "size without end",
        "size in words",
    ],
)
def test_loops_depths_and_bombs_end_in_a_sentence(taken: Callable[..., Board], body: bytes) -> None:
    refusal(taken, body)


def test_an_object_stream_that_lies_in_itself_ends_in_a_sentence(taken: Callable[..., Board]) -> None:
    rows = b"".join(bytes((2, 0, 7, 0)) if number in (1, 7) else bytes(4) for number in range(8))
    inner = stream(
        zlib.compress(b"1 0 7 0 <<>>"), b"/Type /ObjStm /N 2 /First 8 /Filter /FlateDecode /Extends 7 0 R"
    )
    head = b"%PDF-1.7\n7 0 obj\n" + inner + b"\nendobj\n"
    entries = b"/Type /XRef /W [1 2 1] /Size 8 /Root 1 0 R /Filter /FlateDecode"
    table = b"8 0 obj\n" + stream(zlib.compress(rows), entries) + b"\nendobj\n"
    refusal(taken, head + table + b"startxref\n%d\n%%%%EOF\n" % len(head))


def test_ten_thousand_attachments_are_refused(taken: Callable[..., Board], session: bytes) -> None:
    many = {number: filespec(f"{number}.txt", 4) for number in range(10, 10_010)}
    listed = names([(SESSION, 3), *((f"{number}.txt", number) for number in many)])
    body = pdf_of(
        {
            1: b"<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>",
            2: listed,
            3: filespec(SESSION, 4),
            4: stream(zlib.compress(session), b"/Filter /FlateDecode"),
            **many,
        }
    )
    assert "more than 100 attachments" in refusal(taken, body)


def test_a_few_other_attachments_do_no_harm_and_two_sessions_do(
    taken: Callable[..., Board], session: bytes
) -> None:
    packed = stream(zlib.compress(session), b"/Filter /FlateDecode")
    objects = {1: CATALOG, 3: names([("notes.txt", 4), (SESSION, 5)]), 4: filespec("notes.txt", 6)}
    objects |= {5: filespec(SESSION, 7), 6: stream(b"Notes"), 7: packed}
    assert taken(pdf_of(objects)) == Board(sample_records())
    objects[4] = filespec("second.trilliant", 7)
    assert "carries 2 sessions" in refusal(taken, pdf_of(objects))


@pytest.mark.parametrize(
    "catalog",
    [
        b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
        b"/OpenAction << /S /Launch /F (calc.exe) >>",
        b"/AA << /WC << /S /JavaScript /JS (app.alert(1)) >> >>",
    ],
)
def test_what_starts_by_itself_is_refused(taken: Callable[..., Board], session: bytes, catalog: bytes) -> None:
    body = carrying(zlib.compress(session), catalog=catalog)
    assert "script that starts by itself" in refusal(taken, body)


def test_scripts_by_name_are_refused_and_turning_to_a_page_is_not(
    taken: Callable[..., Board], session: bytes
) -> None:
    named = carrying(zlib.compress(session)).replace(b"/Type /Pages", b"/JavaScript 1 0 R /EmbeddedFiles 3 0 R")
    named = named.replace(b"/Names << /EmbeddedFiles 3 0 R >>", b"/Names 2 0 R")
    assert "script that starts by itself" in refusal(taken, named)
    for turning in (b"/OpenAction [2 0 R /Fit]", b"/OpenAction << /S /GoTo /D [2 0 R /Fit] >>"):
        assert taken(carrying(zlib.compress(session), catalog=turning)).cards


def test_one_that_other_programs_wrote_anew_is_read_as_well(taken: Callable[..., Board], good: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(good))
    with io.BytesIO() as file:
        writer.write(file)
        assert len(taken(file.getvalue()).cards) > 40


def test_a_locked_one_is_refused(taken: Callable[..., Board], good: bytes) -> None:
    for password in ("", "secret"):
        writer = PdfWriter(clone_from=io.BytesIO(good))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        with io.BytesIO() as file:
            writer.write(file)
            assert "is locked" in refusal(taken, file.getvalue())


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_one_that_is_locked_as_most_programs_do_it_is_called_locked(
    taken: Callable[..., Board], good: bytes, tmp_path: Path
) -> None:
    plain, locked = tmp_path / "plain.pdf", tmp_path / "locked.pdf"
    plain.write_bytes(good)
    subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", plain, locked], check=True)
    assert "is locked" in refusal(taken, locked.read_bytes())


def test_a_length_of_two_gigabytes_ends_in_the_session_or_a_sentence(
    taken: Callable[..., Board], session: bytes
) -> None:
    packed = zlib.compress(session)
    with_claim = carrying(packed, length=2**31)
    try:
        assert taken(with_claim) == Board(sample_records())
    except SessionFileError as error:
        assert SENTENCE.fullmatch(str(error))


def test_a_session_that_no_trilliant_wrote_is_vetted_like_any_foreign_file(
    taken: Callable[..., Board], session: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "evil.trilliant"
    path.write_bytes(session)
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIEW v AS SELECT * FROM cards")
    connection.close()
    told = refusal(taken, carrying(zlib.compress(path.read_bytes())))
    assert told.startswith("In foreign.pdf: ")
    assert "view “v”" in told


@pytest.mark.parametrize("place", range(50))
def test_cut_anywhere_it_gives_the_session_or_a_sentence(place: int, good: bytes, tmp_path: Path) -> None:
    _try(good[: len(good) * place // 50], good, tmp_path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_anywhere_it_gives_the_session_or_a_sentence(
    good: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    # Half of the damage where the way to the attachment lies, which is a thousandth of the file.
    wide = st.integers(0, len(good))
    places = (good.index(b"/EmbeddedFile"), good.rindex(b"/EmbeddedFile"), len(good) - 600)
    near = st.sampled_from(places).flatmap(lambda place: st.integers(place - 600, place + 600))
    start = data.draw(wide | near)
    length = data.draw(st.integers(0, 40) | st.integers(0, len(good)))
    mended = data.draw(
        st.binary(max_size=20) | st.sampled_from((b"[" * 5_000, b"<<" * 5_000, b"0 0 R", b"/Kids"))
    )
    _try(good[:start] + mended + good[start + length :], good, tmp_path)


def _try(body: bytes, good: bytes, folder: Path) -> None:
    """Read it as the process does, in this one."""
    path, target = folder / "tried.pdf", folder / "taken"
    path.write_bytes(body)
    target.unlink(missing_ok=True)
    try:
        pdf_process.take(path, target)
    except WorkshopError as error:
        assert SENTENCE.fullmatch(str(error))
    else:
        (folder / "good.pdf").write_bytes(good)
        assert target.read_bytes() == carried(folder / "good.pdf")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.floats(0, 1), mended=st.binary(max_size=40))
@example(start=0.0, mended=b"%PDF-9.9")
def test_damaged_anywhere_it_is_read_apart_and_leaves_nothing(
    taken: Callable[..., Board], good: bytes, start: float, mended: bytes
) -> None:
    place = round(start * len(good))
    try:
        board = taken(good[:place] + mended + good[place + len(mended) :])
    except SessionFileError as error:
        assert SENTENCE.fullmatch(str(error))
    else:
        assert len(board.cards) > 40
