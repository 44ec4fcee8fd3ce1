"""The engine: relations among named cells, held against values, whatever the cells stand for."""

from cchc_core.engine.evaluate import Outcome, Summand, evaluate
from cchc_core.engine.intervals import Interval, Rounding, interval_of
from cchc_core.engine.readings import Decimals, Printed
from cchc_core.engine.relation import Comparator, Exact, Relation
from cchc_core.engine.status import LocalisationStatus, RepairKind, Status

__all__ = [
    "Comparator",
    "Decimals",
    "Exact",
    "Interval",
    "LocalisationStatus",
    "Outcome",
    "Printed",
    "Relation",
    "RepairKind",
    "Rounding",
    "Status",
    "Summand",
    "evaluate",
    "interval_of",
]
