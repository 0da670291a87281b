"""What the board notes of measures and tensions, and the drawing plan of the lines below the names of phases."""

from collections.abc import Mapping

import msgspec

from workshop.model.diamonds import Phase, diamond_of
from workshop.picture.board_plan import centred, phase_header
from workshop.picture.geometry import BoardLayout
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect, TextRun, Weight

_SIZE = 16.0
_BELOW = 26.0
_AROUND = 12.0


class BoardNotes(msgspec.Struct, frozen=True):
    """Sentences by phase, and by the ids of links “in tension with” the words that stand on them."""

    phases: dict[Phase, str] = {}
    links: dict[str, str] = {}


def phase_notes_plan(notes: Mapping[Phase, str], layout: BoardLayout, palette: Palette) -> list[TextRun]:
    """A line for each note, below the cue of its phase as it is seen from near."""
    return [
        _note(phase, words, layout, palette)
        for phase, words in notes.items()
        if phase in layout.columns and words
    ]


def note_place(phase: Phase, layout: BoardLayout, palette: Palette, *words: str) -> Rect:
    """The place that a note takes with any of these words."""
    rects = [_note(phase, one, layout, palette).rect for one in words if one]
    place = phase_header(phase, layout, palette)[1].rect
    for rect in rects:
        place = place.united(rect)
    return place.grown(_AROUND)


def _note(phase: Phase, words: str, layout: BoardLayout, palette: Palette) -> TextRun:
    cue = phase_header(phase, layout, palette)[1]
    ink = palette.diamonds[diamond_of(phase).name].ink
    return centred(cue.x + cue.width / 2, cue.baseline + _BELOW, words, _SIZE, ink, weight=Weight.SEMIBOLD)
