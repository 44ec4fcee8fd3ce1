"""A report with something of everything: blanks, a zero, a wrong figure, text in every place, an annex."""

from __future__ import annotations

from cchc_core.catalogue import Direction
from cchc_core.report import Report
from cchc_core.testing.conformance.samples.annex import annexed_report
from cchc_core.testing.conformance.samples.broken import SOUND, broken_report
from cchc_core.testing.conformance.samples.texts import plain_report

__all__ = ["mixed_report"]


def mixed_report() -> Report:
    """Give the report with the wrong total, together with texts, documents, a zero and an annex."""
    told = plain_report()
    return broken_report().revise(
        document=told.document,
        signatory=told.signatory,
        narrative=told.narrative,
        citations=told.citations,
        titles=told.titles,
        stated_days=told.stated_days,
        direction=Direction(tasks_planned=SOUND, tasks_done=0),
        annexes=annexed_report().annexes,
    )
