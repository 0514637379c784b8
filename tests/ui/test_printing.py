"""Paper: what a PDF says and carries, and that a printer gets the pages that were asked for."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from techsched.errors import UserError
from techsched.model.wall import Week
from techsched.roster.marks import POINT, Text
from techsched.roster.pages import A3, A4, Page, lay_out
from techsched.roster.week import RosterWeek, week_of
from tests.builders import NOW, schedule, technician
from tests.roster.offices import office
from ui.printing import pdf, send, write
from ui.roster.painter import draw, measure

PEOPLE = ("Óscar Peña", "Íñigo Güell", "Núria Muñoz i Vilà", "Żaneta Škoda", "Ana Ruiz")


def week(language: str = "en") -> RosterWeek:
    held = schedule(
        *(replace(technician(f"T{n}"), name=name, phone="600 000 201") for n, name in enumerate(PEOPLE)),
        "T0: Mon 11:48-13 Chamberí, Mon 14-15 Chamartín remote, away Tue-Wed",
        "T1: Fri 9-10 Tetuán tentative",
    )
    return week_of(held, Week(2026, 48), NOW, language)


def read(told: RosterWeek, language: str = "en") -> PdfReader:
    return PdfReader(BytesIO(pdf(lay_out(told, A4, measure), told.title, language, NOW)))


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_name_and_time_can_be_found_in_the_pdf(dressed: object, language: str) -> None:
    told = week(language)
    said = " ".join(page.extract_text() for page in read(told, language).pages)
    for name in PEOPLE:
        assert name in said
    for text in ("11:48", "14:00", "Chamberí", "600 000 201", told.dates, told.stamp, "CHB Chamberí"):
        assert text in said


def test_it_carries_title_language_time_and_bookmarks(dressed: object) -> None:
    reader = read(week("es"), "es")
    assert reader.metadata is not None
    assert reader.metadata.title == "Semana 48"
    assert reader.metadata["/CreationDate"] == "D:20261125094200Z"
    assert reader.root_object["/Lang"] == "es"
    parts = [(item.title, reader.get_destination_page_number(item)) for item in reader.outline]  # type: ignore[union-attr, arg-type]
    assert parts == [("Técnicos de sistemas", 0), ("Visitas y direcciones, semana 48", 1)]


def test_pages_are_the_size_of_the_paper_and_inter_is_inside(dressed: object) -> None:
    told = week()
    for paper in (A4, A3):
        reader = PdfReader(BytesIO(pdf(lay_out(told, paper, measure), "", "en", NOW)))
        box = reader.pages[0].mediabox
        assert float(box.width) * 25.4 / 72 == pytest.approx(paper.width, abs=0.2)
        assert float(box.height) * 25.4 / 72 == pytest.approx(paper.height, abs=0.2)
        fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
        named = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
        assert named and all("Inter" in font["/BaseFont"] for font in named)
        assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in named)


def ink(page: Page, text: Text, per_millimetre: float) -> QRectF:
    """Where the page has ink inside a text's line, in millimetres."""
    image = QImage(round(90 * per_millimetre), round(60 * per_millimetre), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter, replace(page, marks=(text,)), per_millimetre)
    painter.end()
    found = [
        (x, y)
        for y in range(round(text.top * per_millimetre) - 4, round(text.bottom * per_millimetre) + 4)
        for x in range(round(text.x * per_millimetre) - 20, image.width())
        if image.pixelColor(x, y).lightness() < 128
    ]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    left, top = min(xs) / per_millimetre, min(ys) / per_millimetre
    return QRectF(left, top, (max(xs) + 1) / per_millimetre - left, (max(ys) + 1) / per_millimetre - top)


@pytest.mark.parametrize("told", ["Ágpqy ÑÇ", "11:48–23:59"])
@pytest.mark.parametrize(("size", "weight"), [(7.0, 400), (17.0, 700)])
def test_type_is_drawn_as_wide_as_it_was_measured_and_stays_in_its_line(
    dressed: object, told: str, size: float, weight: int
) -> None:
    wide = measure(told, size, weight)
    (page, *_) = lay_out(week(), A4, measure)
    text = Text(20.0, 40.0, told, size, weight, wide)
    place = ink(page, text, 12)
    assert place.left() >= 20 - 0.15 and place.right() <= 20 + wide + 0.15
    assert place.width() > wide * 0.85
    assert place.top() >= text.top - 0.1 and place.bottom() <= text.bottom + 0.1


def test_the_measure_grows_with_the_size(dressed: object) -> None:
    for told in ("Óscar Peña", "09:00–18:00, Server migration"):
        assert measure(told, 14.0, 400) == pytest.approx(2 * measure(told, 7.0, 400), rel=0.01)
        assert measure(told, 7.0, 700) > measure(told, 7.0, 400)
        assert measure(told, 7.0, 400) > 7 * POINT


@pytest.mark.parametrize("seed", range(4))
def test_with_the_real_type_no_text_lies_on_another(dressed: object, seed: int) -> None:
    for page in lay_out(week_of(office(seed), Week(2026, 48), NOW, "es"), A4, measure):
        texts = sorted((mark for mark in page.marks if isinstance(mark, Text)), key=lambda text: text.top)
        for place, text in enumerate(texts):
            assert text.x + text.width <= A4.width - 6.5 + 1e-6
            for other in texts[place + 1 :]:
                if other.top >= text.bottom - 1e-6:
                    break
                assert text.x + text.width <= other.x + 1e-6 or other.x + other.width <= text.x + 1e-6


def printed(told: RosterWeek, to: Path, size: QPageSize.PageSizeId, first: int = 0, last: int = 0) -> PdfReader:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(to))
    printer.setPageSize(QPageSize(size))
    if first:
        printer.setFromTo(first, last)
    send(told, printer)
    return PdfReader(to)


def test_a_printer_gets_the_sheet_lying_whatever_its_paper(dressed: object, tmp_path: Path) -> None:
    told = week()
    for size in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3, QPageSize.PageSizeId.Letter):
        reader = printed(told, tmp_path / f"{size.name}.pdf", size)
        assert len(reader.pages) == 2
        assert reader.pages[0].mediabox.width > reader.pages[0].mediabox.height
        said = " ".join(reader.pages[0].extract_text().split())
        assert "Óscar Peña" in said and "Page 1 of 2" in said


def test_a_printer_gets_only_the_pages_asked_for(dressed: object, tmp_path: Path) -> None:
    reader = printed(week(), tmp_path / "second.pdf", QPageSize.PageSizeId.A4, 2, 2)
    assert len(reader.pages) == 1
    assert "Page 2 of 2" in " ".join(reader.pages[0].extract_text().split())


def test_a_file_is_written_whole_or_left_as_it_was(tmp_path: Path) -> None:
    there = tmp_path / "wall.pdf"
    write(there, b"first")
    write(there, b"second")
    assert there.read_bytes() == b"second"
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    with pytest.raises(UserError, match=r"folder\.pdf could not be written: .+\. Choose another folder or name\."):
        write(folder, b"third")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.pdf", "wall.pdf"]
