"""Small plates with a word: the discipline, or how far something has come."""

from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme.scale import px
from workshop.model.cards import Discipline
from workshop.picture.palette import Palette


def plate(text: str, ink: str, fill: str) -> QLabel:
    """A word on a plate."""
    label = QLabel(text)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    dress(label, ink, fill)
    return label


def dress(label: QLabel, ink: str, fill: str) -> None:
    """Give a plate other colours."""
    label.setStyleSheet(
        f"color: {ink}; background: {fill}; border-radius: {px(5)}px; padding: {px(1)}px {px(6)}px; "
        f'font-family: "Trilliant Inter SemiBold"; font-size: {px(11)}px;'
    )


def discipline_plate(discipline: Discipline, looks: Palette) -> QLabel:
    """The tag of a discipline in its colours."""
    colours = looks.disciplines[discipline]
    return plate(discipline.tag, colours.ink, colours.fill)
