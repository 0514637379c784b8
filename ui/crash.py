"""A bug is logged, told once, and the program carries on."""

from __future__ import annotations

import faulthandler
import functools
import logging
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, ParamSpec, TypeVar

from platformdirs import user_log_path
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from techsched import __version__
from techsched.errors import UserError
from ui.parts.button import Button
from ui.parts.plain_label import PlainLabel

QUIET_SECONDS = 30
"""After one dialog, bugs are only logged for so long."""

log = logging.getLogger("techsched")
strict = False
"""True in tests: `guarded` lets everything through."""

P = ParamSpec("P")
R = TypeVar("R")
_seen: set[tuple[str, str, int]] = set()


def guarded(fallback: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """For `data()`, `paintEvent` and delegates, which Qt calls many times a second and which must not raise.

    A bug in them is logged once for each place it comes from, and `fallback` is returned.
    """

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return function(*args, **kwargs)
            except Exception as trouble:
                if strict:
                    raise
                last = traceback.extract_tb(trouble.__traceback__)[-1]
                site = (function.__qualname__, last.filename, last.lineno or 0)
                if site not in _seen:
                    _seen.add(site)
                    log.exception("in %s", function.__qualname__)
                # a painter still alive in a frame of the traceback would keep its widget from being painted again
                traceback.clear_frames(trouble.__traceback__)
                return fallback

        return call

    return wrap


class CrashDialog(QDialog):
    """Says that something went wrong, that nothing saved is lost, and hands out the details."""

    def __init__(self, details: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = details
        self._folder = folder
        what = self.tr(
            "The program stumbled over a mistake of its own. What was saved is safe, and you can carry on. "
            "If it happens again, send us the details."
        )
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setMinimumSize(560, 200)
        text.setAccessibleName(self.tr("Details"))
        copy = Button(self.tr("Copy details"))
        copy.clicked.connect(self.copy)
        look = Button(self.tr("Open log folder"))
        look.clicked.connect(self.open_folder)
        on = Button(self.tr("Carry on"), "primary")
        on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (copy, look, on):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(PlainLabel(what, wrap=True))
        column.addWidget(text, 1)
        column.addLayout(row)
        on.setFocus()

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


class Watch(QObject):
    """Stands in for Python's and Qt's own ways of complaining, until `remove`.

    `tell` shows a `UserError` that nobody caught; it is no bug, and gets no dialog of this kind.
    """

    _caught = Signal(object)

    def __init__(self, folder: Path, tell: Callable[[UserError], object]) -> None:
        super().__init__()
        self.folder = folder
        self.file = folder / "techsched.log"
        self._tell = tell
        self._dialog: CrashDialog | None = None
        self._quiet_until = 0.0
        folder.mkdir(parents=True, exist_ok=True)
        self._handler = RotatingFileHandler(self.file, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        self._faults: IO[str] = (folder / "techsched-fault.log").open("a", encoding="utf-8")
        faulthandler.enable(self._faults)
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        qInstallMessageHandler(self._on_qt)
        # emitted from any thread, shown on this one
        self._caught.connect(self._show)
        log.info("%s", _about().replace("\n", ", "))

    @property
    def dialog(self) -> CrashDialog | None:
        """The one on the screen now."""
        return self._dialog

    def remove(self) -> None:
        """Puts everything back as it was."""
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(None)
        faulthandler.disable()
        self._faults.close()
        log.removeHandler(self._handler)
        self._handler.close()

    def _on_exception(self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(trouble, Exception):
            self._hooks[0](kind, trouble, trace)
            return
        if not isinstance(trouble, UserError):
            log.error("not caught", exc_info=(kind, trouble, trace))
        self._caught.emit(trouble)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        log.log(_LEVELS.get(kind, logging.INFO), "Qt %s: %s", context.category or "default", message)

    def _show(self, trouble: Exception) -> None:
        if QApplication.instance() is None:
            return
        if isinstance(trouble, UserError):
            self._tell(trouble)
            return
        now = time.monotonic()
        if self._dialog is not None or now < self._quiet_until:
            return
        details = _about() + "\n\n" + "".join(traceback.format_exception(trouble))
        self._dialog = CrashDialog(details, self.folder, QApplication.activeWindow())
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
        self._quiet_until = time.monotonic() + QUIET_SECONDS


def install(tell: Callable[[UserError], object], folder: Path | None = None) -> Watch:
    """Call it once the application is made and keep what it returns. The log lies in the platform's folder for logs."""
    return Watch(folder if folder is not None else user_log_path("techsched", appauthor=False), tell)


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _about() -> str:
    return (
        f"techsched {__version__}\nPython {platform.python_version()}\nQt for Python {qt_version}\n"
        f"{platform.system()} {platform.release()}"
    )
