"""A check whose errors are raised, for programs that go on only with a consistent report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cchc_core.checks.check import check
from cchc_core.checks.describe import describe, describe_place
from cchc_core.checks.findings import CheckResult, Finding
from cchc_core.checks.settings import AS_SHIPPED, Settings
from cchc_core.conditions import CONDITIONS, Condition, Context
from cchc_core.errors import CchcError
from cchc_core.report import Report
from cchc_core.rules import Severity
from cchc_core.words import Language, say

__all__ = ["InconsistentReportError", "require_consistent"]


class InconsistentReportError(CchcError, ValueError):
    """Raised when a report that has to be consistent has errors; correct its figures, or look into ``result``.

    Args:
        result: What the check gave.
    """

    def __init__(self, result: CheckResult) -> None:
        super().__init__(result)
        self.result = result

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors, in the order of the report."""
        return tuple(finding for finding in self.result.findings if finding.severity is Severity.ERROR)

    def describe(self, lang: Language = "vi") -> str:
        """Say how many errors there are, and each on a line of its own."""
        errors = self.errors
        lines = (f"{each.code} {describe_place(each.place, lang)}: {describe(each, lang)}" for each in errors)
        return "\n".join([say("require.inconsistent", lang, count=len(errors)), *lines])

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.describe("vi")


def require_consistent(
    report: Report,
    *,
    settings: Settings = AS_SHIPPED,
    conditions: Sequence[Condition[Any]] = CONDITIONS,
    context: Context | None = None,
    cells: Mapping[str, str] | None = None,
) -> CheckResult:
    """Check a report, and refuse it if any finding is an error. Arguments: see `check`.

    Returns:
        What the check gave: no errors, but perhaps warnings and notes.

    Raises:
        InconsistentReportError: If a finding is an error.

    >>> from cchc_core import load
    >>> try:
    ...     require_consistent(load("examples/dinh-hoa-2021.json"))
    ... except InconsistentReportError as error:
    ...     print(error.describe("en").splitlines()[0])
    the report has errors: 5
    """
    result = check(report, settings=settings, conditions=conditions, context=context, cells=cells)
    if result.has_errors:
        raise InconsistentReportError(result)
    return result
