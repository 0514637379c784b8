"""Sentences of conflicts, one for each rule and variant: person and place first, then the number, then what to do."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "conflict.double_booking": (
        "{technician} is double booked on {day:day}, {from}–{to}: {client}{where:where} and "
        "{other_client}{other_where:where}. Move one, or give it to somebody else.",
        "{technician} tiene dos trabajos a la vez el {day:day}, {from}–{to}: {client}{where:where} y "
        "{other_client}{other_where:where}. Mueve uno o dáselo a otra persona.",
    ),
    # somebody who is not there
    "conflict.absence.days": (
        "{technician} is {kind:being_away} until {last:day}: {client}{where:where} on {day:day}, {from}–{to}, "
        "needs somebody else.",
        "{technician} está {kind:being_away} hasta el {last:day}: {client}{where:where} el {day:day}, "
        "{from}–{to}, necesita a otra persona.",
    ),
    "conflict.absence.open": (
        "{technician} is {kind:being_away} from {first:day} on, with no end yet: {client}{where:where} on "
        "{day:day}, {from}–{to}, needs somebody else.",
        "{technician} está {kind:being_away} desde el {first:day}, aún sin fecha de vuelta: "
        "{client}{where:where} el {day:day}, {from}–{to}, necesita a otra persona.",
    ),
    "conflict.absence.part": (
        "{technician} is {kind:being_away} on {first:day}, {away_from}–{away_to}: {client}{where:where}, "
        "{from}–{to}, falls into it. Move it, or give it to somebody else.",
        "{technician} está {kind:being_away} el {first:day}, {away_from}–{away_to}: {client}{where:where}, "
        "{from}–{to}, coincide. Muévelo o dáselo a otra persona.",
    ),
    "conflict.absence_requested.days": (
        "{technician} has asked to be {kind:being_away} until {last:day}: {client}{where:where} on {day:day}, "
        "{from}–{to}, falls into it. Decide on the request first, or give your OK.",
        "{technician} ha pedido estar {kind:being_away} hasta el {last:day}: {client}{where:where} el "
        "{day:day}, {from}–{to}, coincide. Decide antes la solicitud o da tu visto bueno.",
    ),
    "conflict.absence_requested.open": (
        "{technician} has asked to be {kind:being_away} from {first:day} on: {client}{where:where} on "
        "{day:day}, {from}–{to}, falls into it. Decide on the request first, or give your OK.",
        "{technician} ha pedido estar {kind:being_away} desde el {first:day}: {client}{where:where} el "
        "{day:day}, {from}–{to}, coincide. Decide antes la solicitud o da tu visto bueno.",
    ),
    "conflict.absence_requested.part": (
        "{technician} has asked to be {kind:being_away} on {first:day}, {away_from}–{away_to}: "
        "{client}{where:where}, {from}–{to}, falls into it. Decide on the request first, or give your OK.",
        "{technician} ha pedido estar {kind:being_away} el {first:day}, {away_from}–{away_to}: "
        "{client}{where:where}, {from}–{to}, coincide. Decide antes la solicitud o da tu visto bueno.",
    ),
    "conflict.employment.before": (
        "{technician} is with us from {first:date} on: {client}{where:where} on {day:day}, {from}–{to}, "
        "needs somebody else.",
        "{technician} está en la empresa desde el {first:date}: {client}{where:where} el {day:day}, "
        "{from}–{to}, necesita a otra persona.",
    ),
    "conflict.employment.left": (
        "{technician} is with us until {last:date}: {client}{where:where} on {day:day}, {from}–{to}, "
        "needs somebody else.",
        "{technician} está en la empresa hasta el {last:date}: {client}{where:where} el {day:day}, "
        "{from}–{to}, necesita a otra persona.",
    ),
    # somebody who may not, or cannot
    "conflict.certification.missing": (
        "{technician} has no {needed}; {client}{where:where} asks for it on {day:day}. Send somebody who holds it.",
        "{technician} no tiene {needed}; {client}{where:where} lo exige el {day:day}. Envía a quien lo tenga.",
    ),
    "conflict.certification.expired": (
        "{technician} holds {needed} only until {expired:date}; {client}{where:where} asks for it on "
        "{day:day}. Renew it, or send somebody who holds it.",
        "{technician} tiene {needed} solo hasta el {expired:date}; {client}{where:where} lo exige el "
        "{day:day}. Renuévalo o envía a quien lo tenga.",
    ),
    "conflict.clearance.missing": (
        "{technician} has no {needed} for {client}{where:where}, booked on {day:day}. Get it first, or send "
        "somebody who has it.",
        "{technician} no tiene {needed} para {client}{where:where}, el {day:day}. Consíguelo antes o envía a "
        "quien lo tenga.",
    ),
    "conflict.clearance.expired": (
        "{technician} has {needed} for {client}{where:where} only until {expired:date}, and is booked on "
        "{day:day}. Renew it, or send somebody who has it.",
        "{technician} tiene {needed} para {client}{where:where} solo hasta el {expired:date}, y va el "
        "{day:day}. Renuévalo o envía a quien lo tenga.",
    ),
    "conflict.profile": (
        "{technician} is a {has:profile}; {client}{where:where} asks for a {needed:profile} on {day:day}, "
        "{steps} {steps:profile|profiles} above. Send somebody of that profile.",
        "{technician}: {has:profile}; {client}{where:where} pide {needed:profile} el {day:day}, "
        "{steps} {steps:perfil|perfiles} por encima. Envía a alguien de ese perfil.",
    ),
    "conflict.profile.beside": (
        "{technician} is a {has:profile}; {client}{where:where} asks for a {needed:profile} on {day:day}. "
        "Send somebody of that profile, or give your OK.",
        "{technician}: {has:profile}; {client}{where:where} pide {needed:profile} el {day:day}. Envía a "
        "alguien de ese perfil o da tu visto bueno.",
    ),
    "conflict.over_qualified": (
        "{technician} is a {has:profile}; for {client}{where:where} on {day:day} a {needed:profile} would do.",
        "{technician}: {has:profile}; para {client}{where:where} el {day:day} bastaría {needed:profile}.",
    ),
    "conflict.skill.missing": (
        "{technician} has no {needed}; {client}{where:where} asks for it on {day:day}. Send somebody who "
        "knows it, or give your OK.",
        "{technician} no domina {needed}; {client}{where:where} lo pide el {day:day}. Envía a quien lo domine "
        "o da tu visto bueno.",
    ),
    "conflict.skill.missing_level": (
        "{technician} has no {needed}; {client}{where:where} asks for level {level} on {day:day}. Send "
        "somebody who knows it, or give your OK.",
        "{technician} no domina {needed}; {client}{where:where} pide nivel {level} el {day:day}. Envía a quien "
        "lo domine o da tu visto bueno.",
    ),
    "conflict.skill.level": (
        "{technician} has {needed} at level {has}; {client}{where:where} asks for level {level} on "
        "{day:day}. Send somebody who knows it better, or give your OK.",
        "{technician} tiene {needed} a nivel {has}; {client}{where:where} pide nivel {level} el {day:day}. "
        "Envía a quien lo domine mejor o da tu visto bueno.",
    ),
    "conflict.language": (
        "{technician} does not speak {needed:tongue}, which {client}{where:where} asks for on {day:day}.",
        "{technician} no habla {needed:tongue}, y {client}{where:where} lo pide el {day:day}.",
    ),
    # days and hours that do not suit
    "conflict.holiday.technician": (
        "{technician} would work on {name}, {day:day}, for {client}{where:where}: a rest day is owed. Move "
        "it, or give your OK.",
        "{technician} trabajaría en {name}, {day:day}, para {client}{where:where}: se debe un día de descanso. "
        "Muévelo o da tu visto bueno.",
    ),
    "conflict.holiday.site": (
        "{technician} is booked for {client}{where:where} on {day:day}, {from}–{to}, and it is {name} there. "
        "Move it, or give your OK.",
        "{technician} está en {client}{where:where} el {day:day}, {from}–{to}, y allí es {name}. Muévelo o da "
        "tu visto bueno.",
    ),
    "conflict.holiday.client": (
        "{technician} is booked for {client}{where:where} on {day:day}, {from}–{to}, and the client keeps "
        "{name}. Move it, or give your OK.",
        "{technician} está en {client}{where:where} el {day:day}, {from}–{to}, y el cliente celebra {name}. "
        "Muévelo o da tu visto bueno.",
    ),
    "conflict.closure.closed": (
        "{technician} is booked for {client}{where:where} on {day:day}, {from}–{to}, and it is closed until "
        "{last:day} ({name}). Move it, or give your OK.",
        "{technician} está en {client}{where:where} el {day:day}, {from}–{to}, y está cerrado hasta el "
        "{last:day} ({name}). Muévelo o da tu visto bueno.",
    ),
    "conflict.closure.blackout": (
        "{technician} is booked for {client}{where:where} on {day:day}, {from}–{to}, and the client wants "
        "nobody on site until {last:day} ({name}). Move it, or give your OK.",
        "{technician} está en {client}{where:where} el {day:day}, {from}–{to}, y el cliente no quiere a nadie "
        "en la sede hasta el {last:day} ({name}). Muévelo o da tu visto bueno.",
    ),
    "conflict.visit_window.early": (
        "{technician} would arrive at {client}{where:where} on {day:day} at {from}, before the window opens "
        "({bound_day:day}, {bound_at}). Book it later.",
        "{technician} llegaría a {client}{where:where} el {day:day} a las {from}, antes de la franja "
        "acordada ({bound_day:day}, {bound_at}). Asígnalo más tarde.",
    ),
    "conflict.visit_window.late": (
        "{technician} would arrive at {client}{where:where} on {day:day} at {from}, after the window closes "
        "({bound_day:day}, {bound_at}). Book it earlier, or agree on another window.",
        "{technician} llegaría a {client}{where:where} el {day:day} a las {from}, después de la franja "
        "acordada ({bound_day:day}, {bound_at}). Asígnalo antes o acuerda otra franja.",
    ),
    "conflict.response": (
        "{technician} would arrive at {client}{where:where} on {day:day} at {from}, {late:length} after the "
        "deadline ({due_day:day}, {due_at}). Find somebody sooner, or give your OK.",
        "{technician} llegaría a {client}{where:where} el {day:day} a las {from}, {late:length} después de la "
        "hora límite ({due_day:day}, {due_at}). Busca a alguien antes o da tu visto bueno.",
    ),
    "conflict.mode": (
        "{technician} is booked remotely for {client} on {day:day}, {from}–{to}, and this work must be done "
        "on site. Make it on site.",
        "{technician} está en remoto para {client} el {day:day}, {from}–{to}, y este trabajo tiene que ser "
        "presencial. Ponlo presencial.",
    ),
    "conflict.short_notice": (
        "{technician} hears of {client}{where:where} on {day:day}, {from}–{to}, with less than {needed} "
        "{needed:day's|days'} notice. Ask whether it suits.",
        "{technician} se entera de {client}{where:where} el {day:day}, {from}–{to}, con menos de {needed} "
        "{needed:día|días} de aviso. Pregunta si le viene bien.",
    ),
    # trips
    "conflict.travel.between": (
        "{technician} would arrive at {client}{where:where} on {day:day} at {arrival}, {late:length} after it "
        "starts: {minutes:length} from {other_client}{other_where:where}. Start at {best}, or send somebody nearer.",
        "{technician} llegaría a {client}{where:where} el {day:day} a las {arrival}, {late:length} después de la "
        "hora: {minutes:length} desde {other_client}{other_where:where}. Empieza a las {best} o envía a alguien más "
        "cercano.",
    ),
    "conflict.travel.from_home": (
        "{technician} would arrive at {client}{where:where} on {day:day} at {arrival}, {late:length} after it "
        "starts: {minutes:length} from home, after {other_client}{other_where:where}. Start at {best}, or send "
        "somebody nearer.",
        "{technician} llegaría a {client}{where:where} el {day:day} a las {arrival}, {late:length} después de la "
        "hora: {minutes:length} desde casa, tras {other_client}{other_where:where}. Empieza a las {best} o envía a "
        "alguien más cercano.",
    ),
    "conflict.travel.to_home": (
        "{technician} would be home for {client}{where:where} on {day:day} at {arrival}, {late:length} after it "
        "starts: {minutes:length} from {other_client}{other_where:where}. Start at {best}, or give one to somebody "
        "else.",
        "{technician} llegaría a casa para {client}{where:where} el {day:day} a las {arrival}, {late:length} después "
        "de la hora: {minutes:length} desde {other_client}{other_where:where}. Empieza a las {best} o da uno a otra "
        "persona.",
    ),
    "conflict.travel_tight.late_between": (
        "{technician} would arrive at {client}{where:where} on {day:day} at {arrival}, {by:length} late: "
        "{minutes:length} from {other_client}{other_where:where}. {best} would leave time.",
        "{technician} llegaría a {client}{where:where} el {day:day} a las {arrival}, {by:length} tarde: "
        "{minutes:length} desde {other_client}{other_where:where}. A las {best} habría tiempo.",
    ),
    "conflict.travel_tight.late_from_home": (
        "{technician} would arrive at {client}{where:where} on {day:day} at {arrival}, {by:length} late: "
        "{minutes:length} from home, after {other_client}{other_where:where}. {best} would leave time.",
        "{technician} llegaría a {client}{where:where} el {day:day} a las {arrival}, {by:length} tarde: "
        "{minutes:length} desde casa, tras {other_client}{other_where:where}. A las {best} habría tiempo.",
    ),
    "conflict.travel_tight.late_to_home": (
        "{technician} would be home for {client}{where:where} on {day:day} at {arrival}, {by:length} late: "
        "{minutes:length} from {other_client}{other_where:where}. {best} would leave time.",
        "{technician} llegaría a casa para {client}{where:where} el {day:day} a las {arrival}, {by:length} tarde: "
        "{minutes:length} desde {other_client}{other_where:where}. A las {best} habría tiempo.",
    ),
    "conflict.travel_tight.slack_between": (
        "{technician} has {by:length} to spare before {client}{where:where} on {day:day} at {from}: "
        "{minutes:length} from {other_client}{other_where:where}. {best} would leave time.",
        "{technician} llega con {by:length} de margen a {client}{where:where} el {day:day} a las {from}: "
        "{minutes:length} desde {other_client}{other_where:where}. A las {best} habría tiempo.",
    ),
    "conflict.travel_tight.slack_from_home": (
        "{technician} has {by:length} to spare before {client}{where:where} on {day:day} at {from}: "
        "{minutes:length} from home, after {other_client}{other_where:where}. {best} would leave time.",
        "{technician} llega con {by:length} de margen a {client}{where:where} el {day:day} a las {from}: "
        "{minutes:length} desde casa, tras {other_client}{other_where:where}. A las {best} habría tiempo.",
    ),
    "conflict.travel_tight.slack_to_home": (
        "{technician} is home with {by:length} to spare before {client}{where:where} on {day:day} at {from}: "
        "{minutes:length} from {other_client}{other_where:where}. {best} would leave time.",
        "{technician} llega a casa con {by:length} de margen para {client}{where:where} el {day:day} a las {from}: "
        "{minutes:length} desde {other_client}{other_where:where}. A las {best} habría tiempo.",
    ),
    "conflict.travel_unknown.between": (
        "{technician} goes from {other_client}{other_where:where} to {client}{where:where} on {day:day}, and nobody "
        "has said how long that takes. Enter the minutes, or where both places are.",
        "{technician} va de {other_client}{other_where:where} a {client}{where:where} el {day:day}, y no se sabe "
        "cuánto se tarda. Indica los minutos o dónde están los dos sitios.",
    ),
    "conflict.travel_unknown.home": (
        "{technician} goes to {client}{where:where} on {day:day}, and nobody has said how long it takes from home. "
        "Enter the home district, or the minutes: they are working time.",
        "{technician} va a {client}{where:where} el {day:day}, y no se sabe cuánto se tarda desde casa. Indica su "
        "distrito o los minutos: son tiempo de trabajo.",
    ),
    "conflict.travel_extra": (
        "{technician} would travel {extra:length} more on {day:day} for {client}{where:where}, {from}–{to}; more "
        "than {allowed:length} wants a reason. Send somebody nearer, or give your OK.",
        "{technician} viajaría {extra:length} más el {day:day} por {client}{where:where}, {from}–{to}; más de "
        "{allowed:length} pide un motivo. Envía a alguien más cercano o da tu visto bueno.",
    ),
    # rest and hours
    "conflict.daily_rest.booked": (
        "{technician} has {rest:length} of rest, from {ends_day:day}, {ends_at}, to {starts_day:day}, {starts_at}; "
        "{needed:length} are due. Start on {best_day:day} at {best}, or send somebody else.",
        "{technician} descansa {rest:length}, del {ends_day:day}, {ends_at}, al {starts_day:day}, {starts_at}; "
        "corresponden {needed:length}. Empieza el {best_day:day} a las {best} o envía a otra persona.",
    ),
    "conflict.daily_rest.home": (
        "{technician} is home for {rest:length}, from {ends_day:day}, {ends_at}, to {starts_day:day}, {starts_at}; "
        "{needed:length} of rest are due. Arrive on {best_day:day} at {best}, or send somebody else.",
        "{technician} está en casa {rest:length}, del {ends_day:day}, {ends_at}, al {starts_day:day}, {starts_at}; "
        "corresponden {needed:length} de descanso. Que llegue el {best_day:day} a las {best}, o envía a otra "
        "persona.",
    ),
    "conflict.weekly_rest": (
        "{technician} has {rests} of the {due} rests of {needed:length} due in {window} days, between {first:day} "
        "and {last:day}. Leave a day and a half free, or send somebody else.",
        "{technician} tiene {rests} de los {due} descansos de {needed:length} que tocan en {window} días, entre el "
        "{first:day} y el {last:day}. Deja libre día y medio o envía a otra persona.",
    ),
    "conflict.day_hours": (
        "{technician} works {worked:length} on {day:day}; {allowed:length} is the day's limit. Shorten or move "
        "something.",
        "{technician} trabaja {worked:length} el {day:day}; el límite diario es de {allowed:length}. Acorta o mueve "
        "algo.",
    ),
    "conflict.week_hours": (
        "{technician} works {worked:length} in week {week}; {allowed:length} are agreed. Move something to another "
        "week, or to somebody else.",
        "{technician} trabaja {worked:length} en la semana {week}; lo acordado son {allowed:length}. Pasa algo a otra "
        "semana o a otra persona.",
    ),
    "conflict.year_hours": (
        "{technician} will have worked {worked:length} in {year} as things are booked; the agreement allows "
        "{allowed:length}. Give some of it to somebody else.",
        "{technician} habrá trabajado {worked:length} en {year} con lo asignado; el convenio permite "
        "{allowed:length}. Pasa algo a otra persona.",
    ),
    "conflict.break.work": (
        "{technician} works on {day:day} from {begins_at} to {ends_at} without a break of {needed:length}. Leave one "
        "in between.",
        "{technician} trabaja el {day:day} de {begins_at} a {ends_at} sin una pausa de {needed:length}. Deja una en "
        "medio.",
    ),
    "conflict.break.lunch": (
        "{technician} has no {needed:length} free for lunch on {day:day} between {begins_at} and {ends_at}. Move or "
        "shorten a visit.",
        "{technician} no tiene {needed:length} libre para comer el {day:day} entre las {begins_at} y las {ends_at}. "
        "Mueve o acorta una visita.",
    ),
    "conflict.pattern.outside": (
        "{technician} works {hours} on {day:day}; {client}{where:where} is at {from}–{to}. Ask whether it suits, or "
        "move it.",
        "{technician} trabaja {hours} el {day:day}; {client}{where:where} es a las {from}–{to}. Pregunta si le viene "
        "bien o muévelo.",
    ),
    "conflict.pattern.off": (
        "{technician} is off on {day:day}; {client}{where:where} is at {from}–{to}. Ask whether it suits, or move it.",
        "{technician} libra el {day:day}; {client}{where:where} es a las {from}–{to}. Pregunta si le viene bien o "
        "muévelo.",
    ),
    "conflict.opening_hours.outside": (
        "{technician} is booked at {client}{where:where} on {day:day}, {from}–{to}, and it is open {hours}. Move it, "
        "or arrange access.",
        "{technician} está en {client}{where:where} el {day:day}, {from}–{to}, y abre {hours}. Muévelo o acuerda el "
        "acceso.",
    ),
    "conflict.opening_hours.closed": (
        "{technician} is booked at {client}{where:where} on {day:day}, {from}–{to}, and it is not open that day. "
        "Move it, or arrange access.",
        "{technician} está en {client}{where:where} el {day:day}, {from}–{to}, y ese día no abre. Muévelo o acuerda "
        "el acceso.",
    ),
    "conflict.district": (
        "{technician} does not cover {district}, where {client} is on {day:day}, {from}–{to}. Send somebody who does.",
        "{technician} no cubre {district}, donde está {client} el {day:day}, {from}–{to}. Envía a alguien que lo "
        "cubra.",
    ),
    # places that were promised
    "conflict.uncovered.open": (
        "{client}{where:where} is uncovered on {day:day}, {from}–{to} ({title}): nobody is placed there. "
        "Place somebody.",
        "{client}{where:where} está sin cubrir el {day:day}, {from}–{to} ({title}): no hay nadie. Asigna a alguien.",
    ),
    "conflict.uncovered.away": (
        "{client}{where:where} is uncovered on {day:day}, {from}–{to} ({title}): {away} is away. Find a "
        "cover, or note that the client agrees.",
        "{client}{where:where} está sin cubrir el {day:day}, {from}–{to} ({title}): ausencia de {away}. Busca "
        "una suplencia o anota que el cliente está de acuerdo.",
    ),
    "conflict.uncovered.released": (
        "{client}{where:where} is uncovered on {day:day}, {from}–{to} ({title}): {away} covers somebody "
        "else's work. Find somebody for it.",
        "{client}{where:where} está sin cubrir el {day:day}, {from}–{to} ({title}): {away} hace una suplencia. "
        "Busca a alguien.",
    ),
}
