"""The day that documents compare dates with when they are exported now."""

from datetime import date, datetime


def export_day() -> date:
    """Today, where this machine is."""
    return datetime.now().astimezone().date()
