"""The edge of the projected picture: the prompt, the step and its time, quiet but to be read from the last row."""

from datetime import datetime
from functools import lru_cache

import msgspec

from workshop.facilitation.modes import RULES
from workshop.facilitation.room import Room
from workshop.facilitation.timetable import timer_words
from workshop.model.facilitation import Mode
from workshop.picture.fonts import text_width
from workshop.picture.lines import LINE_HEIGHT, Line, break_lines, one_line
from workshop.picture.palette import Palette
from workshop.picture.plan import Box, Rect, Shape, TextRun, Weight

_WORDS, _TIME = 1 / 40, 1 / 19
"""Heights of letters, as shares of the screen's height."""

_PADDING = 1 / 70
_MOST_LINES = 2
_WITH_HOURS = 2
"""Colons in a time of an hour or more."""

PAUSED = "paused"
"""What stands before the time while the timer stands still; colours alone may be washed out on a wall."""

_STEP_SHARE = 0.26
"""The most of the width that the title of the step takes."""


class EdgeWords(msgspec.Struct, frozen=True):
    """What the edge says; `over` that the step has used up its time, `paused` that its timer stands still.

    `rests`: the room has a break, which is said on the whole screen in place of the board, with the time on the wall
    at which it is `back`; empty while the timer stands still.
    """

    step: str = ""
    prompt: str = ""
    time: str = ""
    over: bool = False
    paused: bool = False
    rests: bool = False
    back: str = ""
    of: str = ""
    """The id of the step that all this is said of."""

    @property
    def shown(self) -> bool:
        """Whether there is anything to say at the edge."""
        return bool(self.step) and not self.rests


def edge_words(room: Room, *, rests: bool = False) -> EdgeWords:
    """What the room is asked now and how long it has; nothing while no step runs.

    `rests` asks for a break on the whole screen; of a step that is none this makes no difference.
    """
    step = room.step
    if step is None or room.running is None:
        return EdgeWords()
    left, ticking = room.left, room.running.ticking
    rests = rests and step.mode is Mode.BREAK
    return EdgeWords(
        step=step.title.strip() or step.mode.value.capitalize(),
        prompt=step.prompt.strip() or ("" if rests else RULES[step.mode].words),
        time=timer_words(left),
        over=left <= 0,
        paused=not ticking,
        rests=rests,
        of=step.id,
        back=_on_the_wall(room.now.wall + left) if rests and ticking else "",
    )


def _on_the_wall(seconds: float) -> str:
    """The clock on the wall at so many seconds since 1970, “11:15”, as the agenda's panel says it."""
    return f"{datetime.fromtimestamp(seconds).astimezone():%H:%M}"


def edge_height(words: EdgeWords, width: float, height: float) -> int:
    """The pixels that the edge takes of a screen of this size; it keeps them while the time runs."""
    if not words.shown:
        return 0
    lines = len(_prompt_lines(words, width, height))
    needed = max(lines * height * _WORDS * LINE_HEIGHT, height * _TIME)
    return round(needed + 2 * height * _PADDING)


def edge_plan(words: EdgeWords, width: float, height: float, palette: Palette) -> tuple[Shape, ...]:
    """The edge as shapes, in pixels of the screen."""
    tall = edge_height(words, width, height)
    if not tall:
        return ()
    top, size = height - tall, height * _WORDS
    line = Box(Rect(0, top, width, 1.0), palette.hairline)
    shapes: list[Shape] = [Box(Rect(0, top, width, tall), palette.panel), line]
    lines = _prompt_lines(words, width, height)
    first = top + (tall - len(lines) * size * LINE_HEIGHT) / 2 + size * 1.03
    for row, (text, taken) in enumerate(lines):
        shapes.append(
            TextRun(_edge_of(height), first + row * size * LINE_HEIGHT, text, size, taken, palette.ink)
        )
    return (*shapes, *_clock(words, width, height, palette))


def _clock(words: EdgeWords, width: float, height: float, palette: Palette) -> tuple[TextRun, ...]:
    """The title of the step, whether it is paused, and its time, at the right."""
    middle = height - edge_height(words, width, height) / 2
    size, large = height * _WORDS, height * _TIME
    time_width = text_width(words.time, large, Weight.SEMIBOLD)
    ink = palette.danger if words.over else palette.muted if words.paused else palette.ink
    right = width - _edge_of(height)
    title, taken = one_line(words.step, width * _STEP_SHARE, size)
    runs = [
        TextRun(
            right - _time_room(words, height) - taken, middle + size * 0.36, title, size, taken, palette.muted
        ),
        TextRun(right - time_width, middle + large * 0.36, words.time, large, time_width, ink, Weight.SEMIBOLD),
    ]
    if words.paused:
        stands = text_width(PAUSED, size)
        left = right - time_width - _gap(height) - stands
        runs.append(TextRun(left, middle + size * 0.36, PAUSED, size, stands, palette.ink))
    return tuple(runs)


def _prompt_lines(words: EdgeWords, width: float, height: float) -> tuple[Line, ...]:
    """As broken as they are while the timer stands still, so that a pause does not move the board."""
    paused = msgspec.structs.replace(words, paused=True)
    return _broken(words.prompt, words.step, width, height, _time_room(paused, height))


@lru_cache(maxsize=8)
def _broken(prompt: str, step: str, width: float, height: float, time_room: float) -> tuple[Line, ...]:
    """The lines of the prompt, found once for all seconds of a step."""
    size = height * _WORDS
    title = one_line(step, width * _STEP_SHARE, size).width
    return break_lines(prompt, width - 3 * _edge_of(height) - time_room - title, size, most=_MOST_LINES)


def _time_room(words: EdgeWords, height: float) -> float:
    """The width kept for the time, the word before it and a gap; a time below an hour has room for every digit."""
    usual = "+00:00" if words.time.count(":") < _WITH_HOURS else f"+{'0' * words.time.index(':')}:00:00"
    room = max(text_width(one, height * _TIME, Weight.SEMIBOLD) for one in (usual, words.time))
    paused = text_width(PAUSED, height * _WORDS) + _gap(height) if words.paused else 0.0
    return room + paused + _edge_of(height)


def _gap(height: float) -> float:
    return height / 72


def _edge_of(height: float) -> float:
    return height / 36
