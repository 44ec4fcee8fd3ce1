"""What a class body may write between figures."""

from __future__ import annotations

from fractions import Fraction

import pytest

from cchc_core import DeclarationError, DossierRow
from cchc_core.forms import by_level, count
from cchc_core.forms.expressions import Comparison, Expression, Operand, Quotient


def _named(*names: str) -> list[Operand]:
    figures = []
    for name in names:
        figure = count(name)
        figure.name = name
        figures.append(figure)
    return list(figures)


def _shown(expression: Expression) -> list[tuple[int, tuple[str, ...]]]:
    """Give coefficient and factors of each term, and the constant as a term without factors."""
    return [
        (int(term.coefficient), tuple(factor._root.name for factor in term.factors))  # type: ignore[attr-defined]
        for term in expression.all_terms()
    ]


class TestArithmetic:
    """An expression remembers what was written, in the order written."""

    def test_sums_keep_the_order_in_which_the_form_prints_them(self) -> None:
        """(3) + (4) - (5) stays in this order, whatever the names."""
        c, b, a = _named("c", "b", "a")
        assert [(1, ("c",)), (1, ("b",)), (-1, ("a",))] == _shown(c + b - a)

    def test_a_constant_may_stand_on_either_side(self) -> None:
        """Whole numbers combine with figures from the left and from the right."""
        (a,) = _named("a")
        assert [(1, ("a",)), (3, ())] == _shown(a + 1 + 2)
        assert [(1, ("a",)), (3, ())] == _shown(1 + a + 2)
        assert [(-1, ("a",)), (5, ())] == _shown(5 - a)
        assert [(1, ("a",)), (-5, ())] == _shown(a - 5)
        assert [(-1, ("a",))] == _shown(-a)

    def test_constants_that_cancel_leave_nothing(self) -> None:
        """A constant of zero is no term."""
        (a,) = _named("a")
        assert [(1, ("a",))] == _shown(a + 5 - 5)

    def test_a_product_multiplies_every_term_with_every_term(self) -> None:
        """(a + 2) × (b - 3) has four terms, one of them a product of figures."""
        a, b = _named("a", "b")
        assert [(1, ("a", "b")), (-3, ("a",)), (2, ("b",)), (-6, ())] == _shown((a + 2) * (b - 3))
        assert [(2, ("a",))] == _shown(2 * a)

    def test_a_quotient_keeps_both_sides_apart(self) -> None:
        """A share is its numerator over its denominator; nothing is divided yet."""
        a, b = _named("a", "b")
        quotient = (a + b) / b
        assert isinstance(quotient, Quotient)
        assert [(1, ("a",)), (1, ("b",))] == _shown(quotient.numerator)
        assert [(1, ("b",))] == _shown(quotient.denominator)

    def test_an_operand_says_how_it_stands_in_an_expression(self) -> None:
        """A class of operands without an expression of its own cannot be used."""
        with pytest.raises(NotImplementedError):
            Operand() + 1


class TestComparison:
    """Comparing figures declares a relation; it does not compare."""

    def test_each_sign_is_remembered(self) -> None:
        """All four signs can be written; the forms refuse the one no printed line has."""
        a, b = _named("a", "b")
        written = (a == b, a <= b, a >= b, a != b, a < b, a > b)
        assert ["==", "<=", ">=", "!=", "<", ">"] == [each.operator for each in written]

    def test_a_comparison_with_a_whole_number_has_a_constant(self) -> None:
        """A figure may be held against a number."""
        (a,) = _named("a")
        assert Fraction(3) == (a <= 3).right.constant

    def test_a_comparison_has_no_truth_value(self) -> None:
        """Testing a relation, or chaining two, is refused with the line it stands on."""
        a, b = _named("a", "b")
        with pytest.raises(DeclarationError, match="cannot be chained or tested") as caught:
            bool(a == b)
        assert "test_a_comparison_has_no_truth_value" == caught.value.form
        assert caught.value.field.startswith("line ")

    def test_a_chained_comparison_names_the_class_body(self) -> None:
        """Chaining a <= b <= c would silently drop a <= b; it is refused where it is written."""
        with pytest.raises(DeclarationError) as caught:

            class Chained:
                a, b, c = _named("a", "b", "c")
                wrong = a <= b <= c

        assert "Chained" == caught.value.form

    def test_figures_can_still_be_kept_in_sets(self) -> None:
        """Although == declares, a figure has an identity of its own."""
        a, b = _named("a", "b")
        assert 2 == len({a, b, a})


class TestReferences:
    """Names that follow a table refer to figures inside it."""

    def test_private_names_are_not_figures(self) -> None:
        """Python's own look-ups, such as copying, must not turn into references."""
        table = by_level(DossierRow, "bảng", sums=())
        with pytest.raises(AttributeError):
            table._missing  # noqa: B018
        with pytest.raises(AttributeError):
            table.total._missing  # noqa: B018

    def test_a_reference_can_be_compared(self) -> None:
        """dossiers.total.received stands in a relation like a figure of the form."""
        table = by_level(DossierRow, "bảng", sums=())
        assert isinstance(table.total.received <= 5, Comparison)
