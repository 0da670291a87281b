"""A language other than English as a document speaks it: its catalogue of messages, its numbers, days and lists."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import c2py
from importlib.resources import files
from typing import Literal, cast

from babel import Locale
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

from workshop.model.text import NARROW
from workshop.translation import ENGLISH, LANGUAGES

_DAY = "yMMMd"
_FOUR_DIGITS_TOGETHER = ("es",)
"""Languages that write 1234 without a sign between."""

Key = tuple[str, str]
"""The context of a message, empty for none, and the message as English has it."""

Messages = Mapping[Key, tuple[str, ...]]
"""What is said for each message, a string for each number that the language tells apart."""


class Voice:
    """Says messages, numbers, days and lists in a language. What the catalogue lacks stays English."""

    def __init__(self, language: str, messages: Messages, number_of: Callable[[int], int]) -> None:
        self._locale = Locale.parse(language)
        self._messages = messages
        self._number_of = number_of

    def one(self, message: str, context: str = "") -> str:
        """What is said for a message."""
        said = self._messages.get((context, message))
        return said[0] if said else message

    def counted(self, one: str, many: str, count: int, context: str = "") -> str:
        """What is said for a message in the number of a count."""
        said = self._messages.get((context, one))
        return said[self._number_of(count)] if said else (one if count == 1 else many)

    def number(self, english: str) -> str:
        """A number that English wrote, in the language's signs; what is none stays as it is."""
        digits = english.lstrip("−-+")
        if not digits.replace(",", "").replace(".", "").isdigit():
            return english
        whole, point, rest = digits.partition(".")
        if "," in whole:
            whole = self._grouped(whole.replace(",", ""))
        sign = english[: len(english) - len(digits)]
        return sign + whole + (get_decimal_symbol(self._locale) + rest if point else "")

    def _grouped(self, digits: str) -> str:
        if len(digits) <= 4 and self._locale.language in _FOUR_DIGITS_TOGETHER:
            return digits
        return f"{Decimal(digits):,}".replace(",", get_group_symbol(self._locale))

    def day(self, day: date) -> str:
        """A day with its month in short and its year; no line ends between day and month."""
        return format_skeleton(_DAY, day, locale=self._locale, fuzzy=True).replace(" ", NARROW, 1)

    def row(self, words: Sequence[str], style: str) -> str:
        """Words in a row."""
        return format_list(words, style=cast(Literal["standard", "or"], style), locale=self._locale)


def voice_of(language: str) -> Voice | None:
    """Who speaks a language, a tag such as “de-CH”; None where there is no catalogue of it."""
    plain = language.lower().split("-")[0]
    return _voice_of(plain) if plain in LANGUAGES and plain != ENGLISH else None


@cache
def _voice_of(language: str) -> Voice:
    with (files("resources") / "translations" / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    messages: dict[Key, tuple[str, ...]] = {}
    for message in catalogue:
        one, said = _first(message.id), message.string
        if one and said:
            messages[message.context or "", one] = (said,) if isinstance(said, str) else tuple(said)
    return Voice(language, messages, c2py(catalogue.plural_expr))


def _first(words: str | Sequence[str]) -> str:
    return words if isinstance(words, str) else words[0]
