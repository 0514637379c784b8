"""The sample office as a file, made once and copied for each test, and what a command said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from techsched import sample
from techsched.desk.desk import Desk

Said = Callable[[], tuple[str, str]]


@pytest.fixture(scope="session")
def office_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("office") / "sample.db"
    Desk.create(str(file), sample.office("en"), who="builder").close()
    return file


@pytest.fixture
def office(office_file: Path, tmp_path: Path) -> str:
    return str(shutil.copy(office_file, tmp_path / "office.db"))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Standard output and error since the last time it was asked."""

    def read() -> tuple[str, str]:
        told = capsys.readouterr()
        return told.out, told.err

    return read
