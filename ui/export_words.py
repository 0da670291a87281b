"""What people are told of a written export besides that it is there: characters without a font, words too small."""

from typing import Any


def warnings_of(report: Any) -> tuple[str, ...]:
    """Sentences about what an exporter reported; none of an export that keeps no report."""
    missing = len(getattr(report, "missing", ()))
    advice = getattr(report, "advice", "")
    return (*([_without_font(missing)] if missing else ()), *([advice] if advice else ()))


def _without_font(missing: int) -> str:
    if missing == 1:
        return "One character is in no font here; it stands as a box with its code point."
    return f"{missing} characters are in no font here; they stand as boxes with their code points."
