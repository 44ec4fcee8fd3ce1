"""Checks of an exporter: that it repairs nothing, and marks the figures that are broken."""

from __future__ import annotations

from collections.abc import Iterator

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
    job_of,
    with_total,
)
from cchc_core.testing.conformance.suite import Conformance, demand
from cchc_core.testing.conformance.text import times_held, windows

__all__ = ["MarkingChecks"]

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
        "with a sign, a style, a comment, a link to the finding.",
        needs=_READ,
        may_be_waived=True,
    )
    def test_a_broken_figure_is_marked(self) -> Iterator[str]:
        """A figure that must be wrong is marked where it stands, and a sound figure of another section is not."""
        files = (_rendered(self.bench, REPORTED, found=found) for found in (False, True))
        plain, marked = (self.bench.marked(content) for content in files)
        if not windows(plain, REPORTED) - windows(marked, REPORTED):
            yield f"{WRONG} = {printed(REPORTED)} looks alike with and without its finding"
        sound = windows(plain, SOUND)
        if sound and not sound & windows(marked, SOUND):
            yield f"direction.tasks_planned = {printed(SOUND)}, of which nothing was found, is marked too"


def _rendered(bench: Bench, total: int, *, found: bool) -> bytes:
    """Render the report with a total; with what was found of the wrong one, whatever the total, or with nothing."""
    job = evolve(checked(broken_report), report=with_total(total)) if found else job_of(with_total(total))
    return bench.render(job, "a report with a wrong total")
