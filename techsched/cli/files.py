"""Commands on the file: sample, import, backup, restore."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from techsched.cli.terminal import desk_of, file_of, options_of, print_json
from techsched.clock import SystemClock
from techsched.errors import UserError
from techsched.model.row import fresh_ids
from techsched.model.sentence import sentence
from techsched.words import say

if TYPE_CHECKING:
    from techsched.exchange.reading import Reading

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
    copied.add_argument("--to", required=True, metavar="FILE")
    copied.set_defaults(run=back_up)

    restored = options_of(commands, "restore", "put a copy in the office's place; the replaced file is kept")
    restored.add_argument("file", metavar="FILE")
    restored.set_defaults(run=restore)


def make_sample(options: argparse.Namespace) -> int:
    from techsched import sample
    from techsched.desk.desk import Desk

    file = file_of(options)
    if os.path.lexists(file):
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
    from techsched.desk.importing import ImportRows, read_in

    if os.path.lexists(file_of(options)):
        with desk_of(options, readonly=options.dry_run) as desk:
            read = read_in(desk, options.paths)
            if read.change.edits and not options.dry_run:
                desk.do(ImportRows(read.change))
    else:
        read = _into_new(options)
    language = options.lang
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


def _into_new(options: argparse.Namespace) -> Reading:
    """A new office in Madrid of what the files hold; no file where they hold nothing that can be taken in."""
    from techsched.desk.importing import found, read_new
    from techsched.desk.pen import Pen

    options.lang = options.lang or "es"
    now = SystemClock().now()
    made, read = read_new(options.paths, "madrid", options.lang, Pen(options.user, now, fresh_ids(now)))
    if read.change.edits and not options.dry_run:
        found(options.db, made, read, who=options.user)
    return read


def back_up(options: argparse.Namespace) -> int:
    with desk_of(options, readonly=True) as desk:
        to = desk.backup(options.to)
        print(say(sentence("terminal.copy_saved", file=to), options.lang))
    return 0


def restore(options: argparse.Namespace) -> int:
    from techsched.store import restore as put_back

    file = file_of(options)
    kept = put_back(file, options.file, SystemClock().now())
    key = "terminal.restored" if kept is None else "terminal.restored_kept"
    told = sentence(key, file=str(file), kept=str(kept or ""))
    print(say(told, options.lang or "en"))
    return 0
