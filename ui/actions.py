"""The one table of actions: name, text, icon, shortcuts, and where they hold."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

WINDOW, CANVAS = "window", "canvas"
"""Where a shortcut holds: in the whole window, or only while the board has the keyboard (plain letters)."""


class ActionSpec(NamedTuple):
    """An action; `name` is also the method that carries it out. `needs` is a key of what is met in `enable_actions`."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    scope: str = CANVAS
    needs: str = "board"


class Submenu(NamedTuple):
    """Actions by name behind one entry of a menu."""

    text: str
    icon: str
    names: tuple[str, ...]


Menu = tuple[str | Submenu, ...]
"""The entries of a menu: names of actions, empty ones for separators, and submenus."""

ACTIONS = (
    ActionSpec("new_session", "New workshop", "plus", ("Ctrl+N",), WINDOW, ""),
    ActionSpec("open_session", "Open…", "folder-open", ("Ctrl+O",), WINDOW, ""),
    ActionSpec("open_sample", "Open the sample workshop", "sparkle", (), WINDOW, ""),
    ActionSpec("save_copy", "Save a copy…", "floppy-disk", ("Ctrl+Shift+S",), WINDOW),
    ActionSpec("export_pdf", "Export PDF…", "file-pdf", ("Ctrl+E",), WINDOW),
    ActionSpec("export_cards", "PDF of these cards…", "file-pdf", (), WINDOW, "cards"),
    ActionSpec("export_thread", "PDF of their threads…", "file-pdf", (), WINDOW, "cards"),
    ActionSpec("export_phase", "PDF of this phase…", "file-pdf", (), WINDOW),
    ActionSpec("export_picture", "Export picture…", "image", ("Ctrl+Shift+I",), WINDOW),
    ActionSpec("picture_of_cards", "Picture of these cards…", "image", (), WINDOW, "cards"),
    ActionSpec("picture_of_thread", "Picture of their threads…", "image", (), WINDOW, "cards"),
    ActionSpec("picture_of_phase", "Picture of this phase…", "image", (), WINDOW),
    ActionSpec("close_session", "Back to the home screen", "house", ("Ctrl+W",), WINDOW),
    ActionSpec("quit", "Quit", "x", ("Ctrl+Q",), WINDOW, ""),
    ActionSpec("undo", "Undo", "arrow-counter-clockwise", ("Ctrl+Z",), WINDOW),
    ActionSpec("redo", "Redo", "arrow-clockwise", ("Ctrl+Shift+Z", "Ctrl+Y"), WINDOW),
    ActionSpec("select_tool", "Select", "cursor", ("V",)),
    ActionSpec("pan_tool", "Pan", "hand", ("H",)),
    ActionSpec("new_card", "New card", "note", ("N",)),
    ActionSpec("link_tool", "Link", "flow-arrow", ("L",)),
    ActionSpec("delete_selection", "Delete", "trash", ("Delete", "Backspace"), CANVAS, "selection"),
    ActionSpec("duplicate", "Duplicate", "copy", ("Ctrl+D",), WINDOW, "cards"),
    ActionSpec("copy_cards", "Copy", "copy-simple", ("Ctrl+C", "Ctrl+Ins"), CANVAS, "cards"),
    ActionSpec("cut_cards", "Cut", "scissors", ("Ctrl+X", "Shift+Del"), CANVAS, "cards"),
    ActionSpec("paste", "Paste", "clipboard-text", ("Ctrl+V", "Shift+Ins")),
    ActionSpec("paste_as_one", "Paste as one card", "clipboard", ("Ctrl+Shift+V",)),
    ActionSpec("quick_list", "Quick list", "list-plus", ("Ctrl+J",), WINDOW),
    ActionSpec("select_all", "Select all", "selection-all", ("Ctrl+A",)),
    ActionSpec("walk_left", "Card to the left", "", ("Left",)),
    ActionSpec("walk_right", "Card to the right", "", ("Right",)),
    ActionSpec("walk_up", "Card above", "", ("Up",)),
    ActionSpec("walk_down", "Card below", "", ("Down",)),
    ActionSpec("follow_left", "Along a link to the left", "", ("Alt+Left",)),
    ActionSpec("follow_right", "Along a link to the right", "", ("Alt+Right",)),
    ActionSpec("follow_up", "Along a link upwards", "", ("Alt+Up",)),
    ActionSpec("follow_down", "Along a link downwards", "", ("Alt+Down",)),
    ActionSpec("linked_left", "New linked card to the left", "", ("Ctrl+Left",), CANVAS, "card"),
    ActionSpec("linked_right", "New linked card to the right", "", ("Ctrl+Right",), CANVAS, "card"),
    ActionSpec("linked_up", "New linked card above", "", ("Ctrl+Up",), CANVAS, "card"),
    ActionSpec("linked_down", "New linked card below", "", ("Ctrl+Down",), CANVAS, "card"),
    ActionSpec("chain_cards", "Link in reading order", "flow-arrow", ("Ctrl+Shift+C",), WINDOW, "cards"),
    ActionSpec("light_thread", "Light the thread", "path", ("T",)),
    ActionSpec("nudge_left", "Nudge to the left", "", ("Shift+Left",), CANVAS, "cards"),
    ActionSpec("nudge_right", "Nudge to the right", "", ("Shift+Right",), CANVAS, "cards"),
    ActionSpec("nudge_up", "Nudge up", "", ("Shift+Up",), CANVAS, "cards"),
    ActionSpec("nudge_down", "Nudge down", "", ("Shift+Down",), CANVAS, "cards"),
    ActionSpec("step_left", "One pixel to the left", "", ("Ctrl+Shift+Left",), CANVAS, "cards"),
    ActionSpec("step_right", "One pixel to the right", "", ("Ctrl+Shift+Right",), CANVAS, "cards"),
    ActionSpec("step_up", "One pixel up", "", ("Ctrl+Shift+Up",), CANVAS, "cards"),
    ActionSpec("step_down", "One pixel down", "", ("Ctrl+Shift+Down",), CANVAS, "cards"),
    ActionSpec("align_left", "Align left edges", "align-left", ("Alt+Shift+L",), CANVAS, "cards"),
    ActionSpec("align_centre", "Align centres", "align-center-horizontal", ("Alt+Shift+H",), CANVAS, "cards"),
    ActionSpec("align_right", "Align right edges", "align-right", ("Alt+Shift+R",), CANVAS, "cards"),
    ActionSpec("align_top", "Align top edges", "align-top", ("Alt+Shift+T",), CANVAS, "cards"),
    ActionSpec("align_middle", "Align middles", "align-center-vertical", ("Alt+Shift+M",), CANVAS, "cards"),
    ActionSpec("align_bottom", "Align bottom edges", "align-bottom", ("Alt+Shift+B",), CANVAS, "cards"),
    ActionSpec("distribute_across", "Even gaps across", "columns", ("Alt+Shift+C",), CANVAS, "cards"),
    ActionSpec("distribute_down", "Even gaps down", "rows", ("Alt+Shift+V",), CANVAS, "cards"),
    ActionSpec("tidy", "Tidy into rows…", "squares-four", ("Shift+T",)),
    ActionSpec("bring_to_front", "Bring to front", "arrow-line-up", ("Ctrl+Shift+]", "}"), CANVAS, "cards"),
    ActionSpec("send_to_back", "Send to back", "arrow-line-down", ("Ctrl+Shift+[", "{"), CANVAS, "cards"),
    ActionSpec("group", "Group", "selection-plus", ("Ctrl+G",), WINDOW, "cards"),
    ActionSpec("ungroup", "Ungroup", "selection-slash", ("Ctrl+Shift+G",), WINDOW, "cards"),
    ActionSpec("assign_to_group", "Put into a group…", "folder", ("G",), CANVAS, "cards"),
    ActionSpec("merge_groups", "Merge groups", "intersect", ("Alt+Shift+G",), WINDOW, "cards"),
    ActionSpec("fold_group", "Fold or unfold the group", "stack", ("F",), CANVAS, "cards"),
    ActionSpec("name_group", "Name the group", "text-t", ("Shift+F2",), CANVAS, "cards"),
    ActionSpec("colour_group", "Colour the group…", "palette", (), CANVAS, "cards"),
    ActionSpec("suggest_groups", "Suggest groups", "lightbulb", ("Ctrl+Shift+J",), WINDOW),
    ActionSpec("add_dot", "Give a dot", "circle", ("D",), CANVAS, "cards"),
    ActionSpec("remove_dot", "Take a dot away", "", ("Shift+D",), CANVAS, "cards"),
    ActionSpec("search_target", "Link to a card…", "flow-arrow", ("Shift+L",), CANVAS, "card"),
    ActionSpec("choose_kind", "Kind…", "tag", ("Alt+K",), WINDOW),
    ActionSpec("writer_1", "Write as the last writer again", "", ("Ctrl+1",), WINDOW),
    ActionSpec("writer_2", "Write as the second last", "", ("Ctrl+2",), WINDOW),
    ActionSpec("writer_3", "Write as the third last", "", ("Ctrl+3",), WINDOW),
    ActionSpec("writer_4", "Write as the fourth last", "", ("Ctrl+4",), WINDOW),
    ActionSpec("writer_5", "Write as the fifth last", "", ("Ctrl+5",), WINDOW),
    ActionSpec("next_phase", "Choose the next phase", "", ("PgDown",), CANVAS, "not presenting"),
    ActionSpec("previous_phase", "Choose the phase before", "", ("PgUp",), CANVAS, "not presenting"),
    ActionSpec("edit_card", "Edit text", "pencil-simple", (), CANVAS, "card"),
    ActionSpec("lock_cards", "Lock or unlock", "lock-simple", ("Ctrl+Shift+L",), WINDOW, "cards"),
    ActionSpec("hide_cards", "Turn face down or up", "eye-slash", ("Ctrl+Shift+H",), WINDOW, "cards"),
    ActionSpec("reverse_link", "Turn the link round", "path", (), CANVAS, "selection"),
    ActionSpec("discipline_cx", "CX", "", ("Alt+1",), WINDOW),
    ActionSpec("discipline_ux", "UX", "", ("Alt+2",), WINDOW),
    ActionSpec("discipline_joint", "CX + UX", "", ("Alt+3",), WINDOW),
    ActionSpec("writing_as", "Writing as…", "identification-badge", ("Alt+A",), WINDOW),
    ActionSpec("show_problem", "Problem", "", ("1",)),
    ActionSpec("show_solution", "Solution", "", ("2",)),
    ActionSpec("show_outcome", "Outcome", "", ("3",)),
    ActionSpec("show_board", "Overview", "", ("0",)),
    ActionSpec("fit_all", "Fit everything", "arrows-out", ("Shift+1", "!")),
    ActionSpec("fit_selection", "Fit the selection", "frame-corners", ("Shift+2", "@"), CANVAS, "cards"),
    ActionSpec("zoom_in", "Zoom in", "plus", ("Ctrl++", "Ctrl+="), WINDOW),
    ActionSpec("zoom_out", "Zoom out", "minus", ("Ctrl+-",), WINDOW),
    ActionSpec("zoom_100", "100 %", "", ("Ctrl+0",), WINDOW),
    ActionSpec("back", "Back to where you were", "arrow-left", ("Alt+PgUp",), WINDOW),
    ActionSpec("forward", "Forward again", "arrow-right", ("Alt+PgDown",), WINDOW),
    ActionSpec("find_cards", "Find…", "magnifying-glass", ("Ctrl+F",), WINDOW),
    ActionSpec("find_next", "Next found card", "", ("F3",), WINDOW),
    ActionSpec("find_previous", "Previous found card", "", ("Shift+F3",), WINDOW),
    ActionSpec("command_palette", "Go to or do anything…", "command", ("Ctrl+K",), WINDOW),
    ActionSpec("toggle_minimap", "Show or fold the map", "map-trifold", ("M",)),
    ActionSpec("toggle_outline", "Show or hide the outline", "tree-structure", ("Ctrl+Shift+O",), WINDOW),
    ActionSpec("toggle_outline_here", "Outline", "tree-structure", ("O",)),
    ActionSpec("toggle_panel", "Show or hide the panel", "list", ("Ctrl+\\",), WINDOW),
    ActionSpec("show_dots", "Dots nobody connected", "warning-circle", ("Ctrl+Shift+F",), WINDOW),
    ActionSpec("show_threads", "Threads", "path", ("Ctrl+Shift+E",), WINDOW),
    ActionSpec("walk_thread", "Walk along the thread", "footprints", ("W",)),
    ActionSpec("show_balance", "Balance of CX and UX", "chart-bar-horizontal", ("Ctrl+Shift+B",), WINDOW),
    ActionSpec("show_measures", "Shared measures", "ruler", ("Ctrl+Shift+M",), WINDOW),
    ActionSpec("measure_cards", "Measure by…", "ruler", ("Shift+M",), CANVAS, "cards"),
    ActionSpec("show_tensions", "Tensions", "scales", ("Ctrl+Shift+X",), WINDOW),
    ActionSpec("make_tension", "Make a tension", "scales", ("X",), CANVAS, "selection"),
    ActionSpec("phase_guide", "Phase guide", "compass", ("P",)),
    ActionSpec("show_terms", "Terms", "translate", ("Ctrl+Shift+T",), WINDOW),
    ActionSpec("add_to_terms", "Add to terms", "translate", ("Ctrl+T",)),
    ActionSpec("show_leads", "Who leads where", "users-three", ("Ctrl+Shift+W",), WINDOW),
    ActionSpec("show_questions", "Questions to the other side", "chats", ("Ctrl+Shift+Q",), WINDOW),
    ActionSpec("ask_side", "Ask CX or UX…", "chats", ("Q",), CANVAS, "card"),
    ActionSpec("reveal_next", "Reveal the next card", "eye", ("R",)),
    ActionSpec("reveal_all", "Reveal all cards", "eye", ("Shift+R",)),
    ActionSpec("toggle_mirrored", "This screen is mirrored", "monitor", (), WINDOW),
    ActionSpec("show_agenda", "Agenda", "list-numbers", ("Ctrl+Shift+A",), WINDOW),
    ActionSpec("toggle_timer", "Start or pause the step", "play", ("Alt+P",), WINDOW),
    ActionSpec("add_minute", "One minute more", "plus", ("Alt+M",), WINDOW),
    ActionSpec("next_step", "Next step", "skip-forward", ("Alt+N",), WINDOW),
    ActionSpec("previous_step", "Step before", "skip-back", ("Alt+B",), WINDOW),
    ActionSpec("go_to_phase", "Look at the phase of the step", "", ("Alt+G",), WINDOW),
    ActionSpec("stop_agenda", "End the running of the agenda", "stop", (), WINDOW),
    ActionSpec("present", "Present", "projector-screen", ("F5",), WINDOW),
    ActionSpec("end_presenting", "End presenting", "x", ("Shift+F5",), WINDOW, "presenting"),
    ActionSpec("next_frame", "Next frame on the projector", "caret-right", (), WINDOW, "presenting"),
    ActionSpec("previous_frame", "Previous frame on the projector", "caret-left", (), WINDOW, "presenting"),
    ActionSpec("follow_me", "Projector follows, or stays", "eye", (), WINDOW, "presenting"),
    ActionSpec("spotlight", "Spotlight on what is chosen", "flashlight", ("S",), CANVAS, "presenting"),
    ActionSpec("laser", "Laser", "crosshair", ("K",), CANVAS, "presenting"),
    ActionSpec("freeze_projector", "Freeze the projector", "snowflake", ("Shift+B",), CANVAS, "presenting"),
    ActionSpec("black", "Black projector", "square", ("B", "."), CANVAS, "presenting"),
    ActionSpec("keep_frame", "Make a frame of this view", "frame-corners", ("Shift+F",)),
    ActionSpec("show_frames", "Frames", "frame-corners", ("Ctrl+Shift+P",), WINDOW),
    ActionSpec("show_voting", "Voting rounds", "hand-pointing", ("Alt+V",), WINDOW),
    ActionSpec("show_result", "Result of the vote on the projector", "projector-screen", ("Alt+R",), WINDOW),
    ActionSpec("next_voter", "Next who votes", "", ("Shift+V",)),
    ActionSpec("end_turn", "Nobody votes for the moment", ""),
    ActionSpec("show_deciding", "Decisions and actions", "thumbs-up", ("Alt+D",), WINDOW),
    ActionSpec("decide_card", "Decide…", "thumbs-up", ("Y",), CANVAS, "card"),
    ActionSpec("write_action", "Write an action…", "check-circle", ("A",), CANVAS, "card"),
    ActionSpec("park_cards", "Park", "tray", ("Shift+P",), CANVAS, "cards"),
    ActionSpec("who_speaks", "Who speaks next", "microphone", ("Shift+S",)),
    ActionSpec("close_workshop", "Close the workshop…", "thumbs-up", ("Alt+E",), WINDOW),
    ActionSpec("next_panel", "Next panel", "", ("Ctrl+PgDown",), WINDOW),
    ActionSpec("previous_panel", "Panel before", "", ("Ctrl+PgUp",), WINDOW),
    ActionSpec("switch_pane", "Between the board and the panel", "", ("F6",), WINDOW),
    ActionSpec("toggle_theme", "Light or dark", "moon", ("Ctrl+Shift+D",), WINDOW, ""),
    ActionSpec("follow_system_theme", "Follow the system's theme", "sun", (), WINDOW, ""),
    ActionSpec("ease", "Text size, contrast, motion…", "eye", ("Alt+T",), WINDOW, ""),
    ActionSpec("show_shortcuts", "Shortcuts", "question", ("?",), CANVAS, ""),
)

TOOL_PALETTE = ("select_tool", "pan_tool", "new_card", "link_tool")
SCREEN_MENU = Submenu(
    "This screen", "monitor", ("toggle_theme", "follow_system_theme", "ease", "", "toggle_mirrored")
)
TAKING_MENU = Submenu("Export", "file-pdf", ("export_pdf", "export_picture"))
MAIN_MENU: Menu = (
    "new_session", "open_session", "open_sample", "save_copy", TAKING_MENU, "present", "",
    "undo", "redo", "",
    "copy_cards", "cut_cards", "paste", "paste_as_one", "select_all", "", "quick_list", "find_cards",
    "command_palette", "toggle_outline", "", "toggle_panel", "show_agenda", SCREEN_MENU,
    "show_shortcuts", "", "close_session", "quit",
)  # fmt: skip
"""As much as a screen of 720 pixels shows; what is done to cards is in their own menu, and everything in Ctrl+K."""

ARRANGE_MENU = Submenu("Arrange", "squares-four", (
    "align_left", "align_centre", "align_right", "", "align_top", "align_middle", "align_bottom", "",
    "distribute_across", "distribute_down", "", "tidy", "", "bring_to_front", "send_to_back",
))  # fmt: skip
DECIDE_MENU = Submenu("Decide and act", "thumbs-up", ("decide_card", "write_action", "park_cards"))
LEAVE_MENU = Submenu("Hide or export", "eye-slash", (
    "hide_cards", "", "export_cards", "export_thread", "", "picture_of_cards", "picture_of_thread",
))  # fmt: skip
EXPORT_MENU = Submenu(
    "Export", "file-pdf", ("export_phase", "picture_of_phase", "", "export_pdf", "export_picture")
)
CARD_MENU: Menu = (
    "edit_card", "copy_cards", "cut_cards", "duplicate", "", "chain_cards", "light_thread", "",
    "add_dot", "remove_dot", "measure_cards", "make_tension", "ask_side", DECIDE_MENU, ARRANGE_MENU, "",
    "group", "ungroup", "assign_to_group", "fold_group", "name_group", "colour_group", "merge_groups", "",
    "lock_cards", LEAVE_MENU, "", "delete_selection",
)  # fmt: skip
GROUND_MENU: Menu = (
    "new_card", "paste", "quick_list", "", "select_all", "tidy", "suggest_groups", "", "phase_guide", "",
    "fit_all", "show_board", "", EXPORT_MENU,
)  # fmt: skip
LINK_MENU: Menu = ("reverse_link", "make_tension", "", "delete_selection")

_SPECS = {spec.name: spec for spec in ACTIONS}

_WHILE_WRITING = ("edit_card", "copy_cards", "fit_selection")
"""What is done with the selected cards and changes none, so that writing may go on."""

_LOOKING = frozenset((
    "select_tool", "pan_tool", "link_tool", "select_all", "walk_left", "walk_right", "walk_up", "walk_down",
    "follow_left", "follow_right", "follow_up", "follow_down", "light_thread", "walk_thread",
    "show_problem", "show_solution", "show_outcome", "show_board", "fit_all", "fit_selection",
    "zoom_in", "zoom_out", "zoom_100", "back", "forward", "find_cards", "find_next", "find_previous",
    "command_palette", "toggle_minimap", "toggle_outline", "toggle_outline_here", "toggle_panel",
    "show_dots", "show_threads", "show_balance", "show_measures", "show_tensions", "phase_guide", "show_terms",
    "show_leads", "show_questions", "show_agenda", "go_to_phase", "show_frames", "show_voting", "show_deciding",
    "present", "end_presenting", "next_frame", "previous_frame", "follow_me", "spotlight", "laser",
    "freeze_projector", "black", "show_result", "toggle_mirrored", "next_panel", "previous_panel", "switch_pane",
    "toggle_theme", "follow_system_theme", "ease", "show_shortcuts",
))  # fmt: skip
"""What changes no record and takes none away, so that what is being written in a field goes on as one step."""


def make_actions(window: QWidget, run: Callable[[str], None]) -> dict[str, QAction]:
    """The actions of the table; triggering one runs it by its name. Those of the canvas wait to be added to one."""
    actions: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(spec.text, window)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.triggered.connect(lambda _checked=False, name=spec.name: run(name))
        if spec.scope == WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        actions[spec.name] = action
    return actions


def give_canvas_its_actions(actions: Mapping[str, QAction], canvas: QWidget) -> None:
    """Let the plain letters and the other keys of the board hold while this canvas has the keyboard."""
    canvas.addActions([actions[spec.name] for spec in ACTIONS if spec.scope == CANVAS])


def spec_of(name: str) -> ActionSpec:
    """An action of the table by its name."""
    return _SPECS[name]


def ends_writing(name: str) -> bool:
    """Whether an action is about the selected cards in a way that the card which is being written is finished first."""
    spec = _SPECS.get(name)
    return spec is not None and spec.needs in ("card", "cards", "selection") and name not in _WHILE_WRITING


def only_looks(name: str) -> bool:
    """Whether an action leaves the session as it is, so that writing in a field goes on."""
    return name in _LOOKING


def enable_actions(
    actions: Mapping[str, QAction], *, board: bool, cards: int, links: int, presenting: bool = False
) -> None:
    """Enable what can be done with so many cards and links selected, and while somebody presents or nobody."""
    met = {
        "": True,
        "board": board,
        "card": board and cards == 1,
        "cards": board and cards > 0,
        "selection": board and cards + links > 0,
        "presenting": board and presenting,
        "not presenting": board and not presenting,
    }
    for name, action in actions.items():
        action.setEnabled(met[_SPECS[name].needs])
