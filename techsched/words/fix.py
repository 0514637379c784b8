"""Ways out of a conflict, as buttons say them."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "fix.give": ("Give {client} to {to}, {day:day} {start}", "Dar {client} a {to}, {day:day} {start}"),
    "fix.later": ("Move {client} to {day:day} {start}", "Mover {client} al {day:day} {start}"),
    "fix.place": ("Place {to} at {client}, {day:day}", "Poner a {to} en {client}, {day:day}"),
    "fix.cover": ("{to} covers {client}, {day:day}", "{to} cubre {client}, {day:day}"),
}
