"""Random work on a board: undo takes back one's own and nothing else, and saving loses nothing."""

import tempfile
from pathlib import Path

from hypothesis import settings

from tests.workshop.board_work import BoardWork
from workshop.board.board import Board
from workshop.changes.change_set import Change, ChangeSet, Key, decode_changes, encode_changes
from workshop.changes.reversal import Kept, KeptBecause, Reversal
from workshop.model.cards import Card
from workshop.model.record import Record
from workshop.session.database import SessionDatabase
from workshop.session.journal import JournalEntry
from workshop.session.reading import read_session
from workshop.session.writing import write_session


class WorkAlone(BoardWork):
    """With one person, undo all returns to the start and redo all to the end, the order of the cards included."""

    ORIGINS = ("window",)

    def teardown(self) -> None:
        (me,) = self.ORIGINS
        while self.workshop.redo(me):
            pass
        end = Board(self.board.records())
        while self.workshop.undo(me):
            pass
        assert self.board == Board()
        while self.workshop.redo(me):
            pass
        assert self.board == end
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "board.trilliant"
            write_session(path, end.records())
            assert read_session(path).board == end


class WorkTogether(BoardWork):
    """With several, undo takes back what its own origin wrote and still stands so, and leaves what others did."""

    ORIGINS = ("window", "phone 1", "phone 2")

    def undo_once(self, origin: str) -> Reversal | None:
        before, steps = self.records(), self.workshop.history.since(origin, 0)
        reversal = self.workshop.undo(origin)
        taken = steps[len(self.workshop.history.since(origin, 0)) :]
        if reversal is not None:
            self.looks_right(reversal, taken[0], before)
        assert all(not self.fits(step, before) for step in taken[reversal is not None :])
        return reversal

    def looks_right(self, reversal: Reversal, step: ChangeSet, before: dict[Key, Record]) -> None:
        """Undo touched what the step touched, each field only if it held what the step had written."""
        written = {change.key: change for change in step.changes}
        for key in before.keys() | self.records().keys():
            was, now = before.get(key), self.board.find(*key)
            if was == now:
                continue
            change = written[key]
            if was is not None and now is not None:
                assert change.before is not None
                assert change.after is not None
                for name in changed_fields(was, now):
                    assert getattr(was, name) == getattr(change.after, name)
                    assert getattr(now, name) == getattr(change.before, name)
            else:
                assert (was, now) == (change.after, change.before)
        for kept in reversal.kept:
            self.was_rightly_kept(kept, written)

    def was_rightly_kept(self, kept: Kept, written: dict[Key, Change]) -> None:
        """A card is kept only because others edited or linked it, and it is there."""
        if kept.because is KeptBecause.EDITED:
            assert self.board.card(kept.card) != written["cards", kept.card].after
        else:
            assert self.board.links_of(kept.card)

    def fits(self, step: ChangeSet, now: dict[Key, Record]) -> bool:
        """Whether a card of the step stands as it left it, so that undo has something to do or to tell."""
        cards = [c for c in step.changes if isinstance(c.record, Card)]
        return any(now.get(change.key) == change.after for change in cards)

    def records(self) -> dict[Key, Record]:
        """All records by collection and id."""
        changes = (Change(None, record) for record in self.board.records())
        return {change.key: change.record for change in changes}

    def teardown(self) -> None:
        self.the_file_and_the_journal_get_the_same_board()
        for origin in self.ORIGINS:
            touched = {change.key for heard in self.heard if heard.origin == origin for change in heard.changes}
            before = self.records()
            while self.undo_once(origin):
                self.the_graph_equals_a_rebuilt_one()
                self.every_link_joins_two_cards_and_stands_once()
            after = self.records()
            assert {key: record for key, record in before.items() if key not in touched} == {
                key: record for key, record in after.items() if key not in touched
            }
        self.the_file_and_the_journal_get_the_same_board()

    def the_file_and_the_journal_get_the_same_board(self) -> None:
        """The change sets as they are stored make the same board again, in the same order."""
        replayed = Board()
        for heard in self.heard:
            replayed.apply(decode_changes(encode_changes(heard.changes)))
        assert replayed == self.board
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "board.trilliant"
            guid = write_session(path, [])
            stat = path.stat()
            database = SessionDatabase(path, guid, (stat.st_dev, stat.st_ino))
            ids = ["", *(heard.id for heard in self.heard)]
            numbered = enumerate(zip(ids, self.heard, strict=False), 1)
            database.commit(JournalEntry(seq, previous, heard) for seq, (previous, heard) in numbered)
            database.close()
            contents = read_session(path)
        assert contents.problems == ()
        assert contents.board == self.board


def changed_fields(was: Record, now: Record) -> list[str]:
    """The names of the fields in which two records differ."""
    return [name for name in was.__struct_fields__ if getattr(was, name) != getattr(now, name)]


TestWorkAlone = WorkAlone.TestCase
TestWorkAlone.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestWorkTogether = WorkTogether.TestCase
TestWorkTogether.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
