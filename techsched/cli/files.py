"""Commands on the file: sample, import, backup, restore."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from techsched.cli.terminal import desk_of, options_of, print_json
from techsched.clock import SystemClock
from techsched.errors import UserError
from techsched.model.sentence import sentence
from techsched.words import say

SIZES = ("small", "medium", "large")


def add(commands: Any) -> None:
    sample = options_of(commands, "sample", "make the sample office, or a made-up company of a size")
    sample.add_argument("--size", choices=SIZES, default="small")
    sample.add_argument("--seed", type=int, default=1)
    sample.set_defaults(run=make_sample)

    taken = options_of(commands, "import", "take in a company folder or single files", as_json=True)
    taken.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    taken.add_argument("--dry-run", action="store_true", help="say what would be taken in, change nothing")
    taken.set_defaults(run=take_in)

    copied = options_of(commands, "backup", "write a verified copy of the office")
    copied.add_argument("--to", required=True, type=Path, metavar="FILE")
    copied.set_defaults(run=back_up)

    restored = options_of(commands, "restore", "put a copy in the office's place; the replaced file is kept")
    restored.add_argument("file", type=Path, metavar="FILE")
    restored.set_defaults(run=restore)


def _path(options: argparse.Namespace) -> Path:
    if not options.db:
        raise UserError(sentence("trouble.db_missing"))
    return Path(str(options.db).removeprefix("sqlite:///"))


def make_sample(options: argparse.Namespace) -> int:
    from techsched import sample
    from techsched.desk.desk import Desk

    file = _path(options)
    if file.exists():
        raise UserError(sentence("trouble.file_exists", file=str(file)))
    if options.size == "small":
        made = sample.office(options.lang or "en")
    else:
        from techsched.sample import large

        made = large.office(options.size, options.seed, options.lang or "en")
    Desk.create(str(file), made, who=options.user).close()
    print(say(sentence("terminal.sample_made", file=str(file), n=len(made.edits)), options.lang or "en"))
    return 0


def take_in(options: argparse.Namespace) -> int:
    from techsched.exchange import company

    fresh = not _path(options).exists()
    if fresh:
        _found(options)
    with desk_of(options) as desk:
        pen = desk.pen()
        read = company.read(options.paths, desk.schedule, ids=pen.ids, who=pen.who, now=pen.now)
        if read.change.edits and not options.dry_run:
            from techsched.desk.importing import ImportRows

            desk.do(ImportRows(read.change))
        language = options.lang
    if fresh and (options.dry_run or not read.change.edits):
        # a dry run leaves nothing behind, and neither does an import of nothing
        _path(options).unlink()
    if options.json:
        print_json(
            {
                "read": read.read,
                "made": read.made,
                "refused": [
                    {
                        "file": r.file,
                        "row": r.row,
                        "column": r.column,
                        "value": r.value,
                        "reason": say(r.sentence, language),
                    }
                    for r in read.refused
                ],
                "flagged": [
                    {"file": f.file, "row": f.row, "column": f.column, "value": f.value, "used": f.used}
                    for f in read.flagged
                ],
                "clashes": read.clashes,
            }
        )
    else:
        for table, n in sorted(read.made.items()):
            print(f"{table}: {n}")
        for refusal in read.refused:
            print(f"{say(refusal.place, language)}: {say(refusal.sentence, language)}")
        for flag in read.flagged:
            print(f"{say(flag.place, language)}: {say(flag.sentence, language)}")
        if read.clashes:
            print(say(sentence("terminal.clashes", n=read.clashes), language))
    return 1 if read.refused else 0


def _found(options: argparse.Namespace) -> None:
    """A new office in Madrid for an import into a file that is not there; holidays come with the import."""
    from itertools import count

    from techsched.desk.desk import Desk
    from techsched.desk.founding import new_office

    brings = any(path.is_dir() and (path / "holidays.csv").exists() for path in options.paths)
    brings = brings or any(path.name == "holidays.csv" for path in options.paths)
    made = new_office("madrid", options.lang or "es", count(SystemClock().now() << 30), holidays=not brings)
    Desk.create(str(_path(options)), made, who=options.user).close()


def back_up(options: argparse.Namespace) -> int:
    with desk_of(options, readonly=True) as desk:
        to = desk.backup(str(options.to))
        print(say(sentence("terminal.copy_saved", file=to), options.lang))
    return 0


def restore(options: argparse.Namespace) -> int:
    from techsched.store import restore as put_back

    kept = put_back(_path(options), options.file, SystemClock().now())
    key = "terminal.restored" if kept is None else "terminal.restored_kept"
    told = sentence(key, file=str(_path(options)), kept=str(kept or ""))
    print(say(told, options.lang or "en"))
    return 0
