"""Jobs made of the reports: each made and checked once in a process, and given out as a copy of its own.

What is checked may change what it is given, though it must not; so nobody is given what another had.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache

from hypothesis import HealthCheck, Phase, Verbosity, given, settings

from cchc_core.checks import CheckResult, check
from cchc_core.plugins import ExportJob
from cchc_core.report import Report
from cchc_core.testing.strategies import any_reports
from cchc_core.words import Language

__all__ = ["checked", "drawn", "job_of", "search"]

NOTHING_FOUND = CheckResult()
"""A result in which nothing is wrong, so that numbers in findings are not taken for those of the report."""


def job_of(
    report: Report, result: CheckResult = NOTHING_FOUND, lang: Language = "vi", options: object = None
) -> ExportJob:
    """Make a job; without a result, one in which nothing was found."""
    return ExportJob(report=report, result=result, lang=lang, options=options)


def checked(made: Callable[[], Report], lang: Language = "vi") -> ExportJob:
    """Give a job of a report with its findings, equal each time and never the same."""
    report, result = pickle.loads(_checked(made))  # noqa: S301 - pickled here
    return job_of(report, result, lang)


@cache
def _checked(made: Callable[[], Report]) -> bytes:
    report = made()
    return pickle.dumps((report, check(report)))


def drawn(examples: int) -> tuple[ExportJob, ...]:
    """Give jobs of drawn reports with their findings, the same ones each time."""
    return tuple(job_of(*each) for each in pickle.loads(_drawn(examples)))  # noqa: S301 - pickled here


@cache
def _drawn(examples: int) -> bytes:
    found: list[tuple[Report, CheckResult]] = []

    def keep(job: ExportJob) -> None:
        found.append((job.report, job.result))

    search(keep, examples)
    return pickle.dumps(found)


def search(tried: Callable[[ExportJob], None], examples: int) -> None:
    """Draw reports and try something with each; where it raises, look for the smallest report with which it does.

    Raises:
        BaseException: What was raised with the smallest.
    """

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        report_multiple_bugs=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
        phases=(Phase.generate, Phase.shrink),
    )
    @given(any_reports())
    def each(report: Report) -> None:
        stated = report.revise(procedures=report.procedures.revise(communes=23))
        tried(job_of(stated, check(stated)))

    each()
