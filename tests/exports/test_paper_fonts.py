"""Where the fonts for scripts that Inter lacks come from."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.pdf import system_fonts
from workshop.picture import font_files


@pytest.fixture
def forgotten() -> Iterator[None]:
    """What is known of fonts is found anew, before and after."""
    for known in (system_fonts._candidates, system_fonts.font_for):
        known.cache_clear()
    yield
    for known in (system_fonts._candidates, system_fonts.font_for):
        known.cache_clear()


@pytest.mark.usefixtures("forgotten")
def test_fonts_of_packages_come_before_those_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "fontpkg_noto_sans_any" / "files"
    folder.mkdir(parents=True)
    source = Path(font_files.__file__).parents[2] / "resources" / "fonts" / "Inter-Regular.ttf"
    shutil.copy(source, folder / "Any.ttf")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert system_fonts._candidates()[0] == folder / "Any.ttf"


@pytest.mark.usefixtures("forgotten")
def test_the_package_that_our_own_fonts_are_made_from_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fontpkg_inter" / "files").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert tmp_path / "fontpkg_inter" / "files" not in system_fonts.package_folders()
