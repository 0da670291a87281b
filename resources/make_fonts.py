"""Makes the static weights of Inter beside this file from the variable font of the package fontpkg-inter.

Screen, paper and HarfBuzz must all read the same static TrueType files, and cutting one takes seconds, so the
results are kept in the repository. Run `make fonts` after an update of fontpkg-inter.
"""

from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
OPTICAL_SIZE = 14


def make_fonts(folder: Path) -> None:
    """Write Inter-Regular, Inter-SemiBold and Inter-Bold into a folder."""
    source = Path(str(files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf"))
    for name, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(source), {"wght": weight, "opsz": OPTICAL_SIZE})
        _rename(font, name)
        font.save(folder / f"Inter-{name}.ttf")


def _rename(font: TTFont, weight: str) -> None:
    """Give the instance a family of its own, so that an Inter of the system is never taken instead."""
    names = {1: f"Trilliant Inter {weight}", 2: "Regular", 4: f"Trilliant Inter {weight}"}
    names |= {6: f"TrilliantInter-{weight}", 16: None, 17: None, 25: None}
    for name_id, text in names.items():
        font["name"].removeNames(nameID=name_id)
        if text:
            font["name"].setName(text, name_id, 3, 1, 0x409)
            font["name"].setName(text, name_id, 1, 0, 0)


if __name__ == "__main__":
    make_fonts(Path(__file__).parent / "fonts")
