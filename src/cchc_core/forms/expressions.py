"""Exact expressions over figures, written in a class body like the printed line.

``received == online + in_person`` is a `Comparison` of two `Expression`; ``late / resolved`` is a
`Quotient`. Nothing is computed here: an expression only remembers what was written, in the order
in which it was written.
"""

from __future__ import annotations

import sys
from typing import Literal, NoReturn

from attrs import frozen

from cchc_core.errors import DeclarationError

__all__ = ["Comparison", "Expression", "Operand", "Operator", "Quotient", "Reference", "Term"]

Operator = Literal["==", "<=", ">=", "!=", "<", ">"]
"""How two sides are compared; the last three can be written, and every form refuses them by name."""


class Operand:
    """Anything that can stand in an expression: a figure, a reference, or an expression."""

    __slots__ = ()

    def _expression(self) -> Expression:
        raise NotImplementedError

    def __add__(self, other: Operand | int) -> Expression:
        """Write ``a + b``."""
        left, right = self._expression(), _expression_of(other)
        return Expression(left.terms + right.terms, left.constant + right.constant)

    def __radd__(self, other: int) -> Expression:
        """Write ``1 + a``."""
        return _expression_of(other) + self

    def __neg__(self) -> Expression:
        """Write ``-a``."""
        return self * -1

    def __sub__(self, other: Operand | int) -> Expression:
        """Write ``a - b``."""
        return self + _expression_of(other) * -1

    def __rsub__(self, other: int) -> Expression:
        """Write ``1 - a``."""
        return _expression_of(other) - self

    def __mul__(self, other: Operand | int) -> Expression:
        """Write ``a * b``; a product of two figures makes the relation non-linear."""
        left, right = self._expression(), _expression_of(other)
        products = [
            Term(a.coefficient * b.coefficient, a.factors + b.factors)
            for a in left.all_terms()
            for b in right.all_terms()
        ]
        constant = sum(term.coefficient for term in products if not term.factors)
        return Expression(tuple(term for term in products if term.factors), constant)

    def __rmul__(self, other: int) -> Expression:
        """Write ``2 * a``."""
        return _expression_of(other) * self

    def __truediv__(self, other: Operand) -> Quotient:
        """Write ``a / b``, the share of ``a`` in ``b``."""
        return Quotient(self._expression(), _expression_of(other))

    def __eq__(self, other: Operand | int) -> Comparison:  # type: ignore[override]
        """Write ``a == b``, which declares and does not compare."""
        return Comparison(self._expression(), "==", _expression_of(other))

    def __ne__(self, other: Operand | int) -> Comparison:  # type: ignore[override]
        """Write ``a != b``, which no form accepts: no printed line says that two figures differ."""
        return Comparison(self._expression(), "!=", _expression_of(other))

    def __lt__(self, other: Operand | int) -> Comparison:
        """Write ``a < b``, which no form accepts: whole and part may be equal."""
        return Comparison(self._expression(), "<", _expression_of(other))

    def __gt__(self, other: Operand | int) -> Comparison:
        """Write ``a > b``, which no form accepts."""
        return Comparison(self._expression(), ">", _expression_of(other))

    def __le__(self, other: Operand | int) -> Comparison:
        """Write ``a <= b``."""
        return Comparison(self._expression(), "<=", _expression_of(other))

    def __ge__(self, other: Operand | int) -> Comparison:
        """Write ``a >= b``."""
        return Comparison(self._expression(), ">=", _expression_of(other))

    __hash__ = object.__hash__


class Reference(Operand):
    """A figure inside a part or a table, named step by step: ``dossiers.total.received``.

    Args:
        root: The part, table or figure of the form being declared.
        steps: The names that follow it.
    """

    __slots__ = ("_root", "_steps")

    def __init__(self, root: object, steps: tuple[str, ...]) -> None:
        self._root = root
        self._steps = steps

    def __getattr__(self, name: str) -> Reference:
        """Step into ``name``; whether there is such a name is checked when the form is complete."""
        if name.startswith("_"):
            raise AttributeError(name)
        return Reference(self._root, (*self._steps, name))

    def _expression(self) -> Expression:
        return Expression((Term(1, (self,)),))


@frozen(eq=False)
class Term:
    """A coefficient times one figure, or times a product of figures."""

    coefficient: int
    factors: tuple[Reference, ...]


@frozen(eq=False)
class Expression(Operand):
    """A sum of terms and a constant, in the order written."""

    terms: tuple[Term, ...]
    constant: int = 0

    def _expression(self) -> Expression:
        return self

    def all_terms(self) -> tuple[Term, ...]:
        """Give the terms, the constant as a term without factors last."""
        return (*self.terms, Term(self.constant, ())) if self.constant else self.terms


@frozen(eq=False)
class Comparison:
    """Two sides and how they compare; it has no truth value of its own."""

    left: Expression
    operator: Operator
    right: Expression

    def __bool__(self) -> NoReturn:
        """Refuse to be a condition, which also catches ``a == b == c``."""
        body = sys._getframe(1)
        raise DeclarationError(
            body.f_code.co_name,
            f"line {body.f_lineno}",
            "a comparison of figures declares a relation; it cannot be chained or tested",
        )


@frozen(eq=False)
class Quotient:
    """A numerator over a denominator."""

    numerator: Expression
    denominator: Expression


def _expression_of(value: object) -> Expression:
    if isinstance(value, Operand):
        return value._expression()
    if type(value) is int:
        return Expression((), value)
    return Reference(value, ())._expression()  # the form refuses it, and can name the relation
