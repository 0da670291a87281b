"""What makes the start quick; imported before everything else of the window."""

import builtins
import gc
import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING

from ui.compiled_once import bytecode_place, compiled_once

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

PAUSE_MS = 300
"""After the window is there, this long until what waited is done."""

# What is imported stays, so looking through it for garbage again and again is a tenth of the start in vain.
gc.disable()

# What writes stub files for programmers comes with PySide, and brings `logging`, `argparse` and two huge patterns.
_FOR_PROGRAMMERS = "shibokensupport/signature/lib/pyi_generator.py"

# PySide brings 120 kB of its own source text packed in its library and compiles it, a fifteenth of the start.
with compiled_once(bytecode_place("pyside"), empty=[_FOR_PROGRAMMERS]):
    import PySide6.QtCore  # noqa: F401  # it puts another `__import__` in place, which is undone below

# numpy's linear algebra would start a thread a core with its own memory, and nothing here uses it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# numpy gives each of its compiled functions a text for `help()` as it is imported; a sixth of that time, and nobody
# asks for help here.
for name in ("numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars"):
    sys.modules.setdefault(name, ModuleType(name))

# PySide's `__import__` reads the source text of each module imported after it, to see whether it may switch features
# by `from __feature__ import …`. Nothing here does, and the reading is an eighth of the start to the board.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def end_beginning(window: "QObject") -> None:
    """Collect garbage again once the window's events run, passing over what the start has made."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(PAUSE_MS, window, _collect_again)


def _collect_again() -> None:
    gc.freeze()
    gc.enable()
