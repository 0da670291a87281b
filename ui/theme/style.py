"""The style sheet and palette of the window, made from the one palette of screen and paper."""

import re

from PySide6.QtGui import QColor, QPalette

from ui.theme.scale import px
from workshop.picture.palette import Palette

_SIZES = re.compile(r"(font-size|min-height|icon-size): (\d+)px")


def qt_palette(p: Palette) -> QPalette:
    """The colours that Qt's own widgets take."""
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in (
        (role.Window, p.panel),
        (role.WindowText, p.ink),
        (role.Base, p.panel),
        (role.AlternateBase, p.raised),
        (role.Text, p.ink),
        (role.PlaceholderText, p.muted),
        (role.Button, p.raised),
        (role.ButtonText, p.ink),
        (role.Highlight, p.selection),
        (role.HighlightedText, "#15171C" if p.dark else "#FFFFFF"),
        (role.ToolTipBase, p.strong),
        (role.ToolTipText, p.on_strong),
        (role.Link, p.selection),
    ):
        made.setColor(name, QColor(colour))
    for disabled in (role.Text, role.ButtonText, role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, disabled, QColor(p.muted))
    return made


def style_sheet(p: Palette) -> str:
    """The style sheet: one radius, one rhythm of 8 pixels, hairlines instead of frames."""
    sheet = "".join(part(p) for part in (_ground, _buttons, _floating, _fields, _rest))
    return _SIZES.sub(lambda found: f"{found[1]}: {px(int(found[2]))}px", sheet)


def _ground(p: Palette) -> str:
    """Rules for the ground, the panels and the words on them."""
    return f"""
QMainWindow, #home {{ background: {p.ground}; }}
#topBar, #panel, #outlinePanel {{ background: {p.panel}; }}
#topBar {{ border-bottom: 1px solid {p.hairline}; }}
#panel {{ border-left: 1px solid {p.hairline}; }}
#outlinePanel {{ border-right: 1px solid {p.hairline}; }}
#outline {{
  background: {p.panel}; border: none; outline: none;
  selection-background-color: {p.panel}; selection-color: {p.ink};
}}
#home QScrollArea {{ background: {p.ground}; border: none; }}
#panel QScrollArea, #panelBody, #panelPage, #rowList {{ background: {p.panel}; border: none; }}
#panelTabRow {{ background: {p.panel}; border: none; border-bottom: 1px solid {p.hairline}; }}
#panelTabs {{ background: {p.panel}; border: none; font-size: 11px; }}
#panelTabs::tab {{ background: transparent; border: none; border-bottom: 2px solid transparent; padding: 0 2px; }}
#panelTabs::tab:hover {{ background: {p.raised}; }}
#panelTabs::tab:selected {{ border-bottom-color: {p.selection}; }}
#strongRow {{ font-family: "Trilliant Inter SemiBold"; }}
#quietRow {{ color: {p.muted}; font-size: 12px; }}
#title {{ font-family: "Trilliant Inter SemiBold"; font-size: 15px; border: none; background: transparent; padding: 0; border-radius: 0; }}
#title:focus {{ border-bottom: 1px solid {p.selection}; }}
#state, #hint, QLabel[quiet="true"] {{ color: {p.muted}; font-size: 12px; }}
QLabel[fault="true"] {{ color: {p.danger}; font-size: 12px; }}
QLabel[caution="true"] {{ color: {p.warning}; font-size: 12px; }}
QLabel[heading="true"] {{ font-family: "Trilliant Inter SemiBold"; font-size: 15px; }}
QLabel[caption="true"] {{ font-family: "Trilliant Inter SemiBold"; font-size: 11px; color: {p.muted}; }}
QLabel[display="true"] {{ font-family: "Trilliant Inter Bold"; font-size: 30px; }}
"""


def _buttons(p: Palette) -> str:
    """Rules for buttons of all kinds."""
    return f"""
QPushButton, QToolButton {{
  background: {p.raised}; color: {p.ink}; border: 1px solid {p.hairline if p.high else "transparent"};
  border-radius: 8px; padding: 6px 12px;
}}
QPushButton:hover, QToolButton:hover {{ border-color: {p.hairline}; background: {p.hairline}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {p.selection}; }}
QPushButton:checked, QToolButton:checked {{ background: {p.selection}; color: {"#15171C" if p.dark else "#FFFFFF"}; }}
QPushButton:checked:focus, QToolButton:checked:focus {{ border: 2px solid {p.ink}; padding: 5px 11px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {p.muted}; }}
QPushButton:checked:disabled, QToolButton:checked:disabled {{ background: {p.raised}; color: {p.muted}; }}
QPushButton[primary="true"] {{ background: {p.strong}; color: {p.on_strong}; font-family: "Trilliant Inter SemiBold"; }}
QPushButton[primary="true"]:hover {{ background: {p.ink}; }}
QPushButton[primary="true"]:disabled {{ background: {p.raised}; color: {p.muted}; }}
QPushButton[primary="true"]:focus {{ border-color: {p.selection}; }}
QPushButton[link="true"] {{ background: transparent; color: {p.selection}; padding: 2px 4px; text-align: left; }}
QPushButton[act="true"] {{ background: transparent; color: {p.selection}; padding: 2px 0; font-size: 12px; border: none; border-bottom: 1px solid transparent; border-radius: 0; }}
QPushButton[act="true"]:hover, QPushButton[act="true"]:focus {{ border-bottom-color: {p.selection}; background: transparent; }}
QPushButton[section="true"] {{ background: transparent; color: {p.ink}; padding: 4px 4px 4px 0; text-align: left; border-radius: 6px; font-family: "Trilliant Inter SemiBold"; }}
QPushButton[section="true"]:hover {{ background: {p.raised}; border-color: transparent; }}
QPushButton[section="true"]:focus, QPushButton[section="true"]:checked:focus {{ border: 1px solid {p.selection}; padding: 4px 4px 4px 0; }}
QPushButton[section="true"]:checked {{ background: transparent; color: {p.ink}; }}
QPushButton[diamond="true"] {{ border-radius: 15px; padding: 6px 14px; font-family: "Trilliant Inter SemiBold"; }}
QToolButton[flat="true"] {{ background: transparent; padding: 6px; }}
QToolButton[flat="true"]:hover {{ background: {p.raised}; }}
QToolButton[flat="true"]:checked {{ background: {p.raised}; border-color: {p.selection}; }}
QToolButton[flat="true"]:checked:focus {{ border: 2px solid {p.ink}; padding: 5px; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def _floating(p: Palette) -> str:
    """Rules for what floats above the board, and notices."""
    return f"""
#toolPalette, #zoomBar, #toast, #findBar, #walkBar, #commandPalette, #progressStrip, #pasteSheet, #quickList {{ background: {p.panel}; border: 1px solid {p.hairline}; border-radius: 12px; }}
#toast {{ background: {p.strong}; color: {p.on_strong}; padding: 10px 16px; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: none; background: transparent; padding: 4px 2px; }}
#findBar QToolButton[flat="true"], #walkBar QToolButton[flat="true"] {{ padding: 5px; }}
#walkCount {{ font-family: "Trilliant Inter SemiBold"; }}
QPushButton[chip="true"] {{ background: {p.panel}; border-color: {p.hairline}; border-radius: 11px; padding: 3px 8px; font-size: 12px; min-height: 16px; }}
QPushButton[chip="true"]:hover {{ background: {p.raised}; }}
QPushButton[chip="true"]:focus {{ border-color: {p.selection}; }}
QPushButton[chip="true"]:checked {{ background: {p.strong}; color: {p.on_strong}; }}
QPushButton[chip="true"]:checked:focus {{ border: 2px solid {p.selection}; padding: 2px 7px; }}
#pastePreview {{ background: {p.panel}; border: 1px solid {p.hairline}; border-radius: 8px; padding: 2px; outline: none; }}
#pastePreview:focus {{ border-color: {p.selection}; }}
#pastePreview::item {{ padding: 0 8px; border: none; border-bottom: 1px solid {p.raised}; }}
#pastePreview::item:selected {{ background: {p.raised}; color: {p.ink}; }}
#pastePreview QHeaderView {{ background: {p.panel}; border: none; }}
#pastePreview QHeaderView::section {{ background: {p.panel}; color: {p.muted}; border: none; border-bottom: 1px solid {p.hairline}; padding: 6px 11px; font-size: 12px; }}
#shortcutTable, #shortcutRows {{ background: {p.panel}; }}
#notice {{ background: {p.warning_fill}; border-bottom: 1px solid {p.hairline}; }}
#notice QScrollArea, #noticeDetails {{ background: {p.warning_fill}; border: none; }}
#notice QLabel {{ color: {p.warning}; }}
"""


def _fields(p: Palette) -> str:
    """Rules for fields to write in and to choose from."""
    return f"""
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {{
  background: {p.panel}; color: {p.ink}; border: 1px solid {p.hairline}; border-radius: 7px; padding: 5px 8px;
  selection-background-color: {p.selection};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {{ border-color: {p.selection}; }}
QLineEdit:read-only {{ background: transparent; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
    background: transparent; border-color: transparent; color: {p.ink}; placeholder-text-color: transparent;
}}
QLineEdit[held="true"], QPlainTextEdit[held="true"] {{
    background: transparent; border-color: transparent; padding: 5px 0 5px 2px;
}}
QPlainTextEdit[held="true"] {{ padding-left: 0; }}
QComboBox:disabled {{ padding-left: 4px; }}
QLineEdit[held="true"]:focus, QPlainTextEdit[held="true"]:focus {{ border-color: {p.muted}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 20px; }}
QComboBox QAbstractItemView {{ background: {p.panel}; color: {p.ink}; border: 1px solid {p.hairline}; padding: 4px; }}
"""


def _rest(p: Palette) -> str:
    """Rules for menus, ticks, bars and the cards of the home screen."""
    return f"""
QMenu {{ background: {p.panel}; color: {p.ink}; border: 1px solid {p.hairline}; border-radius: 8px; padding: 6px; }}
QPushButton, QToolButton, QMenu {{ icon-size: 16px; }}
QMenu::item {{ padding: 6px 22px 6px 10px; border-radius: 6px; }}
QMenu::item:selected {{ background: {p.raised}; }}
QMenu::item:disabled {{ color: {p.muted}; }}
QMenu::icon:checked {{ background: {p.raised}; border: 1px solid {p.selection}; border-radius: 5px; }}
QMenu::separator {{ height: 1px; background: {p.hairline}; margin: 5px 8px; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 15px; height: 15px; border: 1px solid {p.muted}; border-radius: 4px; background: {p.panel}; }}
QCheckBox::indicator:checked {{ background: {p.selection}; border-color: {p.selection}; }}
QCheckBox::indicator:focus {{ border-color: {p.selection}; }}
QToolTip {{ background: {p.strong}; color: {p.on_strong}; border: none; padding: 5px 8px; }}
QProgressBar {{ background: {p.raised}; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }}
QProgressBar::chunk {{ background: {p.selection}; border-radius: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {p.hairline}; border-radius: 3px; min-height: 32px; }}
QScrollBar::handle:vertical:hover {{ background: {p.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
#sessionCard {{ background: {p.panel}; border: 1px solid {p.hairline}; border-radius: 12px; text-align: left; padding: 0; }}
#sessionCard:hover, #sessionCard:focus {{ border-color: {p.selection}; background: {p.panel}; }}
#position {{ border: 1px solid {p.hairline}; border-radius: 10px; }}
#linkRow {{ background: {p.raised}; border-radius: 8px; }}
"""
