"""The documents of the house: what they name and link to is there, and the map of it is one page."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = [ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md")]
DOCUMENTS += sorted((ROOT / "docs").glob("*.md"))

ONE_PAGE = 75
"""Lines that the map of the house has at most."""

_PLACE = re.compile(r"`((?:workshop|exports|ui|resources|tests)(?:/\w+)+)`")
_LINK = re.compile(r"\]\(([^)#:]*)(?:#([^)]*))?\)")


def _headings(document: Path) -> set[str]:
    found = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in found}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_place_in_the_house_that_is_named_is_there(document: Path) -> None:
    named = _PLACE.findall(document.read_text(encoding="utf-8"))
    assert [place for place in named if not any(map(Path.exists, _files(place)))] == []


def _files(place: str) -> tuple[Path, Path]:
    return ROOT / place, ROOT / f"{place}.py"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    for path, heading in _LINK.findall(document.read_text(encoding="utf-8")):
        target = document.parent / path if path else document
        assert target.exists(), path
        assert not heading or heading in _headings(target), (path, heading)


def test_the_map_of_the_house_is_one_page() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= ONE_PAGE
