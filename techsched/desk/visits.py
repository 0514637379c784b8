"""Commands on visits: ask for one, change it, take it off the board, stamp what happened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from techsched.desk.assignments import withdraw
from techsched.desk.draft import Draft
from techsched.desk.pen import Pen
from techsched.desk.telling import found
from techsched.errors import UserError
from techsched.model.change import Change
from techsched.model.client import Client, Site
from techsched.model.kinds import AssignmentState
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.visit import Visit


def visit_label(key: str, schedule: Schedule, visit: Visit) -> Sentence:
    return sentence(key, visit=visit.code, client=found(schedule, Client, visit.client_id).name)


def next_code(schedule: Schedule) -> str:
    """'V000123': one more than the highest visit number in the office."""
    numbers = [int(v.code[1:]) for v in schedule.rows(Visit).values() if v.code[1:].isdigit()]
    return f"V{max(numbers, default=0) + 1:06d}"


@dataclass(frozen=True, slots=True)
class RequestVisit:
    """A new visit, or another version of one; `visit.id` 0 and an empty code are allotted.

    Raises UserError for a site of another client, a window that ends before it begins, no length.
    """

    visit: Visit
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        visit = self.visit
        site = found(schedule, Site, visit.site_id)
        if site.client_id != visit.client_id:
            raise UserError(sentence("trouble.site_of_other_client", site=site.name))
        if visit.window_from is not None and visit.window_to is not None and visit.window_to <= visit.window_from:
            raise UserError(sentence("trouble.window_ends_before_start"))
        if visit.minutes <= 0 or visit.minutes > 48 * 60:
            raise UserError(sentence("trouble.visit_length"))
        if visit.people not in (1, 2):
            raise UserError(sentence("trouble.visit_people"))
        before = schedule.get(Visit, visit.id)
        key = "undo.change_visit" if before is not None else "undo.new_visit"
        if before is None:
            visit = replace(visit, id=visit.id or pen.id(), code=visit.code or next_code(schedule), version=0)
        else:
            visit = replace(visit, version=before.version)
        draft = Draft(schedule)
        draft.put(visit)
        return draft.change(visit_label(key, schedule, visit))


@dataclass(frozen=True, slots=True)
class UnscheduleVisit:
    """Takes all bookings of a visit away; it waits again."""

    visit_id: int
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        visit = found(schedule, Visit, self.visit_id)
        if visit.arrived_at is not None or not visit.is_open:
            raise UserError(sentence("trouble.visit_over", visit=visit.code))
        rows = schedule.bookings_of(visit)
        if not rows:
            raise UserError(sentence("trouble.visit_not_booked", visit=visit.code))
        draft = Draft(schedule)
        for row in rows:
            withdraw(draft, row)
        draft.put(replace(visit, promised_start=None, promised_end=None, dispatched_at=None, en_route_at=None))
        return draft.change(visit_label("undo.unschedule", schedule, visit))


@dataclass(frozen=True, slots=True)
class CancelVisit:
    """The client does not need it any more; `note` says who called and why."""

    visit_id: int
    note: str = ""
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        visit = found(schedule, Visit, self.visit_id)
        if not visit.is_open:
            raise UserError(sentence("trouble.visit_over", visit=visit.code))
        draft = Draft(schedule)
        for row in schedule.bookings_of(visit):
            if row.state is AssignmentState.PLANNED:
                withdraw(draft, row)
        draft.put(replace(visit, outcome="cancelled", outcome_note=self.note, ended_at=pen.now))
        return draft.change(visit_label("undo.cancel_visit", schedule, visit))


STAMPS = ("dispatched", "en_route", "on_site", "completed", "cannot_complete", "no_access")


@dataclass(frozen=True, slots=True)
class StampVisit:
    """What happened, at the file's clock: one of STAMPS. Completion marks the bookings done.

    Raises UserError for a visit that is over, or that nobody is booked for.
    """

    visit_id: int
    stamp: str
    note: str = ""
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if self.stamp not in STAMPS:
            raise ValueError(f"no such stamp: {self.stamp}")
        visit = found(schedule, Visit, self.visit_id)
        if not visit.is_open:
            raise UserError(sentence("trouble.visit_over", visit=visit.code))
        rows = schedule.bookings_of(visit)
        if not rows:
            raise UserError(sentence("trouble.visit_not_booked", visit=visit.code))
        draft = Draft(schedule)
        if self.stamp == "dispatched":
            draft.put(replace(visit, dispatched_at=pen.now))
        elif self.stamp == "en_route":
            draft.put(replace(visit, en_route_at=pen.now))
        elif self.stamp == "on_site":
            draft.put(replace(visit, arrived_at=pen.now))
        else:
            arrived = visit.arrived_at
            if arrived is None and self.stamp != "no_access":
                arrived = min(rows[0].start, pen.now)
            draft.put(replace(visit, arrived_at=arrived, ended_at=pen.now, outcome=self.stamp, outcome_note=self.note))
            for row in rows:
                draft.put(replace(row, state=AssignmentState.DONE))
        return draft.change(visit_label(f"undo.stamp_{self.stamp}", schedule, visit))
