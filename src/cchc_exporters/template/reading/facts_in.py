"""The facts of the first sheet: what a report cannot be without, and the period that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from cchc_core.errors import Fault
from cchc_core.report import CALENDARS, YEARS, Agency, Document, Period, PeriodKind, Signatory
from cchc_exporters.template.form.info import fields_of, period_of

__all__ = ["Facts", "facts_in"]


@frozen(kw_only=True)
class Facts:
    """Who reports, on which period, in which document."""

    agency: Agency
    period: Period
    document: Document
    signatory: Signatory


def facts_in(facts: Mapping[str, Mapping[str, Any]], path_of: Callable[[str], str]) -> Facts | list[Fault]:
    """Make the facts of what was read, or say what is missing.

    Args:
        facts: What was read, by name, for each part of the report that facts are of; blanks are ``None``.
        path_of: Gives sheet and cell of a fact by its path.
    """
    faults = _missing(facts, path_of) or _faults_of_period(facts["period"], path_of)
    if faults:
        return faults
    period = facts["period"]
    return Facts(
        agency=Agency(**_given(facts["agency"])),
        period=period_of(**{**period, "calendar": period["calendar"] or ""}),
        document=Document(**{"title": "", **_given(facts["document"])}),
        signatory=Signatory(**_given(facts["signatory"])),
    )


def _given(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the facts that are blank."""
    return {name: value for name, value in facts.items() if value is not None}


def _missing(facts: Mapping[str, Mapping[str, Any]], path_of: Callable[[str], str]) -> list[Fault]:
    return [
        Fault(path_of(f"{holder}.{name}"), "cell_required", {"label": label})
        for holder, name, label in _needed()
        if facts[holder][name] is None or not str(facts[holder][name]).strip()
    ]


@cache
def _needed() -> tuple[tuple[str, str, str], ...]:
    """Give the facts without which there is no report: what each is of, its name and its label."""
    needed = ((each, each.path.partition(".")) for each in fields_of(None) if each.required)
    return tuple((holder, name, each.label) for each, (holder, _, name) in needed)


def _faults_of_period(period: Mapping[str, Any], path_of: Callable[[str], str]) -> list[Fault]:
    kind: PeriodKind = period["kind"]
    year, index, calendar = (period[name] for name in ("year", "index", "calendar"))
    faults = []
    if year not in YEARS:
        facts = {"found": str(year), "first": str(YEARS[0]), "last": str(YEARS[-1])}
        faults.append(Fault(path_of("period.year"), "period_year", facts))
    if index is None and kind.per_year > 1:
        label = next(each.label for each in fields_of(None) if each.path == "period.index")
        faults.append(Fault(path_of("period.index"), "cell_required", {"label": label}))
    if index is not None and not 1 <= index <= kind.per_year:
        faults.append(Fault(path_of("period.index"), "period_index", {"found": str(index), "most": str(kind.per_year)}))
    if calendar is not None and calendar not in {each.name for each in CALENDARS}:
        blank = [name for name in ("start", "end") if period[name] is None]
        faults += [Fault(path_of(f"period.{name}"), "period_days", {"calendar": calendar}) for name in blank]
    return faults
