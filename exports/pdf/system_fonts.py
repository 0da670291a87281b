"""Fonts that know scripts which Inter lacks, of Python packages and of the computer: found when text asks for one."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb

_MOST_FONTS = 3_000
_NEAR, _MOST_OF_THEM = 128, 0.8
"""Scripts have blocks of about so many code points; a font made for one has at least this share of the most."""

_SUFFIXES = (".ttf", ".otf", ".ttc")
_PACKAGES, _OURS = "fontpkg_*/files", "fontpkg_inter"
"""Where packages of fonts keep them beside other packages, and the one that this app's own fonts are made from."""


@lru_cache(maxsize=20_000)
def font_for(text: str) -> hb.Font | None:
    """A font of the computer that can draw all of a few characters, None when there is none.

    The best is one made for the script of the first of them, which has most of the characters near that; many others
    have a few of them. Of several such, Noto comes first.
    """
    able = [path for path in _candidates() if _opened(path) is not None and _has_all(path, text)]
    if not text or not able:
        return None
    near = {path: _near(path, ord(text[0])) for path in able}
    enough = _MOST_OF_THEM * max(near.values())
    return _opened(next(path for path in able if near[path] >= enough))


def covers_all(font: hb.Font, text: str) -> bool:
    """Whether a font has a glyph for each of some characters."""
    return all(font.get_nominal_glyph(ord(character)) is not None for character in text)


def package_folders() -> list[Path]:
    """The folders of installed packages such as fontpkg-noto-sans-arabic, which bring fonts with them."""
    places = {Path(place) for place in sys.path if place}
    found = {folder for place in places for folder in place.glob(_PACKAGES)}
    return sorted(folder for folder in found if folder.parent.name != _OURS)


def font_folders() -> list[Path]:
    """The folders in which this computer usually keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return [windows / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    shared = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    return [*(Path(folder) / "fonts" for folder in shared), home / ".local/share/fonts", home / ".fonts"]


@cache
def _candidates() -> tuple[Path, ...]:
    """Font files, the best first: of packages, then Noto, sans, regular, and by name so that the choice is the same."""
    packaged = sorted(set(_files(package_folders())), key=_rank)
    found = sorted(set(_files(font_folders())), key=_rank)
    return tuple([*packaged, *found][:_MOST_FONTS])


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith(_SUFFIXES):
                    yield Path(root) / name


def _rank(path: Path) -> tuple[bool, bool, bool, bool, str]:
    name = path.stem.lower()
    slanted = any(word in name for word in ("italic", "oblique", "condensed", "mono", "color", "display"))
    bold = "bold" in name or "light" in name or "thin" in name or "black" in name
    return "noto" not in name, slanted, bold, "sans" not in name and "naskh" not in name, str(path)


@cache
def _opened(path: Path) -> hb.Font | None:
    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)))
        drawable = {"glyf", "CFF ", "CFF2"} & set(face.table_tags)
        return hb.Font(face) if drawable and face.glyph_count else None
    except (OSError, hb.HarfBuzzError, ValueError):
        return None


def _has_all(path: Path, text: str) -> bool:
    return _coverage(path).issuperset(map(ord, text))


def _near(path: Path, code: int) -> int:
    """How many code points of a character's block a font has."""
    first = code - code % _NEAR
    return len(_coverage(path).intersection(range(first, first + _NEAR)))


@cache
def _coverage(path: Path) -> frozenset[int]:
    font = _opened(path)
    return frozenset(font.face.unicodes) if font is not None else frozenset()
