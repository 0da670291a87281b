"""The projector's colours, chosen apart from the window's: bad projectors wash out what a laptop shows well."""

from enum import StrEnum

from ui.settings import read_setting, write_setting
from workshop.picture.palette import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Palette

_SETTING = "projector"


class ProjectorLooks(StrEnum):
    """What can be chosen for the projector."""

    WINDOW = "window"
    LIGHT = "light"
    DARK = "dark"
    HIGH = "high contrast"
    HIGH_DARK = "high contrast, dark"


WORDS = {
    ProjectorLooks.WINDOW: "As this window",
    ProjectorLooks.LIGHT: "Light",
    ProjectorLooks.DARK: "Dark",
    ProjectorLooks.HIGH: "High contrast",
    ProjectorLooks.HIGH_DARK: "High contrast, dark",
}

_PALETTES = {
    ProjectorLooks.LIGHT: LIGHT,
    ProjectorLooks.DARK: DARK,
    ProjectorLooks.HIGH: HIGH_LIGHT,
    ProjectorLooks.HIGH_DARK: HIGH_DARK,
}


def chosen_looks() -> ProjectorLooks:
    """What was chosen last."""
    stored = read_setting(_SETTING, ProjectorLooks.WINDOW.value)
    return ProjectorLooks(stored) if stored in list(ProjectorLooks) else ProjectorLooks.WINDOW


def choose_looks(looks: ProjectorLooks) -> None:
    """Remember another choice."""
    write_setting(_SETTING, looks.value)


def projector_palette(window: Palette) -> Palette:
    """The projector's colours beside a window in these."""
    return _PALETTES.get(chosen_looks(), window)
