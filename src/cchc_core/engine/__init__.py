"""The engine: relations among named cells, held against values, whatever the cells stand for."""

from cchc_core.engine.contradictions import Contradiction
from cchc_core.engine.deduce import DropReason, Filled, FillReason
from cchc_core.engine.duplicates import Duplicate
from cchc_core.engine.evaluate import Outcome, Summand, evaluate
from cchc_core.engine.fill import Dropped, Filling, fill
from cchc_core.engine.implied import FixedCell, Redundancy
from cchc_core.engine.intervals import Interval, Rounding, interval_of
from cchc_core.engine.lint import Lint, lint
from cchc_core.engine.localise import localise
from cchc_core.engine.proof import Proof
from cchc_core.engine.readings import Decimals, Printed
from cchc_core.engine.relation import Comparator, Exact, Relation
from cchc_core.engine.repairs import CauseSuggestions, Repair, Suggestions
from cchc_core.engine.results import Cause, Certificate, Ground, Localisation, NotSolvedReason, Solution
from cchc_core.engine.status import LocalisationStatus, RepairKind, Status
from cchc_core.engine.suggest import suggest

__all__ = [
    "Cause",
    "CauseSuggestions",
    "Certificate",
    "Comparator",
    "Contradiction",
    "Decimals",
    "DropReason",
    "Dropped",
    "Duplicate",
    "Exact",
    "FillReason",
    "Filled",
    "Filling",
    "FixedCell",
    "Ground",
    "Interval",
    "Lint",
    "Localisation",
    "LocalisationStatus",
    "NotSolvedReason",
    "Outcome",
    "Printed",
    "Proof",
    "Redundancy",
    "Relation",
    "Repair",
    "RepairKind",
    "Rounding",
    "Solution",
    "Status",
    "Suggestions",
    "Summand",
    "evaluate",
    "fill",
    "interval_of",
    "lint",
    "localise",
    "suggest",
]
