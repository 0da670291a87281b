"""The grammar of the command line: every subcommand with its arguments, and what runs it."""

import argparse
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from ui.command_line import exporting, findings, importing, info, new, sample
from ui.command_line.paper import add_paper_options
from ui.command_line.picture import add_picture_options
from ui.command_line.usage import UsageError
from workshop.findings.finding import Severity

COMMANDS = ("open", "new", "sample", "export", "import", "info", "findings")

_OPTIONS = ("-h", "--help", "--version")
"""What may stand where a command or a file stands."""

_EPILOG = "Without a command the app opens, on FILE if given; a file named like a command is opened as ./NAME."


_SESSION = "a session, or a PDF that carries one"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help.")


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """What the arguments ask for: `command`, its arguments, and `run` for all but `open`.

    Raises UsageError, and SystemExit after --help and --version have printed.
    """
    if not arguments or _is_file(arguments[0]):
        _check_command(arguments)
        arguments = ["open", *arguments]
    elif arguments[0].startswith("-") and arguments[0] not in _OPTIONS:
        raise UsageError(f"There is no option “{arguments[0]}”; see trilliant --help.")
    return _parser().parse_args(arguments)


def _is_file(first: str) -> bool:
    return first == "--" or (first not in COMMANDS and (not first.startswith("-") or first == "-"))


def _check_command(arguments: Sequence[str]) -> None:
    """Raise UsageError where a word that is neither a command nor a file is followed by others."""
    first, *others = arguments or [""]
    if others and first not in ("", "-", "--") and not Path(first).exists():
        raise UsageError(
            f"There is no command and no file “{first}”; the commands are {', '.join(COMMANDS)}; see trilliant --help."
        )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="trilliant",
        description="Triple-diamond workshops for CX and UX people.",
        usage="trilliant [FILE] | trilliant COMMAND ... | trilliant --help | --version",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"trilliant {_version()}")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="trilliant", required=True
    )
    opening = _add(commands, "open", "open the app", run=None)
    opening.add_argument("file", metavar="FILE", type=Path, nargs="?", help=_SESSION)
    adding = _add(commands, "new", "make an empty session", run=new.run)
    _add_target(adding, "FILE")
    adding.add_argument("--title", metavar="T", help="the session's title (otherwise the file's name)")
    _add_target(_add(commands, "sample", "make a session with the sample workshop", run=sample.run), "FILE")
    leaving = _add(
        commands, "export", "write a session as a file of the kind that OUT's name ends in", exporting.run
    )
    leaving.add_argument("file", metavar="FILE", type=Path, help=_SESSION)
    _add_target(leaving, "OUT")
    add_picture_options(leaving)
    add_paper_options(leaving)
    coming = _add(commands, "import", "make a session of a JSON export", run=importing.run)
    coming.add_argument("file", metavar="IN.json", type=Path)
    _add_target(coming, "FILE")
    telling = _add(commands, "info", "tell what is in a session", run=info.run)
    telling.add_argument("file", metavar="FILE", type=Path, help=_SESSION)
    telling.add_argument("--json", action="store_true", help="as JSON")
    _add_findings(commands)
    return parser


def _add_findings(commands: "argparse._SubParsersAction[_Parser]") -> None:
    finding = _add(commands, "findings", "tell which dots nobody connected", run=findings.run)
    finding.add_argument("file", metavar="FILE", type=Path, help=_SESSION)
    finding.add_argument("--json", action="store_true", help="as JSON")
    finding.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=str.lower,
        choices=[severity.value for severity in Severity],
        help=f"exit code {findings.FOUND} when a finding is of this severity (low, medium, high) or above",
    )


def _add(commands: "argparse._SubParsersAction[_Parser]", name: str, words: str, run: object) -> _Parser:
    command = commands.add_parser(
        name, help=words, description=f"{words[0].upper()}{words[1:]}.", allow_abbrev=False
    )
    command.set_defaults(run=run)
    return command


def _add_target(command: argparse.ArgumentParser, name: str) -> None:
    command.add_argument("target", metavar=name, type=Path)
    command.add_argument("--force", action="store_true", help="overwrite what is there")


def _version() -> str:
    try:
        return version("trilliant")
    except PackageNotFoundError:
        return "from source"
