"""`python -m ui.shots OUT`: a picture of every screen with the sample office, light and dark, English and Spanish."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

WIDE, HIGH = 1600, 1000
FORMS = ("visit", "absence", "technician", "client", "site", "engagement")


def main(arguments: list[str]) -> int:
    """Writes SCREEN-LANGUAGE-THEME.png files into the folder that is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(arguments[0] if arguments else "shots")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for language in ("en", "es"):
            for name in ("light", "dark"):
                _draw(out, Path(folder) / f"{language}-{name}.techsched", language, name)
    return 0


def _draw(out: Path, file: Path, language: str, name: str) -> None:
    from PySide6.QtWidgets import QWidget

    from techsched import sample
    from techsched.desk.desk import Desk
    from techsched.model.technician import Technician
    from techsched.plan.waiting import waiting_visits
    from ui import i18n, theme
    from ui.app import Start, application
    from ui.office import OfficeDesk
    from ui.parts.dialog import Dialog
    from ui.settings import Settings
    from ui.window import MainWindow

    app = application()
    Desk.create(str(file), sample.office(language), who="Raquel Bermejo").close()
    theme.choice.choose(theme.Appearance(name))
    i18n.choose(language)
    window = MainWindow(Settings(file.with_suffix(".ini")))
    window.resize(WIDE, HIGH)
    window.show()
    start = Start(window, Namespace(command=None, db=str(file), demo=False, user="Raquel Bermejo"))
    start.open(str(file))
    office = start.office
    assert isinstance(office, OfficeDesk) and office.board is not None
    board = office.board

    def shot(screen: str, wait: float = 0.4) -> None:
        until = time.monotonic() + wait
        while time.monotonic() < until:
            app.processEvents()
        window.grab().save(str(out / f"{screen}-{language}-{name}.png"))

    def closed(screen: str, run: Callable[[], object]) -> None:
        """A dialog's picture; then it goes again."""
        run()
        shot(screen)
        for dialog in window.findChildren(QWidget):
            if isinstance(dialog, Dialog) and dialog.isVisible():
                dialog.dismiss()

    shot("board-week", 1.0)
    board.next_conflict(1)
    shot("conflicts")
    people = sorted(office.bridge.schedule.rows(Technician).values(), key=lambda t: t.code)
    board.look_at("day", board.day)
    shot("board-day")
    board.place(waiting_visits(office.bridge.schedule)[0])
    shot("placing")
    board.end_placing()
    for page in ("roster", "people", "clients", "engagements"):
        window.show_page(page)
        shot(page)
    window.show_page("board")
    for form in FORMS:
        closed(f"form-{form}", lambda form=form: office.form(form))  # type: ignore[misc]
    sergio = next(t for t in people if t.name.startswith("Sergio"))
    closed("off-sick", lambda: office.off_sick(sergio.id))
    closed("shortcuts", lambda: window.commands["help.keys"].trigger())
    window.close()
    window.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
