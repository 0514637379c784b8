"""The words that files use for the codes of the domain, English and Spanish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, StrEnum
from typing import TypeVar

from techsched.exchange.cell import choice
from techsched.model.kinds import (
    AbsenceKind,
    AbsenceState,
    EngagementState,
    HolidayScope,
    HolidayStatus,
    Mode,
    Priority,
    Profile,
    TargetClock,
    Term,
    Transport,
    VisitState,
)
from techsched.words.terms import TERMS

S = TypeVar("S", bound=StrEnum)


class SkillSort(Enum):
    """What a row of the skills table is; stored as rows of two kinds."""

    SKILL = "skill"
    CERTIFICATION = "certification"


def _words(kind: str, values: Iterable[S], **more: str) -> Mapping[str, S]:
    """Codes and words of both languages; `more`: names of members to other words, commas between."""
    found: dict[str, S] = {}
    for value in values:
        spoken = TERMS.get(kind, {}).get(value.value, ())
        others = more.get(value.name, "").split(",")
        found.update({word.strip(): value for word in (value.value, *spoken, *others) if word.strip()})
    return found


PROFILE = choice(
    _words(
        "profile",
        Profile,
        JUNIOR="junior, técnico junior, técnico de sistemas junior",
        SYSTEMS="systems",
        ADMINISTRATOR="administrator, sysadmin, administrador",
        NETWORK="network, técnico de red",
        SENIOR="senior, ingeniero senior",
    )
)
TRANSPORT = choice(
    _words(
        "transport",
        Transport,
        PUBLIC="metro, bus, publico, transporte publico",
        CAR="coche propio",
        MOTORBIKE="motorcycle, motocicleta",
    )
)
TERM = choice(
    _words(
        "term",
        Term,
        DAY="día, días",
        WEEK="semana, semanas",
        MONTH="mes, meses, por meses",
        INDEFINITE="open, indefinida",
        HOLIDAY_COVER="vacaciones, suplencia de vacaciones",
    )
)
MODE = choice(
    _words("mode", Mode, ON_SITE="onsite, in person", REMOTE="remota, teletrabajo", MIXED="hybrid, híbrido")
)
ENGAGEMENT_STATE = choice(_words("engagement_state", EngagementState, CONFIRMED="confirmada", ACTIVE="activa"))
ABSENCE = choice(
    _words(
        "absence",
        AbsenceKind,
        ANNUAL_LEAVE="leave, holiday, vacation, vacaciones anuales",
        SICK="sickness, illness, baja, enfermedad",
        TRAINING="course, curso",
        # an appointment or a day for oneself is leave of absence; being ill is not
        PERMISSION="medical, personal, permission, médico, cita médica, asuntos propios, permiso retribuido",
        PARENTAL="maternity, paternity, maternidad, paternidad",
        OTHER="other, otro, otra",
    )
)
ABSENCE_STATE = choice(
    _words(
        "absence_state",
        AbsenceState,
        REQUESTED="pending, pendiente",
        REFUSED="rejected, rechazada, denegado",
        APPROVED="aprobado",
    )
)
PRIORITY = choice(
    _words("priority", Priority, CRITICAL="P1, crítico", HIGH="P2, alto", STANDARD="P3, media", PLANNED="P4")
)
TARGET_CLOCK = choice(_words("target_clock", TargetClock, ROUND_THE_CLOCK="24/7, 24x7", WORKING="laborable"))
SCOPE = choice(
    _words(
        "",
        HolidayScope,
        NATIONAL="nacional, country, país",
        REGION="regional, autonómica, autonómico, comunidad, community",
        MUNICIPALITY="city, local, municipal, municipio, ciudad",
    )
)
STATUS = choice(_words("", HolidayStatus, OFFICIAL="oficial", PROJECTED="estimated, prevista, previsto, estimado"))
SORT = choice(
    {
        "skill": SkillSort.SKILL,
        "competencia": SkillSort.SKILL,
        "habilidad": SkillSort.SKILL,
        "certification": SkillSort.CERTIFICATION,
        "certificate": SkillSort.CERTIFICATION,
        "certificación": SkillSort.CERTIFICATION,
        "certificado": SkillSort.CERTIFICATION,
    }
)
VISIT_STATE = choice(
    _words(
        "visit_state",
        (state for state in VisitState if state is VisitState.REQUESTED or state.is_over),
        REQUESTED="open, abierta, pendiente",
        COMPLETED="done, closed, cerrada",
        CANCELLED="canceled, cancelada",
    )
)
