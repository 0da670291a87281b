"""The choices of a picture as a column of fields: its kind, what it shows, how large, and on which ground."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exports.pictures.options import BOARD, MOST_WIDTH, PictureOptions
from ui.dialogs.choice_fields import ValueCombo, chip
from ui.dialogs.export_scopes import Scope
from ui.export_memory import LastPicture
from ui.panels.flow_layout import FlowLayout

_KINDS = ((".png", "PNG"), (".svg", "SVG"))
_SCALES = (1.0, 2.0, 3.0)
_TOGGLES = (
    ("transparent", "Transparent"),
    ("dark", "Dark colours"),
    ("authors", "Authors"),
    ("parked", "Parking lot"),
)


class PictureChoices(QWidget):
    """`changed` tells that the options or the kind of file are others."""

    changed = Signal()

    def __init__(self, last: LastPicture, scopes: Sequence[Scope], scope: int) -> None:
        super().__init__()
        self._scopes = list(scopes)
        self.suffix = last.suffix
        self.options = _of_scope(last.options, self._scopes[scope])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._kinds())
        form = QFormLayout()
        form.setSpacing(8)
        entries = list(enumerate(one.words for one in self._scopes))
        of = ValueCombo("pictureScope", entries, self._on_scope)
        of.setCurrentIndex(scope)
        form.addRow("Of", of)
        form.addRow("Scale", self._sizes())
        self._width = QLineEdit(str(self.options.width or ""))
        self._width.setObjectName("pictureWidth")
        self._width.setPlaceholderText("by the scale")
        self._width.setValidator(QIntValidator(0, MOST_WIDTH, self._width))
        self._width.textEdited.connect(lambda text: self._change(width=int(text or 0)))
        form.addRow("Width", self._width)
        column.addLayout(form)
        column.addLayout(self._toggles())
        column.addStretch(1)
        self._show()

    def _kinds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        group = QButtonGroup(self)
        for suffix, words in _KINDS:
            button = chip(words, f"kind_{words.lower()}", checked=suffix == self.suffix)
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, suffix=suffix: self._on_kind(suffix))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _sizes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._size_group = QButtonGroup(self)
        for scale in _SCALES:
            chosen = not self.options.width and scale == self.options.scale
            button = chip(f"{scale:g}×", f"scale_{scale:g}", checked=chosen)
            self._size_group.addButton(button)
            button.clicked.connect(lambda _checked=False, scale=scale: self._on_scale(scale))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _toggles(self) -> FlowLayout:
        row = FlowLayout(6)
        self._chips = {}
        for name, words in _TOGGLES:
            toggle = chip(words, f"picture_{name}", checked=getattr(self.options, name))
            toggle.clicked.connect(lambda checked=False, name=name: self._change(**{name: checked}))
            self._chips[name] = toggle
            row.addWidget(toggle)
        return row

    def _on_kind(self, suffix: str) -> None:
        if suffix != self.suffix:
            self.suffix = suffix
            self.changed.emit()

    def _on_scope(self, place: int) -> None:
        options = _of_scope(self.options, self._scopes[place])
        self._change(part=options.part, chosen=options.chosen)

    def _on_scale(self, scale: float) -> None:
        self._width.clear()
        self._change(scale=scale, width=0)

    def _change(self, **fields: Any) -> None:
        options = replace(self.options, **fields)
        if options != self.options:
            self.options = options
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        """No scale is pressed while a width says how large the picture is; only the whole board has a parking lot."""
        whole = self.options.chosen is None and self.options.part == BOARD
        self._chips["parked"].setVisible(whole)
        self._size_group.setExclusive(False)
        for button, scale in zip(self._size_group.buttons(), _SCALES, strict=True):
            button.setChecked(not self.options.width and scale == self.options.scale)
        self._size_group.setExclusive(True)


def _of_scope(options: PictureOptions, scope: Scope) -> PictureOptions:
    """The options for a part of the board: its ground where it has one, else its cards alone."""
    return replace(options, part=scope.part or BOARD, chosen=None if scope.part else scope.cards)
