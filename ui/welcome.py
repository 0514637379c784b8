"""The first-run page: language and city, four ways to begin, and where the file will lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from techsched import cities, words
from techsched.clock import Clock, SystemClock
from techsched.desk.pen import Command
from techsched.errors import UserError
from techsched.exchange.reading import Reading
from techsched.model.change import Change
from techsched.model.kinds import HolidayScope
from techsched.model.row import fresh_ids
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.wall import day_of
from ui import fonts, i18n, icons, theme
from ui.forms.context import Context
from ui.forms.moment import SingleDays, days_text
from ui.forms.wrong import Wrong
from ui.import_preview import ImportPreview
from ui.jobs import Jobs, Pulse
from ui.parts.button import Button
from ui.parts.card import Card
from ui.parts.hairline import Hairline
from ui.parts.key_cap import KeyCap
from ui.parts.plain_label import PlainLabel
from ui.parts.segmented import Segmented
from ui.window import MainWindow

KEY = "welcome"
"""Of this page in the window."""
_WIDE = 760


@dataclass(frozen=True, slots=True)
class Read:
    """What an import read, and the office that it was read for."""

    name: str
    reading: Reading
    founding: Change
    schedule: Schedule


class Welcome(QWidget):
    """`open` takes the path of an office, `open_sample` opens the sample office; both raise UserError.

    `language_chosen` after the window's language changed: what stands around the page is to be told anew.
    """

    language_chosen = Signal()

    def __init__(
        self,
        window: MainWindow,
        open: Callable[[str], object],
        open_sample: Callable[[], object],
        user: str,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.window_ = window
        self._open = open
        self._open_sample = open_sample
        self._user = user
        self._clock = clock or SystemClock()
        self._jobs = Jobs(self)
        self._city = "madrid"
        self._file: Path | None = None
        self._local: tuple[date, ...] | None = None
        self._read: Read | None = None
        self._sentence = ""
        self.stack = QStackedWidget()
        self.preview = ImportPreview()
        self.preview.accepted.connect(self.take_in)
        self.preview.cancelled.connect(self._back)
        self.preview.other_asked.connect(self.choose_folder)
        self.front = QScrollArea()
        self.front.setWidgetResizable(True)
        self.front.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack.addWidget(self.front)
        self.stack.addWidget(self.preview)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stack)
        for keys, run in (
            ("Ctrl+I", self.choose_folder),
            ("Ctrl+N", self.by_hand),
            ("Ctrl+O", self.choose_office),
            ("Esc", self._back),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(run)
            self.addAction(action)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._build)
        self._build()

    @property
    def title(self) -> str:
        """Its name on the rail."""
        return self.tr("Start")

    def tell(self, told: str) -> None:
        """What could not be done, in a line over the four ways."""
        self._sentence = told
        self.stack.setCurrentWidget(self.front)
        self._build()

    # what is shown

    def _build(self) -> None:
        ground = _Ground(self._today())
        inner = Card()
        inner.setFixedWidth(fonts.scaled(_WIDE))
        column = inner.column
        column.setContentsMargins(40, 32, 40, 32)
        column.setSpacing(12)
        column.addLayout(self._language_row())
        column.addWidget(PlainLabel(self.tr("Start with the people"), "display"))
        told = self.tr(
            "The board needs technicians, the districts they cover and the clients they serve. Bring a spreadsheet, "
            "or look around with a week of made-up data first."
        )
        column.addWidget(PlainLabel(told, "title", 400, "ink2", wrap=True))
        if self._sentence:
            trouble = Card(role="badsoft")
            trouble.column.addWidget(PlainLabel(self._sentence, "body", 500, wrap=True))
            column.addWidget(trouble)
        column.addSpacing(4)
        for way in self._ways():
            column.addWidget(way)
        column.addWidget(Hairline())
        column.addLayout(self._place_row())
        column.addLayout(self._file_row())
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(0, fonts.scaled(72), 0, fonts.scaled(32))
        # stretches and no alignment: only so does the card get the height that its wrapped words need
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(1)
        self.front.setWidget(ground)

    def _language_row(self) -> QHBoxLayout:
        chosen = Segmented([("en", "English"), ("es", "Español")], name=self.tr("Language"))
        chosen.choose(i18n.language())
        chosen.chosen.connect(self.choose_language)
        self.languages = chosen
        city = Segmented([(key, cities.pack(key).name) for key in cities.shipped()], name=self.tr("City"))
        city.choose(self._city)
        city.chosen.connect(self.choose_city)
        self.city = city
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(chosen)
        row.addStretch(1)
        row.addWidget(PlainLabel(self.tr("City"), "small", 500))
        row.addWidget(city)
        return row

    def _ways(self) -> list[_Way]:
        self.import_way = _Way(
            "upload-simple",
            self.tr("Import a company"),
            self.tr(
                "A folder or a spreadsheet, CSV or Excel: people, clients, engagements, absences. You see every row "
                "before anything is saved."
            ),
            "Ctrl+I",
        )
        folder = Button(self.tr("Choose a folder…"), "primary")
        folder.clicked.connect(self.choose_folder)
        files = Button(self.tr("Files…"))
        files.clicked.connect(self.choose_files)
        self.import_way.add(files, folder)
        self.import_way.set_selected(True)
        sample = _Way(
            "play",
            self.tr("Open the sample office"),
            self.tr(
                "17 technicians, 17 clients and a busy week 48. It is a file of its own and never mixes with yours."
            ),
        )
        self.sample_button = Button(self.tr("Open the sample"))
        self.sample_button.clicked.connect(lambda: self._try(self._open_sample))
        sample.add(self.sample_button)
        hand = _Way(
            "user-plus",
            self.tr("Add people by hand"),
            self.tr("Name, profile and the day of hiring are enough to start."),
            "Ctrl+N",
        )
        self.hand_button = Button(self.tr("Add the first person"))
        self.hand_button.clicked.connect(self.by_hand)
        hand.add(self.hand_button)
        held = _Way(
            "folder-open",
            self.tr("Open an existing file"),
            self.tr("An office that was made on this computer or copied to it."),
            "Ctrl+O",
        )
        self.open_button = Button(self.tr("Choose the file…"))
        self.open_button.clicked.connect(self.choose_office)
        held.add(self.open_button)
        return [self.import_way, sample, hand, held]

    def _place_row(self) -> QVBoxLayout:
        pack = cities.pack(self._city)
        today = self._today()
        told = i18n.filled(
            self.tr(
                "Public holidays of %1 for %2 and %3 and its %4 districts are already here. Local days of the city:"
            ),
            pack.name,
            str(today.year),
            str(today.year + 1),
            str(len(pack.districts)),
        )
        self.local = SingleDays().editor(self._context())
        self.local.name(self.tr("Local holidays"), "")
        self.local.set_raw(days_text(self.local_days()))
        self.local.left.connect(self._keep_local)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(told, "small", 400, "ink2", wrap=True))
        column.addWidget(self.local)
        self._local_told = PlainLabel("", "small", 400, "ink3", wrap=True)
        column.addWidget(self._local_told)
        self._keep_local()
        return column

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(PlainLabel(self.tr("Your data stays in one file on this computer:"), "small", 400, "ink2"))
        row.addWidget(PlainLabel(str(self.file), "small", 600, elide=True), 1)
        move = Button(self.tr("Elsewhere…"), "link", size="small")
        move.clicked.connect(self.choose_place)
        row.addWidget(move)
        return row

    # what was chosen

    def choose_language(self, language: str) -> None:
        """Now and at every later start."""
        self.window_.settings.language = language
        i18n.choose(language)
        self.language_chosen.emit()

    def take_over(self, other: Welcome) -> None:
        """City, local days and place as they were chosen there."""
        self._city, self._local, self._file = other._city, other._local, other._file
        self._build()

    def choose_city(self, city: str) -> None:
        self._city, self._local, self._file = city, None, None
        # the button that asked for it is part of what is built anew
        self._soon.start()

    def local_days(self) -> tuple[date, ...]:
        """The city's own days: those that a person wrote, else those of its pack this year and next."""
        if self._local is not None:
            return self._local
        years = self._years()
        holidays = cities.pack(self._city).holidays
        local = (row.day for row in holidays if row.scope is HolidayScope.MUNICIPALITY and row.day.year in years)
        return tuple(sorted(local))

    @property
    def file(self) -> Path:
        """Where a new office will lie: in the platform's folder for data, unless somebody chose another place."""
        if self._file is not None:
            return self._file
        folder = user_data_path("techsched", appauthor=False)
        free = folder / f"{self._city}.db"
        number = 2
        while free.exists():
            free = folder / f"{self._city}-{number}.db"
            number += 1
        return free

    def choose_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Where the office will lie"), str(self.file), "*.db")
        if name:
            self._file = Path(name if name.endswith(".db") else f"{name}.db")
            self._build()

    def _keep_local(self) -> None:
        try:
            days: tuple[date, ...] = self.local.value()
        except Wrong as wrong:
            self.local.set_bad(True, wrong.sentence)
            self._local_told.setText(wrong.sentence)
            self._local_told.set_role("bad")
            return
        self.local.set_bad(False)
        if days != self.local_days():
            self._local = days
        names = {row.day: row.name for row in cities.pack(self._city).holidays}
        language = i18n.language()
        told = [f"{words.short_date(day.isoformat(), language)} {names.get(day, '')}".strip() for day in days]
        self._local_told.setText(" · ".join(told))
        self._local_told.set_role("ink3")

    # the four ways

    def choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder with a company"))
        if name:
            self.read([Path(name)])

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Choose spreadsheets"), "", self.tr("Spreadsheets (*.csv *.tsv *.txt *.xlsx)")
        )
        if names:
            self.read([Path(name) for name in names])

    def read(self, paths: list[Path]) -> None:
        """Off the UI thread; then the preview, or the sentence that says why nothing could be read."""
        brings = any((path / "holidays.csv").exists() or path.name == "holidays.csv" for path in paths)
        now = self._clock.now()
        ids = fresh_ids(now)
        founding = self._founding(ids, holidays=not brings)
        city, who = cities.pack(self._city), self._user

        def work(pulse: Pulse) -> Read:
            from techsched.exchange import company

            empty = Schedule(city, [edit.row for edit in founding.edits])
            reading = company.read(paths, empty, ids=ids, who=who, now=now)
            return Read(paths[0].name, reading, founding, empty)

        self.window_.progress.begin(self)
        job = self._jobs.run(work, self._show_reading, lambda trouble: self.tell(i18n.say(trouble.sentence)))
        job.ended.connect(lambda: self.window_.progress.end(self))

    def _show_reading(self, read: Read) -> None:
        self._read = read
        self.preview.show_reading(read.name, read.reading, read.schedule, self._clock.now())
        self.stack.setCurrentWidget(self.preview)
        (self.preview.accept if self.preview.accept.isEnabled() else self.preview.other).setFocus()

    def _back(self) -> None:
        self._read = None
        self.stack.setCurrentWidget(self.front)

    def take_in(self) -> None:
        """Makes the office, takes the read rows in as one step, and opens it."""
        read = self._read
        if read is None or not read.reading.change.edits:
            return
        file, who, clock = self.file, self._user, self._clock

        def work(pulse: Pulse) -> str:
            from techsched.desk.importing import ImportRows

            return found(file, read.founding, who, clock, ImportRows(read.reading.change))

        self.preview.setEnabled(False)
        self.window_.progress.begin(self)
        job = self._jobs.run(work, self._open_made, lambda trouble: self.tell(i18n.say(trouble.sentence)))
        job.ended.connect(lambda: self.window_.progress.end(self))
        job.ended.connect(lambda: self.preview.setEnabled(True))

    def _open_made(self, path: str) -> None:
        self._try(lambda: self._open(path))

    def by_hand(self) -> None:
        """A new office, and the form of its first technician."""
        if self.stack.currentWidget() is not self.front:
            return

        def make() -> None:
            founding = self._founding(fresh_ids(self._clock.now()))
            self._open(found(self.file, founding, self._user, self._clock))

        window = self.window_
        if self._try(make):
            window.commands["file.new_technician"].trigger()

    def choose_office(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose an office"), "", "*.db")
        if name:
            self._try(lambda: self._open(name))

    def _founding(self, ids: Iterator[int], *, holidays: bool = True) -> Change:
        from techsched.desk.founding import new_office

        language = i18n.language()
        return new_office(self._city, language, ids, holidays=holidays, years=self._years(), local=self._local)

    def _try(self, run: Callable[[], object]) -> bool:
        try:
            run()
        except UserError as trouble:
            self.tell(i18n.say(trouble.sentence))
            return False
        self._jobs.close()
        self.window_.remove_page(KEY)
        return True

    # time

    def _today(self) -> date:
        return day_of(self._clock.now(), cities.pack(self._city).zone)

    def _years(self) -> tuple[int, int]:
        year = self._today().year
        return year, year + 1

    def _context(self) -> Context:
        rows = [edit.row for edit in self._founding(fresh_ids(0), holidays=False).edits]
        return Context(Schedule(cities.pack(self._city), rows), self._clock.now())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._soon.start()


def found(file: Path, founding: Change, who: str, clock: Clock, *steps: Command) -> str:
    """Writes a new office and does the steps; its path. Raises UserError, and then there is no new file."""
    from techsched.desk.desk import Desk

    if file.exists():
        raise UserError(sentence("trouble.file_exists", file=str(file)))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        desk = Desk.create(str(file), founding, who=who, clock=clock)
    except OSError as failed:
        why = failed.strerror or str(failed)
        raise UserError(sentence("paper.cannot_write", file=str(file), why=why)) from failed
    try:
        for step in steps:
            desk.do(step)
    except UserError:
        desk.close()
        file.unlink(missing_ok=True)
        raise
    desk.close()
    return str(file)


class _Way(Card):
    """One of the ways to begin: icon, what it is, a word about it, key and buttons."""

    def __init__(self, icon: str, title: str, detail: str, keys: str = "") -> None:
        super().__init__()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(_Icon(icon))
        self._row.addSpacing(8)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(PlainLabel(title, "body", 600))
        text.addWidget(PlainLabel(detail, "small", 400, "ink2", wrap=True))
        self._row.addLayout(text, 1)
        self._row.addSpacing(16)
        if keys:
            self._row.addWidget(KeyCap(keys), 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self._row)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.setAccessibleName(f"{title}. {detail}")

    def add(self, *buttons: Button) -> None:
        for button in buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class _Icon(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(fonts.scaled(28), fonts.scaled(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = fonts.scaled(26)
        drawn = icons.pixmap(self._icon, size, theme.current().color("accent"), self.devicePixelRatioF())
        QPainter(self).drawPixmap(1, 1, drawn)


class _Ground(QWidget):
    """The empty board of this week, behind the card."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._monday = today - timedelta(days=today.weekday())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.color("surface"))
        head, row = fonts.scaled(44), fonts.scaled(36)
        left = fonts.scaled(252)
        day = (self.width() - left) / 5.6
        painter.fillRect(QRect(round(left + 5 * day), 0, self.width(), self.height()), shown.color("weekend"))
        painter.setFont(fonts.font("small"))
        for number in range(5):
            x = round(left + number * day)
            painter.fillRect(x, 0, 1, self.height(), shown.color("hair"))
            painter.setPen(shown.color("ink2"))
            on = self._monday + timedelta(days=number)
            told = words.day(on.isoformat(), i18n.language()).rsplit(" ", 1)[0]
            place = QRect(x + 10, 0, round(day) - 10, head)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, told)
        for y in range(head, self.height(), row):
            painter.fillRect(0, y, self.width(), 1, shown.color("hair"))
