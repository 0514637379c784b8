"""On-site work that is booked remotely."""

from dataclasses import replace

from techsched.model.change import Edit
from techsched.model.kinds import Mode, Rule, Severity
from tests.builders import bookings, changed, line, schedule
from tests.rules.asking import conflicts, told


def test_a_visit_on_site_is_not_done_from_home() -> None:
    office = schedule("visit V1: Centro", "Ana: Mon 9-10 V1 remote")
    assert told(office, Rule.MODE) == [
        "Ana is booked remotely for Centro on Mon 23 Nov, 09:00–10:00, and this work must be done on site. "
        "Make it on site."
    ]
    assert [c.severity for c in conflicts(office, Rule.MODE)] == [Severity.HARD]


def test_remote_work_may_be_done_on_site() -> None:
    office = schedule("visit V1: Centro, remote", "Ana: Mon 9-10 V1")
    (row,) = bookings(office, "Ana")
    on_site = office.with_(changed(office, Edit(row, replace(row, mode=Mode.ON_SITE))))
    assert not told(office, Rule.MODE) and not told(on_site, Rule.MODE)


def test_a_mixed_line_wants_its_days_on_site() -> None:
    office = schedule(line(mode=Mode.MIXED, onsite_weekdays=(0, 2)), "Ana: on Helpdesk Mon-Fri")
    assert [row.mode for row in bookings(office, "Ana")][:3] == [Mode.ON_SITE, Mode.REMOTE, Mode.ON_SITE]
    assert not told(office, Rule.MODE)
    monday = bookings(office, "Ana")[0]
    home = office.with_(changed(office, Edit(monday, replace(monday, mode=Mode.REMOTE))))
    assert len(told(home, Rule.MODE)) == 1


def test_a_cover_from_home_of_work_on_site() -> None:
    office = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, sick Tue", "Berta: covers Ana Tue"
    )
    (cover,) = bookings(office, "Berta")
    home = office.with_(changed(office, Edit(cover, replace(cover, mode=Mode.REMOTE))))
    assert [c.assignments for c in conflicts(home, Rule.MODE)] == [(cover.id,)]
