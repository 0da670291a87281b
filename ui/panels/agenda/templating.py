"""Beginning the agenda from a template, and keeping the session as one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from ui.panels.labelled import quiet_label
from ui.panels.panel_page import MARGIN
from ui.tips import plain_tip
from ui.window_state import ORIGIN, WindowState
from workshop.commands.templates import use_template
from workshop.facilitation.timetable import minutes_words
from workshop.model.text import short
from workshop.session.templates import BLANK, Template, remove_template, save_as_template, templates


def offer_templates(state: WindowState, beside: QWidget, saving: "SavingTemplate") -> None:
    """Open a menu of all templates below a widget; the user's own can be deleted there too."""
    menu = QMenu(beside)
    menu.setObjectName("templates")
    menu.setToolTipsVisible(True)
    found = templates()
    for template in found:
        act = menu.addAction(template_words(template))
        act.setToolTip(summary_words(template, masked=state.masking.masks))
        act.triggered.connect(partial(_use, state, template))
    menu.addSeparator()
    menu.addAction("Save this session as a template…").triggered.connect(lambda _checked: saving.begin())
    if own := [template for template in found if template.is_own]:
        deleting = menu.addMenu("Delete a template")
        for template in own:
            deleting.addAction(short(template.title, 60)).triggered.connect(partial(_remove, state, template))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))


def template_words(template: Template) -> str:
    """What a template is called, how long it takes and how many steps it has."""
    parts = [short(template.title, 60).replace("&", "&&")]
    if template.minutes:
        parts.append(minutes_words(template.minutes))
    if template.steps:
        parts.append("1 step" if template.steps == 1 else f"{template.steps} steps")
    return " · ".join(parts)


def summary_words(template: Template, *, masked: bool) -> str:
    """What a template is for; of the user's own, which say it by their note, nothing where the room sees it."""
    return "" if masked and template.is_own else plain_tip(short(template.summary, 200))


class SavingTemplate(QWidget):
    """A field for the name of a new template; Enter keeps it, Escape does not."""

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self._state = state
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 4, MARGIN, 0)
        column.setSpacing(4)
        self.name = QLineEdit()
        self.name.setObjectName("templateName")
        self.name.setAccessibleName("Name of the template")
        self.name.setPlaceholderText("Name of the template, then Enter")
        self.name.returnPressed.connect(self._save)
        column.addWidget(self.name)
        column.addWidget(
            quiet_label("It keeps agenda, note and cards, without authors, owners, dates and votes.")
        )
        self.hide()

    def begin(self) -> None:
        """Ask for the name, with the session's title to begin with."""
        self.name.setText(short(self._state.workshop.board.session.title, 60))
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        board, name = self._state.workshop.board, self.name.text()
        saved = self._state.do(lambda: save_as_template(board, name=name))
        if saved is not None:
            self.hide()
            words = f"“{short(saved.title, 40)}” is a template now; new workshops can begin from it."
            self._state.message.emit(words)


def _use(state: WindowState, template: Template, _checked: bool = False) -> None:
    steps = state.do(lambda: use_template(state.workshop, origin=ORIGIN, key=template.key))
    if steps is not None and template.key != BLANK:
        state.message.emit(f"The agenda is that of “{short(template.title, 40)}”; Ctrl+Z takes it back.")


def _remove(state: WindowState, template: Template, _checked: bool = False) -> None:
    remove_template(template.key)
    state.message.emit(f"“{short(template.title, 40)}” is no longer a template.")
