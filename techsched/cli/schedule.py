"""Commands on the schedule: check, slots, book, off-sick."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import timedelta
from typing import Any

from techsched.cli.terminal import coded, day, days, desk_of, options_of, print_json, wall_time
from techsched.desk.desk import Desk, NeedsReason
from techsched.model.client import Site
from techsched.model.conflict import Conflict
from techsched.model.kinds import Because, Severity
from techsched.model.sentence import sentence
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import day_of, local, utc_text
from techsched.words import say, term

AHEAD = timedelta(days=60)


def add(commands: Any) -> None:
    check = options_of(
        commands, "check", "what breaks a rule; exit 1 when something hard or to be OKed is left", as_json=True
    )
    check.add_argument("--from", dest="first", metavar="DATE", help="first day; today else")
    check.add_argument("--to", dest="last", metavar="DATE", help="last day; 60 days on else")
    check.add_argument("--with-requested", action="store_true", help="as if all requested absences were approved")
    check.set_defaults(run=check_all)

    slots = options_of(commands, "slots", "who could take a visit when, and why the others cannot", as_json=True)
    slots.add_argument("--visit", required=True, metavar="ID")
    slots.add_argument("--with", dest="partner", metavar="TECHNICIAN", help="pairs with this one, for two people")
    slots.add_argument("--top", type=int, metavar="K")
    slots.set_defaults(run=best_slots)

    book = options_of(commands, "book", "book a visit; what is hard or needs an OK wants --because")
    book.add_argument("--visit", required=True, metavar="ID")
    book.add_argument("--technician", required=True, metavar="ID")
    book.add_argument(
        "--start", required=True, metavar="WALLTIME", help="13:00 today, or 2026-11-25T13:00, at the site"
    )
    book.add_argument("--because", metavar="TEXT", help="why a conflict is kept")
    book.set_defaults(run=book_visit)

    sick = options_of(commands, "off-sick", "record somebody off sick, and say what it opens", as_json=True)
    sick.add_argument("--technician", required=True, metavar="ID")
    sick.add_argument("--date", required=True, metavar="DATE")
    sick.add_argument("--until", metavar="DATE", help="last day; open else")
    sick.set_defaults(run=off_sick)


def check_all(options: argparse.Namespace) -> int:
    with desk_of(options, readonly=True) as desk:
        today = day_of(desk.now, desk.schedule.office.zone)
        first = day(options.first) if options.first else today
        last = day(options.last) if options.last else max(today, first) + AHEAD
        found = desk.check(days(first, last), with_requested=options.with_requested)
        counts: dict[str, int] = {}
        for conflict in found:
            counts[conflict.rule] = counts.get(conflict.rule, 0) + 1
        if options.json:
            print_json({"counts": counts, "conflicts": [_told(desk, c, options.lang) for c in found]})
        else:
            for conflict in found:
                kept = f" ({say(sentence('terminal.kept'), options.lang)})" if conflict.kept else ""
                word = term("severity", conflict.severity.word, options.lang)
                print(f"{conflict.day}  {word}{kept}: {say(conflict.sentence, options.lang)}")
        left = any(c.severity >= Severity.APPROVAL and not c.kept and not c.past for c in found)
        return 1 if left else 0


def _told(desk: Desk, conflict: Conflict, language: str) -> dict[str, object]:
    technician = desk.schedule.get(Technician, conflict.technician_id)
    return {
        "rule": str(conflict.rule),
        "severity": conflict.severity.word,
        "technician": technician.code if technician is not None else None,
        "start": utc_text(conflict.start),
        "end": utc_text(conflict.end),
        "assignments": list(conflict.assignments),
        "waived": conflict.kept,
        "text": say(conflict.sentence, language),
    }


def best_slots(options: argparse.Namespace) -> int:
    from techsched.plan import slot

    with desk_of(options, readonly=True) as desk:
        schedule, language = desk.schedule, options.lang
        visit = coded(schedule, Visit, options.visit)
        zone = schedule.row(Site, visit.site_id).zone
        if options.partner or visit.people > 1:
            partner = coded(schedule, Technician, options.partner).id if options.partner else None
            return _pairs(options, desk, visit, partner, zone)
        found = slot.slots(schedule, visit, desk.now, top=options.top)
        slots: list[dict[str, Any]] = [
            {
                "technician": schedule.row(Technician, s.technician_id).code,
                "start": local(s.start, zone).isoformat(timespec="minutes"),
                "end": local(s.end, zone).isoformat(timespec="minutes"),
                "verdict": str(s.verdict),
                "travel_before": s.travel_before,
                "travel_after": s.travel_after,
                "reasons": [say(told, language) for told in (*s.reasons, *s.warnings)],
            }
            for s in found.found
        ]
        against = [
            {
                "technician": schedule.row(Technician, a.technician_id).code,
                "rule": str(a.rule),
                "text": say(a.sentence, language),
            }
            for a in found.against
        ]
        if options.json:
            print_json({"slots": slots, "against": against})
        else:
            for n, told in enumerate(slots, start=1):
                word = term("verdict", str(told["verdict"]), language)
                print(f"{n}. {_named(desk, told['technician'])}  {_clock(told['start'])}  {word}")
                for reason in told["reasons"]:
                    print(f"     {reason}")
            for no in against:
                print(f"-  {no['technician']}  {no['text']}")
        return 0 if slots else 1


def _pairs(options: argparse.Namespace, desk: Desk, visit: Visit, partner: int | None, zone: str) -> int:
    from techsched.plan.pair import pairs

    schedule, language = desk.schedule, options.lang
    found = pairs(schedule, visit, desk.now, with_=partner, top=options.top)
    slots = [
        {
            "technicians": [schedule.row(Technician, s.technician_id).code for s in (pair.one, pair.other)],
            "start": local(pair.start, zone).isoformat(timespec="minutes"),
            "end": local(pair.one.end, zone).isoformat(timespec="minutes"),
            "verdict": str(pair.verdict),
            "reasons": [say(told, language) for s in (pair.one, pair.other) for told in (*s.reasons, *s.warnings)],
        }
        for pair in found
    ]
    if options.json:
        print_json({"slots": slots, "against": []})
    else:
        for n, told in enumerate(slots, start=1):
            who = " + ".join(_named(desk, code) for code in told["technicians"])
            print(f"{n}. {who}  {_clock(told['start'])}  {term('verdict', str(told['verdict']), language)}")
    return 0 if slots else 1


def book_visit(options: argparse.Namespace) -> int:
    from techsched.desk.assignments import BookVisit

    with desk_of(options) as desk:
        visit = coded(desk.schedule, Visit, options.visit)
        technician = coded(desk.schedule, Technician, options.technician)
        start, note = wall_time(options.start, desk.schedule.row(Site, visit.site_id).zone, desk.now)
        if note is not None:
            print(say(note, options.lang), file=sys.stderr)
        command = BookVisit(visit.id, technician.id, start)
        because = Because.OTHER if options.because else None
        try:
            done = desk.do(command, because=because, note=options.because or "")
        except NeedsReason as asked:
            for conflict in asked.preview.asking:
                print(say(conflict.sentence, options.lang))
            raise
        print(say(done.change.label, options.lang))
        for conflict in done.preview.new:
            print(f"  {say(conflict.sentence, options.lang)}")
    return 0


def off_sick(options: argparse.Namespace) -> int:
    from techsched.desk.absences import ChangeAbsence, RecordAbsence
    from techsched.model.kinds import AbsenceKind
    from techsched.plan.rehome import items

    with desk_of(options) as desk:
        technician = coded(desk.schedule, Technician, options.technician)
        first = day(options.date)
        after = days(first, day(options.until)).after if options.until else None
        held = (a for a in desk.schedule.absences_on(technician.id, first) if a.kind is AbsenceKind.SICK)
        known = next(held, None)
        if known is None:
            label = desk.do(RecordAbsence(technician.id, AbsenceKind.SICK, first, after)).change.label
        else:
            # said a second time, it is no second absence; another end is an end that moved
            command = ChangeAbsence(replace(known, after=after))
            label = (desk.preview(command) if known.after == after else desk.do(command)).change.label
        opened = items(desk.schedule, technician.id, first, desk.now)
        told = [_item(desk, item, options.lang) for item in opened]
        if options.json:
            print_json({"recorded": say(label, options.lang), "items": told})
        else:
            print(say(label, options.lang))
            for n, item in enumerate(told, start=1):
                word = term("verdict", str(item["verdict"]), options.lang)
                who = _named(desk, item["technician"])
                print(f"{n}. {_clock(item['start'])}  {item['what']}")
                print(f"     {who}  {_clock(item['arrives'])}  {word}" if who else f"     {word}")
        return 1 if told else 0


def _named(desk: Desk, code: object) -> str:
    """Name and code of a technician, empty for nobody."""
    technician = desk.schedule.by_code(Technician, str(code)) if code else None
    return f"{technician.name} ({technician.code})" if technician is not None else ""


def _clock(moment: object) -> str:
    """'2026-11-25T10:42' as people read it."""
    return str(moment).replace("T", " ")


def _item(desk: Desk, item: Any, language: str) -> dict[str, object]:
    best = item.best
    who = desk.schedule.row(Technician, best.technician_id).code if best is not None else None
    return {
        "start": local(item.start, item.zone).isoformat(timespec="minutes"),
        "end": local(item.end, item.zone).isoformat(timespec="minutes"),
        "what": say(item.what, language),
        "technician": who,
        "arrives": local(best.start, item.zone).isoformat(timespec="minutes") if best is not None else None,
        "verdict": str(best.verdict) if best is not None else "impossible",
        "reasons": [say(t, language) for t in (*best.reasons, *best.warnings)] if best is not None else [],
    }
