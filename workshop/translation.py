"""The language that a document speaks: what the app says itself, in gettext's usual names; English unless told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.spoken import Voice

ENGLISH = "en"
"""The language of the sources."""

LANGUAGES = {ENGLISH: "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""The languages that documents speak, each by its own name; all but English have a catalogue of messages."""

_voice: ContextVar["Voice | None"] = ContextVar("voice", default=None)
"""Who speaks here; nobody where the words stay as the sources have them."""


def _(message: str) -> str:
    """A message in the language that is spoken."""
    voice = _voice.get()
    return message if voice is None else voice.one(message)


def N_(message: str) -> str:
    """The message itself, marked for the catalogues; `_` says it once a language is spoken."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """The message in the number that goes with a count."""
    return npgettext("", one, many, count)


def counted(one: str, many: str, count: int) -> str:
    """The message in the number of a count, with the count in the place of {count}."""
    return ngettext(one, many, count).format(count=count)


def pgettext(context: str, message: str) -> str:
    """A message whose words mean something else elsewhere; the context tells which is meant."""
    voice = _voice.get()
    return message if voice is None else voice.one(message, context)


def npgettext(context: str, one: str, many: str, count: int) -> str:
    """A message in the number of a count whose words mean something else elsewhere."""
    voice = _voice.get()
    if voice is None:
        return one if count == 1 else many
    return voice.counted(one, many, count, context)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it all messages are in a language, a tag such as “de” or “fr-CA”; English where there is no catalogue.

    It holds for the thread that enters it alone, and nothing that is made within it may be stored.
    """
    token = _voice.set(_voice_of(language))
    try:
        yield
    finally:
        _voice.reset(token)


def _voice_of(language: str) -> "Voice | None":
    if language.lower().split("-")[0] == ENGLISH:
        return None
    from workshop.spoken import voice_of

    return voice_of(language)


def number(english: str) -> str:
    """A number, written as English has it (“1,234.5”, “−3”), with the signs of the language."""
    voice = _voice.get()
    return english if voice is None else voice.number(english)


def day_in_words(day: date, english: str) -> str:
    """A day, which English writes so, as the language writes it: 14. Nov. 2026."""
    voice = _voice.get()
    return english if voice is None else voice.day(day)


def in_a_row(words: Sequence[str], english: str, style: str = "standard") -> str:
    """Words in a row, which English joins so, as the language joins them; the style “or” joins choices."""
    voice = _voice.get()
    return english if voice is None else voice.row(words, style)
