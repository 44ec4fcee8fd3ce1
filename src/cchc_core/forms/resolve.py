"""From what a class body wrote to names: every reference becomes a path, or the form is refused."""

from __future__ import annotations

from typing import Any

from attrs import define

from cchc_core.errors import DeclarationError
from cchc_core.forms.expressions import Comparison, Expression, Quotient, Reference
from cchc_core.forms.figures import Figure, FigureKind
from cchc_core.forms.ratios import Ratio
from cchc_core.forms.relations import DeclaredRelation, FormRelation, Path, ResolvedTerm, Side
from cchc_core.forms.tables import LevelTable, Nested, NestedDeclaration

__all__ = ["Names", "resolve_ratio", "resolve_relations"]

_LEVEL_ROWS = ("province", "district", "commune", "total")


@define(eq=False)
class Names:
    """The names a form declares, by kind and in order."""

    figures: dict[str, Figure[Any]]
    nested: dict[str, NestedDeclaration]
    ratios: dict[str, Ratio]
    relations: dict[str, DeclaredRelation]
    order: list[str]

    @classmethod
    def of(cls, owner: type) -> Names:
        """Collect what the class body declares."""
        names = cls({}, {}, {}, {}, [])
        for name, value in vars(owner).items():
            if isinstance(value, Figure):
                names.figures[name] = value
            elif isinstance(value, Nested):
                names.nested[name] = value._declared
            elif isinstance(value, Ratio):
                names.ratios[name] = value
            elif isinstance(value, DeclaredRelation):
                names.relations[name] = value
                continue
            else:
                continue
            names.order.append(name)
        for name in names.order:
            names.refuse_incomplete(name)
        names.refuse_repeated_columns()
        return names

    def refuse_incomplete(self, name: str) -> None:
        """Refuse a figure without label or unit, and one object under two names."""
        declared = self.figures.get(name) or self.nested.get(name) or self.ratios[name]
        if declared.name != name:
            raise DeclarationError("", name, f"is {declared.name} again; declare each figure on its own")
        if not isinstance(declared, NestedDeclaration) and not declared.label.strip():
            raise DeclarationError("", name, "has no label")
        if isinstance(declared, Figure) and not declared.unit.strip():
            raise DeclarationError("", name, "has no unit")

    def refuse_repeated_columns(self) -> None:
        """Refuse two figures in one column of the printed form."""
        seen: dict[int, str] = {}
        for name, figure in self.figures.items():
            if figure.column is not None and figure.column in seen:
                raise DeclarationError("", name, f"stands in column ({figure.column}), as {seen[figure.column]} does")
            if figure.column is not None:
                seen[figure.column] = name


def resolve_relations(names: Names) -> tuple[FormRelation, ...]:
    """Resolve every relation of the form, those that compare whole rows figure by figure."""
    found: list[FormRelation] = []
    for name, declared in names.relations.items():
        if problem := declared.problem():
            raise DeclarationError("", name, problem)
        for number, comparison in enumerate(_spread(declared.comparison, names, name)):
            left, right = _side(comparison.left, names, name), _side(comparison.right, names, name)
            _refuse_mixed(names, name, left, right)
            _refuse_cancelled(name, left, right)
            found.append(
                FormRelation(
                    name=name if not number else f"{name}.{number + 1}",
                    rule=declared.rule,
                    left=left,
                    operator=comparison.operator,
                    right=right,
                    printed=declared.printed,
                )
            )
    return tuple(found)


def resolve_ratio(declared: Ratio, names: Names) -> None:
    """Fill in the paths of a derived share."""
    if not isinstance(declared.quotient, Quotient):
        raise DeclarationError("", declared.name, "is written numerator / denominator")
    declared.numerator = _side(declared.quotient.numerator, names, declared.name)
    declared.denominator = _side(declared.quotient.denominator, names, declared.name)
    for path in declared.numerator.paths + declared.denominator.paths:
        if "*" in path:
            raise DeclarationError("", declared.name, "a share speaks of one row; name it, as in 'dossiers.total.x'")


def _spread(comparison: Comparison, names: Names, relation: str) -> list[Comparison]:
    """Turn ``table.total == other.total`` into one comparison a figure; leave any other as it is."""
    sides = [_only_reference(comparison.left), _only_reference(comparison.right)]
    if any(side is None or not isinstance(side._root, Nested) for side in sides):
        return [comparison]
    left, right = (side for side in sides if side is not None)
    records = [_record_at(side, names, relation) for side in (left, right)]
    if records == [None, None]:
        return [comparison]
    if records[0] is not records[1]:
        raise DeclarationError("", relation, "compares rows of different records")
    figures = [name for name, value in vars(records[0]).items() if isinstance(value, Figure) and value.can_be_summed]
    return [
        Comparison(getattr(left, name)._expression(), comparison.operator, getattr(right, name)._expression())
        for name in figures
    ]


def _only_reference(expression: Expression) -> Reference | None:
    if len(expression.terms) == 1 and len(expression.terms[0].factors) == 1 and not expression.constant:
        return expression.terms[0].factors[0]
    return None


def _record_at(reference: Reference, names: Names, relation: str) -> type | None:
    """Give the record class a reference ends at, or ``None`` when it ends at a figure."""
    path = _path(reference, names, relation, whole_rows=True)
    declared = names.nested[path[0]]
    return declared.record if path[-1] in _rows_of(declared) else None


def _rows_of(declared: NestedDeclaration) -> tuple[str, ...]:
    if not declared.is_table:
        return ()
    return _LEVEL_ROWS if declared.value is LevelTable else ("total",)


def _side(expression: Expression, names: Names, relation: str) -> Side:
    terms = tuple(
        ResolvedTerm(term.coefficient, tuple(_path(factor, names, relation) for factor in term.factors))
        for term in expression.terms
    )
    return Side(terms, expression.constant)


def _path(reference: Reference, names: Names, relation: str, *, whole_rows: bool = False) -> Path:
    """Check a reference against this form, and then step by step against those it runs through."""
    root = reference._root
    if isinstance(root, Figure):
        if names.figures.get(root.name) is not root:
            raise DeclarationError("", relation, f"speaks of {root.label!r}, which is not a figure of this form")
        return (root.name,)
    if not isinstance(root, Nested) or names.nested.get(root._declared.name) is not root._declared:
        raise DeclarationError("", relation, f"speaks of {root!r}, which is not a figure, part or table of this form")
    path: list[str] = [root._declared.name]
    steps = list(reference._steps)
    declared = root._declared
    while True:
        path += _row_step(declared, steps, relation)
        if not steps:
            if whole_rows and path[-1] in _rows_of(declared):
                return tuple(path)
            raise DeclarationError("", relation, f"stops at {'.'.join(path)}, which is not a figure")
        path.append(steps.pop(0))
        member = vars(declared.record).get(path[-1])
        if isinstance(member, Figure) and not steps:
            if "*" in path[2:]:
                raise DeclarationError(
                    "", relation, f"names the column {'.'.join(path)}, which only the form of that table can relate"
                )
            return tuple(path)
        if not isinstance(member, Nested):
            raise DeclarationError("", relation, f"there is no figure {'.'.join(path + steps)}")
        declared = member._declared


def _row_step(declared: NestedDeclaration, steps: list[str], relation: str) -> list[str]:
    """Take the name of a row off the steps; a table by level whose row is not named means every row."""
    rows = _rows_of(declared)
    if not rows:
        return []
    if steps and steps[0] in rows:
        return [steps.pop(0)]
    if declared.value is not LevelTable:
        raise DeclarationError("", relation, f"only the total of {declared.name!r} can be named in a relation")
    return ["*"]


def _refuse_mixed(names: Names, relation: str, left: Side, right: Side) -> None:
    """Refuse shares and open bounds in a relation, and money beside counts."""
    kinds = {_figure_at(path, names).kind for path in left.paths + right.paths}
    if not kinds <= {FigureKind.COUNT, FigureKind.MONEY}:
        raise DeclarationError("", relation, "only counts and amounts of money stand in exact relations")
    if len(kinds) > 1:
        raise DeclarationError("", relation, "adds counts and money")


def _refuse_cancelled(relation: str, left: Side, right: Side) -> None:
    """Refuse a figure that adds nothing to the relation, for then no value of it can be worked out."""
    sums: dict[tuple[Path, ...], int] = {}
    for sign, side in ((1, left), (-1, right)):
        for term in side.terms:
            sums[term.factors] = sums.get(term.factors, 0) + sign * term.coefficient
    for factors, coefficient in sums.items():
        if not coefficient:
            figures = " * ".join(".".join(path) for path in factors)
            raise DeclarationError("", relation, f"speaks of {figures} on both sides, where it cancels out")


def _figure_at(path: Path, names: Names) -> Figure[Any]:
    if len(path) == 1:
        return names.figures[path[0]]
    record = names.nested[path[0]].record
    for step in path[1:-1]:
        member = vars(record).get(step)
        record = member._declared.record if isinstance(member, Nested) else record
    found = vars(record)[path[-1]]
    assert isinstance(found, Figure)  # noqa: S101 - _path has checked it
    return found
