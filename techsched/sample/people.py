"""The sample office's seventeen technicians: who they are and what they hold."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.model.kinds import Profile, Transport, WorkPlace

P, C = Transport.PUBLIC, Transport.CAR


@dataclass(frozen=True, slots=True)
class Person:
    """`skills` as 'name level', `certificates` as 'name, vendor, last day of validity or -'."""

    name: str
    profile: Profile
    home: str
    spot: tuple[float, float]
    skills: tuple[str, ...]
    certificates: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("es",)
    transport: Transport = P
    work_place: WorkPlace = WorkPlace.CLIENT
    covers: str = ""
    hours: tuple[int, int] = (9 * 60, 18 * 60)
    """Own pattern, Monday to Friday, with an hour's break."""
    on_call: bool = False


PEOPLE: tuple[Person, ...] = (
    Person(
        "Lucía Fernández",
        Profile.SENIOR,
        "07",
        (40.4379, -3.7021),
        ("Azure 5", "Fortinet 4", "VMware 4", "Windows Server 5", "Linux 4"),
        ("Azure Solutions Architect, Microsoft, 2027-05-31", "Fortinet NSE4, Fortinet, 2027-11-30"),
        ("es", "en"),
    ),
    Person(
        "Javier Molina",
        Profile.SENIOR,
        "04",
        (40.4302, -3.6748),
        ("VMware 5", "Veeam 5", "Windows Server 5", "Linux 4", "Storage 4"),
        ("VMware VCP, VMware, 2028-02-29", "Veeam VMCE, Veeam, 2027-06-30"),
        ("es", "en"),
        C,
    ),
    Person(
        "Carmen Ruiz",
        Profile.ADMINISTRATOR,
        "02",
        (40.4003, -3.6972),
        ("M365 5", "Windows Server 4", "Windows 5", "Azure 3"),
        ("Microsoft 365 Administrator, Microsoft, 2027-03-31",),
    ),
    Person(
        "Diego Navarro",
        Profile.ADMINISTRATOR,
        "06",
        (40.4611, -3.6984),
        ("Linux 5", "Veeam 4", "Windows Server 3", "Storage 3"),
        ("Red Hat RHCE, Red Hat, 2027-09-30",),
    ),
    Person(
        "Elena Santos",
        Profile.ADMINISTRATOR,
        "05",
        (40.4561, -3.6789),
        ("Linux 4", "M365 4", "Windows Server 4", "Veeam 3"),
        ("Microsoft 365 Administrator, Microsoft, 2027-08-31",),
        ("es", "en"),
    ),
    Person(
        "Tomás Aguirre",
        Profile.ADMINISTRATOR,
        "14",
        (40.4068, -3.6440),
        ("M365 4", "Helpdesk 5", "Windows 4", "Azure 3", "Scanners 3"),
        ("Microsoft 365 Administrator, Microsoft, 2028-01-31",),
        ("es", "en"),
        hours=(14 * 60, 22 * 60),
    ),
    Person(
        "Sergio Vidal",
        Profile.NETWORK,
        "16",
        (40.4730, -3.6420),
        ("Fortinet 5", "Cisco 4", "Cabling 4", "Wi-Fi 3", "Tills 3", "Scanners 2"),
        ("Fortinet NSE4, Fortinet, 2027-09-30", "Cisco CCNA, Cisco, 2028-04-30"),
        ("es", "en"),
        C,
        WorkPlace.MOBILE,
    ),
    Person(
        "Nuria Castaño",
        Profile.NETWORK,
        "09",
        (40.4353, -3.7236),
        ("Aruba 5", "Cisco 4", "Wi-Fi 5", "Cabling 3"),
        ("Aruba ACMP, HPE Aruba, 2027-03-14",),
    ),
    Person(
        "Óscar Peña",
        Profile.NETWORK,
        "11",
        (40.3851, -3.7334),
        ("Cisco 4", "Cabling 5", "Wi-Fi 4", "Racks 4"),
        ("Cisco CCNA, Cisco, 2027-12-31",),
        on_call=True,
    ),
    Person(
        "Marta Gallego",
        Profile.NETWORK,
        "20",
        (40.4331, -3.6150),
        ("Fortinet 5", "Sophos 4", "Cisco 3", "Wi-Fi 3"),
        ("Fortinet NSE4, Fortinet, 2028-06-30", "Sophos Engineer, Sophos, 2026-11-20"),
        ("es", "en"),
        on_call=True,
    ),
    Person(
        "Álvaro Ramos",
        Profile.SYSTEMS,
        "10",
        (40.3967, -3.7446),
        ("Windows 4", "Print 4", "Helpdesk 4", "Schools 4"),
    ),
    Person(
        "Beatriz Cano",
        Profile.SYSTEMS,
        "03",
        (40.4098, -3.6741),
        ("Helpdesk 5", "M365 4", "Windows 4"),
        languages=("es", "en"),
        hours=(8 * 60, 16 * 60),
    ),
    Person(
        "Pablo Herrero",
        Profile.SYSTEMS,
        "12",
        (40.3812, -3.7068),
        ("Windows 4", "Cabling 3", "Print 4", "Tills 3", "Scanners 3", "Helpdesk 3", "Fortinet 3", "Schools 2"),
        ("Fortinet NSE4, Fortinet, 2027-02-28",),
        ("es",),
        C,
        WorkPlace.MOBILE,
    ),
    Person(
        "Irene Domínguez",
        Profile.SYSTEMS,
        "15",
        (40.4385, -3.6480),
        ("macOS 5", "M365 4", "Windows 3", "Helpdesk 4"),
        ("Apple ACSP, Apple, 2027-10-31",),
        ("es", "en", "fr"),
    ),
    Person(
        "Hugo Serrano",
        Profile.JUNIOR,
        "13",
        (40.3887, -3.6611),
        ("Helpdesk 3", "Windows 2", "Linux 2"),
        hours=(8 * 60, 17 * 60),
    ),
    Person(
        "Paula Nieto",
        Profile.JUNIOR,
        "17",
        (40.3478, -3.7010),
        ("Helpdesk 3", "Print 3", "Windows 3"),
        hours=(8 * 60, 17 * 60),
    ),
    Person(
        "Adrián Lozano",
        Profile.JUNIOR,
        "08",
        (40.4805, -3.7069),
        ("Helpdesk 3", "Tills 2", "Windows 2"),
    ),
)
