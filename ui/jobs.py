"""Work off the UI thread: a pure function goes out, its result comes back as a value."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from techsched.errors import UserError

T = TypeVar("T")
_BETWEEN = 0.03
"""Seconds between two reports of progress, so that a busy job does not drown the UI thread."""


class Stopped(Exception):
    """Raised inside a job's function by `Pulse` when nobody waits for its result any more."""


class Pulse:
    """What a job's function is given: a way to tell how far it is, and to learn that it should stop."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._told = 0.0

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def beat(self, share: float | None = None) -> None:
        """Call it now and then, with the share done (0 to 1) where it is known. Raises `Stopped`."""
        if self._stop.is_set():
            raise Stopped
        if share is not None:
            now = time.monotonic()
            if share >= 1 or now - self._told >= _BETWEEN:
                self._told = now
                self._tell(share)

    def stop(self) -> None:
        self._stop.set()


class Job(QObject):
    """One function at work. Its signals arrive on the UI thread; after `cancel()` nothing but `ended` does."""

    progressed = Signal(float)
    ended = Signal()
    """Always, once, and last: done, failed or stopped."""

    _returned = Signal(object)
    _raised = Signal(object)
    _told = Signal(float)

    def __init__(
        self,
        function: Callable[[Pulse], Any],
        done: Callable[[Any], object],
        failed: Callable[[UserError], object] | None,
    ) -> None:
        super().__init__()
        self._function = function
        self._done = done
        self._failed = failed
        self.pulse = Pulse(self._told.emit)
        queued = Qt.ConnectionType.QueuedConnection
        self._returned.connect(self._deliver, queued)
        self._raised.connect(self._complain, queued)
        self._told.connect(self._report, queued)

    def cancel(self) -> None:
        """The result is thrown away, whenever the function notices."""
        self.pulse.stop()

    def work(self) -> None:
        """Runs the function on the calling thread."""
        try:
            found = self._function(self.pulse)
        except Exception as trouble:
            self._raised.emit(trouble)
        else:
            self._returned.emit(found)

    @Slot(object)
    def _deliver(self, found: object) -> None:
        try:
            if not self.pulse.stopped:
                self._done(found)
        finally:
            self.ended.emit()

    @Slot(object)
    def _complain(self, trouble: Exception) -> None:
        try:
            if self.pulse.stopped or isinstance(trouble, Stopped):
                return
            if isinstance(trouble, UserError) and self._failed is not None:
                self._failed(trouble)
            else:
                sys.excepthook(type(trouble), trouble, trouble.__traceback__)
        finally:
            self.ended.emit()

    @Slot(float)
    def _report(self, share: float) -> None:
        if not self.pulse.stopped:
            self.progressed.emit(share)


class _Errand(QRunnable, Generic[T]):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.work()


class Jobs(QObject):
    """Starts jobs and keeps them until they have ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[Job, _Errand[Any]] = {}

    def run(
        self,
        function: Callable[[Pulse], T],
        done: Callable[[T], object],
        failed: Callable[[UserError], object] | None = None,
    ) -> Job:
        """`function` touches no widget and nothing that changes meanwhile. `done` gets its result, `failed` the
        sentence where it raised a `UserError`; everything else it raises is a bug and goes to `sys.excepthook`."""
        job = Job(function, done, failed)
        errand: _Errand[Any] = _Errand(job)
        errand.setAutoDelete(False)
        self._running[job] = errand
        job.ended.connect(lambda: self._running.pop(job, None))
        self._pool.start(errand)
        return job

    @property
    def busy(self) -> int:
        """How many have not ended."""
        return len(self._running)

    def close(self, patience_ms: int = 5000) -> bool:
        """Cancels all and waits. False where one did not notice in time."""
        for job in list(self._running):
            job.cancel()
        return self._pool.waitForDone(patience_ms)
