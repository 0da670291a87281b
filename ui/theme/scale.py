"""How large the window's words are: a factor that people choose, by which fonts and what holds words grow."""

from ui.settings import read_setting

SCALES = (100, 125, 150, 200)
"""Per cent of the usual size that can be chosen."""

SETTING = "text"

_in_use = [1.0]


def px(length: float) -> int:
    """A length in pixels as it is with the words of the size in use."""
    return round(length * _in_use[0])


def text_scale() -> float:
    """How much larger the words are than usual."""
    return _in_use[0]


def use_text_scale(per_cent: int) -> None:
    """Have everything that is made from now on in this size."""
    _in_use[0] = per_cent / 100


def chosen_text_scale() -> int:
    """The size in per cent that was chosen."""
    stored = read_setting(SETTING, "100")
    return int(stored) if stored in map(str, SCALES) else 100
