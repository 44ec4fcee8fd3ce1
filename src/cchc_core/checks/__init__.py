"""Rules held against a report: statuses, findings, what lies behind them, and the words for all of it."""

from cchc_core.checks.causes import Candidate, Cause, Change, Evidence, Support
from cchc_core.checks.check import check, check_record, check_system
from cchc_core.checks.describe import (
    describe,
    describe_basis,
    describe_figure,
    describe_outcome,
    describe_place,
    describe_reason,
    describe_summary,
    describe_title,
    describe_worked_out,
)
from cchc_core.checks.examples import example_of
from cchc_core.checks.facts import RESULT_VERSION, facts_of
from cchc_core.checks.findings import CheckResult, Finding, Reason, RuleOutcome
from cchc_core.checks.layout import system_of
from cchc_core.checks.marks import Entry, Marks, entries_of, marks_of
from cchc_core.checks.places import Operand, Place
from cchc_core.checks.require import InconsistentReportError, require_consistent
from cchc_core.checks.rulebook import RULE_BOOK, RuleBook
from cchc_core.checks.settings import AS_SHIPPED, Settings
from cchc_core.checks.settings_file import blocked_by, read_settings
from cchc_core.checks.stories import MOST_TOLD, describe_candidate, describe_cause, describe_change
from cchc_core.checks.system import Cell, PlacedRecord, PlacedRelation, System
from cchc_core.engine import Status

__all__ = [
    "AS_SHIPPED",
    "MOST_TOLD",
    "RESULT_VERSION",
    "RULE_BOOK",
    "Candidate",
    "Cause",
    "Cell",
    "Change",
    "CheckResult",
    "Entry",
    "Evidence",
    "Finding",
    "InconsistentReportError",
    "Marks",
    "Operand",
    "Place",
    "PlacedRecord",
    "PlacedRelation",
    "Reason",
    "RuleBook",
    "RuleOutcome",
    "Settings",
    "Status",
    "Support",
    "System",
    "blocked_by",
    "check",
    "check_record",
    "check_system",
    "describe",
    "describe_basis",
    "describe_candidate",
    "describe_cause",
    "describe_change",
    "describe_figure",
    "describe_outcome",
    "describe_place",
    "describe_reason",
    "describe_summary",
    "describe_title",
    "describe_worked_out",
    "entries_of",
    "example_of",
    "facts_of",
    "marks_of",
    "read_settings",
    "require_consistent",
    "system_of",
]
