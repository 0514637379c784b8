"""A small company as files that a test can bend, and readings of it in sentences."""

from __future__ import annotations

import csv
import io
from itertools import count
from pathlib import Path

from techsched.cities import pack
from techsched.exchange.company import Reading, read
from techsched.model.change import Change, created
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.words import say
from tests.rows import NOW, office

Table = list[dict[str, str]]

_TEXTS = {
    "holidays": """
date,weekday,name,scope
2026-12-08,Tue,Inmaculada Concepción,national
2026-11-02,Mon,Lunes siguiente a Todos los Santos,region
2026-11-09,Mon,Nuestra Señora de la Almudena,city
""",
    "technicians": """
id,given_name,surname_1,surname_2,email,phone,profile,home_district,covers_districts,transport,contract,weekly_hours,\
pattern,weekdays,shift_start,shift_end,break_minutes,august_start,august_end,languages,time_zone,remote_ok,on_call,\
annual_leave_days,hired_on,left_on
T1,Ana,Pérez,Gil,ana@example.com,+34 600 000 001,Senior Engineer,07,01 07,car,permanent,40,FT,Mon Tue Wed Thu Fri,\
09:00,18:00,60,08:00,15:00,es en,Europe/Madrid,1,1,23,2020-01-01,
T2,Íñigo,Núñez,,i@example.com,ext. 2,Systems Technician,11,,public,permanent,37.5,FT,Mon Tue Wed Thu Fri,\
08:00,17:00,60,,,es,Atlantic/Canary,0,0,23,2021-05-03,2026-12-31
""",
    "skills": """
technician_id,kind,name,vendor,level,obtained_on,expires_on
T1,skill,Azure,,4,,
T1,certification,CCNA,Cisco,,2025-01-10,2028-01-10
T2,skill,Windows client,,2,,
""",
    "clients": """
id,name,sector,contract_tier,since,weight,notes
C1,Notaría Olmo,Legal,gold,2020-05-01,12.5,"Factura: ""ref. interna"", copia"
C2,Clínica Faro,Healthcare,silver,,,
""",
    "sites": """
id,client_id,name,district_code,district,address,postcode,lat,lon,opens,closes,days,closed_august,access,parking
S1,C1,Sede,07,Chamberí,"Calle Palafox, 73",28010,40.43147,-3.69885,09:00,18:00,Mon Tue Wed Thu Fri,0,,propio
S2,C2,Sede,04,Salamanca,"Calle Goya, 47",28001,40.42500,-3.68000,08:00,20:00,Mon Tue Wed Thu Fri Sat,1,,
""",
    "engagements": """
id,client_id,site_id,kind,service_line,mode,starts_on,ends_on,headcount,required_profile,required_skills,weekdays,\
from_time,to_time,onsite_weekdays,counts_holidays,status,notes
E1,C1,S1,indefinite,Helpdesk,mixed,2026-01-01,,1,Systems Technician,Windows client,Mon Tue Wed Thu Fri,09:00,18:00,\
Mon Wed,0,confirmed,
E2,C2,S2,month,Cloud,on_site,2026-07-01,2026-12-31,2,Senior Engineer,Azure;CCNA,Mon Tue Wed Thu Fri,15:00,19:00,,0,\
confirmed,
E3,C2,,day,Cloud,remote,2026-12-01,2026-12-01,1,,,Mon Tue Wed Thu Fri,09:00,13:00,,1,draft,
""",
    "assignments": """
id,technician_id,engagement_id,starts_on,ends_on,mode,locked
A1,T2,E1,2026-11-02,,mixed,0
A2,T1,E2,2026-07-01,2026-12-31,on_site,1
""",
    "absences": """
id,technician_id,kind,starts_on,ends_on,from_time,to_time,working_days,status,requested_on,notes
H1,T1,annual_leave,2026-11-23,2026-11-25,,,3,approved,2026-09-01,
H2,T2,medical,2026-11-24,2026-11-24,09:00,11:00,0.25,requested,,
H3,T2,personal,2026-12-01,2026-12-01,,,1,rejected,,
H4,T2,sick,2026-11-26,,,,,approved,,
""",
    "visits": """
id,client_id,site_id,district_code,created_at,priority,response_target_minutes,target_clock,due_at,window_from,\
window_to,duration_minutes,service_line,required_profile,required_skills,people,title,status
V1,C1,S1,07,2026-11-24T10:00,critical,240,24x7,2026-11-24T14:00,2026-11-24T10:00,2026-11-24T14:00,90,Helpdesk,\
Systems Technician,Windows client,1,Sin red,open
V2,C2,S2,04,2026-11-20T10:00,planned,4800,working,2026-11-30T13:00,2026-11-30T10:00,2026-11-30T13:00,60,Cloud,,,2,\
Cambio de disco,cancelled
""",
}


_IDS = count(1001)


class Company:
    """The tables by name; rows are numbered as a spreadsheet does, so that the first below the header is 2."""

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {
            name: list(csv.DictReader(io.StringIO(text.strip()))) for name, text in _TEXTS.items()
        }

    def set(self, table: str, row: int, **cells: str) -> Company:
        self.tables[table][row - 2].update(cells)
        return self

    def add(self, table: str, like: int, **cells: str) -> Company:
        self.tables[table].append({**self.tables[table][like - 2], **cells})
        return self

    def without(self, *tables: str) -> Company:
        for name in tables:
            del self.tables[name]
        return self

    def only(self, *tables: str) -> Company:
        return self.without(*(self.tables.keys() - set(tables)))

    def text(self, table: str, separator: str = ",") -> str:
        out = io.StringIO()
        rows = self.tables[table]
        writer = csv.DictWriter(out, list(rows[0]), delimiter=separator, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()

    def write(self, folder: Path, *, encoding: str = "utf-8", separator: str = ",") -> Path:
        folder.mkdir(exist_ok=True)
        for table in self.tables:
            (folder / f"{table}.csv").write_bytes(self.text(table, separator).encode(encoding))
        return folder


def empty_office(*rows: Row) -> Schedule:
    return Schedule(pack("madrid"), [office(), *rows])


def reading(*paths: Path, into: Schedule | None = None) -> Reading:
    return read(paths, into or empty_office(), ids=_IDS, who="marta", now=NOW)


def after(found: Reading, into: Schedule | None = None) -> Schedule:
    return (into or empty_office()).with_(found.change)


def held(*rows: Row) -> Change:
    return Change(Sentence("undo.draft"), created(*rows))


def refusals(found: Reading, language: str = "en") -> list[str]:
    """'sites.csv, row 2, district: Chambery is not a district. Did you mean Chamberí?'"""
    return [f"{say(one.place, language)}: {say(one.sentence, language)}" for one in found.refused]


def flags(found: Reading, language: str = "en") -> list[str]:
    return [f"{say(one.place, language)}: {say(one.sentence, language)}" for one in found.flagged]
