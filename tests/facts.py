"""Figures and real files that are kept beside the checkout; tests that need them skip, saying so, without them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parents[2] / "shared"
FACTS = _SHARED / "facts"
CITY_FILES = _SHARED / "data" / "real"

needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="the folder ../shared/facts is not there")
needs_city_files = pytest.mark.skipif(not CITY_FILES.is_dir(), reason="the folder ../shared/data/real is not there")


def figures(file: str) -> list[dict[str, str]]:
    with (FACTS / file).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))
