"""The reports that the suites are tried with, made of the declarations; the same ones each time."""

from cchc_core.testing.conformance.samples.annex import annexed_report
from cchc_core.testing.conformance.samples.broken import (
    MEANT,
    OTHER,
    REPORTED,
    SOUND,
    WRONG,
    broken_report,
    figures_of_broken,
    with_total,
)
from cchc_core.testing.conformance.samples.jobs import checked, drawn, job_of, search
from cchc_core.testing.conformance.samples.mixed import mixed_report
from cchc_core.testing.conformance.samples.numbered import empty_report, filled, long_report, numbered_report, with_rows
from cchc_core.testing.conformance.samples.texts import EVIL, Slot, hostile_report, plain_report, slots_of

__all__ = [
    "EVIL",
    "MEANT",
    "OTHER",
    "REPORTED",
    "SOUND",
    "WRONG",
    "Slot",
    "annexed_report",
    "broken_report",
    "checked",
    "drawn",
    "empty_report",
    "figures_of_broken",
    "filled",
    "hostile_report",
    "job_of",
    "long_report",
    "mixed_report",
    "numbered_report",
    "plain_report",
    "search",
    "slots_of",
    "with_rows",
    "with_total",
]
