"""The frame of an export has room for its choices and its preview with every size of words."""

import pytest

from tests.ui.hands import Hands
from ui.dialogs.export_frame import ExportFrame
from ui.theme.scale import use_text_scale


@pytest.mark.parametrize("action", ["export_pdf", "export_picture"])
def test_with_the_largest_words_in_a_small_window_no_choice_is_cut(
    action: str, sample: Hands, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: use_text_scale(100))
    use_text_scale(200)
    sample.window.resize(1_024, 700)
    sample.window.actions_by_name[action].trigger()
    sample.breathe()
    (frame,) = sample.window.findChildren(ExportFrame)
    area = frame._choices
    assert area.widget().width() <= area.viewport().width()
    assert area.geometry().right() < frame._told.x()
