"""One connected part of a report: its least sets of wrong figures, parted into stories that do not touch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from attrs import define, evolve

from cchc_core import engine
from cchc_core.checks.beside import drawn_in
from cchc_core.checks.causes import Candidate, Cause, Change, Evidence
from cchc_core.checks.factors import factors_of
from cchc_core.checks.findings import Finding
from cchc_core.checks.linear import LinearSystem
from cchc_core.checks.neighbours import columns_of, neighbours_of
from cchc_core.checks.supports import with_supports
from cchc_core.checks.system import System
from cchc_core.engine import Exact, LocalisationStatus, Repair, RepairKind, Suggestions, localise, suggest
from cchc_core.numbers import plain
from cchc_core.rules import RuleKind

__all__ = ["Located"]

_MOST_WRONG = 8
_MOST_SOLUTIONS = 500
_MOST_STEPS = 30_000
"""Caps of the search in one connected part: figures that are wrong, ways to choose them, and steps, not seconds, so
that the same report gives the same causes everywhere."""


@define(eq=False, kw_only=True, slots=False)
class Located:
    """A connected part of a report in which rules are broken.

    Args:
        system: The report.
        linear: The part, as the engine takes it.
        findings: Every finding of the report.
        numbers: Positions of the findings that a relation is behind, by name of relation and first figure.
    """

    system: System
    linear: LinearSystem
    findings: Sequence[Finding]
    numbers: Mapping[tuple[str, str], int]

    def causes(self) -> Iterator[Cause]:
        """Give a cause for each part of the least sets that can be told without the others.

        Where the search is cut short, it is begun again without the broken rules by which two places
        state one fact: tables that do not agree as a whole must not hide a slip within one of them.
        """
        found = self._localised.causes
        bridges = [each.code for each in self.linear.relations if self._is_broken_bridge(each.code)]
        if bridges and any(located.status is LocalisationStatus.NOT_SOLVED for located in found):
            yield from self._apart(bridges)
            return
        for located in found:
            if located.status is LocalisationStatus.NOT_SOLVED:
                yield self._not_solved(located)
                continue
            for cells, numbers in self._stories(located):
                yield self._cause(located, cells, numbers)

    def _is_broken_bridge(self, code: str) -> bool:
        return self.linear.placed[code].rule.kind is RuleKind.SAME and self.linear.placed[code].key in self.numbers

    def _apart(self, bridges: Sequence[str]) -> Iterator[Cause]:
        """Give the causes within the tables, and one, not located, for what the tables disagree on."""
        kept = [number for number, each in enumerate(self.linear.relations) if each.code not in bridges]
        linear = self.linear.part(set(self.linear.values), kept)
        broken = self._findings_of((), bridges)
        taken = set(range(len(self.findings))).difference(broken)
        yield from [drawn_in(cause, self.findings, taken) for cause in evolve(self, linear=linear).causes()]
        left = tuple(number for number in broken if number not in taken)
        yield from [Cause(findings=left, status=LocalisationStatus.NOT_SOLVED, at_least=1)] if left else ()

    @cached_property
    def _localised(self) -> engine.Localisation:
        return localise(
            self.linear.values,
            self.linear.relations,
            nonnegative=self.linear.nonnegative,
            integral=self.linear.integral,
            max_weight=_MOST_WRONG,
            max_solutions=_MOST_SOLUTIONS,
            max_steps=_MOST_STEPS,
        )

    def _not_solved(self, located: engine.Cause) -> Cause:
        numbers = self._findings_of(located.cells, located.relations)
        return Cause(
            findings=numbers,
            status=located.status,
            at_least=located.lower_bound,
            evidence=self._evidence(located, located.cells),
        )

    def _stories(self, located: engine.Cause) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Part the figures of the least sets into those that are chosen together, or explain a finding together."""
        stories: list[tuple[tuple[str, ...], frozenset[int]]] = []
        for cells in factors_of([solution.cells for solution in located.solutions]):
            found = frozenset(self._explained(located, cells))
            touching = [story for story in stories if story[1] & found]
            stories = [story for story in stories if not story[1] & found]
            together = tuple(cell for story in touching for cell in story[0]) + cells
            stories.append((together, found.union(*(story[1] for story in touching))))
        for cells, found in stories:
            yield tuple(cell for cell in located.cells if cell in cells), tuple(sorted(found))

    def _explained(self, located: engine.Cause, cells: Iterable[str]) -> Iterator[int]:
        """Give the findings that some figures explain: in whose relation, or in whose proof, one of them stands."""
        own = set(cells)
        for certificate in located.certificates:
            if own & set(certificate.cells):
                yield from self._findings_of((), certificate.relations)
        yield from self._findings_of(own, ())

    def _findings_of(self, cells: Iterable[str], codes: Iterable[str]) -> tuple[int, ...]:
        """Give the findings behind relations, by code, and those in which figures take part."""
        keys = {self.linear.placed[code].key for code in codes}
        paths = set(cells)
        return tuple(
            number
            for key, number in self.numbers.items()
            if key in keys
            or (
                self._is_held(number) and any(operand.place.path in paths for operand in self.findings[number].operands)
            )
        )

    def _is_held(self, number: int) -> bool:
        """Tell whether a finding is on a relation of this part, or on the range of one figure."""
        finding = self.findings[number]
        return not finding.right or finding.key in self._keys

    @cached_property
    def _keys(self) -> set[tuple[str, str]]:
        return {placed.key for placed in self.linear.placed.values()}

    def _cause(self, located: engine.Cause, cells: tuple[str, ...], numbers: tuple[int, ...]) -> Cause:
        """Tell one story: its candidates, the likeliest first, as if the figures of all others were unknown."""
        others = {cell for solution in located.solutions for cell in solution.cells} - set(cells)
        values = {path: None if path in others else value for path, value in self.linear.values.items()}
        found = self._suggested(values)
        least = found.localisation.weight
        sets = _chosen(located, cells)
        ranked = [self._candidate(repair) for repair in found.ranked if repair.weight == least and repair.cells in sets]
        known = [tuple(change.place.path for change in candidate.changes) for candidate in ranked]
        candidates = [*ranked, *(self._open_candidate(each) for each in sets if each not in known)]
        candidates = list(with_supports(self.system, candidates))
        is_told_apart = sets == {each.cells: None for each in found.localisation.solutions}
        stands_out = is_told_apart and found.suggestion is not None and found.suggestion.cells == known[0]
        return Cause(
            findings=numbers,
            status=located.status,
            weight=min(map(len, sets)),
            at_least=min(map(len, sets)),
            candidates=tuple(candidates),
            suggestion=candidates[0] if stands_out else None,
            suspects=tuple(self.system.cells[cell].place for cell in cells),
            voters=sum(self.findings[number].operator == "==" for number in numbers),
            confirmed=self._confirmed(set(cells), numbers),
            evidence=self._evidence(located, cells),
        )

    def _suggested(self, values: Mapping[str, Exact | None]) -> Suggestions:
        """Rank the repairs; amounts of money are taken for exact where that leaves the same figures to suspect.

        Rounding leaves a choice of values, of which the exact one is the likeliest to have been printed.
        """
        rounded = self._ranked(values, None)
        amounts = [path for path, value in values.items() if isinstance(value, Decimal)]
        if not amounts:
            return rounded
        exact = self._ranked(values, dict.fromkeys(amounts))
        suspects = [[each.cells for each in found.localisation.solutions] for found in (rounded, exact)]
        return exact if suspects[0] == suspects[1] else rounded

    def _ranked(self, values: Mapping[str, Exact | None], decimals: Mapping[str, None] | None) -> Suggestions:
        return suggest(
            values,
            self.linear.relations,
            nonnegative=self.linear.nonnegative,
            integral=self.linear.integral,
            decimals=decimals,
            max_weight=_MOST_WRONG,
            max_solutions=_MOST_SOLUTIONS,
            max_steps=_MOST_STEPS,
            neighbours=neighbours_of(self.system, values),
            columns=columns_of(self.system, values),
            localisation=self._localised if values == self.linear.values and decimals is None else None,
            pairs=False,
        )

    def _candidate(self, repair: Repair) -> Candidate:
        changes = tuple(
            self._change(path, value, None if repair.kind is RepairKind.UNKNOWN else repair.kinds[path])
            for path, value in repair.changes.items()
        )
        votes = tuple(self.linear.placed[code].rule.code for code in repair.votes)
        return Candidate(changes=changes, kind=repair.kind, distance=repair.distance, votes=votes)

    def _open_candidate(self, cells: Sequence[str]) -> Candidate:
        """Give a least set whose values the rules leave open."""
        return Candidate(changes=tuple(self._change(path, None, None) for path in cells))

    def _change(self, path: str, value: Exact | None, kind: RepairKind | None) -> Change:
        cell = self.system.cells[path]
        return Change(place=cell.place, reported=cell.number, value=value, kind=kind)

    def _confirmed(self, suspects: Collection[str], numbers: Sequence[int]) -> int:
        """Count the identities that hold and in which figures of the broken rules stand, but no suspect."""
        paths = {operand.place.path for number in numbers for operand in self.findings[number].operands}
        others = paths.difference(suspects)
        return sum(
            relation.op == "=="
            and self.linear.placed[relation.code].key not in self.numbers
            and not others.isdisjoint(relation.cells)
            and not any(cell in suspects for cell in relation.cells)
            for relation in self.linear.relations
        )

    def _evidence(self, located: engine.Cause, cells: Sequence[str]) -> tuple[Evidence, ...]:
        """Give the proofs that speak of some figures; those of one broken rule come first."""
        return tuple(
            Evidence(
                codes=tuple(dict.fromkeys(self.linear.placed[code].rule.code for code in certificate.relations)),
                places=tuple(self.system.cells[cell].place for cell in certificate.cells),
                gap=None if certificate.gap is None else plain(certificate.gap),
            )
            for certificate in located.certificates
            if not set(cells).isdisjoint(certificate.cells)
        )


def _chosen(located: engine.Cause, cells: Collection[str]) -> dict[tuple[str, ...], None]:
    """Give what the least sets choose among some figures, each choice once and in their order."""
    return dict.fromkeys(tuple(cell for cell in solution.cells if cell in cells) for solution in located.solutions)
