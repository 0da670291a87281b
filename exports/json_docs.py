"""The documentation of the session's JSON, made from the records themselves: `python -m exports.json_docs`."""

import re
from collections.abc import Iterator
from enum import Enum
from inspect import getdoc
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from workshop.imports.json_session import FORMAT, GONE
from workshop.model.collections import COLLECTIONS
from workshop.model.record import Part, Record
from workshop.model.references import REFERENCES
from workshop.session.schema import SCHEMA

DOCS = Path(__file__).parent.parent / "docs" / "json.md"

_INTRODUCTION = f"""# The session as JSON

`trilliant export workshop.trilliant workshop.json` writes the whole session as JSON, and
`trilliant import workshop.json copy.trilliant` makes a session of it. Nothing is lost on the way: every
record is there with every field, fields that this version does not know included. It is the owner's whole
copy, so hidden cards are in it with `"hidden": true`, and the scores of a tension that are secret; what is
meant for other eyes is exported as PDF, picture or table.

This page is made from the records of the program by `python -m exports.json_docs`.

## The file

One object in UTF-8 with these keys, one record a line:

| Key | Value |
|---|---|
| `format` | always `"{FORMAT}"` |
| `schema` | the number of the schema, now {SCHEMA}; a file of a newer schema is refused |
| `{GONE}` | an object: by collection the ids that records name although what they named was removed; only if any |
"""

_WHAT_IS_READ = """
## What is read

- Only ids and the fields marked *required* must be there; other fields take their default, collections may
  be missing. `format` and `schema` may be missing too.
- Ids are texts of 1 to 200 characters, each once in its collection; the session's is always `session`.
- A field of the type *id of …* names a record that must be in the file, before or behind:
  ``cards[3] "abc": its `author` "maja" is not among the participants.`` People who were taken off the list are in
  the session's `former`. Other ids of what was removed (a principle on which a decision still rests, a card that a
  measure measured) stand in `gone`, as `{"principles": ["calm"]}`; the ends of a link are always two of the cards.
- Between two cards each kind of link stands once, `in tension with` and `same as` once in either direction.
  A tension has at least two positions.
- A card without `h` grows as tall as its text needs; a card without `x` or `y` gets a place where nothing
  lies. Many such cards of one phase lie in a block, CX above, UX below, what is of both between.
- Dates are written `2026-11-14`, times `2026-11-14T09:30:00Z`, times of day without a zone `09:30:00`. Numbers are
  finite. A name stands once in an object.
- Unknown fields of a record are kept and written again. Unknown keys at the top and in the parts below are
  refused.
- Control characters in texts become their visible pictures (NUL: ␀), lone surrogates �, line ends `\\n`.
- The first record at fault is named with its collection, place from 0, id and field, and nothing is written:
  ``cards[3] "abc": its `w` must be a number from 48 to 100,000, not 12.``
"""


def json_docs() -> str:
    """The text of docs/json.md."""
    keys = [f"| `{name}` | {_key_value(name)} |\n" for name in COLLECTIONS]
    sections = [_section(f"`{name}`", record_type, 2) for name, record_type in COLLECTIONS.items()]
    parts = [_section(part.__name__, part, 3) for part in _parts()]
    intro = "## Parts\n\nObjects inside records; all their fields are known ones.\n"
    return "\n".join([_INTRODUCTION + "".join(keys) + _WHAT_IS_READ, *sections, intro, *parts])


def _key_value(name: str) -> str:
    kind = f"[{COLLECTIONS[name].__name__}](#{name})"
    return f"one {kind} object" if name == "session" else f"a list of {kind} objects"


def _section(title: str, part: type[Record | Part], level: int) -> str:
    rows = "".join(
        f"| `{field.encode_name}` | {_type(part, field)} | {_default(field)} |\n" for field in _fields(part)
    )
    return f"{'#' * level} {title}\n\n{_about(part)}\n\n| Field | Type | Default |\n|---|---|---|\n{rows}"


def _about(part: type[Record | Part]) -> str:
    """The docstring without hard line ends, paragraph by paragraph."""
    paragraphs = re.split(r"\n\s*\n", getdoc(part) or "")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _fields(part: type[Record | Part]) -> list[inspect.Field]:
    """The fields as JSON has them: the id first, and no `extra`, whose content stands beside the others."""
    info = inspect.type_info(part)
    assert isinstance(info, inspect.StructType)
    fields = [field for field in info.fields if field.name != "extra"]
    return sorted(fields, key=lambda field: field.name != "id")


def _parts() -> list[type[Part]]:
    """The parts inside the records, in the order in which they are met."""
    found: dict[type[Part], None] = {}
    for record_type in COLLECTIONS.values():
        _collect(record_type, found)
    return list(found)


def _collect(part: type[Record | Part], found: dict[type[Part], None]) -> None:
    for field in _fields(part):
        for inner in _struct_types(field.type):
            if inner not in found:
                found[inner] = None
                _collect(inner, found)


def _struct_types(kind: inspect.Type) -> Iterator[type[Any]]:
    if isinstance(kind, inspect.StructType):
        yield kind.cls
    elif isinstance(kind, inspect.VarTupleType):
        yield from _struct_types(kind.item_type)
    elif isinstance(kind, inspect.UnionType):
        for one in kind.types:
            yield from _struct_types(one)


def _type(part: type[Record | Part], field: inspect.Field) -> str:
    """What a field holds; of an id, of what."""
    names = REFERENCES.get(part, {}).get(field.name)
    words = _words(field.type)
    if not isinstance(names, str):
        return words
    one = f"id of a{'n' * (names[0] in 'aeiou')} [{COLLECTIONS[names].__name__}](#{names})"
    return re.sub(r"\bid\b", one, words)


def _words(kind: inspect.Type) -> str:
    """A type in plain words, with its values or range."""
    if isinstance(kind, inspect.UnionType):
        return " or ".join(_words(one) for one in kind.types)
    if isinstance(kind, inspect.VarTupleType):
        return f"list: {_words(kind.item_type)}"
    if isinstance(kind, inspect.StructType):
        return f"[{kind.cls.__name__}](#{kind.cls.__name__.lower()})"
    if isinstance(kind, inspect.EnumType):
        return "one of " + ", ".join(f"`{member.value}`" for member in kind.cls)
    if isinstance(kind, inspect.StrType | inspect.IntType | inspect.FloatType):
        return _text_words(kind) if isinstance(kind, inspect.StrType) else _number_words(kind)
    return _PLAIN_WORDS[type(kind)]


_PLAIN_WORDS: dict[type[inspect.Type], str] = {
    inspect.NoneType: "null",
    inspect.BoolType: "true or false",
    inspect.BytesType: "bytes as Base64",
    inspect.DateType: "date",
    inspect.TimeType: "time of day",
    inspect.DateTimeType: "time",
}


def _text_words(kind: inspect.StrType) -> str:
    if kind.min_length:
        return "id"
    return f"text up to {kind.max_length:,} characters" if kind.max_length else "text"


def _number_words(kind: inspect.IntType | inspect.FloatType) -> str:
    word = "whole number" if isinstance(kind, inspect.IntType) else "number"
    if kind.ge is None or kind.le is None:
        return word
    return f"{word}, {kind.ge:,.15g} to {kind.le:,.15g}"


def _default(field: inspect.Field) -> str:
    if field.required:
        return "*required*"
    value = field.default
    if isinstance(value, Part):
        return "an empty one"
    if isinstance(value, tuple):
        value = list(value)
    if isinstance(value, Enum):
        value = value.value
    return f"`{msgspec.json.encode(value).decode()}`"


if __name__ == "__main__":
    DOCS.write_text(json_docs(), encoding="utf-8")
