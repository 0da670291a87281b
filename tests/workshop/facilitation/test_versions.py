"""Named versions: names for numbers of changes, kept in the file."""

from pathlib import Path

import pytest

from tests.workshop.facilitation.watch import in_the_room
from workshop.commands.cards import add_card
from workshop.commands.versions import END_OF_WORKSHOP, name_version
from workshop.errors import InvalidRecordError, ReadOnlyError
from workshop.model.diamonds import Phase
from workshop.session.opening import OpenSession, create_session, open_session
from workshop.session.reading import read_session


def opened(tmp_path: Path) -> OpenSession:
    return create_session(tmp_path / "s.trilliant", in_the_room()[0].board)


def write(session: OpenSession) -> None:
    add_card(session.workshop, origin="window", phase=Phase.DISCOVER, text="a")


def test_a_version_names_the_last_change_and_survives_reopening(tmp_path: Path) -> None:
    session = opened(tmp_path)
    name_version(session, name="Before the start")
    write(session)
    version = name_version(session)
    write(session)
    assert session.close()
    again = open_session(session.path)
    assert [(one.name, one.seq) for one in again.versions] == [("Before the start", 0), (END_OF_WORKSHOP, 1)]
    assert again.versions[1] == version
    name_version(again, name=" Next  week ")
    assert again.close()
    contents = read_session(session.path)
    assert [one.name for one in contents.versions] == ["Before the start", END_OF_WORKSHOP, "Next week"]
    assert (contents.versions[-1].seq, contents.problems) == (2, ())


def test_all_is_saved_only_once_the_file_has_the_version(tmp_path: Path) -> None:
    session = opened(tmp_path)
    name_version(session)
    assert session.saver is not None
    assert session.saver.wait_saved(5)
    assert (session.saver.state.named, session.saver.state.kept) == (1, 1)
    assert [one.name for one in read_session(session.path).versions] == [END_OF_WORKSHOP]
    assert session.close()


def test_naming_is_no_step_of_undo(tmp_path: Path) -> None:
    session = opened(tmp_path)
    write(session)
    name_version(session)
    session.workshop.undo("window")
    assert not session.workshop.board.cards
    assert session.close()


def test_a_version_needs_a_name_and_a_file_that_may_be_written(tmp_path: Path) -> None:
    session = opened(tmp_path)
    with pytest.raises(InvalidRecordError, match="cannot be empty"):
        name_version(session, name="  ")
    looking = open_session(session.path)
    with pytest.raises(ReadOnlyError, match="you can look"):
        name_version(looking)
    assert session.versions == looking.versions == []
    assert session.close()
