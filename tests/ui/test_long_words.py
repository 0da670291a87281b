"""Words longer than a line of the panel break, wherever a panel shows them, and are given back as they were."""

from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.hands import Hands
from ui.panels.long_words import WordsLabel
from workshop.commands.cards import change_text
from workshop.commands.tensions import add_tension

LONG = "https://example.org/research/2026/Benutzerfreundlichkeitsuntersuchungsergebnisse?of=everything&in=one"


def test_a_label_is_no_wider_than_its_panel_and_gives_its_words_back(hands: Hands) -> None:
    label = WordsLabel(f"See {LONG} soon")
    try:
        label.resize(200, 400)
        label.show()
        QApplication.processEvents()
        assert label.minimumSizeHint().width() <= 200
        assert label.heightForWidth(200) > 3 * label.fontMetrics().lineSpacing()
        assert label.text() == f"See {LONG} soon"
    finally:
        label.close()
        label.deleteLater()


def test_a_sentence_that_begins_with_arabic_words_still_ends_at_its_right(hands: Hands) -> None:
    words = "“لماذا لا تظهر” is a pain point."
    ends = []
    for sentence in (False, True):
        label = WordsLabel(words, sentence=sentence)
        try:
            label.resize(400, 30)
            picture = label.grab().toImage()
            ground = picture.pixelColor(399, 0)
            ends.append(any(picture.pixelColor(x, y) != ground for x in range(330, 400) for y in range(30)))
            assert label.text() == words
        finally:
            label.deleteLater()
    assert ends == [True, False], "rightward, the sentence begins at the left"


def test_a_tension_between_cards_with_long_words_stays_within_the_panel(sample: Hands) -> None:
    one, other = [card for card in sample.cards if not (card.locked or card.hidden or card.group)][:2]
    workshop = sample.state.workshop
    change_text(workshop, origin="window", card_id=one.id, text=LONG)
    tension = add_tension(workshop, origin="window", card_ids=[one.id, other.id])
    sample.bot.waitUntil(lambda: sample.desk.panel.tabs.count() > 1)
    sample.desk.panelling.open("tensions", tension.id)
    sample.breathe()
    for area in sample.desk.panel.findChildren(QScrollArea):
        if area.isVisible() and area.widget() is not None:
            assert area.widget().width() <= area.viewport().width()
