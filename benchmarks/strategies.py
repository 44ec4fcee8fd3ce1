"""Drawing consistent reports against drawing as many whole numbers that nothing ties.

The baseline is what Hypothesis itself takes for so many numbers; the ratio says what consistency costs on top. Both are
measured in turn in this run. Reports are also counted against a limit: 200 of at least 200 figures each in 5 seconds.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cchc_core.checks import system_of
from cchc_core.report import Report
from cchc_core.testing import reports

REPORTS = 200
FIGURES = 200
TURNS = 3
SECONDS = 5
GENERATE = settings(
    max_examples=REPORTS,
    phases=[Phase.generate],
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def drawn(strategy: st.SearchStrategy[Any], take: Callable[[Any], None]) -> float:
    """Give the seconds in which Hypothesis draws the examples of one run."""

    @GENERATE
    @given(strategy)
    def run(example: Any) -> None:
        take(example)

    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def figures_of(report: Report) -> int:
    """Count the figures that a report states."""
    return sum(cell.value is not None for cell in system_of(report).cells.values())


def main() -> None:
    """Measure and print."""
    kept: list[Report] = []
    drawn(reports(figures=FIGURES), kept.append)
    counts = [figures_of(report) for report in kept]
    typical = round(statistics.mean(counts))
    numbers = st.lists(st.integers(0, 10**6), min_size=typical, max_size=typical)
    times: dict[str, list[float]] = {"reports": [], "numbers": []}
    for _ in range(TURNS):
        times["reports"].append(drawn(reports(figures=FIGURES), lambda _: None))
        times["numbers"].append(drawn(numbers, lambda _: None))
    seconds = {name: statistics.median(each) for name, each in times.items()}
    print(f"reports drawn: {len(counts)}; figures in each: at least {min(counts)}, on average {typical}")
    print(f"consistent reports: {seconds['reports']:.2f} s for {len(counts)} (limit {SECONDS} s)")
    print(f"baseline, as many untied whole numbers: {seconds['numbers']:.2f} s")
    print(f"ratio: {seconds['reports'] / seconds['numbers']:.1f}")


if __name__ == "__main__":
    main()
