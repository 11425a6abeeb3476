# SPDX-License-Identifier: GPL-3.0-or-later
"""Measuring two things side by side: interleaved rounds, medians, one line a comparison."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Compared:
    """Medians in seconds."""

    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        """How many times the bare counterpart ours takes."""
        return self.ours / self.bare if self.bare else float("inf")


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def beside(ours: Callable[[], float], bare: Callable[[], float], rounds: int) -> Compared:
    """Call both in turn; each gives the seconds it measured itself."""
    pairs = [(ours(), bare()) for _ in range(rounds)]
    return Compared(statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs))


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def head(title: str) -> None:
    """A heading of the printed table."""
    print(f"\n{title}\n{'what':44} {'ours':>10} {'bare':>10} {'ratio':>7}  goal")


def line(what: str, compared: Compared, goal: str = "") -> None:
    """One comparison."""
    times = f"{compared.ours * 1000:8.1f}ms {compared.bare * 1000:8.1f}ms {compared.ratio:6.2f}x"
    print(f"{what:44} {times}  {goal}")


def single(what: str, values: list[float], goal: str = "") -> None:
    """One measured thing with its spread, where only its own figure counts."""
    p50, p99 = percentile(values, 0.5) * 1000, percentile(values, 0.99) * 1000
    print(f"{what:44} p50 {p50:7.2f}ms  p99 {p99:7.2f}ms  n={len(values)}  {goal}")
