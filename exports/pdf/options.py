"""What a document on paper shall be: its kind, its sheet, and what stands on it; checked before any work begins."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Literal

import msgspec

from exports.pdf.page import PAPERS
from exports.pdf.sheets import BOARD_SIZED, POSTERS, usual_paper
from workshop.errors import ExportError


class Kind(StrEnum):
    """The kinds of documents."""

    SUMMARY = "summary"
    POSTER = "poster"
    HANDOUT = "handout"
    CARDS = "cards"


class Attached(StrEnum):
    """Which session a document carries: none, the copy for sharing, or the full file with its history."""

    NONE = "none"
    SHARING = "sharing"
    FULL = "full"


SECTION_IDS = (
    "cover",
    "contents",
    "in-short",
    "decisions",
    "threads",
    "dots",
    "measures",
    "tensions",
    "actions",
    "votes",
    "phases",
    "terms",
    "leads",
    "questions",
    "wins",
    "appendix",
)
"""The sections of a summary by the names that options use, in the order of reading."""

CHOSEN_SECTIONS = ("cover", "threads", "phases", "appendix")
"""What a summary of some cards tells; what the whole board says would be wrong of a part of it.

Threads are told only where the cards are whole ones.
"""

CARDS_A_PAGE = (6, 8, 12)
MOST_BLANKS = 200
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LOGOS = (".png", ".jpg", ".jpeg", ".svg")


class PaperOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The choices for one document. The same choices of the same board on the same day give the same bytes.

    `paper` is a name of the kind's sheets, empty for the usual one of the country. `sections` are names of
    SECTION_IDS, None for all. `language` is a tag such as “en” or “de-CH”: what the document says itself is in that
    language where there is a catalogue of it, else in English, and readers of the file are told of the tag. Without
    `authors` no card says who wrote it; owners, people who decided and the list of people are named all the same.
    `phase_pages` gives each phase of a summary a page of its own. `logo` is the path of a PNG, JPEG or SVG file.
    `blanks` is the number of blank cards of each discipline. `chosen` are ids of the only cards that are told of, None
    for all. `session` is the path of the board's own file: the full attachment is a copy of it, and the guid of the
    copy for sharing follows from its; it changes nothing else.
    """

    kind: Kind = Kind.SUMMARY
    paper: str = ""
    grey: bool = False
    sections: tuple[str, ...] | None = None
    authors: bool = True
    hidden: bool = False
    parked: bool = True
    phase_pages: bool = False
    language: str = "en"
    logo: str = ""
    cards_a_page: Literal[6, 8, 12] = 8
    blanks: int = 0
    attachment: Attached = Attached.SHARING
    chosen: tuple[str, ...] | None = None
    session: str = ""

    def tells(self, section: str) -> bool:
        """Whether a summary with these options has a section, if there is anything in it."""
        usual = SECTION_IDS if self.chosen is None else CHOSEN_SECTIONS
        return section in (usual if self.sections is None else self.sections)


def papers_of(kind: Kind) -> tuple[str, ...]:
    """The names of the sheets on which a kind of document can be set."""
    return (*POSTERS, BOARD_SIZED) if kind is Kind.POSTER else tuple(PAPERS)


def checked(options: PaperOptions) -> PaperOptions:
    """The options with the paper named. Raises ExportError with a sentence about the first that cannot be met."""
    papers = papers_of(options.kind)
    paper = options.paper or ("A3" if options.kind is Kind.POSTER else usual_paper())
    known = {name.lower(): name for name in papers}
    if paper.lower() not in known:
        raise ExportError(
            f"There is no paper named “{paper}” for a {options.kind.value}; use one of {', '.join(papers)}."
        )
    if options.kind is Kind.SUMMARY and options.sections == ():
        raise ExportError("A summary without any section is empty; choose at least one.")
    for section in options.sections or ():
        if section not in SECTION_IDS:
            raise ExportError(f"There is no section named “{section}”; use some of {', '.join(SECTION_IDS)}.")
    if not _LANGUAGE.fullmatch(options.language):
        raise ExportError(f"“{options.language}” is no language tag; write it like “en” or “de-CH”.")
    if options.cards_a_page not in CARDS_A_PAGE:
        raise ExportError("A page holds 6, 8 or 12 cards.")
    if not 0 <= options.blanks <= MOST_BLANKS:
        raise ExportError(f"The number of blank cards lies between 0 and {MOST_BLANKS}.")
    _check_logo(options)
    if options.attachment is Attached.FULL and not (options.session and Path(options.session).is_file()):
        raise ExportError(
            "There is no session file to attach in full; save the session first, or attach a copy."
        )
    return msgspec.structs.replace(options, paper=known[paper.lower()])


def _check_logo(options: PaperOptions) -> None:
    if not options.logo:
        return
    if options.kind is Kind.CARDS:
        raise ExportError("Printed cards have no room for a logo; leave it out.")
    path = Path(options.logo)
    if path.suffix.lower() not in _LOGOS:
        raise ExportError(f"The logo must be a PNG, JPEG or SVG file, and {path.name} is none of them.")
    if not path.is_file():
        raise ExportError(f"There is no logo at {path}.")
