"""The rules that forms lay down: every place where one can be broken alone, found once and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from cchc_core.checks import System, check_record
from cchc_core.checks.layout import system_of_record
from cchc_core.conditions import Condition
from cchc_core.forms import Figure, FigureValue, Level, Ratio, Record
from cchc_core.forms.relations import Side
from cchc_core.report import structure_on
from cchc_core.rules import Rule
from cchc_core.testing.strategies.choosing import Choice, Least
from cchc_core.testing.strategies.drawing import Drawn, record_of
from cchc_core.testing.strategies.frames import Frame
from cchc_core.testing.strategies.lattice import NoPointError
from cchc_core.testing.strategies.places import BrokenRange, BrokenRelation, Spot
from cchc_core.testing.strategies.printed_wrong import HiddenRemainder, Quantity, ShareOfNothing, WrongShare
from cchc_core.testing.strategies.sowing import every_figure, sown
from cchc_core.testing.strategies.values import build, one

__all__ = ["Breach", "breaches_of"]

_MOST_PLACES = 6
"""Of the places of one kind so many are enough."""


@frozen(eq=False)
class Breach:
    """A place where a rule can be broken, and the record laid out with the figures there and no others."""

    spot: Spot
    figures: Mapping[str, Figure[Any]]
    system: System
    levels: tuple[Level, ...]

    def chosen(self, frame: Frame, choice: Choice) -> Drawn:
        """Choose figures that break the rule and keep all others."""
        return sown(frame, self.spot.values(choice, self.figures, self.system), self.levels)


def breaches_of(
    rule: Rule, frame: Frame, day: date, others: Mapping[str, Any], conditions: tuple[Condition[Any], ...]
) -> tuple[Breach, ...]:
    """Give the places of a record where a rule can be broken and no other is.

    Each is tried once, with the least figures: what other rules find there too is left out.

    Args:
        rule: The rule.
        frame: The form of the record.
        day: Last day of the reporting period.
        others: What the record states beside figures.
        conditions: The rules that are functions.
    """
    levels = tuple(Level(tier.value) for tier in structure_on(day).tiers)
    figures = dict(every_figure(frame, levels))
    every = _laid_out(frame, {path: one(figure) for path, figure in figures.items()}, levels, others, day)
    found: list[Breach] = []
    for spot in _spots(rule, every):
        values = {path: one(figures[path]) for path in spot.paths}
        breach = Breach(spot, figures, _laid_out(frame, values, levels, others, day), levels)
        try:
            drawn = breach.chosen(frame, Least())
        except NoPointError:
            continue
        record: Record = record_of(Least(), frame, drawn, others)
        findings = check_record(record, day, conditions=conditions).findings
        if {rule.code} == {finding.code for finding in findings}:
            found.append(breach)
        if len(found) == _MOST_PLACES:
            break
    return tuple(found)


def _laid_out(
    frame: Frame, values: Mapping[str, FigureValue], levels: tuple[Level, ...], others: Mapping[str, Any], day: date
) -> System:
    drawn = sown(frame, values, levels)
    return system_of_record(build(frame.record, drawn.values, drawn.tables, {(): others}), day)


def _spots(rule: Rule, system: System) -> Iterator[Spot]:
    """Give every place where a rule might be broken; each relation with and without what need not be stated."""
    seen: set[str] = set()
    for relation in sorted(system.relations, key=lambda each: ".total." not in each.paths[0]):
        if relation.rule is rule and relation.name not in seen:
            seen.add(relation.name)
            paths = tuple(dict.fromkeys(relation.paths))
            needed = tuple(path for path in paths if not system.cells[path].figure().optional)
            if needed and needed != paths:
                yield BrokenRelation(relation.name, rule, needed)
            yield BrokenRelation(relation.name, rule, paths)
    for placed in sorted(system.records, key=lambda each: not each.place.path.endswith(".total")):
        for name, cell in placed.cells.items():
            is_share = placed.form.figures[name].unit == "%"
            if rule is (placed.form.percentages if is_share else placed.form.nonnegative):
                yield BrokenRange(cell.place.path)
        for ratio in placed.form.ratios.values():
            yield from _shares(rule, ratio, placed.place.path)


def _shares(rule: Rule, ratio: Ratio, at: str) -> Iterator[Spot]:
    if ratio.rules is None or ratio.reported is None:
        return
    spots = (
        (ratio.rules.recomputed, WrongShare),
        (ratio.rules.extremes, HiddenRemainder),
        (ratio.rules.no_base, ShareOfNothing),
    )
    for held, spot in spots:
        if held is rule:
            printed = ".".join(filter(None, (at, ratio.reported.name)))
            yield spot(rule=rule, printed=printed, part=_of(ratio.numerator, at), base=_of(ratio.denominator, at))


def _of(side: Side, at: str) -> Quantity:
    terms = ((term.coefficient, ".".join(filter(None, (at, *term.factors[0])))) for term in side.terms)
    return tuple(terms), side.constant
