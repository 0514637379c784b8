"""What only shows: avatars, key caps, verdicts, titles, cards, hairlines and the line of progress."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from techsched.model.kinds import Verdict
from ui import icons, theme
from ui.parts.avatar import Avatar, initials
from ui.parts.card import Card
from ui.parts.key_cap import KeyCap, key_text
from ui.parts.progress_line import PATIENCE_MS, ProgressLine
from ui.parts.verdict_mark import VerdictMark, verdict_icon, verdict_word


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Sergio Vidal", "SV"), ("Óscar Peña Ruiz", "ÓP"), ("Irene", "I"), ("  ana  maría ", "AM"), ("", "")],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_an_avatar_is_read_as_the_whole_name(qtbot: QtBot) -> None:
    avatar = Avatar("Sergio Vidal", 40)
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Sergio Vidal"
    assert avatar.sizeHint().width() == 40


@pytest.mark.parametrize(("keys", "shown"), [("Ctrl+K", "Ctrl K"), ("G, B", "G B"), ("Esc", "Esc"), ("+", "+")])
def test_a_key_is_written_with_spaces(keys: str, shown: str) -> None:
    assert key_text(keys) == shown


def test_a_key_cap_is_never_narrower_than_high(qtbot: QtBot) -> None:
    cap = KeyCap("1")
    qtbot.addWidget(cap)
    assert cap.sizeHint().width() >= cap.sizeHint().height()


def test_four_verdicts_have_four_words_and_known_icons(qtbot: QtBot) -> None:
    assert len({verdict_word(verdict) for verdict in Verdict}) == 4
    for verdict in Verdict:
        name, role = verdict_icon(verdict)
        assert icons.has(name)
        assert theme.current().color(role).isValid()
    mark = VerdictMark(Verdict.GOOD)
    qtbot.addWidget(mark)
    before = mark.sizeHint().width()
    mark.set_verdict(Verdict.WARNING)
    assert mark.accessibleName() == "Fits with a warning"
    assert mark.sizeHint().width() > before


def test_a_card_is_pressed_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    card = Card(pressable=True)
    qtbot.addWidget(card)
    told: list[bool] = []
    card.pressed.connect(lambda: told.append(True))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.keyClick(card, Qt.Key.Key_Space)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert len(told) == 3


def test_a_card_that_only_frames_is_not_in_the_way_of_the_keyboard(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    told: list[bool] = []
    card.pressed.connect(lambda: told.append(True))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not told


def test_a_selected_card_has_the_accent_round_it(qtbot: QtBot) -> None:
    card = Card(pressable=True)
    qtbot.addWidget(card)
    card.resize(200, 80)
    card.set_selected(True)
    drawn = card.grab().toImage()
    accent = theme.current().color("accent")
    assert drawn.pixelColor(100, 0) == drawn.pixelColor(100, 1) == drawn.pixelColor(0, 40) == accent
    assert drawn.pixelColor(100, 40) == theme.current().color("accentsoft")


def test_short_work_never_shows_the_line(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.begin("read")
    line.end("read")
    qtbot.wait(PATIENCE_MS + 50)
    assert not line.seen


def test_the_line_runs_until_the_last_work_has_ended(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(200, 2)
    line.begin("read")
    line.begin("print")
    qtbot.waitUntil(lambda: line.seen)
    line.advance(0.5)
    drawn = line.grab().toImage()
    assert drawn.pixelColor(50, 1) == theme.current().color("accent") != drawn.pixelColor(150, 1)
    line.end("read")
    assert line.seen
    line.end("print")
    assert not line.seen
