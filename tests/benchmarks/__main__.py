"""Run every measure, print tables, and write the same to build/bench.json."""

import importlib
import json
import sys
from pathlib import Path

MEASURES = (
    "start",
    "canvas",
    "memory",
    "saving",
    "pdf",
    "pictures",
    "pasting",
    "findings",
    "panels",
    "presenting",
    "attachment",
)


def main() -> None:
    """Run the measures named on the command line, or all."""
    rows: list[dict[str, object]] = []
    for name in sys.argv[1:] or MEASURES:
        measured = importlib.import_module(f"tests.benchmarks.{name}").measure()
        rows.extend(measured)
        _print(measured)
    path = Path("build") / "bench.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(rows, indent=1) + "\n")
    sys.stdout.write(f"{path}\n")


def _print(rows: list[dict[str, object]]) -> None:
    for row in rows:
        against = f"{row['ratio']} × {row['baseline']} {row['unit']}" if row.get("ratio") else ""
        sys.stdout.write(
            f"{row['cards']:>7}  {row['name']:<44} {row['median']:>9} {row['unit']}   "
            f"worst {row['worst']:>9} {row['unit']}   {against}{_further(row)}\n"
        )
    sys.stdout.flush()


def _further(row: dict[str, object]) -> str:
    """What a measure tells besides times."""
    known = {"name", "cards", "median", "worst", "unit", "baseline", "ratio"}
    return "".join(f"   {name}: {value}" for name, value in row.items() if name not in known)


if __name__ == "__main__":
    main()
