"""Customer impact: what each scorer gives each position, in the open or in secret, and what comes of it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ui.layouts import empty
from ui.panels.card_words import named
from ui.panels.choices import ChoiceField
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import Labelled, quiet_label, strong_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.side_by_side import SideBySide
from ui.panels.strict_fields import MASK, DecimalField, StepField, StrictLine
from ui.panels.tab_order import put_in_order
from ui.panels.tensions.part import KEPT, TensionPart
from workshop.commands.frameworks import reveal_scores, score_impact, score_in_secret
from workshop.method.measure_words import number_text
from workshop.method.scoring import agreement_colour, impact_of, share_of_personas
from workshop.method.sensitivity import sensitivity_of
from workshop.method.tension_words import card_words, each_text, impact_text, scorers_text, spread_text
from workshop.model.tensions import Frequency, Impact, Position, Tension

ROOM = "The room together"
GIVEN = "given"
"""Stands for a frequency that is not shown."""


class ImpactPart(TensionPart):
    """The inputs of one scorer at a time; with secret scores they show as dots until all are revealed."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.scorer: str | None = None
        self.boxes: dict[str, ScoreBox] = {}
        self._asked: tuple[str, ...] = ()
        self.column.addWidget(
            quiet_label("Impact on the customer’s outcome (1 to 5) × share of customers × how often (1 to 5).")
        )
        self.scoring_as = Labelled("Scoring as", ChoiceField(self._scorers), "impact:by")
        self.scoring_as.editor.changes_session = False
        self.scoring_as.editor.edited.connect(self._score_as)
        self.column.addWidget(self.scoring_as)
        self.secrecy, self._kept = quiet_label(), quiet_label(KEPT)
        self.column.addWidget(self._kept)
        self.column.addWidget(self.secrecy)
        acts = FlowLayout(gap=12)
        self.hide_scores = link_button("Score in secret", self._hide)
        self.hide_scores.setObjectName("scoreInSecret")
        self.reveal = QPushButton("Reveal the scores")
        self.reveal.setObjectName("revealScores")
        self.reveal.clicked.connect(lambda: self.state.do(self.intent(reveal_scores)))
        leave_out(self.state, self.hide_scores, self.reveal, self._kept)
        acts.addWidget(self.hide_scores)
        acts.addWidget(self.reveal)
        self.column.addLayout(acts)
        self._beside = SideBySide()
        self.column.addWidget(self._beside)
        self.sensitivity = quiet_label()
        self.column.addWidget(self.sensitivity)

    def begin(self) -> None:
        """Whoever writes scores first."""
        self.scorer = self.state.writer

    def fill(self, tension: Tension) -> None:
        """Show the inputs of the scorer and what comes of all that may be seen."""
        visible = self.context.visible
        seen = visible.tension(tension)
        if self.scorer is not None and self.scorer not in {key for key, _ in self._scorers()}:
            self.scorer = None
        self._follow_positions(tension)
        self.scoring_as.editor.show_value(self.scorer)
        for position, shown in zip(tension.positions, seen.positions, strict=True):
            words = card_words(visible, position.card, 60)
            self.boxes[position.card].show_position(position, shown, words, self.scorer, secret=tension.secret)
        self._kept.setVisible(self.settled)
        self.hide_scores.setVisible(not tension.secret and not self.settled)
        self.reveal.setVisible(tension.secret)
        self.reveal.setEnabled(any(position.impacts for position in tension.positions))
        self.secrecy.setVisible(tension.secret)
        self.secrecy.setText(f"Nobody sees the others’ numbers. {scorers_text(visible, tension)}")
        line = sensitivity_of(seen).sentence(lambda card: card_words(visible, card, 28))
        self.sensitivity.setText(line)
        self.sensitivity.setVisible(bool(line))

    def _follow_positions(self, tension: Tension) -> None:
        """A box for each position, made anew only when there are others."""
        asked = tuple(position.card for position in tension.positions)
        if asked == self._asked:
            return
        self._asked = asked
        empty(self._beside.parts)
        self.boxes = {card: ScoreBox(self, card) for card in asked}
        for box in self.boxes.values():
            self._beside.add(box)
        put_in_order(self._beside, self.boxes.values())

    def _scorers(self) -> list[tuple[str | None, str]]:
        tension = self.tension
        impacts = [impact.by for one in tension.positions for impact in one.impacts] if tension else []
        nobody = "Say who scores" if tension is not None and tension.secret else ROOM
        return [(None, nobody), *self.people(impacts)]

    def _score_as(self, scorer: str | None) -> None:
        for box in self.boxes.values():
            box.forget()
        self.scorer = scorer
        if self.tension is not None:
            self.fill(self.tension)

    def _hide(self) -> None:
        self.state.do(self.intent(score_in_secret))


class ScoreBox(QFrame):
    """The three inputs and the evidence of one position, and its score."""

    def __init__(self, part: ImpactPart, card: str) -> None:
        super().__init__()
        self.setObjectName("position")
        self._part = part
        self._card = card
        self._secret = False
        self._given: Frequency | None = None
        self._offered: float | None = None
        self._scorer: str | None = None
        self._words = strong_label()
        outcome, share = (
            StepField("An outcome", 1, 5),
            DecimalField("The share of customers", 0, 100, "0 to 100"),
        )
        tickets, tests = StrictLine("tickets, NPS"), StrictLine("tests, usage")
        self._lines: tuple[StrictLine, ...] = (outcome, share, tickets, tests)
        self.fields = {
            "outcome": Labelled("Outcome, 1–5", outcome, "impact:outcome"),
            "share": Labelled("Share, %", share, "impact:share"),
            "frequency": Labelled("Times a month", ChoiceField(self._frequencies), "impact:frequency"),
            "evidence_cx": Labelled("CX evidence", tickets, "impact:evidence_cx"),
            "evidence_ux": Labelled("UX evidence", tests, "impact:evidence_ux"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._words)
        self.offer = link_button("", self._take_offer)
        leave_out(part.state, self.offer)
        for name, field in self.fields.items():
            column.addWidget(field)
            if name == "share":
                column.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignRight)
            field.editor.edited.connect(lambda value, name=name: self._on_edited(name, value))
        self.score, self.spread, self.one_sided = quiet_label(), quiet_label(), quiet_label(caution=True)
        for label in (self.score, self.spread, self.one_sided):
            column.addWidget(label)

    def show_position(
        self, position: Position, seen: Position, words: str, scorer: str | None, *, secret: bool
    ) -> None:
        """Show what a scorer gave, and what comes of what may be seen of all."""
        own = next((impact for impact in position.impacts if impact.by == scorer), Impact(by=scorer))
        self._scorer, self._secret, self._given = scorer, secret, own.frequency
        self._words.setText(words)
        self._part.keep_fields(self.fields.values())
        for field in self.fields.values():
            field.editor.setAccessibleName(f"{field.label.text()} of {words}")
        for line in self._lines:
            line.mask_value(secret)
        share = None if own.share is None else round(100 * own.share, 4)
        self.fields["outcome"].editor.show_value(own.outcome)
        self.fields["share"].editor.show_value(share)
        hidden = secret and own.frequency is not None
        self.fields["frequency"].editor.show_value(GIVEN if hidden else own.frequency)
        self.fields["evidence_cx"].editor.show_value(own.evidence_cx)
        self.fields["evidence_ux"].editor.show_value(own.evidence_ux)
        self._show_offer(share)
        self._show_score(seen, secret)

    def forget(self) -> None:
        """Give what was written, before another scorer comes."""
        for field in self.fields.values():
            field.forget()

    def _show_offer(self, share: float | None) -> None:
        """Offer the share of customers whom the card's personas stand for, until there is one."""
        board = self._part.context.board
        card = board.cards.get(self._card)
        asked = card is not None and share is None and not self._part.settled
        self._offered = share_of_personas(board, card) if card is not None and asked else None
        self.offer.setVisible(self._offered is not None)
        if self._offered is not None:
            self.offer.setText(f"Take {number_text(100 * self._offered)} % of its personas")

    def _take_offer(self) -> None:
        if self._offered is not None:
            self._on_edited("share", 100 * self._offered)

    def _show_score(self, seen: Position, secret: bool) -> None:
        impact = impact_of(seen)
        self.score.setText("Hidden until revealed" if secret else f"Score: {impact_text(impact)}")
        each = each_text(self._part.context.visible, seen)
        self.spread.setText(
            " ".join(words for words in (spread_text(impact), f"{each}." if each else "") if words)
        )
        self.spread.setVisible(bool(self.spread.text()))
        colour = agreement_colour(impact.agreement) if impact else ""
        looks = self._part.looks
        ink = {"red": looks.danger, "amber": looks.warning}.get(colour, looks.muted)
        self.spread.setStyleSheet(f"color: {ink};")
        self.one_sided.setText(impact.one_sided if impact else "")
        self.one_sided.setVisible(bool(self.one_sided.text()))

    def _frequencies(self) -> list[tuple[Any, str]]:
        choices: list[tuple[Any, str]] = [(None, "Not given")]
        if self._secret and self._given is not None:
            choices.append((GIVEN, MASK))
        return choices + list(named(Frequency))

    def _on_edited(self, name: str, value: Any) -> None:
        if value == GIVEN and name == "frequency":
            return
        if name == "share" and value is not None:
            value = round(value / 100, 6)
        self.fields[name].attempt(
            self._part.intent(score_impact, card_id=self._card, by=self._scorer, **{name: value})
        )
