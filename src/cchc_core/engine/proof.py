"""What follows from relations, with the multipliers that show it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from cchc_core.engine.budget import Budget
from cchc_core.engine.linear import Row, conflict, solution
from cchc_core.engine.relation import Relation, read_only

__all__ = ["Premises", "Proof", "combined"]

_Weights = Mapping[str, Fraction]


@frozen(kw_only=True)
class Proof:
    """The multipliers with which relations add up to what is proved.

    A multiplier of an inequality turns it round if it is negative, so to prove ``<=`` those of ``<=`` are
    positive and those of ``>=`` negative; those of equalities have either sign.

    Args:
        multipliers: Multiplier of each relation it needs, by code.
        nonnegative: Multiplier of ``cell >= 0``, for each cell whose being non-negative it needs.
    """

    multipliers: Mapping[str, Fraction] = field(converter=read_only, hash=False)
    nonnegative: Mapping[str, Fraction] = field(converter=read_only, factory=dict, hash=False)


@frozen
class Premises:
    """Relations by name and cells that are not negative: what is known.

    Args:
        relations: The relations by the name proofs have for them.
        nonnegative: Cells that are not negative.
    """

    relations: Mapping[str, Relation]
    nonnegative: tuple[str, ...] = ()

    def _rows(self) -> list[Row]:
        """Give the relations as rows, then the non-negative cells."""
        rows = [_row(relation) for relation in self.relations.values()]
        return rows + [Row({cell: -1}, "<=", 0) for cell in self.nonnegative]

    def _proof(self, found: Mapping[int, Fraction], scale: Fraction) -> Proof:
        multipliers, nonnegative = {}, {}
        for index, name in enumerate(self.relations):
            if index in found:
                turned = self.relations[name].op == ">="
                multipliers[name] = found[index] * (-scale if turned else scale)
        for index, cell in enumerate(self.nonnegative, len(self.relations)):
            if index in found:
                nonnegative[cell] = -found[index] * scale
        return Proof(multipliers=multipliers, nonnegative=nonnegative)

    def contradiction(self, budget: Budget | None = None) -> Proof | None:
        """Prove ``0 <= r`` with a negative r, if the premises contradict one another; else give ``None``."""
        found = conflict(self._rows(), budget)
        return None if found is None else self._proof(found, Fraction(1))

    def point(self, budget: Budget | None = None) -> dict[str, Fraction] | None:
        """Give one point at which all premises hold, ``None`` if there is none."""
        return solution(self._rows(), budget)

    def equalities(self) -> list[Relation]:
        """Give the premises that are always equalities, where all of them hold, as equalities.

        What they fix is all that the premises fix.
        """
        rows = [Row(row.coefficients, "<" if row.op == "<=" else "==", row.constant) for row in self._rows()]
        while (found := conflict(rows)) is not None:  # as strict inequalities, these contradict one another
            for index in found:
                rows[index] = Row(rows[index].coefficients, "==", rows[index].constant)
        return [
            Relation(str(number), row.coefficients, "==", row.constant)
            for number, row in enumerate(rows)
            if row.op == "=="
        ]

    def at_most(self, coefficients: _Weights, bound: Fraction) -> Proof | None:
        """Prove ``sum(coefficient * cell) <= bound``; ``None`` if it does not follow."""
        turned = {cell: -weight for cell, weight in coefficients.items()}
        return self._refuted(Row(turned, "<", -bound), 1)

    def at_least(self, coefficients: _Weights, bound: Fraction) -> Proof | None:
        """Prove ``sum(coefficient * cell) >= bound``; ``None`` if it does not follow."""
        return self._refuted(Row(coefficients, "<", bound), -1)

    def _refuted(self, contrary: Row, sign: int) -> Proof | None:
        """Prove that the contrary cannot be, where the premises themselves can."""
        rows = [*self._rows(), contrary]
        found = conflict(rows)
        return None if found is None else self._proof(found, sign / found[len(rows) - 1])

    def near(self, relation: Relation) -> Premises:
        """Give those relations only that speak of one of the cells a relation speaks of, with their cells."""
        near = {
            name: each
            for name, each in self.relations.items()
            if not each.coefficients.keys().isdisjoint(relation.coefficients)
        }
        cells = {*relation.coefficients, *(cell for each in near.values() for cell in each.coefficients)}
        return Premises(near, tuple(cell for cell in self.nonnegative if cell in cells))

    def proofs_of(self, relation: Relation) -> tuple[Proof, ...]:
        """Prove a relation: two proofs, of ``<=`` and of ``>=``, for an equality; none if it does not follow."""
        wanted = {"<=": (self.at_most,), ">=": (self.at_least,), "==": (self.at_most, self.at_least)}[relation.op]
        proofs: list[Proof] = []
        for prove in wanted:
            proof = prove(relation.coefficients, relation.constant)
            if proof is None:
                return ()
            proofs.append(proof)
        return tuple(proofs)


def _row(relation: Relation) -> Row:
    if relation.op == "==":
        return Row(relation.coefficients, "==", relation.constant)
    sign = -1 if relation.op == ">=" else 1
    turned = {cell: sign * weight for cell, weight in relation.coefficients.items()}
    return Row(turned, "<=", sign * relation.constant)


def combined(multipliers: Mapping[str, Fraction], relations: Mapping[str, Relation]) -> tuple[_Weights, Fraction]:
    """Add up multiplied relations: the coefficient of each cell that is left, and the constant."""
    coefficients: dict[str, Fraction] = {}
    for name, weight in multipliers.items():
        for cell, coefficient in relations[name].coefficients.items():
            coefficients[cell] = coefficients.get(cell, Fraction()) + weight * coefficient
    constant = sum((weight * relations[name].constant for name, weight in multipliers.items()), Fraction())
    return {cell: weight for cell, weight in coefficients.items() if weight}, constant
