"""The overlap guard: triggers that let no two occupying bookings of a technician meet without a waiver."""

from __future__ import annotations

from techsched.model.assignment import LONGEST
from techsched.store.engine import Connection

REFUSED = "techsched: double booking"
IN_USE = "techsched: waiver in use"
FINAL = "techsched: waiver is final"

_OCCUPIES = "{row}.state <> 'withdrawn' AND {row}.released_by IS NULL"

_WAIVED = """EXISTS (SELECT 1 FROM waiver w WHERE
      w.a_id = min({one}.id, {other}.id) AND w.b_id = max({one}.id, {other}.id)
      AND w.a_start = CASE WHEN {one}.id < {other}.id THEN {one}.start ELSE {other}.start END
      AND w.a_end = CASE WHEN {one}.id < {other}.id THEN {one}."end" ELSE {other}."end" END
      AND w.b_start = CASE WHEN {one}.id < {other}.id THEN {other}.start ELSE {one}.start END
      AND w.b_end = CASE WHEN {one}.id < {other}.id THEN {other}."end" ELSE {one}."end" END)"""

# a row is at most LONGEST, so that what starts earlier than that has ended
_MEETS = f"""{{other}}.technician_id = {{one}}.technician_id
    AND {{other}}.start < {{one}}."end"
    AND {{other}}.start > {{one}}.start - {LONGEST}
    AND {{other}}."end" > {{one}}.start
    AND {{other}}.id <> {{one}}.id"""


def _clash(one: str, other: str) -> str:
    """Condition under which `other` stands in the way of the occupying row `one`."""
    return f"""{_MEETS.format(one=one, other=other)}
    AND {_OCCUPIES.format(row=other)}
    AND NOT {_WAIVED.format(one=one, other=other)}"""


def _judge(name: str, moment: str) -> str:
    return f"""CREATE TRIGGER {name} BEFORE {moment} ON assignment
WHEN {_OCCUPIES.format(row="NEW")}
BEGIN
  SELECT RAISE(ABORT, '{REFUSED}') WHERE EXISTS (SELECT 1 FROM assignment o WHERE
    {_clash("NEW", "o")});
END"""  # noqa: S608


TRIGGERS: dict[str, str] = {
    "assignment_guard_insert": _judge("assignment_guard_insert", "INSERT"),
    "assignment_guard_update": _judge(
        "assignment_guard_update", 'UPDATE OF id, technician_id, start, "end", state, released_by'
    ),
    "waiver_is_final": f"""CREATE TRIGGER waiver_is_final BEFORE UPDATE ON waiver
BEGIN
  SELECT RAISE(ABORT, '{FINAL}');
END""",
    "waiver_in_use": f"""CREATE TRIGGER waiver_in_use BEFORE DELETE ON waiver
BEGIN
  SELECT RAISE(ABORT, '{IN_USE}') WHERE EXISTS (
    SELECT 1 FROM assignment a JOIN assignment b ON b.id = OLD.b_id WHERE a.id = OLD.a_id
    AND a.start = OLD.a_start AND a."end" = OLD.a_end AND b.start = OLD.b_start AND b."end" = OLD.b_end
    AND {_MEETS.format(one="a", other="b")}
    AND {_OCCUPIES.format(row="a")} AND {_OCCUPIES.format(row="b")});
END""",  # noqa: S608
}

_IN_THE_WAY = f"""SELECT o.id FROM (
  SELECT ? AS id, ? AS technician_id, ? AS start, ? AS "end") n, assignment o
  WHERE {_clash("n", "o")} ORDER BY o.start, o.id LIMIT 1"""  # noqa: S608

_OVERLAPS = f"""SELECT a.id, b.id FROM assignment a JOIN assignment b
  ON a.id < b.id AND {_MEETS.format(one="a", other="b")}
  WHERE {_OCCUPIES.format(row="a")} AND {_OCCUPIES.format(row="b")}
  AND NOT {_WAIVED.format(one="a", other="b")} ORDER BY a.id, b.id"""  # noqa: S608


def in_the_way(db: Connection, id: int, technician_id: int, start: int, end: int) -> int | None:
    """Id of the booking for whose sake the guard refuses an occupying row of these values."""
    found = db.execute(_IN_THE_WAY, (id, technician_id, start, end)).fetchone()
    return None if found is None else int(found[0])


def overlaps(db: Connection) -> list[tuple[int, int]]:
    """All pairs that overlap without a waiver, which a file of ours has none of: the audit."""
    return [(int(a), int(b)) for a, b in db.execute(_OVERLAPS)]
