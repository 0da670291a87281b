"""The frameworks that are written: experiment, jobs to be done, check-in and recognition, as one table of fields."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt

from ui.panels.choices import ManyField
from ui.panels.fields import FieldEditor, TextField
from ui.panels.labelled import Labelled, quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.strict_fields import DayField, StrictLine
from ui.panels.tensions.part import TensionPart
from workshop.commands.frameworks import check_in, plan_experiment, state_job
from workshop.commands.tensions import move_tension
from workshop.method.people import listed
from workshop.method.settling import experiment_gaps
from workshop.model.tensions import Tension, TensionState


class WrittenField(NamedTuple):
    """A field: its name in the framework, its label, and how its editor is made."""

    name: str
    label: str
    make: Callable[["WrittenPart"], FieldEditor]


class WrittenPart(TensionPart):
    """The base: `hint` says what the framework is, `record` names it in the tension, `change` is its intent."""

    hint = ""
    record = ""
    rows: tuple[WrittenField, ...] = ()

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.column.addWidget(quiet_label(self.hint))
        self.fields: dict[str, Labelled] = {}
        for row in self.rows:
            field = self.fields[row.name] = Labelled(
                row.label, row.make(self), f"{self.record}:{row.name}", wide=True
            )
            self.column.addWidget(field)
            field.editor.edited.connect(lambda value, name=row.name: self._on_edited(name, value))
        self.told = quiet_label()
        self.column.addWidget(self.told)

    def fill(self, tension: Tension) -> None:
        """Show the fields, and what they come to."""
        framework = getattr(tension, self.record)
        for name, field in self.fields.items():
            field.editor.show_value(self.shown(name, getattr(framework, name)))
        words = self.words(tension)
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def shown(self, name: str, value: Any) -> Any:
        """A field's value as its editor shows it."""
        return value

    def given(self, name: str, value: Any) -> Any:
        """A field's value as its editor gave it."""
        return value

    def words(self, tension: Tension) -> str:
        """What the fields come to, in a sentence."""
        return ""

    def change(self) -> Callable[..., Tension]:
        """The intent that sets fields."""
        raise NotImplementedError

    def people_named(self) -> list[tuple[str, str]]:
        """Who may be named."""
        tension = self.tension
        named = (*tension.check_in.heard, *tension.check_in.credited) if tension else ()
        return self.people(named)

    def _on_edited(self, name: str, value: Any) -> None:
        self.fields[name].attempt(self.intent(self.change(), **{name: self.given(name, value)}))


class ExperimentPart(WrittenPart):
    """An A/B test that decides."""

    hint = "A test decides: one number that shows at once, one that shows in the relationship."
    record = "experiment"
    rows = (
        WrittenField(
            "interaction_metric", "Immediate interaction metric", lambda _: StrictLine("Time to the total")
        ),
        WrittenField("relationship_metric", "Relationship metric", lambda _: StrictLine("Trust after a month")),
        WrittenField("variants", "Variants, one a line", lambda _: TextField("Short bill\nWhole bill", 2)),
        WrittenField("decides", "What result decides", lambda _: TextField("Which number, and how large", 2)),
    )

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.start = link_button("Start the test", self._start)
        self.start.setObjectName("startTest")
        leave_out(self.state, self.start)
        self.column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, tension: Tension) -> None:
        """Show the fields; a test that lacks nothing can start."""
        super().fill(tension)
        startable = tension.state in (TensionState.OPEN, TensionState.SCORED)
        self.start.setVisible(startable and not experiment_gaps(tension.experiment))

    def shown(self, name: str, value: Any) -> Any:
        """Variants stand one a line."""
        return "\n".join(value) if name == "variants" else value

    def given(self, name: str, value: Any) -> Any:
        """Each line is a variant."""
        return value.splitlines() if name == "variants" else value

    def words(self, tension: Tension) -> str:
        """What still lacks."""
        lacking = experiment_gaps(tension.experiment)
        return f"Before it can start it needs {listed(lacking)}." if lacking else ""

    def change(self) -> Callable[..., Tension]:
        """Plan the experiment."""
        return plan_experiment

    def _start(self) -> None:
        self.state.do(self.intent(move_tension, state=TensionState.TESTING, by=self.state.writer))


class JobPart(WrittenPart):
    """The job that both positions serve."""

    hint = "The one job that both positions serve."
    record = "job"
    rows = (
        WrittenField("when", "When …", lambda _: StrictLine("the month ends")),
        WrittenField("want", "I want …", lambda _: StrictLine("to see what I owe and why")),
        WrittenField("so_that", "so that …", lambda _: StrictLine("I can pay it and prove it")),
    )

    def words(self, tension: Tension) -> str:
        """The job in one sentence, once it is whole."""
        job = tension.job
        whole = all((job.when, job.want, job.so_that))
        return f"When {job.when}, I want {job.want}, so that {job.so_that}." if whole else ""

    def change(self) -> Callable[..., Tension]:
        """State the job."""
        return state_job


class CheckInPart(WrittenPart):
    """Who was heard, who is credited, and when they check in again."""

    hint = "Whoever gave something up is heard, named, and asked again."
    record = "check_in"
    rows = (
        WrittenField("heard", "Who was heard", lambda part: ManyField(part.people_named)),
        WrittenField("credited", "Whose input is credited", lambda part: ManyField(part.people_named)),
        WrittenField("again_on", "They check in again on", lambda _: DayField()),
    )

    def change(self) -> Callable[..., Tension]:
        """Set the check-in."""
        return check_in
