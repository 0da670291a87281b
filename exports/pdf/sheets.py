"""Sheets: the usual paper of a country, lying sheets, and those of posters."""

import locale
import os

from exports.pdf.page import Paper

LETTER_COUNTRIES = frozenset(
    {"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE", "DO"}
)
"""The countries whose usual sheet is Letter; that of all others is A4."""

POSTERS = {
    "A3": Paper(1190.551, 841.89, 36, 36, 36),
    "A2": Paper(1683.78, 1190.551, 42, 42, 42),
    "A1": Paper(2383.937, 1683.78, 48, 48, 48),
    "A0": Paper(3370.394, 2383.937, 56, 56, 56),
}
"""The sheets of a poster, lying, the smallest first."""

BOARD_SIZED = "board"
"""The name of the sheet that takes the board's own proportions."""


def usual_paper(name: str | None = None) -> str:
    """A4 or Letter, by the country in the name of a locale such as “en_US.UTF-8”; by default this machine's."""
    named = _locale_name() if name is None else name
    country = named.partition(".")[0].partition("@")[0].replace("-", "_").rpartition("_")[2].upper()
    return "Letter" if country in LETTER_COUNTRIES else "A4"


def lying(paper: Paper) -> Paper:
    """The sheet on its long side."""
    return paper._replace(width=paper.height, height=paper.width)


def _locale_name() -> str:
    for variable in ("LC_ALL", "LC_PAPER", "LANG"):
        if value := os.environ.get(variable):
            return value
    return locale.getlocale()[0] or ""
