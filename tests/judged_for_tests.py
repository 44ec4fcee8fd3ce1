"""Holding one condition against a report: what it finds, where, in which words."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc_core import (
    CONDITIONS,
    Citation,
    Condition,
    Context,
    Finding,
    IssuerLevel,
    Report,
    check,
    describe,
    describe_basis,
    describe_outcome,
    describe_place,
)
from cchc_core.words import LANGUAGES
from example_for_tests import with_figures

END = date(2021, 12, 14)
"""Last day of the period of the reports below."""


def condition_of(code: str) -> Condition[Any]:
    """Give the one condition of a rule."""
    (found,) = [each for each in CONDITIONS if each.rule.code == code]
    return found


def report_of(day: str = "2021-12-14", **changes: Any) -> Report:
    """Make a report that is formally complete, with these things in it."""
    return with_figures({}, day).revise(**changes)


def cited(notation: str, day: str = "", **facts: Any) -> Citation:
    """Cite a document of UBND huyện, or of whoever is named: ``Quyết định 5565/QĐ-UBND``."""
    *type_, number = notation.split(" ")
    head, separator, symbol = number.partition(facts.pop("separator", "/"))
    year = None
    if symbol[:4].isdigit() and symbol[4:5] == "/":
        year, symbol = int(symbol[:4]), symbol[5:]
    given = {
        "type": " ".join(type_),
        "number": head,
        "year": year,
        "symbol": symbol.replace("_", " "),
        "separator": separator or "/",
        "date": date.fromisoformat(day) if day else None,
        "issuer": "UBND huyện",
        "level": IssuerLevel.DISTRICT,
    }
    return Citation(**{**given, **facts})


def citing(*citations: Citation, **changes: Any) -> Report:
    """Make a report that cites these documents."""
    return report_of(citations=citations, **changes)


def findings(report: Report, code: str, context: Context | None = None) -> list[Finding]:
    """Give what one condition finds."""
    condition = condition_of(code)
    found = check(report, conditions=(condition,), context=context).findings
    return [each for each in found if each.rule is condition.rule and each.relation == condition.name]


def told(report: Report, code: str, context: Context | None = None) -> list[tuple[str, str, str]]:
    """Give path and sentence, in Vietnamese and English, of what one condition finds."""
    found = findings(report, code, context)
    assert all(describe_place(each.place, lang) and describe_basis(each, lang) for each in found for lang in LANGUAGES)
    return [(each.place.path, describe(each), describe(each, "en")) for each in found]


def paths(report: Report, code: str, context: Context | None = None) -> list[str]:
    """Give the paths at which one condition finds something."""
    return [each.place.path for each in findings(report, code, context)]


def outcome(report: Report, code: str, context: Context | None = None) -> str:
    """Give what became of one condition: passed, failed, or the reason why it was not applied."""
    condition = condition_of(code)
    result = check(report, conditions=(condition,), context=context)
    found = next(each for each in result.outcomes if each.relation == condition.name and each.rule is condition.rule)
    assert all(describe_outcome(found, lang) for lang in LANGUAGES)
    return found.reason.kind if found.reason else found.status.value
