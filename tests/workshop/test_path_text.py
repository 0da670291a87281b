"""Paths as text: whatever bytes a name has, a file of the app can keep it, and it is found again."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.session.journal import ShadowJournal, journal_home, journal_path
from workshop.session.lock import SessionLock, holder_of
from workshop.session.path_text import path_in, path_text

pytestmark = pytest.mark.skipif(os.name != "posix", reason="names of files are no bytes here")

NAMES = st.binary(min_size=1, max_size=20).map(lambda name: name.replace(b"\0", b"0").replace(b"/", b"%"))


@given(st.lists(NAMES, min_size=1, max_size=3))
def test_every_path_comes_back_from_its_text(names: list[bytes]) -> None:
    path = Path(os.fsdecode(b"/" + b"/".join(names)))
    text = path_text(path)
    assert text.encode().decode() == text
    assert path_in(text) == path


@given(st.text(min_size=1, max_size=20).filter(lambda name: "\0" not in name))
def test_a_path_that_is_utf_8_is_its_own_text(name: str) -> None:
    path = Path("/home") / name
    assert path_text(path) == str(path)


def test_the_journal_of_a_session_with_an_odd_name_knows_where_that_lies(tmp_path: Path) -> None:
    session = tmp_path / os.fsdecode(b"\xff.trilliant")
    try:
        session.touch()
    except OSError:
        pytest.skip("no such names here")
    journal = journal_path(tmp_path, "guid", session)
    ShadowJournal(journal, "guid", session).close()
    assert journal_home(journal) == session


def test_a_lock_names_who_has_it_though_their_name_is_not_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", os.fsdecode(b"J\xf6rg"))
    lock = SessionLock(tmp_path / "s.trilliant", tmp_path)
    holder = holder_of(tmp_path / "s.trilliant")
    assert holder is not None
    assert holder.who == "J\N{REPLACEMENT CHARACTER}rg"
    lock.release()
