"""Text of people for the places where Qt guesses at HTML or at mnemonics."""

from __future__ import annotations


def tip(text: str) -> str:
    """For a tooltip or what's-this: shown letter by letter, even where it looks like HTML."""
    if "<" not in text:
        return text
    letters = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{letters}</qt>"


def caption(text: str) -> str:
    """For an action, menu, tab or button: an '&' stays an '&' and a tab does not start a shortcut column."""
    return text.replace("&", "&&").replace("\t", " ")
