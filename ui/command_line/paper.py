"""The options of documents on paper, as the command line says them."""

import argparse
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

KINDS = ("summary", "poster", "handout", "cards")


def add_paper_options(command: argparse.ArgumentParser) -> None:
    """Add what `export` takes for documents on paper."""
    paper = command.add_argument_group("documents on paper (OUT.pdf)")
    paper.add_argument("--kind", choices=KINDS, default="summary", help="what to write (summary)")
    paper.add_argument(
        "--paper",
        metavar="NAME",
        default="",
        help="A4, Letter, A5 or Legal; of a poster A0 to A3, or “board” for the board's own proportions",
    )
    paper.add_argument("--sections", metavar="A,B", help="only these sections of the summary")
    paper.add_argument("--grey", action="store_true", help="greys that save ink, patterns for disciplines")
    paper.add_argument("--no-authors", dest="authors", action="store_false", help=AUTHORS_HELP)
    paper.add_argument("--hidden", action="store_true", help="with hidden cards")
    paper.add_argument("--no-parked", dest="parked", action="store_false", help="without the parking lot")
    paper.add_argument("--language", metavar="TAG", default="en", help=LANGUAGE_HELP)
    paper.add_argument("--logo", metavar="FILE", type=Path, help="the team's logo, PNG, JPEG or SVG")
    paper.add_argument("--cards-a-page", type=int, choices=(6, 8, 12), default=8, help="of the kind cards (8)")
    paper.add_argument("--blanks", metavar="N", type=int, default=0, help="blank cards of each discipline")
    attaching = paper.add_mutually_exclusive_group()
    attaching.add_argument(
        "--attachment",
        choices=("none", "sharing", "full"),
        default="sharing",
        help="the session that the PDF carries (sharing)",
    )
    attaching.add_argument(
        "--no-attachment", dest="attachment", action="store_const", const="none", help="no session in the PDF"
    )


def of_session(options: Options, session: Path) -> Options:
    """The options of a document with the file of its session; those of anything else as they are."""
    if options is None:
        return options
    from exports.pdf.options import PaperOptions

    return replace(options, session=str(session)) if isinstance(options, PaperOptions) else options


def paper_options(arguments: argparse.Namespace) -> "PaperOptions":
    """The options as the exports know them. Raises ExportError about the first that cannot be met."""
    from exports.pdf.options import Attached, Kind, PaperOptions, checked

    sections = arguments.sections
    return checked(
        PaperOptions(
            kind=Kind(arguments.kind),
            paper=arguments.paper,
            grey=arguments.grey,
            sections=None
            if sections is None
            else tuple(one.strip() for one in sections.split(",") if one.strip()),
            authors=arguments.authors,
            hidden=arguments.hidden,
            parked=arguments.parked,
            language=arguments.language,
            logo=str(arguments.logo or ""),
            cards_a_page=arguments.cards_a_page,
            blanks=arguments.blanks,
            attachment=Attached(arguments.attachment),
            session=str(arguments.file),
        )
    )
