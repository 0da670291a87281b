"""An errand: work in steps between which the window lives on, with a strip that shows how far it is and cancels it."""

import threading
import time
from collections.abc import Callable, Generator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.progress_strip import ProgressStrip
from workshop.errors import OpeningCancelled, WorkshopError

T = TypeVar("T")

Step = float | str | None
"""What a flow says at each step: how far it is, what it does from now on, or that it waits for another thread."""

Flow = Generator[Step, None, None]

SLICE_SECONDS = 0.008
"""The window is held no longer than this, save by a single step that takes longer."""

_AT_ONCE_SECONDS = 0.05
"""What is done by then is done before the key is let go: no event comes between."""

_WAITING_MS = 10


class Errand(QObject):
    """Runs a flow. An error that the domain names is told by `refused`; cancelling is silent."""

    refused = Signal(str)
    ended = Signal()

    def __init__(self, flow: Flow, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = flow
        self._strip = ProgressStrip(parent)
        self._strip.cancelled.connect(self.cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._go_on(SLICE_SECONDS))

    def start(self, words: str) -> None:
        """Begin; what is quickly done is done when this returns."""
        self._strip.begin(words)
        self._go_on(_AT_ONCE_SECONDS)

    def cancel(self) -> None:
        """Stop where it is; the flow is told by GeneratorExit."""
        self._timer.stop()
        self._flow.close()
        self._end()

    def _go_on(self, seconds: float) -> None:
        until, wait = time.perf_counter() + seconds, 0
        try:
            while time.perf_counter() < until:
                step = next(self._flow)
                if step is None:
                    wait = _WAITING_MS
                    break
                if isinstance(step, str):
                    self._strip.begin(step)
                    break
                self._strip.advance(step)
        except StopIteration:
            self._end()
        except OpeningCancelled:
            self._end()
        except WorkshopError as error:
            self._end()
            self.refused.emit(str(error))
        except BaseException:  # a fault of ours, told elsewhere; the next errand must not wait for this one
            self._end()
            raise
        else:
            self._timer.start(wait)

    def _end(self) -> None:
        self._strip.end()
        self._strip.deleteLater()
        self.ended.emit()
        self.deleteLater()


def in_thread(work: Callable[[Callable[[], bool]], T]) -> Generator[None, None, T]:
    """Steps that wait for work on another thread, which is given how to ask whether it was cancelled; its result.

    Only plain values may go there and come back. What the work raises is raised here.
    """
    cancel, results, errors = threading.Event(), [], []

    def run() -> None:
        try:
            results.append(work(cancel.is_set))
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="pasting", daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            yield None
    finally:
        cancel.set()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]
