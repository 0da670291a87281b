"""The app's own folders: where journals, views and the list of recent sessions lie."""

import os
from pathlib import Path

from platformdirs import user_data_path


def data_folder() -> Path:
    """The app's data folder, made when missing; the environment variable TRILLIANT_HOME puts it elsewhere."""
    chosen = os.environ.get("TRILLIANT_HOME")
    folder = Path(chosen) if chosen else user_data_path("Trilliant", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
