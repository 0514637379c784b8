"""Names of undoable steps: object and change."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "undo.draft": ("Draft", "Borrador"),
    "undo.book_visit": (
        "Book {technician} at {client}, {day:day} {start}",
        "Asignar a {technician} en {client}, {day:day} {start}",
    ),
    "undo.move": (
        "Move {technician} at {client} to {day:day} {start}",
        "Mover a {technician} en {client} al {day:day} {start}",
    ),
    "undo.move_many": (
        "Move {technician} at {client}, {day:day}, and {n} more",
        "Mover a {technician} en {client}, {day:day}, y {n} más",
    ),
    "undo.reassign": (
        "Give {client}, {day:day} {start}, to {to}, was {technician}",
        "Dar {client}, {day:day} {start}, a {to}, antes {technician}",
    ),
    "undo.reassign_onward": (
        "Give {client} from {day:day} on to {to}, was {technician}",
        "Dar {client} desde el {day:day} a {to}, antes {technician}",
    ),
    "undo.reassign_all": (
        "Give all of {client} to {to}, was {technician}",
        "Dar todo {client} a {to}, antes {technician}",
    ),
    "undo.swap": (
        "Swap {technician} and {other}, {day:day} {start}",
        "Intercambiar a {technician} y {other}, {day:day} {start}",
    ),
    "undo.resize": (
        "Change the hours of {technician} at {client}, {day:day}",
        "Cambiar las horas de {technician} en {client}, {day:day}",
    ),
    "undo.split": (
        "Split {technician} at {client}, {day:day}",
        "Dividir a {technician} en {client}, {day:day}",
    ),
    "undo.cancel": (
        "Take {technician} off {client}, {day:day} {start}",
        "Quitar a {technician} de {client}, {day:day} {start}",
    ),
    "undo.cancel_many": ("Take {n} bookings away", "Quitar {n} asignaciones"),
    "undo.confirm": (
        "Confirm {technician} at {client}, {day:day}",
        "Confirmar a {technician} en {client}, {day:day}",
    ),
    "undo.confirm_many": (
        "Confirm {technician} at {client}, {day:day}, and {n} more",
        "Confirmar a {technician} en {client}, {day:day}, y {n} más",
    ),
    "undo.tentative": (
        "Make {technician} at {client}, {day:day}, tentative",
        "Dejar provisional a {technician} en {client}, {day:day}",
    ),
    "undo.tentative_many": (
        "Make {technician} at {client}, {day:day}, and {n} more tentative",
        "Dejar provisionales a {technician} en {client}, {day:day}, y {n} más",
    ),
    "undo.fix": (
        "Fix {technician} at {client}, {day:day}",
        "Fijar a {technician} en {client}, {day:day}",
    ),
    "undo.fix_many": (
        "Fix {technician} at {client}, {day:day}, and {n} more",
        "Fijar a {technician} en {client}, {day:day}, y {n} más",
    ),
    "undo.unfix": (
        "Let {technician} at {client}, {day:day}, be moved again",
        "Soltar a {technician} en {client}, {day:day}",
    ),
    "undo.unfix_many": (
        "Let {technician} at {client}, {day:day}, and {n} more be moved again",
        "Soltar a {technician} en {client}, {day:day}, y {n} más",
    ),
    "undo.on_site": (
        "Move {technician} at {client}, {day:day}, to on site",
        "Pasar a {technician} en {client}, {day:day}, a presencial",
    ),
    "undo.on_site_many": (
        "Move {technician} at {client}, {day:day}, and {n} more to on site",
        "Pasar a {technician} en {client}, {day:day}, y {n} más a presencial",
    ),
    "undo.remote": (
        "Move {technician} at {client}, {day:day}, to remote",
        "Pasar a {technician} en {client}, {day:day}, a remoto",
    ),
    "undo.remote_many": (
        "Move {technician} at {client}, {day:day}, and {n} more to remote",
        "Pasar a {technician} en {client}, {day:day}, y {n} más a remoto",
    ),
    "undo.place": (
        "Place {technician} at {client} from {first:day}",
        "Poner a {technician} en {client} desde el {first:day}",
    ),
    "undo.end_placement": (
        "End {technician} at {client} from {first:day}",
        "Terminar a {technician} en {client} desde el {first:day}",
    ),
    "undo.extend": ("Extend what has no end", "Prolongar lo que no tiene fin"),
    "undo.cover": (
        "{technician} covers {away} at {client}, {day:day}",
        "{technician} cubre a {away} en {client}, {day:day}",
    ),
    "undo.cover_many": (
        "{technician} covers {away} at {client}, {n} days from {day:day}",
        "{technician} cubre a {away} en {client}, {n} días desde el {day:day}",
    ),
    "undo.withdraw_cover": (
        "{technician} covers {client} no longer, {day:day}",
        "{technician} ya no cubre {client}, {day:day}",
    ),
    "undo.waived": (
        "{client} agreed to go without, {n} {n:day|days} from {day:day}",
        "{client} acepta quedarse sin cubrir, {n} {n:día|días} desde el {day:day}",
    ),
    "undo.left_uncovered": (
        "Leave {client} uncovered, {n} {n:day|days} from {day:day}",
        "Dejar {client} sin cubrir, {n} {n:día|días} desde el {day:day}",
    ),
    "undo.reconsider": (
        "Cover {client} after all, {day:day}",
        "Cubrir {client} a pesar de todo, {day:day}",
    ),
    "undo.sick": (
        "{technician} off sick, {first:day} to {last:day}",
        "Baja de {technician}, del {first:day} al {last:day}",
    ),
    "undo.sick_day": ("{technician} off sick, {first:day}", "Baja de {technician}, el {first:day}"),
    "undo.absence_day": ("{technician} away, {first:day}", "Ausencia de {technician}, el {first:day}"),
    "undo.sick_open": ("{technician} off sick from {first:day}", "Baja de {technician} desde el {first:day}"),
    "undo.absence": (
        "{technician} away, {first:day} to {last:day}",
        "Ausencia de {technician}, del {first:day} al {last:day}",
    ),
    "undo.absence_open": (
        "{technician} away from {first:day}",
        "Ausencia de {technician} desde el {first:day}",
    ),
    "undo.change_absence": (
        "Change {technician}'s absence from {first:day}",
        "Cambiar la ausencia de {technician} desde el {first:day}",
    ),
    "undo.absence_requested": (
        "Put {technician}'s absence from {first:day} back to requested",
        "Volver a solicitada la ausencia de {technician} desde el {first:day}",
    ),
    "undo.absence_approved": (
        "Approve {technician}'s absence, {first:day} to {last:day}",
        "Aprobar la ausencia de {technician}, del {first:day} al {last:day}",
    ),
    "undo.absence_refused": (
        "Refuse {technician}'s absence, {first:day} to {last:day}",
        "Denegar la ausencia de {technician}, del {first:day} al {last:day}",
    ),
    "undo.absence_cancelled": (
        "Cancel {technician}'s absence from {first:day}",
        "Anular la ausencia de {technician} desde el {first:day}",
    ),
    "undo.new_visit": ("New visit {visit} at {client}", "Nueva visita {visit} en {client}"),
    "undo.change_visit": ("Change visit {visit} at {client}", "Cambiar la visita {visit} en {client}"),
    "undo.unschedule": ("Visit {visit} at {client} waits again", "La visita {visit} en {client} vuelve a esperar"),
    "undo.cancel_visit": ("Cancel visit {visit} at {client}", "Anular la visita {visit} en {client}"),
    "undo.stamp_dispatched": ("Visit {visit} at {client}: told", "Visita {visit} en {client}: avisada"),
    "undo.stamp_en_route": ("Visit {visit} at {client}: on the way", "Visita {visit} en {client}: en camino"),
    "undo.stamp_on_site": ("Visit {visit} at {client}: arrived", "Visita {visit} en {client}: ha llegado"),
    "undo.stamp_completed": ("Visit {visit} at {client}: completed", "Visita {visit} en {client}: terminada"),
    "undo.stamp_cannot_complete": (
        "Visit {visit} at {client}: could not be completed",
        "Visita {visit} en {client}: no se pudo terminar",
    ),
    "undo.stamp_no_access": ("Visit {visit} at {client}: no access", "Visita {visit} en {client}: sin acceso"),
    "undo.new_record": ("New {table:record}: {name}", "Nuevo registro ({table:record}): {name}"),
    "undo.change_record": ("Change {name} ({table:record})", "Cambiar {name} ({table:record})"),
    "undo.remove_record": ("Remove {name} ({table:record})", "Quitar {name} ({table:record})"),
    "undo.remove_records": (
        "Remove {name} and {n} more ({table:record})",
        "Quitar {name} y {n} más ({table:record})",
    ),
    "undo.keep": ("Keep {n} {n:conflict|conflicts} anyway", "Mantener {n} {n:conflicto|conflictos}"),
    "undo.let_go": ("No longer keep a conflict", "Dejar de mantener un conflicto"),
    "undo.off_sick": (
        "Re-home {n} {n:item|items} of {technician}",
        "Recolocar {n} {n:punto|puntos} de {technician}",
    ),
    "undo.import": ("Import {n} {n:row|rows}", "Importar {n} {n:fila|filas}"),
    "undo.new_office": ("New office: {name}", "Nueva oficina: {name}"),
    "undo.sample": ("Sample office", "Oficina de ejemplo"),
}
