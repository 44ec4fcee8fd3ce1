"""Proofs of the engine added up independently of it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from cchc_core.engine import Proof, Relation

__all__ = ["added_up"]


def added_up(
    proof: Proof, relations: Mapping[str, Relation], op: str, known: Mapping[str, Fraction | int] | None = None
) -> tuple[dict[str, Fraction], Fraction]:
    """Add up the multiplied relations of a proof of ``sum op constant``, each used in a direction it allows.

    Args:
        proof: The proof.
        relations: The relations by name.
        op: ``<=`` or ``>=``; ``==`` if equalities alone may be used.
        known: Values to be put in.

    Returns:
        The coefficient of each other cell, and the constant.
    """
    coefficients: dict[str, Fraction] = {}
    constant = Fraction()
    assert op != "==" or not proof.nonnegative
    zero = {cell: Relation(cell, {cell: 1}, ">=", 0) for cell in proof.nonnegative}
    terms = [(relations[name], weight) for name, weight in proof.multipliers.items()]
    terms += [(zero[cell], weight) for cell, weight in proof.nonnegative.items()]
    for relation, weight in terms:
        assert weight != 0
        assert relation.op == "==" or (relation.op == op) == (weight > 0), "an inequality was turned round"
        assert relation.op == "==" or op != "=="
        constant += weight * relation.constant
        for cell, coefficient in relation.coefficients.items():
            if known and cell in known:
                constant -= weight * coefficient * known[cell]
            else:
                coefficients[cell] = coefficients.get(cell, Fraction()) + weight * coefficient
    return {cell: weight for cell, weight in coefficients.items() if weight}, constant
