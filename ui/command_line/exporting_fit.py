"""Which options of `export` apply to which files; one that does not apply is refused rather than passed over."""

from argparse import Namespace
from typing import NamedTuple

from exports.registry import QUESTION_LISTS, exporter_for
from ui.command_line.paper import KINDS
from ui.command_line.picture import ENDINGS
from ui.command_line.usage import UsageError

_PICTURE, _LIST, _TABLE, _DATA = "picture", "list", "table", "data"
_PHASES = "phases"
_PAPER = "documents on paper (OUT.pdf)"
_WORDS = {
    "summary": "a summary",
    "poster": "a poster",
    "handout": "a handout",
    "cards": "printed cards",
    _PICTURE: "a picture",
    _LIST: "a list of questions",
    _TABLE: "a table of questions",
    _DATA: "data of the whole board",
}


class _Fit(NamedTuple):
    """An option as it is written, and what it applies to."""

    flag: str
    to: tuple[str, ...]


FITS = {
    "of": _Fit("--of", (*KINDS, _PICTURE)),
    "scale": _Fit("--scale", (_PICTURE,)),
    "width": _Fit("--width", (_PICTURE,)),
    "ground": _Fit("--ground", (_PICTURE,)),
    "dark": _Fit("--dark", (_PICTURE,)),
    "kind": _Fit("--kind", KINDS),
    "paper": _Fit("--paper", KINDS),
    "sections": _Fit("--sections", ("summary",)),
    "phase_pages": _Fit("--phase-pages", ("summary",)),
    "grey": _Fit("--grey", KINDS),
    "authors": _Fit("--no-authors", (*KINDS, _PICTURE)),
    "hidden": _Fit("--hidden", KINDS),
    "parked": _Fit("--no-parked", (*KINDS, _PICTURE)),
    "language": _Fit("--language", (*KINDS, _LIST)),
    "logo": _Fit("--logo", ("summary", "poster", "handout")),
    "cards_a_page": _Fit("--cards-a-page", ("cards",)),
    "blanks": _Fit("--blanks", ("cards",)),
    "attachment": _Fit("--attachment", KINDS),
    "no_attachment": _Fit("--no-attachment", KINDS),
    "as_of": _Fit("--as-of", (*KINDS, _LIST, _TABLE)),
}
"""The options by the names under which the parser keeps those that are given, in the order in which they are told."""


def check_fit(arguments: Namespace) -> None:
    """Raise UsageError about the first given option that says nothing of the file that is asked for."""
    asked = _asked(arguments)
    for name, fit in FITS.items():
        if name in arguments and asked not in fit.to:
            raise UsageError(f"{fit.flag} is for {_listed(fit.to)}, not for {_WORDS[asked]}.")
    if "phase_pages" in arguments and _PHASES not in getattr(arguments, "sections", _PHASES).split(","):
        raise UsageError(f"--phase-pages says nothing of a summary without the section “{_PHASES}”.")


def _asked(arguments: Namespace) -> str:
    """What is asked for, by the end of OUT's name and the kind of document."""
    extension = exporter_for(arguments.target).extension
    if extension == ".pdf":
        return str(getattr(arguments, "kind", KINDS[0]))
    if extension in ENDINGS:
        return _PICTURE
    if extension in QUESTION_LISTS:
        return _LIST
    return _TABLE if extension == ".questions.csv" else _DATA


def _listed(to: tuple[str, ...]) -> str:
    told = [_WORDS[one] for one in to]
    if to[: len(KINDS)] == KINDS:
        told = [_PAPER, *told[len(KINDS) :]]
    return f"{', '.join(told[:-1])} or {told[-1]}" if len(told) > 1 else told[0]
