"""Commands on the history: show it, undo and redo the caller's last step."""

from __future__ import annotations

import argparse
from typing import Any

from techsched.cli.terminal import desk_of, options_of, print_json
from techsched.model.sentence import sentence
from techsched.model.wall import local
from techsched.words import say


def add(commands: Any) -> None:
    shown = options_of(commands, "history", "what was done, the newest first", as_json=True)
    shown.add_argument("--last", type=int, default=20, metavar="N")
    shown.set_defaults(run=history)
    options_of(commands, "undo", "take back your last step").set_defaults(run=undo)
    options_of(commands, "redo", "do again what you took back").set_defaults(run=redo)


def history(options: argparse.Namespace) -> int:
    with desk_of(options, readonly=True) as desk:
        zone = desk.schedule.office.zone
        told = [
            {
                "seq": entry.seq,
                "at": local(entry.at, zone).isoformat(timespec="minutes"),
                "who": entry.who,
                "kind": entry.kind,
                "target": entry.target,
                "text": say(entry.label, options.lang),
            }
            for entry in desk.history(options.last)
        ]
        if options.json:
            print_json(told)
        else:
            for line in told:
                mark = {"undo": "↶ ", "redo": "↷ "}.get(str(line["kind"]), "")
                print(f"{line['seq']:>5}  {line['at']}  {line['who']}  {mark}{line['text']}")
    return 0


def undo(options: argparse.Namespace) -> int:
    with desk_of(options) as desk:
        done = desk.undo()
        told = say(done.change.label, options.lang)
        print(say(sentence("terminal.undone", what=told), options.lang))
    return 0


def redo(options: argparse.Namespace) -> int:
    with desk_of(options) as desk:
        done = desk.redo()
        print(say(done.change.label, options.lang))
    return 0
