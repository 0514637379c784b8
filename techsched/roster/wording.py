"""Times, days and places as the paper spells them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.client import Client, Site
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.kinds import Mode
from techsched.model.office import OuterZone
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import Days, Instant, Span, runs
from techsched.model.wall import Week, clock_text, local, minute_of, same_clock
from techsched.model.work import Work
from techsched.words import LANGUAGES, say, term, weekday
from techsched.words.terms import DAYS_SHORT, MONTHS


def clock(moment: Instant, zone: str) -> str:
    return clock_text(minute_of(moment, zone))


def hours_text(span: Span, zone: str) -> str:
    """'09:00–18:00'."""
    return f"{clock(span.start, zone)}–{clock(span.end, zone)}"


def brief_hours(span: Span, zone: str) -> str:
    """'09–18', '09–17:30'."""
    return "–".join(text.removesuffix(":00") for text in (clock(span.start, zone), clock(span.end, zone)))


def other_zone(row: Assignment, work: Work, office_zone: str) -> str | None:
    """The zone whose clock is shown beside the office's: the site's, or the one that the row was planned in."""
    zone = work.site.zone if work.site is not None else row.zone
    if same_clock(row.start, zone, office_zone) and same_clock(row.end, zone, office_zone):
        return None
    return zone


def short_day(on: date, language: str) -> str:
    """'Wed 25' or 'mié 25'."""
    return f"{DAYS_SHORT[LANGUAGES.index(language)][on.weekday()]} {on.day}"


def capital(text: str) -> str:
    """Spanish writes days and months small, but not at the head of a column."""
    return text[:1].upper() + text[1:]


def days_text(days: Sequence[date], language: str) -> str:
    """'Wed 25 and Thu 26, Sat 28' of sorted days."""

    def told(run: Days) -> str:
        last = run.last
        assert last is not None
        if run.count == 1:
            return short_day(run.first, language)
        key = "paper.days_and" if run.count == 2 else "paper.days_to"
        return say(sentence(key, first=short_day(run.first, language), last=short_day(last, language)), language)

    return ", ".join(told(run) for run in runs(list(days)))


def week_dates(week: Week, language: str) -> str:
    """'Monday 23 to Sunday 29 November 2026'."""
    first, last = week.monday, week.monday.fromordinal(week.monday.toordinal() + 6)
    months = MONTHS[LANGUAGES.index(language)]
    key = "paper.dates_one_month"
    if first.month != last.month:
        key = "paper.dates_two_months" if first.year == last.year else "paper.dates_two_years"
    told = sentence(
        key,
        first=first.isoformat(),
        last=last.isoformat(),
        month_before=months[first.month - 1],
        month=months[last.month - 1],
        year_before=first.year,
        year=last.year,
    )
    return say(told, language)


def column_name(on: date, language: str) -> str:
    return capital(weekday(on.isoformat(), language))


def draft_stamp(now: Instant, zone: str, language: str) -> str:
    """'DRAFT, printed at Wed 25 Nov 2026 10:46'."""
    wall = local(now, zone)
    told = sentence("paper.draft", day=wall.date().isoformat(), year=wall.year, time=f"{wall:%H:%M}")
    return say(told, language)


def tag_of(schedule: Schedule, site: Site | None) -> str:
    """District letters, or the name of the place outside the city; empty when neither is known."""
    if site is None:
        return ""
    outside = schedule.get(OuterZone, site.outer_zone_id)
    if outside is not None:
        return outside.name
    return letters(schedule, site.district)


def letters(schedule: Schedule, district: str) -> str:
    found = schedule.city.districts.get(district)
    return "" if found is None else found.short


def place_tag(schedule: Schedule, site: Site | None, mode: Mode, language: str) -> str:
    """What stands in the tag of work: where it is, or that it is remote."""
    if mode is Mode.REMOTE:
        return say(sentence("paper.remote"), language)
    return tag_of(schedule, site) or say(sentence("paper.on_site"), language)


def work_words(work: Work, language: str) -> tuple[str, str]:
    """Who it is for and what it is."""
    if work.visit is None and work.engagement is not None:
        return engagement_words(work.client, work.engagement, work.title, language)
    return work.client.name, work.title


def engagement_words(client: Client, engagement: Engagement, title: str, language: str) -> tuple[str, str]:
    """Client and service; a shared service of our own firm goes by its own name."""
    if not client.own_firm:
        return client.name, title
    head = engagement.title or client.name
    if title and title != head:
        return head, title
    count = len(engagement.serves)
    return head, say(sentence("paper.clients", n=count), language) if count else ""


def line_words(line: StaffingLine, language: str) -> str:
    """Whom an unfilled place asks for; the service speaks where no profile is asked."""
    return term("profile", line.profile, language) if line.profile is not None else line.service
