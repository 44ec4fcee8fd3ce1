"""A check's result as plain data, the shape of ``cchc check --format json``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from cchc_core.checks.causes import Candidate, Cause
from cchc_core.checks.describe import describe, describe_basis, describe_outcome, describe_place
from cchc_core.checks.findings import CheckResult, Finding, RuleOutcome
from cchc_core.checks.places import Operand, Place
from cchc_core.checks.stories import describe_candidate, describe_cause
from cchc_core.conditions import Fact
from cchc_core.engine import Status
from cchc_core.numbers import Number, plain
from cchc_core.words import Language, Text

__all__ = ["RESULT_VERSION", "facts_of"]

RESULT_VERSION = 1
"""Version of the shape; new keys may come without a new version, none goes."""


def facts_of(result: CheckResult, lang: Language = "vi") -> dict[str, Any]:
    """Give findings and statuses as plain data; sentences are in ``lang``, everything else is the same.

    Whole numbers are integers; other decimals and fractions are text.
    """
    counts = dict.fromkeys(Status, 0)
    for outcome in result.outcomes:
        counts[outcome.status] += 1
    return {
        "version": RESULT_VERSION,
        "findings": [_finding(finding, lang) for finding in result.findings],
        "causes": [_cause(result, cause, lang) for cause in result.causes],
        "statuses": [_outcome(outcome, lang) for outcome in result.outcomes],
        "summary": {
            "has_errors": result.has_errors,
            "findings": len(result.findings),
            "causes": len(result.causes),
            **{status.value.replace(" ", "_"): count for status, count in counts.items()},
        },
    }


def _finding(finding: Finding, lang: Language) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "relation": finding.relation,
        "place": _place(finding.place, lang),
        "operator": finding.operator,
        "operands": [
            {"side": side, **_operand(operand, lang)}
            for side, operands in (("left", finding.left), ("right", finding.right))
            for operand in operands
        ],
        "reported": _exact_or_none(finding.reported),
        "expected": _exact_or_none(finding.expected),
        "gap": _exact_or_none(finding.gap),
        "grade": finding.grade.value,
        "facts": {name: _fact(value, lang) for name, value in finding.facts},
        "source": finding.source.describe(lang),
        "printed": finding.printed,
        "basis": describe_basis(finding, lang),
        "message": describe(finding, lang),
    }


def _cause(result: CheckResult, cause: Cause, lang: Language) -> dict[str, Any]:
    likeliest = cause.suggestion
    return {
        "findings": list(cause.findings),
        "codes": list(dict.fromkeys(finding.code for finding in result.findings_of(cause))),
        "status": cause.status.value,
        "weight": _exact_or_none(cause.weight),
        "at_least": _exact(cause.at_least),
        "suspects": [_place(place, lang) for place in cause.suspects],
        "candidates": [_candidate(candidate, lang) for candidate in cause.candidates],
        "suggestion": None if likeliest is None else cause.candidates.index(likeliest),
        "confirmed": cause.confirmed,
        "evidence": [
            {
                "codes": list(each.codes),
                "places": [_place(place, lang) for place in each.places],
                "gap": _exact_or_none(each.gap),
            }
            for each in cause.evidence
        ],
        "message": list(describe_cause(cause, lang)),
    }


def _candidate(candidate: Candidate, lang: Language) -> dict[str, Any]:
    return {
        "changes": [
            {
                "place": _place(change.place, lang),
                "reported": _exact_or_none(change.reported),
                "value": _exact_or_none(change.value),
                "kind": change.kind.value if change.kind else None,
            }
            for change in candidate.changes
        ],
        "kind": candidate.kind.value if candidate.kind else None,
        "distance": candidate.distance,
        "votes": list(candidate.votes),
        "supported_by": [support.rule.code for support in candidate.supports],
        "message": describe_candidate(candidate, lang),
    }


def _outcome(outcome: RuleOutcome, lang: Language) -> dict[str, Any]:
    return {
        "code": outcome.rule.code,
        "relation": outcome.relation,
        "place": _place(outcome.place, lang),
        "status": outcome.status.value,
        "reason": outcome.reason.kind if outcome.reason else None,
        "message": describe_outcome(outcome, lang),
        "worked_out": [_operand(operand, lang) for operand in outcome.worked_out],
    }


def _operand(operand: Operand, lang: Language) -> dict[str, Any]:
    return {
        "place": _place(operand.place, lang),
        "term": operand.term,
        "coefficient": _exact(operand.coefficient),
        "value": _exact_or_none(operand.value),
        "worked_out_by": operand.worked_out_by or None,
    }


def _place(place: Place, lang: Language) -> dict[str, Any]:
    level = place.level.value if place.level else None
    return {**attrs.asdict(place), "level": level, "text": describe_place(place, lang)}


def _fact(value: Fact, lang: Language) -> Any:
    if isinstance(value, Text):
        return value.to(lang)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str) else _exact(value)


def _exact_or_none(value: Number | None) -> int | str | None:
    return None if value is None else _exact(value)


def _exact(value: Number) -> int | str:
    exact = plain(Fraction(value))
    return exact if isinstance(exact, int) else format(exact, "f") if isinstance(exact, Decimal) else str(exact)
