"""Technicians, clients, sites and their parts: saved together, and taken away when nobody needs them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from techsched.desk.desk import Desk
from techsched.desk.records import RemoveRecord, SaveRecord
from techsched.errors import Stale, UserError
from techsched.model.assignment import Assignment
from techsched.model.booking import at_times
from techsched.model.change import Change, created
from techsched.model.client import Client, Contact, Site
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.hours import week_hours
from techsched.model.kinds import AssignmentState, Profile, Rule, Term
from techsched.model.row import Row
from techsched.model.sentence import Sentence
from techsched.model.technician import Certification, Skill, Technician, WorkingPattern
from techsched.words import say
from tests.desk.conftest import OpenDesk
from tests.desk.finding import FRI, all_rows, at, booked, person, stored_rows, waiting

LONG_AGO = at(date(2026, 1, 12), "10:00"), at(date(2026, 1, 12), "12:00")


def newcomer(desk: Desk, **more: object) -> tuple[Technician, Skill, WorkingPattern]:
    """Somebody with a skill and hours, and no code yet."""
    ids = desk.pen().ids
    made = Technician(
        id=next(ids),
        code="",
        name="Olga Sanz",
        profile=Profile.NETWORK,
        home_district="05",
        employed_from=date(2026, 12, 1),
    )
    made = replace(made, **more)  # type: ignore[arg-type]
    skill = Skill(id=next(ids), technician_id=made.id, name="Fortinet", level=4)
    hours = WorkingPattern(
        id=next(ids), technician_id=made.id, first=date(2026, 12, 1), hours=week_hours(range(5), 540, 1080)
    )
    return made, skill, hours


def client_of(desk: Desk, name: str) -> Client:
    return next(c for c in desk.schedule.rows(Client).values() if c.name == name)


def refused(desk: Desk, command: SaveRecord | RemoveRecord) -> str:
    """Why; and nothing was written."""
    before = all_rows(desk)
    with pytest.raises(UserError) as told:
        desk.do(command)
    assert all_rows(desk) == before == stored_rows(desk)
    return say(told.value.sentence, "en")


# saving


def test_a_new_technician_comes_with_skills_and_hours_as_one_step(desk: Desk) -> None:
    before = all_rows(desk)
    made = newcomer(desk)
    done = desk.do(SaveRecord(made))
    saved = desk.schedule.row(Technician, made[0].id)
    assert (saved.code, saved.version) == ("T018", 1)
    assert [s.name for s in desk.schedule.group(Skill, "technician", saved.id)] == ["Fortinet"]
    assert say(done.change.label, "en") == "New technician: Olga Sanz"
    assert stored_rows(desk) == all_rows(desk)
    desk.undo()
    assert all_rows(desk) == before == stored_rows(desk)
    desk.redo()
    assert desk.schedule.row(Technician, made[0].id).code == "T018"


def test_a_code_of_ones_own_is_kept(desk: Desk) -> None:
    made = newcomer(desk, code="X-9")
    desk.do(SaveRecord(made))
    assert desk.schedule.by_code(Technician, "x-9") is not None


@pytest.mark.parametrize("code", ["T007", "t007"])
def test_a_code_that_is_taken_is_refused(desk: Desk, code: str) -> None:
    assert refused(desk, SaveRecord(newcomer(desk, code=code))) == f"The code {code} is in use already. Choose another."


def test_ones_own_code_is_not_taken(desk: Desk) -> None:
    sergio = person(desk, "Sergio")
    desk.do(SaveRecord((replace(sergio, phone="600 111 222"),)))
    assert desk.schedule.row(Technician, sergio.id).phone == "600 111 222"


def test_two_new_ones_in_one_step_get_two_codes(desk: Desk) -> None:
    one, other = newcomer(desk)[0], newcomer(desk, name="Iván Gil")[0]
    desk.do(SaveRecord((one, other)))
    assert {desk.schedule.row(Technician, row.id).code for row in (one, other)} == {"T018", "T019"}


@pytest.mark.parametrize("name", ["", "   "])
def test_a_name_is_needed(desk: Desk, name: str) -> None:
    assert refused(desk, SaveRecord(newcomer(desk, name=name))) == "The name is missing. Fill it in."
    skill = newcomer(desk)[1]
    sergio = person(desk, "Sergio")
    nameless = replace(skill, technician_id=sergio.id, name=name)
    assert refused(desk, SaveRecord((sergio, nameless))) == "The name is missing. Fill it in."


def test_nobody_leaves_before_they_came(desk: Desk) -> None:
    early = newcomer(desk, employed_after=date(2026, 12, 1))
    assert "The end comes before the start" in refused(desk, SaveRecord(early))


def test_a_line_asks_for_somebody(desk: Desk) -> None:
    engagement = next(iter(desk.schedule.rows(Engagement).values()))
    line = desk.schedule.group(StaffingLine, "engagement", engagement.id)[0]
    assert "at least one technician" in refused(desk, SaveRecord((engagement, replace(line, headcount=0))))


def test_saving_nothing_is_no_step(desk: Desk) -> None:
    assert "Nothing is chosen" in refused(desk, SaveRecord(()))
    assert "Nothing changed" in refused(desk, SaveRecord((person(desk, "Sergio"),)))


def test_parts_that_are_left_out_go_and_come_back_with_undo(desk: Desk) -> None:
    sergio = person(desk, "Sergio")
    skills = desk.schedule.group(Skill, "technician", sergio.id)
    desk.do(SaveRecord((sergio, replace(skills[0], level=5)), removed=skills[1:]))
    assert [s.level for s in desk.schedule.group(Skill, "technician", sergio.id)] == [5]
    assert stored_rows(desk) == all_rows(desk)
    desk.undo()
    assert desk.schedule.group(Skill, "technician", sergio.id) == skills


def test_what_saving_breaks_is_recorded_and_told_but_asks_for_nothing(desk: Desk) -> None:
    """A certificate that is taken away is a fact, whatever hangs on it."""
    sergio = person(desk, "Sergio")
    held = desk.schedule.group(Certification, "technician", sergio.id)
    assert held
    preview = desk.preview(SaveRecord((sergio,), removed=held))
    assert Rule.CERTIFICATION in {c.rule for c in preview.new} and not preview.asking
    desk.do(SaveRecord((sergio,), removed=held))


def test_a_colleague_who_saved_meanwhile_is_not_overwritten(open_desk: OpenDesk) -> None:
    raquel, ana = open_desk("raquel"), open_desk("ana")
    sergio = person(raquel, "Sergio")
    ana.do(SaveRecord((replace(sergio, phone="1"),)))
    with pytest.raises(Stale):
        raquel.do(SaveRecord((replace(sergio, phone="2"),)))
    raquel.refresh()
    assert person(raquel, "Sergio").phone == "1"


def test_a_code_that_a_colleague_took_meanwhile_is_refused(open_desk: OpenDesk) -> None:
    raquel, ana = open_desk("raquel"), open_desk("ana")
    ana.do(SaveRecord(newcomer(ana, code="T900")))
    with pytest.raises(UserError) as told:
        raquel.do(SaveRecord(newcomer(raquel, code="T900")))
    assert "T900" in say(told.value.sentence, "en")


# taking away


def test_a_record_goes_with_its_parts_and_comes_back_with_undo(desk: Desk) -> None:
    before = all_rows(desk)
    ids = desk.pen().ids
    client = Client(id=next(ids), code="", name="Ferretería Lanza")
    site = Site(id=next(ids), code="", client_id=client.id, name="Tienda", district="03")
    contact = Contact(id=next(ids), client_id=client.id, site_id=site.id, name="Marta Lanza")
    desk.do(SaveRecord((client, site, contact)))
    done = desk.do(RemoveRecord(desk.schedule.row(Client, client.id)))
    assert {edit.table for edit in done.change.edits} == {Client, Site, Contact}
    assert all_rows(desk) == before == stored_rows(desk)
    desk.undo()
    assert desk.schedule.row(Contact, contact.id) == contact
    desk.undo()
    assert all_rows(desk) == before == stored_rows(desk)


def test_what_is_needed_stays_and_says_by_whom(desk: Desk) -> None:
    sergio = person(desk, "Sergio")
    told = refused(desk, RemoveRecord(sergio))
    assert told.startswith("Sergio Vidal is still needed ") and told.endswith("Write a last day into the form.")
    visit = waiting(desk, "Firewall down")
    site = desk.schedule.row(Site, visit.site_id)
    told = refused(desk, RemoveRecord(site))
    assert told.startswith(f"{site.name} is still needed: ") and "Remove that first" in told
    assert refused(desk, RemoveRecord(desk.schedule.row(Client, visit.client_id)))


def test_a_client_that_a_shared_service_names_is_needed(desk: Desk) -> None:
    shared = next(e for e in desk.schedule.rows(Engagement).values() if e.serves)
    ids = desk.pen().ids
    client = Client(id=next(ids), code="", name="Ferretería Lanza")
    desk.do(SaveRecord((client,)))
    desk.do(SaveRecord((replace(shared, serves=(*shared.serves, client.id)),)))
    told = refused(desk, RemoveRecord(desk.schedule.row(Client, client.id)))
    assert told == f"Ferretería Lanza is still needed: {shared.title} (engagement) refers to it. Remove that first."


@pytest.mark.parametrize("role", ["owner_id", "deputy_id"])
def test_who_owns_an_engagement_is_needed(desk: Desk, role: str) -> None:
    made = newcomer(desk)
    desk.do(SaveRecord(made))
    engagement = next(e for e in desk.schedule.rows(Engagement).values() if e.term is Term.INDEFINITE)
    desk.do(SaveRecord((replace(engagement, **{role: made[0].id}),)))
    assert engagement.title in refused(desk, RemoveRecord(desk.schedule.row(Technician, made[0].id)))


def test_what_a_colleague_removed_is_told(open_desk: OpenDesk) -> None:
    raquel, ana = open_desk("raquel"), open_desk("ana")
    made = newcomer(raquel)
    raquel.do(SaveRecord(made))
    ana.refresh()
    held: Row = ana.schedule.row(Technician, made[0].id)
    raquel.do(RemoveRecord(held))
    with pytest.raises(UserError):
        ana.do(SaveRecord((replace(held, name="Olga Sanz Gil"),)))  # type: ignore[call-arg]
    ana.refresh()
    with pytest.raises(UserError) as told:
        ana.do(RemoveRecord(held))
    assert say(told.value.sentence, "en").startswith("This technician is no longer in the office")


def test_work_that_is_not_loaded_keeps_its_technician_too(open_desk: OpenDesk) -> None:
    desk = open_desk()
    made = newcomer(desk, employed_from=date(2025, 1, 1))
    desk.do(SaveRecord(made))
    row = booked(desk, "Nuria", FRI)
    long_ago = at_times(replace(row, id=desk.pen().id(), technician_id=made[0].id, part=1, version=0), *LONG_AGO)
    done = replace(long_ago, state=AssignmentState.WITHDRAWN)
    desk._store.apply(Change(Sentence("undo.draft"), created(done)), who="raquel", at=desk.now)
    desk.close()
    desk = open_desk()
    assert desk.schedule.get(Assignment, done.id) is None
    assert "Olga Sanz" in refused(desk, RemoveRecord(desk.schedule.row(Technician, made[0].id)))
