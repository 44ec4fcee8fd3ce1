"""Which figures must be wrong: all least sets whose change lets every rule hold, with the proof that they are least."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import floor, prod

from attrs import define

from cchc_core.engine.budget import Budget, Cap, OutOfBudgetError
from cchc_core.engine.certificates import certificate_of
from cchc_core.engine.components import Component, Domain, components_of
from cchc_core.engine.hitting import TooHeavyError, TooManyError, members
from cchc_core.engine.intervals import Rounding
from cchc_core.engine.parts import LeastSets, UnrepairableError
from cchc_core.engine.readings import Decimals, Printed, readings_of
from cchc_core.engine.relation import Exact, Relation, by_code
from cchc_core.engine.results import Cause, Certificate, Localisation, NotSolvedReason, Solution, in_the_type_of
from cchc_core.engine.status import LocalisationStatus

__all__ = ["MOST_SOLUTIONS", "MOST_STEPS", "localise"]

MOST_SOLUTIONS = 10_000
"""So many least sets are listed if no other number is asked for."""

MOST_STEPS = 50_000
"""So much work is done if no other amount is asked for; it is the same on every machine."""

_REASON_OF = {Cap.STEPS: NotSolvedReason.STEPS, Cap.TIME: NotSolvedReason.TIME}


def localise(
    values: Mapping[str, Printed],
    relations: Iterable[Relation],
    *,
    weights: Mapping[str, Exact] | None = None,
    locked: Collection[str] = (),
    nonnegative: Collection[str] = (),
    integral: Collection[str] = (),
    decimals: Mapping[str, Decimals] | None = None,
    rounding: Rounding = "nearest",
    max_weight: Exact | None = None,
    max_solutions: int | None = None,
    max_steps: int | None = None,
    time_limit: float | None = None,
) -> Localisation:
    """Find all least sets of figures whose change lets every relation hold, also those not broken now.

    The weight of a set is the sum of the weights of its figures. Blanks are free: they may have any value and
    weigh nothing. A rounded figure that is not changed may stand for any value of its interval, the same in all
    relations; where every single relation passes, as `evaluate` sees it, nothing is localised, unless a rounded
    figure must be whole and no whole number of its interval will do.

    Args:
        values: What stands in each cell, as for `evaluate`; a cell that is missing is blank.
        relations: The relations, each of another code.
        weights: What changing a figure weighs; 1 if it is not given.
        locked: Figures that must not be changed; here and below, cells that the record has not are passed over.
        nonnegative: Cells whose value must not be negative; a figure that is negative must be changed.
        integral: Cells whose value must be whole; a figure that is not must be changed.
        decimals: Precision of those cells for which the printed one does not count, as for `evaluate`.
        rounding: How all figures were shortened, ``nearest`` or ``truncated``.
        max_weight: Weight beyond which no set is looked for.
        max_solutions: How many least sets are listed at most; `MOST_SOLUTIONS` if it is not given.
        max_steps: How much work is done at most, the same on every machine; `MOST_STEPS` if it is not given.
        time_limit: How many seconds it may take at most; where it ends, differs from run to run.

    Returns:
        The least sets with the values they imply, or what is known of them if a cap was reached first.

    Raises:
        TypeError: If a value, a weight, a precision or ``max_weight`` is a float, a truth value or another inexact
            thing, or if a text stands where a collection of cells belongs.
        ValueError: If a weight is not positive, two relations have one code, or `evaluate` would refuse the values.

    >>> rules = [
    ...     Relation("by term", {"resolved": 1, "early": -1, "late": -1}),
    ...     Relation("by state", {"received": 1, "resolved": -1, "pending": -1}),
    ... ]
    >>> found = localise({"received": 90, "resolved": 80, "early": 60, "late": 10, "pending": 20}, rules)
    >>> [(solution.cells, dict(solution.values)) for solution in found.solutions]
    [(('resolved',), {'resolved': 70})]
    >>> [certificate.cells for certificate in found.causes[0].certificates]
    [('resolved', 'early', 'late'), ('received', 'resolved', 'pending')]
    """
    readings = readings_of(values, decimals=decimals, rounding=rounding)
    domain = Domain(
        _cells("nonnegative", nonnegative),
        _cells("integral", integral),
        _cells("locked", locked),
        _positive(weights or {}),
    )
    if max_weight is not None:
        _refuse_inexact("max_weight", max_weight)
    budget = Budget(MOST_STEPS if max_steps is None else max_steps, time_limit)
    most = MOST_SOLUTIONS if max_solutions is None else max_solutions
    found: list[_Found] = []
    for component in components_of(readings, by_code(relations).values(), domain):
        if not component.needs_no_change:
            left = None if max_weight is None else Fraction(max_weight) - sum(each.least for each in found)
            found.append(_search(component, budget, left, most))
    return _together(found, most)


def _cells(name: str, given: Collection[str]) -> frozenset[str]:
    """Give a collection of cells; a single text is no such thing, though it could be taken letter by letter."""
    if isinstance(given, str):
        raise TypeError(f"{name} is a collection of cells, not the text {given!r}")
    return frozenset(given)


def _refuse_inexact(name: str, value: Exact) -> None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise TypeError(f"{name} is {value!r}, which is no exact number")


def _positive(weights: Mapping[str, Exact]) -> dict[str, int | Fraction]:
    found: dict[str, int | Fraction] = {}
    for cell, weight in weights.items():
        _refuse_inexact(f"the weight of cell {cell!r}", weight)
        if not weight > 0:
            raise ValueError(f"cell {cell!r} has the weight {weight!r}; give one that is positive, or lock the cell")
        found[cell] = weight if isinstance(weight, int) else Fraction(weight)
    return found


@define(eq=False)
class _Found:
    """What the search in one component came to.

    Args:
        component: The component.
        least: Weight of its least sets, or what they weigh at least.
        reason: Why not all of them are known, or ``None``.
        solutions: The least sets that are known, in order.
        certificates: Why something must be wrong.
    """

    component: Component
    least: Fraction
    reason: NotSolvedReason | None
    solutions: list[Solution]
    certificates: tuple[Certificate, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing need be wrong."""
        return self.reason is None and self.least == 0

    @property
    def weight(self) -> Fraction | None:
        """Weight of the least sets, if it is known."""
        return self.least if self.solutions or self.reason is NotSolvedReason.SOLUTIONS else None


def _search(component: Component, budget: Budget, left: Fraction | None, most: int) -> _Found:
    """Find the least sets of one component, as far as the caps allow."""
    sets = LeastSets(component, budget)
    reason: NotSolvedReason | None = None
    solutions: list[Solution] = []
    try:
        sets.find(None if left is None else floor(left * sets.scale), most)
    except UnrepairableError:
        certificate = certificate_of(component, sets.conflicts[-1])
        return _Found(component, sets.bound, NotSolvedReason.INFEASIBLE, [], (certificate,))
    except TooHeavyError:
        reason = NotSolvedReason.WEIGHT
    except TooManyError:
        reason = NotSolvedReason.SOLUTIONS
    except OutOfBudgetError as error:
        reason = _REASON_OF[error.cap]
    try:
        ordered = sorted(sets.found[:most], key=lambda each: (each.bit_count(), members(each)))
        solutions.extend(_solution(component, chosen, sets) for chosen in ordered)
    except OutOfBudgetError as error:
        reason = reason or _REASON_OF[error.cap]
    certificates = tuple(certificate_of(component, conflict) for conflict in sets.strongest_conflicts())
    return _Found(component, sets.bound, reason, solutions, certificates)


def _solution(component: Component, chosen: int, sets: LeastSets) -> Solution:
    determined = sets.determined(chosen)
    cells = [component.cells[number] for number in members(chosen)]
    named = {
        component.cells[number].name: in_the_type_of(component.cells[number].reading.value, determined[number])
        for number in sorted(determined)
    }
    return Solution(
        cells=tuple(cell.name for cell in cells),
        weight=_whole(sum((cell.weight for cell in cells), Fraction())),
        values={cell.name: named[cell.name] for cell in cells if cell.name in named},
        blanks={cell.name: named[cell.name] for cell in component.cells if cell.is_blank and cell.name in named},
    )


def _whole(weight: int | Fraction) -> int | Fraction:
    return weight.numerator if weight.denominator == 1 else weight


def _cause(found: _Found) -> Cause:
    suspects = {cell for solution in found.solutions for cell in solution.cells} or {
        cell for certificate in found.certificates for cell in certificate.cells
    }
    return Cause(
        cells=tuple(cell.name for cell in found.component.cells if cell.name in suspects),
        relations=tuple(relation.code for relation in found.component.broken),
        status=LocalisationStatus.NOT_SOLVED if found.reason else LocalisationStatus.SOLVED,
        reason=found.reason,
        weight=None if found.weight is None else _whole(found.weight),
        lower_bound=_whole(found.least),
        solutions=tuple(found.solutions),
        certificates=found.certificates,
    )


def _together(found: list[_Found], most: int) -> Localisation:
    """Put together what was found in the components."""
    wrong = [each for each in found if not each.is_clean]
    reasons = [each.reason for each in wrong if each.reason]
    if not reasons and prod(len(each.solutions) for each in wrong) > most:
        reasons = [NotSolvedReason.SOLUTIONS]
    if NotSolvedReason.INFEASIBLE in reasons:
        reasons = [NotSolvedReason.INFEASIBLE]
    weights = [each.weight for each in wrong]
    return Localisation(
        status=LocalisationStatus.NOT_SOLVED if reasons else LocalisationStatus.SOLVED,
        reason=reasons[0] if reasons else None,
        weight=None if None in weights else _whole(sum((each.least for each in wrong), Fraction())),
        lower_bound=_whole(sum((each.least for each in wrong), Fraction())),
        solutions=_products(wrong, found) if wrong and not reasons else (),
        causes=tuple(_cause(each) for each in wrong),
    )


def _products(wrong: list[_Found], found: list[_Found]) -> tuple[Solution, ...]:
    """Take one least set of every component in all ways; the blanks of the components in order come along."""
    if len(found) == 1:
        return tuple(wrong[0].solutions)
    places = {cell.name: cell.place for each in found for cell in each.component.cells}
    clean = {cell: value for each in found if each.is_clean for cell, value in each.solutions[0].blanks.items()}
    made = []
    for combination in product(*(each.solutions for each in wrong)):
        cells = sorted((cell for part in combination for cell in part.cells), key=places.__getitem__)
        values = {cell: value for part in combination for cell, value in part.values.items()}
        blanks = clean | {cell: value for part in combination for cell, value in part.blanks.items()}
        made.append(
            Solution(
                cells=tuple(cells),
                weight=sum(part.weight for part in combination),
                values={cell: values[cell] for cell in cells if cell in values},
                blanks={cell: blanks[cell] for cell in sorted(blanks, key=places.__getitem__)},
            )
        )
    return tuple(sorted(made, key=lambda each: (len(each.cells), [places[cell] for cell in each.cells])))
