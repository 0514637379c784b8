"""Pages onto paper: a PDF with title, language and bookmarks, and the system's printer."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from techsched.desk.desk import Desk
from techsched.errors import UserError
from techsched.model.sentence import sentence
from techsched.model.span import Instant
from techsched.model.wall import Week
from techsched.roster.pages import A4, Page, Paper, lay_out
from techsched.roster.week import RosterWeek, week_of
from ui.roster.painter import draw, measure

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import StreamObject
    from PySide6.QtPrintSupport import QPrinter

_DOTS = 1200
"""Of the PDF's own grid, an inch; what is drawn stays lines and letters."""
_SPELLED = re.compile(rb"\[[^\]]*\]")
"""The characters of a font's glyphs in a PDF. Inter draws blank and tab alike and Qt notes the tab: a name of two
words would not be found."""


def read_week(desk: Desk, week: Week, language: str) -> RosterWeek:
    """The week as it stands, with its conflicts marked. Widens what the desk has loaded where it must."""
    conflicts = desk.check(week.days)
    return week_of(desk.schedule, week, desk.now, language, conflicts)


def save_roster(desk: Desk, week: Week, language: str, to: Path, paper: Paper = A4) -> int:
    """Writes the week's wall sheet as PDF; how many pages. Raises UserError where it cannot be written."""
    told = read_week(desk, week, language)
    pages = lay_out(told, paper, measure)
    write(to, pdf(pages, f"{told.title}, {told.dates}", language, desk.now))
    return len(pages)


def pdf(pages: Sequence[Page], title: str, language: str, now: Instant) -> bytes:
    """One PDF page for each. Needs a QGuiApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(title)
    writer.setCreator("techsched")
    writer.setPageLayout(_layout(pages[0]))
    _paint(writer, pages, _DOTS)
    buffer.close()
    return _finished(bytes(buffer.data().data()), pages, language, now)


def write(to: Path, content: bytes) -> None:
    """Whole or not at all. Raises UserError naming the file."""
    part = to.parent / f".{to.name}.part"
    try:
        part.write_bytes(content)
        os.replace(part, to)
    except OSError as failed:
        with suppress(OSError):
            part.unlink()
        raise UserError(sentence("paper.cannot_write", file=str(to), why=failed.strerror or str(failed))) from failed


def ask_and_send(told: RosterWeek, paper: Paper, parent: QWidget) -> bool:
    """Asks for printer, paper and pages, lays the week out for that paper and prints it; False when it was given up.

    Raises UserError where there is no printer.
    """
    # drags in the system's printing libraries, which a start does without
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise UserError(sentence("paper.no_printer"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{told.title}, {told.dates}")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3 if paper.scale > 1 else QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(lay_out(told, paper, measure)))
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    send(told, printer)
    return True


def send(told: RosterWeek, printer: QPrinter) -> None:
    """Prints the pages that were asked for, laid out for the paper that is in the printer."""
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    size = printer.paperRect(printer.Unit.Millimeter)
    pages = lay_out(told, _paper(size.width(), size.height()), measure)
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    _paint(printer, pages[first - 1 : last], printer.resolution())


def _paper(wide: float, high: float) -> Paper:
    """Sheets about as large as A4 hold the type as it is; on others all of it is enlarged or made smaller."""
    scale = min(wide / A4.width, high / A4.height)
    return Paper("", wide, high, 1.0 if 0.9 <= scale <= 1.1 else scale)


def _layout(page: Page) -> QPageLayout:
    size = QPageSize(QSizeF(page.height, page.width), QPageSize.Unit.Millimeter)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))


def _paint(device: QPagedPaintDevice, pages: Sequence[Page], dots: int) -> None:
    """`dots` an inch."""
    painter = QPainter(device)
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        draw(painter, page, dots / 25.4)
    painter.end()


def _finished(drawn: bytes, pages: Sequence[Page], language: str, now: Instant) -> bytes:
    """The same PDF with the language for screen readers, the office's own time, and a bookmark for each part."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    made = PdfWriter(clone_from=PdfReader(BytesIO(drawn)))
    for letters in _spellings(made):
        letters.set_data(_SPELLED.sub(lambda found: found[0].replace(b"<0009>", b"<0020>"), letters.get_data()))
    made.root_object[NameObject("/Lang")] = TextStringObject(language)
    stamp = datetime.fromtimestamp(now, UTC).strftime("D:%Y%m%d%H%M%SZ")
    made.add_metadata({"/CreationDate": stamp, "/ModDate": stamp})
    for number, page in enumerate(pages):
        for part in page.bookmarks:
            made.add_outline_item(title=part, page_number=number)
    out = BytesIO()
    made.write(out)
    return out.getvalue()


def _spellings(made: PdfWriter) -> list[StreamObject]:
    """For each font of the document, which characters its glyphs stand for."""
    from pypdf.generic import DictionaryObject, StreamObject

    found: dict[int, StreamObject] = {}
    for page in made.pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        for font in resources.get("/Font", DictionaryObject()).values():
            letters = font.get_object().get("/ToUnicode").get_object()
            assert isinstance(letters, StreamObject)
            found[id(letters)] = letters
    return list(found.values())
