"""A record taken apart: rules in whole numbers among numbered cells, in parts that share no cell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, lcm

from attrs import define, field

from cchc_core.engine.groups import joined
from cchc_core.engine.intervals import Interval, weighted_sum
from cchc_core.engine.near import Near, Quantity
from cchc_core.engine.readings import BLANK, Reading
from cchc_core.engine.relation import Relation

__all__ = ["Cell", "Component", "Domain", "Rule", "components_of"]


@define(eq=False)
class Cell:
    """A cell of a component.

    Values are reckoned from its origin: the reported value, a whole number if it must be whole, 0 for a blank.

    Args:
        name: Its name.
        place: Its place in the record.
        reading: What it says.
        nonnegative: Whether its value must not be negative.
        integral: Whether its value must be whole.
        is_locked: Whether it must not be changed.
        weight: What changing it weighs.
    """

    name: str
    place: int
    reading: Reading
    nonnegative: bool
    integral: bool
    is_locked: bool
    weight: int | Fraction
    origin: int | Fraction = field(init=False)
    interval: Interval | None = field(init=False)
    """What the reported value may stand for, where that is allowed; ``None`` for a blank or an impossible value."""
    is_point: bool = field(init=False)
    """Whether the reported value is the only one it stands for."""

    def __attrs_post_init__(self) -> None:
        """Work out the origin, and what is left of the interval."""
        value = self.reading.value
        exact = 0 if value is None else value if isinstance(value, int) else Fraction(value)
        self.origin = floor(exact) if self.integral else exact
        interval = self.reading.interval
        self.interval = None if interval is None else self._allowed(interval)
        self.is_point = self.interval is not None and self.interval.low == self.origin == self.interval.high

    def _allowed(self, interval: Interval) -> Interval | None:
        if interval.low is interval.high and isinstance(interval.low, int):
            return None if self.nonnegative and interval.low < 0 else interval
        low, high, open_low, open_high = interval.low, interval.high, not interval.low_closed, not interval.high_closed
        if self.nonnegative and low < 0:
            low, open_low = 0, False
        if self.integral:
            low = floor(low) + 1 if open_low else ceil(low)
            high = ceil(high) - 1 if open_high else floor(high)
            open_low = open_high = False
        if low > high or (low == high and (open_low or open_high)):
            return None
        return Interval(low, high, low_closed=not open_low, high_closed=not open_high)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is reported."""
        return self.reading.value is None

    @property
    def is_impossible(self) -> bool:
        """Whether its own value cannot be, whatever the other cells say."""
        return self.interval is None and not self.is_blank

    @cached_property
    def reported(self) -> tuple[Quantity, Quantity]:
        """Bounds of the reported value, reckoned from the origin; for cells that have an interval."""
        interval = self.interval
        assert interval is not None  # noqa: S101 - for the type checker
        low, high = interval.low - self.origin, interval.high - self.origin
        return low if interval.low_closed else Near(low, 1), high if interval.high_closed else Near(high, -1)

    @cached_property
    def least(self) -> int | Fraction | None:
        """The least value it can have once it is free, reckoned from the origin."""
        return -self.origin if self.nonnegative else None


@define(eq=False)
class Rule:
    """A relation in whole numbers: ``sum(terms) == residual`` or ``sum(terms) <= residual``.

    Args:
        relation: The relation.
        scale: What it is multiplied by to make this rule; negative if ``>=`` becomes ``<=``.
        terms: Coefficient of each cell, by its number.
        residual: What is left for the cells beyond their origins.
    """

    relation: Relation
    scale: int
    terms: Mapping[int, int]
    residual: int | Fraction
    is_broken: bool = False
    """Whether the reported values break it, each rounded one standing for its whole interval."""

    @property
    def is_equality(self) -> bool:
        """Whether both sides must be equal."""
        return self.relation.op == "=="


@define(eq=False)
class Component:
    """Cells that rules connect.

    Args:
        cells: The cells, in the order of the record.
        rules: The rules among them, those with few cells first.
        broken: The relations that the reported values break, in the order given.
    """

    cells: tuple[Cell, ...]
    rules: tuple[Rule, ...]
    broken: tuple[Relation, ...]

    @cached_property
    def needs_no_change(self) -> bool:
        """Whether one sees at once that the reported values can stand."""
        return not self.broken and not any(cell.is_blank or cell.is_impossible for cell in self.cells)

    @cached_property
    def incident(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each cell the rules it stands in, each with its coefficient."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.cells]
        for number, rule in enumerate(self.rules):
            for cell, share in rule.terms.items():
                found[cell].append((number, share))
        return tuple(tuple(each) for each in found)


@define
class Domain:
    """What cells can be, beside their reported values.

    Args:
        nonnegative: Cells that are not negative.
        integral: Cells that are whole.
        locked: Cells that must not be changed.
        weights: What changing a cell weighs; 1 if it is not given.
    """

    nonnegative: Collection[str]
    integral: Collection[str]
    locked: Collection[str]
    weights: Mapping[str, int | Fraction]


def components_of(readings: Mapping[str, Reading], relations: Iterable[Relation], domain: Domain) -> list[Component]:
    """Take a record apart.

    Args:
        readings: What each cell says.
        relations: The relations.
        domain: What cells can be.

    Returns:
        The components, each at the place of its first cell, then relations without a cell that cannot hold.
    """
    relations = list(relations)
    order = {name: place for place, name in enumerate(readings)}
    for relation in relations:
        for name in relation.coefficients:
            order.setdefault(name, len(order))
    groups = joined(relation.coefficients for relation in relations)
    group_of = {name: number for number, group in enumerate(groups) for name in group}
    groups += [[name] for name in order if name not in group_of]
    parts: list[list[Relation]] = [[] for _ in groups]
    constants: list[Relation] = []
    for relation in relations:
        first = next(iter(relation.coefficients), None)
        (constants if first is None else parts[group_of[first]]).append(relation)
    made = [
        _component({name: order[name] for name in sorted(group, key=order.__getitem__)}, part, readings, domain)
        for group, part in zip(groups, parts, strict=True)
    ]
    made.sort(key=lambda component: component.cells[0].place)
    return made + [_component({}, [relation], readings, domain) for relation in constants]


def _component(
    places: Mapping[str, int], relations: list[Relation], readings: Mapping[str, Reading], domain: Domain
) -> Component:
    cells = tuple(
        Cell(
            name,
            place,
            readings.get(name, BLANK),
            name in domain.nonnegative,
            name in domain.integral,
            name in domain.locked,
            domain.weights.get(name, 1),
        )
        for name, place in places.items()
    )
    numbers = {name: number for number, name in enumerate(places)}
    rules = [_rule(relation, cells, numbers) for relation in relations]
    broken = tuple(rule.relation for rule in rules if rule.is_broken)
    rules.sort(key=lambda rule: len(rule.terms))
    return Component(cells, tuple(rules), broken)


def _rule(relation: Relation, cells: tuple[Cell, ...], numbers: Mapping[str, int]) -> Rule:
    scale = lcm(*(share.denominator for share in relation.coefficients.values()))
    if relation.op == ">=":
        scale = -scale
    terms = {
        numbers[name]: share.numerator * (scale // share.denominator) for name, share in relation.coefficients.items()
    }
    residual: int | Fraction = relation.constant * scale if relation.constant else 0
    for number, share in terms.items():
        residual -= share * cells[number].origin
    rule = Rule(relation, scale, terms, residual.numerator if residual.denominator == 1 else residual)
    rule.is_broken = _is_broken(rule, cells)
    return rule


def _is_broken(rule: Rule, cells: tuple[Cell, ...]) -> bool:
    if all(cells[number].is_point for number in rule.terms):
        return rule.residual != 0 if rule.is_equality else rule.residual < 0
    terms: list[tuple[int, Interval]] = []
    for number, share in rule.terms.items():
        interval = cells[number].reading.interval
        if interval is None:
            return False
        terms.append((share, interval))
    return not weighted_sum(terms).can_be("==" if rule.is_equality else "<=", rule.relation.constant * rule.scale)
