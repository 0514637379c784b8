"""Prepared offices, shared by the tests of the store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from techsched.store import Store
from tests.store.offices import Copies


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    return Copies(tmp_path_factory.mktemp("offices"))


@pytest.fixture
def store(copies: Copies) -> Iterator[Store]:
    """An office with two people, one place and work to book."""
    held = copies.store()
    yield held
    held.close()
