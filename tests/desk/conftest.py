"""The sample office on a real file, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from techsched import sample
from techsched.desk.desk import Desk

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def office_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("office") / "sample.db"
    Desk.create(str(file), sample.office("en"), who="builder").close()
    return file


@pytest.fixture
def desk_file(office_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(office_file, tmp_path / "office.db"))


@pytest.fixture
def open_desk(desk_file: Path) -> Iterator[OpenDesk]:
    """Opens the test's file again and again, by whom you say; closes all at the end."""
    opened: list[Desk] = []

    def open_one(who: str = "raquel", **more: object) -> Desk:
        desk = Desk.open(str(desk_file), who=who, **more)  # type: ignore[arg-type]
        opened.append(desk)
        return desk

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()
