"""What follows from relations that can hold together: other relations, and the values of cells."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from cchc_core.engine.equalities import Equalities
from cchc_core.engine.proof import Premises, Proof, combined
from cchc_core.engine.relation import Relation

__all__ = ["FixedCell", "Redundancy", "fixed_cells_of", "redundancies_of"]


@frozen(kw_only=True)
class Redundancy:
    """A relation that follows from others.

    Args:
        relation: Its code.
        proofs: Add up to it, or to one that is stricter. There are two, of ``<=`` and of ``>=``, for an equality
            that needs inequalities.
    """

    relation: str
    proofs: tuple[Proof, ...] = field(hash=False)


@frozen(kw_only=True)
class FixedCell:
    """A cell for which relations leave one value.

    Args:
        cell: The cell.
        value: Its value; an int if it is whole.
        proofs: Add up to ``cell == value``, or, if inequalities are needed, to ``cell <= value`` and
            ``cell >= value``.
    """

    cell: str
    value: int | Fraction
    proofs: tuple[Proof, ...] = field(hash=False)


def redundancies_of(premises: Premises) -> tuple[list[Redundancy], Premises]:
    """Find relations that can all be left out, the later ones first.

    Args:
        premises: Relations that can hold together.

    Returns:
        The relations that follow from those that stay, in the order given; and those that stay.
    """
    found: dict[str, tuple[Proof, ...]] = {}
    for name, multipliers in Equalities(premises.relations, in_order=True).dependencies.items():
        itself = multipliers.pop(name)
        found[name] = (Proof(multipliers={each: -weight / itself for each, weight in multipliers.items()}),)
    kept = {name: relation for name, relation in premises.relations.items() if name not in found}
    pinned = len(premises.equalities()) > sum(relation.op == "==" for relation in premises.relations.values())
    for name, relation in reversed([*kept.items()]):
        # Where no inequality is always an equality, equalities follow from equalities alone.
        if relation.op != "==" or pinned:
            rest = {each: other for each, other in kept.items() if each != name}
            others = Premises(rest, premises.nonnegative)
            proofs = others.near(relation).proofs_of(relation) or others.proofs_of(relation)
            if proofs:
                found[name], kept = proofs, rest
    stay = Premises(kept, premises.nonnegative)
    for name, proofs in found.items():
        if any(each not in kept for proof in proofs for each in proof.multipliers):  # left out only afterwards
            found[name] = stay.proofs_of(premises.relations[name])
    return [Redundancy(relation=name, proofs=found[name]) for name in premises.relations if name in found], stay


def fixed_cells_of(premises: Premises) -> list[FixedCell]:
    """Find the cells that can have one value only.

    Args:
        premises: Relations that can hold together.
    """
    alone, forced = Equalities(premises.relations), {each.code: each for each in premises.equalities()}
    together, found = Equalities(forced), []
    for cell in dict.fromkeys(cell for relation in premises.relations.values() for cell in relation.coefficients):
        multipliers, shown = alone.fixing(cell), together.fixing(cell)
        if multipliers is not None:
            value = combined(multipliers, premises.relations)[1]
            found.append(_fixed(cell, value, Proof(multipliers=multipliers)))
        elif shown is not None:
            value = combined(shown, forced)[1]
            found.append(_fixed(cell, value, *premises.proofs_of(Relation("", {cell: 1}, "==", value))))
    return found


def _fixed(cell: str, value: Fraction, *proofs: Proof) -> FixedCell:
    return FixedCell(cell=cell, value=value.numerator if value.denominator == 1 else value, proofs=proofs)
