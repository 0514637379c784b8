"""Words of the domain's codes, English and Spanish."""

from __future__ import annotations

DAYS = (
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
)
DAYS_SHORT = (
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
)
MONTHS = (
    (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    (
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
)
MONTHS_SHORT = (
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
)

TERMS: dict[str, dict[str, tuple[str, str]]] = {
    "profile": {
        "Junior Systems Technician": ("Junior Systems Technician", "Técnico de sistemas júnior"),
        "Systems Technician": ("Systems Technician", "Técnico de sistemas"),
        "Systems Administrator": ("Systems Administrator", "Administrador de sistemas"),
        "Network Technician": ("Network Technician", "Técnico de redes"),
        "Senior Engineer": ("Senior Engineer", "Ingeniero sénior"),
    },
    "profiles": {
        "Junior Systems Technician": ("Junior Systems Technicians", "Técnicos de sistemas júnior"),
        "Systems Technician": ("Systems Technicians", "Técnicos de sistemas"),
        "Systems Administrator": ("Systems Administrators", "Administradores de sistemas"),
        "Network Technician": ("Network Technicians", "Técnicos de redes"),
        "Senior Engineer": ("Senior Engineers", "Ingenieros sénior"),
    },
    "absence": {
        "annual_leave": ("Annual leave", "Vacaciones"),
        "sick": ("Sick leave", "Baja médica"),
        "training": ("Training", "Formación"),
        "permission": ("Leave of absence", "Permiso"),
        "parental": ("Parental leave", "Permiso por nacimiento"),
        "other": ("Away", "Ausente"),
    },
    "absence_state": {
        "requested": ("Requested", "Solicitada"),
        "approved": ("Approved", "Aprobada"),
        "refused": ("Refused", "Denegada"),
        "cancelled": ("Cancelled", "Anulada"),
    },
    "priority": {
        "critical": ("Critical", "Crítica"),
        "high": ("High", "Alta"),
        "standard": ("Standard", "Normal"),
        "planned": ("Planned", "Planificada"),
    },
    "asked": {"incident": ("Incident", "Incidencia"), "request": ("Request", "Petición")},
    "mode": {
        "on_site": ("On site", "Presencial"),
        "remote": ("Remote", "Remoto"),
        "mixed": ("Mixed", "Mixto"),
    },
    "term": {
        "day": ("Day", "Por días"),
        "week": ("Week", "Por semanas"),
        "month": ("Month", "Por meses"),
        "indefinite": ("Indefinite", "Indefinido"),
        "holiday_cover": ("Holiday cover", "Cobertura de vacaciones"),
    },
    "term_letter": {
        "day": ("D", "D"),
        "week": ("W", "S"),
        "month": ("M", "M"),
        "indefinite": ("∞", "∞"),
        "holiday_cover": ("C", "V"),
    },
    "firmness": {"tentative": ("Tentative", "Provisional"), "confirmed": ("Confirmed", "Confirmada")},
    "engagement_state": {
        "draft": ("Draft", "Borrador"),
        "proposed": ("Proposed", "Propuesto"),
        "confirmed": ("Confirmed", "Confirmado"),
        "onboarding": ("Onboarding", "En arranque"),
        "active": ("Active", "Activo"),
        "ending": ("Ending", "Terminando"),
        "ended": ("Ended", "Terminado"),
        "suspended": ("Suspended", "Suspendido"),
        "cancelled": ("Cancelled", "Anulado"),
    },
    "visit_state": {
        "requested": ("Waiting", "En espera"),
        "tentative": ("Tentative", "Provisional"),
        "scheduled": ("Booked", "Asignada"),
        "dispatched": ("Told", "Avisada"),
        "en_route": ("On the way", "En camino"),
        "on_site": ("On site", "En la sede"),
        "completed": ("Completed", "Terminada"),
        "cannot_complete": ("Could not be completed", "No se pudo terminar"),
        "no_access": ("No access", "Sin acceso"),
        "cancelled": ("Cancelled", "Anulada"),
    },
    "transport": {
        "public": ("Public transport", "Transporte público"),
        "car": ("Car", "Coche"),
        "van": ("Van", "Furgoneta"),
        "motorbike": ("Motorbike", "Moto"),
    },
    "work_place": {
        "fixed": ("Our office", "Nuestra oficina"),
        "client": ("At one client", "En un cliente"),
        "mobile": ("On the road", "Itinerante"),
    },
    "because": {
        "client_agreed": ("the client agreed", "el cliente está de acuerdo"),
        "technician_agreed": ("the technician agreed", "el técnico está de acuerdo"),
        "manager_agreed": ("the manager agreed", "el responsable está de acuerdo"),
        "resolving_today": ("will be resolved today", "se resuelve hoy"),
        "other": ("other reason", "otro motivo"),
        "imported": ("imported as found", "importado tal cual"),
    },
    "severity": {
        "hard": ("Does not fit", "No puede"),
        "approval": ("Needs your OK", "Necesita tu visto bueno"),
        "warning": ("Warning", "Aviso"),
    },
    "verdict": {
        "good": ("Fits", "Puede"),
        "warning": ("Fits with a warning", "Puede con aviso"),
        "approval": ("Needs your OK", "Necesita tu visto bueno"),
        "impossible": ("Does not fit", "No puede"),
    },
    "closure": {
        "closed": ("Closed", "Cerrado"),
        "stress": ("Stress days", "Días críticos"),
        "blackout": ("Nobody on site", "Sin visitas"),
    },
    "target_clock": {
        "24x7": ("Round the clock", "Las 24 horas"),
        "working": ("Working hours", "Horas laborables"),
    },
    "cover_decision": {
        "waived": ("Client agreed", "Cliente de acuerdo"),
        "left_uncovered": ("Left uncovered", "Se deja sin cubrir"),
    },
    "language": {
        "es": ("Spanish", "Español"),
        "en": ("English", "Inglés"),
        "fr": ("French", "Francés"),
        "pt": ("Portuguese", "Portugués"),
        "de": ("German", "Alemán"),
        "it": ("Italian", "Italiano"),
    },
}
