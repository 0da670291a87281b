"""The session that a PDF carries: the copy for sharing or the full file, embedded as the document's source.

It is written through ReportLab's own document while the pages are saved. Adding it with pypdf afterwards would read
and write the whole document once more, which for a thousand cards takes longer than drawing it.
"""

import hashlib
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace
from reportlab.pdfbase import pdfdoc

from exports.pdf.days import pdf_date
from exports.pdf.narrowing import narrowed
from exports.pdf.options import Attached, PaperOptions
from workshop.board.board import Board
from workshop.errors import ExportError
from workshop.imports.pdf_format import ATTACHED_NAME, LARGEST_SESSION, MEDIA_TYPE
from workshop.model.codec import encode_record
from workshop.model.ids import derived_id
from workshop.model.record import Record
from workshop.model.session import Asset
from workshop.session.copying import copy_session, guid_in
from workshop.session.reading import read_session
from workshop.session.writing import write_fresh
from workshop.sharing import newest_moment, records_for_sharing
from workshop.translation import ENGLISH, N_, _, speaking

Breathe = Callable[[], None]

_CHUNK = 256 * 1024
_TRIES, _PAUSE = 20, 0.1
"""So often, and so many seconds apart, a session's file is looked at until it has what is on the board."""

_EVERY = 200
"""So many records, or one picture, are written between two questions whether to go on."""

_VERSION = (1, 7)
"""The version of PDF in which attachments bear a name in Unicode and say what they are to the document."""

_DESCRIPTION = {
    Attached.SHARING: N_("The session as a copy for sharing; open this PDF with Trilliant to work on it."),
    Attached.FULL: N_("The full session with its history; open this PDF with Trilliant to work on it."),
}


class _Packed(NamedTuple):
    """A session as it lies in the document: deflated, with its own size, MD5 sum and date."""

    body: bytes
    size: int
    total: str
    moment: datetime


def attach_session(document: Any, board: Board, options: PaperOptions, beside: Path, breathe: Breathe) -> None:
    """Make a ReportLab document carry the session of a board as the options say, nothing if they say none.

    The session is written at `beside` for as long as this takes. `breathe` is called at least every few milliseconds
    and may raise to stop. The same board with the same options gives the same bytes. Raises ExportError.
    """
    if options.attachment is Attached.NONE:
        return
    try:
        with speaking(ENGLISH):
            moment = _write(board, options, beside, breathe)
        packed = _packed(beside, moment, breathe)
    except sqlite3.Error as error:
        raise ExportError(_reason(error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _embed(document, packed, _(_DESCRIPTION[options.attachment]))


def _reason(error: sqlite3.Error) -> str:
    """What to say of a session that could not be attached."""
    if "full" in str(error):
        return (
            "The session could not be attached because the disk is full; free some space, choose another folder, or "
            "export without it."
        )
    return f"The session could not be attached ({error}); try again, or export without it."


def _write(board: Board, options: PaperOptions, path: Path, breathe: Breathe) -> datetime:
    """Write the session that is to be attached; its date."""
    if options.attachment is Attached.FULL:
        _copy_whole(board, Path(options.session), path, breathe)
        return newest_moment(board.records())
    records = _shared(board, options, breathe)
    moment = newest_moment(records)
    guid = derived_id(_origin(records, options, breathe))
    write_fresh(path, _with_breaks(records, breathe), guid=guid, created=moment)
    return moment


def _copy_whole(board: Board, session: Path, path: Path, breathe: Breathe) -> None:
    """Copy the session's file once it has what is on the board, which a window's file may be behind by a moment."""
    for _try in range(_TRIES):
        copy_session(session, path, breathe)
        if read_session(path, allow_newer=True).board == board:
            return
        breathe()
        time.sleep(_PAUSE)
    raise ExportError(
        "The session's file does not hold what is on the board, so it was not attached; wait until all is saved, or "
        "attach a copy for sharing."
    )


def _shared(board: Board, options: PaperOptions, breathe: Breathe) -> list[Record]:
    """The records of the copy for sharing: of the cards that the options let on paper, and never a hidden one."""
    told = narrowed(board, options)
    cards = None if told is board else set(told.cards)
    part = options.chosen is not None
    return records_for_sharing(board, cards=cards, authors=options.authors, part=part, breathe=breathe)


def _origin(records: Iterable[Record], options: PaperOptions, breathe: Breathe) -> Iterator[bytes]:
    """What the copy's guid follows from: whose copy it is, the options, and all that it says.

    What it says stands for the number of the source's last change, which the board of an open window may be ahead of.
    """
    yield guid_in(Path(options.session)).encode() if options.session else b""
    yield msgspec.json.encode(replace(options, session="", logo=""))
    for record in _with_breaks(records, breathe):
        yield encode_record(record)


def _with_breaks(records: Iterable[Record], breathe: Breathe) -> Iterator[Record]:
    for number, record in enumerate(records):
        if number % _EVERY == 0 or isinstance(record, Asset):
            breathe()
        yield record


def _packed(path: Path, moment: datetime, breathe: Breathe) -> _Packed:
    size = path.stat().st_size
    if size > LARGEST_SESSION:
        raise ExportError(
            f"This session has {size // 2**20} MB, and a PDF carries {LARGEST_SESSION // 2**20} MB at most; "
            "export without it and send the session file beside."
        )
    pack, total, parts = zlib.compressobj(), hashlib.md5(usedforsecurity=False), []
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            breathe()
            total.update(chunk)
            parts.append(pack.compress(chunk))
    parts.append(pack.flush())
    return _Packed(b"".join(parts), size, total.hexdigest(), moment)


def _embed(document: Any, packed: _Packed, description: str) -> None:
    """Add the stream, what it is, and both ways in which readers find it: the names and the associated files."""
    when = f"({pdf_date(packed.moment)})"
    stream = document.Reference(
        _Written(
            f"<< /Type /EmbeddedFile /Subtype /{_pdf_name(MEDIA_TYPE)} /Filter /FlateDecode "
            f"/Length {len(packed.body)} /Params << /Size {packed.size} /CreationDate {when} /ModDate {when} "
            f"/CheckSum <{packed.total}> >> >>\nstream\n".encode(),
            packed.body,
            b"\nendstream",
        )
    )
    file = document.Reference(
        _Written(
            f"<< /Type /Filespec /F ({ATTACHED_NAME}) /UF ({ATTACHED_NAME}) /Desc {_text(description)} "
            f"/AFRelationship /Source /EF << /F {_named(document, stream)} /UF {_named(document, stream)} >> "
            ">>".encode()
        )
    )
    where = _named(document, file)
    catalog = document.Catalog
    catalog.Names = _Written(f"<< /EmbeddedFiles << /Names [({ATTACHED_NAME}) {where}] >> >>".encode())
    catalog.AF = _Written(f"[{where}]".encode())
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    document.updateSignature(packed.total)
    document._pdfVersion = max(document._pdfVersion, _VERSION)


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the document in its final bytes."""

    def __init__(self, *parts: bytes) -> None:
        self._parts = parts

    def format(self, document: Any) -> bytes:
        """The bytes."""
        return b"".join(self._parts)


def _named(document: Any, reference: Any) -> str:
    return bytes(reference.format(document)).decode()


def _text(words: str) -> str:
    """Words as a string of a PDF: as they are, or in UTF-16 where they have letters beyond ASCII."""
    return f"({words})" if words.isascii() else f"<feff{words.encode('utf-16-be').hex()}>"


def _pdf_name(text: str) -> str:
    return text.replace("/", "#2F")
