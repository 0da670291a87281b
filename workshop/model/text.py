"""Cleaning text from the outside so that every file, screen and page can carry it."""

import re

from workshop.translation import _

NARROW = "\u202f"
"""The narrow space at which no line is broken, as before a colon in French or between a day and its month."""

_BLANKS = re.compile(rf"[^\S{NARROW}]+")
_REPLACED = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"} | {0x7F: "\u2421"}


def clean_text(text: str) -> str:
    """The text with line ends as \\n, control characters as their visible pictures (NUL: ␀), lone surrogates as �.

    Nothing is dropped silently: what no file could carry stays visible where it stood.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_REPLACED)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def clean_line(text: str) -> str:
    """The text on one line, cleaned, runs of white space folded."""
    return folded(clean_text(text))


def folded(text: str) -> str:
    """The text with each run of white space as one blank, without any at its ends; narrow spaces stay."""
    return _BLANKS.sub(" ", text).strip() if NARROW in text else " ".join(text.split())


def short(text: str, length: int = 60) -> str:
    """The first words of a text on one line, at most `length` characters, with an ellipsis where it was cut."""
    line = clean_line(text[: length * 8])
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


_NESTED = str.maketrans("“”„«»", "‘’‚‹›")
_OPENING = re.compile(r'(?<![^\s(\[{–—-])"')
"""A straight quotation mark before which there is nothing, a gap or a bracket."""


def quoted(text: str) -> str:
    """A text in quotation marks; those within it become single ones, straight ones curled: “‘Too late’ they say”.

    Where it runs right to left, marks keep it from turning the sentence that it stands in.
    """
    nested = _OPENING.sub("‘", text.translate(_NESTED)).replace('"', "’")
    if not nested.isascii():
        from workshop.model.isolating import isolated  # only for those who need it

        nested = isolated(nested)
    return _("“{words}”").format(words=nested)


def capitalized(sentence: str) -> str:
    """A sentence with a capital at its beginning; the rest stays as it is."""
    return f"{sentence[:1].upper()}{sentence[1:]}"
