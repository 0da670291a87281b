"""What is wrong with a record's field, said for people: the field, what is allowed in it, and what stands there."""

import re
from typing import Any

import msgspec
from msgspec import inspect

_LONGEST = 40
_PLACE = re.compile(r" - at `\$([^`]*)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_FIELD = re.compile(r"^Object (missing required|contains unknown) field `([^`]*)`")
_TOLD = re.compile(r"^(Expected|Invalid) ")

_WORDS: dict[type[inspect.Type], str] = {
    inspect.BoolType: "true or false",
    inspect.DateTimeType: "a moment such as “2026-11-14T09:30:00Z”",
    inspect.DateType: "a day such as “2026-11-14”",
    inspect.BytesType: "text in base64",
    inspect.DictType: "an object",
    inspect.StructType: "an object",
    inspect.VarTupleType: "a list",
    inspect.TupleType: "a list",
    inspect.NamedTupleType: "a list",
    inspect.NoneType: "null",
}


def reason(error: msgspec.ValidationError, record_type: type[msgspec.Struct], plain: Any) -> str:
    """A clause about the first field of a plain record that its type does not allow, without a full stop."""
    text = str(error)
    place = found[1] if (found := _PLACE.search(text)) else ""
    if field := _FIELD.match(text):
        inner = f"{place}.{field[2]}".removeprefix(".")
        return f"its `{inner}` is missing" if field[1] == "missing required" else f"it can have no `{inner}`"
    allowed, value = _at(place, inspect.type_info(record_type), plain)
    if allowed is None or not _TOLD.match(text):
        return text[0].lower() + text[1:].replace("`$.", "`")
    what = f"its `{place.removeprefix('.')}`" if place else "it"
    return f"{what} must be {_words(allowed)}, not {_shown(value)}"


def _at(place: str, allowed: inspect.Type | None, value: Any) -> tuple[inspect.Type | None, Any]:
    """The type and the value at a place such as `.positions[0].by`; no type where there is none."""
    for name, index in _STEP.findall(place):
        allowed = _within(allowed, name, int(index or 0))
        value = value[name or int(index)]
    return allowed, value


def _within(allowed: inspect.Type | None, name: str, index: int) -> inspect.Type | None:
    for one in _choices(allowed):
        if name and isinstance(one, inspect.StructType):
            return next((field.type for field in one.fields if field.encode_name == name), None)
        if isinstance(one, inspect.VarTupleType):
            return one.item_type
        if isinstance(one, inspect.NamedTupleType):
            return one.fields[index].type
        if isinstance(one, inspect.TupleType):
            return one.item_types[index]
    return None


def _choices(allowed: inspect.Type | None) -> tuple[inspect.Type, ...]:
    if isinstance(allowed, inspect.UnionType):
        return allowed.types
    return (allowed,) if allowed else ()


def _words(allowed: inspect.Type) -> str:
    """What is allowed, to go on after “must be”; null comes last."""
    choices = sorted(_choices(allowed), key=lambda one: isinstance(one, inspect.NoneType))
    return " or ".join(_one(one) for one in choices)


def _one(allowed: inspect.Type) -> str:
    if isinstance(allowed, inspect.EnumType):
        return "one of " + ", ".join(f"“{one.value}”" for one in allowed.cls)
    if isinstance(allowed, inspect.IntType):
        return "a whole number" + _bounds(allowed.ge, allowed.le)
    if isinstance(allowed, inspect.FloatType):
        return "a number" + _bounds(allowed.ge, allowed.le)
    if isinstance(allowed, inspect.StrType):
        return "text" + _bounds(allowed.min_length or None, allowed.max_length, " characters", " of")
    if isinstance(allowed, inspect.TimeType):
        return "a time of day such as “09:30:00”" + (" without a zone" if allowed.tz is False else "")
    return _WORDS.get(type(allowed), "of another kind")


def _bounds(least: float | None, most: float | None, unit: str = "", before: str = "") -> str:
    if least is None and most is None:
        return ""
    if least is None:
        return f"{before} at most {most:,.15g}{unit}"
    if most is None:
        return f"{before} at least {least:,.15g}{unit}"
    return f"{before or ' from'} {least:,.15g} to {most:,.15g}{unit}"


def _shown(value: Any) -> str:
    """A value as JSON writes it, cut short; of lists and objects only what they are."""
    if isinstance(value, list | tuple | dict):
        return "an object" if isinstance(value, dict) else "a list"
    try:
        text = msgspec.json.encode(value).decode()
    except (TypeError, ValueError):
        text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
