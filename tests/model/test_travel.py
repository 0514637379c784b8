from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techsched import cities
from techsched.model.city import CityPack, District
from techsched.model.client import Site
from techsched.model.kinds import Transport
from techsched.model.office import OuterZone, TravelTime
from techsched.model.road import straight_km, trip
from techsched.model.travel import Spot, TravelSettings, _minutes, minutes
from tests.facts import figures, needs_facts

CAR, VAN, BIKE, PUBLIC = Transport.CAR, Transport.VAN, Transport.MOTORBIKE, Transport.PUBLIC
MADRID = cities.pack("madrid")
PLAIN = TravelSettings()
NOON = 12 * 60
RUSH = 8 * 60

GOYA = Spot(district="04", lat=40.4246, lon=-3.6760, site_id=1)
BARAJAS = Spot(district="21", lat=40.4735, lon=-3.5790, site_id=2)
ANYWHERE_IN = {code: Spot(district=code) for code in MADRID.districts}
POZUELO = OuterZone(id=50, name="Pozuelo de Alarcón", nearest_district="09", extra_minutes=12)
GETAFE = OuterZone(id=51, name="Getafe", nearest_district="17", extra_minutes=15)


def by_hand(*times: tuple[str, str, int] | tuple[str, str, int, Transport]) -> TravelSettings:
    rows = [
        TravelTime(id=number, origin=time[0], destination=time[1], minutes=time[2], transport=(*time, None)[3])  # type: ignore[misc]
        for number, time in enumerate(times, start=1)
    ]
    return TravelSettings.of((POZUELO, GETAFE), rows)


def go(
    origin: Spot,
    destination: Spot,
    transport: Transport = CAR,
    *,
    at: int | None = NOON,
    settings: TravelSettings = PLAIN,
    pack: CityPack = MADRID,
) -> int | None:
    return minutes(pack, settings, origin, destination, transport, at)


# the figures of both cities


@needs_facts
@pytest.mark.parametrize("city", ["madrid", "barcelona"])
@pytest.mark.parametrize("with_matrices", [True, False])
def test_every_pair_of_districts_takes_what_the_figures_say(city: str, with_matrices: bool) -> None:
    pack = cities.pack(city) if with_matrices else replace(cities.pack(city), matrices={})
    rows = figures(f"{city}_travel.csv")
    assert len(rows) == len(pack.districts) ** 2
    for row in rows:
        there = Spot(district=row["from_code"]), Spot(district=row["to_code"])
        assert go(*there, CAR, pack=pack) == int(row["plan_car_min"]), row
        assert go(*there, PUBLIC, pack=pack) == int(row["plan_pt_min"]), row


@needs_facts
@pytest.mark.parametrize("city", ["madrid", "barcelona"])
def test_every_pair_takes_what_the_figures_say_before_rounding_and_in_the_morning_peak(city: str) -> None:
    pack = cities.pack(city)
    for row in figures(f"{city}_travel.csv"):
        here, there = pack.districts[row["from_code"]], pack.districts[row["to_code"]]
        km = here.intra_km if here is there else straight_km(here.lat, here.lon, there.lat, there.lon)
        assert km == pytest.approx(float(row["euclid_km"]), abs=0.006)
        peak = PLAIN.slowdown(CAR, RUSH)
        assert round(trip(km, CAR, there.parking)) == int(row["car_min"]), row
        assert round(trip(km, CAR, there.parking, peak)) == int(row["car_am_peak_min"]), row
        assert round(trip(km, PUBLIC, 0)) == int(row["pt_min"]), row


@needs_facts
@pytest.mark.parametrize("city", ["madrid", "barcelona"])
def test_the_plan_for_the_morning_peak_is_the_figure_rounded_up(city: str) -> None:
    for row in figures(f"{city}_travel.csv"):
        found = go(Spot(district=row["from_code"]), Spot(district=row["to_code"]), at=RUSH, pack=cities.pack(city))
        assert found is not None
        # the figure was rounded to the minute, so it may stand up to half a minute on the other side of a five
        assert found % 5 == 0
        assert found - 5.5 <= int(row["car_am_peak_min"]) <= found + 0.5, row


# where two places are


def test_the_same_site_is_no_way_at_all() -> None:
    assert go(GOYA, replace(GOYA, lat=None)) == 0
    assert go(Spot(site_id=9), Spot(site_id=9), PUBLIC) == 0


def test_home_to_home_is_no_way_at_all() -> None:
    assert go(Spot(home=True), Spot(home=True)) == 0
    assert go(Spot(home=True, district="07"), Spot(district="07")) == 15


def test_coordinates_of_both_count_before_districts() -> None:
    next_door = replace(GOYA, site_id=3, lat=40.4250)
    assert go(GOYA, next_door, PUBLIC) == 5
    assert go(replace(GOYA, lat=None), next_door, PUBLIC) == go(ANYWHERE_IN["04"], ANYWHERE_IN["04"], PUBLIC) == 20


def test_one_coordinate_alone_says_nothing() -> None:
    assert go(GOYA, replace(BARAJAS, lon=None)) == go(ANYWHERE_IN["04"], ANYWHERE_IN["21"])


@pytest.mark.parametrize(
    ("origin", "destination"),
    [
        (Spot(), ANYWHERE_IN["07"]),
        (ANYWHERE_IN["07"], Spot(site_id=4)),
        (Spot(district="99"), ANYWHERE_IN["07"]),
        (Spot(home=True), ANYWHERE_IN["07"]),
        (ANYWHERE_IN["07"], Spot(lat=40.4, lon=-3.7)),
        (ANYWHERE_IN["07"], Spot(zone_id=404)),
    ],
)
def test_what_nobody_knows_is_not_invented(origin: Spot, destination: Spot) -> None:
    assert go(origin, destination) is None


def test_a_place_abroad_is_as_far_as_it_is() -> None:
    boston = Spot(lat=42.36, lon=-71.06, site_id=5)
    found = go(GOYA, boston)
    assert found is not None
    assert found > 24 * 60


# by what means


def test_a_van_is_a_car_and_a_motorbike_does_not_park() -> None:
    way = (ANYWHERE_IN["08"], ANYWHERE_IN["01"])
    assert go(*way, VAN) == go(*way, CAR) == 35
    assert go(*way, BIKE) == 25


def test_parking_is_that_of_the_destination() -> None:
    centre, suburb = ANYWHERE_IN["01"], ANYWHERE_IN["20"]
    assert MADRID.districts["01"].parking == 8
    assert MADRID.districts["20"].parking == 4
    assert PLAIN.parking_at(MADRID, CAR, "01") == 8
    assert PLAIN.parking_at(MADRID, CAR, None) == 4
    into = minutes(MADRID, TravelSettings(parking={(None, ""): 0}), suburb, centre, CAR, NOON)
    assert into == minutes(MADRID, TravelSettings(parking={(None, ""): 0}), centre, suburb, CAR, NOON)


def test_parking_set_for_a_district_or_a_means_counts_before_that_of_the_city() -> None:
    settings = TravelSettings(parking={(None, ""): 5, (None, "01"): 15, (VAN, ""): 1, (VAN, "02"): 25})
    asked = [(CAR, "07"), (CAR, "01"), (VAN, "01"), (VAN, "02"), (BIKE, "01"), (PUBLIC, "01"), (CAR, None)]
    assert [settings.parking_at(MADRID, means, where) for means, where in asked] == [5, 15, 1, 25, 0, 0, 5]
    assert TravelSettings(parking={(BIKE, ""): 3}).parking_at(MADRID, BIKE, "01") == 3


def test_ten_minutes_more_to_park_are_ten_minutes_more() -> None:
    settings = TravelSettings(parking={(None, "01"): 18})
    assert go(ANYWHERE_IN["08"], ANYWHERE_IN["01"], settings=settings) == 35 + 10


# at what time


@pytest.mark.parametrize(
    ("clock", "slow"),
    [
        ("07:29", False),
        ("07:30", True),
        ("09:29", True),
        ("09:30", False),
        ("16:59", False),
        ("17:00", True),
        ("19:29", True),
        ("19:30", False),
    ],
)
def test_the_peaks_begin_and_end_on_the_minute(clock: str, slow: bool) -> None:
    hour, minute = map(int, clock.split(":"))
    assert (PLAIN.slowdown(CAR, hour * 60 + minute) > 1) is slow


def test_the_morning_is_slower_than_the_evening_and_rails_know_neither() -> None:
    way = (ANYWHERE_IN["17"], ANYWHERE_IN["08"])
    assert [PLAIN.slowdown(CAR, at) for at in (RUSH, 18 * 60)] == pytest.approx([1.24, 1.14], abs=0.005)
    assert [go(*way, at=at) for at in (RUSH, 18 * 60, NOON, None)] == [50, 50, 45, 45]
    assert go(*way, PUBLIC, at=RUSH) == go(*way, PUBLIC, at=NOON)


def test_a_trip_may_start_on_the_day_before_or_after() -> None:
    assert PLAIN.slowdown(CAR, RUSH - 24 * 60) == PLAIN.slowdown(CAR, RUSH + 24 * 60) == PLAIN.slowdown(CAR, RUSH)


# by hand


def test_minutes_set_by_hand_count_both_ways_and_are_not_rounded() -> None:
    settings = by_hand(("site:1", "site:2", 33))
    assert go(GOYA, BARAJAS, settings=settings) == 33
    assert go(BARAJAS, GOYA, PUBLIC, at=RUSH, settings=settings) == 33


def test_the_way_back_may_be_set_apart() -> None:
    settings = by_hand(("site:1", "site:2", 33), ("site:2", "site:1", 21))
    assert [go(GOYA, BARAJAS, settings=settings), go(BARAJAS, GOYA, settings=settings)] == [33, 21]


def test_two_sites_of_one_campus_are_no_way_apart() -> None:
    assert go(GOYA, replace(GOYA, site_id=7), settings=by_hand(("site:7", "site:1", 0))) == 0


def test_the_most_specific_pair_counts() -> None:
    pairs = [("district:04", "district:21", 41), ("site:2", "district:04", 42), ("site:1", "site:2", 43)]
    for number, expected in ((1, 41), (2, 42), (3, 43)):
        assert go(GOYA, BARAJAS, settings=by_hand(*pairs[:number])) == expected


def test_a_pair_of_districts_holds_for_homes_too() -> None:
    settings = by_hand(("district:04", "district:21", 41))
    assert go(Spot(home=True, district="04"), BARAJAS, settings=settings) == 41


def test_minutes_by_one_means_leave_the_others_alone() -> None:
    settings = by_hand(("site:1", "site:2", 33, CAR), ("site:1", "site:2", 44))
    assert [go(GOYA, BARAJAS, means, settings=settings) for means in (CAR, VAN, BIKE, PUBLIC)] == [33, 33, 44, 44]
    only = by_hand(("site:1", "site:2", 33, PUBLIC))
    assert go(GOYA, BARAJAS, CAR, settings=only) == go(GOYA, BARAJAS, CAR)


def test_what_is_unknown_may_be_set_by_hand() -> None:
    assert go(Spot(site_id=4), ANYWHERE_IN["07"], settings=by_hand(("district:07", "site:4", 55))) == 55


# outside the city


def test_an_outer_zone_lies_beyond_its_nearest_district() -> None:
    settings = by_hand()
    pozuelo, getafe = Spot(zone_id=50, site_id=8), Spot(zone_id=51)
    assert go(ANYWHERE_IN["09"], ANYWHERE_IN["07"]) == 25
    assert go(pozuelo, ANYWHERE_IN["07"], settings=settings) == 25 + 12 - 2
    inside = go(ANYWHERE_IN["09"], ANYWHERE_IN["17"])
    both = go(pozuelo, getafe, settings=settings)
    assert inside is not None
    assert both is not None
    assert inside + 27 - 5 < both <= inside + 27 + 5


def test_two_places_in_one_outer_zone_are_asked_for() -> None:
    settings = by_hand(("zone:50", "zone:50", 10))
    assert go(Spot(zone_id=51, site_id=8), Spot(zone_id=51, site_id=9), settings=settings) is None
    assert go(Spot(zone_id=50, site_id=8), Spot(zone_id=50, site_id=9), settings=settings) == 10


def test_minutes_set_for_the_zone_or_for_its_nearest_district_count() -> None:
    zone = Spot(zone_id=50, site_id=8)
    assert go(zone, ANYWHERE_IN["07"], settings=by_hand(("zone:50", "district:07", 22))) == 22
    assert go(ANYWHERE_IN["07"], zone, settings=by_hand(("district:09", "district:07", 28))) == 28 + 12
    assert go(zone, GOYA, settings=by_hand(("site:8", "district:04", 31), ("zone:50", "site:1", 32))) == 31


def test_a_site_in_a_district_is_not_in_a_zone() -> None:
    site = Site(id=3, code="S3", client_id=1, name="Sede", district="07", outer_zone_id=50)
    assert Spot.of_site(site) == Spot(district="07", site_id=3)
    assert Spot.of_site(replace(site, district="")) == Spot(zone_id=50, site_id=3)


# a city's own figures


def towns(figure: int | None) -> CityPack:
    held = {code: District(code, code, code, lat, 0.0, 1.0, 1.0) for code, lat in (("1", 40.0), ("2", 40.05))}
    matrices = {} if figure is None else {CAR: {("1", "2"): figure}}
    return CityPack(key="towns", name="Towns", districts=held, matrices=matrices)


def test_a_matrix_of_its_own_counts_before_the_model_and_only_where_it_says_something() -> None:
    way = (Spot(district="1"), Spot(district="2"))
    assert go(*way, pack=towns(None)) == 25
    assert go(*way, pack=towns(50)) == 50
    assert go(*reversed(way), pack=towns(50)) == 25
    assert go(*way, PUBLIC, pack=towns(50)) == go(*way, PUBLIC, pack=towns(None))


def test_peak_and_parking_shift_a_figure_of_the_matrix() -> None:
    way = (Spot(district="1"), Spot(district="2"))
    assert go(*way, pack=towns(50), settings=TravelSettings(parking={(CAR, "2"): 14})) == 60
    assert go(*way, at=RUSH, pack=towns(50)) == 55


# whatever the places

POINTS = st.tuples(st.floats(40.3, 40.6), st.floats(-3.9, -3.5))
CODES = st.sampled_from([None, *MADRID.districts])
SPOTS = st.builds(
    lambda code, point: Spot(district=code, lat=point and point[0], lon=point and point[1]), CODES, POINTS | st.none()
)
MEANS = st.sampled_from(list(Transport))
TIMES = st.integers(0, 1439) | st.none()


@given(SPOTS, SPOTS, MEANS, TIMES)
def test_minutes_are_whole_fives_or_not_known(a: Spot, b: Spot, means: Transport, at: int | None) -> None:
    found = go(a, b, means, at=at)
    known = None not in (a.lat, b.lat) or None not in (a.district, b.district)
    assert (found is not None) is known
    if found is not None:
        assert found >= 0
        assert found % 5 == 0


@given(SPOTS, SPOTS, MEANS, TIMES)
def test_there_and_back_differ_by_parking_alone(a: Spot, b: Spot, means: Transport, at: int | None) -> None:
    there, back = go(a, b, means, at=at), go(b, a, means, at=at)
    assert (there is None) is (back is None)
    if there is None or back is None:
        return
    apart = abs(PLAIN.parking_at(MADRID, means, b.district) - PLAIN.parking_at(MADRID, means, a.district))
    assert abs(there - back) <= 5 * -(-apart // 5)


@given(SPOTS, SPOTS, MEANS, st.integers(0, 1439))
def test_a_peak_never_makes_a_trip_shorter(a: Spot, b: Spot, means: Transport, at: int) -> None:
    quiet, then = go(a, b, means, at=None), go(a, b, means, at=at)
    assert quiet is None or (then is not None and then >= quiet)


@given(POINTS, st.floats(0, 0.1), st.floats(0, 0.1), MEANS, TIMES)
def test_farther_north_in_one_district_is_never_sooner(
    point: tuple[float, float], step: float, more: float, means: Transport, at: int | None
) -> None:
    start = Spot(district="08", lat=point[0], lon=point[1])
    near, far = (Spot(district="08", lat=point[0] + up, lon=point[1]) for up in (step, step + more))
    first, second = go(start, near, means, at=at), go(start, far, means, at=at)
    assert first is not None
    assert second is not None
    assert first <= second


@given(SPOTS, SPOTS, MEANS, st.integers(0, 500))
def test_what_is_set_by_hand_is_the_answer(a: Spot, b: Spot, means: Transport, told: int) -> None:
    settings = by_hand(("site:1", "site:2", told))
    assert go(replace(a, site_id=1), replace(b, site_id=2), means, settings=settings) == told
    assert go(replace(b, site_id=2), replace(a, site_id=1), means, settings=settings) == told


def test_what_was_asked_before_is_not_worked_out_again() -> None:
    go(GOYA, BARAJAS, at=NOON)
    before = _minutes.cache_info()
    assert go(replace(GOYA), replace(BARAJAS), at=NOON + 1) == go(GOYA, BARAJAS, at=None)
    after = _minutes.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) == (2, 0)
