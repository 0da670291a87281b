"""A flipped bit never ends in an unforeseen error, and never goes unnoticed where it changed a record."""

from pathlib import Path
from random import Random

from workshop.board.board import Board
from workshop.errors import SessionFileError
from workshop.imports.sample import sample_records
from workshop.session.reading import read_session
from workshop.session.writing import write_session

FLIPS = 1_500


def test_a_file_with_a_flipped_bit_opens_with_a_report_or_says_why_not(tmp_path: Path) -> None:
    path = tmp_path / "s.trilliant"
    write_session(path, sample_records())
    whole, expected = path.read_bytes(), Board(sample_records())
    random = Random(11)
    refused = reported = 0
    for _ in range(FLIPS):
        place = random.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[place] ^= 1 << random.randrange(8)
        path.write_bytes(flipped)
        try:
            contents = read_session(path, allow_newer=True)
        except SessionFileError:
            refused += 1
            continue
        reported += bool(contents.problems)
        assert contents.problems or contents.board == expected
    assert reported > refused / 4
