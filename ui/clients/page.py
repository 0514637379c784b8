"""The page of clients: all of them, and the sites of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from techsched.model.client import Client, Site
from ui import i18n
from ui.bridge import Bridge
from ui.clients.columns import CLIENTS, SITES
from ui.forms.opened import form_for
from ui.tables.column import View
from ui.tables.record_table import RecordTable, Texts
from ui.tables.removing import remove
from ui.tables.two_panes import TwoPanes


class ClientsPage(TwoPanes):
    """Enter opens the client, N makes a new one; on the right the same for its sites."""

    def __init__(self, bridge: Bridge, open: Callable[[QWidget], object]) -> None:
        super().__init__(wide=440)
        self.bridge = bridge
        self._open = open
        self._chosen: Client | None = None
        self.clients: RecordTable[Client] = RecordTable(
            "clients", CLIENTS, lambda view: view.schedule.rows(Client).values(), bridge, self._client_texts
        )
        self.sites: RecordTable[Site] = RecordTable(
            "sites", SITES, self._sites, bridge, self._site_texts, columns_button=False
        )
        self.put(self.clients, self.sites)
        self.clients.opened.connect(lambda row: self._open(form_for(bridge, "client", row, open)))
        self.clients.new_asked.connect(lambda: self._open(form_for(bridge, "client", None, open)))
        self.clients.removal_asked.connect(lambda rows: remove(bridge, rows))
        self.clients.chosen.connect(self._show_sites)
        self.sites.opened.connect(lambda row: self._open(form_for(bridge, "site", row, open)))
        self.sites.new_asked.connect(self._new_site)
        self.sites.removal_asked.connect(lambda rows: remove(bridge, rows))
        self._show_sites(self.clients.row)

    def _sites(self, view: View) -> Iterable[Site]:
        return () if self._chosen is None else view.schedule.group(Site, "client", self._chosen.id)

    def _show_sites(self, row: Client | None) -> None:
        self._chosen = row
        self.sites.retell()

    def _new_site(self) -> None:
        preset = {} if self._chosen is None else {"client": self._chosen.id}
        self._open(form_for(self.bridge, "site", None, self._open, preset))

    def _client_texts(self) -> Texts:
        return Texts(
            title="",
            count=self.tr("%1 clients"),
            one=self.tr("1 client"),
            search=self.tr("Name, district, contact"),
            new=self.tr("Client"),
            empty=self.tr("No client yet. A name is enough to start; sites and people come after it."),
            nothing_found=self.tr("No client matches “%1”."),
        )

    def _site_texts(self) -> Texts:
        name = "" if self._chosen is None else self._chosen.name
        return Texts(
            title=i18n.filled(self.tr("Sites of %1"), name) if name else self.tr("Sites"),
            count="",
            one="",
            search="",
            new=self.tr("Site") if name else "",
            empty=self.tr("No site yet. Visits need one.") if name else self.tr("Choose a client to see its sites."),
            nothing_found="",
        )
