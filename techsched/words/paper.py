"""Words on printed sheets: no kind of absence but training, since paper hangs where everybody reads it."""

from __future__ import annotations

COUNTRIES = {
    "US": ("US", "EE. UU."),
    "GB": ("UK", "Reino Unido"),
    "ES": ("Spain", "España"),
    "PT": ("Portugal", "Portugal"),
    "FR": ("France", "Francia"),
    "DE": ("Germany", "Alemania"),
    "IT": ("Italy", "Italia"),
    "IE": ("Ireland", "Irlanda"),
    "NL": ("Netherlands", "Países Bajos"),
    "BE": ("Belgium", "Bélgica"),
    "CH": ("Switzerland", "Suiza"),
    "MX": ("Mexico", "México"),
}
"""As they stand before "clients closed" or behind "Cierran clientes de"; others by their code."""


def country_name(code: str, language: str) -> str:
    english, spanish = COUNTRIES.get(code, (code, code))
    return spanish if language == "es" else english


SENTENCES: dict[str, tuple[str, str]] = {
    # head
    "paper.week": ("Week {number}", "Semana {number}"),
    "paper.dates_one_month": (
        "{first:weekday} to {last:weekday} {month} {year}",
        "Del {first:weekday} al {last:weekday} de {month} de {year}",
    ),
    "paper.dates_two_months": (
        "{first:weekday} {month_before} to {last:weekday} {month} {year}",
        "Del {first:weekday} de {month_before} al {last:weekday} de {month} de {year}",
    ),
    "paper.dates_two_years": (
        "{first:weekday} {month_before} {year_before} to {last:weekday} {month} {year}",
        "Del {first:weekday} de {month_before} de {year_before} al {last:weekday} de {month} de {year}",
    ),
    "paper.roster": ("Technician roster, {city}", "Cuadrante de técnicos, {city}"),
    "paper.draft": (
        "DRAFT, printed at {day:day} {year} {time}",
        "BORRADOR, impreso el {day:day} {year} a las {time}",
    ),
    "paper.file_name": ("roster {week}.pdf", "cuadrante {week}.pdf"),
    "paper.column_technician": ("Technician, mobile", "Técnico, móvil"),
    "paper.continued": ("{group}, continued", "{group}, continuación"),
    # day heads
    "paper.half_day": ("{name}, half day", "{name}, media jornada"),
    "paper.clocks_back": ("Clocks back at {time}", "Reloj atrás a las {time}"),
    "paper.clocks_forward": ("Clocks forward at {time}", "Reloj adelante a las {time}"),
    "paper.one_closed": ("{client} closed", "{client} cierra"),
    "paper.many_closed": ("{n} clients closed", "Cierran {n} clientes"),
    "paper.country_closed": ("{country} clients closed", "Cierran clientes de {country}"),
    # cells
    "paper.free": ("Free", "Libre"),
    "paper.off": ("Off", "Descansa"),
    "paper.holiday": ("Holiday", "Festivo"),
    "paper.client_closed": ("Client closed, free", "Cliente cerrado, libre"),
    "paper.away": ("Away", "Ausente"),
    "paper.away_until": ("Away until {day:day}", "Ausente hasta el {day:day}"),
    "paper.away_two": ("Away {first} and {last}", "Ausente {first} y {last}"),
    "paper.away_from_to": ("Away {first} to {last}", "Ausente de {first} a {last}"),
    "paper.training": ("Training", "Formación"),
    "paper.training_in": ("Training, {what}", "Formación, {what}"),
    "paper.covers": ("covers {who}", "suple a {who}"),
    "paper.there": ("{here} (there {there})", "{here} (allí {there})"),
    "paper.clients": ("{n} {n:client|clients}", "{n} {n:cliente|clientes}"),
    "paper.remote": ("Remote", "Remoto"),
    "paper.on_site": ("On site", "En sede"),
    # under the table
    "paper.uncovered": ("Uncovered", "Sin cubrir"),
    "paper.uncovered_continued": ("Uncovered, continued", "Sin cubrir, continuación"),
    "paper.days_to": ("{first} to {last}", "{first} a {last}"),
    "paper.days_and": ("{first} and {last}", "{first} y {last}"),
    "paper.people": ("{n} {n:person|people}", "{n} {n:persona|personas}"),
    "paper.is_away": ("{who} away", "{who} ausente"),
    "paper.one_of": ("{have} of {want} technicians booked", "{have} de {want} técnicos asignados"),
    "paper.legend_on_site": ("On site", "En la sede"),
    "paper.legend_district": ("District", "Distrito"),
    "paper.legend_remote": ("Remote", "En remoto"),
    "paper.legend_tentative": ("Not confirmed", "Sin confirmar"),
    "paper.legend_away": ("Away", "Ausente"),
    "paper.legend_visit": ("Visit, arrival", "Visita, llegada"),
    "paper.legend_conflict": ("Conflict, both lines printed", "Conflicto, se imprimen las dos líneas"),
    "paper.page": ("Page {page} of {pages}", "Página {page} de {pages}"),
    # visits and addresses
    "paper.visits": ("Visits and addresses, week {number}", "Visitas y direcciones, semana {number}"),
    "paper.arrival": ("Arrival", "Llegada"),
    "paper.client": ("Client", "Cliente"),
    "paper.technician": ("Technician", "Técnico"),
    "paper.address": ("Address", "Dirección"),
    "paper.contact": ("Contact", "Contacto"),
    # on the screen, before it is printed
    "paper.conflicts_open": (
        "{n} {n:conflict is|conflicts are} open this week; lines that clash are printed with “!”.",
        "Esta semana {n:queda|quedan} {n} {n:conflicto|conflictos}; las líneas que chocan se imprimen con «!».",
    ),
    "paper.places_uncovered": (
        "{n} uncovered {n:place is|places are} listed under the table.",
        "Bajo la tabla {n:figura|figuran} {n} {n:puesto|puestos} sin cubrir.",
    ),
    "paper.nothing_open": ("No conflicts, and every place is covered.", "Sin conflictos y con todo cubierto."),
    # saving
    "paper.cannot_write": (
        "{file} could not be written: {why}. Choose another folder or name.",
        "No se pudo guardar {file}: {why}. Elige otra carpeta u otro nombre.",
    ),
    "paper.no_printer": (
        "No printer is set up on this computer. Save the PDF and print it elsewhere.",
        "Este equipo no tiene ninguna impresora. Guarda el PDF e imprímelo en otro sitio.",
    ),
}
