"""The border of the command line: whatever goes wrong inside becomes one sentence and an exit code."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from ui.command_line.codes import AT_FAULT, FINE, INTERRUPTED, PIPE_CLOSED, USAGE
from ui.command_line.telling import tell
from ui.command_line.usage import UsageError
from workshop.errors import WorkshopError


def guarded(run: Callable[[], int]) -> int:
    """The exit code of a run; errors are told in one sentence on stderr, never as a traceback."""
    _open_closed_streams()
    _make_streams_lenient()
    try:
        code = run()
        sys.stdout.flush()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except UsageError as error:
        tell(str(error))
        return USAGE
    except Exception as error:  # the last line of defence: the user gets a sentence whatever happens
        tell(sentence_of(error))
        return AT_FAULT
    return code


def sentence_of(error: Exception) -> str:
    """What to say of an error."""
    if isinstance(error, WorkshopError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    if isinstance(error, MemoryError):
        return "There is not enough memory for this file."
    return f"An error of the program itself, please report it: {type(error).__name__} ({error})."


def _open_closed_streams() -> None:
    """What is said where there is nowhere to say it goes nowhere, and no file takes the number of a closed stream."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115 - it stays open


def _make_streams_lenient() -> None:
    """A terminal that cannot show a character shows its code instead."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Nobody reads any more; without this Python would complain when it flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
