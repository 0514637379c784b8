"""What the table says about an engagement."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from techsched import words
from techsched.desk.engagements import current_lines
from techsched.model.client import Client, Site
from techsched.model.demand import demand, is_filled
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.kinds import EngagementState, Term
from techsched.model.span import Days
from techsched.model.technician import Technician
from techsched.model.wall import day_of
from ui import i18n
from ui.i18n import QT_TRANSLATE_NOOP
from ui.tables.column import Cell, Column, View

translate = QCoreApplication.translate
AHEAD = timedelta(weeks=4)
"""How far uncovered places are counted."""


def _lines(row: Engagement, view: View) -> list[StaffingLine]:
    today = day_of(view.now, view.schedule.office.zone)
    found = current_lines(view.schedule, row.id, today)
    return found or list(view.schedule.group(StaffingLine, "engagement", row.id))


def _title(row: Engagement, view: View) -> Cell:
    letter = words.term("term_letter", row.term, view.language)
    paint = "cover" if row.term is Term.HOLIDAY_COVER else str(row.term)
    client = view.schedule.row(Client, row.client_id).name
    return Cell(row.title or row.code, client, glyph=(letter, paint), strong=True)


def _site(row: Engagement, view: View) -> Cell:
    site = view.schedule.get(Site, row.site_id)
    mode = words.term("mode", row.mode, view.language)
    if site is None:
        return Cell(mode, role="ink2")
    district = view.schedule.city.districts.get(site.district)
    return Cell(site.name if district is None else f"{site.name}, {district.short}", mode)


def _when(row: Engagement, view: View) -> Cell:
    first = words.short_date(row.first.isoformat(), view.language)
    last = row.days.last
    if last is None:
        told = translate("Table", "no end")
        if row.review_on is not None:
            on = words.short_date(row.review_on.isoformat(), view.language)
            told = i18n.filled(translate("Table", "no end, review %1"), on)
        return Cell(first, told, sort=(row.first, row.id))
    if last == row.first:
        return Cell(first, sort=(row.first, row.id))
    told = i18n.filled(translate("Table", "to %1"), words.short_date(last.isoformat(), view.language))
    return Cell(first, told, sort=(row.first, row.id))


def _needed(row: Engagement, view: View) -> Cell:
    told = []
    for line in _lines(row, view):
        who = translate("Table", "anybody")
        if line.profile is not None:
            who = words.term("profile", line.profile, view.language)
        told.append(who if line.headcount == 1 else f"{line.headcount} × {who}")
    skills = dict.fromkeys(
        f"{need.name} {need.level}" if need.level else need.name for line in _lines(row, view) for need in line.skills
    )
    return Cell(", ".join(told), ", ".join(skills))


def _placed(row: Engagement, view: View) -> Cell:
    """Who holds its places from today on."""
    schedule = view.schedule
    today = day_of(view.now, schedule.office.zone)
    over = row.after is not None and row.after <= today
    held = [
        schedule.row(Technician, each.technician_id).name
        for line in _lines(row, view)
        for each in schedule.group(Placement, "line", line.id)
        if over or each.after is None or each.after > today
    ]
    names = ", ".join(dict.fromkeys(held))
    return Cell(names, role="ink2") if names else Cell(translate("Table", "nobody"), role="ink3", sort="")


def _uncovered(row: Engagement, view: View) -> Cell:
    """Promised places of the next four weeks that nobody fills."""
    schedule = view.schedule
    if not row.state.makes_demand:
        return Cell("", sort=0)
    today = day_of(view.now, schedule.office.zone)
    ahead = Days(today, today + AHEAD)
    count = sum(
        not is_filled(schedule, line.id, place, asked.day)
        for line in _lines(row, view)
        for asked in demand(schedule, line, ahead)
        for place in range(1, line.headcount + 1)
    )
    if not count:
        return Cell("", sort=0)
    told = translate("Table", "1 day") if count == 1 else i18n.filled(translate("Table", "%1 days"), str(count))
    return Cell(told, role="bad", icon="users", sort=count)


def _state(row: Engagement, view: View) -> Cell:
    roles = {EngagementState.SUSPENDED: "warn", EngagementState.PROPOSED: "warn", EngagementState.DRAFT: "warn"}
    told = words.term("engagement_state", row.state, view.language)
    return Cell(told, role=roles.get(row.state, "ink2"))


def _term(row: Engagement, view: View) -> Cell:
    return Cell(words.term("term", row.term, view.language), role="ink2")


def _owner(row: Engagement, view: View) -> Cell:
    owner, deputy = (view.schedule.get(Technician, id) for id in (row.owner_id, row.deputy_id))
    return Cell("" if owner is None else owner.name, "" if deputy is None else deputy.name)


COLUMNS = (
    Column("title", QT_TRANSLATE_NOOP("Table", "Engagement"), _title, 220, stretch=True),
    Column("site", QT_TRANSLATE_NOOP("Table", "Site"), _site, 150, stretch=True),
    Column("when", QT_TRANSLATE_NOOP("Table", "From"), _when, 180),
    Column("needed", QT_TRANSLATE_NOOP("Table", "Who is needed"), _needed, 190, stretch=True),
    Column("placed", QT_TRANSLATE_NOOP("Table", "Placed"), _placed, 170, stretch=True),
    Column("uncovered", QT_TRANSLATE_NOOP("Table", "Uncovered, 4 weeks"), _uncovered, 150, searched=False),
    Column("state", QT_TRANSLATE_NOOP("Table", "State"), _state, 110),
    Column("term", QT_TRANSLATE_NOOP("Table", "Term"), _term, 140, shown=False),
    Column("owner", QT_TRANSLATE_NOOP("Table", "Answers for it"), _owner, 150, shown=False),
    Column("code", QT_TRANSLATE_NOOP("Table", "Code"), lambda row, view: Cell(row.code, role="ink2"), 84, shown=False),
)
