"""What a booking asks for and how its technician meets it, as lines for the inspector. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from techsched.model.engagement import SkillNeed
from techsched.model.kinds import Mode
from techsched.model.schedule import Schedule
from techsched.model.technician import Certification, Skill, Technician
from techsched.model.work import Work
from techsched.words import length, term


@dataclass(frozen=True, slots=True)
class Requirement:
    """`met` False shows a cross; `proof` is what meets it, or what is missing."""

    name: str
    proof: str
    met: bool


def requirements(
    schedule: Schedule, technician: Technician, work: Work, mode: Mode, day: date, language: str
) -> list[Requirement]:
    """Profile, skills and certificates, and the district of on-site work, in that order."""
    english = language == "en"
    found: list[Requirement] = []
    if work.profile is not None:
        short = technician.profile.steps_below(work.profile)
        own = term("profile", technician.profile, language)
        found.append(
            Requirement(
                term("profile", work.profile, language),
                ("profile" if english else "perfil") if technician.profile is work.profile else own,
                short <= 0,
            )
        )
    found.extend(_need(schedule, technician, need, day, english) for need in work.skills)
    if mode is Mode.ON_SITE and work.site is not None and work.site.district:
        district = schedule.city.districts.get(work.site.district)
        name = district.name if district is not None else work.site.district
        home = technician.home_district == work.site.district
        covered = home or not technician.districts or work.site.district in technician.districts
        word = ("home district" if english else "su distrito") if home else ""
        told = ("Covers %s" if english else "Cubre %s") % name
        found.append(Requirement(told, word, covered))
    return found


def _need(schedule: Schedule, technician: Technician, need: SkillNeed, day: date, english: bool) -> Requirement:
    for held in schedule.group(Certification, "technician", technician.id):
        if held.name == need.name:
            if held.expires is None:
                proof = "valid" if english else "vigente"
            else:
                until = held.expires.strftime("%d/%m/%Y")
                over, ahead = ("expired", "expires") if english else ("caducó", "caduca")
                proof = f"{over if held.expires < day else ahead} {until}"
            return Requirement(need.name, proof, held.valid_on(day))
    for skill in schedule.group(Skill, "technician", technician.id):
        if skill.name == need.name:
            level = f"level {skill.level}" if english else f"nivel {skill.level}"
            enough = skill.level >= need.level and not need.certification
            return Requirement(need.name, level if enough else f"{level} / {need.level}", enough)
    return Requirement(need.name, "missing" if english else "falta", False)


def hours_told(booked: int, capacity: int, language: str) -> str:
    """'33 h 30 of 40 h'."""
    return f"{length(booked)} {'of' if language == 'en' else 'de'} {length(capacity)}"
