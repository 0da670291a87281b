"""What a new workshop begins from: a button that opens the list of templates, read when it is first opened."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton

from ui.theme.icons import icon_picture
from workshop.model.text import short
from workshop.picture.palette import Palette

_CARET = 12
BLANK = "blank"


class TemplateButton(QPushButton):
    """`key` is the chosen template."""

    def __init__(self, looks: Palette) -> None:
        super().__init__("Blank")
        self.setObjectName("newTemplate")
        self.setStyleSheet(
            f"#newTemplate {{ text-align: left; background: transparent; border: 1px solid {looks.hairline};"
            f" padding: 5px 10px; border-radius: 7px; }} #newTemplate:focus {{ border-color: {looks.selection}; }}"
        )
        caret = QLabel()
        caret.setPixmap(icon_picture("caret-down", looks.muted, _CARET))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(caret, 0, Qt.AlignmentFlag.AlignRight)
        self.key = BLANK
        self._menu = QMenu(self)
        self._menu.setObjectName("templates")
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._choose(BLANK, "Blank")

    def _fill(self) -> None:
        from ui.canvas.masking import is_mirrored
        from ui.panels.agenda.templating import summary_words, template_words
        from workshop.session.templates import templates

        self._menu.clear()
        for template in templates():
            act = self._menu.addAction(template_words(template))
            act.setToolTip(summary_words(template, masked=is_mirrored()))
            act.triggered.connect(partial(self._choose, template.key, template.title))

    def _choose(self, key: str, title: str, _checked: bool = False) -> None:
        self.key = key
        self.setText(f"  {short(title, 36)}".replace("&", "&&"))
        self.setAccessibleName(f"Begin from a template: {title}")
