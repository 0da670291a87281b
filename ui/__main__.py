"""The program: `trilliant` and `python -m ui`. Only opening the app loads Qt."""

import sys
from collections.abc import Sequence
from pathlib import Path

from ui.command_line.codes import AT_FAULT
from ui.command_line.files import check_is_file
from ui.command_line.guard import guarded
from ui.command_line.parser import parsed
from ui.command_line.telling import tell
from ui.start_check import missing_library, why_not_start
from workshop.errors import SessionFileError


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments (by default those of the process) ask for; the exit code."""
    return guarded(lambda: _run(sys.argv[1:] if argv is None else argv))


def _run(arguments: Sequence[str]) -> int:
    chosen = parsed(arguments)
    code: int = chosen.run(chosen) if chosen.run else _open_app(chosen.file)
    return code


def _open_app(path: Path | None) -> int:
    if path is not None:
        check_is_file(path, SessionFileError)
    if sentence := why_not_start():
        tell(sentence)
        return AT_FAULT
    try:
        from ui.app import run
    except ImportError as error:
        if not (sentence := missing_library(error)):
            raise
        tell(sentence)
        return AT_FAULT
    return run(path)


if __name__ == "__main__":
    sys.exit(main())
