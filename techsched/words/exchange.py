"""Sentences of imports: what a row says, why it was left out, what to do."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
