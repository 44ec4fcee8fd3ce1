"""Relations held against printed values: which hold, which fail and by how much, which cannot be applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import frozen

from cchc_core.engine.intervals import Interval, Rounding, weighted_sum
from cchc_core.engine.readings import BLANK, Decimals, Printed, Reading, readings_of
from cchc_core.engine.relation import Exact, Relation, by_code, read_only
from cchc_core.engine.status import Status

__all__ = ["Outcome", "Summand", "evaluate"]

_Found = list[tuple[str, Fraction, Reading]]

_WORST_FIRST = (Status.EXCESS_DIGITS, Status.CONTRADICTORY, Status.NOT_APPLICABLE)


@frozen(kw_only=True)
class Summand:
    """One cell of a relation, as the relation found it.

    Args:
        cell: The cell.
        coefficient: What its value is multiplied by.
        value: Its value as given, of several printings the most precise; ``None`` for a blank.
        interval: What the value may stand for; ``None`` if the cell cannot be used.
        trouble: Why the cell cannot be used: not applicable (a blank), excess digits or contradictory printings.
    """

    cell: str
    coefficient: Fraction
    value: Exact | None
    interval: Interval | None
    trouble: Status | None = None


@frozen(kw_only=True)
class Outcome:
    """What became of a relation.

    Args:
        relation: The relation.
        status: Passed, failed, or why it could not be applied.
        gap: The sum of the values as printed less the constant; ``None`` if a cell is blank.
        operands: Its cells with their values, in its own order.
        interval: Every gap that the figures before rounding may have had; ``None`` if it could not be applied.
    """

    relation: Relation
    status: Status
    gap: Fraction | None
    operands: tuple[Summand, ...]
    interval: Interval | None

    @property
    def code(self) -> str:
        """Code of the relation."""
        return self.relation.code

    @property
    def blanks(self) -> tuple[str, ...]:
        """Its blank cells."""
        return tuple(each.cell for each in self.operands if each.value is None)


def evaluate(
    values: Mapping[str, Printed],
    relations: Iterable[Relation],
    *,
    decimals: Mapping[str, Decimals] | None = None,
    rounding: Rounding = "nearest",
) -> Mapping[str, Outcome]:
    """Hold each relation against the values, rounded figures as the intervals they stand for.

    A relation passes if some values that round to the printed figures satisfy it, so the tolerance is that
    of the roundings and no more; exact figures have none. A relation with a blank is not applicable, never
    passed.

    Args:
        values: What stands in each cell: a value, ``None`` for a blank, or a tuple of several printings of one
            fact. A cell that is missing is blank. A Decimal is as precise as it is printed; an int or a
            Fraction is exact.
        relations: The relations, each of another code.
        decimals: Precision of those cells for which the printed one does not count: a number of decimals,
            negative for tens and hundreds; ``None`` if the value is exact; a tuple of these, one for each printing.
        rounding: How all figures were shortened, ``nearest`` or ``truncated``.

    Returns:
        The outcome of each relation by its code, in the order given; read-only.

    Raises:
        TypeError: If a value is a float, a truth value or another inexact thing; it names the cell.
        ValueError: If two relations have one code, a value is infinite or no number, a cell has more or fewer
            precisions than printings, or ``rounding`` is not known.

    >>> from decimal import Decimal
    >>> total = Relation("total", {"all": 1, "early": -1, "late": -1})
    >>> evaluate({"all": 30, "early": 20, "late": 9}, [total])["total"].gap
    Fraction(1, 1)
    >>> shares = {"all": Decimal("100.0"), "early": Decimal("66.7"), "late": Decimal("33.4")}
    >>> evaluate(shares, [total])["total"].status
    <Status.PASSED: 'passed'>
    >>> evaluate(shares, [total], decimals=dict.fromkeys(shares))["total"].status
    <Status.FAILED: 'failed'>
    """
    readings = readings_of(values, decimals=decimals, rounding=rounding)
    return read_only({code: _outcome(relation, readings) for code, relation in by_code(relations).items()})


def _outcome(relation: Relation, readings: Mapping[str, Reading]) -> Outcome:
    found = [(cell, weight, readings.get(cell, BLANK)) for cell, weight in relation.coefficients.items()]
    gap = _gap(relation, found)
    interval = _interval(relation, found, gap)
    return Outcome(
        relation=relation,
        status=_status(relation, found, interval),
        gap=gap,
        operands=tuple(
            Summand(
                cell=cell,
                coefficient=weight,
                value=reading.value,
                interval=reading.interval,
                trouble=reading.trouble,
            )
            for cell, weight, reading in found
        ),
        interval=interval,
    )


def _status(relation: Relation, found: _Found, interval: Interval | None) -> Status:
    if interval is None:
        troubles = {reading.trouble for _, _, reading in found}
        return next(status for status in _WORST_FIRST if status in troubles)
    return Status.PASSED if interval.can_be(relation.op, 0) else Status.FAILED


def _gap(relation: Relation, found: _Found) -> Fraction | None:
    """Add up the values as printed; whole numbers, which most are, apart from the others."""
    whole, rest = 0, -relation.constant
    for _, weight, reading in found:
        value = reading.value
        if value is None:
            return None
        if isinstance(value, int) and weight.denominator == 1:
            whole += weight.numerator * value
        else:
            rest += weight * Fraction(value)
    return rest + whole


def _interval(relation: Relation, found: _Found, gap: Fraction | None) -> Interval | None:
    """Give every gap that the roundings leave open."""
    if gap is not None and all(reading.is_exact for _, _, reading in found):
        return Interval(gap, gap)
    terms = [(weight, reading.interval) for _, weight, reading in found if reading.interval is not None]
    return weighted_sum(terms, -relation.constant) if len(terms) == len(found) else None
