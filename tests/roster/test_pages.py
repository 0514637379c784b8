"""The pages of random weeks: everything once, nothing split, clipped, overlapping or outside the margins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.assignment import Assignment
from techsched.model.kinds import AbsenceKind
from techsched.model.schedule import Schedule
from techsched.model.wall import Week, days_span
from techsched.roster.entries import Item, Shape
from techsched.roster.marks import POINT, Box, Line, Text
from techsched.roster.pages import A3, A4, BOTTOM, SIDE, TOP, Page, lay_out
from techsched.roster.week import RosterWeek, week_of
from techsched.words import LANGUAGES, term
from tests.builders import NOW, ZONE, schedule, technician
from tests.roster.offices import SECRET, monospaced, office

WEEK = Week(2026, 48)
SLACK = 1e-6


@lru_cache(maxsize=100)
def read(held: Schedule, language: str = "en") -> RosterWeek:
    return week_of(held, WEEK, NOW, language)


@lru_cache(maxsize=100)
def pages_of(held: Schedule, language: str = "en") -> tuple[Page, ...]:
    return lay_out(read(held, language), A4, monospaced)


def texts(page: Page) -> list[Text]:
    return [mark for mark in page.marks if isinstance(mark, Text)]


def items(page: Page) -> Iterator[Item]:
    for row in page.rows:
        for placed in row.items:
            yield placed.item


weeks = settings(max_examples=20, deadline=None)
seeds = st.integers(0, 39)


@weeks
@given(seeds)
def test_every_booking_of_the_week_is_printed_once(seed: int) -> None:
    held = office(seed)
    week = days_span(WEEK.days, ZONE)
    expected = Counter(row.id for row in held.rows(Assignment).values() if row.occupies and week.holds(row.start))
    printed = Counter(id for page in pages_of(held) for item in items(page) for id in item.assignments)
    assert printed == expected


@weeks
@given(seeds)
def test_rows_are_whole_in_order_and_say_something_for_every_day(seed: int) -> None:
    held = office(seed)
    pages = pages_of(held)
    people = [person for group in read(held).groups for person in group.people]
    rows = [row for page in pages for row in page.rows]
    assert [row.technician_id for row in rows] == [person.technician_id for person in people]
    for person, row in zip(people, rows, strict=True):
        assert tuple(placed.item for placed in row.items) == person.items
        columns = {column for item in person.items for column in range(item.first, item.last + 1)}
        assert columns == set(range(7))
        for one, other in pairwise(person.items):
            assert (one.first, one.last) == (other.first, other.last) or one.last + 1 == other.first
    for page in pages:
        for above, below in pairwise(page.rows):
            assert above.y + above.height <= below.y + SLACK


@weeks
@given(seeds)
def test_every_cell_shows_its_words_and_nothing_reaches_out_of_it(seed: int) -> None:
    held = office(seed)
    for page in pages_of(held):
        for row in page.rows:
            inside = [text for text in texts(page) if row.y - SLACK <= text.top and text.bottom <= row.y + row.height]
            crossing = [t for t in texts(page) if t.top < row.y + row.height - SLACK and t.bottom > row.y + SLACK]
            assert len(inside) == len(crossing), "a text lies across the edge of a row"
            cells: dict[tuple[float, float], list[str]] = {(placed.x, placed.width): [] for placed in row.items}
            for text in inside:
                for (x, width), words in cells.items():
                    if x <= text.x < x + width:
                        assert text.x + text.width <= x + width + SLACK
                        words.extend(text.text.split())
            for (x, width), words in cells.items():
                wanted = [p.item for p in row.items if (p.x, p.width) == (x, width)]
                shown = "".join(words)
                for item in wanted:
                    for said in (item.head, item.covers, item.tag, item.detail if len(wanted) == 1 else ""):
                        assert "".join(said.split()) in shown, f"{said!r} is not in {words}"
                    assert item.brief in shown or item.hours in shown


@weeks
@given(seeds, st.sampled_from(LANGUAGES))
def test_no_text_lies_on_another_is_too_small_or_outside_the_margins(seed: int, language: str) -> None:
    held = office(seed)
    for page in pages_of(held, language):
        held_texts = sorted(texts(page), key=lambda text: text.top)
        for place, text in enumerate(held_texts):
            assert text.size >= 7
            for other in held_texts[place + 1 :]:
                if other.top >= text.bottom - SLACK:
                    break
                apart = text.x + text.width <= other.x + SLACK or other.x + other.width <= text.x + SLACK
                assert apart, f"{text.text!r} and {other.text!r} lie on each other"
        for mark in page.marks:
            left, top, right, bottom = edges(mark)
            assert left >= SIDE - SLACK and right <= A4.width - SIDE + SLACK, mark
            assert top >= TOP - SLACK and bottom <= A4.height - BOTTOM + SLACK, mark


def edges(mark: Text | Box | Line) -> tuple[float, float, float, float]:
    match mark:
        case Text():
            return mark.x, mark.top, mark.x + mark.width, mark.bottom
        case Box():
            return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
        case Line():
            return mark.x, mark.y, mark.to_x, mark.to_y


@weeks
@given(seeds, st.sampled_from(LANGUAGES))
def test_every_page_is_headed_numbered_and_explains_its_marks(seed: int, language: str) -> None:
    held = office(seed)
    week = read(held, language)
    pages = lay_out(week, A4, monospaced)
    names = dict(week.districts)
    for number, page in enumerate(pages, 1):
        said = [text.text for text in texts(page)]
        told = " ".join(said)
        assert (page.number, page.count) == (number, len(pages))
        assert said[0] == week.title and week.dates in told
        assert told.count(week.stamp) == 2
        assert {"en": f"Page {number} of {len(pages)}", "es": f"Página {number} de {len(pages)}"}[language] in said
        if page.rows:
            for day in week.days:
                assert (day.name in told) or (day.short in told)
            used = {item.tag for item in items(page)} | {
                person.district
                for group in week.groups
                for person in group.people
                if person.technician_id in {row.technician_id for row in page.rows}
            }
            for letters in used & names.keys():
                assert f"{letters} {names[letters]}" in told


@weeks
@given(seeds, st.sampled_from(LANGUAGES))
def test_no_absence_says_why(seed: int, language: str) -> None:
    held = office(seed)
    told = " ".join(text.text for page in pages_of(held, language) for text in texts(page)).casefold()
    for kind in AbsenceKind:
        if kind is not AbsenceKind.TRAINING:
            word = term("absence", kind, language).casefold()
            assert word in ("away", "ausente") or word not in told
    assert SECRET not in told


@weeks
@given(seeds)
def test_groups_break_between_people_and_go_on_under_their_name(seed: int) -> None:
    week = read(office(seed, people=40))
    pages = lay_out(week, A4, monospaced)
    group_of = {person.technician_id: group.name for group in week.groups for person in group.people}
    seen: set[str] = set()
    for page in pages:
        said = [text.text for text in texts(page)]
        for name in dict.fromkeys(group_of[row.technician_id] for row in page.rows):
            assert (f"{name}, continued" if name in seen else name) in said
            assert (name in page.bookmarks) == (name not in seen)
            seen.add(name)


def filled_day(visits: int) -> RosterWeek:
    """One technician with so many visits on Monday."""
    told = ", ".join(f"Mon {n // 4 % 24}:{n % 4 * 15:02d}-23:59 Usera" for n in range(visits))
    return read(schedule(f"Ana: {told}"))


def test_a_third_visit_makes_a_taller_row() -> None:
    heights = [lay_out(filled_day(n), A4, monospaced)[0].rows[0].height for n in (1, 2, 3, 4)]
    assert heights[0] <= heights[1] < heights[2] < heights[3]


def test_a_day_that_no_page_can_hold_goes_on_in_a_row_of_the_same_name() -> None:
    week = filled_day(90)
    pages = [page for page in lay_out(week, A4, monospaced) if page.rows]
    rows = [row for page in pages for row in page.rows]
    assert len(rows) > 1
    printed = [id for row in rows for placed in row.items for id in placed.item.assignments]
    assert printed == [id for item in week.groups[0].people[0].items for id in item.assignments]
    assert len(printed) == 90
    names = [text.text for page in pages for text in texts(page) if text.text.startswith("Ana")]
    assert names == ["Ana"] + ["Ana, continued"] * (len(rows) - 1)


def test_tight_rows_are_used_only_where_they_save_a_page() -> None:
    def week(people: int) -> RosterWeek:
        return read(schedule(*(technician(f"T{n}") for n in range(people))))

    def height(people: int) -> float:
        (page, *_) = lay_out(week(people), A4, monospaced)
        return page.rows[0].height

    counts = {people: len(lay_out(week(people), A4, monospaced)) for people in range(16, 26)}
    longest = max(people for people, pages in counts.items() if pages == 1)
    assert height(longest) < height(16)
    assert height(longest + 1) == height(16)


def test_a3_is_the_same_sheet_enlarged() -> None:
    held = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, away Tue", "Berta: Wed 9-10 Usera")
    small, large = lay_out(read(held), A4, monospaced), lay_out(read(held), A3, monospaced)
    by = A3.width / A4.width
    assert [len(page.marks) for page in small] == [len(page.marks) for page in large]
    for one, other in zip(small, large, strict=True):
        assert [text.text for text in texts(one)] == [text.text for text in texts(other)]
        assert [text.size * by for text in texts(one)] == pytest.approx([text.size for text in texts(other)])
        for mark, enlarged in zip(one.marks, other.marks, strict=True):
            assert [edge * by for edge in edges(mark)] == pytest.approx(edges(enlarged), abs=0.05)
        for row, taller in zip(one.rows, other.rows, strict=True):
            assert row.height * by == pytest.approx(taller.height)
    assert edges(large[0].marks[-1])[2] <= A3.width


def test_the_kinds_of_work_are_told_apart_in_black_alone() -> None:
    held = schedule(
        "line Desk: Mon-Fri 9-17 Centro",
        "Ana: on Desk Mon-Fri",
        "line Far: Mon-Fri 9-17 Centro, remote",
        "Berta: on Far Mon-Fri",
        "Carla: away Mon-Fri",
    )
    (page, *_) = lay_out(read(held), A4, monospaced)
    drawn: dict[str, tuple[bool, bool, bool, bool]] = {}
    for row, name in zip(page.rows, ("Ana", "Berta", "Carla"), strict=True):
        boxes = [m for m in page.marks if isinstance(m, Box) and row.y < m.y and m.y + m.height < row.y + row.height]
        drawn[name] = (
            any(box.fill == 0 and box.height > 4 for box in boxes),
            any(box.fill == 0 and box.height < 4 for box in boxes),
            any(box.outline and box.fill == 1 and box.height < 4 for box in boxes),
            any(box.hatched for box in boxes),
        )
    assert drawn == {
        "Ana": (True, True, False, False),
        "Berta": (False, False, True, False),
        "Carla": (False, False, False, True),
    }
    assert {mark.fill for mark in page.marks if isinstance(mark, Box)} <= {None, 0.0, 0.92, 1.0}


def test_what_is_not_confirmed_is_dashed_in_bars_and_in_lines() -> None:
    week = read(schedule("Ana: Mon 9-10 Usera tentative, Mon 12-13 Usera"))
    (page, *_) = lay_out(week, A4, monospaced)
    row = page.rows[0]
    dashed = [m for m in page.marks if isinstance(m, Box) and m.dashed and row.y < m.y < row.y + row.height]
    assert len(dashed) == 1
    bar = replace(week.groups[0].people[0].items[0], shape=Shape.WORK, first=0, last=0)
    person = replace(week.groups[0].people[0], items=(bar, *week.groups[0].people[0].items[2:]))
    again = replace(week, groups=(replace(week.groups[0], people=(person,)),))
    (page, *_) = lay_out(again, A4, monospaced)
    assert any(isinstance(m, Box) and m.dashed and m.y < page.rows[0].y + page.rows[0].height for m in page.marks)


def test_weekend_days_are_narrow_until_somebody_works() -> None:
    def widths(*told: str) -> list[float]:
        (page, *_) = lay_out(read(schedule(*told)), A4, monospaced)
        return [placed.width for placed in page.rows[0].items]

    idle = widths("Ana: Mon 9-10 Usera")
    assert idle[5] < idle[0] / 2 and idle[6] < idle[0] / 2
    saturday = widths("Ana: Mon 9-10 Usera, Sat 9-10 Usera")
    assert saturday[5] == pytest.approx(saturday[0]) and saturday[6] < saturday[0] / 2


def test_uncovered_places_follow_the_table_and_flow_on() -> None:
    def told(lines: int) -> list[str]:
        return [f"line Desk {n}: Mon-Fri 9-17 Centro" for n in range(lines)]

    few = lay_out(read(schedule(technician("Ana"), *told(3))), A4, monospaced)
    assert len(few) == 1
    many = lay_out(read(schedule(technician("Ana"), *told(200))), A4, monospaced)
    assert len(many) > 1
    said = [" ".join(text.text for text in texts(page)) for page in many]
    assert all(sum(f"Desk {n}." in each for each in said) == 1 for n in range(200))
    assert "Uncovered" in said[0] and all("Uncovered, continued" in each for each in said[1:])


def test_visits_with_addresses_come_last_under_a_heading_of_their_own() -> None:
    held = schedule(*(f"T{n}: Mon 9-10 Usera, Tue 9-10 Retiro" for n in range(30)))
    pages = lay_out(read(held), A4, monospaced)
    lists = [page for page in pages if not page.rows]
    assert lists == list(pages[-len(lists) :]) and len(lists) > 1
    for page in lists:
        assert "Visits and addresses, week 48" in [text.text for text in texts(page)]
    assert [page.bookmarks for page in lists] == [("Visits and addresses, week 48",)] + [()] * (len(lists) - 1)
    arrivals = [text.text for page in lists for text in texts(page) if text.text in ("Mon 23 09:00", "Tue 24 09:00")]
    assert arrivals == ["Mon 23 09:00"] * 30 + ["Tue 24 09:00"] * 30


def test_an_office_without_people_gives_one_page() -> None:
    pages = lay_out(read(schedule()), A4, monospaced)
    assert len(pages) == 1 and pages[0].rows == ()


def test_a_book_in_a_name_does_not_fill_the_wall() -> None:
    name = "Tolstói " * 100_000
    held = schedule(replace(technician("Ana"), name=name), "Ana: Mon 9-10 Usera")
    pages = [page for page in lay_out(read(held), A4, monospaced) if page.rows]
    assert len(pages) == 1
    assert any(text.text.endswith("…") for text in texts(pages[0]))


def test_the_code_of_a_version_has_its_place_in_the_foot() -> None:
    week = replace(read(schedule(technician("Ana"))), code="W48-3-K7QM", stamp="Version 3, published Wed 25 Nov 10:45")
    (page,) = lay_out(week, A4, monospaced)
    said = {text.text: text for text in texts(page)}
    assert said["W48-3-K7QM"].x + said["W48-3-K7QM"].width < said["Page 1 of 1"].x
    assert POINT * said["W48-3-K7QM"].size > POINT * said["Page 1 of 1"].size
