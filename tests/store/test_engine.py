"""How a file is opened: settings of every connection, and who waits for whom."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from techsched.store import engine
from techsched.store.engine import connect, dbapi, reading, wal_is_safe, writing
from tests.store.offices import Copies


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_write_ahead_logging_only_where_its_race_is_mended(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_every_connection_has_the_settings_that_keep_the_file_whole(copies: Copies) -> None:
    db = connect(copies.path())
    held = {
        name: db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("foreign_keys", "recursive_triggers", "trusted_schema", "cell_size_check", "synchronous")
    }
    assert held == {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "synchronous": 2,
    }
    assert db.execute("PRAGMA secure_delete").fetchone()[0] == 1
    assert db.execute("PRAGMA busy_timeout").fetchone()[0] == 5000
    db.close()


@pytest.mark.parametrize(("version", "mode"), [((3, 53, 4), "wal"), ((3, 40, 1), "truncate")])
def test_an_unsafe_library_falls_back_to_the_slower_journal(
    copies: Copies, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], mode: str
) -> None:
    path = copies.path()
    connect(path).close()
    monkeypatch.setattr(engine, "wal_is_safe", lambda _: wal_is_safe(version))
    db = connect(path)
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == mode
    db.close()


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    for mode in ("rw", "ro", "immutable"):
        with pytest.raises(dbapi.OperationalError):
            connect(tmp_path / "none.db", mode)
    assert os.listdir(tmp_path) == []


def test_names_with_marks_of_a_url_are_names(tmp_path: Path, copies: Copies) -> None:
    odd = tmp_path / "a?mode=memory#50% ñ.db"
    odd.write_bytes(copies.template.read_bytes())
    db = connect(odd)
    assert db.execute("SELECT count(*) FROM office").fetchone() == (1,)
    db.close()


def test_a_writer_waits_for_the_one_before_and_sees_what_it_wrote(copies: Copies) -> None:
    path = copies.path()
    first, second = connect(path), connect(path)
    seen: list[str] = []

    def write() -> None:
        with writing(second):
            seen.append(second.execute("SELECT name FROM office").fetchone()[0])

    with writing(first):
        thread = threading.Thread(target=write)
        thread.start()
        first.execute("UPDATE office SET name = 'first'")
    thread.join()
    assert seen == ["first"]
    first.close()
    second.close()


def test_a_block_that_fails_leaves_nothing(copies: Copies) -> None:
    db = connect(copies.path())
    with pytest.raises(ZeroDivisionError), writing(db):
        db.execute("UPDATE office SET name = 'half'")
        raise ZeroDivisionError
    assert not db.in_transaction
    assert db.execute("SELECT name FROM office").fetchone() == ("Meseta",)
    db.close()


def test_a_reader_keeps_its_state_while_others_write(copies: Copies) -> None:
    path = copies.path()
    reader, writer = connect(path), connect(path)
    with reading(reader):
        before = reader.execute("SELECT name FROM office").fetchone()
        with writing(writer):
            writer.execute("UPDATE office SET name = 'other'")
        assert reader.execute("SELECT name FROM office").fetchone() == before
    assert reader.execute("SELECT name FROM office").fetchone() == ("other",)
    reader.close()
    writer.close()


def test_alone_folds_the_log_into_the_file_and_keeps_everybody_out(
    copies: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WAIT", 0.05)
    path = copies.path()
    other = connect(path)
    with pytest.raises(dbapi.OperationalError), engine.alone(path):
        pass
    other.close()
    with engine.alone(path) as db:
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert not path.with_name(path.name + "-wal").exists()
        with pytest.raises(dbapi.OperationalError):
            connect(path).execute("SELECT 1 FROM office")
    connect(path).close()


def test_sqlalchemy_takes_the_write_lock_when_it_begins(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT", 0.05)
    path = copies.path()
    other = connect(path)
    with engine.engine(path).begin() as connection:
        connection.exec_driver_sql("SELECT 1 FROM office")
        with pytest.raises(dbapi.OperationalError), writing(other):
            pass
    other.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_lies_beside_the_file_is_as_private_as_the_file(copies: Copies) -> None:
    path = copies.path()
    path.chmod(0o600)
    db = connect(path)
    with writing(db):
        db.execute("UPDATE office SET name = 'x'")
    for beside in path.parent.glob(f"{path.name}*"):
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    db.close()
