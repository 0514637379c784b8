"""Text of people for the places where Qt guesses at HTML or at mnemonics."""

from __future__ import annotations

from html import escape


def tip(text: str) -> str:
    """For a tooltip or what's-this: shown letter by letter, even where it looks like HTML."""
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if "<" in text else text


def caption(text: str) -> str:
    """For an action, menu, tab or button: an '&' stays an '&' and a tab does not start a shortcut column."""
    return text.replace("&", "&&").replace("\t", " ")
