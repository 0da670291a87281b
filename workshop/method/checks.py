"""Checks that the method's intents share: what is out of range is refused in a sentence that says what is possible."""

import math
from collections.abc import Iterable
from datetime import date

from workshop.board.board import Board
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.model.text import clean_line
from workshop.translation import day_in_words

LONGEST_LINE = 400
"""Characters of a name, title, unit or word."""

LARGEST = 1e12
"""No measure of a workshop counts further, above zero or below; what is larger is a slip of the finger."""

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
"""Days outside of these are slips of the finger: no measure, sprint or question of a workshop lies there."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """A day as people write it: 14 November 2026."""
    return day_in_words(day, f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


def day_words_short(day: date) -> str:
    """A day with three letters of its month: 14 Nov 2026."""
    return day_in_words(day, f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}")


def checked_day(what: str, day: date | None) -> date | None:
    """The day itself. Raises InvalidRecordError for one before EARLIEST or after LATEST."""
    if day is not None and not EARLIEST <= day <= LATEST:
        when = "too long ago" if day < EARLIEST else "too far ahead"
        raise InvalidRecordError(
            f"{what} of {day_words(day)} lies {when}; choose a day between {EARLIEST.year} and {LATEST.year}."
        )
    return day


def checked_number(what: str, number: float | None) -> float | None:
    """The number as float. Raises InvalidRecordError for infinity, what is no number, and beyond LARGEST."""
    if number is None:
        return None
    if not math.isfinite(number):
        raise InvalidRecordError(f"{what} must be a number.")
    if abs(number) > LARGEST:
        raise InvalidRecordError(
            f"{what} goes up to a million millions, above zero or below; count in a larger unit."
        )
    return float(number)


def checked_line(what: str, text: str, *, needed: bool = False) -> str:
    """The text cleaned, on one line. Raises InvalidRecordError when it is overlong, or `needed` and empty."""
    cleaned = clean_line(text)
    if needed and not cleaned:
        raise InvalidRecordError(f"{what} cannot be empty.")
    if len(cleaned) > LONGEST_LINE:
        raise InvalidRecordError(f"{what} has at most {LONGEST_LINE} characters.")
    return cleaned


def checked_whole(what: str, number: int | None, least: int, most: int) -> int | None:
    """The number itself. Raises InvalidRecordError when it is no whole number from `least` to `most`."""
    if number is not None and not (isinstance(number, int) and least <= number <= most):
        raise InvalidRecordError(f"{what} goes from {least} to {most} in whole numbers, so not {number}.")
    return number


def checked_person(board: Board, participant_id: str | None) -> str | None:
    """The id itself. Raises MissingRecordError when nobody in the session has it."""
    if participant_id is not None and participant_id not in board.participants:
        raise MissingRecordError("This participant is no longer in the session.")
    return participant_id


def checked_people(board: Board, participant_ids: Iterable[str]) -> tuple[str, ...]:
    """The ids, each once. Raises MissingRecordError when one is nobody's."""
    found = dict.fromkeys(participant_ids)
    for participant_id in found:
        checked_person(board, participant_id)
    return tuple(found)


def checked_cards(board: Board, card_ids: Iterable[str]) -> tuple[str, ...]:
    """The ids of cards, each once. Raises MissingRecordError when one is no longer on the board."""
    return tuple(dict.fromkeys(board.card(card_id).id for card_id in card_ids))
