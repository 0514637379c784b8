from __future__ import annotations

import time

from techsched.clock import Clock, FixedClock, SystemClock

WEDNESDAY_10_42 = 1795599720
"""2026-11-25 10:42 in Madrid."""


def test_a_fixed_clock_stands_still() -> None:
    clock: Clock = FixedClock(WEDNESDAY_10_42)
    assert clock.now() == clock.now() == WEDNESDAY_10_42


def test_the_system_clock_tells_whole_seconds_of_utc() -> None:
    clock: Clock = SystemClock()
    before = int(time.time())
    told = clock.now()
    assert isinstance(told, int)
    assert before <= told <= int(time.time())
