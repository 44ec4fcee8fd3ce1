"""The phrases of the engine: what becomes of a relation, of a localisation, and how figures are mistyped."""

from __future__ import annotations

from enum import Enum

__all__ = ["LocalisationStatus", "RepairKind", "Status"]


class Status(Enum):
    """What became of a rule or relation at a place; the value is the phrase by which reports name it."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not applicable"
    EXCESS_DIGITS = "excess digits"
    CONTRADICTORY = "contradictory printings"
    COULD_NOT_RUN = "could not run"


class LocalisationStatus(Enum):
    """Whether every least set of figures was found, or a cap was reached first."""

    SOLVED = "solved"
    NOT_SOLVED = "not solved"


class RepairKind(Enum):
    """The mistake that leads from a reported figure to the one it probably was."""

    DIGIT_SLIP = "digit slip"
    TRANSPOSITION = "transposition"
    SIGN = "sign"
    NEIGHBOURS_SWAPPED = "neighbours swapped"
    TIMES_10 = "x10"
    TIMES_100 = "x100"
    TIMES_1000 = "x1000"
    STALE = "stale"
    ROW_SHIFT = "row shift"
    ROUNDING = "rounding"
    UNKNOWN = "unknown"
