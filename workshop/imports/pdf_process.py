"""The process in which a PDF is read, within limits: it writes the session that the PDF carries, and nothing else.

Only the way from the document's root to its attachments is followed. No page is looked at and no script is run:
there is nothing here that could run one.
"""

import hashlib
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
from pypdf import PdfReader
from pypdf.errors import DependencyError

from workshop.errors import NotASessionError, SessionFileError, UntrustedFileError, WorkshopError
from workshop.imports.pdf_format import ADVICE, LARGEST_PDF, LARGEST_SESSION, SUFFIX
from workshop.session.bounded import bounded

MOST_ATTACHMENTS = 100
_MOST_NODES = 1_000
_CHUNK = 64 * 1024
_PLAIN = ("/GoTo",)
"""Kinds of actions at opening that only turn to a page."""


def main(path: str, target: str, memory: str, seconds: str) -> int:
    """Take the session out of a PDF and write the verdict to stdout; the exit code."""
    _allow_long_streams()
    return bounded(
        lambda: take(Path(path), Path(target)),
        memory=int(memory),
        seconds=int(seconds),
        written=LARGEST_SESSION + _CHUNK,
    )


def _allow_long_streams() -> None:
    """pypdf refuses streams of more than 75 MB, from release to release in another way; here the memory is bound."""
    if hasattr(pypdf, "overwrite_configuration"):
        pypdf.overwrite_configuration(maximum_declared_stream_length=LARGEST_PDF)
    elif hasattr(pypdf.filters, "MAX_DECLARED_STREAM_LENGTH"):
        pypdf.filters.MAX_DECLARED_STREAM_LENGTH = LARGEST_PDF


def take(path: Path, target: Path) -> None:
    """Write the session that a PDF carries to a path where nothing lies.

    Raises NotASessionError when it carries none, UntrustedFileError for a PDF that no Trilliant wrote so, and
    SessionFileError for a damaged one; then a part of a file may lie at the path.
    """
    try:
        with path.open("rb") as file:
            _write(_session_in(PdfReader(file), path.name), target, path.name)
    except (WorkshopError, MemoryError):
        raise
    except DependencyError as error:  # AES, the lock of most programs, which pypdf alone cannot open
        raise UntrustedFileError(_locked(path.name)) from error
    except RecursionError as error:
        raise UntrustedFileError(
            f"{path.name} is nested so deeply that nothing was taken from it; {ADVICE}"
        ) from error
    except OSError as error:
        raise SessionFileError(
            f"The session in {path.name} could not be taken out ({error.strerror or error}); {ADVICE}"
        ) from error
    except Exception as error:  # whatever a damaged document makes its reader raise
        raise SessionFileError(
            f"{path.name} is damaged and nothing could be taken from it; {ADVICE}"
        ) from error


def _locked(name: str) -> str:
    return f"{name} is locked, which no PDF of Trilliant is, so nothing was taken from it; {ADVICE}"


def _session_in(reader: PdfReader, name: str) -> Any:
    """The stream that holds the session."""
    if reader.is_encrypted:
        raise UntrustedFileError(_locked(name))
    root = _plain(reader.trailer["/Root"])
    names = _plain(root.get("/Names", {}))
    if _starts_something(root, names):
        raise UntrustedFileError(
            f"{name} holds a script that starts by itself, which no PDF of Trilliant does, so nothing was taken from "
            f"it; {ADVICE}"
        )
    sessions = [stream for title, stream in _attachments(names, name) if title.lower().endswith(SUFFIX)]
    if not sessions:
        raise NotASessionError(
            f"{name} carries no Trilliant session, so it can be read and not opened; open the session file itself, "
            "or ask for a PDF that was exported with the session attached."
        )
    if len(sessions) > 1:
        raise UntrustedFileError(
            f"{name} carries {len(sessions)} sessions, so none was opened; save the one that you want with a reader "
            "of PDFs, and open that."
        )
    return sessions[0]


def _starts_something(root: Any, names: Any) -> bool:
    """Whether the document does more by itself than to turn to a page when it is opened."""
    opening = _plain(root.get("/OpenAction"))
    acts = isinstance(opening, dict) and opening.get("/S") not in _PLAIN
    return acts or "/AA" in root or "/JavaScript" in names


def _attachments(names: Any, name: str) -> Iterator[tuple[str, Any]]:
    """The attachments by name, as the tree of names lists them."""
    waiting, seen, found = [_plain(names.get("/EmbeddedFiles"))], 0, 0
    while waiting:
        node = waiting.pop()
        seen += 1
        if seen > _MOST_NODES:
            raise UntrustedFileError(f"{name} lists its attachments without end, so none was opened; {ADVICE}")
        if not isinstance(node, dict):
            continue
        waiting += [_plain(kid) for kid in list(_plain(node.get("/Kids", ())))[:_MOST_NODES]]
        pairs = list(_plain(node.get("/Names", ())))
        found += len(pairs) // 2
        if found > MOST_ATTACHMENTS:
            raise UntrustedFileError(
                f"{name} has more than {MOST_ATTACHMENTS} attachments, so none was opened; {ADVICE}"
            )
        for file in (one for one in map(_plain, pairs[1::2]) if isinstance(one, dict)):
            yield str(_plain(file.get("/UF", file.get("/F", "")))), _stream_of(file)


def _stream_of(file: Any) -> Any:
    streams = _plain(file.get("/EF", {}))
    return _plain(streams.get("/UF", streams.get("/F")))


def _plain(thing: Any) -> Any:
    """What a reference stands for; anything else as it is."""
    return thing.get_object() if hasattr(thing, "get_object") else thing


def _write(stream: Any, target: Path, name: str) -> None:
    """Unpack the session in small pieces, and hold it against the size and the sum that stand beside it."""
    told = _plain(stream.get("/Params", {}))
    most = min(int(told.get("/Size", LARGEST_SESSION)), LARGEST_SESSION)
    written, total = 0, hashlib.md5(usedforsecurity=False)
    with target.open("xb") as file:
        for piece in _unpacked(stream, name):
            written += len(piece)
            if written > most:
                raise UntrustedFileError(
                    f"The session in {name} unpacks to more than it says or than a session may have "
                    f"({LARGEST_SESSION // 2**20} MB), so it was not opened; {ADVICE}"
                )
            total.update(piece)
            file.write(piece)
    wanted = told.get("/CheckSum")
    if written < int(told.get("/Size", 0)) or (wanted is not None and _sum_of(wanted) != total.digest()):
        raise _damaged(name)


def _unpacked(stream: Any, name: str) -> Iterator[bytes]:
    filters = _plain(stream.get("/Filter", []))
    filters = filters if isinstance(filters, list) else [filters]
    body = memoryview(stream._data)  # as it lies in the file: pypdf itself would unpack all at once
    pieces = (bytes(body[start : start + _CHUNK]) for start in range(0, len(body), _CHUNK))
    if not filters:
        yield from pieces
        return
    if filters not in (["/FlateDecode"], ["/Fl"]) or stream.get("/DecodeParms"):
        raise UntrustedFileError(
            f"The session in {name} is packed in a way that no Trilliant uses, so it was not opened; {ADVICE}"
        )
    unpack = zlib.decompressobj()
    for piece in pieces:
        yield unpack.decompress(piece, _CHUNK)
        while unpack.unconsumed_tail:
            yield unpack.decompress(unpack.unconsumed_tail, _CHUNK)
    if not unpack.eof:
        raise _damaged(name)


def _sum_of(text: Any) -> bytes:
    return bytes(getattr(text, "original_bytes", text))


def _damaged(name: str) -> SessionFileError:
    return SessionFileError(f"The session in {name} is damaged, so it was not opened; {ADVICE}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
