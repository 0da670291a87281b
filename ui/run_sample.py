"""`make run`: the app on the sample workshop, or without a display its main job in files."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from ui.command_line.codes import AT_FAULT
from ui.command_line.guard import guarded
from ui.command_line.telling import tell
from ui.start_check import missing_library, why_not_start

BUILD = Path("build")
NO_DISPLAY = "There is no display here, so the sample workshop goes to files instead of a window:"


def main() -> int:
    """Open the sample; the exit code."""
    return guarded(_run)


def _run() -> int:
    windowed = has_display()
    if sentence := why_not_start(os.environ if windowed else {"QT_QPA_PLATFORM": "offscreen"}):
        tell(sentence)
        return AT_FAULT
    if windowed:
        return _with_qt(_open_window)
    sys.stdout.write(f"{NO_DISPLAY}\n{_write_summary()}\n")
    return _with_qt(_take_picture)


def has_display() -> bool:
    """Whether a window can be shown: always but on a Linux without X11 and Wayland."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if not sys.platform.startswith("linux"):
        return True
    if chosen:
        return chosen not in ("offscreen", "minimal")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _with_qt(job: Callable[[], int]) -> int:
    try:
        return job()
    except ImportError as error:
        if not (sentence := missing_library(error)):
            raise
        tell(sentence)
        return AT_FAULT


def _open_window() -> int:
    from ui.app import run
    from ui.sessions import sample_session_file

    return run(sample_session_file())


def _write_summary() -> Path:
    from exports.registry import export_board
    from workshop.board.board import Board
    from workshop.imports.sample import sample_records

    BUILD.mkdir(exist_ok=True)
    path = BUILD / "summary.pdf"
    export_board(Board(sample_records()), path, force=True)
    return path


def _take_picture() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import make_application, make_window
    from ui.pictures import paint_fully
    from workshop.imports.sample import sample_records
    from workshop.session.writing import write_session

    application = make_application()
    session = BUILD / "sample.trilliant"
    write_session(session, sample_records())
    window = make_window(application)
    window.show()
    window.open_path(session)
    path = BUILD / "window.png"
    paint_fully(window)
    window.grab().save(str(path))
    window.close()
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
