"""What the people table says about a technician."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from techsched import words
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.kinds import AbsenceState
from techsched.model.schedule import Schedule
from techsched.model.span import Days
from techsched.model.technician import Certification, Skill, Technician
from techsched.model.wall import Week, clock_text, day_of, instant, minute_of
from techsched.model.work import work_of
from ui import i18n
from ui.i18n import QT_TRANSLATE_NOOP
from ui.tables.column import Cell, Column, View

translate = QCoreApplication.translate
SOON = timedelta(days=30)
AHEAD = timedelta(days=120)
"""A certificate that ends within the one is red, within the other amber."""


def _name(row: Technician, view: View) -> Cell:
    skills = sorted(view.schedule.group(Skill, "technician", row.id), key=lambda each: (-each.level, each.id))
    return Cell(row.name, " · ".join(each.name for each in skills[:2]), avatar=row.name, strong=True)


def _skills(row: Technician, view: View) -> Cell:
    skills = sorted(view.schedule.group(Skill, "technician", row.id), key=lambda each: (-each.level, each.id))
    return Cell(", ".join(f"{each.name} {each.level}" for each in skills), role="ink2")


def _profile(row: Technician, view: View) -> Cell:
    return Cell(words.term("profile", row.profile, view.language), role="ink2", sort=(-row.profile.rank, row.profile))


def _home(row: Technician, view: View) -> Cell:
    found = view.schedule.city.districts.get(row.home_district)
    return Cell("" if found is None else found.name, "" if found is None else found.short)


def _now(row: Technician, view: View) -> Cell:
    """Where the technician is at the file's clock, and until when."""
    schedule, now = view.schedule, view.now
    today = day_of(now, row.zone)
    if today not in row.employed:
        return Cell(translate("Table", "Not with us"), role="ink3")
    for absence in schedule.absences_on(row.id, today):
        away = absence.away_on(today, row.zone)
        if away is not None and away.holds(now):
            return Cell(words.term("absence", absence.kind, view.language), _back(absence, view), role="ink2")
    rows = [each for each in schedule.diary(row.id) if each.occupies and each.end > now]
    here = next((each for each in rows if each.start <= now), None)
    if here is not None:
        until = i18n.filled(translate("Table", "until %1"), clock_text(minute_of(here.end, row.zone)))
        return Cell(work_of(schedule, here).client.name, until)
    later = [each for each in rows if day_of(each.start, row.zone) == today]
    if later:
        first = min(each.start for each in later)
        starts = i18n.filled(translate("Table", "from %1 on booked"), clock_text(minute_of(first, row.zone)))
        return Cell(translate("Table", "Free"), starts, role="good")
    return Cell(translate("Table", "Free"), role="good")


def _back(absence: Absence, view: View) -> str:
    last = absence.days.last
    if last is None:
        return translate("Table", "no end yet")
    return i18n.filled(translate("Table", "until %1"), words.day(last.isoformat(), view.language))


def _certificate(row: Technician, view: View) -> Cell:
    """The one that ends first; what ended already stands before what will."""
    held = view.schedule.group(Certification, "technician", row.id)
    ending = [(each.expires, each) for each in held if each.expires is not None]
    if not ending:
        if not held:
            return Cell(translate("Table", "none"), role="ink3", sort="")
        return Cell(held[0].name, translate("Table", "does not end"), sort=(date.max, ""))
    expires, first = min(ending, key=lambda pair: (pair[0], pair[1].id))
    today = day_of(view.now, row.zone)
    told = words.short_date(expires.isoformat(), view.language)
    left = expires - today
    role, icon = "ink3", ""
    if expires < today:
        told, role, icon = i18n.filled(translate("Table", "ended %1"), told), "bad", "warning-circle-fill"
    elif left <= SOON:
        role, icon = "bad", "clock-fill"
    elif left <= AHEAD:
        role, icon = "warn", "clock-fill"
    if left.days >= 0 and left <= AHEAD:
        inside = translate("Table", "%1, in %2 days") if left.days != 1 else translate("Table", "%1, tomorrow")
        told = i18n.filled(inside, told, str(left.days))
    return Cell(first.name, told, detail_role=role, icon=icon, sort=(expires, first.name))


def week_minutes(schedule: Schedule, row: Technician, days: Days) -> int:
    """Worked minutes of what occupies the technician on these days of their own clock."""
    assert days.after is not None
    start, end = instant(days.first, 0, row.zone), instant(days.after, 0, row.zone)
    return sum(each.worked_minutes for each in schedule.diary(row.id) if each.occupies and start <= each.start < end)


def _week(row: Technician, view: View) -> Cell:
    days = Week.of(day_of(view.now, row.zone)).days
    minutes = week_minutes(view.schedule, row, days)
    share = minutes / row.weekly_minutes if row.weekly_minutes else 0.0
    return Cell(f"{round(share * 100)}%", words.length(minutes), share=share, sort=share)


def _clients(row: Technician, view: View) -> Cell:
    """How many clients they have been booked at, in what is loaded."""
    schedule = view.schedule
    known = {
        work_of(schedule, each).client.id
        for each in schedule.group(Assignment, "technician", row.id)
        if each.end <= view.now
    }
    return Cell(str(len(known)), sort=len(known))


def _languages(row: Technician, view: View) -> Cell:
    known = words.terms.TERMS["language"]
    told = (words.term("language", code, view.language) if code in known else code for code in row.languages)
    return Cell(", ".join(told), role="ink2")


def _covers(row: Technician, view: View) -> Cell:
    districts = view.schedule.city.districts
    if not row.districts:
        return Cell(translate("Table", "anywhere"), role="ink3")
    return Cell(", ".join(districts[code].short for code in row.districts if code in districts), role="ink2")


def _employed(row: Technician, view: View) -> Cell:
    told = words.long_date(row.employed_from.isoformat(), view.language)
    last = row.employed.last
    if last is None:
        return Cell(told, role="ink2", sort=row.employed_from)
    gone = i18n.filled(translate("Table", "to %1"), words.long_date(last.isoformat(), view.language))
    return Cell(told, gone, role="ink2", sort=row.employed_from)


COLUMNS = (
    Column("name", QT_TRANSLATE_NOOP("Table", "Technician"), _name, 180, stretch=True),
    Column("profile", QT_TRANSLATE_NOOP("Table", "Profile"), _profile, 184),
    Column("home", QT_TRANSLATE_NOOP("Table", "Home"), _home, 110),
    Column("now", QT_TRANSLATE_NOOP("Table", "Now"), _now, 160, stretch=True),
    Column("certificate", QT_TRANSLATE_NOOP("Table", "Next certificate to end"), _certificate, 200, stretch=True),
    Column("week", QT_TRANSLATE_NOOP("Table", "This week"), _week, 140, searched=False),
    Column("clients", QT_TRANSLATE_NOOP("Table", "Clients known"), _clients, 104, shown=False, searched=False),
    Column("skills", QT_TRANSLATE_NOOP("Table", "Skills"), _skills, 240, shown=False),
    Column("languages", QT_TRANSLATE_NOOP("Table", "Languages"), _languages, 130, shown=False),
    Column("covers", QT_TRANSLATE_NOOP("Table", "Covers"), _covers, 160, shown=False),
    Column("code", QT_TRANSLATE_NOOP("Table", "Code"), lambda row, view: Cell(row.code, role="ink2"), 72, shown=False),
    Column("phone", QT_TRANSLATE_NOOP("Table", "Telephone"), lambda row, view: Cell(row.phone), 110, shown=False),
    Column("email", QT_TRANSLATE_NOOP("Table", "E-mail"), lambda row, view: Cell(row.email), 180, shown=False),
    Column("employed", QT_TRANSLATE_NOOP("Table", "Hired on"), _employed, 150, shown=False, searched=False),
)


# absences of one person


def _when(row: Absence, view: View) -> Cell:
    first = words.day(row.first.isoformat(), view.language)
    last = row.days.last
    if last is None:
        told = i18n.filled(translate("Table", "from %1, no end yet"), first)
    elif last == row.first:
        told = first
    else:
        told = i18n.filled(translate("Table", "%1 to %2"), first, words.day(last.isoformat(), view.language))
    parts = [words.term("absence", row.kind, view.language)]
    if row.from_minute is not None:
        parts.append(i18n.filled(translate("Table", "from %1"), clock_text(row.from_minute)))
    if row.to_minute is not None:
        parts.append(i18n.filled(translate("Table", "until %1"), clock_text(row.to_minute)))
    return Cell(told, ", ".join(parts), sort=row.first)


def _state(row: Absence, view: View) -> Cell:
    roles = {AbsenceState.REQUESTED: "warn", AbsenceState.APPROVED: "ink2"}
    told = words.term("absence_state", row.state, view.language)
    return Cell(told, role=roles.get(row.state, "ink3"))


def _days(row: Absence, view: View) -> Cell:
    days = row.days.count if row.after is not None else None
    return Cell("" if days is None else str(days), role="ink2", sort=days)


ABSENCES = (
    Column("when", QT_TRANSLATE_NOOP("Table", "Away"), _when, 180, stretch=True),
    Column("days", QT_TRANSLATE_NOOP("Table", "Days"), _days, 56, right=True),
    Column("state", QT_TRANSLATE_NOOP("Table", "State"), _state, 104),
)
