"""What the fault tests begin with."""

from pathlib import Path

import pytest

from workshop.session.writing import write_session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty session file."""
    made = tmp_path / "s.trilliant"
    write_session(made, [])
    return made
