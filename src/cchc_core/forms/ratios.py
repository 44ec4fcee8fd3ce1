"""Shares that a form derives from its figures, such as the share resolved on time."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, overload

from attrs import frozen

from cchc_core.forms.expressions import Quotient
from cchc_core.forms.figures import Figure
from cchc_core.forms.levels import Level
from cchc_core.forms.relations import Path, Side
from cchc_core.rules import Rule

__all__ = ["Ratio", "ShareRules", "ratio", "sum_of", "value_at"]


@frozen(kw_only=True)
class ShareRules:
    """The rules by which a share that a report prints is held against its base.

    Args:
        recomputed: The printed share is numerator over denominator, rounded half up with the decimals printed.
        extremes: It is never printed 100% where something is missing from the whole, nor 0% where there is a part.
        no_base: With a denominator of zero it is left blank.
        part: The numerator is never above the denominator; a bound of the form, and checked as one.
    """

    recomputed: Rule
    extremes: Rule | None = None
    no_base: Rule | None = None
    part: Rule | None = None

    @property
    def held(self) -> tuple[Rule, ...]:
        """The rules on the printed share itself."""
        return tuple(rule for rule in (self.recomputed, self.extremes, self.no_base) if rule is not None)


class Ratio:
    """A derived share: on the class this declaration, on a record the exact value.

    Args:
        label: Vietnamese label.
        quotient: Numerator and denominator as written.
        decimals: Decimals with which a report prints the percentage.
        reported: The figure of the form in which the report prints this share, if it has one.
        rules: The rules by which that figure is held against numerator and denominator.
        note: What a reader must know to understand it.
        line: Number of its line in the statistical appendix, if it has one.
        level: Level it speaks of, if it speaks of one.
    """

    __slots__ = (
        "decimals",
        "denominator",
        "label",
        "level",
        "line",
        "name",
        "note",
        "numerator",
        "quotient",
        "reported",
        "rules",
    )

    def __init__(
        self,
        label: str,
        quotient: Quotient,
        decimals: int,
        *,
        reported: Figure[Decimal] | None = None,
        rules: ShareRules | None = None,
        note: str = "",
        line: str = "",
        level: Level | None = None,
    ) -> None:
        self.label = label
        self.quotient = quotient
        self.decimals = decimals
        self.reported = reported
        self.rules = rules
        self.note = note
        self.line = line
        self.level = level
        self.name = ""
        self.numerator = self.denominator = Side(())

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name under which the class body keeps this share."""
        self.name = self.name or name

    @property
    def english(self) -> str:
        """The field name in words, for messages in English."""
        return self.name.replace("_", " ")

    @property
    def rules_held(self) -> tuple[Rule, ...]:
        """The rules on the printed share; none where the form has no figure for it."""
        return () if self.rules is None else self.rules.held

    @overload
    def __get__(self, instance: None, owner: type) -> Ratio: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Fraction | None: ...
    def __get__(self, instance: object | None, owner: type) -> Ratio | Fraction | None:
        """Give the share, or ``None`` where an operand is blank or the denominator is zero."""
        return self if instance is None else self.of(instance)

    def of(self, record: object) -> Fraction | None:
        """Work the share out from a record's figures."""
        numerator = _added(self.numerator, record)
        denominator = _added(self.denominator, record)
        return None if numerator is None or not denominator else Fraction(numerator, denominator)


def ratio(
    label: str,
    quotient: Quotient,
    *,
    decimals: int = 2,
    reported: Figure[Decimal] | None = None,
    rules: ShareRules | None = None,
    note: str = "",
    line: str = "",
    level: Level | None = None,
) -> Ratio:
    """Declare a derived share, its numerator over its denominator, printed as a percentage. Arguments: see `Ratio`."""
    return Ratio(label, quotient, decimals, reported=reported, rules=rules, note=note, line=line, level=level)


def value_at(record: object, path: Path) -> Any:
    """Give the value at a path, or ``None`` where a row on the way is absent.

    A ratio speaks of single figures, so the path has no ``*`` in it.
    """
    value: Any = record
    for step in path:
        if value is None:
            return None
        value = getattr(value, step)
    return value


def sum_of(side: Side, record: object) -> Fraction | None:
    """Add one side up from a record's figures; ``None`` where one of them is blank."""
    total = _added(side, record)
    return None if total is None else Fraction(total)


def _added(side: Side, record: object) -> int | Fraction | None:
    """Add one side up, in whole numbers as long as there are no others."""
    total: int | Fraction = side.constant
    for term in side.terms:
        value: int | Fraction = term.coefficient
        for path in term.factors:
            reported = value_at(record, path)
            if reported is None:
                return None
            value *= reported if isinstance(reported, int) else Fraction(reported)
        total += value
    return total
