"""Records to and from JSON, keeping the fields that this version does not know."""

from functools import cache
from typing import Any, TypeVar

import msgspec

from workshop.errors import InvalidRecordError
from workshop.model.record import Part, Record

R = TypeVar("R", bound=Record)

DEEPEST = 60
"""How many lists and objects may lie within one another in fields that this version does not know."""

_encoder = msgspec.json.Encoder()


@cache
def _decoder(record_type: type[R]) -> msgspec.json.Decoder[R]:
    return msgspec.json.Decoder(record_type)


def encode_record(record: Record) -> bytes:
    """A record as one JSON object, fields at their default left out, unknown fields beside the known ones."""
    if not record.extra:
        return _encoder.encode(record)
    return _encoder.encode(_with_extra_spread(msgspec.to_builtins(record)))


def decode_record(record_type: type[R], body: bytes | str) -> R:
    """The record in a JSON object. Raises InvalidRecordError naming the record and the field."""
    try:
        record: R = _decoder(record_type).decode(body)
        return record if not record.extra else record_from(record_type, _any(body))
    except msgspec.ValidationError:
        return record_from(record_type, _any(body))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidRecordError(f"A {record_type.__name__} record is not JSON: {error}.") from error


def record_from(record_type: type[R], plain: Any) -> R:
    """The record in a plain dict, as JSON gives it. Raises InvalidRecordError naming the record and the field."""
    if isinstance(plain, dict):
        plain = _with_extra_gathered(record_type, plain)
    try:
        return msgspec.convert(plain, record_type)
    except msgspec.ValidationError as error:
        from workshop.model.allowed import reason  # only for those who need it

        name = f"{record_type.__name__} {_id_in(plain)}"
        raise InvalidRecordError(f"{name} is not valid: {reason(error, record_type, plain)}.") from error


def validate_record(record: R) -> R:
    """The record itself if it obeys the model's types and ranges. Raises InvalidRecordError otherwise.

    msgspec checks values only when it decodes, so a record that an intent made in Python is checked here.
    """
    try:
        return decode_record(type(record), encode_record(record))
    except (UnicodeEncodeError, TypeError, ValueError) as error:
        raise InvalidRecordError(
            f"{type(record).__name__} {record.id!r} cannot be written: {error}."
        ) from error


def plain_of(value: Record | Part) -> dict[str, Any]:
    """A record as a plain dict with every field, defaults included, for people and programs that read the JSON."""
    names = [name for name in value.__struct_fields__ if name not in ("id", "extra")]
    plain = {name: _plain_value(getattr(value, name)) for name in names}
    return {"id": value.id, **plain, **value.extra} if isinstance(value, Record) else plain


def _plain_value(value: Any) -> Any:
    if isinstance(value, Record | Part):
        return plain_of(value)
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    return msgspec.to_builtins(value)


def _is_deep(value: Any) -> bool:
    """Whether lists and objects lie deeper within one another than DEEPEST."""
    level = [value]
    for _ in range(DEEPEST + 1):
        lists = (item.values() if isinstance(item, dict) else item for item in level)
        level = [inner for items in lists for inner in items if isinstance(inner, list | dict)]
    return bool(level)


def _with_extra_gathered(record_type: type[Record], plain: dict[str, Any]) -> dict[str, Any]:
    """The fields that the record does not know together in `extra`, where none may bear a known name."""
    fields = record_type.__struct_fields__
    known = {name: value for name, value in plain.items() if name in fields}
    unknown = {name: value for name, value in plain.items() if name not in fields}
    if isinstance(kept := known.get("extra"), dict):
        unknown = {name: value for name, value in kept.items() if name not in fields} | unknown
    if unknown and _is_deep(unknown):
        raise InvalidRecordError(
            f"{record_type.__name__} {_id_in(plain)} is not valid: it is nested more than {DEEPEST} deep."
        )
    return {**known, "extra": unknown} if unknown or "extra" in known else known


def _with_extra_spread(plain: dict[str, Any]) -> dict[str, Any]:
    extra = plain.pop("extra")
    return {**plain, **extra}


def _any(body: bytes | str) -> Any:
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidRecordError(f"A record is not JSON: {error}.") from error


def _id_in(plain: Any) -> str:
    record_id = plain.get("id") if isinstance(plain, dict) else None
    return repr(record_id)[:80] if record_id is not None else "without an id"
