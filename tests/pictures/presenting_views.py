"""The views of presenting: the facilitator's window with the bar, the projector beside it, and the panel of frames."""

import time

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from tests.pictures import boards
from tests.pictures.stage import PATIENCE, Stage
from tests.workshop.facilitation.watch import Watch
from ui.present.looks import ProjectorLooks
from ui.present.presenting import Presenting
from ui.present.screens import Place, Screens
from ui.window_state import ORIGIN
from workshop.commands.agenda import add_step, change_step, enter_step
from workshop.commands.voting import end_round, start_round, tally_hands
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode
from workshop.visibility import PROJECTOR, visible_to

SIZES = ((1280, 720), (1600, 1000), (1920, 1080))


class _Second(Screens):
    """A second screen of a size."""

    size = SIZES[-1]

    def other_than(self, window: QWidget) -> Place | None:
        return Place(QRect(4_000, 0, *self.size))


def presenting(stage: Stage) -> None:
    """What the room sees and what the facilitator has, on projectors of several sizes and in their colours."""
    stage.open("sample", boards.sample())
    stage.desk.act("show_frames")
    stage.take("frames-panel")
    for size in SIZES:
        shown = _begin(stage, size)
        tag = f"{size[0]}x{size[1]}"
        stage.desk.act("show_problem")
        _take_both(stage, shown, f"presenting-follow-{tag}")
        shown.show_in_parts()
        _take_both(stage, shown, f"presenting-parts-{tag}")
        for number in range(1, 4):
            shown.next_frame()
            _take_both(stage, shown, f"presenting-frame-{number}-{tag}")
        stage.desk.act("end_presenting")
    _in_the_light(stage)
    _looks(stage)
    _results(stage)
    _break(stage)
    stage.desk.running.stop_agenda()


def _in_the_light(stage: Stage) -> None:
    """The spotlight on a phase and on a card, the laser, the picture frozen, and black."""
    shown, state = _begin(stage, SIZES[-1]), stage.desk.state
    state.choose_phase(Phase.EXPLORE)
    shown.spotlight()
    _take_both(stage, shown, "presenting-phase")
    cards = [card for card in state.workshop.board.cards.values() if not card.hidden]
    state.select({cards[6].id})
    shown.spotlight()
    shown.use_laser()
    rect = shown.projector.board.scene.cards.rect(cards[6].id)
    assert rect is not None
    shown.projector.point(rect.centre)
    _take_both(stage, shown, "presenting-laser")
    shown.freeze()
    shown.blacken()
    _take_both(stage, shown, "presenting-black")
    stage.desk.act("end_presenting")
    state.select()


def _looks(stage: Stage) -> None:
    """The colours for bad projectors, with a step that has overrun its time."""
    shown = _begin(stage, SIZES[-1])
    stage.desk.act("show_solution")
    for looks in (ProjectorLooks.HIGH, ProjectorLooks.HIGH_DARK):
        shown.choose_looks(looks)
        _take_both(stage, shown, f"presenting-{looks.value.replace(', ', '-').replace(' ', '-')}")
    shown.choose_looks(ProjectorLooks.WINDOW)
    stage.desk.act("end_presenting")


def _results(stage: Stage) -> None:
    """The result of a vote on projectors of several sizes and in their colours, and the panel that shows it."""
    workshop = stage.desk.session.workshop
    cards = [card.id for card in visible_to(PROJECTOR, workshop.board).cards() if card.phase is not None][:14]
    voting_round = start_round(
        workshop, origin=ORIGIN, question="What do we take to the pilot first?", card_ids=cards, dots=5
    )
    for side, hands in ((Discipline.CX, (6, 4, 0, 3, 1, 0, 2)), (Discipline.UX, (1, 5, 5, 0, 1, 3, 2))):
        for card, number in zip(cards, hands, strict=False):
            tally_hands(
                workshop, origin=ORIGIN, round_id=voting_round.id, card_id=card, discipline=side, hands=number
            )
    end_round(workshop, origin=ORIGIN, round_id=voting_round.id)
    stage.desk.act("show_voting")
    stage.desk.panelling.open("voting", voting_round.id)
    for size in SIZES:
        shown = _begin(stage, size)
        shown.result.show(voting_round.id)
        _take_both(stage, shown, f"presenting-result-{size[0]}x{size[1]}")
        for looks in (ProjectorLooks.DARK, ProjectorLooks.HIGH, ProjectorLooks.HIGH_DARK):
            shown.choose_looks(looks)
            _take_both(stage, shown, f"presenting-result-{looks.value.replace(', ', '-').replace(' ', '-')}")
        shown.choose_looks(ProjectorLooks.WINDOW)
        stage.desk.act("end_presenting")


def _break(stage: Stage) -> None:
    """A break on projectors of several sizes, while it is paused, and once it is over."""
    workshop, watch = stage.desk.session.workshop, Watch()
    workshop.room.clock = watch
    step = add_step(workshop, origin=ORIGIN, title="Coffee", minutes=15, mode=Mode.BREAK)
    enter_step(workshop, origin=ORIGIN, step_id=step.id)
    workshop.room.resume()
    for size in ((1024, 768), SIZES[-1]):
        shown = _begin(stage, size)
        _take_both(stage, shown, f"presenting-break-{size[0]}x{size[1]}")
        workshop.room.pause()
        _take_both(stage, shown, f"presenting-break-paused-{size[0]}x{size[1]}")
        workshop.room.resume()
        stage.desk.act("end_presenting")
    change_step(workshop, origin=ORIGIN, step_id=step.id, prompt="There is fruit on the terrace.")
    shown = _begin(stage, SIZES[-1])
    watch.wait(workshop.room.left + 70)
    stage.desk.state.timer.look()
    _take_both(stage, shown, "presenting-break-over")
    stage.desk.act("end_presenting")


def _begin(stage: Stage, size: tuple[int, int]) -> Presenting:
    screens = _Second(stage.desk)
    screens.size = size
    stage.desk.presenting.screens = screens
    room = stage.desk.session.workshop.room
    if room.running is None:
        room.start()
        room.pause()
    stage.desk.act("present")
    shown = stage.desk.presenting.presenting
    assert shown is not None
    return shown


def _take_both(stage: Stage, shown: Presenting, name: str) -> None:
    """Both windows, painted in full."""
    stage.settle()
    until = time.monotonic() + PATIENCE
    while shown.waits or not shown.projector.at_rest:
        shown.projector.update()
        QCoreApplication.processEvents()
        assert time.monotonic() < until, "The projector is not painted in full."
    stage.take(name)
    stage.keep(f"{name}-projector", shown.projector)
