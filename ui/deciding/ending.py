"""The end of a workshop: the summary on paper beside the session, and a version with a name."""

from datetime import datetime
from pathlib import Path

from ui.canvas.canvas import Canvas
from workshop.commands.versions import END_OF_WORKSHOP, name_version
from workshop.model.text import clean_line, short

_LETTERS = 60
"""Letters of the title in the name of the file."""


def end_workshop(canvas: Canvas) -> Path | None:
    """Name the version and begin to write the summary; the file, or None when an export runs already or it is refused.

    No file is ever replaced: where there is one of this name, the next gets a number.
    """
    from ui.main_window import MainWindow

    window = canvas.window()
    assert isinstance(window, MainWindow)
    assert window.desk is not None
    if window.exporting:
        canvas.state.message.emit("An export is running; wait for it or cancel it first.")
        return None
    canvas.writing.end()
    session = window.desk.session
    version = canvas.state.do(lambda: name_version(session))
    if version is None:
        return None
    path = free_path(session.path.parent, session.workshop.board.session.title or session.path.stem)
    window.export_to(path)
    canvas.state.closed_at = version.at
    canvas.state.message.emit(
        f"The session as it is at {clock_words(version.at)} is named “{END_OF_WORKSHOP}” now; its summary is being "
        "written beside it."
    )
    return path


def clock_words(moment: datetime) -> str:
    """A moment on the clock here: 12:04."""
    return f"{moment.astimezone():%H:%M}"


def free_path(folder: Path, title: str) -> Path:
    """Where the summary of a workshop goes: a name that no file in the folder has."""
    words = f"{short(clean_line(title), _LETTERS)} - {END_OF_WORKSHOP}"
    safe = "".join(letter if letter.isalnum() or letter in " -_." else "_" for letter in words)
    path, number = folder / f"{safe}.pdf", 2
    while path.exists():
        path, number = folder / f"{safe} {number}.pdf", number + 1
    return path
