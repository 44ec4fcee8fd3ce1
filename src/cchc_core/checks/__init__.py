"""Rules held against a report: statuses, findings, and the words for them."""

from cchc_core.checks.check import check, check_record, check_system
from cchc_core.checks.describe import (
    describe,
    describe_basis,
    describe_outcome,
    describe_place,
    describe_reason,
    describe_worked_out,
)
from cchc_core.checks.facts import RESULT_VERSION, facts_of
from cchc_core.checks.findings import CheckResult, Finding, Operand, Outcome, Place, Reason, Status
from cchc_core.checks.system import Cell, PlacedRelation, System, system_of

__all__ = [
    "RESULT_VERSION",
    "Cell",
    "CheckResult",
    "Finding",
    "Operand",
    "Outcome",
    "Place",
    "PlacedRelation",
    "Reason",
    "Status",
    "System",
    "check",
    "check_record",
    "check_system",
    "describe",
    "describe_basis",
    "describe_outcome",
    "describe_place",
    "describe_reason",
    "describe_worked_out",
    "facts_of",
    "system_of",
]
