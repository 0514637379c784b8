"""The Qt application: the window, or the page or picture that the command line asked for."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from techsched.clock import SystemClock
from techsched.errors import UserError
from techsched.model.span import Instant
from techsched.model.wall import day_of
from ui import crash, fonts, i18n, style, theme
from ui.settings import Settings
from ui.window import MainWindow

if TYPE_CHECKING:
    from ui.welcome import Welcome

SAMPLE = "sample.db"


def main(options: Namespace) -> int:
    """What the command line hands over; the exit code. Raises UserError for what it cannot do."""
    if options.command == "roster":
        return _roster(options)
    if options.command == "picture":
        return _picture(options)
    return _window(options)


def application() -> QApplication:
    """The one application, dressed; made at the first call."""
    held = QApplication.instance()
    if isinstance(held, QApplication):
        return held
    app = QApplication(sys.argv[:1])
    app.setApplicationName("techsched")
    app.setApplicationDisplayName("techsched")
    app.setDesktopFileName("techsched")
    style.apply(app)
    return app


# pages and pictures


def _roster(options: Namespace) -> int:
    from techsched.desk.desk import Desk
    from ui.printing import save_roster

    application()
    desk = Desk.open(options.db, who=options.user, readonly=True)
    try:
        save_roster(desk, options.week, options.lang or desk.schedule.office.language, Path(options.pdf))
    finally:
        desk.close()
    return 0


def _picture(options: Namespace) -> int:
    from techsched.desk.desk import Desk
    from ui.picture import save

    application()
    theme.choice.choose(theme.Appearance.LIGHT)
    desk = Desk.open(options.db, who=options.user, readonly=True)
    try:
        language = options.lang or desk.schedule.office.language
        i18n.choose(language)
        day = _day_of(options, desk.now, desk.schedule.office.zone)
        save(desk, options.view, day, language, Path(options.png))
    finally:
        desk.close()
    return 0


def _day_of(options: Namespace, now: Instant, zone: str) -> date:
    """The day that a picture shows: the one asked for, else the file's today, else the Monday of the week."""
    day: date = options.date or day_of(now, zone)
    monday: date = options.week.monday
    return day if day in options.week.days else monday


# the window


def _window(options: Namespace) -> int:
    app = application()
    settings = Settings()
    theme.choice.choose(settings.appearance)
    fonts.text_size.choose(settings.text_size)
    i18n.choose(settings.language)
    window = MainWindow(settings)
    settings.place_window(window)
    start = Start(window, options)
    watch = crash.install(start.tell)
    window.show()
    # the frame is on the screen before the store is imported
    QTimer.singleShot(0, start.run)
    try:
        return app.exec()
    finally:
        watch.remove()


class Start:
    """Chooses the office that a start opens: the one asked for, the sample, the last one, or the first-run page."""

    def __init__(self, window: MainWindow, options: Namespace) -> None:
        self.window = window
        self.options = options
        self.office: object | None = None

    def tell(self, trouble: UserError) -> None:
        """What cannot be done, where the window shows such things."""
        self.window.toast(i18n.say(trouble.sentence))

    def run(self) -> None:
        options = self.options
        try:
            if getattr(options, "demo", False):
                self.open_sample()
            elif getattr(options, "db", None):
                self.open(options.db)
            elif self.window.settings.office and Path(self.window.settings.office).exists():
                self.open(self.window.settings.office)
            else:
                self.welcome()
        except UserError as trouble:
            self.welcome(trouble)

    def open(self, url: str) -> None:
        """Raises UserError for a file that cannot be opened."""
        from techsched.desk.desk import Desk
        from ui.bridge import Bridge
        from ui.office import OfficeDesk

        desk = Desk.open(url, who=self.options.user)
        self.window.settings.office = desk.path
        self.office = OfficeDesk(self.window, Bridge(desk, i18n.language()), self.relaunch)
        self.offer_drafts()

    def offer_drafts(self) -> None:
        """What was half-typed when the program last ended."""
        from ui.forms.opened import offer_drafts
        from ui.office import OfficeDesk

        assert isinstance(self.office, OfficeDesk)
        offer_drafts(self.window, self.office.bridge, self.window.open_dialog)

    def relaunch(self) -> None:
        """The same office in a new window, after the language has changed; the desk stays open."""
        from ui.bridge import Bridge
        from ui.office import OfficeDesk

        assert isinstance(self.office, OfficeDesk)
        old, desk = self.window, self.office.bridge.let_go()
        self.window = MainWindow(old.settings)
        self.window.setGeometry(old.geometry())
        self.office = OfficeDesk(self.window, Bridge(desk, i18n.language()), self.relaunch)
        self.window.show()
        self.window.show_page(old.page)
        old.hide()
        old.deleteLater()

    def open_sample(self) -> None:
        """The sample office in the data folder, made anew when it is not there."""
        from techsched import sample
        from techsched.desk.desk import Desk

        folder = user_data_path("techsched", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / SAMPLE
        if not file.exists():
            desk = Desk.create(str(file), sample.office(i18n.language()), who=self.options.user, clock=SystemClock())
            desk.close()
        self.open(str(file))

    def welcome(self, trouble: UserError | None = None) -> None:
        """The first-run page; with what went wrong, when something did."""
        from ui.welcome import Welcome

        page = Welcome(self.window, self.open, self.open_sample, self.options.user)
        self._show_welcome(page)
        if trouble is not None:
            page.tell(i18n.say(trouble.sentence))

    def _show_welcome(self, page: Welcome) -> None:
        from ui.welcome import KEY

        self.window.add_page(KEY, page.title, "rows", lambda: page)
        self.window.show_page(KEY)
        # the segment that was pressed belongs to the page that goes
        page.language_chosen.connect(lambda: QTimer.singleShot(0, lambda: self._welcome_again(page)))

    def _welcome_again(self, before: Welcome) -> None:
        """The first-run page in a window of the language that was just chosen."""
        from ui.welcome import Welcome

        old = self.window
        self.window = MainWindow(old.settings)
        self.window.setGeometry(old.geometry())
        page = Welcome(self.window, self.open, self.open_sample, self.options.user)
        page.take_over(before)
        self._show_welcome(page)
        self.window.show()
        old.hide()
        old.deleteLater()
