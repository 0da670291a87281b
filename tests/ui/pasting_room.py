"""What the tests of pasting share: a clean clipboard, many lines, and the preview that shows them first."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands
from ui.pasting.preview_sheet import PreviewSheet

MANY = "\n".join(f"card {number}" for number in range(30))
"""More lines than become cards unasked."""


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: QApplication) -> Iterator[None]:
    """Nothing of one test is left for the next."""
    yield
    QGuiApplication.clipboard().clear()


def sheet_of(hands: Hands) -> PreviewSheet:
    """The preview, once it is there."""
    hands.bot.waitUntil(lambda: hands.desk.findChild(PreviewSheet) is not None)
    return hands.desk.findChild(PreviewSheet)
