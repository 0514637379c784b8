"""Sentences of conflicts, one for each rule."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
