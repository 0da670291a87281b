"""Each finding against the plain restatement of what the model says of it, on random boards."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings

from tests.benchmarks.boards import large_board
from tests.workshop.findings import plain
from tests.workshop.findings.boards import TODAY, planned_boards, telling_boards
from workshop.board.board import Board
from workshop.findings.finding import Finding
from workshop.findings.looking import findings_of
from workshop.findings.table import FINDINGS
from workshop.model.cards import Card
from workshop.model.links import Link
from workshop.visibility import ROOM, visible_to

_MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_the_table_has_fifteen_findings_and_each_is_restated() -> None:
    assert len(FINDINGS) == 15
    assert {kind.id for kind in FINDINGS} == {*plain.PLAIN, "open tension", "unanswered question"}


@_MANY
@given(telling_boards() | planned_boards())
def test_a_finding_holds_exactly_when_the_model_says_so(board: Board) -> None:
    _check(board)


@pytest.mark.parametrize("seed", [1, 2])
def test_it_does_on_a_dense_board_too_whose_paths_nobody_could_count(seed: int) -> None:
    """48 cards with 135 links have tens of millions of simple paths: whoever walked them all would not come back."""
    _check(large_board(48, 135, seed))


def test_what_findings_need_is_imported_when_they_are_looked_for() -> None:
    program = (
        "import sys; import workshop.findings.table, workshop.findings.looking;"
        "sys.exit(' '.join({'networkx', 'rapidfuzz'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.stderr.strip() == ""


@settings(_MANY, max_examples=80)
@given(telling_boards())
def test_no_finding_is_told_twice_and_each_is_a_whole_sentence(board: Board) -> None:
    found = findings_of(visible_to(ROOM, board), TODAY)
    subjects = [finding.subject for finding in found if finding.finding != "one voice"]
    assert len(subjects) == len(set(subjects))
    for finding in found:
        assert finding.sentence.endswith(".")
        assert "{" not in finding.sentence
        assert len(set(finding.cards)) == len(finding.cards)
        assert not {card for card in finding.cards if board.cards[card].hidden}
    weights = [finding.severity.weight for finding in found]
    assert weights == sorted(weights, reverse=True)


def _check(board: Board) -> None:
    found, seen = findings_of(visible_to(ROOM, board), TODAY), _absent(board)
    named = {kind.id: {_named(f) for f in found if f.finding == kind.id} for kind in FINDINGS}
    expected = {kind: restated(seen) for kind, restated in plain.PLAIN.items()}
    hidden = {card.id for card in board.cards.values() if card.hidden}
    expected["open tension"] = plain.open_tension(seen, hidden)
    expected["unanswered question"] = plain.unanswered_question(seen, TODAY)
    assert named == expected


def _named(finding: Finding) -> tuple[str, ...]:
    """What the restatement gives of a finding."""
    cards = tuple(sorted(finding.cards))
    if finding.finding == "one voice":
        return (finding.phase.value, finding.discipline.value, *cards)
    if finding.finding == "nobody leads":
        return (finding.phase.value,)
    if finding.finding == "insight too late":
        return finding.cards[:1]
    if finding.term is not None:
        return (finding.term, *cards)
    if record := finding.measure or finding.tension:
        return (record,)
    return cards


def _absent(board: Board) -> Board:
    """The board as if hidden cards and their links had never been."""
    hidden = {card.id for card in board.cards.values() if card.hidden}
    return Board(
        record
        for record in board.records()
        if not (isinstance(record, Card) and record.hidden)
        and not (isinstance(record, Link) and {record.source, record.target} & hidden)
    )
