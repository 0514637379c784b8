"""Every word of the window in English and Spanish, out of catalogues that are read as they lie there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from ui import i18n
from ui.parts.dialog import Dialog

ROOT = Path(__file__).parents[2]
HELD = ROOT / "resources" / "i18n"


def updated(tmp_path: Path, language: str, *more: str) -> ElementTree.Element:
    """What the sources say now, merged into the catalogue as lupdate does it."""
    file = tmp_path / f"techsched_{language}.ts"
    file.write_bytes((HELD / file.name).read_bytes())
    sources = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(tool), *sources, "-locations", "none", *more, "-ts", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return ElementTree.parse(file).getroot()


def unfinished(root: ElementTree.Element) -> list[str]:
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            state = None if translation is None else translation.get("type")
            if translation is None or state == "unfinished":
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def test_no_string_of_the_window_lacks_its_spanish(tmp_path: Path) -> None:
    root = updated(tmp_path, "es")
    assert unfinished(root) == []


def test_no_spanish_is_left_of_strings_that_are_gone(tmp_path: Path) -> None:
    root = updated(tmp_path, "es")
    gone = [
        message.findtext("source")
        for message in root.iter("message")
        if (message.find("translation") is not None)
        and message.find("translation").get("type") in ("vanished", "obsolete")  # type: ignore[union-attr]
    ]
    assert gone == []


def test_plurals_of_english_are_finished(tmp_path: Path) -> None:
    assert unfinished(updated(tmp_path, "en", "-pluralonly")) == []


def test_translations_carry_the_same_places_for_values() -> None:
    for (context, source), forms in i18n.read(HELD / "techsched_es.ts").items():
        for form in forms:
            assert set(re.findall(r"%[1-9n]|\{\w+\}", source)) == set(re.findall(r"%[1-9n]|\{\w+\}", form)), (
                f"{context}: {source}"
            )


def test_spanish_follows_the_words_people_see() -> None:
    banned = re.compile(r"\berror(es)?\b|¡|!|\btickets?\b", re.IGNORECASE)
    for (context, source), forms in i18n.read(HELD / "techsched_es.ts").items():
        for told in (source, *forms):
            assert not banned.search(told), f"{context}: {told}"


def test_a_class_finds_its_parent_s_words() -> None:
    class Special(Dialog):
        pass

    i18n.choose("es")
    assert Special("").tr("Close") == Dialog("").tr("Close") == "Cerrar"
    i18n.choose("en")
    assert Special("").tr("Close") == "Close"


def test_qt_s_own_words_come_along(qapp: QApplication) -> None:
    i18n.choose("es")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text().replace("&", "") == "Cancelar"
    assert QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Z"


def test_widgets_hear_of_a_change() -> None:
    heard: list[str] = []

    class Listener(QWidget):
        def changeEvent(self, event: object) -> None:
            heard.append(i18n.language())

    listener = Listener()
    i18n.choose("es")
    QCoreApplication.processEvents()
    assert heard and heard[-1] == "es"
    listener.deleteLater()


def test_only_our_languages() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        i18n.choose("fr")
    assert i18n.language() == "en"


def test_a_value_with_places_in_it_is_not_filled_again() -> None:
    assert i18n.filled("%1 and %2", "%2", "%1") == "%2 and %1"
    assert i18n.filled("100 % of %1, %9", "x") == "100 % of x, %9"
    assert i18n.filled("%") == "%"


def test_a_file_with_plurals_has_one_and_many(tmp_path: Path) -> None:
    file = tmp_path / "x.ts"
    file.write_text(
        '<?xml version="1.0" encoding="utf-8"?><TS version="2.1" language="es"><context><name>C</name>'
        '<message numerus="yes"><source>%n visits</source><translation><numerusform>%n visita</numerusform>'
        "<numerusform>%n visitas</numerusform></translation></message>"
        '<message><source>Half</source><translation type="unfinished">Medio</translation></message></context></TS>',
        encoding="utf-8",
    )
    found = i18n.read(file)
    assert found == {("C", "%n visits"): ("%n visita", "%n visitas")}
    catalogue = i18n.Catalogue(found)
    assert catalogue.translate("C", "%n visits", None, 1) == "%n visita"
    assert catalogue.translate("C", "%n visits", None, 3) == "%n visitas"
    assert catalogue.translate("C", "Half") is None
