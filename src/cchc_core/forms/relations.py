"""Relations of a form: identities, bounds and samenesses as written, and as resolved to names."""

from __future__ import annotations

from attrs import frozen

from cchc_core.forms.expressions import Comparison, Operator
from cchc_core.rules import Rule, RuleKind

__all__ = ["DeclaredRelation", "FormRelation", "Path", "ResolvedTerm", "Side", "bound", "identity", "same", "support"]

Path = tuple[str, ...]
"""Names from a form down to a figure; ``*`` stands for every row of a table by level."""

_OPERATORS: dict[RuleKind, tuple[Operator, ...]] = {
    RuleKind.IDENTITY: ("==",),
    RuleKind.SAME: ("==",),
    RuleKind.BOUND: ("<=", ">="),
    RuleKind.PLAUSIBILITY: ("==",),
}


@frozen
class ResolvedTerm:
    """A coefficient times the figures at the given paths."""

    coefficient: int
    factors: tuple[Path, ...]


@frozen
class Side:
    """One side of a relation, its terms in the order written."""

    terms: tuple[ResolvedTerm, ...]
    constant: int = 0

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every path of the side, in the order written."""
        return tuple(path for term in self.terms for path in term.factors)


@frozen(kw_only=True)
class FormRelation:
    """A relation of a complete form.

    Args:
        name: Name in the form.
        rule: The rule it applies.
        left: The figures spoken of; a total stands here.
        operator: How the sides compare.
        right: What they are held against.
        printed: The line as the form prints it, if its text was seen to.
    """

    name: str
    rule: Rule
    left: Side
    operator: Operator
    right: Side
    printed: str = ""

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every path, left to right."""
        return self.left.paths + self.right.paths

    @property
    def is_linear(self) -> bool:
        """Whether no term multiplies figures with one another."""
        return all(len(term.factors) == 1 for term in self.left.terms + self.right.terms)


@frozen(eq=False)
class DeclaredRelation:
    """A relation as written in a class body."""

    kind: RuleKind
    rule: Rule
    comparison: Comparison
    printed: str

    def problem(self) -> str:
        """Say what is wrong with it apart from its figures, or nothing."""
        if self.rule.kind is not self.kind:
            return f"{self.rule.code} is a rule of kind {self.rule.kind.value}, declared here as {self.kind.value}"
        if not isinstance(self.comparison, Comparison):
            return "is not a comparison of figures, such as 'total == a + b'"
        if self.comparison.operator not in _OPERATORS[self.kind]:
            return f"a relation of kind {self.kind.value} is not written with '{self.comparison.operator}'"
        if bool(self.printed) == (self.rule.because is not None):
            return f"says where it comes from by printed= or by because= of {self.rule.code}, by exactly one of them"
        return ""


def identity(rule: Rule, comparison: Comparison, *, printed: str = "") -> DeclaredRelation:
    """Declare that the left figure equals the sum on the right: ``identity(DOS_003, resolved == a + b + c)``."""
    return DeclaredRelation(RuleKind.IDENTITY, rule, comparison, printed)


def bound(rule: Rule, comparison: Comparison, *, printed: str = "") -> DeclaredRelation:
    """Declare that one side is never above the other: ``bound(ARE_009, present <= quota)``."""
    return DeclaredRelation(RuleKind.BOUND, rule, comparison, printed)


def same(rule: Rule, comparison: Comparison, *, printed: str = "") -> DeclaredRelation:
    """Declare that two places state one fact: ``same(ONL_002, online.received == dossiers.received_online)``."""
    return DeclaredRelation(RuleKind.SAME, rule, comparison, printed)


def support(rule: Rule, comparison: Comparison) -> DeclaredRelation:
    """Declare what need not hold, but speaks for the figures with which it does: ``support(ARE_029, a + b == c)``.

    It is no finding where it does not hold. Where several figures may be wrong, it is a remark in
    favour of the candidate with which it holds.
    """
    return DeclaredRelation(RuleKind.PLAUSIBILITY, rule, comparison, "")
