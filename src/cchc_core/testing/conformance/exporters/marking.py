"""Checks of an exporter: that it repairs nothing, and marks the figures that are broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from attrs import evolve

from cchc_core.numbers import printed
from cchc_core.testing.conformance.exporters.bench import Bench
from cchc_core.testing.conformance.samples import (
    MEANT,
    OTHER,
    REPORTED,
    SOUND,
    WRONG,
    broken_report,
    checked,
    figures_of_broken,
    job_of,
    with_total,
)
from cchc_core.testing.conformance.suite import Conformance, demand
from cchc_core.testing.conformance.text import surroundings, times_held, windows

__all__ = ["MarkingChecks"]

T = TypeVar("T")

_READ = ("text_can_be_read",)


class MarkingChecks(Conformance[Bench]):
    """Broken figures: shown and marked, never mended."""

    @demand(
        "Write the figure of job.report, whatever job.result suggests for it, and whatever the other figures add up to.",
        needs=_READ,
        may_be_waived=True,
    )
    def test_nothing_is_repaired(self) -> Iterator[str]:
        """A wrong figure is written as it was reported, even where the check suggests another."""
        held = [
            times_held(self.bench.text(_rendered(self.bench, total, found=found)), REPORTED)
            for total, found in ((REPORTED, False), (REPORTED, True), (OTHER, True))
        ]
        if not held[0]:
            yield f"{printed(REPORTED)} was reported and is not written; its parts add up to {printed(MEANT)}"
        elif held[1] <= held[2]:
            yield (
                f"{printed(REPORTED)} was reported and is written only where findings tell of it; "
                f"the check suggests {printed(MEANT)}"
            )

    @demand(
        "Ask `marks_of(job.result)` which paths are wrong or possibly wrong, and mark these figures where they stand: "
        "with a sign, a style, a comment, a link to the finding; on the line of the figure, or on the lines between it "
        "and the figures before and after it. An `extract` of your own has to give the marks with the text.",
        needs=_READ,
        may_be_waived=True,
    )
    def test_a_broken_figure_is_marked(self) -> Iterator[str]:
        """A figure that must be wrong is marked where it stands, and a sound figure of another section is not."""
        files = (_rendered(self.bench, REPORTED, found=found) for found in (False, True))
        plain, marked = (self.bench.marked(content) for content in files)
        if not _changed(windows, plain, marked, REPORTED) and not _changed(_around, plain, marked, REPORTED):
            yield (
                f"{WRONG} = {printed(REPORTED)} looks alike with and without its finding, on its line and on those "
                f"up to the next figure"
            )
        if windows(plain, SOUND) and not (
            windows(plain, SOUND) & windows(marked, SOUND) and _after(plain, SOUND) & _after(marked, SOUND)
        ):
            yield f"direction.tasks_planned = {printed(SOUND)}, of which nothing was found, is marked too"


def _changed(seen: Callable[[str, int], frozenset[T]], plain: str, marked: str, value: int) -> bool:
    """Tell whether some place of a number is not as it was."""
    return bool(seen(plain, value) - seen(marked, value))


def _around(text: str, value: int) -> frozenset[tuple[str, str]]:
    """Give what stands before and after a figure, up to the next ones."""
    return surroundings(text, value, figures_of_broken())


def _after(text: str, value: int) -> frozenset[str]:
    """Give what stands after a figure, up to the next one."""
    return frozenset(after for _, after in _around(text, value))


def _rendered(bench: Bench, total: int, *, found: bool) -> bytes:
    """Render the report with a total; with what was found of the wrong one, whatever the total, or with nothing."""
    job = evolve(checked(broken_report), report=with_total(total)) if found else job_of(with_total(total))
    return bench.render(job, "a report with a wrong total")
