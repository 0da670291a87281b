"""Dates as paper writes them, for people and in the file."""

from datetime import date, datetime

from workshop.method.checks import day_words


def day(value: date | None) -> str:
    """A date as people write it: 14 November 2026; empty for none."""
    return day_words(value) if value else ""


def pdf_date(moment: datetime) -> str:
    """A moment of UTC as PDF files say it (ISO 32000-2, 7.9.4): D:20261114093000+00'00'."""
    return f"D:{moment.year:04}{moment:%m%d%H%M%S}+00'00'"
