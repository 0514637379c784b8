"""The command line as a person types it: real files, exit codes, JSON names, sentences on standard error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from techsched.__main__ import main

DATA = Path(__file__).parents[3] / "shared" / "data"


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    told = capsys.readouterr()
    return told.out, told.err


def test_check_tells_and_counts(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--db", office, "--from", "2026-11-25", "--to", "2026-11-27", "--json"]) == 1
    out, err = said(capsys)
    told = json.loads(out)
    assert not err
    assert told["counts"]["double_booking"] == 1
    clash = next(c for c in told["conflicts"] if c["rule"] == "double_booking")
    assert set(clash) == {"rule", "severity", "technician", "start", "end", "assignments", "waived", "text"}
    assert clash["severity"] == "hard" and clash["waived"] and clash["technician"] == "T007"
    assert "Sergio Vidal is double booked on Thu 26 Nov, 12:00–15:00" in clash["text"]


def test_a_clean_day_exits_with_0(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--db", office, "--from", "2026-11-28", "--to", "2026-11-29"]) == 0
    assert said(capsys) == ("", "")


def test_slots_rank_with_reasons_and_one_reason_against_the_others(
    office: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["slots", "--db", office, "--visit", "v000013", "--json"]) == 0
    told = json.loads(said(capsys)[0])
    assert {"good", "warning", "approval"} >= {s["verdict"] for s in told["slots"]}
    assert any(s["verdict"] == "good" for s in told["slots"])
    assert set(told["slots"][0]) == {
        "technician",
        "start",
        "end",
        "verdict",
        "travel_before",
        "travel_after",
        "reasons",
    }
    people = [s["technician"] for s in told["slots"]] + [a["technician"] for a in told["against"]]
    assert len(people) == len(set(people)) == 17
    assert all(a["rule"] and a["text"] for a in told["against"])


def test_people_are_told_by_name_and_code(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["slots", "--db", office, "--visit", "V000013", "--top", "1"])
    assert said(capsys)[0].splitlines()[0] == "1. Lucía Fernández (T001)  2026-11-25 11:00  Needs your OK"
    main(["off-sick", "--db", office, "--technician", "T007", "--date", "2026-11-25", "--until", "2026-11-27"])
    out = said(capsys)[0]
    assert "4. 2026-11-26 12:00  Notaría Goya 47, Thu 26 Nov: Scanner fleet" in out
    assert "     Tomás Aguirre (T006)  2026-11-26 12:00  Fits with a warning" in out


def test_a_sick_call_said_twice_is_one_absence(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed = ["off-sick", "--db", office, "--technician", "T007", "--date", "2026-11-25"]
    for until in (["--until", "2026-11-25"], ["--until", "2026-11-27"], ["--until", "2026-11-27"]):
        main([*typed, *until])
    assert "5. 2026-11-27" in said(capsys)[0]
    main(["history", "--db", office, "--last", "9", "--json"])
    assert len(json.loads(said(capsys)[0])) == 3


def test_book_undo_redo_and_history(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    book = ["book", "--db", office, "--visit", "V000013", "--technician", "Pablo Herrero", "--start", "13:00"]
    assert main(book) == 0
    assert "Book Pablo Herrero at Aseguradora Meseta, Wed 25 Nov 13:00" in said(capsys)[0]
    assert main(["undo", "--db", office]) == 0
    assert main(["redo", "--db", office]) == 0
    assert main(["undo", "--db", office, "--user", "somebody else"]) == 2
    said(capsys)
    assert main(["history", "--db", office, "--json", "--last", "3"]) == 0
    told = json.loads(said(capsys)[0])
    assert [line["kind"] for line in told] == ["redo", "undo", "do"]


def test_what_breaks_a_rule_wants_a_reason(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    book = ["book", "--db", office, "--visit", "V000013", "--technician", "T003", "--start", "2026-11-25T13:00"]
    assert main(book) == 2
    out, err = said(capsys)
    assert "Carmen Ruiz has no Fortinet NSE4" in out
    assert "Nothing was changed" in err
    assert main([*book, "--because", "she is in the building"]) == 0
    said(capsys)
    assert main(["check", "--db", office, "--from", "2026-11-25", "--to", "2026-11-25", "--json"]) == 1
    kept = [c for c in json.loads(said(capsys)[0])["conflicts"] if c["technician"] == "T003"]
    assert kept and all(c["waived"] for c in kept if c["severity"] != "warning")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check"], "--db"),
        (["slots", "--visit", "V999999"], "There is no visit V999999 here"),
        (
            ["book", "--visit", "V000013", "--technician", "Pablo Herero", "--start", "13:00"],
            "Did you mean Pablo Herrero?",
        ),
        (["book", "--visit", "V000013", "--technician", "T013", "--start", "25:00"], "25:00 is not a time"),
        (["check", "--from", "25/11/2026"], "25/11/2026 is not a date"),
        (["redo"], "nothing of yours to redo"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    office: str, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    db = [] if arguments == ["check"] else ["--db", office]
    assert main([*arguments, *db]) == 2
    out, err = said(capsys)
    assert told in err and "Traceback" not in err


def test_a_time_that_does_not_exist_offers_two(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    book = ["book", "--db", office, "--visit", "V000013", "--technician", "T013", "--start", "2027-03-28T02:30"]
    assert main(book) == 2
    err = said(capsys)[1]
    assert "02:30" in err and "03:00" in err and "03:30" in err


def test_it_speaks_spanish(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--db", office, "--from", "2026-11-26", "--to", "2026-11-26", "--lang", "es"])
    out = said(capsys)[0]
    assert "No puede" in out and "Sergio Vidal" in out


def test_a_missing_file_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "gone.db"
    assert main(["check", "--db", str(missing)]) == 2
    assert not missing.exists()
    assert "gone.db" in said(capsys)[1]


def test_sample_never_overwrites(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(office).read_bytes()
    assert main(["sample", "--db", office]) == 2
    assert Path(office).read_bytes() == before


def test_backup_and_restore(office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = str(tmp_path / "copy.db")
    assert main(["backup", "--db", office, "--to", copy]) == 0
    assert main(["book", "--db", office, "--visit", "V000013", "--technician", "T013", "--start", "13:00"]) == 0
    assert main(["restore", copy, "--db", office]) == 0
    said(capsys)
    assert main(["history", "--db", office, "--json"]) == 0
    assert [line["text"] for line in json.loads(said(capsys)[0])] == ["Sample office"]


@pytest.mark.skipif(not DATA.is_dir(), reason="the company folders are not here")
class TestImport:
    def test_a_company_into_a_new_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = str(tmp_path / "small.db")
        assert main(["import", str(DATA / "company-small"), "--db", file, "--json"]) == 0
        told = json.loads(said(capsys)[0])
        assert told["made"]["technicians"] == 12 and told["clashes"] == 0 and told["refused"] == []
        assert main(["report", "year", "--db", file, "--year", "2026", "--json"]) == 0
        year = json.loads(said(capsys)[0])
        wanted = json.loads((DATA / "company-small" / "summary.json").read_text("utf-8"))
        for name, value in year.items():
            assert value == wanted[name], name
        assert main(["slots", "--db", file, "--visit", "V000001"]) in (0, 1)

    def test_a_dry_run_leaves_nothing(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "dry.db"
        assert main(["import", str(DATA / "company-small"), "--db", str(file), "--dry-run", "--json"]) == 0
        assert json.loads(said(capsys)[0])["made"]["technicians"] == 12
        assert not file.exists()

    def test_twice_is_refused_row_by_row_and_undone_in_one_step(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = str(tmp_path / "twice.db")
        assert main(["import", str(DATA / "company-small"), "--db", file]) == 0
        said(capsys)
        assert main(["import", str(DATA / "company-small"), "--db", file, "--json"]) == 1
        told = json.loads(said(capsys)[0])
        assert all(n == 0 for n in told["made"].values())
        assert {"file", "row", "column", "value", "reason"} == set(told["refused"][0])
        assert main(["undo", "--db", file]) == 0


def test_no_command_imports_qt(office: str) -> None:
    script = (
        "import sys; from techsched.__main__ import main; "
        f"main(['check', '--db', {office!r}]); main(['slots', '--db', {office!r}, '--visit', 'V000013']); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0
