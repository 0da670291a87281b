"""The views of voting and deciding: a round from its form to its result, a decision, fingers, actions, and the end."""

from tests.pictures import boards
from tests.pictures.stage import Stage
from ui.panels.deciding.page import DecidingPage
from ui.panels.voting.page import VotingPage
from workshop.commands.deciding import show_fist
from workshop.commands.voting import end_round, give_dot, remove_round, start_round, tally_hands
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase

_QUESTION = "Which problem do we solve first?"
_ROUND = 7
_FINGERS = (5, 4, 2, 3, 5)


def voting(stage: Stage) -> None:
    """The form, somebody's turn with the chip above the board, a show of hands, and the result to its end."""
    stage.open("sample", boards.sample())
    desk, workshop = stage.desk, stage.desk.session.workshop
    desk.board_actions.show_problem()
    desk.panelling.open("voting")
    stage.take("voting-list")
    defined = [card.id for card in desk.canvas.scene.visible.cards() if card.phase is Phase.DEFINE]
    made = start_round(workshop, origin="window", card_ids=defined[:_ROUND], question=_QUESTION, limit=2)
    desk.act("next_voter")
    give_dot(workshop, origin="window", round_id=made.id, card_id=defined[1], voter=desk.state.voting_as or "")
    desk.act("who_speaks")
    while desk.panel.behind:
        stage.settle()
    stage.take("voting-turn")
    desk.state.vote_as(Discipline.UX)
    tally_hands(
        workshop, origin="window", round_id=made.id, card_id=defined[0], discipline=Discipline.CX, hands=3
    )
    page = stage.window.findChild(VotingPage)
    assert page is not None
    stage.settle()
    page.rows.go_to(f"vote:{defined[0]}")
    stage.take("voting-hands")
    for place, person in enumerate(workshop.board.participants):
        give_dot(workshop, origin="window", round_id=made.id, card_id=defined[place % 4], voter=person)
    end_round(workshop, origin="window", round_id=made.id)
    stage.settle()
    page.open(made.id)
    stage.take("voting-result")
    page.rows.go_to(page.rows.keys[-1])
    stage.take("voting-take-on")
    page.close_round()
    remove_round(workshop, origin="window", round_id=made.id)


def deciding(stage: Stage) -> None:
    """The list with its actions and parked cards, a card that is decided on, fingers, and the end of the workshop."""
    desk, workshop = stage.desk, stage.desk.session.workshop
    desk.panelling.open("deciding")
    stage.take("deciding-list")
    page = stage.window.findChild(DecidingPage)
    assert page is not None
    for kind in ("action", "parked"):
        page.rows.go_to(next(key for key in page.rows.keys if key.startswith(f"{kind}:")))
        stage.take(f"deciding-{kind}")
    cards = list(desk.canvas.scene.visible.cards())
    need = next(card for card in cards if card.kind is CardKind.NEED)
    desk.panelling.open("deciding", f"decide:{need.id}")
    stage.take("deciding-card")
    decision = next(card for card in cards if card.kind is CardKind.DECISION)
    for person, fingers in zip(workshop.board.participants, _FINGERS, strict=False):
        show_fist(workshop, origin="window", card_id=decision.id, participant=person, fingers=fingers)
    desk.panelling.open("deciding", decision.id)
    stage.take("deciding-fingers")
    desk.act("close_workshop")
    stage.take("deciding-end")
    desk.panelling.open("chosen")
