"""What a technician does on each day of a week: work, visits, away, free or off, folded into bars."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.client import Contact
from techsched.model.demand import is_worked, stands
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.kinds import AbsenceKind, Firmness, Mode
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import ONE_DAY, Days, Instant, Span
from techsched.model.technician import Technician, WorkingPattern
from techsched.model.wall import day_of, day_span, days_span
from techsched.model.work import Work, work_of
from techsched.roster.entries import Item, Shape
from techsched.roster.wording import (
    brief_hours,
    clock,
    hours_text,
    other_zone,
    place_tag,
    short_day,
    work_words,
)
from techsched.rules.presence import meets_absence, own_time
from techsched.words import say

_AWAY = "away"
"""Head of a day away until the days are folded and it is known from when to when."""
_FOLDS = (Shape.WORK, Shape.AWAY, Shape.CLOSED)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one week of a schedule; `marked` are the assignments that print with a conflict's mark."""

    schedule: Schedule
    days: Days
    language: str
    marked: Collection[int] = ()

    def say(self, key: str, **fields: str | int) -> str:
        return say(sentence(key, **fields), self.language)

    def items(self, technician: Technician) -> tuple[Item, ...]:
        """All columns of the week, each held by at least one item."""
        by_day: dict[date, list[Assignment]] = {}
        for row in week_rows(self.schedule, technician.id, self.days):
            by_day.setdefault(day_of(row.start, self.schedule.office.zone), []).append(row)
        cells = [
            [replace(item, first=column, last=column) for item in self._cell(technician, day, by_day.get(day, []))]
            for column, day in enumerate(self.days)
        ]
        return tuple(self._named(technician, item) for item in _folded(cells))

    # one day

    def _cell(self, technician: Technician, day: date, rows: list[Assignment]) -> list[Item]:
        works = self._would_work(technician, day)
        gone = [a for a in self.schedule.absences_on(technician.id, day) if a.away_on(day, technician.zone)]
        whole = [a for a in gone if a.away_on(day, technician.zone) == day_span(day, technician.zone)]
        if not rows and not (works and gone):
            return [self._idle(technician, day)]
        if whole:
            return [self._away(whole, rows)]
        parts = [self._part(absence, day, technician) for absence in gone]
        hidden = tuple(row.id for row in rows if self._is_stood_in(row))
        if hidden and parts:
            parts[0] = (parts[0][0], replace(parts[0][1], assignments=hidden))
        elif hidden:
            parts = [(min(row.start for row in rows), Item(Shape.AWAY, 0, 0, _AWAY, assignments=hidden))]
        lines = [(row.start, self._work(row)) for row in rows if row.id not in hidden]
        items = [item for _, item in sorted((*parts, *lines), key=lambda pair: pair[0])]
        return items if rows else [*items, self._idle(technician, day)]

    def _is_stood_in(self, row: Assignment) -> bool:
        """Nothing of it is left to its own technician, or somebody else does all of it."""
        if not meets_absence(self.schedule, row):
            return False
        covers = self.schedule.group(Assignment, "covers", row.id)
        return not own_time(self.schedule, row) or any(
            stands(self.schedule, cover) and cover.span.covers(row.span) for cover in covers
        )

    def _work(self, row: Assignment) -> Item:
        """Of a row that an absence cuts short, the hours that are left."""
        work = work_of(self.schedule, row)
        zone = self.schedule.office.zone
        head, detail = work_words(work, self.language)
        covered = self._covered(row, work)
        there = other_zone(row, work, zone)
        if work.visit is not None:
            hours = brief = clock(row.start, zone)
            detail = ""
            if there is not None:
                told = self.say("paper.there", here="", there=clock(row.start, there)).strip()
                head = f"{head} {told}"
        else:
            hours, brief = self._hours(row, there)
        return Item(
            shape=Shape.VISIT if work.visit is not None else Shape.WORK,
            first=0,
            last=0,
            head=head,
            hours=hours,
            brief=brief,
            detail="" if covered else detail,
            covers=self.say("paper.covers", who=covered) if covered else "",
            tag=place_tag(self.schedule, work.site, row.mode, self.language),
            remote=row.mode is Mode.REMOTE,
            tentative=row.firmness is Firmness.TENTATIVE,
            conflict=row.id in self.marked,
            assignments=(row.id,),
        )

    def _hours(self, row: Assignment, there: str | None) -> tuple[str, str]:
        """Long and brief, with the clock at the place where it shows another time."""
        spans = own_time(self.schedule, row)
        zone = self.schedule.office.zone
        texts = []
        for spell in (hours_text, brief_hours):
            text = ", ".join(spell(span, zone) for span in spans)
            if there is not None:
                abroad = ", ".join(spell(span, there) for span in spans)
                text = self.say("paper.there", here=text, there=abroad)
            texts.append(text)
        return texts[0], texts[1]

    def _covered(self, row: Assignment, work: Work) -> str:
        """Who is stood in for: our own technician, or the client's person of a holiday cover."""
        if row.covers is not None:
            base = self.schedule.row(Assignment, row.covers)
            return self.schedule.row(Technician, base.technician_id).name
        if work.visit is not None or work.engagement is None:
            return ""
        contact = self.schedule.get(Contact, work.engagement.contact_id)
        return contact.name if contact is not None else ""

    def _away(self, absences: list[Absence], rows: list[Assignment]) -> Item:
        head = _AWAY
        if all(absence.kind is AbsenceKind.TRAINING for absence in absences):
            head = self._training(absences[0])
        return Item(Shape.AWAY, 0, 0, head, assignments=tuple(row.id for row in rows))

    def _training(self, absence: Absence) -> str:
        if absence.note:
            return self.say("paper.training_in", what=absence.note)
        return self.say("paper.training")

    def _part(self, absence: Absence, day: date, technician: Technician) -> tuple[Instant, Item]:
        span = absence.away_on(day, technician.zone)
        assert span is not None
        training = absence.kind is AbsenceKind.TRAINING
        head = self._training(absence) if training else self.say("paper.away")
        zone = self.schedule.office.zone
        return span.start, Item(Shape.AWAY, 0, 0, head, self._until_midnight(span), brief_hours(span, zone))

    def _until_midnight(self, span: Span) -> str:
        text = hours_text(span, self.schedule.office.zone)
        return text.removesuffix("00:00") + "24:00" if text.endswith("–00:00") else text

    def _idle(self, technician: Technician, day: date) -> Item:
        if not self._would_work(technician, day):
            holiday = self._is_holiday(technician, day) and self._has_hours(technician, day)
            return Item(Shape.WORD, 0, 0, self.say("paper.holiday" if holiday else "paper.off"))
        if self._client_closed(technician, day):
            return Item(Shape.CLOSED, 0, 0, self.say("paper.client_closed"))
        return Item(Shape.WORD, 0, 0, self.say("paper.free"))

    # what the day would have been

    def _has_hours(self, technician: Technician, day: date) -> bool:
        """By the working pattern; somebody without one is taken to work Monday to Friday."""
        if day not in technician.employed:
            return False
        if any(day in p.days for p in self.schedule.group(WorkingPattern, "technician", technician.id)):
            return bool(self.schedule.pattern_on(technician.id, day))
        return day.weekday() < 5

    def _is_holiday(self, technician: Technician, day: date) -> bool:
        return bool(self.schedule.holidays_on(technician.calendar, day))

    def _would_work(self, technician: Technician, day: date) -> bool:
        return self._has_hours(technician, day) and not self._is_holiday(technician, day)

    def _client_closed(self, technician: Technician, day: date) -> bool:
        """Whether a placement would have brought work, were its client not closed."""
        for placement in self.schedule.group(Placement, "technician", technician.id):
            if day not in placement.days:
                continue
            line = self.schedule.row(StaffingLine, placement.line_id)
            engagement = self.schedule.row(Engagement, line.engagement_id)
            if not engagement.state.makes_demand or day not in engagement.days:
                continue
            if line.hours_on(day) is not None and not is_worked(self.schedule, line, day):
                return True
        return False

    # folded days

    def _named(self, technician: Technician, item: Item) -> Item:
        if item.shape is not Shape.AWAY or item.head != _AWAY:
            return item
        days = list(self.days)
        first, last = days[item.first], days[item.last]
        until = self._away_until(technician, last)
        if until is not None and until > days[-1]:
            return replace(item, head=self.say("paper.away_until", day=until.isoformat()))
        if item.first == item.last or until is None:
            return replace(item, head=self.say("paper.away"))
        key = "paper.away_two" if item.last == item.first + 1 else "paper.away_from_to"
        names = [short_day(day, self.language).split()[0] for day in (first, last)]
        return replace(item, head=self.say(key, first=names[0], last=names[1]))

    def _away_until(self, technician: Technician, day: date) -> date | None:
        """Last day of the absences that follow upon each other from `day` on; None while no end is known.

        Where one kind of absence passes into another, nothing on paper shows the seam.
        """
        while True:
            ahead = day + ONE_DAY
            following = [
                absence
                for absence in self.schedule.absences_on(technician.id, ahead)
                if absence.kind is not AbsenceKind.TRAINING
                and absence.away_on(ahead, technician.zone) == day_span(ahead, technician.zone)
            ]
            if any(absence.after is None for absence in following):
                return None
            if not following:
                return day
            last = max(absence.days.last or ahead for absence in following)
            ends_whole = any(absence.days.last == last and absence.to_minute in (None, 1440) for absence in following)
            day = max(ahead, last if ends_whole else last - ONE_DAY)


def week_rows(schedule: Schedule, technician_id: int, days: Days) -> list[Assignment]:
    """Occupying rows that start within the days on the office's clock, by start."""
    span = days_span(days, schedule.office.zone)
    found = schedule.diary(technician_id).overlapping(span.start, span.end)
    return [row for row in found if row.occupies and span.holds(row.start)]


def _folded(cells: list[list[Item]]) -> list[Item]:
    """Days in a row with one and the same thing become one item over all of them."""
    found: list[Item] = []
    alone = False
    for cell in cells:
        if len(cell) == 1 and alone and _same(found[-1], cell[0]):
            last = found[-1]
            rows = (*last.assignments, *cell[0].assignments)
            found[-1] = replace(last, last=cell[0].last, assignments=rows)
        else:
            found.extend(cell)
        alone = len(cell) == 1
    return found


def _same(one: Item, other: Item) -> bool:
    """Alike in all that is printed."""
    bare = (replace(each, first=0, last=0, assignments=()) for each in (one, other))
    return one.shape in _FOLDS and next(bare) == next(bare)
