"""The page of people: all technicians, and the absences of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from techsched.model.absence import Absence
from techsched.model.kinds import AbsenceState
from techsched.model.technician import Technician
from ui import i18n
from ui.bridge import Bridge
from ui.forms.opened import form_for
from ui.people.columns import ABSENCES, COLUMNS
from ui.tables.column import View
from ui.tables.record_table import RecordTable, Texts
from ui.tables.removing import decide_all, remove
from ui.tables.two_panes import TwoPanes


class PeoplePage(TwoPanes):
    """Enter opens the person, N makes a new one; on the right the same for absences, where Delete cancels."""

    def __init__(self, bridge: Bridge, open: Callable[[QWidget], object]) -> None:
        super().__init__(wide=340)
        self.bridge = bridge
        self._open = open
        self._chosen: Technician | None = None
        self.people: RecordTable[Technician] = RecordTable(
            "people", COLUMNS, lambda view: view.schedule.rows(Technician).values(), bridge, self._people_texts
        )
        self.absences: RecordTable[Absence] = RecordTable(
            "absences", ABSENCES, self._absences, bridge, self._absence_texts, columns_button=False
        )
        self.put(self.people, self.absences)
        self.people.opened.connect(lambda row: self._open(form_for(bridge, "technician", row, open)))
        self.people.new_asked.connect(lambda: self._open(form_for(bridge, "technician", None, open)))
        self.people.removal_asked.connect(lambda rows: remove(bridge, rows))
        self.people.chosen.connect(self._show_absences)
        self.absences.opened.connect(lambda row: self._open(form_for(bridge, "absence", row, open)))
        self.absences.new_asked.connect(self._new_absence)
        self.absences.removal_asked.connect(lambda rows: decide_all(bridge, rows, AbsenceState.CANCELLED))
        self._show_absences(self.people.row)

    def _absences(self, view: View) -> Iterable[Absence]:
        return () if self._chosen is None else view.schedule.group(Absence, "technician", self._chosen.id)

    def _show_absences(self, row: Technician | None) -> None:
        self._chosen = row
        self.absences.retell()

    def _new_absence(self) -> None:
        preset = {} if self._chosen is None else {"technician": self._chosen.id}
        self._open(form_for(self.bridge, "absence", None, self._open, preset))

    def _people_texts(self) -> Texts:
        return Texts(
            title="",
            count=self.tr("%1 technicians"),
            one=self.tr("1 technician"),
            search=self.tr("Name, skill, district"),
            new=self.tr("Technician"),
            empty=self.tr("Nobody works here yet. Name, profile and the day of hiring are enough to start."),
            nothing_found=self.tr("Nobody matches “%1”."),
        )

    def _absence_texts(self) -> Texts:
        name = "" if self._chosen is None else self._chosen.name
        return Texts(
            title=i18n.filled(self.tr("Absences of %1"), name) if name else self.tr("Absences"),
            count="",
            one="",
            search="",
            new=self.tr("Absence") if name else "",
            empty=self.tr("No absence is recorded.") if name else self.tr("Choose somebody to see their absences."),
            nothing_found="",
        )
