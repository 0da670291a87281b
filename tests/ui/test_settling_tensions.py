"""A tension in its panel: scored in the open and in secret, tested, settled, reopened; slips lose nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

from tests.ui import tensions_room
from tests.ui.hands import LEFT, Hands, Key, told
from tests.ui.tensions_room import (
    CARDS,
    act,
    decide,
    give,
    inputs,
    line,
    page,
    score_as,
    section,
    tension,
)
from ui.panels.choices import ChoiceField, ManyField
from ui.panels.fields import TextField
from ui.panels.strict_fields import StepField
from ui.panels.tensions.sheet import TensionSheet
from workshop.commands.frameworks import score_impact, score_in_secret
from workshop.commands.people import remove_participant
from workshop.commands.tensions import add_position, add_tension, reopen_tension
from workshop.method.scoring import impact_of
from workshop.model.people import Persona
from workshop.model.tensions import Frequency, Impact, Position, Tension, TensionState
from workshop.visibility import ROOM, visible_to

room, sheet = tensions_room.room, tensions_room.sheet


def test_scores_show_with_their_inputs_and_how_firm_they_are(room: Hands, sheet: TensionSheet) -> None:
    give(room, sheet, "a", "4", "34", "1–3")
    give(room, sheet, "b", "2", "41 %", "1–3")
    assert inputs(room, "a") == Impact(outcome=4, share=0.34, frequency=Frequency.ONE_TO_THREE)
    assert tension(room).state is TensionState.SCORED
    room.bot.waitUntil(lambda: "Score: 2.7 of 25 = 4 × 34 % × 2" in told(sheet.impact))
    assert "the order would change" in sheet.impact.sensitivity.text()
    scene = room.canvas.scene
    room.bot.waitUntil(lambda: scene.links.words == {"l": "tension 2.7"})


def test_tab_goes_from_who_scores_to_the_first_number_and_on_to_the_next_position(
    room: Hands, sheet: TensionSheet
) -> None:
    sheet.impact.scoring_as.editor.setFocus()
    room.press(Key.Key_Tab)
    assert sheet.impact.hide_scores.hasFocus()
    for card in ("a", "b"):
        for name in ("outcome", "share", "frequency", "evidence_cx", "evidence_ux"):
            room.press(Key.Key_Tab)
            assert sheet.impact.boxes[card].fields[name].editor.focusProxy() is QApplication.focusWidget()


def test_up_and_down_step_through_a_score(room: Hands, sheet: TensionSheet) -> None:
    editor = sheet.impact.boxes["a"].fields["outcome"].editor
    assert isinstance(editor, StepField)
    editor.field.setFocus()
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Down):
        room.press(key)
    found = inputs(room, "a")
    assert found is not None
    assert found.outcome == 4
    QTest.mouseClick(editor.more, LEFT)
    found = inputs(room, "a")
    assert found is not None
    assert found.outcome == 5


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("outcome", "7", "An outcome goes from 1 to 5 in whole numbers, so not 7."),
        ("outcome", "2.5", "in whole numbers"),
        ("share", "140", "The share of customers goes from 0 to 100, so not 140."),
        ("share", "many", "is no number"),
    ],
)
def test_a_score_out_of_range_stays_as_written_and_the_field_says_why(
    name: str, text: str, why: str, room: Hands, sheet: TensionSheet
) -> None:
    give(room, sheet, "a", "5", "34", "1–3")
    before = tension(room)
    field = sheet.impact.boxes["a"].fields[name]
    room.fill(line(field.editor), text)
    assert tension(room) == before
    assert why in field.notice.text()
    assert field.notice.isVisible()
    assert line(field.editor).text() == text
    room.fill(line(field.editor), "3")
    assert not field.notice.isVisible()
    assert tension(room) != before


def test_secret_scores_stay_hidden_until_they_are_revealed_with_their_spread(
    room: Hands, sheet: TensionSheet
) -> None:
    QTest.mouseClick(sheet.impact.hide_scores, LEFT)
    room.bot.waitUntil(sheet.impact.reveal.isVisible)
    for who, outcome in (("Lena · CX", "5"), ("Jo · UX", "1")):
        score_as(room, sheet, who)
        assert line(sheet.impact.boxes["a"].fields["outcome"].editor).text() == ""
        give(room, sheet, "a", outcome, "34", "1–3")
        give(room, sheet, "b", "2", "41", "1–3")
    shown = sheet.impact.boxes["a"].fields
    assert line(shown["outcome"].editor).echoMode() is QLineEdit.EchoMode.Password
    assert isinstance(shown["frequency"].editor, ChoiceField)
    room.bot.waitUntil(lambda: shown["frequency"].editor.field.currentText() == "•••")  # type: ignore[attr-defined]
    assert all(impact_of(one) is None for one in visible_to(ROOM, room.board).tension(tension(room)).positions)
    assert "Score" not in told(sheet.impact)
    assert "2 of 2 have scored every position: Jo and Lena." in told(sheet.impact)
    QTest.mouseClick(sheet.impact.reveal, LEFT)
    room.bot.waitUntil(lambda: "Agreement 0 %, two camps" in told(sheet.impact))
    assert "Lena\u00a03.4, Jo\u00a00.7" in told(sheet.impact)
    assert line(shown["outcome"].editor).echoMode() is QLineEdit.EchoMode.Normal
    spread = sheet.impact.boxes["a"].spread
    assert spread.palette().color(spread.foregroundRole()).name() == room.canvas.looks.danger.lower()


def test_secret_inputs_show_as_three_dots_however_long_they_are_and_evidence_does_too(
    room: Hands, sheet: TensionSheet
) -> None:
    QTest.mouseClick(sheet.impact.hide_scores, LEFT)
    room.bot.waitUntil(sheet.impact.reveal.isVisible)
    score_as(room, sheet, "Jo · UX")
    shown = sheet.impact.boxes["a"].fields
    for share, evidence in (("5", "3 tests"), ("100", "412 tickets since May")):
        give(room, sheet, "a", "4", share, "1–3")
        room.fill(line(shown["evidence_ux"].editor), evidence)
        room.breathe()
        for name in ("outcome", "share", "evidence_ux"):
            field = line(shown[name].editor)
            assert field.displayText() == 3 * field.displayText()[0]
            assert evidence not in field.text()
        assert line(shown["evidence_cx"].editor).text() == ""
    found = inputs(room, "a", "jo")
    assert found == Impact(
        by="jo",
        outcome=4,
        share=1.0,
        frequency=Frequency.ONE_TO_THREE,
        evidence_ux="412 tickets since May",
    )
    room.fill(line(shown["share"].editor), "100")
    assert len(line(shown["share"].editor).displayText()) == 3
    line(shown["share"].editor).setFocus()
    room.press(Key.Key_End)
    room.press(Key.Key_Backspace)
    room.press(Key.Key_Tab)
    assert inputs(room, "a", "jo") == found
    QTest.mouseClick(sheet.impact.reveal, LEFT)
    room.bot.waitUntil(lambda: line(shown["share"].editor).text() == "100")
    assert line(shown["evidence_ux"].editor).text() == "412 tickets since May"


def test_scores_and_positions_of_a_settled_tension_can_only_be_read(room: Hands, sheet: TensionSheet) -> None:
    add_position(room.state.workshop, origin="window", tension_id=tension(room).id, card_id="c")
    room.breathe()
    boxes = (*sheet.impact.boxes.values(), *sheet.value.boxes.values())
    outs = sheet.positions.findChildren(QToolButton)
    assert len(outs) == 3
    assert all(field.editor.isEnabled() for box in boxes for field in box.fields.values())
    decide(room, sheet, "The total on top", "It is what people ask for", "Lena · CX")
    assert tension(room).state is TensionState.SETTLED
    assert not any(field.editor.isEnabled() for box in boxes for field in box.fields.values())
    assert "Settled: reopen the tension to score it anew." in told(sheet.impact)
    assert not sheet.positions.findChildren(QToolButton)
    reopen_tension(room.state.workshop, origin="window", tension_id=tension(room).id)
    room.breathe()
    assert all(field.editor.isEnabled() for box in boxes for field in box.fields.values())


def test_secret_scores_of_nobody_are_refused_and_stay_written(room: Hands, sheet: TensionSheet) -> None:
    score_in_secret(room.state.workshop, origin="window", tension_id=tension(room).id)
    room.bot.waitUntil(sheet.impact.reveal.isVisible)
    field = sheet.impact.boxes["a"].fields["outcome"]
    room.fill(line(field.editor), "4")
    assert field.notice.text() == "Scores are secret now: say whose they are."
    assert line(field.editor).text() == "4"
    assert not sheet.impact.reveal.isEnabled()


def test_the_share_of_a_cards_personas_is_offered(home: Hands, session_file: Callable[..., Path]) -> None:
    owners = Persona(id="p", name="Owners", share=34.0)
    first = replace(CARDS[0], personas=("p",))
    positions = (Position(card="a"), Position(card="b"))
    assert home.window.open_path(session_file(owners, first, CARDS[1], Tension(id="t", positions=positions)))
    home.breathe()
    home.desk.panelling.open("tensions", "t")
    home.breathe()
    QTest.mouseClick(act(page(home), "Take 34 % of its personas"), LEFT)
    found = inputs(home, "a")
    assert found is not None
    assert found.share == 0.34


def test_business_value_is_scored_alone(room: Hands, sheet: TensionSheet) -> None:
    section(sheet, "business value").heading.click()
    for card in ("a", "b"):
        for name, text in (("conversion", "-1"), ("loyalty", "3"), ("efficiency", "0")):
            room.fill(line(sheet.value.boxes[card].fields[name].editor), text)
    assert tension(room).state is TensionState.SCORED
    room.bot.waitUntil(lambda: "+2 = conversion −1, loyalty +3, efficiency 0" in told(sheet.value))
    field = sheet.value.boxes["a"].fields["loyalty"]
    room.fill(line(field.editor), "4")
    assert field.notice.text() == "The business value of loyalty goes from −3 to +3 in whole numbers, so not 4."


def test_an_experiment_starts_once_it_lacks_nothing(room: Hands, sheet: TensionSheet) -> None:
    section(sheet, "experiment").heading.click()
    fields = sheet.experiment.fields
    room.fill(line(fields["interaction_metric"].editor), "Time to the total")
    room.fill(line(fields["relationship_metric"].editor), "Trust after a month")
    room.bot.waitUntil(lambda: "it needs two variants and what result decides" in told(sheet.experiment))
    variants, decides = fields["variants"].editor, fields["decides"].editor
    assert isinstance(variants, TextField)
    assert isinstance(decides, TextField)
    variants.field.setFocus()
    room.type("Short, plain")
    room.press(Key.Key_Return)
    room.type("Whole")
    room.fill(decides.field, "Trust by half a point")
    room.bot.waitUntil(sheet.experiment.start.isVisible)
    assert tension(room).experiment.variants == ("Short, plain", "Whole")
    QTest.mouseClick(sheet.experiment.start, LEFT)
    assert tension(room).state is TensionState.TESTING


def test_the_job_is_said_in_one_sentence(room: Hands, sheet: TensionSheet) -> None:
    section(sheet, "jobs to be done").heading.click()
    for name, text in (("when", "the month ends"), ("want", "to see what I owe"), ("so_that", "I can pay it")):
        room.fill(line(sheet.job.fields[name].editor), text)
    sentence = "When the month ends, I want to see what I owe, so that I can pay it."
    room.bot.waitUntil(lambda: sentence in told(sheet.job))


def test_those_who_were_heard_are_named_also_after_they_left(room: Hands, sheet: TensionSheet) -> None:
    section(sheet, "check-in and recognition").heading.click()
    heard = sheet.check_in.fields["heard"].editor
    assert isinstance(heard, ManyField)
    room.choose(heard.field, "   Lena · CX")
    assert tension(room).check_in.heard == ("lena",)
    remove_participant(room.state.workshop, origin="window", participant_id="lena")
    room.bot.waitUntil(lambda: heard.field.currentText() == "Lena (no longer listed)")
    assert tension(room).check_in.heard == ("lena",)


def test_a_decision_without_a_sentence_of_reason_is_refused_and_stays_written(
    room: Hands, sheet: TensionSheet
) -> None:
    decide(room, sheet, "The whole bill", "Because", "Lena · CX")
    assert tension(room).state is TensionState.OPEN
    assert "Give the reason in a sentence" in sheet.decision.notice.text()
    text = sheet.decision.fields["text"].editor
    assert isinstance(text, TextField)
    assert text.field.toPlainText() == "The whole bill"


def test_a_decision_of_one_side_says_so_and_names_who_decided(room: Hands, sheet: TensionSheet) -> None:
    decide(room, sheet, "The whole bill", "Nobody can close the month without it", "Lena · CX")
    decision = tension(room).decision
    assert decision is not None
    assert decision.decided_by == ("lena",)
    room.bot.waitUntil(lambda: "Settled by Lena" in told(sheet.decision))
    assert "Nobody of UX decided this" in told(sheet.decision)


def test_a_settled_tension_is_reopened_with_what_was_decided_before(room: Hands, sheet: TensionSheet) -> None:
    decide(room, sheet, "The whole bill", "Nobody can close the month without it", "Lena · CX", "Jo · UX")
    assert tension(room).state is TensionState.SETTLED
    room.bot.waitUntil(sheet.decision.reopen.isVisible)
    assert "Nobody of" not in told(sheet.decision)
    QTest.mouseClick(sheet.decision.reopen, LEFT)
    assert tension(room).state is TensionState.OPEN
    room.bot.waitUntil(lambda: "Decided before: “The whole bill”" in told(sheet.decision))
    section(sheet, "history").heading.click()
    room.breathe()
    assert "settled by Lena and Jo" in told(sheet)


def test_a_decision_half_written_waits_while_another_tension_is_looked_at(
    room: Hands, sheet: TensionSheet
) -> None:
    first = tension(room).id
    text = sheet.decision.fields["text"].editor
    assert isinstance(text, TextField)
    room.fill(text.field, "The whole bill")
    other = add_tension(room.state.workshop, origin="window", card_ids=("b", "c"))
    page(room).open(other.id)
    assert text.field.toPlainText() == ""
    page(room).open(first)
    assert text.field.toPlainText() == "The whole bill"


def test_a_number_half_typed_stays_while_others_change_the_tension(room: Hands, sheet: TensionSheet) -> None:
    field = line(sheet.impact.boxes["a"].fields["share"].editor)
    field.setFocus()
    room.type("3")
    score_impact(
        room.state.workshop,
        origin="phone",
        tension_id=tension(room).id,
        card_id="a",
        by="jo",
        outcome=2,
        share=0.5,
    )
    room.bot.waitUntil(lambda: not room.desk.panel._later.isActive())
    assert field.text() == "3"
    room.type("4")
    room.press(Key.Key_Return)
    found = inputs(room, "a")
    assert found is not None
    assert found.share == 0.34
