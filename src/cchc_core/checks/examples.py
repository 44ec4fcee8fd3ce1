"""One breach of a rule as an example: worked out for relations and ranges, told for functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import cycle
from math import prod

from attrs import evolve

from cchc_core.checks.check import check_system
from cchc_core.checks.describe import describe
from cchc_core.checks.findings import Finding
from cchc_core.checks.layout import Layout
from cchc_core.checks.places import Place
from cchc_core.checks.ranges import SHARE_LIMIT, breaches_of
from cchc_core.checks.rulebook import RULE_BOOK, RuleBook
from cchc_core.checks.system import Addend, Cell, PlacedRelation, System
from cchc_core.forms import FigureKind, Form, Level, LevelTable, NestedDeclaration, form_of
from cchc_core.rules import Rule
from cchc_core.words import Language

__all__ = ["example_of"]

_SAMPLES = (60, 30, 8, 5, 4, 3)
_OFF_BY = 10
_ANY_DAY = date(2021, 12, 14)


def example_of(rule: Rule, lang: Language = "vi", book: RuleBook = RULE_BOOK) -> str:
    """Say one breach of a rule, with small numbers put into the first relation that applies it.

    Args:
        rule: The rule.
        lang: Language of the sentence.
        book: The rules and the forms that apply them.

    >>> print(example_of(RULE_BOOK.rule("DOS-002")))
    (3) ≠ (4) + (5) + (6): 108 ≠ 60 + 30 + 8 = 98, lệch +10
    """
    if rule.example is not None:
        return rule.example.to(lang)
    day = next(day for day in (_ANY_DAY, rule.in_force.start, rule.in_force.end) if day and day in rule.in_force)
    for form in book.catalogue:
        for finding in _breaches(rule, form, day):
            return describe(finding, lang)
    return ""


def _breaches(rule: Rule, form: Form, day: date) -> Iterator[Finding]:
    """Give, for each place where the form applies the rule, the finding that a few figures break it there."""
    for relation in form.relations + form.supports:
        if relation.rule is rule:
            layout = Layout(day)
            placed = layout.placed_at(form, relation, "", "total")
            yield from check_system(_broken(layout.system, placed), conditions=()).findings
    for declared in form.nested.values():
        if rule in declared.sums:
            yield from check_system(_broken_sum(declared, rule, day), conditions=()).findings
    if rule in form.rules and rule in {form.nonnegative, form.percentages}:
        yield from _out_of_range(rule, form, day)


def _broken(system: System, relation: PlacedRelation) -> System:
    """Give every figure a small value but one that stands alone, which misses what would fit."""
    sides = ((relation.left, relation.left_constant), (relation.right, relation.right_constant))
    (lead_side, _), (other_side, _) = sides if len(relation.left) == 1 or len(relation.right) > 1 else reversed(sides)
    lead = lead_side[0]
    first = lead.paths[0]
    others = [path for path in dict.fromkeys(relation.paths) if path != first]
    values: dict[str, int] = dict(zip(others, cycle(_SAMPLES), strict=False))
    known = _sum(other_side, values) - _sum(lead_side[1:], values)
    above = (relation.operator == ">=") is (lead_side is relation.right)
    values[first] = known // lead.coefficient + (_OFF_BY if above or relation.operator == "==" else -_OFF_BY)
    system.cells |= {path: _valued(system.cells[path], value) for path, value in values.items()}
    return System(system.day, cells=system.cells, relations=[relation])


def _sum(addends: Iterable[Addend], values: Mapping[str, int]) -> int:
    return sum(addend.coefficient * prod(values[path] for path in addend.paths) for addend in addends)


def _valued(cell: Cell, value: int) -> Cell:
    is_count = cell.figure().kind is FigureKind.COUNT
    return evolve(cell, value=value if is_count else Decimal(value))


def _broken_sum(declared: NestedDeclaration, rule: Rule, day: date) -> System:
    """Give two rows and a total that misses their sum."""
    form = form_of(declared.record)
    layout = Layout(day)
    rows = [level.value for level in layout.levels][-2:] if declared.value is LevelTable else ["fields[0]", "fields[1]"]
    labels = [level.label for level in layout.levels][-2:] if declared.value is LevelTable else ["Đất đai", "Hộ tịch"]
    figure = next(iter(form.figures.values()))
    paths = []
    for step, label in (*zip(rows, labels, strict=True), ("total", Level.TOTAL.label)):
        level = Level(step) if step in {each.value for each in Level} else None
        place = Place(path=step, form=form.key, title=declared.label, row=label, level=level)
        paths.append(layout.blank_at(form, figure, place))
    relation = PlacedRelation(
        name=f"{declared.name}_sum",
        rule=rule,
        form=form,
        left=(Addend(1, (paths[-1],)),),
        operator="==",
        right=tuple(Addend(1, (path,)) for path in paths[:-1]),
    )
    return _broken(layout.system, relation)


def _out_of_range(rule: Rule, form: Form, day: date) -> Iterator[Finding]:
    """Give the finding on a share above all shares, or on another figure below zero."""
    is_share = rule is form.percentages
    figure = next(each for each in form.figures.values() if (each.unit == "%") is is_share)
    layout = Layout(day)
    path = layout.blank_at(form, figure, Place(path="", form=form.key, number=form.number, title=form.title))
    cell = evolve(layout.system.cells[path], value=Decimal(SHARE_LIMIT + 1) if is_share else -1)
    return breaches_of(rule, SHARE_LIMIT if is_share else None, [cell], form)
