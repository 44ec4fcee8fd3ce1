"""Blanks for which relations leave one value only, with the relations that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import field, frozen

from cchc_core.engine.deduce import Clash, Deducer, DropReason, Filled
from cchc_core.engine.intervals import Rounding
from cchc_core.engine.readings import Decimals, Printed, readings_of
from cchc_core.engine.relation import Relation, by_code, read_only
from cchc_core.engine.sheet import Sheet

__all__ = ["Dropped", "Filling", "fill"]


@frozen(kw_only=True)
class Dropped:
    """A blank that relations give a value which is not to be trusted.

    Args:
        cell: The blank.
        candidates: What it would have been filled with, and what disagreeing relations give instead.
        reason: What speaks against it.
        conflict: Multiplier of each relation that cannot hold together with the others of them, or with what
            they give their blanks; the blank's own value need not be the one that is wrong.
    """

    cell: str
    candidates: tuple[Filled, ...]
    reason: DropReason
    conflict: Mapping[str, Fraction] = field(hash=False)


@frozen(kw_only=True)
class Filling:
    """Values with those blanks filled that could be.

    Args:
        values: What was given, unchanged, and the filled blanks.
        filled: The filled blanks, in the order of the cells.
        dropped: The blanks that were not filled because relations contradict one another about them.
        blanks: The cells that are still blank, those dropped included.
    """

    values: Mapping[str, Printed] = field(hash=False)
    filled: tuple[Filled, ...]
    dropped: tuple[Dropped, ...]
    blanks: tuple[str, ...]


def fill(
    values: Mapping[str, Printed],
    relations: Iterable[Relation],
    *,
    nonnegative: Iterable[str] = (),
    integral: Iterable[str] = (),
    decimals: Mapping[str, Decimals] | None = None,
    rounding: Rounding = "nearest",
) -> Filling:
    """Fill the blanks that can have one value only; reported figures are never changed.

    A blank that equalities determine is filled; so is one that inequalities and figures that are not negative
    leave one value, as the parts of a total that others already reach are 0. Where figures are rounded, a blank
    that could have several values stays blank. What comes from relations that contradict one another is dropped.

    Args:
        values: What stands in each cell, as for `evaluate`.
        relations: The relations, each of another code.
        nonnegative: Cells that are not negative.
        integral: Cells that are whole; a value with a fraction is dropped.
        decimals: Precision of those cells for which the printed one does not count, as for `evaluate`.
        rounding: How all figures were shortened, ``nearest`` or ``truncated``.

    Returns:
        The values with the blanks filled, and for each filled blank the relations it comes from.

    Raises:
        TypeError: If a value is a float, a truth value or another inexact thing; it names the cell.
        ValueError: If two relations have one code, or as for `evaluate`.

    >>> by_term = Relation("term", {"all": 1, "early": -1, "late": -1})
    >>> by_way = Relation("way", {"all": 1, "online": -1, "by post": -1, "in person": -1})
    >>> given = {"early": 20, "late": 9, "online": 29}
    >>> filling = fill(given, [by_term, by_way], nonnegative=["online", "by post", "in person"])
    >>> [(each.cell, each.value, list(each.rules)) for each in filling.filled]
    [('all', 29, ['term']), ('by post', 0, ['term', 'way']), ('in person', 0, ['term', 'way'])]
    """
    sheet = Sheet(readings_of(values, decimals=decimals, rounding=rounding), by_code(relations))
    deducer = Deducer(sheet, frozenset(nonnegative), frozenset(integral))
    deducer.run()
    filled, dropped = [], []
    for cell in sheet.blanks:
        if cell in deducer.found:
            each = deducer.found[cell]
            clash = deducer.clash_of(each)
            if clash is None:
                filled.append(each)
            else:
                dropped.append(_dropped(each, clash, deducer))
    kept = {each.cell: each.value for each in filled}
    return Filling(
        values=read_only({**values, **kept}),
        filled=tuple(filled),
        dropped=tuple(dropped),
        blanks=tuple(cell for cell in sheet.blanks if cell not in kept),
    )


def _dropped(filled: Filled, clash: Clash, deducer: Deducer) -> Dropped:
    candidates = {each.value: each for each in [*deducer.others(filled), filled]}
    ordered = sorted(candidates.values(), key=lambda each: each is not filled)
    return Dropped(cell=filled.cell, candidates=tuple(ordered), reason=clash.reason, conflict=clash.rules)
