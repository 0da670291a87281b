"""Grab every view and page into build/pictures; exit with 1 and a list when a label is clipped or overlaps."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path("build/pictures")
SIZES = ((1280, 720), (1600, 1000))
SCALED = "--scaled"
SCALES = (("2", (1280, 720)), ("1.5", (1280, 720)), ("1", (3840, 2160)))
"""Scales and sizes of which each view is pictured once more, light and dark."""


def main() -> int:
    """Make all pictures; 1 if something is wrong in one."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(QT_QPA_PLATFORM="offscreen", HOME=home)
        if SCALED in sys.argv:
            scale, width, height = sys.argv[sys.argv.index(SCALED) + 1].split(",")
            problems = _problems(Path(home), FOLDER / f"scale-{scale}-{width}", ((int(width), int(height)),))
        else:
            problems = _problems(Path(home), FOLDER, SIZES)
            print(f"{_pages()} pages and the views are in {FOLDER}")
            problems += [problem for scale, size in SCALES for problem in _scaled(scale, size)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _problems(home: Path, folder: Path, sizes: tuple[tuple[int, int], ...]) -> list[str]:
    """Make the pictures of both themes; what is wrong in them."""
    from PySide6.QtCore import QSize

    from tests.pictures.stage import Stage
    from tests.pictures.views import WALK
    from ui.app import make_application

    application = make_application()
    problems: list[str] = []
    folder.mkdir(exist_ok=True)
    for width, height in sizes:
        for dark in (False, True):
            sessions = home / f"{width}-{dark}"
            sessions.mkdir()
            os.environ["TRILLIANT_HOME"] = str(sessions / "data")
            stage = Stage(application, folder, sessions, dark=dark, size=QSize(width, height))
            for view in WALK:
                view(stage)
            stage.close()
            problems += stage.problems
    return problems


def _pages() -> int:
    from tests.pictures.paper import picture_pages

    return picture_pages(FOLDER)


def _scaled(scale: str, size: tuple[int, int]) -> list[str]:
    """The same at another scale, in a process of its own, since Qt takes the scale at its start."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.pictures", SCALED, f"{scale},{size[0]},{size[1]}"],
        env={**os.environ, "QT_SCALE_FACTOR": scale}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = [line for line in ran.stderr.splitlines() if not line.startswith("This plugin does not support")]
    return [f"scale {scale}: {line}" for line in lines] if ran.returncode else []


if __name__ == "__main__":
    sys.exit(main())
