"""The palette for every eye: words and marks stand out, and colours that mean something stay apart."""

from itertools import combinations

import pytest

from tests.workshop.colour_science import DEFICIENCIES, ciede2000, contrast, distance
from workshop.picture.palette import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Palette

PALETTES = pytest.mark.parametrize(
    "palette", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK], ids=["light", "dark", "high light", "high dark"]
)
EYES = pytest.mark.parametrize("eye", ["", *DEFICIENCIES], ids=lambda eye: eye or "all colours")

TEXT, MARK, HIGH_TEXT = 4.5, 3.0, 7.0

ACCENTS_APART, FILLS_APART, LINKS_APART = 10.0, 3.0, 4.0
"""CIEDE2000: accents are plain at a glance, fills lie side by side, and links differ by their line style as well."""


def test_distances_are_those_of_the_published_pairs() -> None:
    pairs = (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    )
    for one, other, published in pairs:
        assert ciede2000(one, other) == pytest.approx(published, abs=1e-4)


@PALETTES
def test_words_can_be_read_on_what_they_stand_on(palette: Palette) -> None:
    least = HIGH_TEXT if palette.high else TEXT
    poor = [
        f"{words} {one} on {other}: {contrast(one, other):.2f}"
        for words, one, other in _texts(palette)
        if contrast(one, other) < least
    ]
    assert not poor


@PALETTES
def test_marks_and_lines_can_be_seen(palette: Palette) -> None:
    poor = [
        f"{words} {one} on {other}: {contrast(one, other):.2f}"
        for words, one, other in _marks(palette)
        if contrast(one, other) < MARK
    ]
    assert not poor


@PALETTES
@EYES
def test_disciplines_stay_apart_for_every_eye(palette: Palette, eye: str) -> None:
    accents = {discipline: colours.accent for discipline, colours in palette.disciplines.items()}
    fills = {discipline: colours.fill for discipline, colours in palette.disciplines.items()}
    assert not _too_near(accents, ACCENTS_APART, eye)
    assert not _too_near(fills, FILLS_APART, eye)


@PALETTES
@EYES
def test_links_stay_apart_for_every_eye(palette: Palette, eye: str) -> None:
    names = ("link", "supports", "answers", "depends", "tension", "same")
    assert not _too_near({name: getattr(palette, name) for name in names}, LINKS_APART, eye)


def _too_near(colours: dict[str, str], least: float, eye: str) -> list[str]:
    return [
        f"{one} and {other}: {apart:.1f}"
        for one, other in combinations(colours, 2)
        if (apart := distance(colours[one], colours[other], eye)) < least
    ]


def _texts(p: Palette) -> list[tuple[str, str, str]]:
    grounds = (p.ground, p.panel, p.raised)
    found = [(words, getattr(p, words), ground) for words in ("ink", "muted") for ground in grounds]
    found += [("on strong", p.on_strong, p.strong), ("danger", p.danger, p.panel)]
    found += [
        ("link words", p.selection, p.panel),
        ("good", p.good, p.panel),
        ("warning", p.warning, p.warning_fill),
    ]
    for name, discipline in p.disciplines.items():
        found += [(f"{name} ink", discipline.ink, discipline.fill), (f"{name} text", p.ink, discipline.fill)]
    for diamond, tints in p.diamonds.items():
        found += [(f"{diamond} ink", tints.ink, tints.tint), (f"{diamond} on ground", tints.ink, p.ground)]
    for group, colours in p.groups.items():
        found.append((f"{group} ink", colours.ink, colours.tint))
    return found


def _marks(p: Palette) -> list[tuple[str, str, str]]:
    lines = ("selection", "thread", "link", "supports", "answers", "depends", "tension", "same")
    tints = [p.ground, *(diamond.tint for diamond in p.diamonds.values())]
    found = [(name, getattr(p, name), tint) for name in lines for tint in tints]
    for name, discipline in p.disciplines.items():
        found += [(f"{name} accent", discipline.accent, tint) for tint in (*tints, discipline.fill, p.panel)]
    return found
