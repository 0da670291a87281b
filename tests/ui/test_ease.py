"""Larger words, more contrast and less motion: chosen from the menu, held at once, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton

from tests.pictures.widget_checks import problems_of
from tests.ui.hands import ALT, Hands, Key
from ui import motion
from ui.motion import desktop_reduces, motion_ms
from ui.settings import read_setting
from ui.theme.scale import px, use_text_scale
from ui.theme.theme import Contrast, Theme
from workshop.picture.palette import HIGH_DARK, HIGH_LIGHT, LIGHT


@pytest.fixture(autouse=True)
def usual_size() -> object:
    """Words are of the usual size again afterwards."""
    yield
    use_text_scale(100)


def test_the_menu_makes_words_larger_at_once_and_for_good(sample: Hands) -> None:
    before = sample.desk.top_bar.title.fontMetrics().height()
    _choose(sample, "Text 150 %")
    assert px(100) == 150
    assert sample.desk.top_bar.title.fontMetrics().height() > before * 1.3
    assert read_setting("text", "") == "150"
    assert Theme(QApplication.instance()).text == 150  # type: ignore[arg-type]
    assert sample.canvas.hasFocus()


@pytest.mark.parametrize("per_cent", [125, 150, 200])
def test_no_word_is_clipped_at_any_size_on_a_small_screen(sample: Hands, per_cent: int) -> None:
    sample.window.resize(1280, 720)
    sample.window._theme.choose_text(per_cent)
    card = next(card for card in sample.cards if not card.hidden)
    for chosen in ({card.id}, {card.id for card in sample.cards}, set()):
        sample.state.select(chosen)
        sample.settle()
        sample.bot.waitUntil(lambda: problems_of(sample.window) == [])
    sample.desk.act("toggle_outline")
    sample.settle()
    sample.bot.waitUntil(lambda: problems_of(sample.window) == [])


def test_high_contrast_is_another_palette_light_and_dark(sample: Hands) -> None:
    _choose(sample, "Contrast High")
    assert sample.canvas.looks == HIGH_LIGHT
    sample.window.toggle_theme()
    assert sample.canvas.looks == HIGH_DARK
    sample.window._theme.choose_contrast(Contrast.NORMAL)
    sample.window.toggle_theme()
    assert sample.canvas.looks == LIGHT


def test_high_contrast_follows_the_system(sample: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = sample.window._theme
    monkeypatch.setattr("ui.theme.theme._system_wants_contrast", lambda: True)
    theme._apply()
    assert theme.palette == HIGH_LIGHT
    theme.choose_contrast(Contrast.NORMAL)
    assert theme.palette == LIGHT


def test_reduced_motion_is_chosen_and_taken_back(sample: Hands) -> None:
    assert motion_ms(100) == 100
    _choose(sample, "Motion Reduced")
    assert motion_ms(100) == 0
    _choose(sample, "Motion As the system")
    assert motion_ms(100) == 100


def test_motion_follows_the_system(monkeypatch: pytest.MonkeyPatch, own_data_folder: Path) -> None:
    monkeypatch.setattr(motion, "system_reduces", lambda: True)
    assert motion_ms(100) == 0


@pytest.mark.parametrize(
    ("name", "text", "reduces"),
    [
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
    ],
)
def test_the_settings_of_desktops_are_read(tmp_path: Path, name: str, text: str, reduces: bool) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text)
    assert desktop_reduces(tmp_path) is reduces


def test_the_panel_shows_its_page_after_the_colours_changed(sample: Hands) -> None:
    sample.window.toggle_theme()
    sample.breathe()
    sample.bot.waitUntil(sample.desk.panel.session.isVisible)


def test_the_top_bar_keeps_its_buttons_when_words_are_large(sample: Hands) -> None:
    sample.window.resize(1280, 720)
    sample.window._theme.choose_text(200)
    sample.settle()
    export = sample.window.findChild(QPushButton, "exportPdf")
    corner = export.mapTo(sample.window, export.rect().bottomRight())
    assert corner.x() < 1280


def _choose(hands: Hands, name: str) -> None:
    hands.press(Key.Key_T, ALT, on=hands.window)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == name).trigger()
    menu.close()
    hands.breathe()


def test_icons_grow_with_the_words(sample: Hands) -> None:
    def sizes() -> dict[str, int]:
        buttons = [
            b for b in sample.desk.findChildren(QAbstractButton) if b.isVisible() and not b.icon().isNull()
        ]
        return {button.accessibleName() or button.text(): button.iconSize().width() for button in buttons}

    before = sizes()
    assert before["Select"] == 22
    sample.window._theme.choose_text(200)
    sample.breathe()
    after = sizes()
    for name in ("Select", "New card", "Menu", "Zoom in", "Fit everything"):
        assert after[name] == 2 * before[name], name
    sample.window._theme.choose_text(100)
