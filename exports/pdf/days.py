"""Dates as paper writes them."""

from datetime import date

from workshop.method.checks import day_words


def day(value: date | None) -> str:
    """A date as people write it: 14 November 2026; empty for none."""
    return day_words(value) if value else ""
