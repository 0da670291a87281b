"""Nothing of a hidden card gets out: not into any export, and not through anything that a viewer asks for."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from exports.clipboard import card_lines, card_table, cards_json, shown_cards, table_html, table_tsv
from exports.registry import EXPORTERS, export_board
from tests.workshop.facilitation.watch import Watch, in_the_room
from tests.workshop.strategies import boards
from workshop.board.board import Board
from workshop.board.searching import Haystack
from workshop.board.threads import threads_of
from workshop.errors import ExportError
from workshop.facilitation.closing import closing_check
from workshop.facilitation.results import result_of
from workshop.facilitation.rounds import cards_to_vote_on, options_seen, rounds_of
from workshop.findings.looking import findings_of
from workshop.method.disagreement import disagreements_of
from workshop.method.question_text import questions_text
from workshop.model.cards import Anonymity, Card, CardKind, Discipline, Evidence
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote, VotingRound
from workshop.model.links import Link
from workshop.model.people import FormerParticipant, Participant
from workshop.model.record import Record
from workshop.model.session import SESSION_ID, Session
from workshop.visibility import PAPER, PROJECTOR, ROOM, Viewer, ViewerKind, Visible, visible_to

TODAY = date(2026, 11, 14)
SECRET_WORDS = ("zebra", "quagga", "okapi", "tapir", "axolotl", "Xanthippe", "wombat")
SOMEBODY = Viewer(ViewerKind.PARTICIPANT, "somebody else")
LIMITED = (ROOM, PROJECTOR, PAPER, SOMEBODY)
WHOLE = {".json"}
"""Exports that are the owner's whole copy, hidden cards included, as their documentation says."""


@st.composite
def boards_with_secrets(draw: st.DrawFn) -> Board:
    """Boards on which at least one card is hidden; all that hidden cards say is words that nothing else says."""
    base = draw(boards(most_cards=5))
    cards = [*base.cards.values()] or [Card(id="one")]
    cards[0] = replace(cards[0], hidden=True)
    secret = {card.id for card in cards if card.hidden}
    others = [_without_secrets(record, secret) for record in base.records() if not isinstance(record, Card)]
    writer = Participant(id="writer of secrets", name="Xanthippe Wombat")
    return Board([*others, writer, *(_secret(card) if card.hidden else card for card in cards)])


def _secret(card: Card) -> Card:
    return replace(
        card, text="zebra", tags=("quagga",), author="writer of secrets", channel="axolotl", rationale="tapir",
        evidence=Evidence(note="okapi"), fists=(), decided_by=(), owner=None,
    )  # fmt: skip


def _without_secrets(record: Record, secret: set[str]) -> Record:
    touches = isinstance(record, Link) and {record.source, record.target} & secret
    return replace(record, note="tapir") if touches else record


def told(words: str) -> set[str]:
    return {secret for secret in SECRET_WORDS if secret.casefold() in words.casefold()}


@settings(max_examples=60, deadline=None)
@given(boards_with_secrets(), st.sampled_from(LIMITED))
def test_no_viewer_is_told_of_a_hidden_card(board: Board, viewer: Viewer) -> None:
    visible = visible_to(viewer, board)
    secret = {card.id for card in board.cards.values() if card.hidden}
    assert not secret & {card.id for card in visible.cards()}
    assert not secret & {end for link in visible.links() for end in (link.source, link.target)}
    assert not secret & {vote.card for vote in visible.votes()}
    assert not secret & {card for thread in threads_of(visible) for card in thread.cards}
    assert not secret & {found.card for found in disagreements_of(visible)}
    assert not secret & set(cards_to_vote_on(visible, None))
    assert not [card for card in secret if visible.author_words(board.card(card))]
    assert not [card for card in secret if visible.author_initials(board.card(card))]
    assert not told("".join(visible.words(board.card(card), 60) for card in secret))
    assert not _found(visible)
    assert not _counted(visible, secret)


def _found(visible: Visible) -> set[str]:
    findings = findings_of(visible, TODAY)
    sentences = " ".join(one.sentence for one in (*findings, *closing_check(visible, findings)))
    haystack = Haystack(visible)
    return told(sentences) | {word for word in SECRET_WORDS if haystack.find(word)}


def _counted(visible: Visible, secret: set[str]) -> set[str]:
    counted: set[str] = set()
    for one in rounds_of(visible.board):
        result = result_of(visible, one)
        counted |= set(options_seen(visible, one)) | {row.card for row in (result.rows if result else ())}
    return counted & secret


@settings(max_examples=40, deadline=None)
@given(boards_with_secrets())
def test_no_table_and_no_clipboard_holds_a_hidden_card(board: Board) -> None:
    cards = shown_cards(board, set(board.cards))
    table = card_table(board, cards) or [[]]
    assert not told(card_lines(cards) + table_tsv(table) + table_html(table))
    assert not told(cards_json(board, set(board.cards), PAPER).decode())
    with tempfile.TemporaryDirectory() as folder:
        for extension in [one for one in EXPORTERS if one not in WHOLE and not one.endswith(".pdf")]:
            path = Path(folder) / f"out{extension}"
            try:
                export_board(board, path)
            except ExportError as refused:  # a board too wide for a picture
                assert not told(str(refused))
                continue
            assert not told(path.read_bytes().decode("utf-8-sig", "replace")), extension


@settings(max_examples=8, deadline=None)
@given(boards_with_secrets())
def test_no_page_holds_a_hidden_card(board: Board) -> None:
    assert not told(_pages(board))


def _pages(board: Board) -> str:
    """The words of all exports on pages, with those of their outlines."""
    words = ""
    with tempfile.TemporaryDirectory() as folder:
        for extension in [one for one in EXPORTERS if one.endswith(".pdf")]:
            path = Path(folder) / f"out{extension}"
            export_board(board, path)
            reader = PdfReader(path)
            words += "".join(page.extract_text() for page in reader.pages) + str(reader.outline)
    return words


def test_the_secrets_are_told_to_those_who_may_know_them() -> None:
    """So that the tests above can fail: the same questions, asked for an open card, are answered."""
    board = Board(
        [Participant(id="writer of secrets", name="Xanthippe Wombat"), _secret(Card(id="c", hidden=False))]
    )
    visible = visible_to(ROOM, board)
    assert told(visible.words(board.card("c"), 40)) == {"zebra"}
    assert visible.author_words(board.card("c")) == "Xanthippe Wombat"
    assert visible.author_initials(board.card("c")) == "XW"
    table = card_table(board, shown_cards(board, {"c"}))
    assert table is not None
    assert told(table_tsv(table)) >= {"zebra", "quagga", "okapi"}


def test_what_is_shown_of_authors_is_the_less_of_the_card_and_the_running_step() -> None:
    workshop, _ = in_the_room(
        *(Card(id=shown.value, text="t", author="maja", owner="maja", anonymity=shown) for shown in Anonymity)
    )
    board = workshop.board

    def words(viewer: Viewer) -> list[str]:
        visible = visible_to(viewer, board)
        return [visible.author_words(card) for card in board.cards.values()]

    for viewer in LIMITED:
        assert words(viewer) == ["Maja Jensen", "CX", ""]
    assert (
        words(Viewer(ViewerKind.ARCHIVE))
        == words(Viewer(ViewerKind.PARTICIPANT, "maja"))
        == ["Maja Jensen"] * 3
    )
    step = board.collection("agenda_steps")["vote"]
    with workshop.transact("change step", "window") as transaction:
        transaction.put(replace(step, anonymity=Anonymity.DISCIPLINE_ONLY))
    workshop.room.start("vote")
    for viewer in LIMITED:
        assert words(viewer) == ["CX", "CX", ""]
        assert Haystack(visible_to(viewer, board)).find("Jensen") == []
    workshop.room.stop()
    assert words(ROOM) == ["Maja Jensen", "CX", ""]


def test_a_peek_shows_the_text_of_hidden_cards_and_no_more_of_authors() -> None:
    board = Board([*in_the_room()[0].board.records(), Card(id="c", text="zebra", hidden=True, author="maja",
                   anonymity=Anonymity.NONE)])  # fmt: skip
    peek = visible_to(Viewer(ViewerKind.PEEK), board)
    assert told(peek.words(board.card("c"), 40)) == {"zebra"}
    assert peek.author_words(board.card("c")) == ""
    assert [card.id for card in visible_to(PROJECTOR, board).cards()] == []


def test_an_open_round_is_kept_from_every_ranking() -> None:
    vote = Vote(id="v", card="c", round="r", voter="maja", dots=3, discipline=Discipline.CX)
    workshop, _ = in_the_room(Card(id="c", text="t"), vote, watch=Watch())
    with workshop.transact("open", "window") as transaction:
        transaction.put(VotingRound(id="r", cards=("c",)))
    assert list(visible_to(ROOM, workshop.board).votes()) == []
    assert list(visible_to(ROOM, workshop.board).votes(voting_as="maja")) == [vote]
    with workshop.transact("end", "window") as transaction:
        transaction.put(VotingRound(id="r", cards=("c",), ended=True))
    assert list(visible_to(ROOM, workshop.board).votes()) == [vote]


def test_no_export_names_the_author_of_an_anonymous_card() -> None:
    card = Card(
        id="c", text="plain words", kind=CardKind.QUESTION, phase=Phase.DISCOVER, author="secret writer",
        asked_of=Discipline.UX, anonymity=Anonymity.DISCIPLINE_ONLY,
    )  # fmt: skip
    writer = Participant(id="secret writer", name="Xanthippe Wombat", discipline=Discipline.CX)
    gone = FormerParticipant(participant="secret writer", name="Xanthippe Wombat")
    for board in (Board([writer, card]), Board([Session(id=SESSION_ID, former=(gone,)), card])):
        assert not told(table_tsv(card_table(board, shown_cards(board, {"c"})) or [[]]))
        assert not told(questions_text(visible_to(ROOM, board), Discipline.UX, TODAY))
        assert not told(_pages(board)) or board.participants, (
            "the list of participants alone may name the writer"
        )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "out.questions.csv"
            export_board(board, path)
            assert b"plain words" in path.read_bytes()
            assert not told(path.read_text("utf-8-sig"))
