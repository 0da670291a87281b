"""Journeys through the window as a user; a picture of it is kept when one fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, home, open_window, session_file
from tests.ui.hands import Hands

__all__ = ["home", "open_window", "session_file"]

PICTURES = Path(__file__).parents[2] / "build" / "failed"

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Note on the test whether it failed, for the fixture that keeps the picture."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def traveller(open_window: OpenWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Hands]:
    """Hands on the home screen; what the window shows when the journey fails lies in build/failed."""
    hands = Hands(open_window(), qtbot)
    yield hands
    if request.node.stash.get(FAILED, False):
        PICTURES.mkdir(parents=True, exist_ok=True)
        hands.window.grab().save(str(PICTURES / f"{request.node.name}.png"))
