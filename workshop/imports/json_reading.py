"""Reading foreign JSON: bytes to plain values that every file can carry, or one sentence that says why not."""

import json
import math
import re
from typing import Any

import msgspec

from workshop.errors import ForeignFileError, InvalidRecordError
from workshop.model.text import clean_line, clean_text

LARGEST = 256 * 2**20
"""The most bytes that are read as JSON."""

DEEPEST = 64
"""How many lists and objects may lie within one another."""

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class _Fault(msgspec.Struct, frozen=True):
    """Stands where the JSON has a value that no session can keep, until it is known in which record that is."""

    reason: str


def plain_json(body: bytes) -> Any:
    """The value in a JSON text, cleaned of what no file can carry (lone surrogates, control characters).

    Raises ForeignFileError with one sentence for what is no JSON, too large or too deep, and InvalidRecordError for a
    record with a name that stands twice or a number that cannot be kept.
    """
    if len(body) > LARGEST:
        raise ForeignFileError(f"The JSON is larger than the {LARGEST // 2**20} MB that a session may have.")
    try:
        document = _decoded(body.removeprefix(b"\xef\xbb\xbf"))
        return _Cleaner(document).cleaned(document, ())
    except (RecursionError, MemoryError) as error:
        raise _too_deep() from error


def label_of(name: str, index: int, plain: Any) -> str:
    """How a sentence names a record: its collection, place from 0, and id."""
    record_id = plain.get("id") if isinstance(plain, dict) else None
    where = name if name == "session" else f"{name}[{index}]"
    return f"{where} {quoted(record_id)}" if isinstance(record_id, str) and name != "session" else where


def quoted(text: str) -> str:
    """A text of the file in quotes, cut where it is long."""
    short = text if len(text) <= 60 else f"{text[:59]}…"
    return f'"{short}"'


def _decoded(body: bytes) -> Any:
    """What the standard library reads: it takes lone surrogates, and says line and column of what is wrong."""
    try:
        return json.loads(
            body.decode("utf-8", "surrogatepass"),
            parse_constant=lambda name: _Fault(f"{name} is not a number that a session can keep"),
            parse_float=_number,
            parse_int=_whole_number,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError as error:
        raise ForeignFileError(f"The file is not JSON: byte {error.start + 1} is not UTF-8 text.") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        reason = error.msg[0].lower() + error.msg[1:]
        raise ForeignFileError(f"The file is not JSON: {reason} ({where}).") from error


def _number(digits: str) -> Any:
    number = float(digits)
    return number if math.isfinite(number) else _Fault("the number is too large")


def _whole_number(digits: str) -> Any:
    try:
        return int(digits)
    except ValueError:
        return _Fault("the number is too long")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for index, name in enumerate(names) if name in names[:index])
        found[twice] = _Fault("the name stands twice in one object")
    return found


class _Cleaner:
    """Walks through a document, knowing at each value where it stands."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def cleaned(self, value: Any, path: tuple[str | int, ...]) -> Any:
        """The value as every file can carry it. Raises the error that names where it cannot be."""
        if len(path) > DEEPEST:
            raise _too_deep()
        if isinstance(value, str):
            return _clean(value)
        if isinstance(value, list):
            return [self.cleaned(item, (*path, index)) for index, item in enumerate(value)]
        if isinstance(value, dict):
            return {_clean(name): self.cleaned(item, (*path, name)) for name, item in value.items()}
        if isinstance(value, _Fault):
            raise self._error(value.reason, path)
        return value

    def _error(self, reason: str, path: tuple[str | int, ...]) -> Exception:
        outer = path[: 1 if path[:1] == ("session",) else 2]
        if len(path) <= len(outer) or (isinstance(path[1], str) and len(outer) == 2):
            return ForeignFileError(f"The JSON is at fault: {reason}{_at(path)}.")
        plain = self._document
        for step in outer:
            plain = plain[step]
        label = label_of(str(path[0]), int(outer[-1]) if len(outer) == 2 else 0, plain)
        return InvalidRecordError(f"{clean_line(label)}: {reason}{_at(path[len(outer) :])}.")


def _at(path: tuple[str | int, ...]) -> str:
    """A path as msgspec writes it: ` - at `evidence.note``, ` - at `tags[1]``; nothing for the whole."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{clean_line(step)[:60]}" for step in path)
    return f" - at `{words.removeprefix('.')}`" if path else ""


def _clean(text: str) -> str:
    return clean_text(text) if _UNCLEAN.search(text) else text


def _too_deep() -> ForeignFileError:
    return ForeignFileError(f"The JSON is nested more than {DEEPEST} deep, which no session is.")
