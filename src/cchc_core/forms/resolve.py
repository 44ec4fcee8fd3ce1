"""From what a class body wrote to names: every reference becomes a path, or the form is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc_core.errors import DeclarationError
from cchc_core.forms.expressions import Comparison, Expression, Quotient, Reference
from cchc_core.forms.figures import Figure, FigureKind
from cchc_core.forms.listed import Listed
from cchc_core.forms.names import Names
from cchc_core.forms.ratios import Ratio, ShareRules
from cchc_core.forms.relations import FormRelation, Path, ResolvedTerm, Side
from cchc_core.forms.tables import LevelTable, Nested, NestedDeclaration
from cchc_core.rules import RuleKind

__all__ = ["resolve_listed", "resolve_ratio", "resolve_relations"]

_LEVEL_ROWS = ("province", "district", "commune", "total")


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
    return (*found, *_parts(names))


def _parts(names: Names) -> Iterator[FormRelation]:
    """Give the bound that a share of a part puts on its figures: the numerator is never above the denominator."""
    for name, declared in names.ratios.items():
        if declared.rules is not None and declared.rules.part is not None:
            _refuse_mixed(names, name, declared.numerator, declared.denominator)
            _refuse_cancelled(name, declared.numerator, declared.denominator)
            yield FormRelation(
                name=f"{name}_within_base",
                rule=declared.rules.part,
                left=declared.numerator,
                operator="<=",
                right=declared.denominator,
            )


def resolve_ratio(declared: Ratio, names: Names) -> None:
    """Fill in the paths of a derived share."""
    if not isinstance(declared.quotient, Quotient):
        raise DeclarationError("", declared.name, "is written numerator / denominator")
    declared.numerator = _side(declared.quotient.numerator, names, declared.name)
    declared.denominator = _side(declared.quotient.denominator, names, declared.name)
    for path in declared.numerator.paths + declared.denominator.paths:
        if "*" in path:
            raise DeclarationError("", declared.name, "a share speaks of one row; name it, as in 'dossiers.total.x'")
    if problem := _reported_wrongly(declared, names):
        raise DeclarationError("", declared.name, problem)


def resolve_listed(declared: Listed, names: Names) -> None:
    """Fill in the paths that a line shows."""
    expression = declared.what._expression()
    reference = _only_reference(expression)
    if reference is not None and isinstance(reference._root, Nested):
        path = _path(reference, names, declared.name, ends=(Figure, Ratio))
        member = _member_at(path, names)
        if isinstance(member, Ratio):
            declared.path, declared.ratio = path, member
    if bool(declared.base) != bool(declared.part) or bool(declared.base) != (declared.ratio is not None):
        raise DeclarationError("", declared.name, "names base= and part= together, for a share and for nothing else")
    if declared.ratio is not None:
        return
    declared.side = _side(expression, names, declared.name)
    _refuse_mixed(names, declared.name, declared.side, Side(()))
    if any("*" in path for path in declared.side.paths):
        raise DeclarationError("", declared.name, "a line speaks of one row; name it, as in 'dossiers.total.x'")


def _reported_wrongly(declared: Ratio, names: Names) -> str:
    """Say what is wrong with the figure in which a share is reported, or with the rules on it; or nothing."""
    figure, rules = declared.reported, declared.rules
    if figure is None and rules is None:
        return ""
    if figure is None or rules is None:
        return "is held against its base by reported= and rules= together"
    if not any(each is figure for each in names.figures.values()):
        return f"is reported in {figure!r}, which is not a figure of this form"
    if figure.kind is not FigureKind.SHARE:
        return f"is reported in {figure.name}, which is no share; declare it with share(...)"
    other = next(name for name, each in names.ratios.items() if each.reported is figure)
    if other != declared.name:
        return f"is reported in {figure.name}, as {other} is; a printed share has one base"
    return _ruled_wrongly(rules)


def _ruled_wrongly(rules: ShareRules) -> str:
    """Say which rule on a printed share is of the wrong kind or without a reason; or nothing."""
    given = [(rule, RuleKind.SHARE) for rule in rules.held]
    given += [(rules.part, RuleKind.BOUND)] if rules.part is not None else []
    for rule, kind in given:
        if rule.kind is not kind or rule.because is None:
            return f"needs rules= of kind {kind.value} that say because=, not {rule.code}"
    return ""


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


def _path(
    reference: Reference,
    names: Names,
    relation: str,
    *,
    whole_rows: bool = False,
    ends: tuple[type, ...] = (Figure,),
) -> Path:
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
        if isinstance(member, ends) and not steps:
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
    found = names.figures[path[0]] if len(path) == 1 else _member_at(path, names)
    assert isinstance(found, Figure)  # noqa: S101 - _path has checked it
    return found


def _member_at(path: Path, names: Names) -> object:
    record = names.nested[path[0]].record
    for step in path[1:-1]:
        member = vars(record).get(step)
        record = member._declared.record if isinstance(member, Nested) else record
    found: object = vars(record)[path[-1]]
    return found
