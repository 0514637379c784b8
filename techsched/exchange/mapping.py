"""The columns of each table of a company: names, other names in English and Spanish, and what their cells say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from techsched.exchange import cell
from techsched.exchange import vocabulary as words
from techsched.exchange.cell import Reader, whole
from techsched.exchange.moment import clock, day, moment
from techsched.model.city import CityPack
from techsched.model.kinds import (
    AbsenceState,
    EngagementState,
    HolidayScope,
    HolidayStatus,
    Mode,
    Priority,
    TargetClock,
    Transport,
    VisitState,
)

MINUTES_OF_48_HOURS = 48 * 60
LONGEST_TARGET = 60 * 24 * 60
"""Minutes of a response target."""


@dataclass(frozen=True, slots=True)
class Column:
    """`needed`: a row without it is refused, and so is a file without the column.

    `default` stands for an empty cell. A `read` of None is known and passed over: the program computes it.
    """

    name: str
    read: Reader | None
    aliases: str = ""
    """With blanks between; case, accents and underscores do not count."""
    needed: bool = False
    default: Any = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One table. Each pair of `either` names two columns of which one must be there and filled."""

    name: str
    stems: str
    """Names of a file or a sheet that hold it, blanks between."""
    columns: tuple[Column, ...]
    either: tuple[tuple[str, str], ...] = ()


def _id(other: str = "") -> Column:
    return Column("id", cell.code, f"code codigo {other}", needed=True)


def _technician() -> Column:
    return Column("technician_id", cell.code, "technician tecnico id_tecnico tecnico_id", needed=True)


def _client(needed: bool = True) -> Column:
    return Column("client_id", cell.code, "client cliente id_cliente cliente_id", needed=needed)


def _site() -> Column:
    return Column("site_id", cell.code, "site sede id_sede sede_id")


def _first() -> Column:
    return Column("starts_on", day, "start starts from desde inicio fecha_inicio empieza", needed=True)


def _last() -> Column:
    return Column("ends_on", day, "end ends to until hasta fin fecha_fin termina")


def _notes() -> Column:
    return Column("notes", cell.note, "note notas nota observaciones comentarios", default="")


@lru_cache(maxsize=4)
def kinds(city: CityPack) -> tuple[Kind, ...]:
    """All tables, in the order in which their rows refer to each other."""
    return (
        Kind(
            "holidays",
            "holidays public_holidays festivos fiestas",
            (
                Column("date", day, "day fecha dia", needed=True),
                Column("weekday", None, "dia_semana"),
                Column("name", cell.line, "nombre holiday festivo fiesta", needed=True),
                Column("scope", words.SCOPE, "ambito alcance tipo", default=HolidayScope.MUNICIPALITY),
                Column("status", words.STATUS, "estado", default=HolidayStatus.OFFICIAL),
                Column("source", cell.line, "fuente origen"),
                Column("half_day", cell.yes_or_no, "media_jornada", default=False),
            ),
        ),
        Kind(
            "technicians",
            "technicians technician people staff tecnicos personal plantilla",
            (
                _id("technician_id id_tecnico"),
                Column("name", cell.line, "nombre_completo full_name nombre_y_apellidos"),
                Column("given_name", cell.line, "first_name nombre"),
                Column(
                    "surname_1",
                    cell.line,
                    "surname last_name apellido apellidos apellido_1 primer_apellido",
                    default="",
                ),
                Column("surname_2", cell.line, "apellido_2 segundo_apellido", default=""),
                Column("email", cell.line, "mail correo correo_electronico", default=""),
                Column("phone", cell.line, "telephone mobile telefono movil", default=""),
                Column("profile", words.PROFILE, "perfil role puesto categoria", needed=True),
                Column(
                    "home_district", cell.district(city), "distrito_casa distrito_domicilio distrito", default=""
                ),
                Column(
                    "covers_districts",
                    cell.districts(city),
                    "districts distritos cubre_distritos zonas",
                    default=(),
                ),
                Column("transport", words.TRANSPORT, "transporte", default=Transport.PUBLIC),
                Column("contract", None, "contrato tipo_contrato"),
                Column("weekly_hours", cell.number(0, 80), "horas_semanales horas", default=40.0),
                Column("pattern", None, "horario turno"),
                Column("weekdays", cell.weekdays, "dias dias_semana", default=(0, 1, 2, 3, 4)),
                Column("shift_start", clock, "entrada hora_entrada"),
                Column("shift_end", clock, "salida hora_salida"),
                Column("break_minutes", whole(0, 600), "descanso minutos_descanso pausa", default=0),
                Column("august_start", clock, "entrada_agosto"),
                Column("august_end", clock, "salida_agosto"),
                Column("languages", cell.languages, "idiomas", default=()),
                Column("time_zone", cell.zone, "zone zona_horaria zona"),
                Column("remote_ok", cell.yes_or_no, "remoto teletrabajo", default=True),
                Column("on_call", cell.yes_or_no, "guardia guardias", default=False),
                Column("annual_leave_days", whole(0, 366), "vacaciones dias_vacaciones", default=23),
                Column("hired_on", day, "hired alta fecha_alta", needed=True),
                Column("left_on", day, "left baja fecha_baja"),
                _notes(),
            ),
            either=(("name", "given_name"),),
        ),
        Kind(
            "skills",
            "skills skill competencias habilidades certificaciones certifications",
            (
                _technician(),
                Column("kind", words.SORT, "tipo clase", needed=True),
                Column("name", cell.line, "nombre skill competencia habilidad certificacion", needed=True),
                Column("vendor", cell.line, "fabricante proveedor", default=""),
                Column("number", cell.line, "numero licencia", default=""),
                Column("level", whole(1, 5), "nivel"),
                Column("obtained_on", day, "obtained issued obtenida fecha_obtencion"),
                Column("expires_on", day, "expires caduca caducidad fecha_caducidad vence"),
            ),
        ),
        Kind(
            "clients",
            "clients client customers clientes",
            (
                _id("client_id id_cliente"),
                Column("name", cell.line, "nombre razon_social", needed=True),
                Column("sector", cell.line, "industry", default=""),
                Column("contract_tier", cell.line, "tier nivel nivel_contrato", default=""),
                Column("since", day, "desde cliente_desde"),
                Column("weight", None, "peso"),
                _notes(),
            ),
        ),
        Kind(
            "sites",
            "sites site locations sedes centros",
            (
                _id("site_id id_sede"),
                _client(),
                Column("name", cell.line, "nombre sede", needed=True),
                Column("district_code", cell.line, "cod_distrito codigo_distrito"),
                Column("district", cell.line, "distrito"),
                Column("address", cell.line, "direccion calle", default=""),
                Column("postcode", cell.line, "cp codigo_postal", default=""),
                Column("lat", cell.number(-90, 90), "latitude latitud"),
                Column("lon", cell.number(-180, 180), "lng longitude longitud"),
                Column("opens", clock, "abre apertura"),
                Column("closes", clock, "cierra cierre"),
                Column("days", cell.weekdays, "dias dias_apertura weekdays", default=(0, 1, 2, 3, 4)),
                Column("closed_august", cell.yes_or_no, "cierra_agosto cerrado_agosto", default=False),
                Column("access", cell.note, "acceso", default=""),
                Column("parking", cell.line, "aparcamiento", default=""),
                Column("time_zone", cell.zone, "zone zona_horaria"),
                _notes(),
            ),
            either=(("district_code", "district"),),
        ),
        Kind(
            "engagements",
            "engagements engagement contracts contratos contrataciones servicios servicios_contratados",
            (
                _id("engagement_id id_servicio"),
                _client(),
                _site(),
                Column("kind", words.TERM, "term tipo plazo", needed=True),
                Column("service_line", cell.line, "service servicio linea_servicio", default=""),
                Column("mode", words.MODE, "modo modalidad", default=Mode.ON_SITE),
                _first(),
                _last(),
                Column("headcount", whole(1, 200), "people personas plazas puestos", default=1),
                Column("required_profile", words.PROFILE, "profile perfil"),
                Column("required_skills", cell.names, "skills competencias", default=()),
                Column("weekdays", cell.weekdays, "days dias dias_semana", needed=True),
                Column("from_time", clock, "hora_inicio desde_hora", needed=True),
                Column("to_time", clock, "hora_fin hasta_hora", needed=True),
                Column("break_minutes", whole(0, 600), "descanso pausa"),
                Column("onsite_weekdays", cell.weekdays, "dias_presenciales", default=()),
                Column("counts_holidays", cell.yes_or_no, "trabaja_festivos festivos", default=False),
                Column("status", words.ENGAGEMENT_STATE, "state estado", default=EngagementState.CONFIRMED),
                _notes(),
            ),
        ),
        Kind(
            "assignments",
            "assignments assignment placements asignaciones",
            (
                _id("assignment_id"),
                _technician(),
                Column("engagement_id", cell.code, "engagement servicio contrato", needed=True),
                _first(),
                _last(),
                Column("mode", words.MODE, "modo modalidad"),
                Column("locked", cell.yes_or_no, "fixed fijo fija bloqueada", default=False),
            ),
        ),
        Kind(
            "absences",
            "absences absence leave ausencias vacaciones",
            (
                Column("id", cell.code, "code codigo", default=""),
                _technician(),
                Column("kind", words.ABSENCE, "tipo motivo", needed=True),
                _first(),
                _last(),
                Column("from_time", clock, "hora_inicio desde_hora"),
                Column("to_time", clock, "hora_fin hasta_hora"),
                Column("working_days", None, "dias_laborables dias"),
                Column("status", words.ABSENCE_STATE, "state estado", default=AbsenceState.APPROVED),
                Column("requested_on", day, "solicitada fecha_solicitud"),
                _notes(),
            ),
        ),
        Kind(
            "visits",
            "visits visit requests visitas intervenciones",
            (
                _id("visit_id id_visita"),
                _client(needed=False),
                Column("site_id", cell.code, "site sede id_sede sede_id", needed=True),
                Column("district_code", cell.line, "district distrito"),
                Column("created_at", moment, "created escalated_at creada fecha_creacion", needed=True),
                Column("priority", words.PRIORITY, "prioridad", default=Priority.STANDARD),
                Column("response_target_minutes", whole(1, LONGEST_TARGET), "target_minutes minutos_respuesta"),
                Column("target_clock", words.TARGET_CLOCK, "reloj", default=TargetClock.ROUND_THE_CLOCK),
                Column("due_at", moment, "due due_by hora_limite"),
                Column("window_from", moment, "franja_desde ventana_desde"),
                Column("window_to", moment, "franja_hasta ventana_hasta"),
                Column(
                    "duration_minutes",
                    whole(1, MINUTES_OF_48_HOURS),
                    "duration minutes duracion minutos",
                    default=60,
                ),
                Column("service_line", cell.line, "service servicio", default=""),
                Column("required_profile", words.PROFILE, "profile perfil"),
                Column("required_skills", cell.names, "skills competencias", default=()),
                Column("people", whole(1, 2), "personas tecnicos", default=1),
                Column("title", cell.line, "titulo asunto", default=""),
                Column("status", words.VISIT_STATE, "state estado", default=VisitState.REQUESTED),
                Column("reference", cell.line, "referencia ticket", default=""),
                _notes(),
            ),
        ),
    )
