"""Sentences for what cannot be done as asked."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
