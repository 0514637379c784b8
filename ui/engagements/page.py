"""The page of engagements: what clients bought, who is needed for it, and what is uncovered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from techsched.model.engagement import Engagement
from ui.bridge import Bridge
from ui.engagements.columns import COLUMNS
from ui.forms.opened import form_for
from ui.tables.record_table import RecordTable, Texts
from ui.tables.removing import remove


class EngagementsPage(QWidget):
    """Enter opens one, N makes a new one."""

    def __init__(self, bridge: Bridge, open: Callable[[QWidget], object]) -> None:
        super().__init__()
        self.table: RecordTable[Engagement] = RecordTable(
            "engagements", COLUMNS, lambda view: view.schedule.rows(Engagement).values(), bridge, self._texts
        )
        self.table.opened.connect(lambda row: open(form_for(bridge, "engagement", row, open)))
        self.table.new_asked.connect(lambda: open(form_for(bridge, "engagement", None, open)))
        self.table.removal_asked.connect(lambda rows: remove(bridge, rows))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.table)
        self.setFocusProxy(self.table)

    def _texts(self) -> Texts:
        return Texts(
            title="",
            count=self.tr("%1 engagements"),
            one=self.tr("1 engagement"),
            search=self.tr("Title, client, technician"),
            new=self.tr("Engagement"),
            empty=self.tr("No engagement yet. It says what a client bought: days, hours, and who is needed."),
            nothing_found=self.tr("No engagement matches “%1”."),
        )
