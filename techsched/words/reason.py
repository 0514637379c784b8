"""Reasons for and against a technician, short enough for a row or a card that names person and place already."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # for
    "reason.in_time": (
        "Arrives {at}, {minutes:length} before the deadline",
        "Llega a las {at}, {minutes:length} antes de la hora límite",
    ),
    "reason.item": ("{client}, {day:day}: {title}", "{client}, {day:day}: {title}"),
    "reason.free_all_day": ("Free all day", "Libre todo el día"),
    "reason.free_between": ("Free {from}–{to}, no booking moves", "Libre {from}–{to}, no se mueve nada"),
    "reason.free_from": ("Free from {from}, no booking moves", "Libre desde las {from}, no se mueve nada"),
    "reason.free_until": ("Free until {to}, no booking moves", "Libre hasta las {to}, no se mueve nada"),
    "reason.certified": ("{needed}, without an end", "{needed}, sin caducidad"),
    "reason.certified_until": ("{needed}, valid to {until:date}", "{needed}, en vigor hasta el {until:date}"),
    "reason.skilled": ("{needed}, level {level}", "{needed}, nivel {level}"),
    "reason.knows_site": (
        "Knows the site, {n} {n:day|days} there since {first:day}",
        "Conoce la sede, {n} {n:día|días} allí desde el {first:day}",
    ),
    "reason.stays_on": ("There on {day:day} too, no handover", "También está el {day:day}, sin traspaso"),
    "reason.lives_there": ("Lives in {where}", "Vive en {where}"),
    "reason.trip": (
        "{minutes:length} {transport:going} from {origin}",
        "{minutes:length} {transport:going} desde {origin}",
    ),
    "reason.trip_home": (
        "{minutes:length} {transport:going} from home",
        "{minutes:length} {transport:going} desde casa",
    ),
    # what it costs
    "reason.pauses": (
        "Leaves {client}{where:where}, {from}–{to}, {minutes:length}",
        "Deja {client}{where:where}, {from}–{to}, {minutes:length}",
    ),
    "reason.pauses_remote": (
        "Pauses remote work for {client}, {from}–{to}, {minutes:length}",
        "Interrumpe el trabajo remoto para {client}, {from}–{to}, {minutes:length}",
    ),
    "reason.pauses_tentative": (
        "Displaces tentative work for {client}{where:where}, {from}–{to}, {minutes:length}",
        "Desplaza trabajo provisional para {client}{where:where}, {from}–{to}, {minutes:length}",
    ),
    # against
    "reason.double_booking": (
        "At {other_client}{other_where:where}, {other_from}–{other_to}",
        "En {other_client}{other_where:where}, {other_from}–{other_to}",
    ),
    "reason.absence.days": ("{kind:absence} until {last:day}", "{kind:absence} hasta el {last:day}"),
    "reason.absence.open": ("{kind:absence}, no end yet", "{kind:absence}, aún sin fecha de vuelta"),
    "reason.absence.part": ("{kind:absence} {away_from}–{away_to}", "{kind:absence} {away_from}–{away_to}"),
    "reason.absence_requested.days": (
        "{kind:absence} requested, until {last:day}",
        "{kind:absence} sin aprobar, hasta el {last:day}",
    ),
    "reason.absence_requested.open": (
        "{kind:absence} requested, no end yet",
        "{kind:absence} sin aprobar, sin fecha de vuelta",
    ),
    "reason.absence_requested.part": (
        "{kind:absence} requested, {away_from}–{away_to}",
        "{kind:absence} sin aprobar, {away_from}–{away_to}",
    ),
    "reason.employment.before": ("With us from {first:date} on", "En la empresa desde el {first:date}"),
    "reason.employment.left": ("With us until {last:date}", "En la empresa hasta el {last:date}"),
    "reason.certification.missing": ("No {needed}", "Sin {needed}"),
    "reason.certification.expired": ("{needed} ended on {expired:date}", "{needed} caducó el {expired:date}"),
    "reason.clearance.missing": ("No {needed} for {client}", "Sin {needed} para {client}"),
    "reason.clearance.expired": (
        "{needed} for {client} ended on {expired:date}",
        "{needed} para {client} caducó el {expired:date}",
    ),
    "reason.profile": ("{has:profile}, asked is {needed:profile}", "{has:profile}, se pide {needed:profile}"),
    "reason.over_qualified": ("Over-qualified: {has:profile}", "Sobrecualificado: {has:profile}"),
    "reason.skill.missing": ("No {needed}", "Sin {needed}"),
    "reason.skill.missing_level": ("No {needed}", "Sin {needed}"),
    "reason.skill.level": (
        "{needed} at level {has}, asked is {level}",
        "{needed} a nivel {has}, se pide {level}",
    ),
    "reason.language": ("Does not speak {needed:tongue}", "No habla {needed:tongue}"),
    "reason.holiday.technician": (
        "Works on {name}, a rest day is owed",
        "Trabaja en {name}, se debe un día de descanso",
    ),
    "reason.holiday.site": ("{name} at the site", "{name} en la sede"),
    "reason.holiday.client": ("{name} at the client", "{name} en el cliente"),
    "reason.closure.closed": ("Client closed until {last:day}", "Cliente cerrado hasta el {last:day}"),
    "reason.closure.blackout": (
        "Client wants nobody on site until {last:day}",
        "El cliente no quiere a nadie en la sede hasta el {last:day}",
    ),
    "reason.visit_window.early": (
        "Before the window opens, {bound_day:day} {bound_at}",
        "Antes de la franja, {bound_day:day} {bound_at}",
    ),
    "reason.visit_window.late": (
        "After the window closes, {bound_day:day} {bound_at}",
        "Después de la franja, {bound_day:day} {bound_at}",
    ),
    "reason.response": ("{late:length} after the deadline", "{late:length} después de la hora límite"),
    "reason.mode": ("Must be done on site", "Tiene que ser presencial"),
    "reason.short_notice": (
        "Less than {needed} {needed:day's|days'} notice",
        "Menos de {needed} {needed:día|días} de aviso",
    ),
    "reason.travel": (
        "{late:length} late, with {other_client}{other_where:where} {other_from}–{other_to}",
        "{late:length} tarde, con {other_client}{other_where:where} {other_from}–{other_to}",
    ),
    "reason.travel_tight.late_between": (
        "{by:length} late, with {other_client}{other_where:where} {other_from}–{other_to}",
        "{by:length} tarde, con {other_client}{other_where:where} {other_from}–{other_to}",
    ),
    "reason.travel_tight.late_from_home": (
        "{by:length} late, with {other_client}{other_where:where} {other_from}–{other_to}",
        "{by:length} tarde, con {other_client}{other_where:where} {other_from}–{other_to}",
    ),
    "reason.travel_tight.late_to_home": (
        "{by:length} late, with {other_client}{other_where:where} {other_from}–{other_to}",
        "{by:length} tarde, con {other_client}{other_where:where} {other_from}–{other_to}",
    ),
    "reason.travel_tight": (
        "{by:length} to spare, with {other_client}{other_where:where} {other_from}–{other_to}",
        "{by:length} de margen, con {other_client}{other_where:where} {other_from}–{other_to}",
    ),
    "reason.travel_unknown.home": ("Way from home not known", "Trayecto desde casa sin datos"),
    "reason.travel_unknown": (
        "Way not known, with {other_client}{other_where:where}",
        "Trayecto sin datos, con {other_client}{other_where:where}",
    ),
    "reason.travel_extra": (
        "{extra:length} more travel, the limit is {allowed:length}",
        "{extra:length} más de viaje, el límite es {allowed:length}",
    ),
    "reason.daily_rest": (
        "{rest:length} of rest before {starts_day:day}, {needed:length} are due",
        "{rest:length} de descanso antes del {starts_day:day}, corresponden {needed:length}",
    ),
    "reason.weekly_rest": (
        "{rests} of {due} weekly rests, {first:day} to {last:day}",
        "{rests} de {due} descansos semanales, del {first:day} al {last:day}",
    ),
    "reason.day_hours": (
        "{worked:length} on {day:day}, the limit is {allowed:length}",
        "{worked:length} el {day:day}, el límite es {allowed:length}",
    ),
    "reason.week_hours": (
        "{worked:length} in week {week}, agreed are {allowed:length}",
        "{worked:length} en la semana {week}, lo acordado son {allowed:length}",
    ),
    "reason.year_hours": (
        "{worked:length} in {year}, the agreement allows {allowed:length}",
        "{worked:length} en {year}, el convenio permite {allowed:length}",
    ),
    "reason.break.work": ("No break from {begins_at} to {ends_at}", "Sin pausa de {begins_at} a {ends_at}"),
    "reason.break.lunch": ("No hour free for lunch", "Sin hora libre para comer"),
    "reason.pattern.outside": ("Works {hours} that day", "Ese día trabaja {hours}"),
    "reason.pattern.off": ("Off that day", "Libra ese día"),
    "reason.opening_hours.outside": ("The site is open {hours}", "La sede abre {hours}"),
    "reason.opening_hours.closed": ("The site is not open that day", "La sede no abre ese día"),
    "reason.district": ("Does not cover {district}", "No cubre {district}"),
    "reason.uncovered": (
        "{client}{where:where} is uncovered, {from}–{to}",
        "{client}{where:where} queda sin cubrir, {from}–{to}",
    ),
}
