"""Public holidays of years that a city pack does not hold, by the rules of the `holidays` package."""

from __future__ import annotations

from collections.abc import Iterable

from techsched.model.city import CityPack
from techsched.model.holiday import Holiday
from techsched.model.kinds import HolidayScope, HolidayStatus

SOURCE = "by rule, not checked against a decree"


def beyond(pack: CityPack, years: Iterable[int]) -> tuple[Holiday, ...]:
    """Holidays of country and region, with id 0, for those of the years of which the pack has none.

    Empty for a country that the package does not know. Days of the municipality are in no package: the office adds
    them itself.
    """
    known = {holiday.day.year for holiday in pack.holidays}
    missing = sorted(set(years) - known)
    country, _, region = pack.region.partition("-")
    if not missing or not country:
        return ()
    # takes a third of a second to import, and most offices never need it
    import holidays

    try:
        # in the country's own language, as packs have them, whatever language the machine speaks
        native = holidays.country_holidays(country).default_language
        national = holidays.country_holidays(country, years=missing, language=native)
        regional = holidays.country_holidays(country, subdiv=region or None, years=missing, language=native)
    except NotImplementedError:
        return ()
    found = []
    for day, name in sorted(regional.items()):
        everywhere = day in national
        found.append(
            Holiday(
                id=0,
                day=day,
                name=name,
                scope=HolidayScope.NATIONAL if everywhere else HolidayScope.REGION,
                place=country if everywhere else pack.region,
                status=HolidayStatus.PROJECTED,
                source=SOURCE,
            )
        )
    return tuple(found)
