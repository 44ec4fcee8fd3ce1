"""Whether values exist once some cells are free; if not, which other cells are to blame, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from math import gcd

from attrs import Factory, define

from cchc_core.engine.budget import Budget
from cchc_core.engine.components import Component
from cchc_core.engine.integers import branch, first_fractional, indivisible
from cchc_core.engine.near import Near, Quantity
from cchc_core.engine.tableau import Proof, Tableau

__all__ = ["Block", "Conflict"]


@define(eq=False)
class Conflict:
    """Rules that cannot hold together unless one of some cells is changed.

    Args:
        clause: The cells, as a set; the locked ones among them.
        multipliers: Multiplier of each rule, by its number.
        nonnegative: Multiplier of ``cell >= 0``, by the number of the cell.
        needs_whole: Whether it rests on cells being whole.
        is_sum: Whether the multipliers are those of a sum; otherwise they only name the rules.
    """

    clause: int
    multipliers: Mapping[int, int | Fraction]
    nonnegative: Mapping[int, int] = Factory(dict)
    needs_whole: bool = False
    is_sum: bool = True


class Block:
    """Cells without a given value that rules connect, and the rules they stand in.

    Args:
        component: The component they belong to.
        freed: Reported cells that may have any value.
        unknown: Blank cells, and rounded ones that must stay within what they may stand for.
        budget: Work that may be done.
    """

    def __init__(self, component: Component, freed: list[int], unknown: list[int], budget: Budget) -> None:
        self._component = component
        blanks = [cell for cell in unknown if component.cells[cell].is_blank]
        # What need not be whole comes first, for it is moved first.
        self._free = sorted(freed + blanks, key=lambda cell: component.cells[cell].integral)
        self._cells = self._free + [cell for cell in unknown if not component.cells[cell].is_blank]
        self._table = Tableau(budget)
        for number, cell in enumerate(self._cells):
            bounds = (component.cells[cell].least, None) if number < len(self._free) else component.cells[cell].reported
            self._table.variable(*bounds)
        self._rules: list[int] = []
        self._units: dict[int, int] = {}
        """What the coefficients of the unknowns have in common, for rules that hold more than they say for that."""
        self._add_rules()
        self._integral = [number for number, cell in enumerate(self._cells) if component.cells[cell].integral]
        self._point: list[Quantity] = []
        self.conflicts = self._find_conflicts()
        """Why there are no values; empty if there are."""

    def _add_rules(self) -> None:
        terms: dict[int, dict[int, int]] = {}
        for number, cell in enumerate(self._cells):
            for rule, share in self._component.incident[cell]:
                terms.setdefault(rule, {})[number] = share
        for rule in sorted(terms):
            residual = self._component.rules[rule].residual
            if self._component.rules[rule].is_equality:
                self._table.row(terms[rule], residual, residual)
            else:
                self._table.row(terms[rule], None, self._tightened(rule, terms[rule], residual))
            self._rules.append(rule)

    def _tightened(self, rule: int, terms: Mapping[int, int], residual: int | Fraction) -> int | Fraction:
        """Give the most that a sum of whole numbers can be."""
        if not all(self._component.cells[self._cells[number]].integral for number in terms):
            return residual
        unit = gcd(*terms.values())
        most = residual // unit * unit
        if most != residual:
            self._units[rule] = unit
        return most

    def _find_conflicts(self) -> list[Conflict]:
        proofs = self._table.proofs()
        if proofs:
            return [self._conflict(proof) for proof in proofs]
        if first_fractional(self._table.values, self._integral) is not None:
            return self._find_whole()
        self._point = list(self._table.values)
        return []

    def _find_whole(self) -> list[Conflict]:
        """Look for whole values where the first ones found were not."""
        divided = self._find_indivisible()
        if divided is not None:
            return [divided]
        found, leaves = branch(self._table, self._integral)
        if found is not None:
            self._point = list(found.values)
            return []
        cases = [self._conflict(leaf.proof, leaf.cases) for leaf in leaves]
        clause = 0
        multipliers: dict[int, int | Fraction] = {}
        nonnegative: dict[int, int] = {}
        for case in cases:
            clause |= case.clause
            multipliers.update(dict.fromkeys(case.multipliers, 1))
            nonnegative.update(dict.fromkeys(case.nonnegative, 1))
        return [Conflict(clause, dict(sorted(multipliers.items())), nonnegative, needs_whole=True, is_sum=False)]

    def _find_indivisible(self) -> Conflict | None:
        numbers = {cell: number for number, cell in enumerate(self._cells)}
        rules = [rule for rule in self._rules if self._component.rules[rule].is_equality]
        equations = []
        for rule in rules:
            given = self._component.rules[rule]
            terms = {numbers[cell]: share for cell, share in given.terms.items() if cell in numbers}
            equations.append((terms, given.residual))
        found = indivisible(equations, self._integral)
        if found is None:
            return None
        multipliers = {rules[number]: share for number, share in found.items()}
        totals = self._totals(multipliers)
        clause = 0
        for cell, share in totals.items():
            # Were it free as well, a whole cell that counts a whole number of times could not help.
            if cell not in numbers and not (self._component.cells[cell].integral and share.denominator == 1):
                clause |= 1 << cell
        return Conflict(clause, multipliers, needs_whole=True)

    def _totals(self, multipliers: Mapping[int, int | Fraction]) -> dict[int, int | Fraction]:
        totals: dict[int, int | Fraction] = {}
        for rule, factor in multipliers.items():
            for cell, share in self._component.rules[rule].terms.items():
                totals[cell] = totals.get(cell, 0) + factor * share
        return {cell: total for cell, total in totals.items() if total}

    def _conflict(self, proof: Proof, cases: frozenset[tuple[int, int]] = frozenset()) -> Conflict:
        multipliers: dict[int, int | Fraction] = {}
        nonnegative: dict[int, int] = {}
        clause, needs_whole = 0, False
        for side, bounds in ((1, proof.upper), (-1, proof.lower)):
            for number, factor in bounds.items():
                if number >= len(self._cells):
                    multipliers[self._rules[number - len(self._cells)]] = side * factor
                elif (number, side) in cases:
                    continue
                elif number < len(self._free) or self._is_nonnegativity(self._cells[number], side):
                    nonnegative[self._cells[number]] = factor
                else:
                    clause |= 1 << self._cells[number]
                    needs_whole = needs_whole or self._component.cells[self._cells[number]].integral
        tightened = [rule for rule in multipliers if rule in self._units]
        blamed = [*self._totals(multipliers), *(cell for rule in tightened for cell in self._dividing(rule))]
        for cell in blamed:
            if cell not in self._cells:
                clause |= 1 << cell
        return Conflict(clause, multipliers, nonnegative, needs_whole or bool(tightened), not tightened)

    def _dividing(self, rule: int) -> list[int]:
        """Give the cells of a tightened rule that count for how much tighter it is."""
        cells, unit = self._component.cells, self._units[rule]
        shares = self._component.rules[rule].terms
        return [cell for cell, share in shares.items() if share % unit or not cells[cell].integral]

    def _is_nonnegativity(self, cell: int, side: int) -> bool:
        """Tell whether the lower bound of a rounded cell is 0 although its rounding reaches below."""
        interval = self._component.cells[cell].reading.interval
        return side < 0 and self._component.cells[cell].nonnegative and interval is not None and interval.low < 0

    @cached_property
    def determined(self) -> dict[int, int | Fraction]:
        """The value of each freed or blank cell that can have only one; for blocks without conflict."""
        found: dict[int, int | Fraction] = {}
        for number, cell in enumerate(self._free):
            if self._table.is_fixed(number):
                value = self._table.values[number]
            elif self._integral and not self._has_other(number):
                value = self._point[number]
            else:
                continue
            # The only value of a cell lies on no open bound: what is infinitely small in it is nothing.
            found[cell] = (value.value if isinstance(value, Near) else value) + self._component.cells[cell].origin
        return found

    def _has_other(self, number: int) -> bool:
        """Tell whether whole numbers leave a variable another value than the one found."""
        if first_fractional(self._table.values, self._integral) is None and (
            self._table.values[number] != self._point[number]
        ):
            return True
        value = self._point[number]
        step: int | Near = 1 if number in self._integral else Near(0, 1)
        for side in (1, -1):
            case = self._table.copy()
            if side > 0:
                case.restrict(number, lower=value + step)
            else:
                case.restrict(number, upper=value - step)
            if branch(case, self._integral)[0] is not None:
                return True
        return False
