"""Reading foreign JSON: bytes to plain values that every file can carry, or one sentence that says why not."""

import json
import math
import re
from typing import Any, NoReturn

import msgspec

from workshop.errors import ForeignFileError
from workshop.model.text import clean_text

LARGEST = 256 * 2**20
"""The most bytes that are read as JSON."""

DEEPEST = 64
"""How many lists and objects may lie within one another."""

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def plain_json(body: bytes) -> Any:
    """The value in a JSON text, cleaned of what no file can carry (lone surrogates, control characters).

    Raises ForeignFileError with one sentence for what is no JSON, too large, too deep, or not a number.
    """
    if len(body) > LARGEST:
        raise ForeignFileError(f"The JSON is larger than the {LARGEST // 2**20} MB that a session may have.")
    try:
        return _cleaned(_decoded(body.removeprefix(b"\xef\xbb\xbf")))
    except (RecursionError, MemoryError) as error:
        raise _too_deep() from error


def _decoded(body: bytes) -> Any:
    try:
        return msgspec.json.decode(body)
    except msgspec.DecodeError:
        return _decoded_leniently(body)


def _decoded_leniently(body: bytes) -> Any:
    """What the standard library reads: it takes lone surrogates, and says line and column of what is wrong."""
    try:
        return json.loads(body.decode("utf-8", "surrogatepass"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise ForeignFileError(f"The file is not JSON: byte {error.start + 1} is not UTF-8 text.") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        reason = error.msg[0].lower() + error.msg[1:]
        raise ForeignFileError(f"The file is not JSON: {reason} ({where}).") from error
    except ValueError as error:
        raise ForeignFileError("The JSON holds a number that is too long.") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ForeignFileError(f"The JSON holds {name}, which is not a number that a session can keep.")


def _cleaned(value: Any, depth: int = 0) -> Any:
    if depth > DEEPEST:
        raise _too_deep()
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, list):
        return [_cleaned(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_clean(name): _cleaned(item, depth + 1) for name, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        raise ForeignFileError("The JSON holds a number that is too large.")
    return value


def _clean(text: str) -> str:
    return clean_text(text) if _UNCLEAN.search(text) else text


def _too_deep() -> ForeignFileError:
    return ForeignFileError(f"The JSON is nested more than {DEEPEST} deep, which no session is.")
