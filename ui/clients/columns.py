"""What the tables say about a client and about a site."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from techsched import words
from techsched.model.client import Client, Contact, Site
from techsched.model.engagement import Engagement
from techsched.model.kinds import EngagementState
from techsched.model.office import OuterZone
from techsched.model.visit import Visit
from techsched.model.wall import clock_text
from ui import i18n
from ui.forms.makes_panel import weekdays_told
from ui.i18n import QT_TRANSLATE_NOOP
from ui.tables.column import Cell, Column, View

translate = QCoreApplication.translate
_OVER = (EngagementState.ENDED, EngagementState.CANCELLED)


def _name(row: Client, view: View) -> Cell:
    own = translate("Table", "our own firm") if row.own_firm else row.sector
    return Cell(row.name, own, strong=True)


def _sites(row: Client, view: View) -> Cell:
    sites = view.schedule.group(Site, "client", row.id)
    names = ", ".join(dict.fromkeys(where(site, view) for site in sites))
    if not sites:
        return Cell(translate("Table", "none yet"), role="ink3", sort=0)
    told = (
        translate("Table", "1 site")
        if len(sites) == 1
        else i18n.filled(translate("Table", "%1 sites"), str(len(sites)))
    )
    return Cell(told, names, sort=len(sites))


def where(site: Site, view: View) -> str:
    """District, or the place outside the city."""
    district = view.schedule.city.districts.get(site.district)
    if district is not None:
        return district.name
    zone = view.schedule.get(OuterZone, site.outer_zone_id)
    return zone.name if zone is not None else site.name


def _contact(row: Client, view: View) -> Cell:
    found = view.schedule.group(Contact, "client", row.id)
    if not found:
        return Cell("")
    first = found[0]
    return Cell(first.name, ", ".join(part for part in (first.role, first.phone) if part))


def _engagements(row: Client, view: View) -> Cell:
    found = [each for each in view.schedule.group(Engagement, "client", row.id) if each.state not in _OVER]
    titles = ", ".join(dict.fromkeys(each.title for each in found if each.title))
    return Cell(str(len(found)) if found else "", titles, sort=len(found))


def _waiting(row: Client, view: View) -> Cell:
    """Visits that nobody is booked for yet."""
    schedule = view.schedule
    found = [
        each for each in schedule.group(Visit, "client", row.id) if each.is_open and not schedule.bookings_of(each)
    ]
    return Cell(str(len(found)) if found else "", role="warn", sort=len(found))


def _since(row: Client, view: View) -> Cell:
    told = "" if row.since is None else words.long_date(row.since.isoformat(), view.language)
    return Cell(told, role="ink2", sort=row.since)


def _language(row: Client, view: View) -> Cell:
    known = row.language in words.terms.TERMS["language"]
    return Cell(words.term("language", row.language, view.language) if known else row.language, role="ink2")


CLIENTS = (
    Column("name", QT_TRANSLATE_NOOP("Table", "Client"), _name, 200, stretch=True),
    Column("sites", QT_TRANSLATE_NOOP("Table", "Sites"), _sites, 160, stretch=True),
    Column("contact", QT_TRANSLATE_NOOP("Table", "Contact"), _contact, 170, stretch=True),
    Column("engagements", QT_TRANSLATE_NOOP("Table", "Engagements"), _engagements, 170, stretch=True),
    Column("waiting", QT_TRANSLATE_NOOP("Table", "Waiting"), _waiting, 80, searched=False),
    Column("tier", QT_TRANSLATE_NOOP("Table", "Level"), lambda row, view: Cell(row.tier, role="ink2"), 90, shown=False),
    Column("since", QT_TRANSLATE_NOOP("Table", "Client since"), _since, 140, shown=False, searched=False),
    Column("language", QT_TRANSLATE_NOOP("Table", "Language"), _language, 100, shown=False),
    Column("code", QT_TRANSLATE_NOOP("Table", "Code"), lambda row, view: Cell(row.code, role="ink2"), 80, shown=False),
)


# sites of one client


def _site(row: Site, view: View) -> Cell:
    return Cell(row.name, ", ".join(part for part in (row.address, row.postcode) if part), strong=True)


def _place(row: Site, view: View) -> Cell:
    district = view.schedule.city.districts.get(row.district)
    return Cell(where(row, view), "" if district is None else district.short)


def _open(row: Site, view: View) -> Cell:
    if not row.opening:
        return Cell(translate("Table", "at any hour"), row.access, role="ink3")
    by_time: dict[tuple[int, int], list[int]] = {}
    for each in row.opening:
        by_time.setdefault((each.start, each.end), []).append(each.weekday)
    told = [
        f"{weekdays_told(sorted(days))} {clock_text(start)}–{clock_text(end)}" for (start, end), days in by_time.items()
    ]
    return Cell(", ".join(told), row.access, role="ink2")


SITES = (
    Column("name", QT_TRANSLATE_NOOP("Table", "Site"), _site, 150, stretch=True),
    Column("place", QT_TRANSLATE_NOOP("Table", "District"), _place, 100),
    Column("open", QT_TRANSLATE_NOOP("Table", "Open"), _open, 130, stretch=True),
)
