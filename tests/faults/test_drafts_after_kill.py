"""After a kill, a card on which nobody had written yet is gone, and a picture that was just pasted is not."""

import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from workshop.model.cards import Card
from workshop.model.session import Asset
from workshop.session.lock import LockHolder
from workshop.session.opening import open_session
from workshop.session.writing import write_session

MADE = datetime(2026, 11, 14, 9, tzinfo=UTC)


def leave_a_lock(path: Path) -> None:
    """As a program does that was killed."""
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    holder = LockHolder("somebody", platform.node(), gone.pid)
    path.with_name(f".{path.name}.lock").write_bytes(msgspec.json.encode(holder))


def test_a_draft_goes_and_a_pasted_picture_stays(tmp_path: Path) -> None:
    path = tmp_path / "s.trilliant"
    photo = Asset(id="photo", media_type="image/png", data=b"...")
    pasted = Card(id="pasted", image="photo", created=MADE, changed=MADE)
    write_session(path, [photo, pasted, Card(id="draft", created=MADE, changed=MADE), Card(id="old")])
    leave_a_lock(path)
    session = open_session(path)
    assert set(session.workshop.board.cards) == {"pasted", "old"}
    assert session.close()
