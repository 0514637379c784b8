"""Backups are whole beside a writer, thinned out by age, and come back after a look at them."""

from __future__ import annotations

import json
import os
import shutil
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.errors import FileTrouble
from techsched.model.assignment import Assignment
from techsched.model.span import Span
from techsched.model.technician import Technician
from techsched.store import Store, copies, engine, restore
from techsched.store.backup import copy_to
from techsched.store.engine import connect
from tests.rows import NOW, booking, technician
from tests.store.offices import Copies, everything, put

DAY = 24 * 3600


def refused(act: object) -> str:
    with pytest.raises(FileTrouble) as told:
        act()  # type: ignore[operator]
    return told.value.sentence.key


def test_a_copy_is_one_private_file_with_every_row(store: Store, tmp_path: Path) -> None:
    put(store, technician("Eva"))
    to = tmp_path / "copy.db"
    assert store.backup(to) == to
    assert os.listdir(tmp_path) == ["copy.db"]
    assert os.name == "nt" or stat.S_IMODE(to.stat().st_mode) == 0o600
    before = everything(store)
    again = Store.open(to)
    assert everything(again) == before
    assert again.last_seq() == store.last_seq()
    again.close()


def test_a_copy_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    to = tmp_path / "copy.db"
    to.write_bytes(b"something")
    assert refused(lambda: store.backup(to)) == "store.exists"
    assert to.read_bytes() == b"something"
    assert os.listdir(tmp_path) == ["copy.db"]


def test_a_copy_of_a_damaged_file_is_not_made(store: Store, tmp_path: Path) -> None:
    page = store._db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'technician'").fetchone()[0]
    store.close()
    with open(store.path, "r+b") as held:
        held.seek((page - 1) * 4096)
        held.write(bytes(4096))
    assert refused(lambda: copy_to(store.path, tmp_path / "copy.db")) == "store.damaged"
    assert os.listdir(tmp_path) == []


def test_a_copy_of_an_unsound_file_is_not_made(store: Store, tmp_path: Path) -> None:
    put(store, booking("Ana", "Thu 9-12", id=1), booking("Ana", "Thu 13-15", id=2))
    store._db.execute("DROP TRIGGER assignment_guard_update")
    store._db.execute("UPDATE assignment SET start = start - 7200 WHERE id = 2")
    assert refused(lambda: store.backup(tmp_path / "copy.db")) == "store.verify_guard"
    assert os.listdir(tmp_path) == []


def write_on(path: Path, stop: threading.Event, written: list[int]) -> None:
    store = Store.open(path)
    n = 0
    while not stop.is_set():
        n += 1
        put(store, booking("Ana", Span(n * 3600, n * 3600 + 3600), id=n))
        written.append(n)
    store.close()


def copy_beside_a_writer(path: Path, folder: Path, times: int) -> None:
    stop, written = threading.Event(), [0]
    writer = threading.Thread(target=write_on, args=(path, stop, written))
    writer.start()
    try:
        for n in range(times):
            before = written[-1]
            made = copy_to(path, folder / f"copy-{n}.db")
            after = written[-1]
            held = Store.open(made, readonly=True)
            ids = sorted(row.id for row in held.rows(Assignment))
            # one state of the file: no hole, nothing acknowledged before the copy missing
            assert ids == list(range(1, len(ids) + 1))
            assert before <= len(ids) <= after + 1
            assert held.last_seq() == 1 + len(ids)
            held.close()
            made.unlink()
    finally:
        stop.set()
        writer.join()
    assert written[-1] > times


def test_copies_made_beside_a_writer_are_whole(copies: Copies, tmp_path: Path) -> None:
    copy_beside_a_writer(copies.path(), tmp_path, 8)


@pytest.mark.full
@pytest.mark.timeout(600)
def test_a_hundred_copies_made_beside_a_writer_are_whole(copies: Copies, tmp_path: Path) -> None:
    copy_beside_a_writer(copies.path(), tmp_path, 100)


# at start


def test_a_start_makes_a_backup_when_something_changed(store: Store) -> None:
    first = store.backup_at_start(NOW)
    assert first is not None and first.parent == copies.folder_of(store.path)
    assert first.name == f"{store.path.stem}-20261125T094200Z.db"
    assert store.backup_at_start(NOW + 60) is None
    put(store, technician("Eva"))
    second = store.backup_at_start(NOW + 120)
    assert copies.held(store.path) == [second, first]
    assert store.backup_at_start(NOW + 180) is None
    facts = json.loads(copies.sidecar(first).read_text())
    assert facts["rows"]["technician"] == 2 and facts["schema"] == 1
    if os.name != "nt":
        assert {stat.S_IMODE(held.stat().st_mode) for held in first.parent.iterdir()} == {0o600}
        assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700


def test_two_backups_of_one_second_both_stay(store: Store) -> None:
    first = store.backup_at_start(NOW)
    put(store, technician("Eva"))
    second = store.backup_at_start(NOW)
    assert first != second and set(copies.held(store.path)) == {first, second}


def test_a_file_without_history_needs_no_backup(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "office.db")
    assert store.backup_at_start(NOW) is None
    assert not copies.folder_of(store.path).exists()
    store.close()


def test_what_a_crash_left_half_made_is_swept_away_and_counts_for_nothing(store: Store) -> None:
    folder = copies.folder_of(store.path)
    folder.mkdir()
    half = folder / copies.name_at(store.path, NOW)
    half.write_bytes(b"half")
    part = folder / f".{half.name}.99.part"
    part.write_bytes(b"part")
    os.utime(part, (NOW - 2 * DAY, NOW - 2 * DAY))
    young = folder / f".{half.name}.98.part"
    young.write_bytes(b"somebody is still writing")
    os.utime(young, (NOW, NOW))
    assert copies.newest(store.path) is None
    made = store.backup_at_start(NOW)
    assert copies.newest(store.path) == made
    assert (part.exists(), young.exists(), half.read_bytes()) == (False, True, b"half")


def test_old_backups_are_thinned_out_with_their_sidecars(store: Store) -> None:
    for n in range(30):
        put(store, technician("Eva", phone=f"{n}"))
        store.backup_at_start(NOW + n * 3600)
    left = copies.held(store.path)
    stamps = [copies.stamp_of(held) for held in left]
    # the last ten, and the last of Wednesday evening UTC
    assert stamps == [NOW + n * 3600 for n in (*range(29, 19, -1), 14)]
    assert len(list(copies.folder_of(store.path).iterdir())) == 2 * len(left)


def test_which_backups_are_kept_over_a_year() -> None:
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    starts = [int((now - timedelta(hours=8 * n)).timestamp()) for n in range(3 * 800)]
    kept = sorted(copies.kept(starts), reverse=True)
    days = [datetime.fromtimestamp(stamp, UTC).date() for stamp in kept]
    assert kept[:10] == starts[:10]
    assert len(set(days[:20])) == 14 and days[0] - sorted(set(days), reverse=True)[13] == timedelta(days=13)
    assert len({day.isocalendar()[:2] for day in days}) >= 8
    months = [(day.year, day.month) for day in days]
    assert len(set(months)) == 12 and min(months) == (2025, 12)
    assert len(kept) < 40


def kept_by_hand(stamps: set[int]) -> set[int]:
    """The same rule, asked of each backup alone: is it among the newest, or the last of a period that counts?"""

    def last_of(period: object, count: int) -> set[int]:
        of = {stamp: period(datetime.fromtimestamp(stamp, UTC)) for stamp in stamps}  # type: ignore[operator]
        counting = sorted(set(of.values()), reverse=True)[:count]
        return {
            stamp for stamp in stamps if of[stamp] in counting and stamp == max(s for s in of if of[s] == of[stamp])
        }

    newest = {stamp for stamp in stamps if sum(other > stamp for other in stamps) < 10}
    return (
        newest
        | last_of(lambda moment: moment.date(), 14)
        | last_of(lambda moment: tuple(moment.isocalendar())[:2], 8)
        | last_of(lambda moment: (moment.year, moment.month), 12)
    )


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(NOW - 500 * DAY, NOW), max_size=40))
def test_keeping_agrees_with_asking_each_backup_alone(stamps: set[int]) -> None:
    assert copies.kept(stamps) == kept_by_hand(stamps)
    assert copies.kept(copies.kept(stamps)) == copies.kept(stamps)


# back again


def test_a_backup_comes_back_and_the_replaced_file_is_kept(store: Store) -> None:
    copy = store.backup_at_start(NOW)
    before = everything(store)
    put(store, technician("Eva"))
    after = everything(store)
    store.close()
    assert copy is not None
    keeping = restore(store.path, copy, NOW + 60)
    assert keeping is not None and keeping.name == f"{store.path.stem}-replaced-20261125T094300Z.db"
    for path, rows in ((store.path, before), (keeping, after)):
        held = Store.open(path)
        assert everything(held) == rows
        assert held.verify() == []
        held.close()
    assert os.name == "nt" or stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_after_a_restore_the_next_start_makes_a_backup_even_at_the_same_number(store: Store) -> None:
    copy = store.backup_at_start(NOW)
    put(store, technician("Eva"), who="Ana")
    store.backup_at_start(NOW + 60)
    store.close()
    assert copy is not None
    restore(store.path, copy, NOW + 120)
    again = Store.open(store.path)
    put(again, technician("Luz"), who="Berta")
    assert again.backup_at_start(NOW + 180) is not None
    again.close()


def test_a_backup_comes_back_where_the_file_is_gone(store: Store, tmp_path: Path) -> None:
    to = store.backup(tmp_path / "copy.db")
    assert restore(tmp_path / "new.db", to, NOW) is None
    held = Store.open(tmp_path / "new.db")
    assert everything(held) == everything(store)
    held.close()


@pytest.mark.parametrize("spoil", ["half", "empty", "torn"])
def test_a_backup_comes_back_over_a_bad_file_which_is_kept(store: Store, tmp_path: Path, spoil: str) -> None:
    copy = store.backup(tmp_path / "copy.db")
    store.close()
    raw = store.path.read_bytes()
    bad = {"half": raw[: len(raw) // 2], "empty": b"", "torn": raw[:100] + b"\xff" * 50 + raw[150:]}[spoil]
    store.path.write_bytes(bad)
    log = store.path.with_name(store.path.name + "-wal")
    log.write_bytes(b"what was left of the log")
    keeping = restore(store.path, copy, NOW)
    assert keeping is not None and keeping.read_bytes() == bad
    assert keeping.with_name(keeping.name + "-wal").read_bytes() == b"what was left of the log"
    held = Store.open(store.path)
    assert held.verify() == []
    held.close()


def test_a_spoilt_backup_replaces_nothing(store: Store, tmp_path: Path) -> None:
    copy = store.backup(tmp_path / "copy.db")
    put(store, technician("Eva"))
    before = everything(store)
    store.close()
    raw = copy.read_bytes()
    for spoilt, key in (
        (raw[: len(raw) // 2], "store.truncated"),
        (b"", "store.empty"),
        (b"a,b\n" * 100, "store.a_text"),
        (raw[:8192] + bytes(4096) + raw[12288:], None),
    ):
        copy.write_bytes(spoilt)
        said = refused(lambda: restore(store.path, copy, NOW))
        assert said == key or (key is None and said in ("store.damaged", "store.verify_damage"))
    held = Store.open(store.path)
    assert everything(held) == before
    held.close()
    assert not list(store.path.parent.glob(f"{store.path.stem}-replaced*"))


def test_a_backup_that_is_sound_but_not_as_it_was_written_is_refused(store: Store) -> None:
    copy = store.backup_at_start(NOW)
    store.close()
    assert copy is not None
    db = connect(copy, own_journal=False)
    db.execute("UPDATE technician SET phone = 'silently otherwise'")
    db.close()
    assert refused(lambda: restore(store.path, copy, NOW)) == "store.copy_changed"


def test_a_backup_of_a_newer_program_is_refused(store: Store, tmp_path: Path) -> None:
    copy = store.backup(tmp_path / "copy.db")
    db = connect(copy, own_journal=False)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert refused(lambda: restore(store.path, copy, NOW)) == "store.copy_newer"


def test_nothing_is_replaced_under_an_open_window(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WAIT", 0.05)
    copy = store.backup(tmp_path / "copy.db")
    put(store, technician("Eva"))
    before = everything(store)
    assert refused(lambda: restore(store.path, copy, NOW)) == "store.locked"
    put(store, technician("Luz"))
    assert everything(store) > before
    assert {row.name for row in store.rows(Technician)} >= {"Eva", "Luz"}


def test_a_restored_file_is_not_the_one_that_another_window_has_open(
    copies: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # without a write-ahead log an idle window holds no lock, and must notice for itself
    monkeypatch.setattr(engine, "wal_is_safe", lambda _: False)
    store = copies.store()
    copy = store.backup(tmp_path / "copy.db")
    restore(store.path, copy, NOW)
    assert refused(lambda: put(store, technician("Eva"))) == "store.replaced"
    store.close()
    again = Store.open(store.path)
    assert {row.name for row in again.rows(Technician)} == {"Ana", "Berta"}
    again.close()


def test_a_backup_in_a_folder_that_may_not_be_written_can_be_restored(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    copy = store.backup(folder / "copy.db")
    copy.chmod(0o400)
    before = shutil.disk_usage(folder) and sorted(os.listdir(folder))
    restore(tmp_path / "new.db", copy, NOW)
    assert sorted(os.listdir(folder)) == before
