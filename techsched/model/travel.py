"""How many minutes from one place to another: set by hand, by coordinates, or by district."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from techsched.model.city import CityPack, District
from techsched.model.client import Site
from techsched.model.kinds import Transport
from techsched.model.office import OuterZone, TravelTime
from techsched.model.road import rounded_up, straight_km, trip
from techsched.model.technician import Technician
from techsched.model.wall import DAY_MINUTES

PlaceKey = str
"""'site:ID', 'district:07' or 'zone:ID'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a trip starts or ends. `district` is a code of the pack; `zone_id` an outer zone, then no district."""

    district: str | None = None
    lat: float | None = None
    lon: float | None = None
    site_id: int | None = None
    zone_id: int | None = None
    home: bool = False
    """The technician's own: two homes in one question are the same home."""

    @classmethod
    def of_site(cls, site: Site) -> Spot:
        return cls(
            district=site.district or None,
            lat=site.lat,
            lon=site.lon,
            site_id=site.id,
            zone_id=None if site.district else site.outer_zone_id,
        )

    @classmethod
    def home_of(cls, technician: Technician) -> Spot:
        return cls(
            district=technician.home_district or None, lat=technician.home_lat, lon=technician.home_lon, home=True
        )

    @property
    def keys(self) -> tuple[PlaceKey, ...]:
        """Under which minutes may have been set by hand, the most specific first."""
        site = () if self.site_id is None else (f"site:{self.site_id}",)
        if self.zone_id is not None:
            return (*site, f"zone:{self.zone_id}")
        return site if self.district is None else (*site, f"district:{self.district}")


@dataclass(frozen=True, slots=True)
class Peak:
    """Driving between two minutes of the day, the second not included, takes `slowdown` times as long."""

    start: int
    end: int
    slowdown: float


# Free flow plus 41 % in the morning and 30 % in the evening, over a day whose mean is free flow plus 14 %.
# The evening's hours are a judgement: no measured bounds were found.
PEAKS = (Peak(7 * 60 + 30, 9 * 60 + 30, 1.41 / 1.14), Peak(17 * 60, 19 * 60 + 30, 1.30 / 1.14))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TravelSettings:
    """What an office knows of travel beyond its city pack; compared by identity, make it once per state of the rows."""

    zones: Mapping[int, OuterZone] = field(default_factory=dict)
    by_hand: Mapping[tuple[PlaceKey, PlaceKey], Mapping[Transport | None, int]] = field(default_factory=dict)
    """Minutes from, to, by transport; None is any. Never rounded, at any hour."""
    parking: Mapping[tuple[Transport | None, str], int] = field(default_factory=dict)
    """Minutes by transport (None: all that park) and district code ('': the whole city); else the pack's."""
    parking_elsewhere: int = 4
    """Minutes at a destination outside the pack's districts."""
    peaks: tuple[Peak, ...] = PEAKS

    @classmethod
    def of(
        cls,
        zones: Iterable[OuterZone] = (),
        times: Iterable[TravelTime] = (),
        parking: Mapping[tuple[Transport | None, str], int] | None = None,
    ) -> TravelSettings:
        by_hand: dict[tuple[PlaceKey, PlaceKey], dict[Transport | None, int]] = {}
        for time in times:
            by_hand.setdefault((time.origin, time.destination), {})[time.transport] = time.minutes
        return cls(zones={zone.id: zone for zone in zones}, by_hand=by_hand, parking=parking or {})

    def slowdown(self, transport: Transport, minute_of_day: int | None) -> float:
        """1.0 off peak, on rails and where no time is given."""
        if minute_of_day is None or transport is Transport.PUBLIC:
            return 1.0
        minute = minute_of_day % DAY_MINUTES
        for peak in self.peaks:
            if peak.start <= minute < peak.end:
                return peak.slowdown
        return 1.0

    def parking_at(self, pack: CityPack, transport: Transport, district: str | None) -> int:
        """A motorbike stands at the door (a judgement) unless minutes are set for motorbikes."""
        if transport is Transport.PUBLIC:
            return 0
        by_any = () if transport is Transport.MOTORBIKE else (None,)
        for means in (transport, *by_any):
            for where in (district or "", ""):
                if (means, where) in self.parking:
                    return self.parking[(means, where)]
        if transport is Transport.MOTORBIKE:
            return 0
        there = pack.districts.get(district or "")
        return self.parking_elsewhere if there is None else there.parking

    def told(self, origin: tuple[PlaceKey, ...], destination: tuple[PlaceKey, ...], transport: Transport) -> int | None:
        """Minutes set by hand for the most specific pair of places; the way back counts where this way is not set."""
        if not self.by_hand:
            return None
        pairs = [(a + b, a, here, there) for a, here in enumerate(origin) for b, there in enumerate(destination)]
        for _, _, here, there in sorted(pairs):
            for way in ((here, there), (there, here)):
                minutes = self._by_means(self.by_hand.get(way), transport)
                if minutes is not None:
                    return minutes
        return None

    @staticmethod
    def _by_means(set_for: Mapping[Transport | None, int] | None, transport: Transport) -> int | None:
        if set_for is None:
            return None
        means = (transport, Transport.CAR, None) if transport is Transport.VAN else (transport, None)
        return next((set_for[each] for each in means if each in set_for), None)


def minutes(
    pack: CityPack,
    settings: TravelSettings,
    origin: Spot,
    destination: Spot,
    transport: Transport,
    depart_minute_of_day: int | None = None,
) -> int | None:
    """Planning minutes door to door; None when the places are not known well enough, which is for a person to say.

    The same site, and home to home, is 0. Then what was set by hand; then the model, on the coordinates of both places
    or else on their districts, rounded up to 5. An outer zone lies its extra minutes beyond its nearest district.
    Minute of the local day, for the peaks; None, as on a day without traffic, has none.
    """
    return _minutes(pack, settings, origin, destination, transport, settings.slowdown(transport, depart_minute_of_day))


@lru_cache(maxsize=1 << 16)
def _minutes(
    pack: CityPack,
    settings: TravelSettings,
    origin: Spot,
    destination: Spot,
    transport: Transport,
    slowdown: float,
) -> int | None:
    if (origin.home and destination.home) or (origin.site_id is not None and origin.site_id == destination.site_id):
        return 0
    set_by_hand = settings.told(origin.keys, destination.keys, transport)
    if set_by_hand is not None:
        return set_by_hand
    found = _by_coordinates(pack, settings, origin, destination, transport, slowdown)
    if found is None:
        found = _by_district(pack, settings, origin, destination, transport, slowdown)
    return None if found is None else rounded_up(found)


def _by_coordinates(
    pack: CityPack, settings: TravelSettings, origin: Spot, destination: Spot, transport: Transport, slowdown: float
) -> float | None:
    if origin.lat is None or origin.lon is None or destination.lat is None or destination.lon is None:
        return None
    km = straight_km(origin.lat, origin.lon, destination.lat, destination.lon)
    return trip(km, transport, settings.parking_at(pack, transport, destination.district), slowdown)


def _by_district(
    pack: CityPack, settings: TravelSettings, origin: Spot, destination: Spot, transport: Transport, slowdown: float
) -> float | None:
    if origin.zone_id is not None and origin.zone_id == destination.zone_id:
        return None
    start, before = _in_the_city(settings, origin)
    end, after = _in_the_city(settings, destination)
    here, there = pack.districts.get(start.district or ""), pack.districts.get(end.district or "")
    if here is None or there is None:
        return None
    inside: float | None = settings.told(start.keys, end.keys, transport)
    if inside is None:
        parking = settings.parking_at(pack, transport, there.code)
        inside = _between(pack, here, there, transport, parking, slowdown)
    return before + inside + after


def _in_the_city(settings: TravelSettings, spot: Spot) -> tuple[Spot, int]:
    """The spot itself, or for an outer zone its nearest district and the minutes beyond it."""
    if spot.zone_id is None:
        return spot, 0
    zone = settings.zones.get(spot.zone_id)
    if zone is None:
        return Spot(), 0
    return Spot(district=zone.nearest_district, site_id=spot.site_id), zone.extra_minutes


def _between(
    pack: CityPack, here: District, there: District, transport: Transport, parking: int, slowdown: float
) -> float:
    """The model over the districts' centres. Where the pack's matrix has another figure, the model only shifts it."""
    km = here.intra_km if here is there else straight_km(here.lat, here.lon, there.lat, there.lon)
    modelled = trip(km, transport, parking, slowdown)
    means = transport if transport is Transport.PUBLIC else Transport.CAR
    figure = pack.matrices.get(means, {}).get((here.code, there.code))
    if figure is None:
        return modelled
    usual = trip(km, means, there.parking)
    return modelled if rounded_up(usual) == figure else figure + modelled - usual
