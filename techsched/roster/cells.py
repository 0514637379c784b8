"""What a technician does on one day: work, visits, away, free or off."""

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
from techsched.model.span import Instant, Span
from techsched.model.technician import Technician
from techsched.model.wall import day_span
from techsched.model.work import Work, work_of
from techsched.roster.entries import Item, Shape
from techsched.roster.wording import (
    brief_hours,
    clock,
    hours_text,
    other_zone,
    place_tag,
    work_words,
)
from techsched.rules.presence import meets_absence, own_time
from techsched.words import say

AWAY = "away"
"""Head of a day away until the days are folded and it is known from when to when."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of one technician, in column `column`; `zone` is the office's.

    `marked` are the assignments that print with a conflict's mark.
    """

    schedule: Schedule
    technician: Technician
    day: date
    column: int
    zone: str
    language: str
    marked: Collection[int] = ()

    def items(self, rows: list[Assignment]) -> list[Item]:
        """At least one, by time; `rows` are the bookings that start on the day."""
        technician, day = self.technician, self.day
        gone = [a for a in self.schedule.absences_on(technician.id, day) if a.away_on(day, technician.zone)]
        if not rows and not (gone and self._would_work()):
            return [self._idle()]
        whole = [a for a in gone if a.away_on(day, technician.zone) == day_span(day, technician.zone)]
        if whole:
            return [self._away(whole, rows)]
        parts = [self._part(absence) for absence in gone]
        hidden = tuple(row.id for row in rows if self._is_stood_in(row))
        if hidden and parts:
            parts[0] = (parts[0][0], replace(parts[0][1], assignments=hidden))
        elif hidden:
            parts = [(min(row.start for row in rows), self._item(Shape.AWAY, AWAY, assignments=hidden))]
        lines = [(row.start, self._work(row)) for row in rows if row.id not in hidden]
        items = [item for _, item in sorted((*parts, *lines), key=lambda pair: pair[0])]
        return items if rows else [*items, self._idle()]

    def _say(self, key: str, **fields: str | int) -> str:
        return say(sentence(key, **fields), self.language)

    def _item(
        self, shape: Shape, head: str, hours: str = "", brief: str = "", assignments: tuple[int, ...] = ()
    ) -> Item:
        return Item(shape, self.column, self.column, head, hours, brief, assignments=assignments)

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
        head, detail = work_words(work, self.language)
        covered = self._covered(row, work)
        there = other_zone(row, work, self.zone)
        if work.visit is not None:
            hours = brief = clock(row.start, self.zone)
            detail = ""
            if there is not None:
                told = self._say("paper.there", here="", there=clock(row.start, there)).strip()
                head = f"{head} {told}"
        else:
            hours, brief = self._hours(row, there)
        return Item(
            shape=Shape.VISIT if work.visit is not None else Shape.WORK,
            first=self.column,
            last=self.column,
            head=head,
            hours=hours,
            brief=brief,
            detail="" if covered else detail,
            covers=self._say("paper.covers", who=covered) if covered else "",
            tag=place_tag(self.schedule, work.site, row.mode, self.language),
            remote=row.mode is Mode.REMOTE,
            tentative=row.firmness is Firmness.TENTATIVE,
            conflict=row.id in self.marked,
            assignments=(row.id,),
        )

    def _hours(self, row: Assignment, there: str | None) -> tuple[str, str]:
        """Long and brief, with the clock at the place where it shows another time."""
        spans = own_time(self.schedule, row)
        texts = []
        for spell in (hours_text, brief_hours):
            text = ", ".join(spell(span, self.zone) for span in spans)
            if there is not None:
                abroad = ", ".join(spell(span, there) for span in spans)
                text = self._say("paper.there", here=text, there=abroad)
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
        head = AWAY
        if all(absence.kind is AbsenceKind.TRAINING for absence in absences):
            head = self._training(absences[0])
        return self._item(Shape.AWAY, head, assignments=tuple(row.id for row in rows))

    def _training(self, absence: Absence) -> str:
        if absence.note:
            return self._say("paper.training_in", what=absence.note)
        return self._say("paper.training")

    def _part(self, absence: Absence) -> tuple[Instant, Item]:
        span = absence.away_on(self.day, self.technician.zone)
        assert span is not None
        training = absence.kind is AbsenceKind.TRAINING
        head = self._training(absence) if training else self._say("paper.away")
        return span.start, self._item(Shape.AWAY, head, self._until_midnight(span), brief_hours(span, self.zone))

    def _until_midnight(self, span: Span) -> str:
        text = hours_text(span, self.zone)
        return text.removesuffix("00:00") + "24:00" if text.endswith("–00:00") else text

    def _idle(self) -> Item:
        if not self._would_work():
            return self._item(Shape.WORD, self._say("paper.holiday" if self._has_hours() else "paper.off"))
        if self._client_closed():
            return self._item(Shape.CLOSED, self._say("paper.client_closed"))
        return self._item(Shape.WORD, self._say("paper.free"))

    # what the day would have been

    def _has_hours(self) -> bool:
        """By the working pattern; somebody without one is taken to work Monday to Friday."""
        if self.day not in self.technician.employed:
            return False
        pattern = self.schedule.working_pattern(self.technician.id, self.day)
        return self.day.weekday() < 5 if pattern is None else bool(pattern.on(self.day))

    def _would_work(self) -> bool:
        return self._has_hours() and not self.schedule.holidays_on(self.technician.calendar, self.day)

    def _client_closed(self) -> bool:
        """Whether a placement would have brought work, were its client not closed."""
        for placement in self.schedule.group(Placement, "technician", self.technician.id):
            if self.day not in placement.days:
                continue
            line = self.schedule.row(StaffingLine, placement.line_id)
            engagement = self.schedule.row(Engagement, line.engagement_id)
            if not engagement.state.makes_demand or self.day not in engagement.days:
                continue
            if line.hours_on(self.day) is not None and not is_worked(self.schedule, line, self.day):
                return True
        return False
