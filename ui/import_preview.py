"""What an import would do, before anything is changed: what is made, what is left out and why, one button."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from techsched.exchange.reading import FileRead, Flag, Reading, Refusal
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from ui import fonts, i18n
from ui.i18n import QT_TRANSLATE_NOOP
from ui.parts.button import Button
from ui.parts.hairline import Hairline
from ui.parts.plain_label import PlainLabel
from ui.parts.section_title import SectionTitle
from ui.tables.column import Cell, Column, View
from ui.tables.model import TableModel
from ui.tables.painted import Painted
from ui.tables.table_view import TableView

_LONGEST = 120
"""Characters of a cell that are shown; a cell of a megabyte tells no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Row):
    """A refusal or a flag as a row of the table below."""

    about: Refusal | Flag


def _place(row: Told, view: View) -> Cell:
    told = i18n.filled(i18n.told("Table", _ROW), row.about.file, str(row.about.row))
    return Cell(told, row.about.column, sort=(row.about.file, row.about.row))


def _value(row: Told, view: View) -> Cell:
    text = row.about.value if len(row.about.value) <= _LONGEST else row.about.value[:_LONGEST] + "…"
    return Cell(text, role="bad" if isinstance(row.about, Refusal) else "warn")


def _why(row: Told, view: View) -> Cell:
    return Cell(i18n.say(row.about.sentence), wrap=True)


_ROW = QT_TRANSLATE_NOOP("Table", "%1, row %2")
_COLUMNS = (
    Column("place", QT_TRANSLATE_NOOP("Table", "File, row and column"), _place, 180),
    Column("value", QT_TRANSLATE_NOOP("Table", "Value"), _value, 120),
    Column("why", QT_TRANSLATE_NOOP("Table", "Why, and what to do"), _why, 320, stretch=True),
)


class ImportPreview(QWidget):
    """`accepted` imports, `other_asked` chooses something else, `cancelled` goes back; nothing is changed by any."""

    accepted = Signal()
    other_asked = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reading: Reading | None = None
        self.title = PlainLabel("", "page", elide=True)
        self._detail = PlainLabel("", "small", 400, "ink2", elide=True)
        self.other = Button("", icon="folder-open")
        self.other.clicked.connect(self.other_asked)
        self.cancel = Button("")
        self.cancel.clicked.connect(self.cancelled)
        self.accept = Button("", "primary", icon="download-simple")
        self.accept.clicked.connect(self.accepted)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 12)
        head.setSpacing(8)
        head.addWidget(self.title, 2)
        head.addWidget(self._detail, 1)
        for button in (self.other, self.cancel, self.accept):
            head.addWidget(button)
        self._files = _Side()
        self._does = _Side()
        self._left_title = SectionTitle("")
        self.left: TableModel[Told] = TableModel(_COLUMNS, lambda view: self._told(Refusal))
        self.flagged: TableModel[Told] = TableModel(_COLUMNS, lambda view: self._told(Flag))
        self._left_view = _table(self.left)
        self._flag_title = SectionTitle("")
        self._flag_view = _table(self.flagged)
        middle = QVBoxLayout()
        middle.setContentsMargins(24, 16, 24, 16)
        middle.setSpacing(8)
        middle.addWidget(self._left_title)
        middle.addWidget(self._left_view, 3)
        middle.addWidget(self._flag_title)
        middle.addWidget(self._flag_view, 2)
        # takes the room of tables that have nothing to show
        middle.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._files)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addLayout(middle, 1)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self._does)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addLayout(row, 1)

    def show_reading(self, name: str, reading: Reading, schedule: Schedule, now: Instant) -> None:
        """`name` is the folder's or the file's."""
        self.reading = reading
        rows = sum(reading.read.values())
        self.title.setText(name)
        self._detail.setText(self.tr("nothing is changed yet"))
        self.other.set_text(self.tr("Choose another"))
        self.cancel.set_text(self.tr("Cancel"))
        one = self.tr("Import 1 row")
        self.accept.set_text(one if rows == 1 else i18n.filled(self.tr("Import %1 rows"), _count(rows)))
        self.accept.setEnabled(bool(reading.change.edits))
        view = View(schedule, now, i18n.language())
        self.left.show(view)
        self.flagged.show(view)
        self._left_title.set_text(self.tr("Rows left out"))
        self._left_title.set_detail(_count(len(reading.refused)))
        self._left_view.setVisible(bool(reading.refused))
        self._flag_title.set_text(self.tr("Worth a look"))
        self._flag_title.set_detail(_count(len(reading.flagged)))
        self._flag_title.setVisible(bool(reading.flagged))
        self._flag_view.setVisible(bool(reading.flagged))
        self._fill_files(reading)
        self._fill_does(reading)

    def _told(self, kind: type[Refusal] | type[Flag]) -> Iterable[Told]:
        if self.reading is None:
            return []
        held: tuple[Refusal | Flag, ...] = self.reading.refused if kind is Refusal else self.reading.flagged
        return [Told(id=n, about=each) for n, each in enumerate(held, 1)]

    def _fill_files(self, reading: Reading) -> None:
        left: dict[str, int] = {}
        for refusal in reading.refused:
            left[refusal.file] = left.get(refusal.file, 0) + 1
        column = self._files.empty()
        column.addWidget(SectionTitle(self.tr("Files"), self.tr("read / left out")))
        for file in reading.files:
            column.addLayout(self._file(file, left.get(file.file, 0)))
        column.addStretch(1)

    def _file(self, file: FileRead, left: int) -> QVBoxLayout:
        first = QHBoxLayout()
        first.addWidget(PlainLabel(file.file, "body", 500, elide=True), 1)
        first.addWidget(PlainLabel(_count(file.read), "body"))
        second = QHBoxLayout()
        second.addWidget(PlainLabel(_how(file), "small", 400, "ink3", elide=True), 1)
        told = self.tr("all read") if not left else i18n.filled(self.tr("%1 left out"), _count(left))
        second.addWidget(PlainLabel(told, "small", 600 if left else 400, "bad" if left else "ink2"))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        return column

    def _fill_does(self, reading: Reading) -> None:
        column = self._does.empty()
        column.addWidget(PlainLabel(self.tr("What importing does"), "title", 600))
        column.addWidget(PlainLabel(self.tr("One step. Undo takes all of it back."), "small", 400, "ink2", wrap=True))
        made = [(table, count) for table, count in reading.made.items() if count]
        for table, count in made:
            row = QHBoxLayout()
            row.addWidget(PlainLabel(made_name(table), "body", elide=True), 1)
            row.addWidget(PlainLabel(_count(count), "body", 600))
            column.addLayout(row)
        if not made:
            column.addWidget(PlainLabel(self.tr("Nothing could be read. Nothing would change."), "body", wrap=True))
        if reading.clashes:
            column.addWidget(Hairline())
            column.addWidget(SectionTitle(self.tr("Clashes"), _count(reading.clashes)))
            told = self.tr("Bookings that overlap go in as found, are marked, and stay in the conflict list.")
            column.addWidget(PlainLabel(told, "small", 400, "ink2", wrap=True))
        if reading.refused:
            column.addWidget(Hairline())
            told = self.tr(
                "Rows left out, and what depends on them, stay in your files. Correct them and import again."
            )
            column.addWidget(PlainLabel(told, "small", 400, "ink2", wrap=True))
        column.addStretch(1)


class _Side(QScrollArea):
    """A column of what was read, or of what will be made."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(fonts.scaled(280))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def empty(self) -> QVBoxLayout:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        self.setWidget(inner)
        return column


def _table(model: TableModel[Told]) -> TableView:
    view = TableView(Painted())
    view.setModel(model)
    view.horizontalHeader().sortIndicatorChanged.connect(model.sort)
    view.fit()
    return view


def _how(file: FileRead) -> str:
    names = {
        ",": QT_TRANSLATE_NOOP("Table", "comma"),
        ";": QT_TRANSLATE_NOOP("Table", "semicolon"),
        "\t": QT_TRANSLATE_NOOP("Table", "tab"),
    }
    told = i18n.told("Table", names[file.separator]) if file.separator in names else file.separator
    return ", ".join(part for part in (file.encoding, told) if part)


def _count(number: int) -> str:
    """With thousands marked as the language does: 1,200 and 1200, 12,000 and 12.000."""
    if i18n.language() == "es":
        return f"{number:,}".replace(",", ".") if number >= 10_000 else str(number)
    return f"{number:,}"


def made_name(table: str) -> str:
    """The office's tables as people call them, several of each."""
    names = {
        "holidays": QT_TRANSLATE_NOOP("Table", "Public holidays"),
        "technicians": QT_TRANSLATE_NOOP("Table", "Technicians"),
        "skills": QT_TRANSLATE_NOOP("Table", "Skills"),
        "certifications": QT_TRANSLATE_NOOP("Table", "Certificates"),
        "working_patterns": QT_TRANSLATE_NOOP("Table", "Working hours"),
        "clients": QT_TRANSLATE_NOOP("Table", "Clients"),
        "sites": QT_TRANSLATE_NOOP("Table", "Sites"),
        "contacts": QT_TRANSLATE_NOOP("Table", "Contacts"),
        "closures": QT_TRANSLATE_NOOP("Table", "Closed days"),
        "service_targets": QT_TRANSLATE_NOOP("Table", "Targets"),
        "engagements": QT_TRANSLATE_NOOP("Table", "Engagements"),
        "staffing_lines": QT_TRANSLATE_NOOP("Table", "Staffing lines"),
        "placements": QT_TRANSLATE_NOOP("Table", "Placed technicians"),
        "assignments": QT_TRANSLATE_NOOP("Table", "Bookings"),
        "visits": QT_TRANSLATE_NOOP("Table", "Visits"),
        "absences": QT_TRANSLATE_NOOP("Table", "Absences"),
        "waivers": QT_TRANSLATE_NOOP("Table", "Clashes kept"),
    }
    return i18n.told("Table", names[table]) if table in names else table
