"""Repairs of a record, ranked by how people mistype; one that stands out is suggested, none is applied."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import prod

from cchc_core.engine.context import Context, Recorded
from cchc_core.engine.intervals import Rounding
from cchc_core.engine.localise import localise
from cchc_core.engine.mistypes import mistype_of
from cchc_core.engine.readings import Decimals, Printed, readings_of
from cchc_core.engine.relation import Exact, Relation, by_code
from cchc_core.engine.repairs import CauseSuggestions, Repair, Suggestions
from cchc_core.engine.results import Cause, Localisation, Solution
from cchc_core.engine.slips import like, pairs_of_slips
from cchc_core.engine.status import LocalisationStatus, RepairKind

__all__ = ["MOST_RANKED", "suggest"]

MOST_RANKED = 1000
"""So many repairs of the whole record are listed where several causes are combined."""


def suggest(
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
    previous: Mapping[str, Exact | None] | None = None,
    neighbours: Iterable[Sequence[str]] = (),
    columns: Iterable[Sequence[str]] = (),
    localisation: Localisation | None = None,
    pairs: bool = True,
) -> Suggestions:
    """Rank the least sets of figures, with the values they imply, by the mistakes they would undo.

    A repair is suggested for a cause if it alone takes least, if that is a single slip, and if every least set of
    the cause leaves its values no choice. One of several figures that are no swapped neighbours is suggested only
    if it is the only least set and each figure is one slip off.

    Where nothing is suggested, pairs are ranked as well, although they are no least sets: two figures that the
    equalities cannot tell apart, each one slip off, that do together what one would have to do alone.

    Args:
        values: What stands in each cell, as for `localise`.
        relations: The relations, each of another code.
        weights: As for `localise`.
        locked: As for `localise`.
        nonnegative: As for `localise`.
        integral: As for `localise`.
        decimals: As for `localise`.
        rounding: As for `localise`.
        max_weight: As for `localise`.
        max_solutions: As for `localise`.
        max_steps: As for `localise`.
        time_limit: As for `localise`.
        previous: Values of the period before, to tell figures that were not brought up to date.
        neighbours: Cells that are printed side by side, in order, to tell two that were swapped.
        columns: Cells that are printed one under another, to tell values that slipped into another row.
        localisation: What `localise` gave for the same record, if it is known already.
        pairs: Whether to list, where nothing is suggested, also two slips that do what one figure would have to do
            alone; they are no least sets, and say so.

    Returns:
        The ranked repairs, of each cause and of the whole.

    Raises:
        TypeError: As `localise` does.
        ValueError: As `localise` does.

    >>> rules = [
    ...     Relation("by term", {"resolved": 1, "early": -1, "late": -1}),
    ...     Relation("by state", {"received": 1, "resolved": -1, "pending": -1}),
    ... ]
    >>> found = suggest({"received": 910, "resolved": 870, "early": 610, "late": 170, "pending": 130}, rules)
    >>> dict(found.suggestion.changes), found.suggestion.kind, found.suggestion.votes
    ({'resolved': 780}, <RepairKind.TRANSPOSITION: 'transposition'>, ('by term', 'by state'))
    """
    relations = list(by_code(relations).values())
    localisation = localisation or localise(
        values,
        relations,
        weights=weights,
        locked=locked,
        nonnegative=nonnegative,
        integral=integral,
        decimals=decimals,
        rounding=rounding,
        max_weight=max_weight,
        max_solutions=max_solutions,
        max_steps=max_steps,
        time_limit=time_limit,
    )
    record = Recorded(
        values=values,
        readings=readings_of(values, decimals=decimals, rounding=rounding),
        relations=relations,
        nonnegative=frozenset(nonnegative),
        integral=frozenset(integral),
        locked=frozenset(locked),
        weights=weights or {},
        decimals=decimals,
        rounding=rounding,
    )
    context = Context(record.readings, previous or {}, neighbours, columns)
    by_cause = tuple(_of_cause(cause, record, context, pairs=pairs) for cause in localisation.causes)
    suggestions = [each.suggestion for each in by_cause if each.suggestion is not None]
    everywhere = bool(by_cause) and len(suggestions) == len(by_cause)
    return Suggestions(
        suggestion=_combined(suggestions, record) if everywhere else None,
        ranked=_ranked(by_cause, record),
        by_cause=by_cause,
        confirmed=record.confirmed({code for cause in localisation.causes for code in cause.relations}),
        localisation=localisation,
    )


def _of_cause(cause: Cause, record: Recorded, context: Context, *, pairs: bool) -> CauseSuggestions:
    broken = [each for each in record.relations if each.op == "==" and each.code in cause.relations]
    repairs = [_repair(solution, broken, record, context) for solution in cause.solutions if solution.is_determined]
    repairs.sort(key=lambda repair: repair.distance)
    is_complete = cause.status is LocalisationStatus.SOLVED and len(repairs) == len(cause.solutions)
    suggestion = _standing_out(repairs) if is_complete else None
    if pairs and is_complete and suggestion is None:
        repairs += [_repair(pair, broken, record, context, is_least=False) for pair in _pairs(repairs, record)]
        repairs.sort(key=lambda repair: (repair.distance, repair.weight))
    return CauseSuggestions(cause=cause, suggestion=suggestion, ranked=tuple(repairs))


def _pairs(repairs: Sequence[Repair], record: Recorded) -> Iterator[Solution]:
    """Give the pairs of slips that do what one figure would have to do alone."""
    seen: set[str] = set()
    for repair in repairs:
        (cell, value), *others = repair.changes.items()
        voters = [relation for relation in record.relations if relation.code in repair.votes]
        if others or cell in seen or not voters:
            continue
        group = [other for other in voters[0].cells if record.may_change(other)]
        equalities = [relation for relation in record.touching(group) if relation.op == "=="]
        shares = {other: share for other, share in like(cell, equalities).items() if other in group}
        seen.update(shares)
        change = Fraction(value) - Fraction(repair.reported[cell])
        for changes in pairs_of_slips(shares, change, record.reported(shares)):
            if record.permits(changes):
                yield Solution(cells=tuple(changes), weight=record.weight(changes), values=changes)


def _standing_out(ranked: Sequence[Repair]) -> Repair | None:
    """Give the repair that alone takes least, if that is a single slip; or the only one, if it is one a mistake."""
    best, *others = ranked
    if others:
        return best if best.distance == 1 < others[0].distance else None
    return best if best.distance == best.mistakes else None


def _repair(
    solution: Solution, broken: list[Relation], record: Recorded, context: Context, *, is_least: bool = True
) -> Repair:
    changes = solution.values
    reported = record.reported(solution.cells)
    kinds = dict.fromkeys(_swapped(changes, reported, context), RepairKind.NEIGHBOURS_SWAPPED)
    distance = len(kinds) // 2
    for cell in solution.cells:
        if cell not in kinds:
            mistype = mistype_of(reported[cell], changes[cell], context.evidence(cell))
            kinds[cell] = mistype.kind
            distance += mistype.distance
    voters = [relation for relation in broken if any(cell in relation.coefficients for cell in changes)]
    return Repair(
        changes=changes,
        reported=reported,
        kinds={cell: kinds[cell] for cell in solution.cells},
        kind=_shared(kinds.values()),
        distance=distance,
        weight=solution.weight,
        is_least=is_least,
        votes=tuple(relation.code for relation in voters),
    )


def _swapped(changes: Mapping[str, Exact], reported: Mapping[str, Exact], context: Context) -> Iterator[str]:
    """Give the cells that only exchange their values with a neighbour."""
    for first, second in combinations(changes, 2):
        are_swapped = (changes[first], changes[second]) == (reported[second], reported[first])
        if are_swapped and context.are_neighbours(first, second):
            yield from (first, second)


def _shared(kinds: Iterable[RepairKind]) -> RepairKind:
    different = set(kinds)
    return different.pop() if len(different) == 1 else RepairKind.UNKNOWN


def _ranked(by_cause: Sequence[CauseSuggestions], record: Recorded) -> tuple[Repair, ...]:
    """Combine the repairs of the causes in all ways, the likeliest of each if there are too many."""
    if len(by_cause) == 1:
        return by_cause[0].ranked
    lists = [list(each.ranked) for each in by_cause]
    while prod(len(each) for each in lists) > MOST_RANKED:
        max(lists, key=len).pop()
    combined = [_combined(repairs, record) for repairs in product(*lists)] if lists else []
    return tuple(sorted(combined, key=lambda repair: repair.distance))


def _combined(repairs: Sequence[Repair], record: Recorded) -> Repair:
    """Put the repairs of different causes together."""
    changed = {cell: repair for repair in repairs for cell in repair.changes}
    cells = [cell for cell in record.readings if cell in changed]
    votes = {code for repair in repairs for code in repair.votes}
    kinds = {cell: changed[cell].kinds[cell] for cell in cells}
    return Repair(
        changes={cell: changed[cell].changes[cell] for cell in cells},
        reported={cell: changed[cell].reported[cell] for cell in cells},
        kinds=kinds,
        kind=_shared(kinds.values()),
        distance=sum(repair.distance for repair in repairs),
        weight=sum(repair.weight for repair in repairs),
        is_least=all(repair.is_least for repair in repairs),
        votes=tuple(relation.code for relation in record.relations if relation.code in votes),
    )
