"""Grab every view and page into build/pictures; exit with 1 and a list when a label is clipped or overlaps."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path("build/pictures")
SIZES = ((1280, 720), (1600, 1000))
DOUBLE = "--double"


def main() -> int:
    """Make all pictures; 1 if something is wrong in one."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(QT_QPA_PLATFORM="offscreen", HOME=home)
        double = DOUBLE in sys.argv
        problems = _problems(Path(home), double)
        if not double:
            problems += _doubled()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _problems(home: Path, double: bool) -> list[str]:
    """Make the pictures of both themes; what is wrong in them."""
    from PySide6.QtCore import QSize

    from tests.pictures.paper import picture_pages
    from tests.pictures.stage import Stage
    from tests.pictures.views import WALK
    from ui.app import make_application

    application = make_application()
    problems: list[str] = []
    folder = FOLDER / "double" if double else FOLDER
    folder.mkdir(exist_ok=True)
    for width, height in SIZES[:1] if double else SIZES:
        for dark in (False, True):
            sessions = home / f"{width}-{dark}"
            sessions.mkdir()
            os.environ["TRILLIANT_HOME"] = str(sessions / "data")
            stage = Stage(application, folder, sessions, dark=dark, size=QSize(width, height))
            for view in WALK:
                view(stage)
            stage.close()
            problems += stage.problems
    if not double:
        print(f"{picture_pages(folder)} pages and the views are in {folder}")
    return problems


def _doubled() -> list[str]:
    """The same once at 200 %, in a process of its own, since Qt takes the scale at its start."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.pictures", DOUBLE],
        env={**os.environ, "QT_SCALE_FACTOR": "2"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = [line for line in ran.stderr.splitlines() if not line.startswith("This plugin does not support")]
    return [f"200 %: {line}" for line in lines] if ran.returncode else []


if __name__ == "__main__":
    sys.exit(main())
