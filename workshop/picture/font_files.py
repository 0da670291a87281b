"""Where the bundled fonts lie."""

from pathlib import Path

import resources
from workshop.picture.plan import Weight


def font_path(weight: Weight) -> Path:
    """The TrueType file of a weight of Inter."""
    return Path(resources.__path__[0]) / "fonts" / f"Inter-{weight.value}.ttf"


def font_bytes(weight: Weight) -> bytes:
    """The contents of that file."""
    return font_path(weight).read_bytes()
