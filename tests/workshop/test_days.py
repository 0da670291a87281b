"""Days that nobody means are refused wherever a card or the session takes one."""

from datetime import date

import pytest

from tests.workshop.method.acting import ME, cards, workshop_of
from workshop.commands.cards import DAYS, change_cards
from workshop.commands.session import change_session
from workshop.errors import InvalidRecordError
from workshop.model.cards import Card


def test_every_field_of_a_card_that_holds_a_day_is_looked_at() -> None:
    assert set(DAYS) == {"asked_until", "due", "needed_by", "lands_on"}
    assert set(DAYS) <= set(Card.__struct_fields__)


@pytest.mark.parametrize("field", list(DAYS))
def test_a_card_takes_no_day_of_the_far_past_and_keeps_the_one_it_has(field: str) -> None:
    workshop = workshop_of(*cards("a"))
    change_cards(workshop, origin=ME, card_ids=["a"], **{field: date(2026, 12, 4)})
    with pytest.raises(InvalidRecordError, match="of 3 March 204 lies too long ago"):
        change_cards(workshop, origin=ME, card_ids=["a"], **{field: date(204, 3, 3)})
    assert getattr(workshop.board.cards["a"], field) == date(2026, 12, 4)
    change_cards(workshop, origin=ME, card_ids=["a"], **{field: None})
    assert getattr(workshop.board.cards["a"], field) is None


def test_a_workshop_is_on_no_day_of_the_far_future() -> None:
    workshop = workshop_of()
    with pytest.raises(InvalidRecordError, match="A workshop of 1 January 2222 lies too far ahead"):
        change_session(workshop, origin=ME, date=date(2222, 1, 1))
    change_session(workshop, origin=ME, date=date(2026, 11, 14))
    assert change_session(workshop, origin=ME, date=None).date is None
