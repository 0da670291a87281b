"""The options of documents on paper, as the command line says them."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

if TYPE_CHECKING:
    from exports.pdf.options import PaperOptions

Options = TypeVar("Options")

LANGUAGE_HELP = (
    "the language of headings, labels, days and numbers: en, de, fr or es, with a country if wanted (de-CH); with "
    "another tag they stay English; cards stay as they were written; screen readers are told of it (en)"
)
AUTHORS_HELP = (
    "do not say who wrote which card; owners of actions, people who decided and the list of people "
    "keep their names"
)

AS_OF_HELP = (
    "the day, like 2026-11-14, that dates are compared with: what is overdue, what is open as of when (today)"
)

KINDS = ("summary", "poster", "handout", "cards")
"""The kinds of documents, the usual one first."""

_AS_GIVEN = (
    "paper",
    "phase_pages",
    "grey",
    "authors",
    "hidden",
    "parked",
    "language",
    "cards_a_page",
    "blanks",
)
"""The options that documents know by the names and values that the parser keeps."""


def add_paper_options(command: argparse.ArgumentParser) -> None:
    """Add what `export` takes for documents on paper."""
    paper = command.add_argument_group("documents on paper (OUT.pdf)", argument_default=argparse.SUPPRESS)
    paper.add_argument("--kind", choices=KINDS, help="what to write (summary)")
    paper.add_argument(
        "--paper",
        metavar="NAME",
        help="A4, Letter, A5 or Legal; of a poster A0 to A3, or “board” for the board's own proportions",
    )
    paper.add_argument("--sections", metavar="A,B", help="only these sections of the summary")
    paper.add_argument(
        "--phase-pages",
        action="store_true",
        help="of a summary: a page of its own for each phase, with a large picture",
    )
    paper.add_argument("--grey", action="store_true", help="greys that save ink, patterns for disciplines")
    paper.add_argument("--no-authors", dest="authors", action="store_false", help=AUTHORS_HELP)
    paper.add_argument("--hidden", action="store_true", help="with hidden cards")
    paper.add_argument("--no-parked", dest="parked", action="store_false", help="without the parking lot")
    paper.add_argument("--language", metavar="TAG", help=LANGUAGE_HELP)
    paper.add_argument("--logo", metavar="FILE", type=Path, help="the team's logo, PNG, JPEG or SVG")
    paper.add_argument("--as-of", metavar="DATE", type=_day, help=AS_OF_HELP)
    paper.add_argument("--cards-a-page", type=int, choices=(6, 8, 12), help="of the kind cards (8)")
    paper.add_argument(
        "--blanks", metavar="N", type=int, help="of the kind cards: blank cards of each discipline"
    )
    attaching = paper.add_mutually_exclusive_group()
    attaching.add_argument(
        "--attachment",
        choices=("none", "sharing", "full"),
        help="the session that the PDF carries (sharing)",
    )
    attaching.add_argument("--no-attachment", action="store_true", help="no session in the PDF")


def of_session(options: Options, session: Path) -> Options:
    """The options of a document with the file of its session; those of anything else as they are."""
    if options is None:
        return options
    from exports.pdf.options import PaperOptions

    return replace(options, session=str(session)) if isinstance(options, PaperOptions) else options


def paper_options(arguments: argparse.Namespace) -> "PaperOptions":
    """The options as the exports know them. Raises ExportError about the first that cannot be met."""
    from exports.pdf.options import Attached, Kind, PaperOptions, checked

    given = {name: getattr(arguments, name) for name in _AS_GIVEN if name in arguments}
    if "sections" in arguments:
        given["sections"] = tuple(one.strip() for one in arguments.sections.split(",") if one.strip())
    attachment = "none" if "no_attachment" in arguments else getattr(arguments, "attachment", "sharing")
    return checked(
        PaperOptions(
            kind=Kind(getattr(arguments, "kind", KINDS[0])),
            logo=str(getattr(arguments, "logo", "")),
            attachment=Attached(attachment),
            session=str(arguments.file),
            **given,
        )
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it like 2026-11-14") from error
