"""`trilliant findings FILE [--json] [--fail-on SEVERITY]`: the dots that nobody connected."""

import shutil
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap

from ui.command_line.files import code_for, read
from ui.command_line.telling import json_text, seen
from workshop.findings.finding import Finding, Severity
from workshop.model.isolating import unturned
from workshop.visibility import PAPER, visible_to

FOUND = 3
"""The exit code when there is a finding of the severity that `--fail-on` names, or above."""

_WIDEST, _NARROWEST = 120, 40


def run(arguments: Namespace) -> int:
    """Print the findings as a table for people or as JSON for programs. Hidden cards count as absent."""
    from workshop.findings.looking import (
        findings_of,
    )  # late, so that the other commands start as quickly as ever

    contents = read(arguments.file)
    found = findings_of(visible_to(PAPER, contents.board), date.today())
    print(json_text(_plain(found)) if arguments.json else findings_text(found))
    least = Severity(arguments.fail_on).weight if arguments.fail_on else None
    failed = least is not None and any(finding.severity.weight >= least for finding in found)
    return FOUND if failed else code_for(contents)


def findings_text(found: Sequence[Finding]) -> str:
    """The findings under one another, the sentences in a column of their own, and above them how many there are."""
    if not found:
        return "No findings: nothing on this board is left unconnected."
    severities = [finding.severity.value for finding in found]
    titles = [finding.title for finding in found]
    left = max(map(len, severities)) + max(map(len, titles)) + 4
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 0)).columns) - left)
    rows = [_row(f, max(map(len, severities)), max(map(len, titles)), width) for f in found]
    return "\n".join([_sum(found), "", *(line for row in rows for line in row)])


def _row(finding: Finding, severity: int, title: int, width: int) -> Iterator[str]:
    head = f"{finding.severity.value:<{severity}}  {finding.title:<{title}}  "
    for line in wrap(seen(unturned(finding.sentence)), width):
        yield head + line
        head = " " * len(head)


def _sum(found: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in found)
    parts = [f"{counts[severity]:,} {severity.value}" for severity in reversed(Severity) if counts[severity]]
    return f"{len(found):,} {'finding' if len(found) == 1 else 'findings'}: {', '.join(parts)}"


def _plain(found: Sequence[Finding]) -> list[dict[str, object]]:
    return [
        {
            "finding": finding.finding,
            "severity": finding.severity.value,
            "cards": list(finding.cards),
            "sentence": unturned(finding.sentence),
        }
        for finding in found
    ]
