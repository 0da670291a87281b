"""The views of pasting, pictures on cards, the quick list, and what takes a while."""

from random import Random

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest

from tests.pictures import boards
from tests.pictures.stage import Stage
from ui.pasting.pictures import prepared
from ui.progress_strip import PATIENCE_MS, ProgressStrip
from ui.window_state import ORIGIN
from workshop.commands.assets import add_picture_cards
from workshop.commands.cards import change_text
from workshop.commands.pasting import Manner
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point

_STORY = (
    "customers cannot find the invoice line on the billing page and call support every first of the month since "
    "checkout labels changed and nobody told the shops"
)
_WORDS = _STORY.split()


def pasting(stage: Stage) -> None:
    """The preview of a table, of lines, and what takes longer than a moment."""
    stage.open("pasting", boards.sample())
    desk = stage.desk
    desk.board_actions.show_problem()
    for name, text in (("paste-table", _table()), ("paste-lines", "\n".join(_WORDS))):
        _copied(text)
        desk.act("paste")
        stage.take(name)
        desk.pasting_actions.pasting.sheet.cancelled.emit()
    strip = ProgressStrip(desk.canvas)
    strip.begin("Preparing 20,000 cards")
    strip.advance(0.4)
    QTest.qWait(2 * PATIENCE_MS)
    stage.take("progress")
    strip.deleteLater()
    QGuiApplication.clipboard().clear()


def quick_list(stage: Stage) -> None:
    """The quick list with what was thrown, and while a phase is named."""
    desk = stage.desk
    desk.act("quick_list")
    bar = desk.pasting_actions.open_list
    bar.use_phase(Phase.DISCOVER)
    stage.take("quick-list-empty")
    for text in (
        "Nobody understands the second line of the bill",
        "Shops have no tablet",
        "A long shout " * 20,
    ):
        bar.field.setText(text)
        bar.field.returnPressed.emit()
    bar.field.setText("The hotline says")
    stage.take("quick-list")
    bar.field.setText(">val")
    stage.take("quick-list-phase")
    bar.field.clear()
    bar.hide()
    for _ in range(3):
        desk.board_actions.undo()


def picture_cards(stage: Stage) -> None:
    """Cards with pictures: broad, high, small, with text below, in the panel, and one that cannot be read."""
    desk = stage.desk
    pictures = [prepared(_drawing(*size))[0] for size in ((1600, 900), (500, 1500), (120, 90), (800, 600))]
    made = add_picture_cards(
        desk.session.workshop, origin=ORIGIN, pictures=pictures, manner=Manner(Phase.PILOT, Point(300, -900))
    )
    for card, text in ((made[0], "The wall after the first hour"), (made[3], "What the shop sees. " * 12)):
        change_text(desk.session.workshop, origin=ORIGIN, card_id=card.id, text=text)
    desk.state.select(card.id for card in made)
    desk.board_actions.fit_selection()
    desk.state.select({made[0].id})
    stage.take("picture-cards")
    desk.canvas.writing.begin(made[3].id)
    stage.take("picture-writing")
    desk.canvas.writing.end()
    desk.state.select()


def _copied(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def _table() -> str:
    chance = Random(4)
    rows = ["Note\tPhase\tTeam\tType\tPerson\tPriority"]
    for _ in range(142):
        words = " ".join(chance.choices(_WORDS, k=chance.randint(3, 22)))
        phase, team = (
            chance.choice(["Discover", "Define", "", "Backlog"]),
            chance.choice(["CX", "UX", "both", ""]),
        )
        kind, person = (
            chance.choice(["risk", "Pain points", ""]),
            chance.choice(["Maja Jensen", "Ada", "Bo", ""]),
        )
        rows.append("\t".join((words.capitalize(), phase, team, kind, person, "high")))
    return "\n".join(rows)


def _drawing(width: int, height: int) -> QImage:
    """A whiteboard with a few strokes."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#F4F1EA"))
    chance = Random(width)
    with QPainter(image) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(9):
            painter.setBrush(QColor(("#D9622B", "#2F7DC0", "#7A57C2")[place % 3]))
            painter.drawRect(chance.randrange(width), chance.randrange(height), width // 6, height // 9)
    return image
