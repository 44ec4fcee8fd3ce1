"""Repairs of a record, ranked by how people mistype; one that stands out is suggested, none is applied."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, product
from math import prod

from attrs import define

from cchc_core.engine.evaluate import evaluate
from cchc_core.engine.intervals import Rounding
from cchc_core.engine.localise import localise
from cchc_core.engine.mistypes import Evidence, mistype_of
from cchc_core.engine.readings import Decimals, Printed, Reading, readings_of
from cchc_core.engine.relation import Exact, Relation
from cchc_core.engine.repairs import CauseSuggestions, Repair, Suggestions
from cchc_core.engine.results import Cause, Localisation, Solution
from cchc_core.engine.sheet import by_code
from cchc_core.engine.status import LocalisationStatus, RepairKind, Status

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
) -> Suggestions:
    """Rank the least sets of figures, with the values they imply, by the mistakes they would undo.

    A repair is suggested for a cause if it alone takes least, if that is a single slip, and if every least set of
    the cause leaves its values no choice. One of several figures that are no swapped neighbours is suggested only
    if it is the only least set and each figure is one slip off.

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
    record = _Record(values, readings_of(values, decimals=decimals, rounding=rounding), relations, decimals, rounding)
    context = _Context(previous or {}, _pairs(neighbours), _columns(columns, record.readings))
    by_cause = tuple(_of_cause(cause, record, context) for cause in localisation.causes)
    suggestions = [each.suggestion for each in by_cause if each.suggestion is not None]
    everywhere = bool(by_cause) and len(suggestions) == len(by_cause)
    return Suggestions(
        suggestion=_combined(suggestions, record) if everywhere else None,
        ranked=_ranked(by_cause, record),
        by_cause=by_cause,
        confirmed=record.confirmed(localisation),
        localisation=localisation,
    )


@define(eq=False)
class _Record:
    values: Mapping[str, Printed]
    readings: Mapping[str, Reading]
    relations: list[Relation]
    decimals: Mapping[str, Decimals] | None
    rounding: Rounding

    def reported(self, cell: str) -> Exact:
        """Give the value of a cell that is no blank."""
        value = self.readings[cell].value
        return 0 if value is None else value

    def holding(self, relations: Collection[Relation], changes: Mapping[str, Exact]) -> tuple[str, ...]:
        """Give the codes of relations that hold with some values changed; a changed one is exact."""
        cells = dict.fromkeys(cell for relation in relations for cell in relation.cells)
        values = {cell: Fraction(changes[cell]) if cell in changes else self.values.get(cell) for cell in cells}
        decimals = {cell: places for cell, places in (self.decimals or {}).items() if cell not in changes}
        outcomes = evaluate(values, relations, decimals=decimals, rounding=self.rounding)
        return tuple(code for code, outcome in outcomes.items() if outcome.status is Status.PASSED)

    def confirmed(self, localisation: Localisation) -> dict[str, int]:
        """Count the equalities that hold, for each cell of a broken relation."""
        broken = {code for cause in localisation.causes for code in cause.relations}
        suspects = dict.fromkeys(
            cell for relation in self.relations if relation.code in broken for cell in relation.cells
        )
        others = [relation for relation in self.relations if relation.op == "==" and relation.code not in broken]
        holding = set(self.holding(others, {}))
        found = {
            cell: sum(relation.code in holding and cell in relation.coefficients for relation in others)
            for cell in suspects
        }
        return {cell: count for cell, count in found.items() if count}


@define(eq=False)
class _Context:
    previous: Mapping[str, Exact | None]
    pairs: Collection[frozenset[str]]
    columns: Mapping[str, Sequence[tuple[str, Exact]]]

    def evidence(self, cell: str, reading: Reading) -> Evidence:
        """Give what else is known of a cell."""
        interval = reading.interval
        return Evidence(
            tolerance=0 if interval is None else interval.high - interval.low,
            previous=self.previous.get(cell),
            column=[value for other, value in self.columns.get(cell, ()) if other != cell],
        )


def _pairs(neighbours: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for cells in neighbours for pair in pairwise(cells)}


def _columns(columns: Iterable[Sequence[str]], readings: Mapping[str, Reading]) -> dict[str, list[tuple[str, Exact]]]:
    found: dict[str, list[tuple[str, Exact]]] = {}
    for column in columns:
        reported = [(cell, readings[cell].value) for cell in column if cell in readings]
        entries = [(cell, value) for cell, value in reported if value is not None]
        for cell in column:
            found.setdefault(cell, []).extend(entries)
    return found


def _of_cause(cause: Cause, record: _Record, context: _Context) -> CauseSuggestions:
    broken = [each for each in record.relations if each.op == "==" and each.code in cause.relations]
    repairs = [_repair(solution, broken, record, context) for solution in cause.solutions if solution.is_determined]
    ranked = sorted(repairs, key=lambda repair: repair.distance)
    is_complete = cause.status is LocalisationStatus.SOLVED and len(ranked) == len(cause.solutions)
    return CauseSuggestions(
        cause=cause, suggestion=_standing_out(ranked) if is_complete else None, ranked=tuple(ranked)
    )


def _standing_out(ranked: Sequence[Repair]) -> Repair | None:
    """Give the repair that alone takes least, if that is a single slip; or the only one, if it is one a mistake."""
    best, *others = ranked
    if others:
        return best if best.distance == 1 < others[0].distance else None
    return best if best.distance == best.mistakes else None


def _repair(solution: Solution, broken: list[Relation], record: _Record, context: _Context) -> Repair:
    changes = solution.values
    reported = {cell: record.reported(cell) for cell in solution.cells}
    kinds = dict.fromkeys(_swapped(changes, reported, context), RepairKind.NEIGHBOURS_SWAPPED)
    distance = len(kinds) // 2
    for cell in solution.cells:
        if cell not in kinds:
            mistype = mistype_of(reported[cell], changes[cell], context.evidence(cell, record.readings[cell]))
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
        votes=record.holding(voters, changes),
    )


def _swapped(changes: Mapping[str, Exact], reported: Mapping[str, Exact], context: _Context) -> Iterator[str]:
    """Give the cells that only exchange their values with a neighbour."""
    for first, second in combinations(changes, 2):
        are_swapped = (changes[first], changes[second]) == (reported[second], reported[first])
        if are_swapped and frozenset((first, second)) in context.pairs:
            yield from (first, second)


def _shared(kinds: Iterable[RepairKind]) -> RepairKind:
    different = set(kinds)
    return different.pop() if len(different) == 1 else RepairKind.UNKNOWN


def _ranked(by_cause: Sequence[CauseSuggestions], record: _Record) -> tuple[Repair, ...]:
    """Combine the repairs of the causes in all ways, the likeliest of each if there are too many."""
    if len(by_cause) == 1:
        return by_cause[0].ranked
    lists = [list(each.ranked) for each in by_cause]
    while prod(len(each) for each in lists) > MOST_RANKED:
        max(lists, key=len).pop()
    combined = [_combined(repairs, record) for repairs in product(*lists)] if lists else []
    return tuple(sorted(combined, key=lambda repair: repair.distance))


def _combined(repairs: Sequence[Repair], record: _Record) -> Repair:
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
        votes=tuple(relation.code for relation in record.relations if relation.code in votes),
    )
