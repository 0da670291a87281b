"""A language that is none, which finds forgotten words: what paper says is Greek, what the board says Cyrillic."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any, get_type_hints

import msgspec
import pytest

from workshop.board.board import Board
from workshop.spoken import Voice

GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβχδεφγηιξκλμνοπθρστυϋωψζώΑΒΧΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΫΩΨΖΏ",
)
CYRILLIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абцдефгхижклмнопярстувшчызАБЦДЕФГХИЖКЛМНОПЯРСТУВШЧЫЗ",
)
_LATIN = re.compile(r"[A-Za-z]+[0-9]*")
_NAMES = re.compile(r"((CX|UX)[0-9]*)+|Trilliant|[PSOL][0-9]+|[A-Z]")
"""Words that are the same in every language: disciplines, the app, short ids of cards, initials."""

_FREE_TEXT = str(msgspec.Meta(max_length=1_000_000))
_NO_WORDS = ("finding", "state", "media_type", "colour", "ticked")
"""Texts of records that hold no words of the board."""


class PseudoVoice(Voice):
    """Says each message in Greek letters, and days and lists without any."""

    def __init__(self) -> None:
        super().__init__("el", {}, lambda count: int(count != 1))

    def one(self, message: str, context: str = "") -> str:
        parts = re.split(r"(\{\w+\})", message)
        return "".join(part if part.startswith("{") else part.translate(GREEK) for part in parts)

    def counted(self, one: str, many: str, count: int, context: str = "") -> str:
        return self.one(one if count == 1 else many)

    def day(self, day: date) -> str:
        return day.isoformat()

    def row(self, words: Any, style: str) -> str:
        return " & ".join(words)


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Within it documents in German speak the language that is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workshop.spoken.voice_of", lambda language: PseudoVoice())
        yield


def in_cyrillic(board: Board) -> Board:
    """The board with all of its own words in Cyrillic letters."""
    return Board(_cyrillic(record) for record in board.records())


def _cyrillic(value: Any, *, text: bool = False) -> Any:
    if type(value) is str and text:
        return value.translate(CYRILLIC)
    if isinstance(value, tuple):
        return tuple(_cyrillic(one, text=text) for one in value)
    if not isinstance(value, msgspec.Struct):
        return value
    texts = _texts_of(type(value))
    return msgspec.structs.replace(
        value,
        **{
            field: _cyrillic(getattr(value, field), text=field in texts)
            for field in value.__struct_fields__
            if field not in ("id", "extra")
        },
    )


@cache
def _texts_of(record: type) -> set[str]:
    """The fields of a record that hold free text."""
    hints = get_type_hints(record, include_extras=True)
    return {field for field, hint in hints.items() if _FREE_TEXT in str(hint)}.difference(_NO_WORDS)


def latin_words(text: str) -> list[str]:
    """The words in Latin letters that are no names."""
    return [word for word in _LATIN.findall(text) if not _NAMES.fullmatch(word)]
