"""What fields offer to pick from: people, clients, places, skills, languages, zones, out of the office as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication

from techsched.model.city import bare
from techsched.model.client import Client, Contact, Site
from techsched.model.engagement import SkillNeed, StaffingLine
from techsched.model.holiday import Holiday
from techsched.model.office import OuterZone
from techsched.model.technician import Certification, Clearance, Skill, Technician
from techsched.model.visit import Visit
from techsched.model.wall import zone_names
from techsched.words.terms import TERMS
from ui import i18n
from ui.forms.context import Context
from ui.forms.field import Values
from ui.forms.suggestions import Option
from ui.forms.wrong import Repair, Wrong

translate = QCoreApplication.translate
OUTSIDE = "zone:"
"""Before the id of a place outside the city, where a district's code may stand as well."""


def technicians(context: Context, values: Values) -> Sequence[Option]:
    """Everybody; those who have left stand last and say so."""
    return _technicians(context, i18n.language())


@lru_cache(maxsize=2)
def _technicians(context: Context, language: str) -> list[Option]:
    found = sorted(context.schedule.rows(Technician).values(), key=lambda row: bare(row.name))
    here = [row for row in found if row.employed_after is None or row.employed_after > context.today]
    gone = [row for row in found if row not in here]
    left = translate("Options", "has left")
    return [
        *(Option(row.name, row.id, i18n.term("profile", row.profile), row.code) for row in here),
        *(Option(row.name, row.id, left, row.code) for row in gone),
    ]


def clients(context: Context, values: Values) -> Sequence[Option]:
    return _clients(context)


@lru_cache(maxsize=2)
def _clients(context: Context) -> list[Option]:
    found = sorted(context.schedule.rows(Client).values(), key=lambda row: bare(row.name))
    return [Option(row.name, row.id, row.sector, row.code) for row in found]


def sites(context: Context, values: Values) -> list[Option]:
    """Of the client that the form names, in 'client' or around this row."""
    client_id = values.get("client", values.get("outer", {}).get("client"))
    found = context.schedule.group(Site, "client", client_id) if client_id is not None else ()
    return [Option(row.name, row.id, place_name(context, row), row.code) for row in found]


def own_sites(context: Context, values: Values) -> list[Option]:
    """Of the client whose form is around this row."""
    return sites(context, {"client": values.get("outer", {}).get("outer", {}).get("record")})


def contacts(context: Context, values: Values) -> list[Option]:
    """People at the client that the form names."""
    found = context.schedule.group(Contact, "client", values.get("client"))
    return [Option(row.name, row.id, row.role) for row in found]


def place_name(context: Context, site: Site) -> str:
    """District, or the name of the place outside the city."""
    district = context.city.districts.get(site.district)
    if district is not None:
        return district.name
    zone = context.schedule.get(OuterZone, site.outer_zone_id)
    return zone.name if zone is not None else ""


# districts


def districts(context: Context, values: Values) -> list[Option]:
    return [_district(found.code, context) for found in context.city.districts.values()]


def places(context: Context, values: Values) -> list[Option]:
    """Districts, and the office's places outside the city."""
    outer = sorted(context.schedule.rows(OuterZone).values(), key=lambda row: bare(row.name))
    outside = translate("Options", "outside the city")
    return [*districts(context, values), *(Option(row.name, f"{OUTSIDE}{row.id}", outside) for row in outer)]


def find_district(typed: str, context: Context) -> Option | None:
    found = context.city.find(typed)
    return None if found is None else _district(found.code, context)


def suggest_district(typed: str, context: Context) -> Option | None:
    found = context.city.suggest(typed)
    return None if found is None else _district(found.code, context)


def _district(code: str, context: Context) -> Option:
    found = context.city.districts[code]
    return Option(found.name, code, found.short, code)


def district_token(typed: str, context: Context) -> Option:
    found = find_district(typed, context)
    if found is not None:
        return found
    near = suggest_district(typed, context)
    if near is None:
        raise Wrong(i18n.filled(translate("Options", "%1 is not a district of %2."), typed, context.city.name))
    told = i18n.filled(translate("Options", "%1 is not a district. Did you mean %2?"), typed, near.text)
    raise Wrong(told, Repair(i18n.filled(translate("Options", "Use %1"), near.text), (("", near.data),)))


def district_label(data: Any, context: Context) -> str:
    found = context.city.districts.get(str(data))
    return str(data) if found is None else found.name


# languages


def languages(context: Context, values: Values) -> list[Option]:
    return [Option(i18n.term("language", code), code, also=code) for code in TERMS["language"]]


def language_token(typed: str, context: Context) -> Option:
    said = bare(typed)
    for code, words in TERMS["language"].items():
        if said == code or said in map(bare, words):
            return Option(i18n.term("language", code), code)
    known = ", ".join(i18n.term("language", code) for code in TERMS["language"])
    raise Wrong(i18n.filled(translate("Options", "“%1” is not a language known here: %2."), typed, known))


def language_label(data: Any, context: Context) -> str:
    return i18n.term("language", str(data)) if data in TERMS["language"] else str(data)


# skills and certificates


def skill_names(context: Context) -> list[str]:
    """Every skill that somebody has or something asks for."""
    schedule = context.schedule
    found = {row.name for row in schedule.rows(Skill).values()}
    for needs in _needs(context):
        found.update(need.name for need in needs if not need.certification)
    return sorted(found, key=bare)


def certificate_names(context: Context) -> list[str]:
    found = {row.name for row in context.schedule.rows(Certification).values()}
    for needs in _needs(context):
        found.update(need.name for need in needs if need.certification)
    return sorted(found, key=bare)


def _needs(context: Context) -> Iterable[tuple[SkillNeed, ...]]:
    for line in context.schedule.rows(StaffingLine).values():
        yield line.skills
    for visit in context.schedule.rows(Visit).values():
        yield visit.skills


def held_skills(context: Context, values: Values) -> list[Option]:
    """Each name with each level."""
    return [_held(name, level) for name in skill_names(context) for level in range(1, 6)]


def _held(name: str, level: int) -> Option:
    return Option(f"{name} {level}", (name, level), i18n.filled(translate("Options", "level %1 of 5"), str(level)))


def held_skill_token(typed: str, context: Context) -> Option:
    """'Windows 4'."""
    name, level = _split(typed, skill_names(context))
    if level is None:
        told = i18n.filled(translate("Options", "Which level, 1 to 5? Write it like %1 3."), name)
        raise Wrong(told, Repair(i18n.filled(translate("Options", "Use %1"), f"{name} 3"), (("", (name, 3)),)))
    if not 1 <= level <= 5:
        raise Wrong(i18n.filled(translate("Options", "Levels go from 1 to 5, %1 does not exist."), str(level)))
    return _held(name, level)


def held_skill_label(data: Any, context: Context) -> str:
    return f"{data[0]} {data[1]}"


def needs(context: Context, values: Values) -> list[Option]:
    """Skills of any level or of at least one, and certificates."""
    found: list[Option] = []
    for name in certificate_names(context):
        found.append(Option(name, (name, 0, True), translate("Options", "certificate")))
    for name in skill_names(context):
        found.append(Option(name, (name, 0, False), translate("Options", "any level")))
        for level in range(2, 6):
            told = i18n.filled(translate("Options", "level %1 or more"), str(level))
            found.append(Option(f"{name} {level}", (name, level, False), told))
    return found


def need_token(typed: str, context: Context) -> Option:
    """'Windows 2' asks for the level or more; the name of a certificate for that certificate."""
    known = {bare(name): name for name in certificate_names(context)}
    if bare(typed) in known:
        return Option(typed, (known[bare(typed)], 0, True))
    name, level = _split(typed, skill_names(context))
    if level is not None and not 1 <= level <= 5:
        raise Wrong(i18n.filled(translate("Options", "Levels go from 1 to 5, %1 does not exist."), str(level)))
    return Option(typed, (name, level or 0, False))


def need_label(data: Any, context: Context) -> str:
    return f"{data[0]} {data[1]}" if data[1] else str(data[0])


def _split(typed: str, known: Sequence[str]) -> tuple[str, int | None]:
    """Name, in the spelling that is in use, and level."""
    spelt = {bare(name): name for name in known}
    if bare(typed) in spelt:
        return spelt[bare(typed)], None
    match = re.fullmatch(r"(.+?)\s+(\d{1,3})", typed.strip())
    name, level = (match[1], int(match[2])) if match else (typed.strip(), None)
    return spelt.get(bare(name), name), level


def skill_needs(tokens: Iterable[Any]) -> tuple[SkillNeed, ...]:
    return tuple(SkillNeed(str(name), int(level), bool(certified)) for name, level, certified in tokens)


def need_tokens(found: Iterable[SkillNeed]) -> tuple[tuple[str, int, bool], ...]:
    return tuple((need.name, need.level, need.certification) for need in found)


# names of things that are text


def services(context: Context, values: Values) -> list[str]:
    """What was called so before, on lines and visits."""
    found = {line.service for line in context.schedule.rows(StaffingLine).values()}
    found.update(visit.service for visit in context.schedule.rows(Visit).values())
    return sorted(found - {""}, key=bare)


def sectors(context: Context, values: Values) -> list[str]:
    return sorted({row.sector for row in context.schedule.rows(Client).values()} - {""}, key=bare)


def tiers(context: Context, values: Values) -> list[str]:
    return sorted({row.tier for row in context.schedule.rows(Client).values()} - {""}, key=bare)


def vendors(context: Context, values: Values) -> list[str]:
    return sorted({row.vendor for row in context.schedule.rows(Certification).values()} - {""}, key=bare)


def certificates(context: Context, values: Values) -> list[str]:
    return certificate_names(context)


def clearances(context: Context, values: Values) -> list[str]:
    """Names that somebody holds or some site asks for."""
    found = {row.name for row in context.schedule.rows(Clearance).values()}
    for site in context.schedule.rows(Site).values():
        found.update(site.clearances)
    return sorted(found, key=bare)


def clearance_options(context: Context, values: Values) -> list[Option]:
    return [Option(name, name) for name in clearances(context, values)]


def word_token(typed: str, context: Context) -> Option:
    return Option(typed, typed)


def word_label(data: Any, context: Context) -> str:
    return str(data)


def client_token(typed: str, context: Context) -> Option:
    said = bare(typed)
    for option in clients(context, {}):
        if bare(option.text) == said or bare(option.also) == said:
            return option
    raise Wrong(i18n.filled(translate("Options", "No client is called “%1”. Choose from the list."), typed))


def client_label(data: Any, context: Context) -> str:
    found = context.schedule.get(Client, data)
    return "?" if found is None else found.name


# clocks and calendars


def zones(context: Context, values: Values) -> Sequence[Option]:
    """The office's zone first."""
    return _zones(context.zone)


@lru_cache(maxsize=4)
def _zones(first: str) -> tuple[Option, ...]:
    names = (first, *(name for name in zone_names() if name != first))
    return tuple(Option(name, name, also=name.replace("/", " ").replace("_", " ")) for name in names)


def calendars(context: Context, values: Values) -> list[str]:
    """Keys of the city, its region and country, and of every place that holidays are known for."""
    parts = context.city.calendar.split("-")
    near = ["-".join(parts[: n + 1]) for n in reversed(range(len(parts)))]
    known = sorted({row.place for row in context.schedule.rows(Holiday).values()} - set(near))
    return [*near, *known]


def calendar_key(typed: str, context: Context) -> str:
    """'ES-MD-28079', 'US-MA'."""
    said = typed.upper().replace(" ", "")
    if not re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]+)*", said):
        told = translate("Options", "“%1” is not a calendar. Write country, region and place like ES-MD-28079.")
        raise Wrong(i18n.filled(told, typed))
    return said
