"""The yardstick of all benches: what 100,000 look-ups in a dict take on this machine at this moment."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

LOOKUPS = 100_000
_KEYS = [str(number) for number in range(997)]
_HELD = {key: place for place, key in enumerate(_KEYS)}


def look_up() -> int:
    """100,000 look-ups among a thousand strings; returns their sum so that nothing is left out."""
    total, held, keys, many = 0, _HELD, _KEYS, len(_KEYS)
    for number in range(LOOKUPS):
        total += held[keys[number % many]]
    return total


def cpu(run: Callable[[], object]) -> float:
    """Seconds of this thread's processor time."""
    began = time.thread_time()
    run()
    return time.thread_time() - began


def loop() -> float:
    """Seconds of the calibration loop: the median of nine."""
    return statistics.median(cpu(look_up) for _ in range(9))


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in seconds of processor time, with the calibration loop run beside it."""

    name: str
    seconds: tuple[float, ...]
    loop: float

    def share(self, percent: float) -> float:
        """Seconds below which `percent` of the runs lie."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]

    @property
    def p50(self) -> float:
        return self.share(50)

    @property
    def p99(self) -> float:
        return self.share(99)

    def told(self) -> str:
        """'scroll frame: p50 3.10 ms (0.42 loops), p99 5.00 ms (0.68 loops)'."""
        parts = (f"{word} {_time(value)} ({value / self.loop:.3g} loops)" for word, value in self._marks())
        return f"{self.name}: {', '.join(parts)}"

    def _marks(self) -> tuple[tuple[str, float], ...]:
        if len(self.seconds) < 20:
            return (("median", statistics.median(self.seconds)),)
        return (("p50", self.p50), ("p99", self.p99))


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-4 else f"{seconds * 1e6:.2f} µs"


def measured(name: str, runs: int, run: Callable[[], object], before: Callable[[], object] | None = None) -> Figure:
    """Runs it so often, `before` each time outside the clock, and prints the figure."""
    held = loop()
    seconds = []
    for _ in range(runs):
        if before is not None:
            before()
        seconds.append(cpu(run))
    found = Figure(name, tuple(seconds), held)
    print(found.told())
    return found
