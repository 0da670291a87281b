"""The icons: which font file holds the Phosphor set and which character draws an icon of a given name."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from workshop.errors import MissingRecordError


@cache
def icon_font_path() -> Path:
    """The font file of the Phosphor icons, as the package qtawesome ships it; that package is not imported.

    Raises MissingRecordError when the package or its font is not installed.
    """
    return _newest("phosphor-*.ttf")


@cache
def icon_character(name: str) -> str:
    """The character that draws an icon of this name in the icon font. Raises MissingRecordError for no such icon."""
    # The table has 4,470 names, of which a few dozen are used: looking them up in its text spares parsing it.
    table, key = _charmap(), f'"{name}": "'
    place = table.find(key)
    if place < 0:
        raise MissingRecordError(f"There is no icon named “{name}” in {icon_font_path().name}.")
    start = place + len(key)
    return chr(int(table[start : table.index('"', start)], 16))


@cache
def _charmap() -> str:
    return _newest("phosphor-charmap-*.json").read_text(encoding="utf-8")


def _newest(pattern: str) -> Path:
    spec = find_spec("qtawesome")
    folders = spec.submodule_search_locations if spec is not None else None
    found = sorted(path for folder in folders or () for path in (Path(folder) / "fonts").glob(pattern))
    if not found:
        raise MissingRecordError("The icon font is missing; install the package qtawesome again.")
    return found[-1]
