"""Actions, votes and wins as sections of the summary."""

from datetime import date
from pathlib import Path

from exports.pdf.content import content_of
from exports.pdf.summary import summary_paper
from exports.pdf.votes_section import MOST_ROWS, results
from tests.exports.boards import card, new_workshop, person
from tests.exports.geometry import assert_inside, assert_no_overlaps
from tests.exports.method_boards import put
from tests.exports.reading import all_text, exported, laid_out, outline_titles
from workshop.model.cards import CardKind, Discipline
from workshop.model.facilitation import Vote, VotingRound
from workshop.workshop import Workshop


def voted(count: int, *, ended: bool = True) -> Workshop:
    """A workshop with a round over so many cards; CX likes the first ones, UX the last ones."""
    workshop = new_workshop()
    cards = [card(workshop, f"option {place}") for place in range(count)]
    put(workshop, VotingRound(id="r", question="What hurts?", cards=tuple(c.id for c in cards), ended=ended))
    for place, one in enumerate(cards):
        given = ((Discipline.CX, count - place), (Discipline.UX, place + 1))
        put(
            workshop,
            *(
                Vote(id=f"{side}-{place}", card=one.id, round="r", voter=f"{side}", discipline=side, dots=dots)
                for side, dots in given
            ),
        )
    return workshop


def test_a_round_is_told_with_its_question_dots_and_sides(tmp_path: Path) -> None:
    text = " ".join(all_text(exported(voted(3).board, tmp_path, sections=("votes",))).split())
    for words in ("What hurts?", "1 round, 12 dots", "3 CX, 1 UX", "CX and UX differ most on"):
        assert words in text


def test_an_open_round_is_no_result() -> None:
    assert results(content_of(voted(3, ended=False).board)) == []
    assert len(results(content_of(voted(3).board))) == 1


def test_of_many_cards_the_first_are_drawn_and_the_rest_counted(tmp_path: Path) -> None:
    text = all_text(exported(voted(MOST_ROWS + 4).board, tmp_path, sections=("votes",)))
    assert "and 4 more" in text


def test_bars_of_any_round_lie_within_the_margins() -> None:
    for count in (1, 2, 9, 40):
        pages = laid_out(voted(count).board)[1]
        assert_inside(pages, summary_paper("A4"))
        assert_no_overlaps(pages)


def test_actions_say_owner_date_and_whether_they_are_done(tmp_path: Path) -> None:
    workshop = new_workshop()
    owner = person(workshop, "Ada Open")
    card(workshop, "late", kind=CardKind.ACTION, owner=owner.id, due=date(2026, 11, 1))
    card(workshop, "finished", kind=CardKind.ACTION, done=True)
    card(workshop, "loose", kind=CardKind.ACTION)
    text = " ".join(all_text(exported(workshop.board, tmp_path, sections=("actions",))).split())
    for words in (
        "2 open, 1 overdue, 1 done",
        "Ada Open",
        "1 November 2026, overdue",
        "nobody yet",
        "no date yet",
    ):
        assert words in text
    assert text.index("late") < text.index("finished")


def test_wins_are_told_with_who_wrote_them(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "it worked at last", kind=CardKind.WIN, author=person(workshop, "Tomo Sato").id)
    reader = exported(workshop.board, tmp_path, sections=("wins",))
    assert "it worked at last" in all_text(reader)
    assert "Tomo Sato" in all_text(reader)
    assert outline_titles(reader) == ["Wins"]
