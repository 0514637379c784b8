"""The language of the window: our translations from `resources/i18n`, Qt's own beside them, and the core's words.

A new string is taken into the Spanish catalogue by

    pyside6-lupdate $(git ls-files 'ui/*.py') -locations none -no-obsolete -ts resources/i18n/techsched_es.ts

and then translated there; a test fails for as long as one is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from techsched import words
from techsched.assets import resource
from techsched.model.sentence import Sentence

Message = tuple[str, str]
"""Context and English source text."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text that is declared before there is a language; `told` translates it when it is shown.

    Typed, and under the name by which lupdate finds it.
    """
    return text


def told(context: str, text: str) -> str:
    """The translation of a text marked with `QT_TRANSLATE_NOOP`; user text must not be handed in."""
    return QCoreApplication.translate(context, text)


def filled(text: str, *values: str) -> str:
    """A translated text with its %1, %2, ... replaced, whatever the values look like."""
    pieces = text.split("%")
    made = [pieces[0]]
    for piece in pieces[1:]:
        place = int(piece[0]) if piece[:1].isdigit() else 0
        made.append(values[place - 1] + piece[1:] if 0 < place <= len(values) else "%" + piece)
    return "".join(made)


_KEYS = {("QShortcut", "Ctrl"): ("Ctrl",), ("QShortcut", "Esc"): ("Esc",)}
"""Qt's Spanish writes Control and Escape, which no keyboard does."""


class Catalogue(QTranslator):
    """The messages of one .ts file, read as it lies there: nothing has to be compiled before a start."""

    def __init__(self, messages: Mapping[Message, tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """None lets Qt ask the next translator. English and Spanish both have one form for 1, one for the rest."""
        forms = self._messages.get((context, text)) or _KEYS.get((context, text))
        if forms is None:
            return None
        return forms[0] if n in (-1, 1) else forms[-1]


@lru_cache(maxsize=4)
def read(file: Path) -> Mapping[Message, tuple[str, ...]]:
    """The finished messages of a .ts file: one form, or singular and plural."""
    found: dict[Message, tuple[str, ...]] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = tuple(form.text or "" for form in translation.findall("numerusform")) or (translation.text or "",)
            if all(forms):
                found[name, message.findtext("source", "")] = forms
    return found


class _Speaker:
    """What is installed in the application now."""

    def __init__(self) -> None:
        self.language = "en"
        self.installed: list[QTranslator] = []


_speaker = _Speaker()


def language() -> str:
    """'en' or 'es'."""
    return _speaker.language


def choose(chosen: str) -> None:
    """Speaks it from now on; widgets get a LanguageChange event. Raises ValueError for no language of ours."""
    if chosen not in words.LANGUAGES:
        raise ValueError(f"{chosen!r} is not one of {words.LANGUAGES}")
    for old in _speaker.installed:
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    _speaker.language = chosen
    _speaker.installed = []
    QLocale.setDefault(QLocale(chosen))
    app = QCoreApplication.instance()
    own = Catalogue(read(resource("i18n", f"techsched_{chosen}.ts")), app)
    qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if chosen != "en" and qt.load(f"qtbase_{chosen}", folder):
        _speaker.installed.append(qt)
    _speaker.installed.append(own)
    for made in _speaker.installed:
        QCoreApplication.installTranslator(made)


def say(sentence: Sentence) -> str:
    """A sentence of the core in the window's language."""
    return words.say(sentence, _speaker.language)


def term(kind: str, code: str) -> str:
    """A word of the domain in the window's language, as `words.term`."""
    return words.term(kind, code, _speaker.language)
