"""What is wrong with a set of relations, whatever the values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import count

from attrs import evolve, field, fields, frozen

from cchc_core.engine.contradictions import Contradiction, contradictions_of
from cchc_core.engine.duplicates import Duplicate, duplicates_of
from cchc_core.engine.groups import joined
from cchc_core.engine.implied import FixedCell, Redundancy, fixed_cells_of, redundancies_of
from cchc_core.engine.intervals import Interval
from cchc_core.engine.proof import Premises
from cchc_core.engine.relation import Relation, read_only

__all__ = ["Lint", "lint"]


@frozen(kw_only=True)
class Lint:
    """What was found; every relation is named by its code, or a number after it if the code occurs again.

    Args:
        relations: The relations by these names.
        contradictions: Relations that cannot hold together. Those of one contradiction are set aside before the
            next is looked for, so that no two have a relation in common.
        redundant: Relations that follow from the others; all of them can be left out together. Where several
            follow from one another, the last is named.
        duplicates: Relations that say the same.
        fixed: Cells for which the relations leave one value.
        repeated_codes: Codes that stand at more than one relation.
        never_fires: Relations that speak of no cell and always hold.
        unprotected: Cells that no relation speaks of.
        unknown: Cells that a relation speaks of, but that are not among the given ones.
    """

    relations: Mapping[str, Relation] = field(hash=False)
    contradictions: tuple[Contradiction, ...] = ()
    redundant: tuple[Redundancy, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    fixed: tuple[FixedCell, ...] = ()
    repeated_codes: tuple[str, ...] = ()
    never_fires: tuple[str, ...] = ()
    unprotected: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not any(getattr(self, each.name) for each in fields(Lint) if each.name != "relations")


def lint(
    relations: Iterable[Relation],
    *,
    cells: Iterable[str] = (),
    free: Iterable[str] = (),
    nonnegative: Iterable[str] = (),
) -> Lint:
    """Look for mistakes in a set of relations.

    Args:
        relations: The relations; a code that occurs again is reported.
        cells: The cells that should be protected; if none are given, none are missed.
        free: Those among them that no relation need speak of.
        nonnegative: Cells that are not negative, which may make a relation follow from others.

    Returns:
        What was found, with proofs.

    >>> by_state = Relation("by state", {"received": 1, "resolved": -1, "pending": -1})
    >>> most = Relation("most", {"resolved": 1, "received": -1}, "<=")
    >>> found = lint([by_state, most], cells=["received", "note"], nonnegative=["pending"])
    >>> [(each.relation, dict(each.proofs[0].multipliers)) for each in found.redundant]
    [('most', {'by state': Fraction(-1, 1)})]
    >>> found.unprotected, found.unknown
    (('note',), ('resolved', 'pending'))
    """
    given = list(relations)
    named = _named(given)
    spoken_of = dict.fromkeys(cell for relation in given for cell in relation.coefficients)
    known, unprotectable = dict.fromkeys(cells), frozenset(free)
    return evolve(
        _searched(named, frozenset(nonnegative)),
        repeated_codes=tuple(code for code, times in Counter(each.code for each in given).items() if times > 1),
        unprotected=tuple(cell for cell in known if cell not in spoken_of and cell not in unprotectable),
        unknown=tuple(cell for cell in spoken_of if known and cell not in known and cell not in unprotectable),
    )


def _named(relations: Iterable[Relation]) -> dict[str, Relation]:
    """Give each relation a name of its own: its code, and a number if the code was met before."""
    named: dict[str, Relation] = {}
    for relation in relations:
        names = (relation.code if number == 1 else f"{relation.code}#{number}" for number in count(1))
        named[next(name for name in names if name not in named)] = relation
    return named


def _searched(named: Mapping[str, Relation], nonnegative: Collection[str]) -> Lint:
    """Find what relations say together, of several that say the same using the first."""
    duplicates = duplicates_of(named)
    never_fires = tuple(name for name, relation in named.items() if not relation.cells and _always_holds(relation))
    aside = {*never_fires, *(name for duplicate in duplicates for name in duplicate.relations[1:])}
    contradictions: list[Contradiction] = []
    redundant: list[Redundancy] = []
    fixed: list[FixedCell] = []
    for part in _parts({name: each for name, each in named.items() if name not in aside}, nonnegative):
        contrary, premises = contradictions_of(part)
        implied, premises = redundancies_of(premises)
        contradictions += contrary
        redundant += implied
        fixed += fixed_cells_of(premises)
    number_of = {name: number for number, name in enumerate(named)}
    return Lint(
        relations=read_only(named),
        contradictions=tuple(sorted(contradictions, key=lambda each: number_of[each.relations[0]])),
        redundant=tuple(sorted(redundant, key=lambda each: number_of[each.relation])),
        duplicates=tuple(duplicates),
        fixed=tuple(fixed),
        never_fires=never_fires,
    )


def _always_holds(relation: Relation) -> bool:
    """Tell whether a relation without a cell holds."""
    return Interval.point(-relation.constant).can_be(relation.op, 0)


def _parts(named: Mapping[str, Relation], nonnegative: Collection[str]) -> list[Premises]:
    """Part the relations into those connected by cells; one without a cell stands alone."""
    groups = joined([("cell", cell) for cell in relation.cells] or [("name", name)] for name, relation in named.items())
    number_of = {member: number for number, group in enumerate(groups) for member in group}
    parts: list[dict[str, Relation]] = [{} for _ in groups]
    for name, relation in named.items():
        member = ("cell", relation.cells[0]) if relation.cells else ("name", name)
        parts[number_of[member]][name] = relation
    signed = ([cell for kind, cell in group if kind == "cell" and cell in nonnegative] for group in groups)
    return [Premises(part, tuple(each)) for part, each in zip(parts, signed, strict=True)]
