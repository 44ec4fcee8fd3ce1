"""What localisation finds: least sets of figures to change, and the proofs that they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from cchc_core.engine.relation import Exact, Relation, read_only
from cchc_core.engine.status import LocalisationStatus

__all__ = [
    "Cause",
    "Certificate",
    "Ground",
    "Localisation",
    "NotSolvedReason",
    "Solution",
    "decimals_of",
    "in_the_type_of",
]


class Ground(Enum):
    """On what a certificate rests; the value is the phrase by which reports name it."""

    RULES = "rules"
    WHOLE_NUMBERS = "whole numbers"
    EXCESS_DIGITS = "excess digits"
    CONTRADICTORY = "contradictory printings"


class NotSolvedReason(Enum):
    """Why not every least set is known."""

    WEIGHT = "weight"
    SOLUTIONS = "solutions"
    TIME = "time"
    STEPS = "steps"
    INFEASIBLE = "infeasible"


@frozen(kw_only=True)
class Certificate:
    """Why at least one of some figures must be wrong, whatever becomes of all others.

    Args:
        cells: The figures, one of which must be wrong; none if all that could be are locked.
        relations: Codes of the relations it rests on.
        ground: Whether the relations alone show it, or only because some figures are whole numbers, or because
            of how the one figure is printed.
        relation: The implied rule, which the reported values break: the sum of the relations, each with its
            multiplier. ``None`` if there is no such sum: a case distinction over whole numbers, or a printing.
        multipliers: Multiplier of each relation, by code; one that is negative turns an inequality round.
        nonnegative: Multiplier of ``cell >= 0``, for each cell whose being non-negative it needs.
        gap: By how much the reported values miss the implied rule: left side less right side. ``None`` without such
            a rule, and where it is broken only because some of its figures are whole, whatever they are.
    """

    cells: tuple[str, ...]
    relations: tuple[str, ...]
    ground: Ground = Ground.RULES
    relation: Relation | None = None
    multipliers: Mapping[str, Fraction] = field(factory=dict, converter=read_only, hash=False)
    nonnegative: Mapping[str, Fraction] = field(factory=dict, converter=read_only, hash=False)
    gap: Fraction | None = None


@frozen(kw_only=True)
class Solution:
    """A least set of figures: if they are changed, all rules can hold; no lighter set does it.

    Args:
        cells: The figures, in the order of the record.
        weight: Their weight.
        values: The value of each of them that can have only one.
        blanks: The value of each blank that can have only one.
    """

    cells: tuple[str, ...]
    weight: int | Fraction
    values: Mapping[str, Exact] = field(converter=read_only, hash=False)
    blanks: Mapping[str, Exact] = field(factory=dict, converter=read_only, hash=False)

    @property
    def is_determined(self) -> bool:
        """Whether each of its figures can have only one value."""
        return len(self.values) == len(self.cells)


@frozen(kw_only=True)
class Cause:
    """One part of the record, connected by its relations, in which something must be wrong.

    Args:
        cells: The figures under suspicion: those of the least sets, or of the certificates if none is known.
        relations: Codes of the relations that the reported values break.
        status: Whether every least set is known.
        reason: Why not, or ``None``.
        weight: Weight of the least sets, ``None`` if it is not known.
        lower_bound: No set of less weight is enough.
        solutions: The least sets; if not solved, those found so far.
        certificates: Why something must be wrong, broken relations first.
    """

    cells: tuple[str, ...]
    relations: tuple[str, ...]
    status: LocalisationStatus
    reason: NotSolvedReason | None
    weight: int | Fraction | None
    lower_bound: int | Fraction
    solutions: tuple[Solution, ...]
    certificates: tuple[Certificate, ...]


@frozen(kw_only=True)
class Localisation:
    """Which figures of a record must be wrong.

    Args:
        status: Whether every least set is known.
        reason: Why not, or ``None``.
        weight: Weight of the least sets, 0 if nothing need be wrong; ``None`` if it is not known.
        lower_bound: No set of less weight is enough.
        solutions: All least sets, those with few figures first; none if not solved, or if nothing need be wrong.
        causes: The parts of the record in which something must be wrong.
    """

    status: LocalisationStatus
    reason: NotSolvedReason | None
    weight: int | Fraction | None
    lower_bound: int | Fraction
    solutions: tuple[Solution, ...]
    causes: tuple[Cause, ...]


def in_the_type_of(reported: Exact | None, value: Fraction | int) -> Exact:
    """Give a value as int if it is whole, as Decimal if the reported one is and it is finite, else as Fraction.

    >>> in_the_type_of(Decimal("1.0"), Fraction(5, 4)), in_the_type_of(1, Fraction(5, 4))
    (Decimal('1.25'), Fraction(5, 4))
    >>> in_the_type_of(Decimal("1.0"), Fraction(6, 2)), in_the_type_of(Decimal("1.0"), Fraction(1, 3))
    (3, Fraction(1, 3))
    """
    if value.denominator == 1:
        return value.numerator
    value = Fraction(value)
    if not isinstance(reported, Decimal):
        return value
    places = decimals_of(value)
    if places is None:
        return value
    shifted = abs(value.numerator) * 10**places // value.denominator
    return Decimal((int(value < 0), tuple(int(digit) for digit in str(shifted)), -places))


def decimals_of(value: Fraction) -> int | None:
    """Give how many decimals a fraction has, ``None`` if there is no end of them.

    >>> decimals_of(Fraction(3, 8)), decimals_of(Fraction(1, 3))
    (3, None)
    """
    denominator, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        places = max(places, power)
    return places if denominator == 1 else None
