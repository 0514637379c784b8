"""How long the wall sheet of a large office takes, from the schedule to the finished PDF."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from techsched.model.wall import Week
from techsched.roster.pages import A4, lay_out
from techsched.roster.week import week_of
from tests.bench.calibration import measured
from tests.bench.offices import NOW, TODAY, company
from ui.printing import pdf
from ui.roster.painter import measure

WEEK = Week.of(TODAY)


def test_roster_pdf_of_200_technicians(qapp: QApplication) -> None:
    held = company(200)

    def printed() -> bytes:
        told = week_of(held, WEEK, NOW, "es")
        return pdf(lay_out(told, A4, measure), told.title, "es", NOW)

    # look-ups of the schedule, type and the PDF library are there once a program has printed or checked anything
    made = printed()
    assert made.startswith(b"%PDF")
    measured("roster PDF, 200 technicians", 5, printed)


def test_parts_of_the_roster_of_200_technicians(qapp: QApplication) -> None:
    held = company(200)
    told = week_of(held, WEEK, NOW, "es")
    pages = lay_out(told, A4, measure)
    assert sum(len(page.rows) for page in pages) == 200
    parts = (
        measured("the week as a value", 5, lambda: week_of(held, WEEK, NOW, "es")),
        measured("its pages", 5, lambda: lay_out(told, A4, measure)),
        measured("the PDF of the pages", 5, lambda: pdf(pages, told.title, "es", NOW)),
    )
    assert all(part.seconds for part in parts)
