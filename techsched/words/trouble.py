"""Sentences for what cannot be done as asked."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "trouble.nothing_to_import": (
        "Nothing of this can be taken in. Look at the rows that were left out and put them right.",
        "No se puede incorporar nada de esto. Mira las filas descartadas y corrígelas.",
    ),
    "trouble.unknown_code": (
        "There is no {what:record} {code} here. Did you mean {near}?",
        "Aquí no hay {what:record} {code}. ¿Querías decir {near}?",
    ),
    "trouble.unknown_code_alone": (
        "There is no {what:record} {code} here.",
        "Aquí no hay {what:record} {code}.",
    ),
    "trouble.not_a_date": (
        "{value} is not a date. Write it like 2026-11-25.",
        "{value} no es una fecha. Escríbela como 2026-11-25.",
    ),
    "trouble.not_a_week": (
        "{value} is not a week. Write it like 2026-W48.",
        "{value} no es una semana. Escríbela como 2026-W48.",
    ),
    "trouble.year_out_of_range": (
        "The year {year} is out of reach. Take one from {first} to {last}.",
        "El año {year} queda fuera de alcance. Usa uno de {first} a {last}.",
    ),
    "trouble.days_turned_round": (
        "The last day, {last:date}, comes before the first, {first:date}. Turn the two round.",
        "El último día, {last:date}, es anterior al primero, {first:date}. Cambia el orden de los dos.",
    ),
    "trouble.not_a_time": (
        "{value} is not a time. Write 13:00, or 2026-11-25T13:00.",
        "{value} no es una hora. Escribe 13:00 o 2026-11-25T13:00.",
    ),
    "trouble.time_does_not_exist": (
        "{value} does not exist on {day:day}: the clock jumps over it. Take {before} or {after}.",
        "{value} no existe el {day:day}: el reloj se la salta. Usa {before} o {after}.",
    ),
    "trouble.db_missing": (
        "Say which office file: --db FILE.",
        "Indica el archivo de la oficina: --db ARCHIVO.",
    ),
    "trouble.file_exists": (
        "{file} exists already. Choose another name, or remove it first.",
        "{file} ya existe. Elige otro nombre o quítalo primero.",
    ),
    "trouble.gone": (
        "This {what:record} is no longer in the office. Somebody removed it; look again.",
        "Este registro ({what:record}) ya no está en la oficina. Alguien lo quitó; vuelve a mirar.",
    ),
    "trouble.ends_before_start": (
        "The end comes before the start. Put the later time last.",
        "El final es anterior al principio. Pon la hora más tardía al final.",
    ),
    "trouble.longer_than_two_days": (
        "A booking lasts 48 hours at most. Split it into days.",
        "Una asignación dura como mucho 48 horas. Divídela por días.",
    ),
    "trouble.booking_withdrawn": (
        "This booking was taken away already. Undo brings it back.",
        "Esta asignación ya se quitó. Deshacer la recupera.",
    ),
    "trouble.booking_done": (
        "{technician} has finished at {client} on {day:day}. What is done is not moved.",
        "{technician} ya terminó en {client} el {day:day}. Lo hecho no se mueve.",
    ),
    "trouble.booking_fixed": (
        "{technician} at {client} on {day:day} is fixed. Let it go first, then move it.",
        "{technician} en {client} el {day:day} está fijada. Suéltala primero y después muévela.",
    ),
    "trouble.visit_over": (
        "Visit {visit} is over. Make a new visit instead.",
        "La visita {visit} ya terminó. Crea una visita nueva.",
    ),
    "trouble.visit_booked": (
        "Visit {visit} has its {people} {people:technician|technicians} already. Move one of the bookings instead.",
        "La visita {visit} ya tiene {people} {people:técnico|técnicos}. Mueve una de las asignaciones.",
    ),
    "trouble.visit_same_person": (
        "Visit {visit} asks for two people; this technician is one of them already. Choose somebody else.",
        "La visita {visit} pide dos personas y este técnico ya es una de ellas. Elige a otra persona.",
    ),
    "trouble.visit_not_booked": (
        "Nobody is booked for visit {visit} yet. Book it first.",
        "La visita {visit} aún no tiene a nadie. Asígnala primero.",
    ),
    "trouble.placement_has_day": (
        "{technician} is placed at {client} on {day:day} already. Choose another day.",
        "{technician} ya está en {client} el {day:day}. Elige otro día.",
    ),
    "trouble.swap_same_person": (
        "Both bookings are {technician}'s. Swap takes two people.",
        "Las dos asignaciones son de {technician}. Para intercambiar hacen falta dos personas.",
    ),
    "trouble.split_outside": (
        "{technician} at {client}: the cut must lie inside the booking.",
        "{technician} en {client}: el corte debe quedar dentro de la asignación.",
    ),
    "trouble.mixed_booking": (
        "A booking is on site or remote; only an engagement is mixed. Choose one.",
        "Una asignación es presencial o remota; solo un servicio contratado es mixto. Elige una.",
    ),
    "trouble.nothing_chosen": (
        "Nothing is chosen. Select a booking first.",
        "No hay nada elegido. Selecciona primero una asignación.",
    ),
    "trouble.nothing_changes": (
        "That is how it is already. Nothing changed.",
        "Ya está así. No ha cambiado nada.",
    ),
    "trouble.no_such_place": (
        "Place {place} does not exist: the engagement asks for {headcount}.",
        "El puesto {place} no existe: el servicio pide {headcount}.",
    ),
    "trouble.place_taken": (
        "{technician} holds this place at {client} from {first:day}. End that first, or choose other days.",
        "{technician} ocupa este puesto en {client} desde el {first:day}. Termina eso primero o elige otros días.",
    ),
    "trouble.not_a_series": (
        "This booking is a single one. Move it on its own.",
        "Esta asignación es única. Muévela por sí sola.",
    ),
    "trouble.covers_oneself": (
        "{technician} cannot cover their own work at {client} on {day:day}. Choose somebody else.",
        "{technician} no puede cubrir su propio trabajo en {client} el {day:day}. Elige a otra persona.",
    ),
    "trouble.cannot_give_way": (
        "{technician}'s visit at {client} on {day:day} must be moved; only placed work gives way.",
        "La visita de {technician} en {client} el {day:day} hay que moverla; solo cede el trabajo fijo.",
    ),
    "trouble.not_a_cover": (
        "{technician} at {client} on {day:day} covers nobody.",
        "{technician} en {client} el {day:day} no cubre a nadie.",
    ),
    "trouble.who_agreed": (
        "Say who at the client agreed.",
        "Di quién del cliente está de acuerdo.",
    ),
    "trouble.site_of_other_client": (
        "{site} belongs to another client. Choose one of this client's sites.",
        "{site} es de otro cliente. Elige una de las sedes de este cliente.",
    ),
    "trouble.window_ends_before_start": (
        "The window ends before it begins. Turn the two times round.",
        "La franja termina antes de empezar. Cambia el orden de las dos horas.",
    ),
    "trouble.visit_length": (
        "A visit lasts from one minute to 48 hours. Give its length.",
        "Una visita dura entre un minuto y 48 horas. Indica su duración.",
    ),
    "trouble.visit_people": (
        "A visit takes one or two people.",
        "Una visita es de una o dos personas.",
    ),
    "trouble.code_taken": (
        "The code {code} is in use already. Choose another.",
        "El código {code} ya está en uso. Elige otro.",
    ),
    "trouble.name_missing": (
        "The name is missing. Fill it in.",
        "Falta el nombre. Rellénalo.",
    ),
    "trouble.headcount": (
        "A staffing line asks for at least one technician.",
        "Una línea pide al menos un técnico.",
    ),
    "trouble.still_needed": (
        "{name} is still needed: {other} ({table:record}) refers to it. Remove that first.",
        "{name} aún hace falta: {other} ({table:record}) lo usa. Quita eso primero.",
    ),
    "trouble.technician_needed": (
        "{technician} is still needed for work and absences of the past or ahead. Write a last day into the form.",
        "{technician} aún hace falta por su trabajo y sus ausencias. Pon su último día en la ficha.",
    ),
    "trouble.other_needs_note": (
        "“Other reason” wants a few words. Write them.",
        "«Otro motivo» pide unas palabras. Escríbelas.",
    ),
    "trouble.needs_reason": (
        "This breaks {n} {n:rule|rules}. Nothing was changed. Choose another place, or keep it with a reason.",
        "Esto rompe {n} {n:regla|reglas}. No se ha cambiado nada. Elige otro sitio o mantenlo con un motivo.",
    ),
    "trouble.needs_ok": (
        "This needs your OK: {n} {n:point|points}. Nothing was changed yet.",
        "Esto necesita tu visto bueno: {n} {n:punto|puntos}. Aún no se ha cambiado nada.",
    ),
    "trouble.nothing_to_undo": (
        "There is nothing of yours to undo.",
        "No hay nada tuyo que deshacer.",
    ),
    "trouble.nothing_to_redo": (
        "There is nothing of yours to redo.",
        "No hay nada tuyo que rehacer.",
    ),
    "trouble.no_such_step": (
        "The history has no step {seq}.",
        "El historial no tiene el paso {seq}.",
    ),
    "trouble.undo_stale": (
        "{who} changed {what} since. Undo leaves it as it is; change it by hand if you must.",
        "{who} cambió {what} después. Deshacer lo deja como está; cámbialo a mano si hace falta.",
    ),
    "trouble.no_display": (
        "No display answers here, so no window can be opened. Start techsched in a desktop session; "
        "techsched roster and techsched picture draw without one.",
        "Aquí no responde ninguna pantalla, así que no se puede abrir la ventana. Abre techsched en una sesión de "
        "escritorio; techsched roster y techsched picture dibujan sin ella.",
    ),
    "trouble.qt_libraries_missing": (
        "This system lacks libraries that drawing needs: {names}. On Debian and Ubuntu install them with: "
        "sudo apt-get install {packages}",
        "A este sistema le faltan bibliotecas para dibujar: {names}. En Debian y Ubuntu instálalas con: "
        "sudo apt-get install {packages}",
    ),
}
