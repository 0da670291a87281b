"""A clock that tests turn by hand, and a workshop with an agenda that reads it."""

from datetime import UTC, datetime, timedelta

from workshop.board.board import Board
from workshop.facilitation.clock import Moment
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Mode
from workshop.model.ids import seeded_ids
from workshop.model.people import Participant
from workshop.workshop import Workshop

NINE = datetime(2026, 11, 14, 9, 0, tzinfo=UTC)

STEPS = (
    AgendaStep(id="write", title="Write", order=0, minutes=10, mode=Mode.WRITE_SILENTLY, phase=Phase.DISCOVER),
    AgendaStep(id="share", title="Share", order=1, minutes=20, mode=Mode.SHARE, phase=Phase.DISCOVER),
    AgendaStep(id="vote", title="Vote", order=2, minutes=5, mode=Mode.VOTE, phase=Phase.DISCOVER),
    AgendaStep(id="decide", title="Decide", order=3, minutes=15, mode=Mode.DECIDE, phase=Phase.DEFINE),
)

PEOPLE = (
    Participant(id="maja", name="Maja Jensen", discipline=Discipline.CX),
    Participant(id="amir", name="Amir Khan", discipline=Discipline.CX),
    Participant(id="jo", name="Jo Whitfield", discipline=Discipline.UX),
    Participant(id="tomas", name="Tomas Silva", discipline=Discipline.UX),
)


class Watch:
    """A fake clock; `wait` lets time pass, `set_wall` sets the clock on the wall, `sleep` closes the lid."""

    def __init__(self, *, sleepless: bool = True, boot: str = "boot") -> None:
        self.moment = Moment(1_000.0, NINE.timestamp(), boot, sleepless)

    def __call__(self) -> Moment:
        return self.moment

    def wait(self, seconds: float) -> None:
        """Let all clocks run on."""
        m = self.moment
        self.moment = m._replace(steady=m.steady + seconds, wall=m.wall + seconds)

    def sleep(self, seconds: float) -> None:
        """Let the machine sleep: the steady clock runs on only where it is sleepless."""
        m = self.moment
        steady = m.steady + (seconds if m.sleepless else 0)
        self.moment = m._replace(steady=steady, wall=m.wall + seconds)

    def set_wall(self, by: float) -> None:
        """Turn the clock on the wall."""
        self.moment = self.moment._replace(wall=self.moment.wall + by)

    def reboot(self, away: float) -> None:
        """Start the machine anew: the steady clock begins again."""
        m = self.moment
        self.moment = m._replace(steady=30.0, wall=m.wall + away, boot=f"{m.boot}'" if m.boot else "")

    def time(self) -> datetime:
        """The time on the wall."""
        return NINE + timedelta(seconds=self.moment.wall - NINE.timestamp())


def in_the_room(*records: object, watch: Watch | None = None) -> tuple[Workshop, Watch]:
    """A workshop with the agenda, the people and what else is given, and its clock."""
    watch = watch or Watch()
    board = Board([*PEOPLE, *STEPS, *records])  # type: ignore[list-item]
    return Workshop(board, new_id=seeded_ids(5), clock=watch.time, moments=watch), watch
