"""Questions to the other side: asking, what is overdue or answered."""

from datetime import date, timedelta

import pytest

from tests.workshop.method.acting import ME, NOW, one_step, workshop_of
from workshop.commands.cards import change_cards
from workshop.commands.questions import ask, take_question_back
from workshop.errors import InvalidRecordError, LockedCardError
from workshop.method.asking import questions_sentence, questions_to
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop

TODAY = NOW.date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def asked(card_id: str, until: date | None, of: Discipline = Discipline.CX, **fields: object) -> Card:
    return Card(id=card_id, text=card_id, kind=CardKind.QUESTION, asked_of=of, asked_until=until, **fields)


def room() -> Workshop:
    return workshop_of(
        Card(id="plain", text="What do people ask?", kind=CardKind.IDEA),
        Card(id="known", text="They ask for proof", hidden=False),
        Card(id="secret", text="hidden answer", hidden=True),
        asked("later", TOMORROW, author="jo", phase=Phase.PILOT),
        asked("today", TODAY),
        asked("late", YESTERDAY),
        asked("whenever", None),
        asked("done", YESTERDAY),
        asked("of ux", YESTERDAY, Discipline.UX),
        asked("unseen", YESTERDAY, hidden=True),
        Link(id="1", source="known", target="done", kind=LinkKind.ANSWERS),
        Link(id="2", source="secret", target="late", kind=LinkKind.ANSWERS),
        Link(id="3", source="today", target="known", kind=LinkKind.ANSWERS),
    )


def test_a_card_is_asked_of_a_side_and_taken_back() -> None:
    workshop = room()
    with one_step(workshop):
        card = ask(workshop, origin=ME, card_id="plain", discipline=Discipline.UX, until=TOMORROW)
    assert (card.kind, card.asked_of, card.asked_until) == (CardKind.QUESTION, Discipline.UX, TOMORROW)
    with one_step(workshop):
        card = take_question_back(workshop, origin=ME, card_id="plain")
    assert (card.kind, card.asked_of, card.asked_until) == (CardKind.QUESTION, None, None)


def test_a_question_needs_one_side_and_a_day_on_which_an_answer_can_come() -> None:
    workshop = room()
    for side, until, says in (
        (Discipline.JOINT, TOMORROW, "answered by nobody"),
        (Discipline.CX, YESTERDAY, "13 November 2026 has passed"),
        (Discipline.CX, date(1, 1, 1), "lies too long ago"),
        (Discipline.CX, date(3000, 1, 1), "lies too far ahead"),
    ):
        with pytest.raises(InvalidRecordError, match=says):
            ask(workshop, origin=ME, card_id="plain", discipline=side, until=until)
    change_cards(workshop, origin=ME, card_ids=["plain"], locked=True)
    with pytest.raises(LockedCardError):
        ask(workshop, origin=ME, card_id="plain", discipline=Discipline.CX)


def test_a_day_that_passed_stays_when_the_other_side_is_asked_instead() -> None:
    workshop = room()
    assert (
        ask(workshop, origin=ME, card_id="late", discipline=Discipline.UX, until=YESTERDAY).asked_until
        == YESTERDAY
    )


def test_each_side_has_its_list_overdue_first_and_answered_last() -> None:
    seen = visible_to(ROOM, room().board)
    found = questions_to(seen, Discipline.CX, TODAY)
    assert [question.card.id for question in found] == ["late", "today", "later", "whenever", "done"]
    assert [question.words for question in found] == [
        "overdue since 13 November 2026",
        "open, by 14 November 2026",
        "open, by 15 November 2026",
        "open",
        "answered",
    ]
    assert questions_sentence(found) == "3 open, 1 overdue, 1 answered"
    assert [question.card.id for question in questions_to(seen, Discipline.UX, TODAY)] == ["of ux"]
    assert questions_sentence([]) == ""
