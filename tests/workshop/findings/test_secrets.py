"""What must not show: hidden cards in any finding, and names and words deciding what is found."""

from hypothesis import given, settings
from msgspec.structs import replace

from tests.workshop.findings.boards import TODAY, telling_boards
from tests.workshop.findings.renaming import renamed
from workshop.board.board import Board
from workshop.findings.finding import Finding
from workshop.findings.looking import findings_in_steps, findings_of
from workshop.imports.sample import sample_records
from workshop.model.cards import Card
from workshop.model.links import Link
from workshop.visibility import ARCHIVE, PAPER, ROOM, visible_to

WORDS = "two words, one thing"


@settings(max_examples=60, deadline=None)
@given(telling_boards())
def test_a_hidden_card_is_as_if_it_had_never_been(board: Board) -> None:
    hidden = {card.id for card in board.cards.values() if card.hidden}
    taken_up = {card for tension in board.collection("tensions").values() for card in _positions(tension)}
    for viewer in (ROOM, PAPER):
        found = findings_of(visible_to(viewer, board), TODAY)
        if hidden & taken_up:
            assert not {card for finding in found for card in finding.cards} & hidden
        else:
            assert found == findings_of(visible_to(ARCHIVE, _without(board, hidden)), TODAY)


@settings(max_examples=60, deadline=None)
@given(telling_boards())
def test_no_sentence_has_words_of_a_hidden_card(board: Board) -> None:
    secret = [
        replace(c, text=f"zebra {c.text}", tags=("zebra",)) if c.hidden else c for c in board.cards.values()
    ]
    others = [record for record in board.records() if not isinstance(record, Card)]
    found = findings_of(visible_to(ROOM, Board([*others, *secret])), TODAY)
    assert not any("zebra" in finding.sentence for finding in found)


def test_a_tension_over_a_hidden_card_is_not_told_of() -> None:
    records = sample_records()
    open_ = [f.tension for f in findings_of(visible_to(PAPER, Board(records)), TODAY) if f.tension]
    assert open_
    tension = Board(records).collection("tensions")[open_[0]]
    turned = [replace(r, hidden=True) if r.id == _positions(tension)[0] else r for r in records]
    assert open_[0] not in [f.tension for f in findings_of(visible_to(PAPER, Board(turned)), TODAY)]


def test_every_id_and_every_word_of_the_sample_may_change_and_the_findings_stay() -> None:
    records = sample_records()
    other, new_id = renamed(records)
    before, after = (_told_and_dismissed(Board(each)) for each in (records, other))
    assert [_as_named(finding, new_id) for finding in before] == [_plainly(finding) for finding in after]
    assert len(before) >= 10
    assert not {f.sentence for f in before if f.cards} & {f.sentence for f in after if f.cards}


def _told_and_dismissed(board: Board) -> list[Finding]:
    """All but those about words; a dismissal does not know its cards under other names."""
    found = [f for step in findings_in_steps(visible_to(PAPER, board), TODAY) for f in step]
    return [finding for finding in found if finding.finding != WORDS]


def _plainly(finding: Finding) -> tuple[object, ...]:
    return finding.finding, finding.severity, finding.cards, finding.offers, finding.phase, finding.discipline


def _as_named(finding: Finding, new_id: dict[str, str]) -> tuple[object, ...]:
    return _plainly(replace(finding, cards=tuple(new_id[card] for card in finding.cards)))


def _positions(tension: object) -> list[str]:
    return [position.card for position in tension.positions]


def _without(board: Board, hidden: set[str]) -> Board:
    return Board(
        record
        for record in board.records()
        if not (isinstance(record, Card) and record.id in hidden)
        and not (isinstance(record, Link) and {record.source, record.target} & hidden)
    )
