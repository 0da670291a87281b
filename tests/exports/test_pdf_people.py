"""Somebody who was taken off the list is still named on paper where cards name them."""

from pathlib import Path

from tests.exports.boards import ORIGIN, card, new_workshop, person
from tests.exports.reading import all_text, exported, squeezed
from workshop.commands.people import remove_participant
from workshop.model.cards import CardKind, Discipline


def test_owners_and_deciders_who_left_are_named_and_their_decision_counts_as_signed_by_both(
    tmp_path: Path,
) -> None:
    workshop = new_workshop()
    maja, jo = person(workshop, "Maja Jensen"), person(workshop, "Jo Whitfield", Discipline.UX)
    card(workshop, "Brief support", kind=CardKind.ACTION, owner=maja.id)
    card(workshop, "Go on", kind=CardKind.DECISION, decided_by=(maja.id, jo.id))
    remove_participant(workshop, origin=ORIGIN, participant_id=maja.id)
    text = squeezed(all_text(exported(workshop.board, tmp_path)))
    assert squeezed("Maja Jensen (no longer listed)") in text
    assert squeezed("1 signed by CX and UX") in text
