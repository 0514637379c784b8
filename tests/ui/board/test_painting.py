"""What the board paints, pixel by pixel: each meaning in its own channel, in every theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from techsched import cities, sample
from techsched.model.kinds import AbsenceKind, Mode, Priority, Severity
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, Days, Span
from techsched.model.wall import instant
from techsched.rules import Scope, check
from techsched.sample import NOW
from ui import theme
from ui.board.bar_look import Seen, paint_bar
from ui.board.bars import Bar, Progress, Shape
from ui.board.geometry import CHIP_WITH_HOUR
from ui.board.ghost import Ghost
from ui.board.labels import Labels
from ui.board.painter import around
from ui.board.rows import TechnicianRow
from ui.board.strokes import Strokes
from ui.board.view import BoardView
from ui.theme import KINDS, Appearance

THEMES = (Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST)
WEDNESDAY, MONDAY = date(2026, 11, 25), date(2026, 11, 23)
ZONE = "Europe/Madrid"
WIDE, HIGH = 300, 24
PAPER = QColor("#12ab34")
"""No theme has this colour: what still shows it was not painted."""


@lru_cache(maxsize=1)
def schedule() -> Schedule:
    rows = [edit.after for edit in sample.office("en").edits if edit.after is not None]
    window = Days(MONDAY - timedelta(weeks=8), MONDAY + timedelta(weeks=53))
    return Schedule(cities.pack("madrid"), rows, window=window)


def bar(**more: object) -> Bar:
    start = instant(WEDNESDAY, 9 * 60, ZONE)
    plain = Bar(
        shape=Shape.WORK,
        technician_id=1,
        start=start,
        end=start + 8 * HOUR,
        first=WEDNESDAY,
        last=WEDNESDAY,
        kind="week",
        rows=(1,),
        title="Hotel Miralba",
        detail="Wi-Fi refresh",
        tag="MON",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def painted(made: Bar, language: str = "en", wide: int = WIDE, **seen: object) -> QImage:
    image = QImage(wide, HIGH, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    strokes = Strokes(Labels(), language)
    strokes.begin(1.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view = Seen(**{"left": 0, "right": wide, "detailed": False, **seen})  # type: ignore[arg-type]
    try:
        paint_bar(strokes, painter, made, QRectF(0, 0, wide, HIGH), view)
    finally:
        painter.end()
    return image


def at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def outline(image: QImage) -> set[str]:
    """Colours along the upper edge, away from the corners."""
    return {at(image, x, 0) for x in range(8, image.width() - 8)}


def share(image: QImage, rect: QRect, color: QColor) -> float:
    """How much of a rectangle has exactly that colour."""
    hits = sum(
        image.pixelColor(x, y).name() == color.name()
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    )
    return hits / (rect.width() * rect.height())


@pytest.fixture(params=THEMES, ids=lambda each: each.value)
def look(request: pytest.FixtureRequest) -> theme.Theme:
    theme.choice.choose(request.param)
    return theme.current()


BARE = (200, 21)
"""A place of a bar where no text, tag or glyph stands."""


@pytest.mark.parametrize("kind", KINDS)
def test_on_site_is_filled_with_its_kind(look: theme.Theme, kind: str) -> None:
    image = painted(bar(kind=kind))
    assert at(image, *BARE) == look.kind(kind).fill.name()
    assert outline(image) == {look.kind(kind).fill.name()}
    assert share(image, QRect(262, 5, 33, 14), look.color("tag")) > 0.4, "the tag is white on it"


@pytest.mark.parametrize("kind", KINDS)
def test_remote_is_outlined_in_its_kind(look: theme.Theme, kind: str) -> None:
    image = painted(bar(kind=kind, mode=Mode.REMOTE, tag=""))
    fill = look.kind(kind).tint if look.washes else look.color("surface")
    assert at(image, *BARE) == fill.name()
    # at the height of the middle, where no corner is round
    assert at(image, 0, 12) == at(image, WIDE - 1, 12) == look.kind(kind).ink.name()
    assert outline(image) == {look.kind(kind).ink.name()}
    assert share(image, QRect(279, 5, 14, 14), fill) < 0.9, "the screen at its right end"


@pytest.mark.parametrize("kind", KINDS)
def test_tentative_is_dashed_with_a_solid_cap(look: theme.Theme, kind: str) -> None:
    paint = look.kind(kind)
    image = painted(bar(kind=kind, tentative=True))
    assert at(image, 10, 2) == at(image, 20, 21) == paint.fill.name(), "the cap"
    fill = paint.tint if look.washes else look.color("surface")
    assert at(image, *BARE) == fill.name()
    dashes = [at(image, x, 0) == paint.ink.name() for x in range(40, 280)]
    assert 0.3 < sum(dashes) / len(dashes) < 0.95
    remote = painted(bar(kind=kind, tentative=True, mode=Mode.REMOTE, tag=""))
    assert at(remote, *BARE) == PAPER.name(), "remote and not sure: no fill at all"


@pytest.mark.parametrize("kind", KINDS)
def test_done_is_quiet(look: theme.Theme, kind: str) -> None:
    image = painted(bar(kind=kind, progress=Progress.DONE))
    paint = look.kind(kind)
    if look.washes:
        assert at(image, *BARE) == paint.tint.name() and outline(image) == {paint.tint.name()}
    else:
        assert at(image, *BARE) == look.color("surface").name() and outline(image) == {paint.ink.name()}


def test_kinds_are_told_apart_by_fill_and_by_ink(look: theme.Theme) -> None:
    assert len({at(painted(bar(kind=kind)), *BARE) for kind in KINDS}) == len(KINDS)


LETTERS = {
    "en": {"day": "D", "week": "W", "month": "M", "indefinite": "∞", "cover": "C"},
    "es": {"day": "D", "week": "S", "month": "M", "indefinite": "∞", "cover": "V"},
}
GLYPH = QRect(5, 4, 16, 16)


def glyph(kind: str, letter: str) -> QImage:
    """The letter alone on the fill of its kind, as the bar must show it."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(theme.current().kind(kind).fill)
    strokes = Strokes(Labels(), "en")
    strokes.begin(1.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strokes.glyph(painter, QRectF(0, 0, WIDE, HIGH), letter, theme.current().color("onkind"), False)
    painter.end()
    return image.copy(GLYPH)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_letter(look: theme.Theme, kind: str, language: str) -> None:
    shown = painted(bar(kind=kind), language).copy(GLYPH)
    assert shown == glyph(kind, LETTERS[language][kind])
    for other in {*LETTERS["en"].values(), *LETTERS["es"].values()} - {LETTERS[language][kind]}:
        assert shown != glyph(kind, other), f"it could be read as {other}"


def visit(**more: object) -> Bar:
    return bar(shape=Shape.VISIT, kind="visit", **{"priority": Priority.STANDARD, **more})


def test_visits_are_ink_and_no_hue(look: theme.Theme) -> None:
    assert at(painted(visit(), detailed=True), *BARE) == look.color("visit").name()
    remote = painted(visit(mode=Mode.REMOTE, tag=""), detailed=True)
    assert at(remote, *BARE) == look.color("surface").name() and outline(remote) == {look.color("ink").name()}
    assert at(painted(visit(progress=Progress.DONE), detailed=True), *BARE) == look.color("hover").name()
    dashes = {at(painted(visit(tentative=True), detailed=True), x, 0) for x in range(40, 280)}
    assert look.color("ink").name() in dashes and len(dashes) > 1


def test_each_priority_has_its_own_shape(look: theme.Theme) -> None:
    place = QRect(4, 4, 17, 17)
    marks = {priority: painted(visit(priority=priority), detailed=True).copy(place) for priority in Priority}
    for one in Priority:
        assert all(marks[one] != marks[other] for other in Priority if other is not one)
    # shapes, not only colours: what is marked at all differs
    ground = look.color("visit").name()

    def shape(image: QImage) -> frozenset[tuple[int, int]]:
        spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return frozenset((x, y) for x, y in spots if image.pixelColor(x, y).name() != ground)

    assert len({shape(mark) for mark in marks.values()}) == len(Priority)
    assert share(marks[Priority.CRITICAL], QRect(0, 0, 17, 17), look.color("vc")) > 0.3
    assert share(marks[Priority.HIGH], QRect(0, 0, 17, 17), look.color("vh")) > 0.15


def test_away_is_striped_and_its_words_stand_on_none(look: theme.Theme) -> None:
    away = bar(shape=Shape.AWAY, kind="away", rows=(), absence_id=7, absence_kind=AbsenceKind.ANNUAL_LEAVE, detail="")
    image = painted(away)
    ground, lines = look.color("leavebg").name(), look.color("stripe").name()
    free = [at(image, x, 12) for x in range(200, 290)]
    assert ground in free and any(color not in (ground,) for color in free)
    assert lines in {at(image, x, y) for x in range(200, 290) for y in range(4, 20)}
    patch = {at(image, x, 4) for x in range(30, 80)}
    assert patch == {ground}, "nothing but ground above the words"


def test_an_absence_that_leaves_work_open_says_so_in_red(look: theme.Theme) -> None:
    away = bar(shape=Shape.AWAY, rows=(), absence_id=7, absence_kind=AbsenceKind.SICK, uncovered=2, detail="")
    image = painted(away)
    assert share(image, QRect(180, 5, 112, 14), look.color("badsoft")) > 0.4
    assert look.color("bad").name() in {at(image, x, 12) for x in range(180, 292)}


def test_lunch_is_lighter_than_the_work_around_it(look: theme.Theme) -> None:
    start = instant(WEDNESDAY, 14 * 60, ZONE)
    made = bar(break_span=Span(start, start + HOUR))
    image = painted(made, detailed=True, lunch=(150.0, 190.0))
    assert at(image, 155, 21) != at(image, 140, 21) == look.kind("week").fill.name()


def test_names_give_way_in_order() -> None:
    """First what it is, then letters of the client down to four, then the tag, at last the client."""
    ground = theme.current().kind("week").fill
    tag = theme.current().color("tag")

    def words(wide: int) -> tuple[bool, bool]:
        image = painted(bar(), wide=wide)
        tagged = share(image, QRect(wide - 38, 5, 33, 14), tag) > 0.3 if wide > 60 else False
        named = any(at(image, x, 12) != ground.name() for x in range(28, min(wide - 44, 60)))
        return named, tagged

    assert words(300) == (True, True)
    assert words(110) == (True, True)
    assert words(90)[1] is False
    assert not words(40)[0]


# the whole board


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[BoardView]:
    made = BoardView()
    qtbot.addWidget(made)
    made.resize(1320, 900)
    made.show()
    yield made


def shown(view: BoardView, level: str, day: date = WEDNESDAY, *, conflicts: bool = True) -> QImage:
    found = check(schedule(), Scope(Days(MONDAY, MONDAY + timedelta(days=7))), NOW) if conflicts else ()
    view.show_schedule(schedule(), found, NOW, level, day)
    return picture(view)


def picture(view: BoardView) -> QImage:
    return view.viewport().grab().toImage()


def row_of(view: BoardView, name: str) -> TechnicianRow:
    return next(row for row in view.rows.technicians if row.technician.name.startswith(name))


def point(view: BoardView, x: float, y: float) -> tuple[int, int]:
    return round(x) - view.offset.x(), round(y) - view.offset.y()


def test_weekend_and_holiday_columns(view: BoardView, look: theme.Theme) -> None:
    image = shown(view, "week")
    row = row_of(view, "Javier")
    saturday = view.scale.left(date(2026, 11, 28)) + 20
    assert at(image, *point(view, saturday, row.top + 4)) == look.color("weekend").name()
    image = shown(view, "week", date(2026, 12, 7))
    row = row_of(view, "Javier")
    monday = view.scale.left(date(2026, 12, 7)) + 2
    assert at(image, *point(view, monday, row.top + 2)) == look.color("holiday").name()


def test_the_now_line_runs_under_the_bars(view: BoardView, look: theme.Theme) -> None:
    image = shown(view, "day")
    x = view.scale.x(NOW)
    free, covered = row_of(view, "Diego"), row_of(view, "Carmen")
    assert at(image, *point(view, x, free.top + 2)) == look.color("accent").name()
    assert at(image, *point(view, x, covered.top + 12)) != look.color("accent").name()


def test_off_hours_are_shaded_each_persons_own(view: BoardView, look: theme.Theme) -> None:
    image = shown(view, "day")
    early = view.scale.x(instant(WEDNESDAY, 8 * 60 + 30, ZONE))
    ground, shade = look.color("surface").name(), look.color("weekend").name()
    assert at(image, *point(view, early, row_of(view, "Pablo").top + 3)) == shade, "from nine"
    assert at(image, *point(view, early, row_of(view, "Beatriz").top + 3)) == ground, "from eight"


def test_trips_are_lines_with_minutes_above(view: BoardView, look: theme.Theme) -> None:
    image = shown(view, "day")
    row = row_of(view, "Pablo")
    middle = row.top + 18
    legs = view._legs_of(row)
    assert [(leg.minutes, leg.arrives) for leg in legs] == [(25, True), (25, False)]
    there = legs[0]
    inside = view.scale.x((there.start + there.end) // 2)
    assert at(image, *point(view, inside, middle)) == look.color("ink3").name()
    above = QRect(*point(view, view.scale.x(there.start), middle - 16), 30, 12)
    assert any(
        at(image, x, y) != at(image, above.left() - 6, y)
        for x in range(above.left(), above.right())
        for y in range(above.top(), above.bottom())
    )


def test_a_conflict_is_a_ring_and_a_disc_on_both_bars(view: BoardView, look: theme.Theme) -> None:
    image = shown(view, "week")
    row = row_of(view, "Sergio")
    clashing = [cell for cell in view.places.of(row) if cell.bar.severity is Severity.HARD]
    assert [cell.bar.title for cell in clashing] == ["Grupo Encinar", "Notaría Goya 47"]
    assert {cell.bar.lane for cell in clashing} == {0, 1}, "the row grows a lane"
    for cell in clashing:
        box = cell.box
        assert at(image, *point(view, box.left + box.width / 3, box.top - 2)) == look.color("bad").name()
        center = point(view, box.right + 1, box.top - 2)
        # the clash is kept: its disc is open
        assert at(image, center[0] - 4, center[1]) == look.color("surface").name()
    marta = next(cell for cell in view.places.of(row_of(view, "Marta")) if cell.bar.severity is Severity.HARD)
    center = point(view, marta.box.right + 1, marta.box.top - 2)
    assert at(image, center[0] - 4, center[1]) == look.color("bad").name(), "nobody kept this one"


def test_selection_and_focus_are_rings_of_accent(view: BoardView, look: theme.Theme) -> None:
    shown(view, "week")
    row = row_of(view, "Nuria")
    cell = view.places.of(row)[0]
    before = picture(view)
    view.focus_on(cell.bar.id)
    view.select(cell.bar.rows, focus=False)
    image = picture(view)
    x, y = point(view, cell.box.left + cell.box.width / 2, cell.box.top - 3)
    assert at(image, x, y) == look.color("accent").name() != at(before, x, y)
    dots = {at(image, x, y + 4) for x in range(x, x + 12)}
    assert len(dots) > 1, "dotted inside"
    # and what is painted lies in the rectangle that is painted anew
    spot = around(cell).translated(-view.offset)
    outside = [
        (x, y)
        for x in range(0, image.width(), 3)
        for y in range(max(0, spot.top() - 12), spot.bottom() + 12)
        if not spot.contains(QPoint(x, y)) and image.pixel(x, y) != before.pixel(x, y)
    ]
    assert outside == []


def test_while_placing_rows_are_washed_and_others_faded(view: BoardView, look: theme.Theme) -> None:
    shown(view, "day")
    sergio, carmen = row_of(view, "Sergio").technician.id, row_of(view, "Carmen").technician.id
    before = picture(view)
    view.looks.wash = {sergio: "goodsoft"}
    view.looks.faded = frozenset({carmen})
    image = picture(view)
    noon = view.scale.x(instant(WEDNESDAY, 12 * 60 + 40, ZONE))
    assert at(image, *point(view, noon, row_of(view, "Sergio").top + 4)) == look.color("goodsoft").name()
    there = point(view, noon, row_of(view, "Carmen").top + 27)
    assert at(image, *there) != at(before, *there)
    gestoria = next(c for c in view.places.of(row_of(view, "Sergio")) if c.bar.title == "Gestoría Arcos")
    there = point(view, gestoria.box.right - 60, gestoria.box.top + 2)
    assert at(image, *there) == at(before, *there) == look.color("visit").name(), "rows that fit are not faded"


def test_the_deadline_is_a_dashed_red_line(view: BoardView, look: theme.Theme) -> None:
    shown(view, "day")
    view.deadline = instant(WEDNESDAY, 13 * 60, ZONE)
    image = picture(view)
    x = view.scale.x(view.deadline)
    column = [at(image, *point(view, x, y)) for y in range(0, 600)]
    red = column.count(look.color("bad").name())
    assert 0.2 < red / len(column) < 0.9


def test_the_ghost_hangs_where_it_would_land(view: BoardView, look: theme.Theme) -> None:
    from techsched.model.kinds import Verdict

    shown(view, "day")
    row = row_of(view, "Pablo")
    start = instant(WEDNESDAY, 15 * 60, ZONE)
    made = visit(start=start, end=start + HOUR, technician_id=row.technician.id)
    for verdict, role in ((Verdict.GOOD, "accent"), (Verdict.WARNING, "warn"), (Verdict.IMPOSSIBLE, "bad")):
        view.hang([Ghost(row.technician.id, start, start + HOUR, made, verdict, 25, None)])
        image = picture(view)
        x, y = point(view, view.scale.x(start) + 30, row.top + 6)
        assert at(image, x, y) == look.color(role).name()
    view.hang(())
    assert at(picture(view), x, y) != look.color("bad").name()


def test_a_frame_painted_in_strips_is_the_frame_painted_whole(view: BoardView) -> None:
    """Scrolling moves pixels and paints what is exposed: the result must be what a whole painting gives."""
    for level, bars in (("week", (0, 1)), ("day", (0, 1))):
        shown(view, level)
        view.resize(900, 420)
        across, down = view.horizontalScrollBar(), view.verticalScrollBar()
        for dx, dy in ((37, 0), (0, 41), (250, 0), (-90, 0), (0, -23), (400, 60)):
            across.setValue(across.value() + dx)
            down.setValue(down.value() + dy)
            scrolled = view.grab().toImage()
            view.viewport().update()
            view.names.update()
            view.header.update()
            assert scrolled == view.grab().toImage(), (level, dx, dy)
        assert bars


def test_a_picture_for_others_does_not_say_why_somebody_is_away(view: BoardView) -> None:
    plain = shown(view, "week")
    view.strokes.discreet = True
    view.strokes.clear()
    view.places.fade()
    discreet = shown(view, "week")
    for name, changes in (("Diego", True), ("Álvaro", True), ("Óscar", False)):
        row = row_of(view, name)
        strip = QRect(0, row.top + 4, view.viewport().width(), 28).translated(-view.offset)
        assert (plain.copy(strip) != discreet.copy(strip)) is changes, name


def test_chips_print_their_hour_where_they_have_room(view: BoardView) -> None:
    shown(view, "week")
    wide = [cell for row in view.rows.technicians for cell in view.places.of(row) if cell.box.width == CHIP_WITH_HOUR]
    assert {cell.bar.hour for cell in wide} >= {"09:00", "10:00"}
    for row in view.rows.technicians:
        cells = view.places.of(row)
        for one in cells:
            for other in cells:
                if one is not other and one.bar.lane == other.bar.lane and one.bar.shape is Shape.VISIT:
                    apart = one.box.right <= other.box.left or other.box.right <= one.box.left
                    assert apart or other.bar.shape is not Shape.VISIT
