"""The icons: which font file holds the Phosphor set and which character draws an icon of a given name."""

import json
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
    """The character that draws an icon in the icon font. Raises MissingRecordError for an unknown name."""
    if (code := _characters().get(name)) is None:
        raise MissingRecordError(f"There is no icon named “{name}” in {icon_font_path().name}.")
    return chr(code)


@cache
def _characters() -> dict[str, int]:
    table: dict[str, str] = json.loads(_newest("phosphor-charmap-*.json").read_text(encoding="utf-8"))
    return {name: int(code, 16) for name, code in table.items()}


def _newest(pattern: str) -> Path:
    spec = find_spec("qtawesome")
    folders = spec.submodule_search_locations if spec is not None else None
    found = sorted(path for folder in folders or () for path in (Path(folder) / "fonts").glob(pattern))
    if not found:
        raise MissingRecordError("The icon font is missing; install the package qtawesome again.")
    return found[-1]
