"""A form, and records of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import count
from math import gcd

from hypothesis import HealthCheck, Phase, Verbosity, given, settings

from cchc_core.checks.layout import system_of_record
from cchc_core.checks.linear import linear_of
from cchc_core.engine import Lint, Relation, lint
from cchc_core.forms import Form, Record, form_of
from cchc_core.report import Report
from cchc_core.testing.conformance.samples import filled, numbered_report
from cchc_core.testing.conformance.suite import Raised
from cchc_core.testing.strategies import records

__all__ = ["FormBench"]

_A_DAY = date(2021, 12, 14)


class FormBench:
    """A form, and records of it.

    Args:
        record: The record class.
        examples: How many records are drawn.
    """

    def __init__(self, record: type[Record], examples: int) -> None:
        self.record = record
        self.examples = examples

    @cached_property
    def form(self) -> Form:
        """The form."""
        return form_of(self.record)

    @property
    def day(self) -> date:
        """A last day of a period for which the form is in force."""
        days = self.form.in_force
        return _A_DAY if _A_DAY in days else days.start or days.end or _A_DAY

    @cached_property
    def full(self) -> Record:
        """A record in which every figure is stated, whether or not they agree."""
        if issubclass(self.record, Report):
            return numbered_report()
        try:
            return filled(self.record, count())
        except Exception as error:
            raise Raised("a record in which every figure is stated", error) from error

    def blank(self) -> Record:
        """Give a record that states nothing; what is no figure stays as it is in the full one."""
        try:
            return _blanked(self.full)
        except Exception as error:
            raise Raised("a record that states nothing", error) from error

    @cached_property
    def lint(self) -> Lint:
        """What is wrong with the relations of the form, whatever the figures."""
        linear = linear_of(system_of_record(self.full, self.day))
        return lint(linear.relations, nonnegative=linear.nonnegative)

    @cached_property
    def never_whole(self) -> tuple[str, ...]:
        """The equalities among counts that no whole numbers keep: 2 a = 2 b + 1."""
        linear = linear_of(system_of_record(self.full, self.day))
        counts = set(linear.integral)
        return tuple(
            each.code
            for each in linear.relations
            if each.op == "==" and counts.issuperset(each.cells) and _is_never_whole(each)
        )

    @cached_property
    def always_true(self) -> tuple[str, ...]:
        """The relations that hold whatever the figures are, as long as none is below zero."""
        linear = linear_of(system_of_record(self.full, self.day))
        signed, found = frozenset(linear.nonnegative), []
        for relation in linear.relations:
            alone = lint([relation], nonnegative=[cell for cell in relation.cells if cell in signed])
            if alone.redundant or alone.never_fires:
                found.append(relation.code)
        return tuple(found)

    @cached_property
    def drawn(self) -> tuple[Record, ...]:
        """Records that keep every rule, as the library draws them."""
        found: list[Record] = []

        @settings(
            max_examples=self.examples,
            database=None,
            deadline=None,
            derandomize=True,
            verbosity=Verbosity.quiet,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
            phases=(Phase.generate,),
        )
        @given(records(self.record, on=self.day, complete=True))
        def keep(record: Record) -> None:
            found.append(record)

        try:
            keep()
        except Exception as error:
            raise Raised("drawing records that keep every rule", error) from error
        return tuple(found)


def _blanked(record: Record) -> Record:
    form = form_of(record)
    nested = {
        name: each.value() if each.is_table else _blanked(getattr(record, name)) for name, each in form.nested.items()
    }
    return record.revise(**dict.fromkeys(form.figures), **nested)


def _is_never_whole(relation: Relation) -> bool:
    """Tell whether the common divisor of the coefficients does not divide the constant; they are whole numbers."""
    divisor = gcd(*(int(each) for each in relation.coefficients.values()))
    return divisor != 0 and Fraction(relation.constant) % divisor != 0
