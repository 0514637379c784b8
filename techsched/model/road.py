"""Minutes for a distance: how long a trip takes by car, on public transport or on foot."""

from __future__ import annotations

from math import asin, ceil, cos, exp, radians, sin, sqrt

from techsched.model.kinds import Transport

EARTH_KM = 6371.0
DETOUR = 1.343
"""Road over straight line: the measured mean of 300 European cities."""

_START = 2.0
_SLOW, _GAIN, _REACH = 18.0, 22.0, 10.0
"""Driving speed is 18 km/h on the first metres and nears 40 km/h; 10 km is how soon it does."""
_ACCESS = 8.0 + 11.0
"""Minutes walked and waited for a public transport trip."""
_ABOARD = 23.8
_ON_FOOT = 4.6
_STEP = 5


def straight_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle kilometres between two points in WGS84 degrees."""
    a, b = radians(lat_a), radians(lat_b)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def trip(km: float, transport: Transport, parking: float, slowdown: float = 1.0) -> float:
    """Minutes door to door over `km` in a straight line, not rounded.

    `parking` minutes and `slowdown` (1.24: driving takes 24 % longer) hold for what is driven. A motorbike is driven as
    a car is. Public transport is never slower than walking all the way.
    """
    road = DETOUR * km
    if transport is Transport.PUBLIC:
        return min(_ACCESS + 60 * road / _ABOARD, 60 * road / _ON_FOOT)
    speed = _SLOW + _GAIN * (1 - exp(-road / _REACH))
    return _START + slowdown * 60 * road / speed + parking


def rounded_up(minutes: float) -> int:
    """To the next 5 minutes; plans are made in those."""
    return _STEP * ceil((minutes - 1e-9) / _STEP)
