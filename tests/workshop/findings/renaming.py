"""The same board under other names: every id and every word replaced, everything else as it was."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

import msgspec

from workshop.model.codec import record_from
from workshop.model.record import Record
from workshop.model.session import SESSION_ID


def renamed(records: Iterable[Record]) -> tuple[list[Record], dict[str, str]]:
    """The records under other names, and the new id for each old one. Fixed choices such as kinds stay."""
    records = list(records)
    ids = {r.id: r.id if r.id == SESSION_ID else f"n{n}" for n, r in enumerate(records)}
    return [record_from(type(r), _record(r, ids)) for r in records], ids


def _record(value: msgspec.Struct, ids: dict[str, str]) -> dict[str, Any]:
    return {name: _value(getattr(value, name), ids) for name in value.__struct_fields__}


def _value(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, msgspec.Struct):
        return _record(value, ids)
    if isinstance(value, tuple):
        return [_value(item, ids) for item in value]
    if type(value) is str and value:
        return ids.get(value) or _other_words(value)
    return msgspec.to_builtins(value)


def _other_words(text: str) -> str:
    """Other words, the same for the same word."""
    return " ".join(blake2b(word.encode(), digest_size=4).hexdigest() for word in text.split())
