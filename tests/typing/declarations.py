"""What a type checker knows of a declaration: relations, and the mistakes it refuses.

This file is checked by mypy and pyright and never run.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from decimal import Decimal
from typing import assert_type

from cchc_core import DossierRow, Figure, LevelTable, Record, Rule, Source
from cchc_core.forms import ByLevel, Part, bound, by_level, count, form, identity, money, part, ratio
from cchc_core.forms.expressions import Comparison, Expression, Quotient


def declare(source: Source, identity_rule: Rule, bound_rule: Rule) -> type[Record]:
    """Declare a form; the decorator keeps the class."""

    @form("t", title="T", source=source, nonnegative=identity_rule)
    class Inner(Record):
        """A form."""

        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        c: Figure[Decimal] = money("C")

        assert_type(a + b - 1, Expression)
        assert_type(2 * a, Expression)
        assert_type(a == b + 1, Comparison)
        assert_type(a <= b, Comparison)
        assert_type(a / b, Quotient)

        equal = identity(identity_rule, a == b)
        within = bound(bound_rule, a <= 2 * b)
        share_of = ratio("R", a / b)

        wrong = identity(identity_rule, a / b)  # type: ignore[arg-type]
        half = a * 0.5  # type: ignore[operator]
        d: Figure[Decimal] = count("D")  # type: ignore[assignment]

    @form("u", title="U", source=source, nonnegative=identity_rule)
    class Outer(Record):
        """A form with parts and tables."""

        inner: Part[Inner] = part(Inner)
        rows: ByLevel[DossierRow] = by_level(DossierRow, "Bảng", sums=(identity_rule,))
        agree = identity(identity_rule, inner.a == rows.total.received)

    outer = Outer(inner=Inner(a=1))
    assert_type(outer.inner.a, int | None)
    assert_type(outer.rows, LevelTable[DossierRow])
    assert_type(Outer(rows=LevelTable(total=DossierRow())).revise(), Outer)
    return Outer
