"""From findings to causes: the figures that must be wrong, located over the whole report."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_core.checks.causes import Cause
from cchc_core.checks.findings import Finding, RuleOutcome
from cchc_core.checks.system import System

__all__ = ["causes_of"]


def causes_of(system: System, outcomes: Sequence[RuleOutcome], findings: Sequence[Finding]) -> tuple[Cause, ...]:
    """Group findings into causes."""
    return ()
