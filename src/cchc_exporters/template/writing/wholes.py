"""What a figure may not be above: the wholes it is a part of, by the identities and bounds of its form."""

from __future__ import annotations

from cchc_core.forms import Form, FormRelation, form_of
from cchc_core.forms.relations import Side
from cchc_core.report import Report
from cchc_core.rules import RuleKind, Severity

__all__ = ["wholes_of"]

Whole = tuple[str, ...]
"""Paths of figures that add up to a whole."""


def wholes_of(form: Form, before: str) -> dict[str, list[Whole]]:
    """Give the wholes of each figure that is a part of some.

    Args:
        form: Form of the row or area.
        before: Path of the row or area.

    >>> from cchc_core import DossierRow
    >>> wholes_of(form_of(DossierRow), "procedures.dossiers.total")["procedures.dossiers.total.resolved"]
    [('procedures.dossiers.total.received',)]
    """
    found: dict[str, list[Whole]] = {}
    related = [(each, f"{before}.") for each in form.relations] + [(each, "") for each in form_of(Report).relations]
    for relation, start in related:
        if relation.rule.severity is not Severity.ERROR:
            continue
        for part, whole in _parts(relation):
            path, paths = start + ".".join(part), tuple(start + ".".join(each) for each in whole)
            if paths not in found.setdefault(path, []):
                found[path].append(paths)
    return found


def _parts(relation: FormRelation) -> list[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]:
    """Give each part with its whole; nothing where a relation says something else."""
    left, right = relation.left, relation.right
    if relation.operator == ">=":
        left, right = right, left
    if not (_is_sum(left) and _is_sum(right)):
        return []
    if relation.rule.kind is RuleKind.IDENTITY and len(left.paths) == 1:
        return [(part, left.paths) for part in right.paths]
    return [(part, right.paths) for part in left.paths] if relation.rule.kind is RuleKind.BOUND else []


def _is_sum(side: Side) -> bool:
    """Tell whether a side only adds figures, none of them over the rows of a table."""
    return not side.constant and all(
        term.coefficient == 1 and len(term.factors) == 1 and "*" not in term.factors[0] for term in side.terms
    )
