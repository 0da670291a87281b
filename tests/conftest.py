"""What all tests share: a data folder of their own, and nothing left running behind them."""

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    # The same examples at each run of a commit; new ones are searched for where people can look at what they find.
    settings.load_profile("ci")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="module", autouse=True)
def nothing_old_looked_through() -> None:
    """Let no search for garbage look through all that earlier modules made: each test of the window does so."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the app's data, and the documents of whoever runs the tests, out of it."""
    folder = tmp_path_factory.mktemp("trilliant")
    monkeypatch.setenv("TRILLIANT_HOME", str(folder / "data"))
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(folder / "home" / "Documents"))
    return folder


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread behind."""
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not thread.name.startswith("pytest")
    ]
    for thread in left:
        thread.join(5)
    assert not [thread.name for thread in left if thread.is_alive()]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A session file of the sample workshop; tests of the window have one in which it is open."""
    from workshop.imports.sample import sample_records
    from workshop.session.writing import write_session

    path = tmp_path / "sample.trilliant"
    write_session(path, sample_records())
    return path
