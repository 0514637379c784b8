"""What the command line says when it is done."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "terminal.sample_made": (
        "{file}: an office of {n} rows. Look at it with: techsched --db {file}",
        "{file}: una oficina de {n} filas. Ábrela con: techsched --db {file}",
    ),
    "terminal.copy_saved": ("Copy saved: {file}", "Copia guardada: {file}"),
    "terminal.restored": ("{file} is what the copy holds now.", "{file} ya es lo que guarda la copia."),
    "terminal.restored_kept": (
        "{file} is what the copy holds now. What it was before lies in {kept}.",
        "{file} ya es lo que guarda la copia. Lo de antes está en {kept}.",
    ),
    "terminal.kept": ("kept anyway", "forzado, con motivo"),
    "terminal.undone": ("Undone: {what}", "Deshecho: {what}"),
    "terminal.time_comes_twice": (
        "{value} comes twice on {day:day}, because the clock goes back. Taken as the first of the two ({first}, not"
        " {second}).",
        "Las {value} llegan dos veces el {day:day}, porque el reloj se atrasa. Se toma la primera ({first}, no"
        " {second}).",
    ),
    "terminal.clashes": (
        "{n} {n:pair|pairs} of bookings overlap. They are kept as found, each with a note that it was imported.",
        "{n} {n:par|pares} de asignaciones se solapan. Se mantienen tal cual, con la nota de que se importaron.",
    ),
}
