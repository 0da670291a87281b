"""What floats above the canvas: the tool palette and the zoom bar."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.actions import TOOL_PALETTE, spec_of
from ui.canvas.canvas import Canvas
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.window_state import Tool, WindowState
from workshop.picture.palette import Palette

_TOOL_OF = {"select_tool": Tool.SELECT, "pan_tool": Tool.PAN, "link_tool": Tool.LINK}


class ToolPalette(QFrame):
    """The tools at the left edge; the one in use is marked."""

    def __init__(
        self, state: WindowState, actions: Mapping[str, QAction], looks: Palette, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolPalette")
        self._state = state
        self._buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(4)
        for name in TOOL_PALETTE:
            button = _button(actions[name], spec_of(name).icon, looks, 22)
            button.setCheckable(name in _TOOL_OF)
            self._buttons[name] = button
            layout.addWidget(button)
        state.tool_changed.connect(self.refresh)
        self.refresh()
        self.adjustSize()

    def refresh(self) -> None:
        """Mark the tool in use."""
        for name, tool in _TOOL_OF.items():
            self._buttons[name].setChecked(self._state.tool is tool)


class ZoomBar(QFrame):
    """Out, the present zoom, in, and fit."""

    def __init__(self, canvas: Canvas, actions: Mapping[str, QAction], looks: Palette) -> None:
        super().__init__(canvas)
        self.setObjectName("zoomBar")
        self._canvas = canvas
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(2)
        self._zoom = QLabel("100 %")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setFixedWidth(px(54))
        layout.addWidget(_button(actions["zoom_out"], "minus", looks, 16))
        layout.addWidget(self._zoom)
        layout.addWidget(_button(actions["zoom_in"], "plus", looks, 16))
        layout.addWidget(_button(actions["fit_all"], "arrows-out", looks, 16))
        layout.addWidget(_button(actions["toggle_minimap"], "map-trifold", looks, 16))
        canvas.camera_changed.connect(self.refresh)
        self.refresh()
        self.adjustSize()

    def refresh(self) -> None:
        """Show the present zoom."""
        self._zoom.setText(f"{self._canvas.camera.zoom * 100:.0f} %")


def _button(action: QAction, name: str, looks: Palette, size: int) -> QToolButton:
    button = QToolButton()
    button.setProperty("flat", True)
    button.setIcon(icon(name, looks.ink, size=px(size)))
    button.setIconSize(QSize(px(size), px(size)))
    keys = action.shortcut().toString()
    button.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked: action.trigger())
    return button
