"""Values that stand alone in a panel begin with a capital letter, wherever they are shown and chosen."""

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from tests.ui.hands import Hands
from ui.panels.card_words import alone
from ui.panels.fields import FieldEditor
from ui.panels.opening_page import OpeningPage
from ui.panels.panel_table import PANELS
from workshop.model.cards import CardKind, EvidenceSource
from workshop.model.measures import Measure
from workshop.model.tensions import Tension
from workshop.model.terms import Term

_NAMED_BY_PEOPLE = ("field:group", "field:image", "field:principle", "field:stage", "field:personas")


@pytest.mark.parametrize("kind", list(CardKind))
def test_each_value_of_a_card_and_each_that_can_be_chosen_begins_alike(sample: Hands, kind: CardKind) -> None:
    card = next(card for card in sample.cards if card.kind is kind and not card.hidden)
    sample.state.select([card.id])
    sample.breathe()
    panel = sample.desk.panel.card
    assert _small(panel) == []
    assert panel.findChild(FieldEditor, "field:kind").findChild(QComboBox).currentText() == alone(kind.value)


@pytest.mark.parametrize("name", [spec.name for spec in PANELS])
def test_each_value_in_a_panel_begins_alike(sample: Hands, name: str) -> None:
    sample.desk.panelling.open(name)
    sample.state.select([card.id for card in sample.cards[:3]] if name == "chosen" else ())
    sample.breathe()
    assert _small(sample.desk.panel) == []


@pytest.mark.parametrize(("name", "kind"), [("measures", Measure), ("tensions", Tension), ("terms", Term)])
def test_each_value_of_what_a_row_opens_into_begins_alike(sample: Hands, name: str, kind: type) -> None:
    for record in [record for record in sample.board.records() if isinstance(record, kind)]:
        sample.desk.panelling.open(name, record.id)
        sample.breathe()
        page = sample.desk.panel._made[name]
        assert isinstance(page, OpeningPage)
        assert page.opened == record.id
        assert _small(page) == []


def test_a_value_keeps_its_own_capitals() -> None:
    assert alone(EvidenceSource.AB_TEST.value) == EvidenceSource.AB_TEST.value
    assert alone("e-mail") == "E-mail"


def _small(page: QWidget) -> list[str]:
    """What a list in sight shows or offers in small letters, but for what people named themselves."""
    lists = [combo for combo in page.findChildren(QComboBox) if combo.isVisible()]
    own = [combo for combo in lists if combo.parentWidget().objectName() not in _NAMED_BY_PEOPLE]
    offered = {combo.itemText(place).strip(" ✓") for combo in own for place in range(combo.count())}
    return sorted(words for words in offered if words[:1].islower())
