from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techsched.model.kinds import Transport
from techsched.model.road import rounded_up, straight_km, trip

LATS = st.floats(-80, 80)
LONS = st.floats(-180, 180)
KMS = st.floats(0, 60)
DRIVEN = st.sampled_from([Transport.CAR, Transport.VAN, Transport.MOTORBIKE])


@pytest.mark.parametrize(("road_km", "minutes"), [(3, 7.6), (10, 18.8), (20, 32.4)])
def test_driving_alone_takes_what_its_speed_says(road_km: float, minutes: float) -> None:
    assert trip(road_km / 1.343, Transport.CAR, parking=-2) == pytest.approx(minutes, abs=0.05)


def test_public_transport_takes_what_was_measured_in_madrid() -> None:
    assert trip(10.7 / 1.343, Transport.PUBLIC, parking=0) == pytest.approx(46, abs=0.1)


def test_a_short_way_is_walked_instead_of_waiting() -> None:
    assert trip(1 / 1.343, Transport.PUBLIC, parking=0) == pytest.approx(60 / 4.6)


def test_only_driving_suffers_from_the_peak() -> None:
    quiet, busy = (trip(5, Transport.CAR, parking=8, slowdown=slow) for slow in (1.0, 1.5))
    assert busy - quiet == pytest.approx((quiet - 8 - 2) / 2)
    assert trip(5, Transport.PUBLIC, 8, 1.5) == trip(5, Transport.PUBLIC, 0, 1.0)


@given(KMS, KMS, st.sampled_from(list(Transport)), st.floats(0, 20), st.floats(1, 2))
def test_farther_never_takes_less(a: float, b: float, transport: Transport, parking: float, slowdown: float) -> None:
    near, far = sorted((a, b))
    assert trip(near, transport, parking, slowdown) <= trip(far, transport, parking, slowdown) + 1e-9


@given(LATS, LONS, LATS, LONS)
def test_there_is_as_far_as_back(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> None:
    there = straight_km(lat_a, lon_a, lat_b, lon_b)
    assert isclose(there, straight_km(lat_b, lon_b, lat_a, lon_a), abs_tol=1e-6)
    assert 0 <= there <= 20_016
    assert straight_km(lat_a, lon_a, lat_a, lon_a) == 0


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert straight_km(40, -3.7, 41, -3.7) == pytest.approx(111.19, abs=0.01)


@given(st.floats(0, 5000))
def test_minutes_are_rounded_up_to_five(minutes: float) -> None:
    whole = rounded_up(minutes)
    assert whole % 5 == 0
    assert whole - 5 < minutes <= whole + 1e-6


@pytest.mark.parametrize(("minutes", "whole"), [(0, 0), (0.01, 5), (5, 5), (5.2, 10), (20.000000000001, 20)])
def test_a_full_five_minutes_stays(minutes: float, whole: int) -> None:
    assert rounded_up(minutes) == whole
