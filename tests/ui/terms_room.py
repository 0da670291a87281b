"""What the tests of terms share: the panel opened, cards to find words on, and the terms there are."""

from tests.ui.hands import Hands
from ui.panels.terms.page import TermsPage
from workshop.commands.cards import add_card
from workshop.method.records import records_of
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.terms import Term


def terms_page(hands: Hands) -> TermsPage:
    hands.bot.waitUntil(lambda: hands.desk.panel.tabs.count() > 1)
    hands.desk.panelling.open("terms")
    hands.breathe()
    page = hands.desk.panel._page("terms")
    assert isinstance(page, TermsPage)
    return page


def new_card(hands: Hands, text: str, discipline: Discipline) -> Card:
    workshop = hands.desk.session.workshop
    card = add_card(workshop, origin="me", phase=Phase.DISCOVER, text=text, discipline=discipline)
    hands.breathe()
    return card


def terms_in(hands: Hands) -> list[Term]:
    return list(records_of(hands.board, Term).values())
