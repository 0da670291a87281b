"""Motion: how long things take to move, nothing when people asked for less of it."""

from ui.settings import read_setting


def motion_ms(milliseconds: int) -> int:
    """So many milliseconds, or 0 where motion is reduced."""
    return 0 if motion_is_reduced() else milliseconds


def motion_is_reduced() -> bool:
    """Whether the user asked for reduced motion, in the settings or by the system's animation setting."""
    return read_setting("motion", "full") == "reduced"
